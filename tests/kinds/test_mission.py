"""Missions: whose embassy or consulate is where, since when, opened, closed or planned."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

HEAD = "News of Peru and Norway.\n\n"


def missions(text: str) -> list[tuple[str, str, str, str | None, str]]:
    """Give (sender, city, class, time, modality) of every mission of a text."""
    found = []
    for statement in extract(Document(text=HEAD + text, source="page.txt", published="2023-05-10", language="en"), "rules"):
        if statement.kind == "Mission":
            sender, city = statement.roles["sender"][0].name, statement.roles["location"][0].name
            found.append((sender, city, statement.attributes["mission_type"], statement.time, statement.modality.value))
    return sorted(found, key=lambda f: (f[:3], f[3] or ""))


CASES = [
    ("Norway opened its embassy in Lima on 4 May 1994.", [("Norway", "Lima", "embassy", "1994-05-04", "actual")]),
    ("Oslo opened its embassy in Lima in 1994.", [("Norway", "Lima", "embassy", "1994", "actual")]),
    (
        "Peru has consulates-general in Bergen and Stavanger.",
        [("Peru", "Bergen", "consulate general", None, "actual"), ("Peru", "Stavanger", "consulate general", None, "actual")],
    ),
    ("Embassies exist in both capitals.", [("Norway", "Lima", "embassy", None, "actual"), ("Peru", "Oslo", "embassy", None, "actual")]),
    ("The Embassy of Peru functions in Oslo since July 1999.", [("Peru", "Oslo", "embassy", "1999-07/..", "actual")]),
    (
        "Honorary consulates of Peru are working in Bergen and Stavanger.",
        [("Peru", "Bergen", "honorary consulate", None, "actual"), ("Peru", "Stavanger", "honorary consulate", None, "actual")],
    ),
    ("Peru plans to open a consulate in Bergen in 2025.", [("Peru", "Bergen", "consulate", "2025", "planned")]),
    (
        "Norway's embassy in Lima was closed in 1990 and reopened in 2005.",
        [("Norway", "Lima", "embassy", "1990", "actual"), ("Norway", "Lima", "embassy", "2005", "actual")],
    ),
    (
        "Norway opened an embassy in Lima in 1962, closed it in 1984 and reopened it in 2006.",
        [("Norway", "Lima", "embassy", year, "actual") for year in ("1962", "1984", "2006")],
    ),
    ("Norway is represented in Lima by an embassy.", [("Norway", "Lima", "embassy", None, "actual")]),
    ("The Norwegian consulate in Cusco was upgraded to a consulate general in 2015.", [("Norway", "Cusco", "consulate general", "2015", "actual")]),
    ("Norway's embassy was opened in 1962.", [("Norway", "Lima", "embassy", "1962", "actual")]),
    ("The embassy in Lima was opened in 1962.", [("Norway", "Lima", "embassy", "1962", "actual")]),
    (
        "Peru has a consulate in Bergen and will open another in Stavanger in 2025.",
        [("Peru", "Bergen", "consulate", None, "actual"), ("Peru", "Stavanger", "consulate", "2025", "planned")],
    ),
    ("The Peruvian Embassy in Oslo organised a concert on 4 June 2019.", [("Peru", "Oslo", "embassy", None, "actual")]),
    (
        "A Peruvian consulate was opened in Bergen on 27 June 1882, which closed on 1 May 1949. The consulate reopened in 1962 and closed in 1967.",
        [("Peru", "Bergen", "consulate", when, "actual") for when in ("1882-06-27", "1949-05-01", "1962", "1967")],
    ),
    ("Norway's embassy in Lima did not open until 10 January 1966.", [("Norway", "Lima", "embassy", "1966-01-10", "actual")]),
    ("The first consulate of Norway to open in Cusco was on 17 June 1990.", [("Norway", "Cusco", "consulate", "1990-06-17", "actual")]),
    ("Norwegian Legation in Lima Raised to Embassy, 1952.", [("Norway", "Lima", "embassy", "1952", "actual")]),
    ("A Norwegian Interests Section was established in Lima in 1977.", [("Norway", "Lima", "interests section", "1977", "actual")]),
]

LINES = [
    (
        (
            "Peruvian missions in Norway\nEmbassy of Peru, Oslo (since 1962)\nConsulate General, Bergen (opened 2004)\n"
            "Honorary Consulate, Stavanger: Mr. Knut Berg\n"
        ),
        [
            ("Peru", "Bergen", "consulate general", "2004", "actual"),
            ("Peru", "Oslo", "embassy", "1962/..", "actual"),
            ("Peru", "Stavanger", "honorary consulate", None, "actual"),
        ],
    ),
    ("Diplomatic missions\n- Embassy of Norway in Lima: opened March 1962\n- Other news", [("Norway", "Lima", "embassy", "1962-03", "actual")]),
    (
        "Posts\nNorway | Lima | Embassy\nPeru | Oslo | Embassy",
        [("Norway", "Lima", "embassy", None, "actual"), ("Peru", "Oslo", "embassy", None, "actual")],
    ),
    (
        "Missions\nConsulates of Peru: Bergen (general), Stavanger, Trondheim\nOther news follow",
        [
            ("Peru", "Bergen", "consulate general", None, "actual"),
            ("Peru", "Stavanger", "consulate", None, "actual"),
            ("Peru", "Trondheim", "consulate", None, "actual"),
        ],
    ),
]

NONE = [
    "The Goethe-Institut opened its liaison office in Lima in 2009.",
    "A trade mission from Oslo came to Lima.",
    "The Oslo Post reported on Peru.",
    "Norway attaches importance to its embassies.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_missions_in_prose(text: str, expected: list[tuple[str, str, str, str | None, str]]) -> None:
    assert missions(text) == expected


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_missions_in_lists(text: str, expected: list[tuple[str, str, str, str | None, str]]) -> None:
    assert missions(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_mission(text: str) -> None:
    assert missions(text) == []


def test_what_was_closed_says_so() -> None:
    text = "Norway closed its consulate in Cusco in 2022."
    found = [s for s in extract(Document(text=HEAD + text, source="page.txt", language="en"), "rules") if s.kind == "Mission"]
    assert [s.attributes.get("action") for s in found] == ["closed"]


ACTS = [
    ("Elevation of Status of Legation in Lima to Embassy, 1942\n\nNothing else.", [("embassy", "Lima", "raised", "1942")]),
    ("Closing of the Norwegian Embassy at Lima, 1979\n\nNothing else.", [("embassy", "Lima", "closed", "1979")]),
    ("The rank of the Norwegian Legation in Peru was raised to Embassy on 5 March 1942.", [("embassy", "Lima", "raised", "1942-03-05")]),
    ("Embassy Lima was established on 15 February 1961.", [("embassy", "Lima", "", "1961-02-15")]),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_what_is_done_to_a_mission(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    document = Document(
        text="News of Peru and Norway, by Norway.\n\nNorway opened a consulate in Cusco.\n\n" + text,
        source="page.txt",
        published="2023-05-10",
        language="en",
    )
    found = [
        (s.attributes["mission_type"], s.roles["location"][0].name, s.attributes.get("action", ""), s.time)
        for s in extract(document, "rules")
        if s.kind == "Mission"
    ]
    assert found[1:] == expected


def test_a_mission_that_somebody_begins_is_a_term_of_office() -> None:
    assert missions("The ambassadors of Peru and Chile came to begin their missions in Norway.") == []
