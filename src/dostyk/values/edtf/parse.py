"""Turns an EDTF string into its points, or refuses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

MONTHS = range(1, 13)
SEASONS = {  # code: first month, months; 21-28 north, 29-32 south, quarters, four-month terms, halves
    **{21 + i: (month, 3) for i, month in enumerate((3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6, 1, 4, 7, 10))},
    **dict(zip(range(37, 42), ((1, 4), (5, 4), (9, 4), (1, 6), (7, 6)), strict=True)),
}
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Point:
    """One date; a part that is not given is "", an unspecified digit is "X".

    `year` has its sign and at least four digits; `month` is 01 to 12, a season (21 to 41) or holds an X. `digits` is the number of
    significant digits (0: all), `time` what follows the T.
    """

    year: str
    month: str = ""
    day: str = ""
    approximate: bool = False
    uncertain: bool = False
    digits: int = 0
    time: str = ""

    @property
    def season(self) -> int:
        """The code 21 to 41 of a season, quarter or half; 0 where the point has none."""
        return int(self.month) if self.month.isdigit() and int(self.month) > 12 else 0

    @property
    def specified(self) -> bool:
        """Whether no digit of it is left open."""
        return "X" not in self.year + self.month + self.day


@dataclass(frozen=True, slots=True)
class Interval:
    """From a point to a point; an end is None where it is unknown ("") or open ("..")."""

    start: Point | None
    end: Point | None
    start_open: bool = False
    end_open: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """One of several dates (`one`) or all of them; items are points and closed or half-open intervals."""

    items: tuple[Point | Interval, ...]
    one: bool


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    q, two = "([?~%]?)", "([0-9X]{2})"
    calendar = re.compile(f"{q}(-?[0-9X]{{4}}){q}(?:-{q}{two}{q}(?:-{q}{two}{q})?)?")
    long_year = re.compile(r"(?:Y(-?[0-9]{5,})|Y(-?[1-9][0-9]*)E([0-9]{1,3})|(-?[0-9]{4})(?=S))(?:S([1-9][0-9]{0,3}))?")
    clock = re.compile(r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|24:00:00)(?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?")
    return calendar, long_year, clock


def is_valid(text: str) -> bool:
    """Tell whether `text` is EDTF of level 0, 1 or 2."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=8192)
def parse(text: str) -> Point | Interval | Several:
    """Read an EDTF string; raises ValueError where it is none."""
    if len(text) > 2 and text[0] + text[-1] in ("[]", "{}"):
        return Several(tuple(_several(text[1:-1])), text[0] == "[")
    if "/" in text:
        return _interval(text, *text.split("/", 1))
    return _long(text) if text[:1] == "Y" or "S" in text else _timed(text) if "T" in text else _point(text)


def _refuse(text: str) -> ValueError:
    return ValueError(f"not an EDTF date: {text[:80]!r}")


def _point(text: str) -> Point:
    match = _patterns()[0].fullmatch(text)
    if match is None:
        raise _refuse(text)
    year, month, day = match[2], match[5] or "", match[8] or ""
    marks = "".join(match[i] or "" for i in (1, 3, 4, 6, 7, 9))
    if year == "-0000" or month and not possible(year, month, day):
        raise _refuse(text)
    return Point(year, month, day, any(m in marks for m in "~%"), any(m in marks for m in "?%"))


def _long(text: str) -> Point:
    match = _patterns()[1].fullmatch(text)
    if match is None:
        raise _refuse(text)
    year = match[1] or match[4] or match[2] + "0" * int(match[3])
    return Point(year, digits=int(match[5] or 0))


def _timed(text: str) -> Point:
    day, _, clock = text.partition("T")
    point = _point(day)
    if not point.day or not point.specified or point.approximate or point.uncertain or _patterns()[2].fullmatch(clock) is None:
        raise _refuse(text)
    return Point(point.year, point.month, point.day, time=clock)


