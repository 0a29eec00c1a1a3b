"""Turns an EDTF string into the first and the last day it may mean."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dostyk.values.edtf.parse import Interval, Point, Several, earliest, latest, parse

Day = tuple[int, int, int]
"""Year (astronomical, may be 0 or negative), month, day."""
FIRST: Day = (-(10**9), 1, 1)
LAST: Day = (10**9, 12, 31)


@lru_cache(maxsize=8192)
def edges(edtf: str) -> tuple[Day, Day] | None:
    """Give the first and last possible day; open and unknown ends reach to FIRST and LAST; None where the year is unspecified ("XXXX-05")."""
    value = parse(edtf)
    return _several(value) if isinstance(value, Several) else _interval(value) if isinstance(value, Interval) else point_edges(value)


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Give the first and last possible day; None: open, unknown, or outside the years 1 to 9999. Raises ValueError on what is no EDTF."""
    found = edges(edtf)
    return (_date(found[0]), _date(found[1])) if found else (None, None)


def point_edges(point: Point) -> tuple[Day, Day] | None:
    """Give the first and last possible day of one date; None where its year is unspecified."""
    if point.year.strip("-") == "XXXX":
        return None
    return (earliest(point), latest(point)) if not point.digits else _rounded(int(point.year), point.digits)


def _rounded(year: int, digits: int) -> tuple[Day, Day]:
    unit = 10 ** max(0, len(str(abs(year))) - digits)
    low = year // unit * unit
    return (low, 1, 1), (low + unit - 1, 12, 31)


def _interval(value: Interval) -> tuple[Day, Day] | None:
    start, end = (point_edges(p) if p else (FIRST, LAST) for p in (value.start, value.end))
    return (start[0], end[1]) if start and end else None


def _several(value: Several) -> tuple[Day, Day] | None:
    found = [_interval(item) if isinstance(item, Interval) else point_edges(item) for item in value.items]
    known = [pair for pair in found if pair]
    return (min(low for low, _ in known), max(high for _, high in known)) if len(known) == len(found) else None


def _date(day: Day) -> date | None:
    return date(*day) if 1 <= day[0] <= 9999 else None
