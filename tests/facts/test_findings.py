from typing import Any

import pytest

from dostyk.facts import reconcile
from dostyk.model.fact import Finding
from dostyk.model.statement import Statement

TRADE = {"measure": "trade turnover", "unit": "USD"}
BOTH = {"subject": "Norway; Kenya"}


def found(statements: list[Statement], type: str, as_of: str | None = None) -> list[Finding]:
    return [g for g in reconcile(statements, as_of)[1] if g.type == type]


def test_renaming_to_itself_is_garbled(tell: Any, said: Any) -> None:
    page = tell(
        "A",
        "2010-05",
        said("Renaming", "Bombay was renamed Bombay", {"entity": "Mumbai"}, "1995", attributes={"old_name": "Bombay", "new_name": "Bombay"}),
    )
    (finding,) = found(page, "garbled")
    assert finding.severity == "warning"
    assert finding.statements == tuple(page)


def test_a_name_out_of_its_time(tell: Any, said: Any) -> None:
    late = tell(
        "A",
        "2021-05",
        said(
            "Mission", "Norway has an embassy in Nur-Sultan", {"sender": "Norway", "location": "Nur-Sultan"}, attributes={"mission_type": "embassy"}
        ),
    )
    later = tell(
        "B",
        "2024-05",
        said("Mission", "the embassy of Kenya in Nur-Sultan", {"sender": "Kenya", "location": "Nur-Sultan"}, attributes={"mission_type": "embassy"}),
    )
    (finding,) = found(late + later, "name not valid at its date")
    assert "B (May 2024) says Nur-Sultan" in finding.summary


def test_told_before_it_happened(tell: Any, said: Any) -> None:
    page = tell("A", "2018-02", said("Visit", "Dahl visited Kenya in May 2019", {"visitor": "Ingrid Dahl", "destination": "Kenya"}, "2019-05"))
    assert len(found(page, "impossible date")) == 1


def test_a_rank_read_the_wrong_way_round(tell: Any, said: Any) -> None:
    rank = {"measure": "trading partner rank", "unit": "rank", "statistic": "rank"}
    odd = tell(
        "A",
        "2018",
        said(
            "Indicator",
            "Kenya is Sweden's second largest partner after Norway",
            {"subject": "Kenya", "partner": "Sweden"},
            attributes=rank | {"value": "2"},
        ),
    )
    plain = tell(
        "B",
        "2019",
        said("Indicator", "Norway is Kenya's largest partner", {"subject": "Norway", "partner": "Kenya"}, attributes=rank | {"value": "1"}),
    )
    (finding,) = found(odd + plain, "reversed")
    assert {s.id for s in finding.statements} == {s.id for s in odd + plain}
    assert not found(plain, "reversed")


def test_values_that_nothing_explains_are_a_conflict(tell: Any, said: Any) -> None:
    one = tell("A", "2021", said("Indicator", "5 billion in 2019", BOTH, "2019", attributes=TRADE | {"value": "5000000000"}))
    two = tell("B", "2021", said("Indicator", "7.3 billion in 2019", BOTH, "2019", attributes=TRADE | {"value": "7300000000"}))
    three = tell(
        "C", "2021", said("Indicator", "over 4.9 billion in 2019", BOTH, "2019", attributes=TRADE | {"value": "4900000000", "bound": "over"})
    )
    (finding,) = found(one + two, "conflict")
    assert "A" in finding.reason and "B" in finding.reason
    assert not found(one + three, "conflict")


def test_a_part_above_its_whole(tell: Any, said: Any) -> None:
    page = tell(
        "A",
        "2021",
        said("Indicator", "3 billion in 2019", BOTH, "2019", attributes=TRADE | {"value": "3000000000"}),
        said("Indicator", "4 billion in its first half", BOTH, "2019-01/2019-06", attributes=TRADE | {"value": "4000000000"}),
    )
    assert len(found(page, "conflict")) == 1


def test_an_older_count_is_superseded_and_not_contradicted(tell: Any, said: Any) -> None:
    count = {"measure": "schools", "unit": "1"}
    one = tell("A", "2012", said("Indicator", "three Norwegian schools", {"subject": "Kenya"}, attributes=count | {"value": "3"}))
    two = tell("B", "2022", said("Indicator", "five Norwegian schools", {"subject": "Kenya"}, attributes=count | {"value": "5"}))
    assert len(found(one + two, "superseded")) == 1
    assert not found(one + two, "conflict")


