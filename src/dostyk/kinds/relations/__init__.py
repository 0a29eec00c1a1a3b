"""Relations: two states have, or raised, a formal relationship."""

from dostyk.kinds.relations.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Relations",
    description="Two states have, or raised, a formal relationship.",
    roles=("party",),
    key_roles=("party",),
    attributes=("status",),
    key_attributes=("status",),
    identity=("party", "status"),
    dyad="party",
    swallows=("Regime",),
    reader=read,
    examples=("Peru and the Republic of Korea established diplomatic relations on 1 April 1963.",),
)
