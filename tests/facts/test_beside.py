"""What only looks like another value of a fact: other facts of its line."""

import random
from typing import Any

from dostyk.facts import reconcile
from dostyk.model.fact import Fact
from dostyk.model.statement import Statement

MONEY = {"unit": "EUR"}
BOTH = {"subject": "Estonia; Ukraine"}


def dissents(statements: list[Statement], as_of: str | None = None) -> list[tuple[str, Fact, str]]:
    facts = reconcile(statements, as_of)[0]
    return [(d.type.value, f, d.fact) for f in facts for d in f.dissents if d.fact]


def test_periods_within_each_other_are_no_contradiction(tell: Any, said: Any) -> None:
    trade = MONEY | {"measure": "trade turnover"}
    one = tell("A", "2021", said("Indicator", "900 million in 2020", BOTH, "2020", attributes=trade | {"value": "900000000"}))
    two = tell("B", "2021", said("Indicator", "410 million by June", BOTH, "2020-01/2020-06", attributes=trade | {"value": "410000000"}))
    three = tell("C", "2021", said("Indicator", "870 million in 2019", BOTH, "2019", attributes=trade | {"value": "870000000"}))
    found = dissents(one + two + three)
    assert [type for type, _, _ in found] == ["period", "period"]
    (a, b) = (fact.id for _, fact, _ in found)
    assert {other for _, _, other in found} == {a, b}
    assert not [g for g in reconcile(one + two + three)[1] if g.type == "conflict"]


def test_one_figure_for_two_periods(tell: Any, said: Any) -> None:
    trade = MONEY | {"measure": "trade turnover", "value": "417300000"}
    one = tell("A", "2021", said("Indicator", "417.3 million in 2020", BOTH, "2020", attributes=trade))
    two = tell("B", "2021", said("Indicator", "417.3 million by June", BOTH, "2020-01/2020-06", attributes=trade))
    assert [type for type, _, _ in dissents(one + two)] == ["period", "period"]
    (finding,) = [g for g in reconcile(one + two)[1] if g.type == "conflict"]
    assert "One figure for two periods" in finding.summary


def test_the_same_value_in_both_directions(tell: Any, said: Any) -> None:
    sold = MONEY | {"measure": "exports", "value": "31700000"}
    one = tell("A", "2021", said("Indicator", "Estonia sold 31.7 million", {"subject": "Estonia", "partner": "Ukraine"}, "2020", attributes=sold))
    two = tell("B", "2021", said("Indicator", "Ukraine sold 31.7 million", {"subject": "Ukraine", "partner": "Estonia"}, "2020", attributes=sold))
    assert [type for type, _, _ in dissents(one + two)] == ["direction", "direction"]
    (finding,) = [g for g in reconcile(one + two)[1] if g.type == "reversed"]
    assert finding.severity == "warning" and len(finding.statements) == 2


def test_exports_of_one_are_imports_of_the_other(tell: Any, said: Any) -> None:
    one = tell(
        "A",
        "2021",
        said(
            "Indicator", "sold", {"subject": "Estonia", "partner": "Ukraine"}, "2020", attributes=MONEY | {"measure": "exports", "value": "31700000"}
        ),
    )
    two = tell(
        "B",
        "2021",
        said(
            "Indicator",
            "bought",
            {"subject": "Ukraine", "partner": "Estonia"},
            "2020",
            attributes=MONEY | {"measure": "imports", "value": "40200000"},
        ),
    )
    assert [type for type, _, _ in dissents(one + two)] == ["reporter", "reporter"]
    (finding,) = [g for g in reconcile(one + two)[1] if g.type == "conflict"]
    assert finding.severity == "note" and "27% apart" in finding.reason


def test_one_partner_is_a_part_of_all(tell: Any, said: Any) -> None:
    guests = {"measure": "tourist arrivals", "unit": "1"}
    one = tell("A", "2020", said("Indicator", "2.1 million guests", {"subject": "Georgia"}, "2019", attributes=guests | {"value": "2100000"}))
    two = tell(
        "B", "2020", said("Indicator", "24,000 Latvians", {"subject": "Georgia", "partner": "Latvia"}, "2019", attributes=guests | {"value": "24000"})
    )
    found = dissents(one + two)
    assert [type for type, _, _ in found] == ["scope", "scope"]
    assert not [g for g in reconcile(one + two)[1] if g.type == "conflict"]
    same = tell("C", "2020", said("Indicator", "24,000 of them", {"subject": "Georgia"}, "2019", attributes=guests | {"value": "24000"}))
    assert len(reconcile(two + same)[0]) == 1


def test_one_visit_on_two_days(tell: Any, said: Any) -> None:
    roles = {"visitor": "Kaja Tamm", "destination": "Ukraine"}
    one = tell("A", "2021", said("Visit", "she came on 3 May", roles, "2020-05-03"))
    two = tell("B", "2021", said("Visit", "she arrived on 4 May", roles, "2020-05-04"))
    later = tell("C", "2021", said("Visit", "she came again in July", roles, "2020-07-11"))
    swapped = tell("D", "2021", said("Visit", "she came on 5 March", roles, "2020-03-05"))
    assert [type for type, _, _ in dissents(one + two + later)] == ["real conflict", "real conflict"]
    (finding,) = [g for g in reconcile(one + two + later)[1] if g.type == "conflict"]
    assert "days of the visit of Kaja Tamm" in finding.summary
    assert [type for type, _, _ in dissents(one + swapped)] == ["garbled", "garbled"]
    both = tell("E", "2021", said("Visit", "on 3 May", roles, "2020-05-03"), said("Visit", "and on 4 May again", roles, "2020-05-04"))
    assert not dissents(both)


def test_order_does_not_matter(tell: Any, said: Any) -> None:
    statements: list[Statement] = []
    for n in range(12):
        time = f"20{10 + n // 3}" if n % 3 else f"20{10 + n // 3}-01/20{10 + n // 3}-06"
        value = {"value": str(10**8 + 7 * n), "measure": "trade turnover"}
        statements += tell(f"P{n}", "2021", said("Indicator", f"{n} million", BOTH, time, attributes=MONEY | value))
    wanted = reconcile(statements)
    for seed in range(6):
        random.Random(seed).shuffle(statements)
        assert reconcile(statements) == wanted
