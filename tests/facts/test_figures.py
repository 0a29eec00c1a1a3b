import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.facts.figures import step, value_dissent
from dostyk.facts.measures import measure
from dostyk.facts.showing import show_due, show_figure
from dostyk.model.fact import DissentType


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        (("3500", "exact"), ("3500", "exact"), None),
        (("3500", "exact"), ("3500", "over"), DissentType.BOUND),
        (("3500000000", "exact"), ("3520000000", "exact"), DissentType.ROUNDING),
        (("3500000000", "exact"), ("3600000000", "exact"), DissentType.CONFLICT),
        (("3400000000", "over"), ("3600000000", "exact"), DissentType.BOUND),
        (("3000000000", "over"), ("9200000000", "exact"), DissentType.CONFLICT),
        (("3000", "under"), ("2950", "exact"), DissentType.ROUNDING),
        (("3050", "under"), ("3260", "over"), DissentType.CONFLICT),
        (("10/20", "exact"), ("15", "exact"), DissentType.ROUNDING),
        (("many", "exact"), ("few", "exact"), DissentType.CONFLICT),
    ],
)
def test_how_values_differ(a: tuple[str, str], b: tuple[str, str], wanted: DissentType | None) -> None:
    assert value_dissent(a, b) is wanted
    assert value_dissent(a, b) is value_dissent(b, a)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3))
def test_a_value_never_differs_from_itself(value: object) -> None:
    assert value_dissent((str(value), "exact"), (str(value), "exact")) is None


def test_last_place_given() -> None:
    from decimal import Decimal

    assert step(Decimal("17620000000")) == Decimal(10000000)
    assert step(Decimal("0.8")) == Decimal("0.1")


def test_families_of_measures() -> None:
    assert measure("bilateral trade volume", "EUR").name == measure("Trade turnover", "EUR").name
    assert measure("lighthouses", "1").sort == "stock"
    assert measure("fish landings", "NOK").sort == "flow"


def test_figures_in_words() -> None:
    assert show_figure("23000000000", "USD", "over") == "over 23 billion US dollars"
    assert show_figure("952", "km2") == "952 km²"
    assert show_figure("18", "%") == "18%"
    assert show_figure("25000", "1/d") == "25,000 a day"
    assert show_figure("2", "rank") == "second"
    assert show_due("../2031-12-31") == "due by 31 December 2031"
