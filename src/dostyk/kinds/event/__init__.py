"""Event: a forum, summit, exhibition, year of tourism, performance, anniversary, training takes place."""

from dostyk.kinds.event.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Event",
    description="A forum, summit, exhibition, year of tourism, film week, performance, anniversary or training takes place.",
    roles=("event", "place", "organiser", "participant"),
    key_roles=("event",),
    news=True,
    identity=("event",),
    within=True,
    reader=read,
    examples=("The Peru–Korea Business Forum was held in Seoul on 5 June 2020.",),
)
