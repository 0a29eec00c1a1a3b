"""What rests on one side or one source, and what the other side does not return."""

from typing import Any

from dostyk.facts import reconcile
from dostyk.model.fact import Finding
from dostyk.model.statement import Statement


def found(statements: list[Statement], type: str) -> list[Finding]:
    return [g for g in reconcile(statements)[1] if g.type == type]


def visits(said: Any, who: str, of: str, to: str, *years: str) -> list[Any]:
    told = [said("Visit", f"{who} in {to} in {year}", {"visitor": who, "destination": to}, year) for year in years]
    return [*told, said("Office", f"{who} of {of} in {years[0]}", {"holder": who, "of": of}, years[0], attributes={"position": "minister"})]


def test_what_one_side_alone_tells(tell: Any, said: Any) -> None:
    one = tell("Ministry of Foreign Affairs of Latvia", "2020", *visits(said, "Ilze Ozola", "Latvia", "Uganda", "2010", "2011"))
    again = tell("Riga City Council, Latvia", "2020", *visits(said, "Ilze Ozola", "Latvia", "Uganda", "2012", "2013"))
    other = tell("Ministry of Trade of Uganda", "2020", *visits(said, "Ilze Ozola", "Latvia", "Uganda", "2013", "2014", "2015"))
    summaries = sorted(g.summary for g in found(one + again + other, "single-sided"))
    assert len(summaries) == 2
    assert summaries[0].startswith("Told on Latvia’s side alone (Ministry of Foreign Affairs of Latvia and Riga City Council, Latvia): 3 of 6 visits")
    assert summaries[1].startswith("Told on Uganda’s side alone (Ministry of Trade of Uganda): 2 of 6 visits")


def test_all_that_there_is_rests_on_one_source(tell: Any, said: Any) -> None:
    page = tell("Riga Review", "2020", *visits(said, "Ilze Ozola", "Latvia", "Uganda", "2010", "2011"))
    (finding,) = found(page, "single-source")
    assert finding.summary == "All that the record has on Latvia and Uganda rests on Riga Review alone"
    assert not found(page, "single-sided")


def test_figures_that_one_source_alone_gives(tell: Any, said: Any) -> None:
    both = {"subject": "Latvia; Uganda"}
    money = {"measure": "trade turnover", "unit": "EUR"}

    def year(n: int, value: str) -> Any:
        return said("Indicator", f"{value} in {n}", both, str(n), attributes=money | {"value": value})

    one = tell("Riga Review", "2020", year(2010, "5100000"), year(2011, "5200000"), year(2012, "5300000"))
    two = tell("Kampala Courier", "2020", year(2010, "5100000"), year(2014, "5400000"))
    (finding,) = found(one + two, "single-source")
    assert finding.summary == "Resting on one source each, on Latvia and Uganda: 3 of 4 figures"
    assert "Kampala Courier: 1 figure; Riga Review: 2 figures" in finding.reason


def embassy(said: Any, sender: str, city: str) -> Any:
    return said(
        "Mission", f"an embassy of {sender} in {city}", {"sender": sender, "location": city}, "2001/..", attributes={"mission_type": "embassy"}
    )


def test_an_embassy_without_one_in_return(tell: Any, said: Any) -> None:
    one = tell("A", "2020", embassy(said, "Latvia", "Kampala"))
    two = tell("B", "2020", *visits(said, "Ilze Ozola", "Latvia", "Uganda", "2010", "2011"))
    (finding,) = found(one + two, "not reciprocated")
    assert "Latvia’s embassy in Kampala; none of Uganda in Latvia is told of" in finding.summary
    assert "does not mean that there is none" in finding.reason
    assert not found(one + two + tell("C", "2020", embassy(said, "Uganda", "Riga")), "not reciprocated")
    assert not found(one, "not reciprocated")


def test_visits_in_one_direction(tell: Any, said: Any) -> None:
    one = tell("A", "2020", *visits(said, "Ilze Ozola", "Latvia", "Uganda", "2010", "2011", "2012"))
    two = tell("B", "2020", said("Relations", "ties", {"party": "Latvia; Uganda"}, "1993", attributes={"status": "diplomatic relations"}))
    (finding,) = found(one + two, "not reciprocated")
    assert "three visits from Latvia to Uganda, none the other way" in finding.summary
    back = tell("C", "2020", *visits(said, "Grace Akello", "Uganda", "Latvia", "2013"))
    assert not found(one + two + back, "not reciprocated")


def test_a_twinning_that_the_other_town_does_not_list(tell: Any, said: Any) -> None:
    def pair(one: str, other: str) -> Any:
        return said("Twinning", f"{one} and {other} are partners", {"member": f"{one}; {other}"}, "2001")

    riga = tell("City of Riga, Latvia", "2020", pair("Riga", "Kampala"))
    kampala = tell("Kampala City Council, Uganda", "2020", pair("Kampala", "Oslo"))
    (finding,) = found(riga + kampala, "not reciprocated")
    assert "the twinning of Riga and Kampala is told by City of Riga, Latvia alone" in finding.summary
    both = tell("Kampala City Council, Uganda", "2020", pair("Kampala", "Oslo"), pair("Kampala", "Riga"))
    assert not found(riga + both, "not reciprocated")


def test_a_level_of_relations_that_the_other_side_does_not_use(tell: Any, said: Any) -> None:
    def level(status: str) -> Any:
        return said("Relations", f"we have a {status}", {"party": "Latvia; Uganda"}, attributes={"status": status})

    one = tell("Embassy of Latvia", "2020", level("strategic partnership"))
    two = tell("Embassy of Uganda", "2020", level("reliable partnership"))
    summaries = [g.summary for g in found(one + two, "not reciprocated")]
    assert len(summaries) == 2 and any("strategic partnership" in s and "Latvia’s side alone" in s for s in summaries)
    assert not found(one, "not reciprocated")
