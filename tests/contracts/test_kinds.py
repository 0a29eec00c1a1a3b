"""Runs over every kind: what it says of itself is whole, and its example gives a statement of it."""

import pytest

from dostyk.kinds import kinds
from dostyk.model.document import Document
from dostyk.model.kind import Kind
from dostyk.statements import extract

CONTRACT = {
    "Relations", "Mission", "Office", "Visit", "Meeting", "Agreement", "Twinning", "Regime", "Indicator", "Project", "Institution",
    "Event", "Commitment", "Renaming", "Membership",
}  # fmt: skip


def test_there_are_the_fifteen_kinds_of_the_contract() -> None:
    assert {kind.name for kind in kinds()} == CONTRACT


@pytest.mark.parametrize("kind", kinds(), ids=lambda k: k.name)
def test_key_slots_are_slots_of_the_kind(kind: Kind) -> None:
    assert set(kind.key_roles) <= set(kind.roles)
    assert set(kind.key_attributes) <= set(kind.attributes)
    assert kind.description.endswith(".")


@pytest.mark.parametrize("kind", kinds(), ids=lambda k: k.name)
def test_each_example_gives_a_statement_of_its_kind(kind: Kind) -> None:
    assert kind.examples
    for example in kind.examples:
        found = [s for s in extract(Document(example, "example.txt", language="en"), "rules") if s.kind == kind.name]
        assert found, example
        assert all(set(s.roles) <= set(kind.roles) and set(s.attributes) <= set(kind.attributes) for s in found)


@pytest.mark.parametrize("kind", kinds(), ids=lambda k: k.name)
def test_frames_fill_roles_of_the_kind(kind: Kind) -> None:
    for frame in kind.frames:
        filled = {frame.merge.get(role, role) for role in frame.roles} - set(frame.drop)
        assert filled <= set(kind.roles), frame.name
        assert set(frame.attributes) <= set(kind.attributes), frame.name
