from typing import Any

import pytest

from dostyk.briefs import compose
from dostyk.facts import reconcile
from dostyk.model.brief import Brief, Section
from dostyk.model.statement import Statement

TRADE = {"measure": "trade turnover", "unit": "USD"}


def brief_of(statements: list[Statement], as_of: str | None = None) -> Brief:
    return compose(*reconcile(statements), ("NO", "KE"), as_of)


def section(brief: Brief, title: str) -> Section:
    return next(s for s in brief.sections if s.title.startswith(title))


def lines(brief: Brief, title: str) -> list[str]:
    return [s.text for s in section(brief, title).sentences]


@pytest.fixture
def record(tell: Any, said: Any) -> list[Statement]:
    one = tell(
        "Kenya Gazette",
        "2019-03",
        said("Relations", "ties were opened on 5 May 1964", {"party": "Norway; Kenya"}, "1964-05-05", attributes={"status": "diplomatic relations"}),
        said(
            "Mission",
            "Kenya's embassy in Oslo, since 1970",
            {"sender": "Kenya", "location": "Oslo"},
            "1970/..",
            attributes={"mission_type": "embassy"},
        ),
        said(
            "Office",
            "Foreign Minister Ingrid Dahl",
            {"holder": "Ingrid Dahl", "of": "Norway"},
            "2018-05",
            attributes={"position": "Foreign Minister"},
        ),
        said(
            "Visit",
            "Dahl came to Kenya in May 2018",
            {"visitor": "Ingrid Dahl", "destination": "Kenya"},
            "2018-05",
            attributes={"visit_type": "official"},
        ),
        said("Meeting", "she met Otieno Obel", {"participant": "Ingrid Dahl; Otieno Obel"}, "2018-05"),
        said("Indicator", "trade was 5 billion dollars in 2018", {"subject": "Norway; Kenya"}, "2018", attributes=TRADE | {"value": "5000000000"}),
        said(
            "Indicator",
            "it grew by 25 %",
            {"subject": "Norway; Kenya"},
            "2018",
            attributes=TRADE | {"value": "25", "unit": "%", "statistic": "change"},
        ),
        title="Kenya and Norway",
    )
    two = tell(
        "Oslo Times",
        "2021",
        said("Relations", "since ties began in 1964", {"party": "Norway; Kenya"}, "1964", attributes={"status": "diplomatic relations"}),
        said(
            "Indicator", "over 6 billion in 2020", {"subject": "Norway; Kenya"}, "2020", attributes=TRADE | {"value": "6000000000", "bound": "over"}
        ),
        said("Indicator", "2 billion in early 2020", {"subject": "Norway; Kenya"}, "2020-01/2020-03", attributes=TRADE | {"value": "2000000000"}),
        said("Visit", "Obel will come in May 2022", {"visitor": "Otieno Obel", "destination": "Norway"}, "2022-05", "planned"),
        said("Relations", "Sweden and Kenya have ties", {"party": "Sweden; Kenya"}, "1965", attributes={"status": "diplomatic relations"}),
        title="Norway and its partners",
    )
    statements: list[Statement] = one + two
    return statements


def test_sentences_read_as_english(record: list[Statement]) -> None:
    brief = brief_of(record)
    assert brief.title == "Norway and Kenya"
    assert lines(brief, "The relationship") == ["Norway and Kenya have had diplomatic relations since 5 May 1964."]
    assert lines(brief, "Missions")[0] == "Kenya has had an embassy in Oslo since 1970."
    (contact,) = lines(brief, "Last contacts")
    assert contact.startswith("Ingrid Dahl (Foreign Minister of Norway) paid an official visit to Kenya in May 2018 and met Otieno Obel.")
    assert lines(brief, "Figures")[2] == "Trade turnover between Norway and Kenya was 5 billion US dollars in 2018, up 25%."


def test_figures_of_one_measure_make_a_series(record: list[Statement]) -> None:
    (series,) = section(brief_of(record), "Figures").series
    assert [(p.time, p.value, p.bound) for p in series.points] == [
        ("2018", "5000000000", "exact"),
        ("2020", "6000000000", "over"),
        ("2020-01/2020-03", "2000000000", "exact"),
    ]
    assert series.unit == "USD"


def test_promises_stand_with_their_state(record: list[Statement]) -> None:
    (promise,) = lines(brief_of(record), "Promises")
    assert promise.startswith("Not yet due")


def test_other_countries_stay_out(record: list[Statement]) -> None:
    assert not any("Sweden" in s.text for part in brief_of(record).sections for s in part.sentences)


def test_silence_is_said(record: list[Statement]) -> None:
    silent = section(brief_of(record), "Sister cities")
    assert silent.silence
    assert not silent.sentences


def test_as_of_leaves_out_what_came_later(record: list[Statement]) -> None:
    brief = brief_of(record, "2019")
    told = {s.document.publisher for part in brief.sections for line in part.sentences for s in line.statements}
    assert told == {"Kenya Gazette"}
    assert section(brief, "Promises").silence


def test_every_sentence_has_its_statements(record: list[Statement]) -> None:
    for part in brief_of(record).sections:
        for line in part.sentences:
            assert line.statements
            assert line.text.endswith((".", ".”"))


def test_disputes_are_said(tell: Any, said: Any) -> None:
    one = tell("A", "2019", said("Twinning", "Oslo and Nairobi paired in 1990", {"member": "Oslo; Nairobi"}, "1990"))
    two = tell("B", "2020", said("Twinning", "partners since 1992", {"member": "Oslo; Nairobi"}, "1992"))
    (line,) = lines(brief_of(one + two), "Sister cities")
    assert "disputed: 1990 (A) and 1992 (B)" in line
