"""What holds of any text: order, places, values that read back, cost that grows with length."""

from __future__ import annotations

import re
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dostyk.values.quantities import bound_verb, convert, read_number, read_quantities, show

WORDS = "5 1,200 million one hundred a half third of to and between from $ US$ yuan km per year % more than".split()
WORDS += "up ( ) - – . , January x times fold ½ or Rs".split()


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=60) | st.text("0123456789.,-/ $%½k", max_size=40))
@settings(max_examples=300, deadline=None)
def test_spans_are_ordered_and_hold_numbers(text: str) -> None:
    last = 0
    for span in read_quantities(text):
        assert last <= span.start < span.end <= len(text)
        last = span.end
        for part in span.value.split("/"):
            assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", part)


@given(st.integers(0, 10**14))
def test_grouped_figures_read_back(number: int) -> None:
    assert read_number(f"{number:,}") == str(number)
    assert read_number(str(number)) == str(number)


@given(st.decimals(min_value=Decimal("0.01"), max_value=Decimal(900), places=2), st.sampled_from([("million", 6), ("bn", 9), ("trillion", 12)]))
def test_magnitudes_read_back(number: Decimal, scale: tuple[str, int]) -> None:
    read = read_number(f"{number} {scale[0]}")
    assert read is not None
    assert Decimal(read) == number.scaleb(scale[1])


@given(st.integers(1, 10**9), st.sampled_from(["USD", "EUR", "KZT", "km2", "MW", "t", "%"]))
def test_what_is_shown_reads_back(number: int, unit: str) -> None:
    span = read_quantities(show(str(number), unit))[0]
    assert (span.value, span.unit) == (str(number), unit)


@pytest.mark.parametrize("text", ["", "apples", "five apples", "4.12.2013", "a", "1,2,3"])
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("17620000000", "USD", "17.62 billion US dollars"),
        ("952", "km2", "952 km²"),
        ("18", "%", "18 %"),
        ("25000", "1/d", "25,000 a day"),
        ("387000000", "kWh/a", "387 million kWh a year"),
        ("3000/4000", "1", "3,000–4,000"),
        ("1", "USD", "1 US dollar"),
        ("5", "KZT", "5 tenge"),
        ("12", "km/h", "12 km/h"),
    ],
)
def test_show(value: str, unit: str, words: str) -> None:
    assert show(value, unit) == words


@pytest.mark.parametrize(
    ("value", "unit", "to", "result"),
    [
        ("1", "km2", "har", "100"),
        ("1/2", "km", "m", "1000/2000"),
        ("1", "GWh", "kWh", "1000000"),
        ("100", "Cel", "[degF]", "212"),
        ("1", "kWh", "MJ", "3.6"),
        ("1", "[mi_i]/h", "km/h", "1.609344"),
        ("1", "toe", "MWh", "11.63"),
        ("15", "[mu_cn]", "har", "1"),
        ("60", "bbl/d", "bbl/h", "2.5"),
        ("300", "K", "Cel", "26.85"),
        ("4000", "USD/t", "USD/kg", "4"),
        ("1", "{pp}", "{bp}", "100"),
        ("5", "KZT", "KZT/t", None),
        ("5", "USD", "EUR", None),
        ("5", "km", "kg", None),
        ("5", "nonsense", "m", None),
    ],
)
def test_convert(value: str, unit: str, to: str, result: str | None) -> None:
    assert convert(value, unit, to) == result


def test_verbs_that_bound() -> None:
    assert bound_verb("exceeded") == "over"
    assert bound_verb("signed") is None


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,",
        "1-",
        "1 000 ",
        "$",
        "million ",
        "a million ",
        "of ",
        "hundreds of ",
        "twenty-",
        "one hundred and ",
        "¥5 ",
        "5 to ",
        "1-1.1-1.",
        "(1 km ",
        "5 a-",
        "(",
    ],
)
def test_cost_grows_with_length_only(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = 9.0
        for _ in range(3):
            begin = time.process_time()
            read_quantities(text)
            best = min(best, time.process_time() - begin)
        return best

    seconds(1000)
    assert seconds(16_000) < 8 * seconds(4_000) + 0.02


def test_a_number_that_counts_a_noun_is_no_end_of_a_sum_s_range() -> None:
    found = read_quantities("loans totalling US$103.2 million to two Peruvian companies")
    assert [(q.value, q.unit) for q in found] == [("103200000", "USD"), ("2", "1")]


def test_thousands_said_once_for_two_ends() -> None:
    assert [q.value for q in read_quantities("some 12-15,000 people")] == ["12000/15000"]
    assert [q.value for q in read_quantities("from 2-15,000 people")] == ["2/15000"]


def test_so_many_out_of_every_so_many_is_a_share() -> None:
    assert [(q.value, q.unit, q.statistic) for q in read_quantities("4 out of every 10 visitors")] == [("40", "%", "share")]
