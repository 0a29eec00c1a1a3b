"""When something was due and when it happened, each as precisely as is known → in time, late by how much, or not to be told."""

from __future__ import annotations

from datetime import date

from dostyk.facts.timing import Day, fineness, first_day, last_day

# See timing.py.
_YEAR, _MONTH = 4, 6
# Days from which on lateness is counted in months, and in years.
_MONTHS_FROM, _YEARS_FROM = 60, 730


def is_late(due: str | None, happened: str | None) -> bool:
    """Whether something certainly happened after the last day it was due on."""
    end, start = last_day(due), first_day(happened)
    return end is not None and start is not None and start > end


def may_be_late(due: str | None, happened: str | None) -> bool:
    """Whether something may have happened after the last day it was due on, or before."""
    end, last = last_day(due), last_day(happened)
    return end is not None and last is not None and last > end and not is_late(due, happened)


def late_by(due: str | None, happened: str | None) -> str | None:
    """How late something is, in words, no more precisely than the coarser of both dates: "3 years", "5 months", "12 days"."""
    end, start = last_day(due), first_day(happened)
    if end is None or start is None or start <= end:
        return None
    coarse = min(fineness(due), fineness(happened))
    if coarse <= _YEAR:
        return _count(start[0] - end[0], "year")
    months = (start[0] - end[0]) * 12 + start[1] - end[1]
    if coarse <= _MONTH:
        return _years_or(months)
    days = days_between(end, start)
    if days < _MONTHS_FROM:
        return _count(days, "day")
    return _years_or(months - (start[2] < end[2])) if days < _YEARS_FROM else _count((months - (start[2] < end[2])) // 12, "year")


def days_between(earlier: Day, later: Day) -> int:
    """Days from one day to another, of years 1 to 9999."""
    return date(*later).toordinal() - date(*earlier).toordinal()


def _years_or(months: int) -> str:
    return _count(months // 12, "year") if months >= 24 else _count(months, "month")


def _count(number: int, unit: str) -> str:
    if number < 1:
        return f"less than a {unit}"
    return f"{number} {unit}{'s' if number > 1 else ''}"
