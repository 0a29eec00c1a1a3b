from typing import Any

import pytest

from dostyk.briefs import compose
from dostyk.facts import reconcile
from dostyk.model.brief import Brief, Section
from dostyk.model.statement import Statement
from dostyk.promises import as_it_stood, remarks

TRADE = {"measure": "trade turnover", "unit": "USD"}


def brief_of(statements: list[Statement], as_of: str | None = None) -> Brief:
    return compose(*reconcile(as_it_stood(statements, as_of), as_of, further=(remarks,)), ("NO", "KE"), as_of)


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
    told = {(s.document.publisher, s.time) for part in brief.sections for line in part.sentences for s in line.statements}
    assert {time for publisher, time in told if publisher == "Oslo Times"} == {"1964"}
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


def mission(said: Any, quote: str, time: str | None, sort: str = "embassy", modality: str = "actual", **attributes: str) -> Any:
    roles = {"sender": "Norway", "location": "Nairobi"}
    return said("Mission", quote, roles, time, modality, attributes={"mission_type": sort, **attributes})


def test_a_closed_mission_is_not_said_to_stand(tell: Any, said: Any) -> None:
    opened, closed = mission(said, "opened in 1996", "1996/.."), mission(said, "closed in 1999", "1999", action="closed")
    page = tell("A", "2010", opened, closed, title="Norway and Kenya")
    assert lines(brief_of(page), "Missions") == ["Norway had an embassy in Nairobi from 1996 until 1999."]
    alone = tell("A", "2010", closed, title="Norway and Kenya")
    assert lines(brief_of(alone), "Missions") == ["Norway had an embassy in Nairobi until 1999."]
    again = tell("A", "2010", opened, closed, mission(said, "opened anew in 2005", "2005/.."), title="Norway and Kenya")
    (line,) = lines(brief_of(again), "Missions")
    assert line == "Norway has had an embassy in Nairobi again since 2005 (earlier: an embassy from 1996; closed in 1999)."


def test_a_raised_mission_is_one_history(tell: Any, said: Any) -> None:
    page = tell(
        "A", "2010", mission(said, "a legation in 1920", "1920", "legation"), mission(said, "an embassy in 1950", "1950/.."), title="Norway and Kenya"
    )
    assert lines(brief_of(page), "Missions") == ["Norway has had an embassy in Nairobi since 1950 (earlier: a legation from 1920)."]


def test_undated_pages_do_not_say_that_a_mission_stands(tell: Any, said: Any) -> None:
    page = tell(None, None, mission(said, "an embassy was opened in 1920", "1920"), title="Norway and Kenya")
    assert lines(brief_of(page), "Missions") == ["Norway had an embassy in Nairobi from 1920."]


@pytest.mark.parametrize("modality", ["planned", "possible", "negated", "expected"])
def test_what_is_not_so_is_not_told_as_fact(tell: Any, said: Any, modality: str) -> None:
    both = {"party": "Norway; Kenya"}
    page = tell(
        "A",
        "2010",
        mission(said, "an embassy", "2012", modality=modality),
        said("Twinning", "Oslo and Nairobi", {"member": "Oslo; Nairobi"}, "2012", modality),
        said("Membership", "Norway in the League", {"member": "Norway", "organisation": "League"}, "2012", modality),
        said("Membership", "Kenya in the League", {"member": "Kenya", "organisation": "League"}, "2012", modality),
        said("Relations", "diplomatic relations", both, "2012", modality, attributes={"status": "diplomatic relations"}),
        said("Indicator", "trade of 5 billion", {"subject": "Norway; Kenya"}, "2009", modality, attributes=TRADE | {"value": "5000000000"}),
        title="Norway and Kenya",
    )
    titles = ("The relationship", "Missions", "Figures", "Sister cities", "Visas")
    for line in (text for title in titles for text in lines(brief_of(page), title)):
        assert "said" in line or "(expected)" in line, line


def test_the_designation_in_use_comes_first(tell: Any, said: Any) -> None:
    both = {"party": "Norway; Kenya"}
    page = tell(
        "A",
        "2023-03",
        said("Relations", "a wide partnership in 2011", both, "2011", attributes={"status": "wide partnership"}),
        said("Relations", "a lasting wide partnership in 2019", both, "2019", attributes={"status": "lasting wide partnership"}),
    )
    later = tell("B", "2024-07", said("Relations", "the lasting wide partnership", both, attributes={"status": "lasting wide partnership"}))
    assert lines(brief_of(page + later), "The relationship") == [
        "The relationship has been called a lasting wide partnership since 2019 (last so called in July 2024).",
        "The relationship became a wide partnership in 2011.",
    ]


