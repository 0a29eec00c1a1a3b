"""Office: a person holds or takes up a post."""

from dostyk.kinds.office.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Office",
    description="A person holds or takes up a post.",
    roles=("holder", "of", "to"),
    key_roles=("holder",),
    attributes=("position",),
    key_attributes=("position",),
    open_since=True,
    identity=("holder",),
    once=True,
    reader=read,
    examples=("Ana Ruiz has been Ambassador of Peru to Japan since 2021.",),
)
