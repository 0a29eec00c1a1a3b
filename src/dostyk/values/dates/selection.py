"""Turns a part of a period ("first half", "third week", "end") and that period into the part's own period."""

from __future__ import annotations

from datetime import date, timedelta

from dostyk.values.dates import period as p
from dostyk.values.dates.node import Node
from dostyk.values.dates.period import Period
from dostyk.values.edtf.parse import month_length

LENGTH = {"Q": 3, "H": 6, "M": 1}


def pick(node: Node, base: Period, sharp: bool) -> Period | None:
    """Pick what the node names from its base; `sharp`: the beginning and the end are meant as a point in time."""
    if node.op == "season":
        return Period("S", base.y, node.n) if base.unit == "Y" else None
    if node.op == "week_number":
        return _iso_week(base, node.n)
    if node.op in ("quarter", "half"):
        return _share(base, node.n, 4 if node.op == "quarter" else 2)
    if node.op == "part":
        return _part(node.unit, base, sharp)
    first, last = (node.n, node.n) if node.op == "nth" else (1, node.n)
    return _run(base, node.unit, first, last, from_end=node.op == "last")


def _iso_week(base: Period, n: int) -> Period | None:
    """Give the n-th ISO 8601 week of a year."""
    if base.unit != "Y" or not base.y or not 1 <= base.y <= 9998:
        return None
    monday = date(base.y, 1, 4) - timedelta(date(base.y, 1, 4).weekday()) + timedelta(7 * (n - 1))
    return p.days(monday, 7) if (monday + timedelta(3)).year == base.y else None


def _share(base: Period, n: int, shares: int) -> Period | None:
    """Cut a year into months, a month into days, a longer time into years, in equal shares."""
    if not 1 <= n <= shares:
        return None
    if base.unit == "Y":
        size = 12 // shares
        return p.months(base.y, size * n - size + 1, size * n)
    if base.unit == "M":
        length = month_length(2000 if base.y is None else base.y, base.m)
        cut = (0, 15, length) if shares == 2 else (0, *(round(length * i / shares) for i in range(1, shares + 1)))
        return p.span(Period("D", base.y, base.m, cut[n - 1] + 1), Period("D", base.y, base.m, cut[n]))
    if base.unit in "EC" and base.y is not None:
        size = {"E": 10, "C": 100}[base.unit] // shares
        return p.span(p.year(base.y + size * n - size), p.year(base.y + size * n - 1))
    return None


def _part(name: str, base: Period, sharp: bool) -> Period:
    """Early, mid and late do not narrow a period; the beginning and the end of a year are its first and last month, where one is meant."""
    if base.unit != "Y" or not (sharp and name in ("start", "end") or name == "close"):
        return base
    return p.month(base.y, 1 if name == "start" else 12)


def _run(base: Period, unit: str, first: int, last: int, from_end: bool) -> Period | None:
    """Count units from the beginning or the end of a base."""
    if from_end:
        first, last = -last, -first
    if unit in LENGTH and base.unit == "Y":
        size, total = LENGTH[unit], 12 // LENGTH[unit]
        low, high = (first - 1, last) if not from_end else (total + first, total + last + 1)
        return p.months(base.y, size * low + 1, size * high) if 0 <= low < high <= total else None
    if unit == "Y" and base.unit in "EC" and base.y is not None:
        size = {"E": 10, "C": 100}[base.unit]
        low, high = (first - 1, last) if not from_end else (size + first, size + last + 1)
        return p.span(p.year(base.y + low), p.year(base.y + high - 1))
    if unit == "E" and base.unit == "M" and first == last and 1 <= abs(first) <= 3:  # ten days, as in "second decade of May"
        n = first if first > 0 else 4 + first
        length = month_length(2000 if base.y is None else base.y, base.m)
        return p.span(Period("D", base.y, base.m, 10 * n - 9), Period("D", base.y, base.m, 10 * n if n < 3 else length))
    if unit == "E" and base.unit == "C" and base.y is not None and first == last:
        return Period("E", base.y + 10 * (first - 1 if not from_end else 10 + first))
    return _days(base, unit, first, last, from_end)


def _days(base: Period, unit: str, first: int, last: int, from_end: bool) -> Period | None:
    """Count days, weeks and weekends of a month, a year or an interval of days."""
    start, end = base.start(), base.end()
    if unit not in "DWS1234567" or not 1 <= start[0] <= end[0] <= 9998:
        return None
    low, high = date(*start), date(*end)
    if unit == "D":
        a, b = (low + timedelta(first - 1), low + timedelta(last - 1)) if not from_end else (high + timedelta(first + 1), high + timedelta(last + 1))
        return p.span(p.day(a), p.day(b)) if low <= a <= b <= high else None
    if unit.isdigit():
        day = (
            low + timedelta((int(unit) - 1 - low.weekday()) % 7 + 7 * (first - 1))
            if not from_end
            else high - timedelta((high.weekday() - int(unit) + 1) % 7)
        )
        return p.day(day) if low <= day <= high else None
    if unit == "S":
        saturday = low + timedelta((5 - low.weekday()) % 7) if not from_end else high - timedelta((high.weekday() - 5) % 7)
        return p.days(saturday + timedelta(7 * (first - 1 if not from_end else first + 1)), 2)
    monday = low - timedelta(low.weekday()) if low.weekday() < 4 else low + timedelta(7 - low.weekday())
    if from_end:
        back = high.weekday() if high.weekday() > 2 else high.weekday() + 7  # a week belongs to where its Thursday is
        monday = high - timedelta(back) + timedelta(7 * (first + 1))
        return p.days(monday, 7 * (last - first + 1))
    return p.days(monday + timedelta(7 * (first - 1)), 7 * (last - first + 1))
