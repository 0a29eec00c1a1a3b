"""Institutions: which one was founded, works, moved or is to come, where, and by whom."""

from __future__ import annotations

import pytest

from dostyk.model.document import Document
from dostyk.statements import extract

Found = tuple[str, str, str | None, str]


def institutions(text: str) -> list[Found]:
    """Give (institution, places, time, modality) of every institution of a text, in order of time and name."""
    found = []
    for statement in extract(Document(text=text, source="page.txt", published="2023-06-15", language="en"), "rules"):
        if statement.kind == "Institution":
            names = [" and ".join(m.name for m in statement.roles.get(role, ())) for role in ("institution", "place")]
            found.append((names[0], names[1], statement.time, statement.modality.value))
    return sorted(found, key=lambda f: (f[2] or "", f[0]))


FOUNDED = [
    ("A Korean Cultural Centre opened in Lima in 2018.", ("Korean Cultural Centre", "Lima", "2018", "actual")),
    ("The Goethe-Institut in Oslo has been operating since 1997.", ("Goethe-Institut", "Oslo", "1997", "actual")),
    ("A branch of the University of Bergen was opened in Lima in 2019.", ("branch of the University of Bergen", "Lima", "2019", "actual")),
    ("In 2014, Lima State University opened a branch in Oslo.", ("branch of Lima State University", "Oslo", "2014", "actual")),
    ("Norway will set up a vocational training centre in Lima by 2025.", ("vocational training centre", "Lima", "2025", "planned")),
    ("The Maltese Library, founded in 1995, is the largest in Lima.", ("Maltese Library", "", "1995", "actual")),
    ("In Lima there has been a Maltese Cultural Centre since 1976.", ("Maltese Cultural Centre", "Lima", "1976", "actual")),
    ("On 6 June 2015, the opening ceremony of the Maltese Institute took place in Oslo.", ("Maltese Institute", "Oslo", "2015-06-06", "actual")),
    (
        "The ministers signed a memorandum on the establishment of a Maltese Language Centre in Lima.",
        ("Maltese Language Centre", "Lima", None, "planned"),
    ),
    ("The University of Bergen could open a faculty in Lima in 2026.", ("faculty of University of Bergen", "Lima", "2026", "possible")),
]


@pytest.mark.parametrize(("text", "wanted"), FOUNDED)
def test_what_is_founded_or_works(text: str, wanted: Found) -> None:
    assert institutions(text) == [wanted]


def test_ordinals_go_to_their_places() -> None:
    text = "The third and fourth Luban Workshops were opened in Lima and Oslo respectively in 2019."
    assert institutions(text) == [("fourth Luban Workshop", "Oslo", "2019", "actual"), ("third Luban Workshop", "Lima", "2019", "actual")]


def test_what_is_told_later() -> None:
    text = "The Maltese Institute works in Lima. It was set up as a reading room in 2008 and promoted to a full institute in 2012."
    assert [(name, time) for name, _, time, _ in institutions(text)][1:] == [("Maltese Institute", "2008"), ("Maltese Institute", "2012")]


def test_founders() -> None:
    text = "Norway's Nansen Foundation opened a school in Lima in 2017."
    (found,) = [s for s in extract(Document(text=text, source="page.txt", language="en"), "rules") if s.kind == "Institution"]
    assert [m.name for m in found.roles["founder"]] == ["Nansen Foundation"]


LINES = [
    ("- Maltese Cultural Centre, Lima (since 2010)", ("Maltese Cultural Centre", "Lima", "2010", "actual")),
    ("- Norwegian Institute of Lima, founded in 2003", ("Norwegian Institute of Lima", "Lima", "2003", "actual")),
]


@pytest.mark.parametrize(("text", "wanted"), LINES)
def test_lines_without_a_verb(text: str, wanted: Found) -> None:
    assert wanted in institutions(f"Institutions\n\n{text}\n- Contact: see below\n")


NOTHING = [
    "Four Confucius Institutes are functioning in Peru.",
    "The University of Oslo offers many courses.",
    "Universities of the two countries cooperate.",
    "The ministry opened an inquiry.",
    "New schools are being opened.",
    "Norway will open a trade office in Lima next year.",
    "The Institute was founded in 1999.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_everyday_talk_gives_nothing(text: str) -> None:
    assert institutions(text) == []


def test_more_of_the_same_joint_bodies_and_what_never_came_to_be() -> None:
    text = "The Maltese Institute in Lima was opened in 2009. Centres in Cusco and Tacna were added in 2011."
    assert institutions(text)[1] == ("Maltese Institute centres", "Cusco and Tacna", "2011", "actual")
    assert institutions("Norway and Malta set up a joint company in 2023.") == [("joint company", "", "2023", "actual")]
    assert institutions("The joint university announced in 2012 has not come into being.") == [("joint university", "", "2012", "negated")]


def test_a_conference_of_institutes_is_an_event() -> None:
    text = "On 6 December 2015 the Tenth Goethe Institute Conference was opened in Oslo."
    assert [s.kind for s in extract(Document(text=text, source="page.txt", language="en"), "rules")] == ["Event"]
