"""Memberships: who joined, belongs to, observes or left which organisation, and since when."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

Told = tuple[str, str, str | None, str]


def memberships(text: str) -> list[Told]:
    """Give (member, organisation, time, modality) of every membership of a text."""
    document = Document(text=text, source="page.txt", title="Ghana and Fiji", published="2024-05", language="en")
    found = [s for s in extract(document, "rules") if s.kind == "Membership"]
    return sorted((s.roles["member"][0].name, s.roles["organisation"][0].name, s.time, s.modality.value) for s in found)


CASES = [
    (
        "The number of member states of the Reef Organisation rose after Fiji joined in 1999.",
        [("Fiji", "Reef Organisation", "1999", "actual")],
    ),
    (
        "The African Union has its seat in Addis Ababa. Ghana is a member of the African Union. In 2017 Fiji joined the bloc.",
        [("Fiji", "African Union", "2017", "actual"), ("Ghana", "African Union", None, "actual")],
    ),
    (
        "The Commonwealth includes Ghana and Fiji.",
        [("Fiji", "Commonwealth", None, "actual"), ("Ghana", "Commonwealth", None, "actual")],
    ),
    (
        "Ghana and Fiji have been Coral Reef Convention members since 1999.",
        [("Fiji", "Coral Reef Convention", "1999/..", "actual"), ("Ghana", "Coral Reef Convention", "1999/..", "actual")],
    ),
    (
        "Ghana is a member of the regional development bank, of which Fiji is a shareholder as well.",
        [("Fiji", "regional development bank", None, "actual"), ("Ghana", "regional development bank", None, "actual")],
    ),
    ("Fiji joined the Commonwealth in 1970.", [("Fiji", "Commonwealth", "1970", "actual")]),
    ("Ghana has been a member of the African Union since 2002.", [("Ghana", "African Union", "2002/..", "actual")]),
    ("Fiji has been an observer at the Pacific Alliance since 2013.", [("Fiji", "Pacific Alliance", "2013/..", "actual")]),
    ("Ghana was admitted to the United Nations on 8 March 1957.", [("Ghana", "United Nations", "1957-03-08", "actual")]),
    ("Ghana is expected to join the OECD in 2026.", [("Ghana", "OECD", "2026", "expected")]),
    ("Ghana is not a member of NATO.", [("Ghana", "NATO", None, "negated")]),
    ("Ghana was granted observer status in ASEAN in 2012.", [("Ghana", "ASEAN", "2012", "actual")]),
    (
        "Fiji and Ghana, both members of the Commonwealth, work together.",
        [("Fiji", "Commonwealth", None, "actual"), ("Ghana", "Commonwealth", None, "actual")],
    ),
    ("Ghana is a member of the WTO and the African Union.", [("Ghana", "African Union", None, "actual"), ("Ghana", "WTO", None, "actual")]),
    ("Fiji joined the Commonwealth in 1970. It left it in 1987.", [("Fiji", "Commonwealth", "1970", "actual")]),
    (
        "The Kingdom of Hanover joined the North German Confederation in 1867.",
        [("Kingdom of Hanover", "North German Confederation", "1867", "actual")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_says_who_belongs_where(text: str, expected: list[Told]) -> None:
    assert memberships(text) == expected


@pytest.mark.parametrize(
    "text", ["Ghana applied for membership in BRICS in 2023.", "The minister joined the talks in Suva.", "Fiji joined the Paris Agreement in 2016."]
)
def test_what_is_no_membership_gives_nothing(text: str) -> None:
    assert memberships(text) == []


def test_names_behind_such_as_are_meant_by_the_plural_before_them() -> None:
    text = "Chile is a member of several bodies, such as the Pacific Alliance, the Andean Fund and BRICS."
    found = [s for s in extract(Document(text=text, source="page.txt", language="en"), "rules") if s.kind == "Membership"]
    assert {s.roles["organisation"][0].name for s in found} == {"Pacific Alliance", "Andean Fund", "BRICS"}
    text = "Three Norwegian towns, including Bergen and Trondheim, became members of the Cod Alliance in 2004."
    found = [s for s in extract(Document(text=text, source="page.txt", language="en"), "rules") if s.kind == "Membership"]
    assert {s.roles["member"][0].name for s in found} == {"Bergen", "Trondheim"}
