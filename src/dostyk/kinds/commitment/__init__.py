"""Commitment: somebody intends, plans, pledges or targets something checkable."""

from dostyk.kinds.commitment.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Commitment",
    description="Somebody intends, plans, pledges or targets something checkable.",
    roles=("actor",),
    key_roles=("actor",),
    attributes=("content", "value", "unit", "measure", "bound"),
    key_attributes=("content",),
    identity=("content",),
    yields_to=("Mission", "Visit", "Meeting", "Event", "Institution", "Project", "Twinning", "Agreement"),
    swallows=("Indicator",),
    reader=read,
    examples=("Peru and Korea plan to raise trade to 5 billion dollars by 2030.",),
)
