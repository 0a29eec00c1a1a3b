"""Regimes: which standing rule holds between two states, and since when."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract


def regimes(text: str) -> list[tuple[str, str | None]]:
    """Give (subject, time) of every rule of a text; all are between Ghana and Fiji."""
    document = Document(text=text, source="page.txt", title="Ghana and Fiji", published="2024-05", language="en")
    found = [s for s in extract(document, "rules") if s.kind == "Regime"]
    assert all({m.name for m in s.roles["party"]} == {"Ghana", "Fiji"} for s in found)
    return [(s.attributes["subject"].lower(), s.time) for s in found]


CASES = [
    ("Working Holiday Scheme: up to 200 young Fijians may work in Ghana.", [("working holiday scheme", None)]),
    ("Ghanaians do not need visas for visits of up to 120 days in Fiji.", [("visa-free visits of up to 120 days", None)]),
    ("Fijian visitors need an electronic authorisation (GhETA).", [("electronic authorisation (gheta)", None)]),
    ("Since 1 March 2022 Ghana has been charging a fee of 3 dollars per ton on ships from Fiji.", [("fee of 3 dollars per ton", "2022-03-01/..")]),
    ("Fijian citizens pay 40 dollars for an electronic visa.", [("40 dollars for an electronic visa", None)]),
    ("Citizens of Ghana can enter Fiji without a visa since May 2016.", [("visa-free entry", "2016-05/..")]),
    ("A visa-free regime between Ghana and Fiji has been in force since 2014.", [("visa-free regime", "2014/..")]),
    ("No visa is required of Ghanaian and Fijian citizens.", [("visa-free travel", None)]),
    ("Fiji reintroduced the visa requirement for Ghanaians in 2009.", [("visa requirement for ghanaians", "2009")]),
    ("Fijian citizens are exempt from visa requirements in Ghana.", [("visa exemption", None)]),
    ("Ghana and Fiji mutually recognise driving licences.", [("mutual recognition of driving licences", None)]),
    ("Since 2023 payments between Ghana and Fiji are made in cedi.", [("payment in cedi", "2023/..")]),
    ("Border passes between Ghana and Fiji are valid for 10 days.", [("border passes valid for 10 days", None)]),
    ("Ghana and Fiji\nVisas: not required for up to 90 days (since 2015)", [("visa not required for up to 90 days", "2015/..")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_says_which_rule_holds(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert regimes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The university of Accra charges a fee of 400 dollars a term.",
        "Visitors need a permit from the warden to camp.",
        "Ghana and Fiji discussed visas.",
        "The embassy of Fiji in Ghana issued 300 visas in 2022.",
        "Recognition of their work pleased Ghana and Fiji.",
    ],
)
def test_what_is_no_rule_gives_nothing(text: str) -> None:
    assert regimes(text) == []


def test_states_named_in_the_sentence_are_the_parties() -> None:
    """A page on many states: who is party to a rule is told in its own sentence."""
    text = (
        "Ghana and Fiji opened talks. Ghana and Fiji hope for more trade.\n\n"
        "Chile established visa-free travel for Peruvians in October 2019.\n\n"
        "The President of Togo signed a decree granting visa-free entry to UK citizens."
    )
    found = [s for s in extract(Document(text=text, source="page.txt", published="2024-05", language="en"), "rules") if s.kind == "Regime"]
    assert [sorted(m.id for m in s.roles["party"]) for s in found] == [["CL", "PE"], ["GB", "TG"]]
