"""Project: an investment, building, energy, transport, research project is planned, built, opened."""

from dostyk.kinds.project.reader import read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Project",
    description="An investment, building, energy, transport or research project is planned, built, opened.",
    roles=("project", "place", "participant"),
    key_roles=("project",),
    attributes=("project_type", "stage", "value", "unit", "bound"),
    identity=("project",),
    remembered="project",
    reader=read,
    examples=("The Inambari hydropower plant, built by a Korean consortium, was commissioned in 2020.",),
)
