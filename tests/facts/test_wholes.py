"""Parts and wholes: directions, periods, partners, shares; and quotients of figures."""

from typing import Any

import pytest

from dostyk.facts import reconcile
from dostyk.model.fact import Finding
from dostyk.model.statement import Statement

EUR = {"unit": "EUR"}
BOTH = {"subject": "Finland; Tunisia"}


def found(statements: list[Statement], type: str) -> list[Finding]:
    return [g for g in reconcile(statements)[1] if g.type == type]


def sold(said: Any, seller: str, buyer: str, value: str, measure: str = "exports") -> Any:
    roles = {"subject": seller, "partner": buyer}
    return said("Indicator", f"{measure} of {seller} worth {value}", roles, "2020", attributes=EUR | {"measure": measure, "value": value})


def trade(said: Any, value: str, time: str = "2020", quote: str = "") -> Any:
    return said("Indicator", quote or f"trade of {value} in {time}", BOTH, time, attributes=EUR | {"measure": "trade turnover", "value": value})


def test_two_directions_make_the_trade(tell: Any, said: Any) -> None:
    ways = [sold(said, "Finland", "Tunisia", "120000000"), sold(said, "Finland", "Tunisia", "80000000", "imports")]
    (finding,) = found(tell("A", "2021", *ways), "implied")
    assert "trade turnover between Finland and Tunisia was 200 million euros in 2020" in finding.summary
    assert not found(tell("A", "2021", *ways, trade(said, "200000000")), "implied")
    (conflict,) = found(tell("A", "2021", *ways, trade(said, "260000000")), "conflict")
    assert "do not add up" in conflict.summary
    assert not found(tell("A", "2021", *ways) + tell("Customs of Tunisia", "2021", trade(said, "260000000")), "conflict")


def test_halves_and_quarters_make_the_year(tell: Any, said: Any) -> None:
    halves = [trade(said, "90000000", "2020-01/2020-06"), trade(said, "110000000", "2020-07/2020-12")]
    (finding,) = found(tell("A", "2021", *halves), "implied")
    assert "was 200 million euros in 2020" in finding.summary
    (conflict,) = found(tell("A", "2021", *halves, trade(said, "230000000")), "conflict")
    assert "Together 200 million euros" in conflict.reason
    ends = ("-01/2020-03", "-04/2020-06", "-07/2020-09", "-10/2020-12")
    quarters = [trade(said, "50000000", f"2020{end}") for end in ends]
    assert "200 million euros in 2020" in found(tell("A", "2021", *quarters), "implied")[0].summary


def test_a_partner_has_a_share_of_all(tell: Any, said: Any) -> None:
    all_of_it = said("Indicator", "all it sold", {"subject": "Tunisia"}, "2020", attributes=EUR | {"measure": "exports", "value": "12000000000"})
    page = tell("A", "2021", all_of_it, sold(said, "Tunisia", "Finland", "240000000"))
    (finding,) = found(page, "implied")
    assert "2% of all exports of Tunisia" in finding.summary
    wrong = tell("A", "2021", all_of_it, sold(said, "Tunisia", "Finland", "24000000000"))
    (conflict,) = found(wrong, "conflict")
    assert "a part cannot be greater than the whole" in conflict.reason


def test_a_share_of_a_number(tell: Any, said: Any) -> None:
    town = {"subject": "Tampere"}
    page = tell(
        "A",
        "2021",
        said("Indicator", "a town of 240,000", town, attributes={"measure": "population", "value": "240000", "unit": "1"}),
        said(
            "Indicator",
            "a tenth of them",
            town,
            attributes={"measure": "share of population with foreign roots", "value": "10", "unit": "%", "statistic": "share"},
        ),
    )
    (finding,) = found(page, "implied")
    assert "about 24,000 of the population of Tampere with foreign roots" in finding.summary


def test_arithmetic_does_not_mix_counts(tell: Any, said: Any) -> None:
    up = said("Indicator", "up 10 %", BOTH, "2020", attributes={"measure": "trade turnover", "value": "10", "unit": "%", "statistic": "change"})
    assert len(found(tell("A", "2021", trade(said, "220000000"), up), "implied")) == 1
    assert not found(tell("A", "2021", trade(said, "220000000")) + tell("B", "2021", up), "implied")
    sentence = "Trade, according to customs, was 220 million."
    page = tell("A", "2021", trade(said, "220000000", quote=sentence), up)
    assert not found(page, "implied")


@pytest.mark.parametrize(("people", "type"), [("240000", ""), ("240000000", "implausible")])
def test_people_on_an_area(tell: Any, said: Any, people: str, type: str) -> None:
    town = {"subject": "Tampere"}
    page = tell(
        "A",
        "2021",
        said("Indicator", "so many people", town, attributes={"measure": "population", "value": people, "unit": "1"}),
        said("Indicator", "on 690 square kilometres", town, attributes={"measure": "area", "value": "690", "unit": "km2"}),
    )
    assert [g.type for g in reconcile(page)[1] if g.type in ("implied", "implausible")] == ([type] if type else [])


def test_what_a_ton_costs(tell: Any, said: Any) -> None:
    roles = {"subject": "Tunisia", "partner": "Finland"}
    oil = {"measure": "exports of olive oil"}
    page = tell(
        "A",
        "2021",
        said("Indicator", "oil for 12 million euros", roles, "2020", attributes=oil | {"value": "12000000", "unit": "EUR"}),
        said("Indicator", "3,000 tons of it", roles, "2020", attributes=oil | {"value": "3000", "unit": "t"}),
    )
    (finding,) = found(page, "implied")
    assert "4,000 euros a ton" in finding.summary
    lost = tell(
        "A",
        "2021",
        said("Indicator", "oil for 12 euros", roles, "2020", attributes=oil | {"value": "12", "unit": "EUR"}),
        said("Indicator", "3,000 tons of it", roles, "2020", attributes=oil | {"value": "3000", "unit": "t"}),
    )
    assert len(found(lost, "implausible")) == 1


def test_a_maximum_is_not_less_than_the_average(tell: Any, said: Any) -> None:
    line = {"subject": "Tampere Tramway"}
    daily = {"measure": "daily passengers", "unit": "1/d"}
    average = said("Indicator", "25,000 a day", line, attributes=daily | {"value": "25000"})
    fine = tell("A", "2021", average, said("Indicator", "at most 92,000", line, attributes=daily | {"value": "92000", "bound": "max"}))
    odd = tell("A", "2021", average, said("Indicator", "at most 9,200", line, attributes=daily | {"value": "9200", "bound": "max"}))
    assert not found(fine, "implausible")
    assert len(found(odd, "implausible")) == 1


@pytest.mark.parametrize(("cost", "count"), [("60000000", 0), ("60000", 1)])
def test_what_a_megawatt_costs(tell: Any, said: Any, cost: str, count: int) -> None:
    plant = {"subject": "Nabeul wind farm"}
    page = tell(
        "A",
        "2021",
        said("Indicator", "of 50 MW", plant, attributes={"measure": "power capacity", "value": "50", "unit": "MW"}),
        said("Indicator", "what it cost", plant, attributes={"measure": "project cost", "value": cost, "unit": "EUR"}),
    )
    assert len(found(page, "implausible")) == count