def _interval(text: str, first: str, last: str) -> Interval:
    start, end = (None if part in ("", "..") else _point(part) for part in (first, last))
    if start is None and end is None and not first + last:
        raise _refuse(text)
    if start and end and earliest(start) > (earliest(end) if end.specified else latest(end)):
        raise _refuse(text)  # an end of lower precision counts from its first day, so 2000-02/2000 is refused
    return Interval(start, end, first == "..", last == "..")


def _several(text: str) -> Iterator[Point | Interval]:
    parts = text.split(",")
    for at, part in enumerate(parts):
        first, dots, last = part.partition("..")
        if not dots:
            yield _long(part) if part[:1] == "Y" or "S" in part else _point(part)
        elif (first or at == 0) and (last or at == len(parts) - 1) and first + last:
            yield _interval(part, first or "..", last or "..")
        else:
            raise _refuse(text)


def possible(year: str, month: str, day: str) -> bool:
    """Tell whether the open digits can be filled so that the day exists."""
    if "X" not in month and not 1 <= int(month) <= 12:
        return not day and 21 <= int(month) <= 41
    months = [m for m in MONTHS if fits(month, f"{m:02}")]
    return bool(months) and (not day or any(_days(year, m, day) for m in months))


def fits(pattern: str, digits: str) -> bool:
    """Tell whether `digits` are a reading of `pattern`, in which X stands for any digit."""
    return len(pattern) == len(digits) and all(p in ("X", d) for p, d in zip(pattern, digits, strict=True))


def _days(year: str, month: int, day: str) -> list[int]:
    length = 28 if month == 2 and not may_be_leap(year) else LENGTHS[month - 1]
    return [d for d in range(1, length + 1) if fits(day, f"{d:02}")]


def may_be_leap(year: str) -> bool:
    """Tell whether some reading of the year has a 29 February."""
    hundreds, rest = year[:-2], year[-2:]
    if "X" not in year:
        return leap(int(year))
    return any(fits(rest, f"{y:02}") for y in range(4, 100, 4)) or (
        fits(rest, "00") and any(fits(hundreds[-2:], f"{c:02}") for c in range(0, 100, 4))
    )


def leap(year: int) -> bool:
    """Tell whether the (proleptic Gregorian, astronomical) year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def earliest(point: Point) -> tuple[int, int, int]:
    """Give the first possible day as (year, month, day), years counted astronomically."""
    return _edge(point, first=True)


def latest(point: Point) -> tuple[int, int, int]:
    """Give the last possible day as (year, month, day), years counted astronomically."""
    return _edge(point, first=False)


def _edge(point: Point, first: bool) -> tuple[int, int, int]:
    negative = point.year.startswith("-")
    year = int(point.year.replace("X", "0" if first != negative else "9"))
    pick = min if first else max
    if point.season:
        return _season_edge(year, point.season, first)
    months = [m for m in MONTHS if not point.month or fits(point.month, f"{m:02}")]
    if not point.day:
        month = pick(months)
        return year, month, 1 if first else month_length(year, month)
    spans = [(m, _days(point.year if "X" in point.year else str(year).rjust(4, "0"), m, point.day)) for m in months]
    month, days = pick((m, days) for m, days in spans if days)
    if month == 2 and pick(days) == 29 and not leap(year):
        return _leap_edge(point.year, first)
    return year, month, pick(days)


def _leap_edge(pattern: str, first: bool) -> tuple[int, int, int]:
    """Give the first or last 29 February of the years that the pattern may mean."""
    sign, digits = (-1, pattern[1:]) if pattern.startswith("-") else (1, pattern)
    years = [sign * y for y in range(0, 10_000, 4) if leap(y) and fits(digits, f"{y:04}")]
    return (min if first else max)(years), 2, 29


def _season_edge(year: int, season: int, first: bool) -> tuple[int, int, int]:
    month, length = SEASONS[season]
    if first:
        return year, month, 1
    year, month = (year + 1, month + length - 13) if month + length > 13 else (year, month + length - 1)
    return year, month, month_length(year, month)


def month_length(year: int, month: int) -> int:
    """Give the number of days of a month."""
    return 28 if month == 2 and not leap(year) else LENGTHS[month - 1]
