"""Two EDTF times → whether they may be one, which says more, where each begins and ends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from dostyk.values import edtf

Day = tuple[int, int, int]
_FAR_PAST: Day = (-(10**9), 1, 1)
_FAR_FUTURE: Day = (10**9, 12, 31)
_EPISODE = 10  # years; tuned on the recognition histories, where legations close and open again
_DAYS_A_YEAR = 365.2425


@lru_cache(maxsize=65536)
def edges(time: str | None) -> tuple[Day, Day] | None:
    """First and last possible day; None for no time, for one that is no EDTF, and where the year is unspecified."""
    if time is None:
        return None
    try:
        return edtf.edges(time)
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def compatible(a: str | None, b: str | None) -> bool:
    """Whether one time lies within the other, or one is absent."""
    if a is None or b is None or a == b:
        return True
    if edges(a) is None or edges(b) is None:
        try:
            return edtf.overlaps(a, b)
        except ValueError:
            return True
    return within(a, b) or within(b, a)


def within(inner: str | None, outer: str | None) -> bool:
    """Whether every day of one time belongs to the other."""
    one, two = edges(inner), edges(outer)
    return one is not None and two is not None and two[0] <= one[0] and one[1] <= two[1]


def meet(a: str | None, b: str | None) -> bool:
    """Whether some day may belong to both times; an absent time meets none."""
    one, two = edges(a), edges(b)
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


@lru_cache(maxsize=65536)
def beginning(time: str | None) -> str | None:
    """Where a time begins, as precisely as it says ("1992-12/.." → "1992-12"); None where it has no beginning."""
    if time is None:
        return None
    start = time.partition("/")[0]
    return start if start not in ("", "..") and edges(start) is not None else None


def is_open(time: str | None) -> bool:
    """Whether a time has no end ("2018/..")."""
    return time is not None and time.endswith("/..")


@lru_cache(maxsize=65536)
def fineness(time: str | None) -> int:
    """How much a time says: the shorter the span of its ends' uncertainty, the greater; 0 for none."""
    if time is None:
        return 0
    start, slash, end = time.partition("/")
    if slash:
        return min(_point_fineness(p) for p in (start, end) if p not in ("", "..")) if start + end != "...." else 1
    return _point_fineness(time)


def _point_fineness(point: str) -> int:
    try:
        return {"time": 7, "day": 7, "month": 6, "season": 5, "year": 4, "decade": 3, "century": 2}.get(edtf.precision(point), 1)
    except ValueError:
        return 1


def finest(times: Iterable[str | None]) -> str | None:
    """The time that says most of several compatible ones; of equally precise ones the longest, then the first."""
    known = sorted({t for t in times if t is not None}, key=lambda t: (-fineness(t), not is_open(t), -length(t), t))
    return known[0] if known else None


def length(time: str | None) -> int:
    """Days a time lasts, about; 0 where that cannot be told."""
    found = edges(time)
    if found is None or found[0] == _FAR_PAST or found[1] == _FAR_FUTURE:
        return 0
    (y1, m1, d1), (y2, m2, d2) = found
    return (y2 - y1) * 372 + (m2 - m1) * 31 + d2 - d1 + 1


def last_day(time: str | None) -> Day | None:
    """The last day a time may mean; None where it has none."""
    found = edges(time)
    return None if found is None or found[1] == _FAR_FUTURE else found[1]


def first_day(time: str | None) -> Day | None:
    """The first day a time may mean; None where it has none."""
    found = edges(time)
    return None if found is None or found[0] == _FAR_PAST else found[0]


def years_between(earlier: Day, later: Day) -> float:
    """Years from one day to another."""
    return (_ordinal(later) - _ordinal(earlier)) / _DAYS_A_YEAR


def far_apart(a: str | None, b: str | None) -> bool:
    """Whether two times begin so many years apart that they are two episodes rather than two opinions on one."""
    one, two = first_day(beginning(a)), first_day(beginning(b))
    return one is not None and two is not None and abs(one[0] - two[0]) > _EPISODE


def _ordinal(day: Day) -> int:
    year, month, number = day
    return date(year, month, number).toordinal() if 1 <= year <= 9999 else year * 366


def year_before(time: str) -> str | None:
    """The same period one year earlier ("2024-01/2024-05" → "2023-01/2023-05"); None where the year is unspecified."""
    parts = [_point_year_before(p) for p in time.split("/")]
    return None if None in parts else "/".join(p for p in parts if p is not None)


def _point_year_before(point: str) -> str | None:
    if not point[:4].isdigit():
        return None
    year = f"{int(point[:4]) - 1:04}"
    return f"{year}-02-28" if point[4:] == "-02-29" else year + point[4:]