def test_offices_go_stale_soon_unless_confirmed(tell: Any, said: Any) -> None:
    roles = {"holder": "Ingrid Dahl", "of": "Norway", "to": "Kenya"}
    first = tell("A", "2015-03", said("Office", "Ambassador Ingrid Dahl, since 2014", roles, "2014/..", attributes={"position": "ambassador"}))
    news = tell("B", "2021-03", said("Event", "a fair in Nairobi", {"event": "trade fair", "place": "Nairobi"}, "2021"))
    again = tell(
        "C", "2020-12", said("Office", "Ambassador Dahl said", {"holder": "Ingrid Dahl", "of": "Norway"}, attributes={"position": "ambassador"})
    )
    (finding,) = found(first + news, "stale")
    assert "March 2015" in finding.summary
    assert not found(first + news + again, "stale")
    assert not found(first + news, "stale", as_of="2016-01")


def test_growth_gives_its_base(tell: Any, said: Any) -> None:
    page = tell(
        "A",
        "2021",
        said("Indicator", "6.6 billion", BOTH, "2020", attributes=TRADE | {"value": "6600000000"}),
        said("Indicator", "up 10 %", BOTH, "2020", attributes=TRADE | {"value": "10", "unit": "%", "statistic": "change"}),
    )
    (finding,) = found(page, "implied")
    assert "6 billion US dollars in 2019" in finding.summary
    fitting = tell("B", "2020", said("Indicator", "6 billion in 2019", BOTH, "2019", attributes=TRADE | {"value": "6000000000"}))
    assert not found(page + fitting, "implied")
    assert not found(page + fitting, "conflict")
    unfitting = tell("B", "2020", said("Indicator", "4.1 billion in 2019", BOTH, "2019", attributes=TRADE | {"value": "4100000000"}))
    assert len(found(page + unfitting, "conflict")) == 1


def test_sums_and_halves(tell: Any, said: Any) -> None:
    page = tell(
        "A",
        "2021",
        said("Indicator", "9 billion in 2020", BOTH, "2020", attributes=TRADE | {"value": "9000000000"}),
        said("Indicator", "4 billion in its first half", BOTH, "2020-01/2020-06", attributes=TRADE | {"value": "4000000000"}),
        said(
            "Indicator",
            "Kenya sold for 2 billion",
            {"subject": "Kenya", "partner": "Norway"},
            "2020",
            attributes={"measure": "exports", "unit": "USD", "value": "2000000000"},
        ),
    )
    summaries = sorted(g.summary for g in found(page, "implied"))
    assert "7 billion" in summaries[0] and "from Norway to Kenya" in summaries[0]
    assert "5 billion" in summaries[1] and "second half of 2020" in summaries[1]


@pytest.mark.parametrize(("energy", "type"), [("300000000", "implied"), ("900000000", "implausible")])
def test_power_and_energy_of_one_plant(tell: Any, said: Any, energy: str, type: str) -> None:
    plant = {"subject": "Turkana Ridge wind farm"}
    page = tell(
        "A",
        "2021",
        said("Indicator", "100 MW", plant, attributes={"measure": "power capacity", "value": "100", "unit": "MW"}),
        said(
            "Indicator", "energy a year", plant, None, "expected", attributes={"measure": "electricity generation", "value": energy, "unit": "kWh/a"}
        ),
    )
    assert len(found(page, type)) == 1


def test_ordinals_and_anniversaries(tell: Any, said: Any) -> None:
    page = tell(
        "A",
        "2021",
        said("Institution", "the first Fjord School", {"institution": "first Fjord School"}, "2015"),
        said("Institution", "the second Fjord School", {"institution": "second Fjord School"}, "2017"),
        said("Event", "the 25th anniversary of the Nairobi Library in 2020", {"event": "25th anniversary of the Nairobi Library"}, "2020"),
    )
    summaries = [g.summary for g in found(page, "implied")]
    assert any("two Fjord Schools" in s for s in summaries)
    assert any("1995" in s for s in summaries)


def test_paid_pages_and_lone_sources(tell: Any, said: Any) -> None:
    roles = {"visitor": "Ingrid Dahl", "destination": "Kenya"}
    page = tell(
        "A",
        "2021",
        said("Visit", "Dahl came in May", roles, "2020-05"),
        said("Visit", "Dahl came in July", roles, "2020-07"),
        heading="Sponsored content\n\n",
    )
    other = tell("B", "2021", said("Visit", "Dahl was here in July 2020", roles, "2020-07"))
    assert len(found(page + other, "paid content")) == 1
    assert not found(page + other, "single-sided")
    third = tell("A", "2021", said("Visit", "Dahl came in 2011", roles, "2011"), said("Visit", "Dahl came in 2012", roles, "2012"))
    (finding,) = found(other + third, "single-sided")
    assert "2 of 3 visits" in finding.summary


