"""Period: a resolved stretch of the calendar, turned into EDTF, and the arithmetic on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dostyk.values.edtf.parse import month_length


@dataclass(frozen=True, slots=True)
class Period:
    """A year ("Y"), month ("M"), day ("D"), season ("S": `m` is its code), decade ("E"), century ("C": `y` its first year), interval ("I") or
    unknown month or day ("U").

    A century before Christ has the month -1 and its year counts backward. `y` is None where the year is not known. An interval has `first` and
    `last`. A month or day that is given but not known is -1.
    """

    unit: str
    y: int | None = None
    m: int = 0
    d: int = 0
    first: Period | None = None
    last: Period | None = None

    @property
    def edtf(self) -> str:
        """The EDTF string."""
        if self.first and self.last:
            return self.first.edtf if self.first == self.last else f"{self.first.edtf}/{self.last.edtf}"
        year = "XXXX" if self.y is None else f"{self.y:04}" if self.y >= 0 and (self.unit, self.m) != ("C", -1) else f"-{-self.y:04}"
        if self.unit == "C":
            return year[:-2] + "XX"
        if self.unit == "E":
            return year[:-1] + "X"
        return "-".join([year] + [f"{part:02}" if part > 0 else "XX" for part in (self.m, self.d) if part])

    def start(self) -> tuple[int, int, int]:
        """Give the first day as year (0 where unknown), month, day."""
        if self.first:
            return self.first.start()
        month = self.m if self.unit in "MD" else (self.m - 20) * 3 if self.unit == "S" else max(self.m, 1)
        return (self.y or 0) - (99 if (self.unit, self.m) == ("C", -1) else 0), month, max(self.d, 1)

    def end(self) -> tuple[int, int, int]:
        """Give the last day as year (0 where unknown), month, day."""
        if self.last:
            return self.last.end()
        year = (self.y or 0) + {"E": 9, "C": 99 if self.m >= 0 else 0}.get(self.unit, 0)
        month = self.m if self.unit in "MDU" and self.m > 0 else 12
        if self.unit == "S":
            year, month = (year, (self.m - 20) * 3 + 2) if self.m < 24 else (year + 1, 2)
        return year, month, self.d if self.d > 0 else month_length(year, month)


def year(y: int | None) -> Period:
    """Make a year."""
    return Period("Y", y)


def month(y: int | None, m: int) -> Period:
    """Make a month; months before 1 and after 12 count into other years."""
    shift, m = divmod(m - 1, 12)
    return Period("M", None if y is None else y + shift, m + 1)


def day(value: date) -> Period:
    """Make a day."""
    return Period("D", value.year, value.month, value.day)


def span(first: Period, last: Period) -> Period:
    """Make an interval."""
    return Period("I", first=first.first or first, last=last.last or last)


def months(y: int | None, first: int, last: int) -> Period:
    """Make an interval of months."""
    return span(month(y, first), month(y, last))


def to_date(period: Period) -> date | None:
    """Give the day of a period that is one, in the years 1 to 9999."""
    return date(period.y, period.m, period.d) if period.unit == "D" and period.y and 1 <= period.y <= 9999 else None


def days(first: date, count: int) -> Period:
    """Make an interval of `count` days."""
    return span(day(first), day(first + timedelta(count - 1)))


def easter(y: int, later: int) -> Period:
    """Give the day so many days after Western Easter of a Gregorian year (the anonymous algorithm of 1876, Meeus, Astronomical Algorithms, 8)."""
    a, (b, c) = y % 19, divmod(y, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m, d = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return day(date(y, m, d + 1) + timedelta(later))


def shifted(period: Period, n: int, unit: str) -> Period | None:
    """Move a period by `n` units (Y M W D Q H E C F), keeping its precision; None where its precision does not allow it."""
    if period.first and period.last:
        first, last = shifted(period.first, n, unit), shifted(period.last, n, unit)
        return span(first, last) if first and last else None
    if period.y is None:
        return None
    if unit in "YEC":
        y, m = period.y + n * {"Y": 1, "E": 10, "C": 100}[unit], period.m
        d = min(period.d, month_length(y, m)) if period.d else 0
        return Period(period.unit, y, m, d)
    if unit in "MQH" and period.unit in "MD":
        moved = month(period.y, period.m + n * {"M": 1, "Q": 3, "H": 6}[unit])
        return Period("D", moved.y, moved.m, min(period.d, month_length(moved.y or 0, moved.m))) if period.d else moved
    value = to_date(period)
    try:
        if value and unit in "hms":
            return day(value + timedelta(int(n / {"h": 24, "m": 1440, "s": 86400}[unit])))
        return day(value + timedelta(n * {"D": 1, "W": 7, "B": 7, "F": 14}[unit])) if value and unit in "DWFB" else None
    except OverflowError:
        return None


def unit_at(period: Period, unit: str, n: int = 0) -> Period | None:
    """Give the `n`th year, quarter, month, week, working week, weekend, … after the one a period begins in; None where it is too coarse."""
    base = period.first or period
    if base.y is None:
        return None
    y, m = base.y, base.m
    if unit == "Y":
        return year(y + n)
    if unit in "EC":
        size = 10 if unit == "E" else 100
        return Period(unit, (y // size + n) * size)
    if base.unit not in "MD":
        return None
    if unit == "M":
        return month(y, m + n)
    if unit in "QH":
        size = 3 if unit == "Q" else 6
        first = month(y, (m - 1) // size * size + 1 + n * size)
        return months(first.y, first.m, first.m + size - 1)
    value = to_date(base)
    if value is None or unit not in "DWSFB":
        return None
    if unit == "D":
        return day(value + timedelta(n))
    monday = value - timedelta(value.weekday()) + timedelta((14 if unit == "F" else 7) * n)
    return days(monday + timedelta(5), 2) if unit == "S" else days(monday, {"F": 14, "B": 5}.get(unit, 7))


def weekday_of(found: Period) -> int | None:
    """Give the weekday (1: Monday) of a day."""
    value: date | None = to_date(found)
    return value.isoweekday() if value else None
