"""Mission: a diplomatic mission or consular post exists, opened, is planned."""

from dostyk.kinds.mission.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Mission",
    description="A diplomatic mission or consular post exists, opened, is planned.",
    roles=("sender", "location"),
    key_roles=("sender", "location"),
    attributes=("mission_type", "action"),
    key_attributes=("mission_type",),
    open_since=True,
    identity=("sender", "location", "mission_type", "action"),
    reader=read,
    examples=("Norway has had an embassy in Hanoi since 1996 and a consulate in Da Nang.",),
)
