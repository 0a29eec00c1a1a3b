"""Twinning: cities, regions or provinces are twinned (sister cities)."""

from dostyk.kinds.twinning.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Twinning",
    description="Cities, regions or provinces are twinned (sister cities).",
    roles=("member",),
    key_roles=("member",),
    identity=("member",),
    reader=read,
    examples=("Cusco and Kyoto became sister cities in 1987.",),
)
