"""Renaming: a place or body changed its name."""

from dostyk.kinds.renaming.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Renaming",
    description="A place or body changed its name.",
    roles=("entity",),
    key_roles=("entity",),
    attributes=("old_name", "new_name"),
    key_attributes=("old_name", "new_name"),
    identity=("entity", "old_name", "new_name"),
    reader=read,
    examples=("Leningrad was renamed Saint Petersburg in 1991.",),
)
