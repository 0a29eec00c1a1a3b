"""Meeting: named people meet, negotiate, hold talks, hold a session of a body."""

from dostyk.kinds.meeting.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Meeting",
    description="Named people meet, negotiate, hold talks, hold a session of a body.",
    roles=("participant", "place"),
    key_roles=("participant",),
    attributes=("body", "topic"),
    within=True,
    news=True,
    identity=("participant",),
    occasion=True,
    reader=read,
    examples=("In Lima the minister held talks with President Luis Rojas on fisheries.",),
)
