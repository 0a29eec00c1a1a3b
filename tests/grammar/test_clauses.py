"""Tests who does what to whom: subjects, objects, voice, modality, posts and names, coordination."""

import pytest

from dostyk.grammar import analyse
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType


def sentence(text: str) -> Sentence:
    (found,) = analyse(text)
    return found


def clause(text: str, lemma: str) -> Clause:
    return next(c for c in sentence(text).clauses if c.lemma == lemma)


def texts(phrase: Phrase | None) -> list[str]:
    return [m.text for m in phrase.members()] if phrase is not None else []


def test_a_passive_is_evened_out() -> None:
    found = clause("The bridge was built by two Norwegian companies in 2019.", "build")
    assert texts(found.patient) == ["The bridge"]
    assert texts(found.agent) == ["two Norwegian companies"]


def test_a_coordinated_verb_shares_its_subject() -> None:
    found = clause("The minister visited Oslo and signed a protocol.", "sign")
    assert texts(found.agent) == ["The minister"]


@pytest.mark.parametrize("verb", ["said that", "pointed out that", "said"])
def test_what_stands_between_two_countries_keeps_both(verb: str) -> None:
    found = clause(f"The minister {verb} the volume of trade between Peru and Norway amounted to 3 million dollars.", "amount")
    assert texts(found.agent) == ["the volume of trade between Peru and Norway"]


def test_two_who_act_in_a_clause_of_its_own_are_its_subject() -> None:
    assert texts(clause("The minister noted that Peru and Norway signed a treaty.", "sign").agent) == ["Peru", "Norway"]
    assert texts(clause("The minister visited Peru and Norway opened an embassy.", "open").agent) == ["Norway"]


def test_an_apposition_does_not_take_the_verb() -> None:
    found = clause("Lima, the capital of Peru, hosted the forum.", "host")
    assert texts(found.agent) == ["Lima"]


def test_a_participle_behind_a_thing_is_no_main_verb() -> None:
    found = clause("The treaty signed in May 1999 in Lima is still in force.", "sign")
    assert (found.form, texts(found.patient)) == ("participle", ["The treaty"])


@pytest.mark.parametrize(
    ("text", "lemma", "modality"),
    [
        ("The president will visit Peru.", "visit", "planned"),
        ("The president plans to visit Peru.", "visit", "planned"),
        ("The plant is expected to open in May.", "open", "expected"),
        ("The minister did not visit Peru.", "visit", "negated"),
        ("No agreement was signed.", "sign", "negated"),
        ("The minister may visit Peru.", "visit", "possible"),
        ("The minister is visiting Peru.", "visit", "ongoing"),
        ("The minister is going to visit Peru.", "visit", "planned"),
        ("The minister visited Peru.", "visit", "actual"),
    ],
)
def test_modality(text: str, lemma: str, modality: str) -> None:
    assert clause(text, lemma).modality.value == modality


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        ("Prime Minister of Peru Ana Ruiz arrived.", "Ana Ruiz", "Prime Minister"),
        ("Ana Ruiz, minister of trade of Peru, arrived.", "Ana Ruiz", "minister"),
        ("The Speaker of the Parliament of Norway, Olav Berg, arrived.", "Olav Berg", "Speaker"),
        ("Peruvian Foreign Minister A. Ruiz arrived.", "A. Ruiz", "Foreign Minister"),
        ("Minister of Foreign Affairs Ana Ruiz arrived.", "Ana Ruiz", "Minister"),
        ("Governor-General Sir Olav Berg arrived.", "Olav Berg", "Governor-General"),
        ("The Vice Chairman of the City People's Committee Ana Ruiz arrived.", "Ana Ruiz", "Vice Chairman"),
    ],
)
def test_posts_and_the_people_in_them(text: str, person: str, post: str) -> None:
    found = clause(text, "arrive").agent
    assert found is not None
    assert found.person is not None
    assert found.office is not None
    assert found.office.span is not None
    assert (found.person.text, found.office.span.text) == (person, post)


def test_a_list_of_people_is_one_phrase_with_members() -> None:
    found = clause("She met President Olav Berg, Speaker Kari Lund and Minister Per Dahl.", "meet")
    assert [m.person.text for m in (found.patient.members() if found.patient else []) if m.person] == ["Olav Berg", "Kari Lund", "Per Dahl"]


def test_an_organisation_keeps_its_portfolios_and_ends_before_the_verb() -> None:
    spans = [s.text for s in sentence("The Ministry of Culture and Sports of Peru opened an office.").spans if s.type is SpanType.ORGANISATION]
    assert spans == ["Ministry of Culture and Sports of Peru"]


def test_brackets_take_no_part_in_the_clause() -> None:
    found = clause("The plant (40 MW, Swiss turbines) was opened in 2020.", "open")
    assert texts(found.patient) == ["The plant"]
