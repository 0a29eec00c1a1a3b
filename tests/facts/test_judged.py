"""What people judged of entities counts in facts and findings, and without it everything is as it was, byte for byte."""

from typing import Any

import pytest
from tests.entities.people import holds

from dostyk.facts import reconcile
from dostyk.model.fact import Fact
from dostyk.model.judgement import Judgement
from dostyk.model.statement import Statement

PARTIES = {"party": "Norway; Kenya"}


def facts(statements: list[Statement], kind: str, *judged: Judgement) -> list[Fact]:
    return [f for f in reconcile(statements, judgements=judged)[0] if f.kind == kind]


def test_two_people_who_are_one_paid_one_visit(tell: Any, said: Any) -> None:
    one = tell("A", "2019", said("Visit", "Ingrid Dahl came to Kenya", {"visitor": "Ingrid Dahl", "destination": "Kenya"}, "2018-05"))
    two = tell("B", "2019", said("Visit", "Inga Nilsen came to Kenya", {"visitor": "Inga Nilsen", "destination": "Kenya"}, "2018-05"))
    assert len(facts(one + two, "Visit")) == 2
    (fact,) = facts(one + two, "Visit", holds("same", "Ingrid Dahl", "Inga Nilsen"))
    assert len(fact.statements) == 2


def test_one_who_is_really_two_paid_two(tell: Any, said: Any) -> None:
    one = tell("A", "2019", said("Visit", "Ingrid Dahl came to Kenya", {"visitor": "Ingrid Dahl", "destination": "Kenya"}, "2018-05"))
    two = tell("B", "2019", said("Visit", "I. Dahl came to Kenya", {"visitor": "I. Dahl", "destination": "Kenya"}, "2018-05"))
    assert len(facts(one + two, "Visit")) == 1
    assert len(facts(one + two, "Visit", holds("different", "I. Dahl", "Ingrid Dahl"))) == 2


@pytest.mark.parametrize(
    ("kind", "slot", "alike", "unlike"),
    [
        ("Agreement", "title", ("treaty on coffee tariffs", "treaty on tariffs for coffee"), ("treaty on coffee tariffs", "the Mombasa instrument")),
        ("Event", "event", ("Coffee Fair of Oslo", "Oslo Coffee Fair"), ("Coffee Fair of Oslo", "Bean Week")),
        ("Project", "project", ("wind farm of Turkana", "Turkana wind farm"), ("wind farm of Turkana", "Lake Towers")),
    ],
)
def test_a_thing_is_as_people_hold_it_to_be(tell: Any, said: Any, kind: str, slot: str, alike: tuple[str, str], unlike: tuple[str, str]) -> None:
    def pages(names: tuple[str, str]) -> list[Statement]:
        roles = PARTIES if kind == "Agreement" else {"place": "Oslo"}
        made = []
        for number, name in enumerate(names):
            attributes = {slot: name} if kind == "Agreement" else {}
            own = roles if kind == "Agreement" else roles | {slot: name}
            made += tell(f"P{number}", "2019", said(kind, f"page {number} on it", own, "2018-05-04", attributes=attributes))
        return made

    assert [len(facts(pages(names), kind)) for names in (alike, unlike)] == [1, 2]
    assert len(facts(pages(alike), kind, holds("different", *alike, sort="thing"))) == 2
    assert len(facts(pages(unlike), kind, holds("same", *unlike, sort="thing"))) == 1


def test_an_office_under_two_titles_is_one_post(tell: Any, said: Any) -> None:
    def held(position: str) -> Any:
        roles = {"holder": "Ingrid Dahl", "of": "Norway"}
        return tell(position, "2019", said("Office", f"Dahl is {position}", roles, "2018/..", attributes={"position": position}))

    both = held("Foreign Minister") + held("head of diplomacy")
    assert len(facts(both, "Office")) == 2
    assert len(facts(both, "Office", holds("same", "Foreign Minister of Norway", "head of diplomacy of Norway", sort="office"))) == 1


def test_a_judgement_on_what_nobody_says_changes_nothing(tell: Any, said: Any) -> None:
    page = tell("A", "2019", said("Visit", "Ingrid Dahl came to Kenya", {"visitor": "Ingrid Dahl", "destination": "Kenya"}, "2018-05"))
    assert reconcile(page, judgements=[holds("same", "Ingrid Dahl", "Nobody")]) == reconcile(page)


def test_findings_follow_whom_people_hold_to_be_one(tell: Any, said: Any) -> None:
    """A figure conflict and a later holder are found by entity; two mayors who are one do not follow each other."""
    post = {"position": "Mayor"}
    one = tell("A", "2019", said("Office", "Ingrid Dahl, Mayor of Oslo", {"holder": "Ingrid Dahl", "of": "Oslo"}, "2018/..", attributes=post))
    two = tell("B", "2021", said("Office", "Inga Nilsen, Mayor of Oslo", {"holder": "Inga Nilsen", "of": "Oslo"}, "2021/..", attributes=post))
    assert "superseded" in {g.type for g in reconcile(one + two)[1]}
    assert "superseded" not in {g.type for g in reconcile(one + two, judgements=[holds("same", "Ingrid Dahl", "Inga Nilsen")])[1]}
