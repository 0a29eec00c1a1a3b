"""Indicator: a number about the relationship or a place in it."""

from dostyk.kinds.indicator.reader import note_heading, read
from dostyk.model.kind import Kind

KIND = Kind(
    name="Indicator",
    description="A number about the relationship or a place in it.",
    roles=("subject", "partner", "counted"),
    key_roles=("subject",),
    attributes=("measure", "value", "unit", "bound", "statistic", "compared_with"),
    key_attributes=("measure", "value", "unit", "statistic"),
    identity=("value", "unit", "statistic", "measure"),
    reader=read,
    heading=note_heading,
    examples=("In 2019 trade between Peru and Korea reached 3.2 billion US dollars, up 7 %.",),
)
