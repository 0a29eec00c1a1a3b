"""How two values of one fact differ: every type, told by pages of several pairs of countries."""

from typing import Any

import pytest

from dostyk.facts import reconcile
from dostyk.facts.dissents import exchanged, gravest
from dostyk.model.fact import DissentType, Fact
from dostyk.model.statement import Statement

Statements = list[Statement]


def figure(statements: Statements) -> Fact:
    (fact,) = [f for f in reconcile(statements)[0] if f.kind == "Indicator"]
    return fact


def types(fact: Fact) -> list[str]:
    return [d.type.value for d in fact.dissents]


TRADE = {"measure": "trade turnover", "unit": "USD"}
CHILE_PERU = {"subject": "Chile; Peru"}


@pytest.mark.parametrize(
    ("one", "other", "type"),
    [
        ({"value": "3500000000"}, {"value": "3520000000"}, DissentType.ROUNDING),
        ({"value": "3400000000", "bound": "over"}, {"value": "3560000000"}, DissentType.BOUND),
        ({"value": "3520000"}, {"value": "3520000000"}, DissentType.GARBLED),
        ({"value": "3520000000"}, {"value": "3250000000"}, DissentType.GARBLED),
        ({"value": "3520000000"}, {"value": "4710000000"}, DissentType.CONFLICT),
        ({"value": "3520000000"}, {"value": "3260000000", "unit": "EUR"}, DissentType.UNIT),
    ],
)
def test_values_of_one_year(tell: Any, said: Any, one: dict[str, str], other: dict[str, str], type: DissentType) -> None:
    pages = tell("Andean Courier", "2020", said("Indicator", "trade between Chile and Peru in 2019", CHILE_PERU, "2019", attributes=TRADE | one))
    pages += tell("Pacific Ledger", "2020", said("Indicator", "what the two sold each other in 2019", CHILE_PERU, "2019", attributes=TRADE | other))
    fact = figure(pages)
    assert len(fact.statements) == 2 and fact.independent == 2
    assert types(fact) == [type.value]
    assert gravest(fact) is type
    (dissent,) = fact.dissents
    assert dissent.reason and not dissent.one_source and not dissent.fact
    assert dissent.statements == fact.voices[1].statements
    assert dissent.value == fact.voices[1].value


def test_tons_are_kilotons(tell: Any, said: Any) -> None:
    coal = {"subject": "South Africa", "partner": "India"}
    one = tell(
        "Cape Figures",
        "2021",
        said("Indicator", "387,000 tons", coal, "2020", attributes={"measure": "coal exports", "value": "387000", "unit": "t"}),
    )
    two = tell(
        "Deccan Post", "2021", said("Indicator", "387 kilotons", coal, "2020", attributes={"measure": "coal exports", "value": "387", "unit": "kt"})
    )
    fact = figure(one + two)
    assert types(fact) == ["unit"]
    assert "the same in other units" in fact.dissents[0].reason
    assert {v.unit for v in fact.voices} == {"t", "kt"}


def test_the_unit_is_that_of_the_leading_value(tell: Any, said: Any) -> None:
    pages = []
    for name, value, unit in (("A", "3520000000", "USD"), ("B", "3260000000", "EUR"), ("C", "3260000000", "EUR")):
        pages += tell(
            name, "2020", said("Indicator", f"{name} on trade in 2019", CHILE_PERU, "2019", attributes=TRADE | {"value": value, "unit": unit})
        )
    fact = figure(pages)
    assert (fact.attributes["value"], fact.attributes["unit"]) == ("3260000000", "EUR")


def test_preliminary_figures_give_way(tell: Any, said: Any) -> None:
    one = tell(
        "A",
        "2020-01",
        said("Indicator", "by preliminary data trade came to 3.1 billion", CHILE_PERU, "2019", attributes=TRADE | {"value": "3100000000"}),
    )
    two = tell("B", "2020-09", said("Indicator", "trade came to 3.37 billion", CHILE_PERU, "2019", attributes=TRADE | {"value": "3370000000"}))
    fact = figure(one + two)
    assert types(fact) == ["preliminary against final"]
    assert "called preliminary" in fact.dissents[0].reason
    assert not [g for g in reconcile(one + two)[1] if g.type == "conflict"]


def test_one_publisher_corrects_itself(tell: Any, said: Any) -> None:
    one = tell("A", "2020-01", said("Indicator", "trade came to 3.1 billion", CHILE_PERU, "2019", attributes=TRADE | {"value": "3100000000"}))
    two = tell(
        "A", "2020-09", said("Indicator", "trade came to 3.37 billion last year", CHILE_PERU, "2019", attributes=TRADE | {"value": "3370000000"})
    )
    fact = figure(one + two)
    assert types(fact) == ["preliminary against final"] and fact.dissents[0].one_source
    assert gravest(fact) is None and fact.independent == 1


