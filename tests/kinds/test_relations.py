"""Relations: which formal relationship two states have, took up, raised or broke off, and when."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

Told = tuple[str, str, str | None, str]


def relations(text: str) -> list[Told]:
    """Give (parties, status in lower case, time, modality) of every relation of a text."""
    document = Document(text=text, source="page.txt", title="Ghana and Fiji", published="2024-05", language="en")
    found = [s for s in extract(document, "rules") if s.kind == "Relations"]
    return [(" and ".join(sorted(m.name for m in s.roles["party"])), s.attributes["status"].lower(), s.time, s.modality.value) for s in found]


BOTH = "Fiji and Ghana"
CASES = [
    (
        "The ministers met fifty years after diplomatic ties were forged on 5 May 1971.",
        [(BOTH, "diplomatic relations", "1971-05-05", "actual")],
    ),
    (
        "Fiji broke off diplomatic relations with Taiwan in May 2023 and resumed ties with Ghana in June 2023.",
        [("Fiji and Taiwan", "diplomatic relations severed", "2023-05", "actual"), (BOTH, "diplomatic relations resumed", "2023-06", "actual")],
    ),
    (
        "Diplomatic relations were severed in 1966, restored in 1972 and raised to embassy level in 1990.",
        [
            (BOTH, "diplomatic relations severed", "1966", "actual"),
            (BOTH, "diplomatic relations resumed", "1972", "actual"),
            (BOTH, "diplomatic relations at ambassadorial level", "1990", "actual"),
        ],
    ),
    ("Relations were suspended but never severed.", [(BOTH, "diplomatic relations severed", None, "negated")]),
    ("Ghana severs diplomatic relations.", [(BOTH, "diplomatic relations severed", None, "actual")]),
    ("The two celebrate 50 years of diplomatic relations (established 5 May 1971).", [(BOTH, "diplomatic relations", "1971-05-05", "actual")]),
    (
        "The level of strategic partnership was reached by a treaty signed in Suva on 4 June 2019.",
        [(BOTH, "strategic partnership", "2019-06-04", "actual")],
    ),
    ("Ghana and Fiji established diplomatic relations on 5 May 1971.", [(BOTH, "diplomatic relations", "1971-05-05", "actual")]),
    (
        "Diplomatic relations between Ghana and Fiji were established in 1971 and were severed in 1987. They were resumed in 1992.",
        [
            (BOTH, "diplomatic relations", "1971", "actual"),
            (BOTH, "diplomatic relations severed", "1987", "actual"),
            (BOTH, "diplomatic relations resumed", "1992", "actual"),
        ],
    ),
    ("Ghana recognised the independence of Fiji on 10 October 1970.", [(BOTH, "recognition", "1970-10-10", "actual")]),
    (
        "In 2019 Ghana and Fiji elevated their relationship to the level of strategic partnership.",
        [(BOTH, "strategic partnership", "2019", "actual")],
    ),
    (
        "In 2011 Ghana and Fiji raised their relations to the level of “Comprehensive Partnership”.",
        [(BOTH, "comprehensive partnership", "2011", "actual")],
    ),
    ("Ghana and Fiji have been strategic partners since 2019.", [(BOTH, "strategic partnership", "2019", "actual")]),
    ("Diplomatic relations between Ghana and Fiji have not been established.", [(BOTH, "diplomatic relations", None, "negated")]),
    ("Fiji broke off relations with Ghana in 1977.", [(BOTH, "diplomatic relations severed", "1977", "actual")]),
    ("Ghana and Fiji\nDiplomatic relations: 5 May 1971", [(BOTH, "diplomatic relations", "1971-05-05", "actual")]),
    ("Ghana and Fiji\n5 May 1971 | Establishment of diplomatic relations", [(BOTH, "diplomatic relations", "1971-05-05", "actual")]),
    ("Ghana recognised Fijian independence on 10 October 1970.", [(BOTH, "recognition", "1970-10-10", "actual")]),
    ("Mutual recognition between Ghana and Fiji occurred in 1970.", [(BOTH, "recognition", "1970", "actual")]),
    (
        "Diplomatic relations were severed when Fiji recalled its envoy on 9 August 1986.",
        [(BOTH, "diplomatic relations severed", "1986-08-09", "actual")],
    ),
    (
        "A quarrel over fish led to the severance of diplomatic relations between Ghana and Fiji on 2 February 1982.",
        [(BOTH, "diplomatic relations severed", "1982-02-02", "actual")],
    ),
    (
        "Ghana and the Kingdom of Hanover never established diplomatic relations.",
        [("Ghana and Kingdom of Hanover", "diplomatic relations", None, "negated")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_says_which_relations_and_since_when(text: str, expected: list[Told]) -> None:
    assert relations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Relations between Ghana and Fiji develop smoothly.",
        "In 2021 Ghana and Fiji celebrated the 50th anniversary of the establishment of diplomatic relations.",
        "The Treaty on Strategic Partnership between Ghana and Fiji was signed in 2009.",
    ],
)
def test_what_is_no_change_of_relations_gives_nothing(text: str) -> None:
    assert relations(text) == []


def test_relations_with_several_states_are_one_statement_each() -> None:
    text = "Peru established diplomatic relations with Ghana, Togo and Benin in 1962."
    found = [s for s in extract(Document(text=text, source="page.txt", language="en"), "rules") if s.kind == "Relations"]
    assert sorted([m.id for m in s.roles["party"]] for s in found) == [["PE", "BJ"], ["PE", "GH"], ["PE", "TG"]]


def test_what_both_decided_to_raise_is_raised_and_what_they_plan_is_planned() -> None:
    for text, modality in (
        ("On 3 May 2019 the presidents of Peru and Norway decided to lift their relationship to a strategic partnership.", "actual"),
        ("Peru and Norway plan to upgrade their relationship to a strategic partnership.", "planned"),
    ):
        found = [s for s in extract(Document(text=text, source="page.txt", language="en"), "rules") if s.kind == "Relations"]
        assert [s.modality.value for s in found] == [modality], text


def test_relations_with_a_number_of_states_are_not_those_with_the_page_s_other_country() -> None:
    text = "Peru and Norway: a note.\n\nToday, Peru maintains diplomatic relations with 173 countries."
    assert [s for s in extract(Document(text=text, source="page.txt", published="2014-02-12", language="en"), "rules") if s.kind == "Relations"] == []
