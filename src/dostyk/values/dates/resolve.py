"""Turns what a date says, with its surroundings, into a period of the calendar."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import timedelta

from dostyk.values.dates import period as p
from dostyk.values.dates.distances import DISTANCES
from dostyk.values.dates.node import Node
from dostyk.values.dates.period import Period, weekday_of
from dostyk.values.dates.selection import pick
from dostyk.values.dates.surroundings import Step, Surroundings
from dostyk.values.edtf.parse import leap, month_length


def _year_under(node: Node, around: Surroundings, m: int = 0, d: int = 0) -> Period | None:
    """Resolve the base as a year; where the text gives none, derive it, or leave it open."""
    if node.base is not None:
        return around.resolve(node.base)
    found = p.unit_at(around.context, "Y") if around.context else None
    if found:
        around.used.append("context")
        return found
    if around.reference is None:
        return p.year(None)
    around.used.append("reference")
    reference = around.reference.first or around.reference
    return p.year(_closest(reference, m) if around.deadline else _nearest(reference, m, d, around.future()))


def _closest(reference: Period, m: int) -> int:
    """Choose the year of a deadline ("by March"): the one that puts it within half a year of the document's date, before or after."""
    y, now = reference.y or 0, reference.m if reference.unit in "MD" else m
    return y if not m or abs(m - now) <= 6 else y + 1 if m < now else y - 1


def _nearest(reference: Period, m: int, d: int, future: bool) -> int:
    """Choose the year of a bare month or day: the latest that is not after the document's date; where the words look ahead, the earliest
    that is not before its month.
    """
    y = reference.y or 0
    if not m or not reference.m or reference.unit not in "MD":
        return y
    here, there = (reference.m, reference.d), (m, d)
    if not d or not reference.d:
        here, there = (reference.m, 0), (m, 0)
    if future:
        return y if there >= here else y + 1
    return y if there <= here else y - 1


def _year(node: Node, around: Surroundings) -> Period:
    return p.year(node.n)


def _years(node: Node, around: Surroundings) -> Period:
    return p.span(p.year(node.n), p.year(node.m))


def _decade(node: Node, around: Surroundings) -> Period:
    return Period("E", node.n)


def _century(node: Node, around: Surroundings) -> Period:
    return Period("C", (node.n - 1) * 100) if node.n > 0 else Period("C", (node.n + 1) * 100, -1)


def _month(node: Node, around: Surroundings) -> Period | None:
    base = _year_under(node, around, node.n)
    return p.month(base.y, node.n) if base and base.unit == "Y" else None


def _day(node: Node, around: Surroundings) -> Period | None:
    if node.base is None:
        return None
    if node.base.op == "month" and node.base.base is None:
        under = _year_under(node.base, around, node.base.n, node.n)
        base = p.month(under.y, node.base.n) if under else None
        if base and base.y and base.m == 2 and node.n == 29 and around.used:
            base = p.month(_leap_year(base.y), 2)
        if base and base.y and node.m and around.used:
            base = p.month(_year_that_fits(base.y, base.m, node.n, node.m), base.m)
    else:
        base = around.resolve(node.base)
    if base is None or base.unit != "M":
        return None
    longest = (29 if base.m == 2 else month_length(1, base.m)) if base.y is None else month_length(base.y, base.m)
    if node.n > longest:
        around.impossible = True
        return None
    return Period("D", base.y, base.m, node.n)


def _leap_year(y: int) -> int:
    """Give the latest year with a 29 February."""
    return next(year for year in range(y, y - 9, -1) if leap(year))


def _year_that_fits(y: int, m: int, d: int, weekday: int) -> int:
    """Give the year, the derived one or one beside it, in which the day falls on the stated weekday; the derived one where none does."""
    near = [year for year in (y, y + 1, y - 1) if weekday_of(Period("D", year, m, min(d, 28))) == (weekday - d + min(d, 28) - 1) % 7 + 1]
    return near[0] if near else y


def _selected(node: Node, around: Surroundings) -> Period | None:
    """Resolve what is picked from a base: a season, quarter, half, the first five months, the third week, the end of."""
    first_month = {"season": (node.n - 20) * 3, "quarter": 3 * node.n - 2, "half": 6 * node.n - 5}.get(node.op, 1)
    base = _year_under(node, around, first_month) if node.base or node.level == "year" else around.use("either")
    return pick(node, base, around.sharp) if base else None


def _span(node: Node, around: Surroundings) -> Period | None:
    """Resolve both ends; an end whose year was derived from the other's is moved by a year where the order asks for it."""
    if node.base is None or node.other is None:
        return None
    inner = replace(around, sharp=False)
    first = inner.resolve(node.base)
    used, open_first = list(around.used), node.base.level == "year"
    last = _weekday_after(first, node.other.n) if node.other.op == "weekday" and node.other.m == 9 and first else around.resolve(node.other)
    around.impossible |= inner.impossible
    if first is None or last is None:
        return None
    if first.start() > last.end() and node.n == -1 or first.start() > last.end() and around.future() and node.n == 1 and around.used:
        first = p.shifted(first, -1, "Y") or first
    elif first.start() > last.end() and (node.n == 1 or open_first and first.y is None) and last.y is not None:
        last = p.shifted(last, 1, "Y") or last
    around.used = used + [source for source in around.used if source not in used]
    return p.span(first, last) if first.start() <= last.end() or first.y is None else None


def _weekday_after(first: Period, n: int) -> Period | None:
    """Give the next such weekday after a day: "from next Monday to Friday"."""
    day = p.to_date(first)
    return p.day(day + timedelta((n - day.isoweekday()) % 7 or 7)) if day else None


def _numeric(node: Node, around: Surroundings) -> Period | None:
    """Resolve a day in figures, `n` and `m` being day and month in the page's order (the other one where only that is possible)."""
    orders = ((node.n, node.m), (node.m, node.n)) if around.day_first else ((node.m, node.n), (node.n, node.m))
    for d, m in orders:
        y = node.base.n if node.base else None
        if 1 <= m <= 12 and 1 <= d <= calendar.monthrange(y if y and y > 0 else 2000, m)[1]:
            if y is None:
                year = _year_under(node, around, m, d)
                y = year.y if year else None
                y = _leap_year(y) if y and (m, d) == (2, 29) else y
            return Period("D", y, m, d)
    around.impossible = True
    return None


def _easter(node: Node, around: Surroundings) -> Period | None:
    """Resolve a day counted from Western Easter."""
    base = _year_under(node, around, 4)
    return p.easter(base.y, node.n) if base and base.unit == "Y" and base.y and 1 <= base.y <= 9998 else None


def _unknown(node: Node, around: Surroundings) -> Period | None:
    """Resolve "a day in January 1872": the digits that nobody knows stay open."""
    base = around.resolve(node.base) if node.base else None
    if base is None or base.unit not in "YM":
        return None
    return Period("U", base.y, base.m or -1, -1 if node.unit == "D" else 0)


STEPS: dict[str, Step] = {
    **DISTANCES,
    "year": _year,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "month": _month,
    "day": _day,
    "season": _selected,
    "quarter": _selected,
    "half": _selected,
    "nth": _selected,
    "first": _selected,
    "last": _selected,
    "part": _selected,
    "week_number": _selected,
    "unknown": _unknown,
    "easter": _easter,
    "span": _span,
    "numeric": _numeric,
}
