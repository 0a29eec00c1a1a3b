"""Pairs that may be one: what is proposed, why, what speaks against it, and that nothing judged is proposed again."""

import pytest
from tests.entities.people import body, holds, person, say, state

from dostyk.entities.proposing import Proposal, propose
from dostyk.kinds.naming import thing
from dostyk.model.judgement import Judgement
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement

PERU, KENYA = state("Peru"), state("Kenya")


def office(name: str, position: str, of: Mention, time: str | None) -> Statement:
    return say("Office", time, attributes={"position": position}, holder=person(name), of=of)


def visit(name: str, to: Mention = KENYA, time: str | None = "2019-03") -> Statement:
    return say("Visit", time, visitor=person(name), destination=to)


def event(name: str, time: str, place: str = "Lima") -> Statement:
    return say("Event", time, event=thing(name), place=Mention(place, place, f"x:{place}", MentionType.CITY))


def agreement(title: str, time: str, *parties: Mention) -> Statement:
    return say("Agreement", time, attributes={"title": title}, party=parties or (PERU, KENYA))


def between(found: list[Proposal], one: str, other: str) -> Proposal | None:
    return next((p for p in found if {end.name for end in p.ends} == {one, other}), None)


def why(said: list[Statement], one: str, other: str, *judged: Judgement) -> str:
    found = between(propose(said, judged), one, other)
    return "" if found is None else f"{found.score:.2f} " + "; ".join(f"{e.weight:+} {e.words}" for e in found.evidence)


@pytest.mark.parametrize(
    ("said", "one", "other", "words"),
    [
        ([visit("Maria Keller"), visit("M. Keller"), visit("Mona Keller")], "Maria Keller", "M. Keller", "initials fit"),
        ([visit("Maria Anna Keller"), visit("Maria Keller"), visit("Maria Rosa Keller")], "Maria Keller", "Maria Rosa Keller", "middle name"),
        (
            [visit("President of Peru", time="2019-03"), office("Ana Roe", "President", PERU, "2018/2020")],
            "President of Peru",
            "Ana Roe",
            "“President of Peru” names a post, and “Ana Roe” held it at that time",
        ),
        (
            [office("Ana Roe", "Minister", PERU, "2018/2020"), office("Bea Roe", "Judge", PERU, "2011"), office("Roe", "Minister", PERU, "2019")],
            "Ana Roe",
            "Roe",
            "both are told to be Minister of Peru at one time",
        ),
        ([event("Coffee Fair of Lima", "2019-05"), event("International Coffee Fair of Lima", "2019")], "Coffee Fair of Lima",
         "International Coffee Fair of Lima", "every word of “Coffee Fair of Lima” stands in “International Coffee Fair of Lima”"),
        ([agreement("treaty on coffee", "2019-05-03"), agreement("coffee instrument", "2019-05-03")], "treaty on coffee", "coffee instrument",
         "same parties and the same date"),
        ([visit("Amina Otieno"), say("Event", "2019", event=thing("Amina Otieno"), place=KENYA)], "Amina Otieno", "Amina Otieno",
         "both are called “Amina Otieno”; what sort of thing that is was read differently"),
        ([visit("Wang Yi"), visit("王毅")], "Wang Yi", "王毅", "a romanisation"),
        ([visit("Айдана Серикова"), visit("Aidana Serikova"), visit("A. Serikova")], "Айдана Серикова", "Aidana Serikova",
         "Russian letters and a romanisation of them"),
        ([say("Membership", member=PERU, organisation=body(name)) for name in ("Andean Fishery Board", "Andean Fishery Boart")],
         "Andean Fishery Board", "Andean Fishery Boart", "are one letter apart"),
    ],
)  # fmt: skip
def test_what_is_proposed_and_why(said: list[Statement], one: str, other: str, words: str) -> None:
    assert words in why(said, one, other)


def test_an_abbreviation_of_two_bodies_is_asked_about() -> None:
    said = [say("Membership", member=PERU, organisation=body(name)) for name in ("Andean Cotton Board", "Amazon Coffee Bureau", "ACB")]
    assert "“ACB” abbreviates “Andean Cotton Board”, and another name as well" in why(said, "ACB", "Andean Cotton Board")
    assert why(said, "ACB", "Amazon Coffee Bureau")
    assert not why(said, "ACB", "Andean Cotton Board", holds("different", "Andean Cotton Board", "ACB", sort="body"))


@pytest.mark.parametrize(
    ("said", "one", "other"),
    [
        ([visit("President of Peru"), office("Ana Roe", "President", PERU, "2009"), office("Bea Roe", "President", PERU, "2015")],
         "President of Peru", "President of Peru"),
        ([visit("Maria Keller"), visit("Marta Keller")], "Maria Keller", "Marta Keller"),
        ([visit("Maria Keller"), visit("Juan Vega")], "Maria Keller", "Juan Vega"),
        ([visit("President of Peru", time="2009"), office("Ana Roe", "President", PERU, "2018/2020")], "President of Peru", "Ana Roe"),
        ([event("first Coffee Fair of Lima", "2018"), event("second Coffee Fair of Lima", "2019")], "first Coffee Fair of Lima",
         "second Coffee Fair of Lima"),
        ([event("Coffee Fair of Lima", "2018-05"), event("Big Coffee Fair of Lima", "2020-05")], "Coffee Fair of Lima", "Big Coffee Fair of Lima"),
        ([agreement("agreement", "2019"), agreement("agreements", "2019")], "agreement", "agreements"),
        ([agreement("treaty on coffee", "2019-05-03"), agreement("treaty on coffee and tea", "2011-01-02")], "treaty on coffee",
         "treaty on coffee and tea"),
        ([say("Meeting", "2019", participant=(person("Maria Keller"), person("M. Keller"), person("Mona Keller")))], "Maria Keller", "M. Keller"),
        ([say("Membership", member=PERU, organisation=body(name)) for name in ("Ministry of Trade of Peru", "Ministry of Trade of Kenya")],
         "Ministry of Trade of Peru", "Ministry of Trade of Kenya"),
    ],
)  # fmt: skip
def test_what_speaks_for_two_is_heard(said: list[Statement], one: str, other: str) -> None:
    assert why(said, one, other) == ""


def test_what_was_judged_is_never_proposed_again_whatever_else_is_learned() -> None:
    said = [visit("Maria Keller"), visit("M. Keller"), visit("Mona Keller")]
    assert why(said, "Maria Keller", "M. Keller")
    for verdict in ("same", "different"):
        judged = [holds(verdict, "M. Keller", "Maria Keller"), holds("different", "M. Keller", "Mona Keller", 2)]
        assert propose(said, judged) == []
        assert propose([*said, visit("Maria Keller", PERU, "2020"), visit("MARIA KELLER", PERU, "2021")], judged) == []


def test_the_same_statements_in_any_order_give_the_same_pairs() -> None:
    said = [
        visit("Maria Keller"),
        visit("M. Keller"),
        visit("Mona Keller"),
        event("Coffee Fair of Lima", "2019"),
        event("Lima Fair of Coffee", "2019"),
    ]
    wanted = propose(said)
    assert wanted and wanted == propose(said[::-1])
    assert all(0.4 <= one.score <= 1 and one.evidence and one.points >= 20 for one in wanted)


def test_many_of_one_word_are_not_all_compared() -> None:
    said = [event(f"Fair of Lima {chr(97 + n // 26)}{chr(97 + n % 26)} Fair", "2019") for n in range(200)]
    assert propose(said) == []