def test_relations_that_were_severed_are_not_said_to_last(tell: Any, said: Any) -> None:
    both = {"party": "Norway; Kenya"}
    page = tell(
        "A",
        "2010",
        said("Relations", "established in 1964", both, "1964", attributes={"status": "diplomatic relations"}),
        said("Relations", "severed in 1980", both, "1980", attributes={"status": "diplomatic relations severed"}),
    )
    assert lines(brief_of(page), "The relationship") == [
        "Diplomatic relations between Norway and Kenya were severed in 1980.",
        "Norway and Kenya established diplomatic relations in 1964.",
    ]


def test_only_the_latest_holder_is_said_to_hold_a_post(tell: Any, said: Any) -> None:
    post = {"position": "President"}
    one = tell(
        "A", "2013-09", said("Office", "President Otieno Obel", {"holder": "Otieno Obel", "of": "Kenya"}, attributes=post), title="Norway and Kenya"
    )
    two = tell(
        "B", "2014-06", said("Office", "President Achieng Ouma", {"holder": "Achieng Ouma", "of": "Kenya"}, attributes=post), title="Norway and Kenya"
    )
    assert lines(brief_of(one), "Missions") == ["Otieno Obel is President of Kenya (as of September 2013)."]
    told = lines(brief_of(one + two), "Missions")
    assert "Achieng Ouma is President of Kenya (as of June 2014)." in told
    assert not any("Obel is" in line for line in told)
    news = tell("C", "2026", said("Event", "a fair", {"event": "trade fair", "place": "Nairobi"}, "2026"))
    assert "Achieng Ouma was President of Kenya, as told in June 2014." in lines(brief_of(two + news), "Missions")


def test_another_date_of_the_same_source_is_not_hidden(tell: Any, said: Any) -> None:
    both, status = {"party": "Norway; Kenya"}, {"status": "diplomatic relations"}
    page = tell(
        "A",
        "2010",
        said("Relations", "first established in 1963", both, "1963", attributes=status),
        said("Relations", "established on 5 May 1964", both, "1964-05-05", attributes=status),
    )
    (line,) = lines(brief_of(page), "The relationship")
    assert line == "Norway and Kenya have had diplomatic relations since 5 May 1964; also dated 1963 by the same source."


def test_titles_are_not_cut_silently_and_point_to_nothing(tell: Any, said: Any) -> None:
    both = {"party": "Norway; Kenya"}
    page = tell(
        "A",
        "2010",
        said(
            "Agreement",
            "Agreement on mutual exemption from visas, signed in 2009",
            both,
            "2009",
            attributes={"title": "Agreement on mutual exemption"},
        ),
        said("Agreement", "the newest agreement, of 2010", both, "2010", attributes={"title": "newest agreement"}),
    )
    told = lines(brief_of(page), "Instruments")
    assert "“Agreement on mutual exemption …” was signed in 2009." in told
    assert "An agreement was signed in 2010." in told


def test_counts_of_one_source_are_of_the_two_countries(tell: Any, said: Any) -> None:
    visits = [said("Visit", f"Dahl came in {year}", {"visitor": "Ingrid Dahl", "destination": "Kenya"}, year) for year in ("2011", "2012")]
    others = [said("Visit", f"Dahl saw Peru in {year}", {"visitor": "Ingrid Dahl", "destination": "Peru"}, year) for year in ("2013", "2014")]
    office = said("Office", "Ingrid Dahl of Norway", {"holder": "Ingrid Dahl", "of": "Norway"}, "2011", attributes={"position": "minister"})
    page = tell("A", "2015", *visits, *others, office)
    other = tell("B", "2015", said("Event", "a fair", {"event": "trade fair", "place": "Nairobi"}, "2015"))
    (finding,) = [line for line in lines(brief_of(page + other), "What a careful") if line.startswith("Resting")]
    assert "2 of 2 visits" in finding


def test_a_series_has_one_unit(tell: Any, said: Any) -> None:
    both = {"subject": "Norway; Kenya"}
    pages = [
        s
        for year in ("2016", "2017", "2018", "2019")
        for s in tell("Oslo Times", "2021", said("Indicator", f"trade of {year}", both, year, attributes=TRADE | {"value": f"{year}000000"}))
    ]
    pages += tell("Lamu Letter", "2021", said("Indicator", "trade in euros", both, "2018", attributes=TRADE | {"value": "1700000000", "unit": "EUR"}))
    (series,) = section(brief_of(pages), "Figures").series
    assert {point.statement.attributes["unit"] for point in series.points} == {series.unit} == {"USD"}
