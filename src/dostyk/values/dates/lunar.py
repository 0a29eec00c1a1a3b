"""Turns days and months of the Chinese lunisolar calendar into days of the Gregorian one."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from importlib import resources

from dostyk.values.dates import period as p
from dostyk.values.dates.period import Period


@cache
def _years() -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(resources.files("dostyk").joinpath("values", "dates", "lunar.toml").read_text(encoding="utf-8"))["years"]
    return found


def known(year: int) -> bool:
    """Say whether a year of the calendar can be worked out (1645 to 2100)."""
    return str(year) in _years()


def lunar(year: int, month: int, day: int = 0, leap: bool = False) -> Period | None:
    """Give a lunar day, or a month (`day` 0) as the interval of its days; `day` -1 is its last one.

    None where the year is not in the table, or the year, the leap month or the day does not exist.
    """
    row = _years().get(str(year))
    if row is None or not 1 <= month <= 12:
        return None
    begin, leap_month, lengths, _ = row.split()
    if leap and int(leap_month) != month:
        return None
    index = month - 1 + (1 if leap or 0 < int(leap_month) < month else 0)
    first = date(year, int(begin[:2]), int(begin[3:])) + timedelta(sum(29 + int(bit) for bit in lengths[:index]))
    length = 29 + int(lengths[index])
    if day == 0:
        return p.days(first, length)
    if day == -1:
        day = length
    return p.day(first + timedelta(day - 1)) if 1 <= day <= length else None


def qingming(year: int) -> Period | None:
    """Give the day of Qingming, the solar term in early April."""
    row = _years().get(str(year))
    return Period("D", year, 4, int(row.split()[3])) if row else None