def test_one_page_that_gives_two_values_means_two_things(tell: Any, said: Any) -> None:
    page = tell(
        "A",
        "2020",
        said("Indicator", "exports came to 3.1 billion", CHILE_PERU, "2019", attributes=TRADE | {"value": "3100000000"}),
        said("Indicator", "those of fish to 0.4 billion", CHILE_PERU, "2019", attributes=TRADE | {"value": "400000000"}),
    )
    fact = figure(page)
    assert types(fact) == ["scope"] and fact.dissents[0].one_source
    assert fact.attributes["value"] == "3100000000"
    assert not reconcile(page)[1]


def test_other_things_counted_are_another_scope(tell: Any, said: Any) -> None:
    count = {"measure": "companies", "unit": "1"}
    pair = {"subject": "Kenya", "partner": "Japan"}
    one = tell("A", "2021", said("Indicator", "120", pair | {"counted": "registered firms"}, "2020", attributes=count | {"value": "120"}))
    two = tell("B", "2021", said("Indicator", "45", pair | {"counted": "factories"}, "2020", attributes=count | {"value": "45"}))
    fact = figure(one + two)
    assert types(fact) == ["scope"]
    assert "registered firms" in fact.dissents[0].reason and "factories" in fact.dissents[0].reason
    assert not [g for g in reconcile(one + two)[1] if g.type == "conflict"]


def test_a_narrower_measure_is_another_scope(tell: Any, said: Any) -> None:
    one = tell(
        "A", "2020", said("Indicator", "5 billion", CHILE_PERU, "2019", attributes=TRADE | {"value": "5000000000", "measure": "trade in goods"})
    )
    two = tell("B", "2020", said("Indicator", "6.3 billion", CHILE_PERU, "2019", attributes=TRADE | {"value": "6300000000"}))
    assert types(figure(one + two)) == ["scope"]


def test_each_side_counts_for_itself(tell: Any, said: Any) -> None:
    one = tell(
        "Ministry of Trade of Chile", "2020", said("Indicator", "trade was 5 billion", CHILE_PERU, "2019", attributes=TRADE | {"value": "5000000000"})
    )
    two = tell("Customs of Peru", "2020", said("Indicator", "trade was 6.3 billion", CHILE_PERU, "2019", attributes=TRADE | {"value": "6300000000"}))
    fact = figure(one + two)
    assert types(fact) == ["reporter"]
    assert "Chile" in fact.dissents[0].reason and "Peru" in fact.dissents[0].reason
    (finding,) = [g for g in reconcile(one + two)[1] if g.type == "conflict"]
    assert finding.severity == "caution"


def test_whom_a_text_names_speaks(tell: Any, said: Any) -> None:
    page = tell(
        "Harbour Times",
        "2020",
        said(
            "Indicator",
            "5 billion by one count",
            CHILE_PERU,
            "2019",
            attribution="Statistics Institute of Chile",
            attributes=TRADE | {"value": "5000000000"},
        ),
        said("Indicator", "6.3 billion by the other", CHILE_PERU, "2019", attribution="Customs of Peru", attributes=TRADE | {"value": "6300000000"}),
    )
    fact = figure(page)
    assert types(fact) == ["reporter"] and not fact.dissents[0].one_source


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [("1992-03-01", "1992-01-03", True), ("1992-03-03", "1992-03-03", False), ("1992-03-14", "1992-04-13", False), ("1992-03", "1992-01-03", False)],
)
def test_day_and_month_exchanged(a: str, b: str, wanted: bool) -> None:
    assert exchanged(a, b) is wanted
    assert exchanged(b, a) is wanted


def test_dates_that_differ(tell: Any, said: Any) -> None:
    status, pair = {"status": "diplomatic relations"}, {"party": "Ghana; Sweden"}
    one = tell("A", "2019", said("Relations", "ties since 5 June 1960", pair, "1960-06-05", attributes=status))
    two = tell("B", "2019", said("Relations", "ties since 6 May 1960", pair, "1960-05-06", attributes=status))
    three = tell("C", "2019", said("Relations", "ties since 1962", pair, "1962", attributes=status))
    (fact,) = reconcile(one + two + three)[0]
    assert sorted(types(fact)) == ["garbled", "real conflict"]
    (same,) = reconcile(one + three + tell("D", "2020", said("Relations", "since June 1960", pair, "1960-06", attributes=status)))[0]
    assert same.time == "1960-06-05" and types(same) == ["real conflict"]


def test_the_finest_agreed_value_stands(tell: Any, said: Any) -> None:
    pages = []
    for name, value, bound in (("A", "5100000000", "over"), ("B", "5200000000", "exact"), ("C", "5173000000", "exact"), ("D", "5200000000", "exact")):
        pages += tell(name, "2020", said("Indicator", f"{name}: trade", CHILE_PERU, "2019", attributes=TRADE | {"value": value, "bound": bound}))
    fact = figure(pages)
    assert (fact.attributes["value"], fact.attributes["bound"]) == ("5173000000", "exact")
    assert sorted(types(fact)) == ["bound", "rounding"]
    assert fact.independent == 4
