"""Twinnings: which two places, since when; from prose, lists and tables."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

Told = tuple[str, str | None, str]


def twinnings(text: str, title: str = "City of Kumasi") -> list[Told]:
    """Give (members, time, modality) of every twinning of a text."""
    document = Document(text=text, source="page.txt", title=title, published="2024-05", language="en")
    found = [s for s in extract(document, "rules") if s.kind == "Twinning"]
    return [(" and ".join(sorted(m.name for m in s.roles["member"])), s.time, s.modality.value) for s in found]


CASES = [
    (
        "In 2022 Lyon, Hamburg and Madrid became Kumasi's new sister cities.",
        [("Hamburg and Kumasi", "2022", "actual"), ("Kumasi and Madrid", "2022", "actual"), ("Kumasi and Lyon", "2022", "actual")],
    ),
    ("A delegation from Kumasi visited its sister city Kobe from 3 to 5 October 2023.", [("Kobe and Kumasi", None, "actual")]),
    (
        "The Ashanti department has been a partner of the marz of Lori since 2005.",
        [("Ashanti and Lori", "2005", "actual")],
    ),
    ("In May 2024 the 12th anniversary of the twinning of Kumasi and Kobe was marked.", [("Kobe and Kumasi", "2012", "actual")]),
    ("Kumasi and Lyon have been sister cities since 1987.", [("Kumasi and Lyon", "1987", "actual")]),
    ("Kumasi twinned with Kobe in 2001.", [("Kobe and Kumasi", "2001", "actual")]),
    ("A sister-city agreement was signed between Kumasi and Kobe in May 2012.", [("Kobe and Kumasi", "2012-05", "actual")]),
    ("The city of Kumasi plans to become a sister city of Kobe.", [("Kobe and Kumasi", None, "planned")]),
    ("Kumasi and Lyon are not twinned.", [("Kumasi and Lyon", None, "negated")]),
    (
        "There are two pairs of sister cities: Kumasi – Kobe (2001) and Accra – Lyon (1999).",
        [("Kobe and Kumasi", "2001", "actual"), ("Accra and Lyon", "1999", "actual")],
    ),
    ("The following cities are twinned: Kumasi and Kobe; Accra and Lyon.", [("Kobe and Kumasi", None, "actual"), ("Accra and Lyon", None, "actual")]),
    ("City of Kumasi\nSister cities\nKobe, Japan\nLyon, France", [("Kobe and Kumasi", None, "actual"), ("Kumasi and Lyon", None, "actual")]),
    (
        "City of Kumasi\nPartner cities\nCity | Country | Year\nKobe | Japan | 2012\nLyon | France | 1987",
        [("Kobe and Kumasi", "2012", "actual"), ("Kumasi and Lyon", "1987", "actual")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_says_which_places_are_twinned(text: str, expected: list[Told]) -> None:
    assert twinnings(text) == expected


@pytest.mark.parametrize(
    "text", ["Kumasi and Lyon are large cities.", "A company from Lyon is a partner of a university in Kumasi.", "The mayor of Lyon visited Kumasi."]
)
def test_what_is_no_twinning_gives_nothing(text: str) -> None:
    assert twinnings(text) == []


def test_a_date_since_which_something_else_holds_is_not_that_of_the_twinning() -> None:
    text = "Bergen is twinned with Lima and Cusco, and has also been associated with Perth since 1977."
    found = [s for s in extract(Document(text=text, source="page.txt", language="en"), "rules") if s.kind == "Twinning"]
    assert [s.time for s in found] == [None, None]


TABLE = """Timber Creek Town Council
Sister cities

Sister city | Country | Signed
Plum | France | 1986
Cusco | Peru | 2008
"""


def test_a_town_unknown_to_the_data_is_known_by_its_council_and_its_partners_by_their_row() -> None:
    found = [
        s
        for s in extract(Document(text=TABLE, source="page.txt", language="en", publisher="Timber Creek Town Council"), "rules")
        if s.kind == "Twinning"
    ]
    assert [(s.roles["member"][0].name, s.roles["member"][1].name, s.time) for s in found] == [
        ("Timber Creek", "Plum", "1986"), ("Timber Creek", "Cusco", "2008"),
    ]  # fmt: skip


def test_the_heading_of_a_list_says_whose_partners_stand_in_it() -> None:
    text = "Foreign relations\n\nTwin cities of Bergen\n\nCity | Country | Since\nTurku | Finland | 1946\nSeattle | USA | 1967\n"
    found = [s for s in extract(Document(text=text, source="page.txt", language="en"), "rules") if s.kind == "Twinning"]
    assert [([m.name for m in s.roles["member"]], s.time) for s in found] == [(["Bergen", "Turku"], "1946"), (["Bergen", "Seattle"], "1967")]
