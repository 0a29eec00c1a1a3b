"""Compares two EDTF strings: which is finer, whether they meet, whether one holds the other."""

from __future__ import annotations

from dostyk.values.edtf.bounds import FIRST, LAST, Day, edges
from dostyk.values.edtf.parse import Interval, Point, is_valid, parse

ORDER = ("time", "day", "month", "season", "year", "decade", "century", "millennium", "interval", "set", "unknown")


def precision(edtf: str) -> str:
    """Name the precision: time, day, month, season (also quarter, half), year, decade, century, millennium, interval, set, or unknown ("XXXX")."""
    value = parse(edtf)
    if not isinstance(value, Point):
        return "interval" if isinstance(value, Interval) else "set"
    if value.time:
        return "time"
    if value.day and value.day != "XX":
        return "day"
    if value.month and value.month != "XX":
        return "season" if value.season else "month"
    return ("year", "decade", "century", "millennium", "unknown")[value.year.count("X")] if not value.digits else "century"


def overlaps(a: str, b: str) -> bool:
    """Tell whether some day may belong to both; where a year is unspecified, whether it may in some year."""
    spans_a, spans_b = _spans(a, b), _spans(b, a)
    return any(x[0] <= y[1] and y[0] <= x[1] for x in spans_a for y in spans_b)


def within(inner: str, outer: str) -> bool:
    """Tell whether every day that `inner` may mean belongs to `outer`; never for an unspecified year, unless both are alike."""
    x, y = edges(inner), edges(outer)
    return inner == outer or (x is not None and y is not None and y[0] <= x[0] and x[1] <= y[1])


def finer(a: str, b: str) -> str:
    """Give the one of two compatible dates that says more: the one inside the other, else the shorter, else `a`."""
    if within(a, b) or within(b, a):
        return b if within(b, a) and not within(a, b) else a
    return b if _length(b) < _length(a) else a


def _length(edtf: str) -> int:
    span = edges(edtf)
    if span is None:
        return 10**12
    (year, month, day), (year_2, month_2, day_2) = span
    return (year_2 - year) * 372 + (month_2 - month) * 31 + day_2 - day


def _spans(edtf: str, other: str) -> list[tuple[Day, Day]]:
    """Give the span of a date; of one with an unspecified year, that in the first and the last year of the other."""
    span, against = edges(edtf), edges(other)
    if span:
        return [span]
    if not isinstance(parse(edtf), Point) or not edtf.startswith("XXXX"):
        return [(FIRST, LAST)]
    if against is None:
        return _in_years(edtf, [2000]) if isinstance(parse(other), Point) else [(FIRST, LAST)]
    years = sorted({max(min(day[0], 9999), 0) for day in against})
    return _in_years(edtf, years) if years[-1] - years[0] <= 1 else [(FIRST, LAST)]


def _in_years(edtf: str, years: list[int]) -> list[tuple[Day, Day]]:
    """Give the spans of a date with an unspecified year in each of the years in which it exists."""
    filled = [f"{year:04}{edtf[4:]}" for year in years]
    found = [edges(text) for text in filled if is_valid(text)]
    return [pair for pair in found if pair]
