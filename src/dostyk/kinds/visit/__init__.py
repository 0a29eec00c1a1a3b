"""Visit: a person or delegation travels to a place in an official capacity."""

from dostyk.kinds.visit.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Visit",
    description="A person or delegation travels to a place in an official capacity.",
    roles=("visitor", "destination", "origin", "host"),
    key_roles=("visitor", "destination"),
    attributes=("visit_type", "purpose"),
    identity=("visitor", "destination"),
    occasion=True,
    reader=read,
    examples=("On 3 May 2019 the Foreign Minister of Peru, Ana Ruiz, paid a working visit to Seoul.",),
)
