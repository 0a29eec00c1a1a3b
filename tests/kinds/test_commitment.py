"""Commitments: who intends, pledges or targets what, by when, and how much."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract


def commitments(text: str, published: str = "2024-03-10") -> list[tuple[str, str, str | None, str | None]]:
    """Give (actors, content, value with unit, due time) of every commitment of a text."""
    document = Document(text=text, source="page.txt", published=published, language="en")
    found = []
    for statement in extract(document, "rules"):
        if statement.kind == "Commitment":
            attributes = statement.attributes
            value = f"{attributes['value']} {attributes['unit']}" if "value" in attributes else None
            found.append((" and ".join(m.name for m in statement.roles["actor"]), attributes["content"], value, statement.time))
    return found


CASES = [
    (
        "Bolivia and Malta intend to raise trade to $50 million by 2028.",
        [("Bolivia and Malta", "raise trade to $50 million by 2028", "50000000 USD", "2028")],
    ),
    (
        "Norway pledged 30 million kroner for schools in Malawi.",
        [("Norway", "pledged 30 million kroner for schools in Malawi", "30000000 NOK", None)],
    ),
    ("Oman plans to plant 500 trees in Muscat by 2026.", [("Oman", "plant 500 trees in Muscat by 2026", "500 1", "2026")]),
    (
        "Latvia agreed to keep granting 20 scholarships a year to Ghanaian students.",
        [("Latvia", "keep granting 20 scholarships a year to Ghanaian students", "20 1/a", None)],
    ),
    (
        "The Finnish government announced its intention to cut visa fees for Kenyans in 2025.",
        [("Finnish government", "cut visa fees for Kenyans in 2025", None, "2025")],
    ),
    (
        "Peru set a target of raising exports to Cyprus to 80 million dollars by 2027.",
        [("Peru", "raising exports to Cyprus to 80 million dollars by 2027", "80000000 USD", "2027")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_says_who_commits_to_what(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert commitments(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The two sides agreed to strengthen cooperation.",
        "Fiji does not intend to close its consulate in 2025.",
        "Cooperation will be further deepened in all directions.",
        "The forum will be held in May.",
        "The President will visit Oslo in June.",
        "Both ministers want to continue the dialogue.",
        "The bridge will be opened by the end of 2025.",
    ],
)
def test_says_nothing_of_what_cannot_be_checked_or_is_told_otherwise(text: str) -> None:
    assert commitments(text) == []


def test_is_always_planned() -> None:
    document = Document(text="Oman plans to plant 500 trees in Muscat by 2026.", source="page.txt", published="2024-03-10", language="en")
    assert {str(s.modality) for s in extract(document, "rules") if s.kind == "Commitment"} == {"planned"}


def test_a_target_number_is_no_indicator() -> None:
    document = Document(
        text="Bolivia and Malta intend to raise trade to $50 million by 2028.", source="page.txt", published="2024-03-10", language="en"
    )
    assert [s.kind for s in extract(document, "rules")] == ["Commitment"]
