import random
from typing import Any

from dostyk.facts import reconcile
from dostyk.facts.sources import independent
from dostyk.model.fact import Fact
from dostyk.model.statement import Statement

PAIR = {"party": "Norway; Kenya"}


def facts_of(statements: list[Statement], kind: str) -> list[Fact]:
    return [f for f in reconcile(statements)[0] if f.kind == kind]


def test_the_finer_date_stands_and_both_are_cited(tell: Any, said: Any) -> None:
    one = tell("A", "2019", said("Relations", "ties were opened on 5 May 1964", PAIR, "1964-05-05", attributes={"status": "diplomatic relations"}))
    two = tell(
        "B", "2020", said("Relations", "since ties began in 1964", {"party": "Kenya; Norway"}, "1964", attributes={"status": "diplomatic ties"})
    )
    (fact,) = facts_of(one + two, "Relations")
    assert fact.time == "1964-05-05"
    assert len(fact.statements) == 2
    assert len(fact.voices) == 1


def test_differing_dates_stand_side_by_side(tell: Any, said: Any) -> None:
    one = tell("A", "2019", said("Twinning", "Oslo and Nairobi paired in 1990", {"member": "Oslo; Nairobi"}, "1990"))
    two = tell("B", "2020", said("Twinning", "Oslo and Nairobi, partners since 1992", {"member": "Oslo; Nairobi"}, "1992"))
    (fact,) = facts_of(one + two, "Twinning")
    assert [v.value for v in fact.voices] == ["1990", "1992"]


def test_a_level_of_relations_is_not_another(tell: Any, said: Any) -> None:
    page = tell(
        "A",
        "2019",
        said("Relations", "a partnership in 2001", PAIR, "2001", attributes={"status": "strategic partnership"}),
        said("Relations", "a comprehensive one in 2011", PAIR, "2011", attributes={"status": "comprehensive strategic partnership"}),
    )
    assert len(facts_of(page, "Relations")) == 2


def test_a_visit_to_a_city_is_the_visit_to_its_country(tell: Any, said: Any) -> None:
    visitor = {"visitor": "Ingrid Dahl"}
    one = tell("A", "2019", said("Visit", "Ingrid Dahl came to Kenya on 3-6 May", visitor | {"destination": "Kenya"}, "2018-05-03/2018-05-06"))
    two = tell("B", "2019", said("Visit", "I. Dahl in Nairobi, 4 May", {"visitor": "I. Dahl", "destination": "Nairobi"}, "2018-05-04"))
    three = tell("B", "2019", said("Visit", "Dahl returned in 2019", visitor | {"destination": "Kenya"}, "2019"))
    first, second = facts_of(one + two + three, "Visit")
    assert first.time == "2018-05-03/2018-05-06"
    assert len(first.statements) == 2
    assert second.time == "2019"


def test_consulates_in_two_cities_are_two(tell: Any, said: Any) -> None:
    sender = {"sender": "Kenya"}
    sort = {"mission_type": "consulate general"}
    page = tell(
        "A",
        "2019",
        said("Mission", "one in Oslo", sender | {"location": "Oslo"}, "2001/..", attributes=sort),
        said("Mission", "one in Bergen", sender | {"location": "Bergen"}, "2003/..", attributes=sort),
        said("Mission", "its consulates in Norway", sender | {"location": "Norway"}, attributes=sort),
    )
    facts = facts_of(page, "Mission")
    assert {"2001/..", "2003/.."} <= {f.time for f in facts}
    assert not any(len(f.voices) > 1 for f in facts)


def test_planned_and_held_are_two_facts(tell: Any, said: Any) -> None:
    roles = {"visitor": "Ingrid Dahl", "destination": "Kenya"}
    one = tell("A", "2019", said("Visit", "she will come in May", roles, "2019-05", "planned"))
    two = tell("B", "2020", said("Visit", "she came on 4 May", roles, "2019-05-04"))
    assert len(facts_of(one + two, "Visit")) == 2


