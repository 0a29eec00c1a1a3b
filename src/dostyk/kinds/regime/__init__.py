"""Regime: a rule between the parties holds."""

from dostyk.kinds.regime.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Regime",
    description="A rule between the parties holds: visa-free travel, recognition of diplomas, pricing in a currency.",
    roles=("party",),
    key_roles=(),
    attributes=("subject",),
    key_attributes=("subject",),
    open_since=True,
    identity=("subject",),
    reader=read,
    examples=("Citizens of Peru have travelled to Japan visa-free since 2019.",),
)
