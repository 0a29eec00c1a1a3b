"""Renamings: what was called what before, what after, and since when."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

Told = tuple[str | None, str, str | None]


def renamings(text: str) -> list[Told]:
    """Give (old name, new name, time) of every renaming of a text."""
    document = Document(text=text, source="page.txt", title="Page", published="2024-05", language="en")
    return [(s.attributes.get("old_name"), s.attributes["new_name"], s.time) for s in extract(document, "rules") if s.kind == "Renaming"]


CASES = [
    ("Opusk was given the name Harare by Governor Brown in 1855.", [("Opusk", "Harare", "1855")]),
    (
        "In 1972 the assembly changed Salisbury back to Harare, in the same year the name of the country from Ceylon to Sri Lanka.",
        [("Salisbury", "Harare", "1972"), ("Ceylon", "Sri Lanka", "1972")],
    ),
    (
        "She teaches at the Goethe Institute (ex-German Cultural Center, renamed in 2009).",
        [("German Cultural Center", "Goethe Institute", "2009")],
    ),
    ('The square formerly "Victoria" carries since 1991 the name "Freedom Square".', [("Victoria", "Freedom Square", "1991")]),
    ("Salisbury was renamed Harare on 18 April 1982.", [("Salisbury", "Harare", "1982-04-18")]),
    ("Harare (formerly Salisbury) is the capital.", [("Salisbury", "Harare", None)]),
    ("The firm moved to Salisbury (now Harare).", [("Salisbury", "Harare", None)]),
    ("Mumbai (Bombay until 1995) is a port.", [("Bombay", "Mumbai", "1995")]),
    ("Rangoon is now called Yangon.", [("Rangoon", "Yangon", None)]),
    ("The city's name was changed from Salisbury to Harare in 1982.", [("Salisbury", "Harare", "1982")]),
    ("The Ministry of Trade was renamed the Ministry of Commerce in 2018.", [("Ministry of Trade", "Ministry of Commerce", "2018")]),
    ("The Ministry of Trade has been called the Ministry of Commerce since 2018.", [("Ministry of Trade", "Ministry of Commerce", "2018")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_says_what_became_of_a_name(text: str, expected: list[Told]) -> None:
    assert renamings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Harare is called the Sunshine City by its people.",
        "The minister, formerly an ambassador in Harare, resigned.",
        "The group is known as a partner of Yangon.",
    ],
)
def test_what_is_no_renaming_gives_nothing(text: str) -> None:
    assert renamings(text) == []