def test_different_periods_are_different_figures(tell: Any, said: Any) -> None:
    trade = {"measure": "trade turnover", "unit": "USD"}
    page = tell(
        "A",
        "2021",
        said("Indicator", "5 billion in 2019", {"subject": "Norway; Kenya"}, "2019", attributes=trade | {"value": "5000000000"}),
        said("Indicator", "2 billion in its first half", {"subject": "Norway; Kenya"}, "2019-01/2019-06", attributes=trade | {"value": "2000000000"}),
    )
    other = tell(
        "B",
        "2021",
        said(
            "Indicator",
            "5.04 bn",
            {"subject": "Norway", "partner": "Kenya"},
            "2019",
            attributes={"measure": "bilateral trade", "unit": "USD", "value": "5040000000"},
        ),
    )
    year, half = facts_of(page + other, "Indicator")
    assert [v.value for v in year.voices] == ["5040000000", "5000000000"]
    assert year.attributes["value"] == "5040000000"
    assert len(half.statements) == 1


def test_order_of_statements_does_not_matter(tell: Any, said: Any) -> None:
    statements = []
    for n, publisher in enumerate("ABCD"):
        statements += tell(
            publisher,
            str(2015 + n),
            said("Relations", f"{n} ties opened", PAIR, ["1964", "1964-05-05", None, "1965"][n], attributes={"status": "diplomatic relations"}),
            said(
                "Visit",
                f"{n} Dahl came",
                {"visitor": ["Ingrid Dahl", "I. Dahl", "Dahl Ingrid", "Ingrid Dahl"][n], "destination": "Kenya"},
                f"20{10 + n // 2}",
            ),
            said("Agreement", f"{n} signed", PAIR, attributes={"title": ["fisheries treaty", "treaty on fisheries", "treaty", "air treaty"][n]}),
            said("Indicator", f"{n} schools", {"subject": "Kenya"}, attributes={"measure": "schools", "value": str(4 + n), "unit": "1"}),
        )
    wanted = reconcile(statements)
    for seed in range(8):
        random.Random(seed).shuffle(statements)
        assert reconcile(statements) == wanted


def test_the_same_text_twice_is_one_voice(tell: Any, said: Any) -> None:
    wire = "The two ministers signed the fisheries treaty in the capital on Tuesday, officials said."
    title = {"title": "fisheries treaty"}
    weather = said("Event", "it rained at the fair", {"event": "fair"}, "2019")
    one = tell("A", "2019", said("Agreement", wire, PAIR, "2019", attributes=title))
    two = tell("B", "2019", weather, said("Agreement", wire, PAIR, "2019", attributes=title))
    three = tell("C", "2019", said("Agreement", "a treaty on fisheries was signed", PAIR, "2019", attributes={"title": "treaty on fisheries"}))
    (fact,) = facts_of(one + two + three, "Agreement")
    assert len(fact.statements) == 3
    assert len(independent(fact.statements)) == 2


def test_an_opening_and_a_closing_are_two_facts(tell: Any, said: Any) -> None:
    roles = {"sender": "Norway", "location": "Nairobi"}
    page = tell(
        "A",
        "2010",
        said("Mission", "an embassy was opened in 1996", roles, "1996/..", attributes={"mission_type": "embassy"}),
        said("Mission", "it was closed in 1999", roles, "1999", attributes={"mission_type": "embassy", "action": "closed"}),
    )
    opened, closed = facts_of(page, "Mission")
    assert opened.time == "1996/.." and "action" not in opened.attributes
    assert closed.time == "1999" and closed.attributes["action"] == "closed"


def test_a_level_does_not_borrow_the_date_of_another(tell: Any, said: Any) -> None:
    quote = "raised to a wide partnership in 2011 and to a lasting wide partnership"
    page = tell("A", "2023", said("Relations", quote, PAIR, "2011", attributes={"status": "lasting wide partnership"}), heading="")
    short = said("Relations", "raised to a wide partnership in 2011", PAIR, "2011", attributes={"status": "wide partnership"})
    one = page[0]
    start = one.document.text.index(short.quote)
    evidence = type(one.evidence)(start, start + len(short.quote), short.quote)
    other = type(one)(one.document, "Relations", evidence, one.roles, short.attributes, "2011")
    times = {f.attributes["status"]: f.time for f in facts_of([one, other], "Relations")}
    assert times == {"wide partnership": "2011", "lasting wide partnership": None}
