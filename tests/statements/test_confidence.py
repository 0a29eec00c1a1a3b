"""Tests that confidence is a probability that falls where a statement rests on what stands elsewhere."""

from dostyk.model.document import Document
from dostyk.statements import extract

PAGE = "Peru and Norway\n\n"


def sure(text: str, kind: str) -> list[float]:
    return [s.confidence for s in extract(Document(PAGE + text, "page.txt", language="en", published="2020-05-01"), "rules") if s.kind == kind]


def test_confidence_is_a_probability_to_two_decimals() -> None:
    text = "Peru opened an embassy in Oslo on 4 May 1994. Trade with Norway reached 1.2 billion dollars in 2018, up 7 percent."
    found = [s.confidence for s in extract(Document(PAGE + text, "page.txt", language="en"), "rules")]
    assert len(found) == 3
    assert all(0 < value < 1 and round(value, 2) == value for value in found)


def test_what_is_named_and_dated_in_place_is_surer_than_what_is_resolved() -> None:
    (named,) = sure("Exports from Peru to Norway reached 300 million dollars in 2018.", "Indicator")
    (resolved,) = sure("They reached 300 million dollars.\n\nIts exports stood at 300 million dollars.", "Indicator")
    assert named > resolved