def test_a_plain_record_gives_no_findings(tell: Any, said: Any) -> None:
    one = tell("A", "2021", said("Relations", "ties since 1964", {"party": "Norway; Kenya"}, "1964", attributes={"status": "diplomatic relations"}))
    two = tell("B", "2021", said("Twinning", "Oslo and Nairobi paired in 1990", {"member": "Oslo; Nairobi"}, "1990"))
    assert reconcile(one + two)[1] == []


COUNT = {"measure": "agreements", "unit": "1"}


def test_counts_of_other_things_do_not_supersede(tell: Any, said: Any) -> None:
    states = tell("A", "2024", said("Indicator", "twinnings of all have passed a hundred", BOTH, attributes=COUNT | {"value": "100"}))
    city = tell("B", "2025", said("Indicator", "agreements with six", BOTH, attributes=COUNT | {"value": "6"}))
    signed = tell(
        "C", "2026", said("Indicator", "9 papers were signed", BOTH | {"counted": "papers"}, "2026-05-18", attributes=COUNT | {"value": "9"})
    )
    assert not found(states + city + signed, "superseded")


def test_counts_of_another_scope_do_not_supersede(tell: Any, said: Any) -> None:
    projects = {"measure": "projects", "unit": "1"}
    one = tell(
        "A", "2023", said("Indicator", "52 joint projects", {"subject": "Kenya", "counted": "joint projects"}, attributes=projects | {"value": "52"})
    )
    two = tell(
        "B",
        "2024",
        said(
            "Indicator",
            "45 joint projects",
            {"subject": "Kenya", "partner": "Oslo", "counted": "joint projects"},
            attributes=projects | {"value": "45"},
        ),
    )
    assert not found(one + two, "superseded")


def test_forecasts_are_not_told_before_they_happened(tell: Any, said: Any) -> None:
    page = tell(
        "A",
        "2023",
        said(
            "Indicator",
            "in 2025 capacity grows five times",
            {"subject": "Oslo"},
            "2025",
            attributes={"measure": "capacity", "value": "5", "unit": "1"},
        ),
        said("Event", "the fair of 2026, to which Dahl will come", {"event": "trade fair"}, "2026"),
        said("Visit", "to which Dahl will come", {"visitor": "Ingrid Dahl", "destination": "Kenya"}, "2026", "planned"),
    )
    assert not found(page, "impossible date")


def test_entries_of_one_series_do_not_contradict_each_other(tell: Any, said: Any) -> None:
    status = {"status": "recognition"}
    pair = {"party": "Norway; Germany"}
    one = tell(None, None, said("Relations", "recognised in 1830", pair, "1830", attributes=status), title="A guide to old relations: Hanover")
    two = tell(None, None, said("Relations", "recognised in 1832", pair, "1832", attributes=status), title="A guide to old relations: Baden")
    assert not found(one + two, "conflict")
    assert len([f for f in reconcile(one + two)[0] if f.kind == "Relations"]) == 2


def test_closings_do_not_go_stale(tell: Any, said: Any) -> None:
    sort = {"mission_type": "embassy", "action": "closed"}
    page = tell("A", "1990", said("Mission", "it was closed", {"sender": "Norway", "location": "Nairobi"}, attributes=sort))
    assert not found(page, "stale", as_of="2020")


def test_named_things_are_counted_by_their_name(tell: Any, said: Any) -> None:
    count = {"measure": "fjord schools", "unit": "1"}
    one = tell("A", "2012", said("Indicator", "three of them", {"subject": "Kenya", "counted": "Fjord Schools"}, attributes=count | {"value": "3"}))
    roles = {"subject": "Norway; Kenya", "counted": "Fjord Schools"}
    two = tell("B", "2022", said("Indicator", "Norway runs five in Kenya", roles, attributes=count | {"value": "5"}))
    three = tell("C", "2022", said("Indicator", "six in Ghana", {"subject": "Ghana", "counted": "Fjord Schools"}, attributes=count | {"value": "6"}))
    assert len(found(one + two, "superseded")) == 1
    assert not found(one + three, "superseded")
