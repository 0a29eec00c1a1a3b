"""Every quantity of a text comes with what it measures, of whom, towards whom, when."""

from __future__ import annotations

import pytest

from dostyk.statements import Measure, read_measures

TEXT = (
    "Trade between Norway and Ghana reached 3.2 billion US dollars in 2021, up 18 percent from 2020. In 2022 it tripled. "
    "Exports of wheat from Norway to Ghana stood at 1.2 million tonnes, a fifth of the total.\n\n"
    "The new line, which is 120 km (75 miles) long, carries 25,000 passengers a day. Norway ranked 5th among investors in Ghana. "
    "The two sides signed a loan agreement of 80 million euros with a maturity of 15 years. A committee of seven members meets in Oslo."
)


def by_words(text: str = TEXT) -> dict[str, Measure]:
    return {text[m.start : m.end]: m for m in read_measures(text, published="2023-03-01")}


def test_turnover_its_change_and_what_is_carried_on() -> None:
    found = by_words()
    level, change, multiple = found["3.2 billion US dollars"], found["18 percent"], found["tripled"]
    assert (level.measure, level.of, level.time) == ("trade turnover", ("Norway", "Ghana"), "2021")
    assert (change.measure, change.statistic, change.base) == ("trade turnover", "change", "2020")
    assert (multiple.measure, multiple.value, multiple.statistic, multiple.time) == ("trade turnover", "3", "multiple", "2022")


def test_direction_and_share() -> None:
    found = by_words()
    assert (found["1.2 million tonnes"].of, found["1.2 million tonnes"].towards) == (("Norway",), ("Ghana",))
    assert found["a fifth"].statistic == "share"


def test_two_units_are_one_measure() -> None:
    assert by_words()["120 km (75 miles)"].measure == "length"


def test_counts_and_ranks() -> None:
    found = by_words()
    assert (found["25,000"].counted, found["25,000"].unit) == ("passengers", "1/d")
    assert (found["5th"].unit, found["5th"].measure, found["5th"].towards) == ("rank", "investor rank", ("Ghana",))


def test_grammar_tells_what_no_statement_does() -> None:
    found = by_words()
    assert found["15 years"].measure == "maturity"
    assert found["seven"].counted == "members"


def test_offsets_order_and_quotes() -> None:
    measures = read_measures(TEXT)
    assert [m.start for m in measures] == sorted(m.start for m in measures)
    assert all(m.quote_start <= m.start < m.end <= len(TEXT) for m in measures)


def test_a_language_without_data_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        read_measures("5 km", language="xx")


def test_nothing_in_nothing() -> None:
    assert read_measures("") == []
