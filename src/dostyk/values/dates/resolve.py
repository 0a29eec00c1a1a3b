"""Turns what a date says, with the document's date and the date in force, into a period of the calendar."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dostyk.values.dates import period as p
from dostyk.values.dates.node import Node
from dostyk.values.dates.period import Period
from dostyk.values.dates.selection import pick
from dostyk.values.edtf.parse import leap, month_length


@dataclass(slots=True)
class Surroundings:
    """What a date may be completed from, and what was used of it.

    `reference` is the document's date, `context` the date in force for a bare day or month, `near` that for "that year" and "later", `sharp`
    whether a preposition asks for one end of a period ("by", "as of"), `deadline` whether it is "by" or "until", `day_first` the page's habit
    in numeric dates. `future` tells whether the words to the left look ahead.
    """

    reference: Period | None = None
    context: Period | None = None
    near: Period | None = None
    future: Callable[[], bool] = bool
    sharp: bool = False
    deadline: bool = False
    day_first: bool = True
    used: list[str] = field(default_factory=list)
    impossible: bool = False
    same_period: bool = False

    def use(self, source: str) -> Period | None:
        """Give the document's date ("reference"), the date in force ("context"), or the one, else the other ("either"), and note it."""
        found = self.near if source in ("context", "either") else self.reference
        if found is None and source == "either":
            found, source = self.reference, "reference"
        if found:
            self.used.append("reference" if source == "reference" else "context")
        return found


def resolve(node: Node, around: Surroundings) -> Period | None:
    """Resolve a date; None where something is missing or the day does not exist (then `around.impossible` is set)."""
    return _STEPS[node.op](node, around)


def _year_under(node: Node, around: Surroundings, m: int = 0, d: int = 0) -> Period | None:
    """Resolve the base as a year; where the text gives none, derive it, or leave it open."""
    if node.base is not None:
        return resolve(node.base, around)
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
    return Period("C", (node.n - 1) * 100 if node.n > 0 else (node.n + 1) * 100)


def _month(node: Node, around: Surroundings) -> Period | None:
    base = _year_under(node, around, node.n)
    return p.month(base.y, node.n) if base and base.unit == "Y" else None


def _day(node: Node, around: Surroundings) -> Period | None:
    if node.base is None:
        return None
    if node.base.op == "month" and node.base.base is None:
        under = _year_under(node.base, around, node.base.n, node.n)
        base = p.month(under.y, node.base.n) if under else None
        if base and base.y and base.m == 2 and node.n == 29 and around.used:  # the latest year that has the day
            base = p.month(next(y for y in range(base.y, base.y - 9, -1) if leap(y)), 2)
    else:
        base = resolve(node.base, around)
    if base is None or base.unit != "M":
        return None
    longest = (29 if base.m == 2 else month_length(1, base.m)) if base.y is None else month_length(base.y, base.m)
    if node.n > longest:
        around.impossible = True
        return None
    return Period("D", base.y, base.m, node.n)


def _selected(node: Node, around: Surroundings) -> Period | None:
    """Resolve what is picked from a base: a season, quarter, half, the first five months, the third week, the end of."""
    first_month = {"season": (node.n - 20) * 3, "quarter": 3 * node.n - 2, "half": 6 * node.n - 5}.get(node.op, 1)
    base = _year_under(node, around, first_month) if node.base or node.level == "year" else around.use("either")
    return pick(node, base, around.sharp) if base else None


def _relative(node: Node, around: Surroundings) -> Period | None:
    source = around.use(node.source)
    return p.unit_at(source, node.unit, node.n) if source else None


def _window(node: Node, around: Surroundings) -> Period | None:
    """Resolve "the last two years": from so long before the document's date until it; "the next" count from the date in force."""
    source = around.use(node.source)
    source = source.last or source if source else None
    unit = {"S": "W"}.get(node.unit, node.unit)
    moved = p.shifted(source, node.n, unit) if source else None
    if source is None or moved is None:
        return None
    return p.span(moved, source) if node.n < 0 else p.span(p.shifted(source, 1, "D") or source, moved)


def _shift(node: Node, around: Surroundings) -> Period | None:
    """Resolve "two years ago", "three years later", "two weeks after 5 May": as precise as the unit."""
    source = resolve(node.base, around) if node.base else around.use(node.source)
    if source is None:
        return None
    if node.source == "context" and abs(node.n) == 1 and node.unit == "Y" and not node.base and source.unit == "I":
        around.same_period = True
        return p.shifted(source, node.n, "Y")
    source = source.last or source
    moved = p.shifted(source, node.n, node.unit)
    if moved is None or node.unit in "WDF":
        return moved
    return moved if node.base else p.unit_at(moved, {"E": "Y", "C": "Y", "Q": "M", "H": "M"}.get(node.unit, node.unit))


def _week(node: Node, around: Surroundings) -> Period | None:
    base = resolve(node.base, around) if node.base else None
    return p.unit_at(base, "W") if base else None


def _until(node: Node, around: Surroundings) -> Period | None:
    """Resolve "the nine months to June 2024": so many months, that one the last."""
    last = resolve(node.base, around) if node.base else None
    if last is None or last.y is None or last.unit not in "MD":
        return None
    return p.span(p.month(last.y, last.m - node.n + 1), p.month(last.y, last.m))


def _today(node: Node, around: Surroundings) -> Period | None:
    source = around.use("reference")
    value = p.to_date(source) if source else None
    return p.day(value + timedelta(node.n)) if value else None


def _weekday(node: Node, around: Surroundings) -> Period | None:
    """Resolve a weekday: `m` -1 last, 0 this, 1 next week's; -8, 8 the nearest before, after; 9 bare (the latest, or the next where the words
    look ahead).
    """
    if node.base is not None:
        base = resolve(node.base, around)
        start = p.to_date(base.first) if base and base.first else p.to_date(base) if base else None
        return p.day(start + timedelta((node.n - 1 - start.weekday()) % 7)) if start else None
    source = around.use("reference")
    today = p.to_date(source) if source else None
    if today is None:
        return None
    monday = today - timedelta(today.weekday())
    back = (today.weekday() - node.n + 1) % 7
    if node.m == 9:
        return p.day(today + timedelta((7 - back) % 7) if around.future() else today - timedelta(back))
    if abs(node.m) == 8:
        return p.day(today + timedelta(7 - back) if node.m > 0 else today - timedelta(back or 7))
    return p.day(monday + timedelta(7 * node.m + node.n - 1))


def _fits(node: Node, around: Surroundings) -> Period | None:
    """Resolve "Monday the 27th": the nearest month, counted back from the date in force, in which that day is a Monday."""
    source = around.use(node.source)
    source = source.first or source if source else None
    if source is None or source.y is None or source.unit not in "MD":
        return None
    for back in (0, *(step for n in range(1, 13) for step in ((n, -n) if not around.future() else (-n, n)))):
        month = p.month(source.y, source.m - back)
        if month.y and 1 <= month.y <= 9998 and node.n <= month_length(month.y, month.m):
            found = Period("D", month.y, month.m, node.n)
            if weekday_of(found) == node.m:
                return found
    return None


def _named(node: Node, around: Surroundings) -> Period | None:
    """Resolve "last November", "next March", "this spring".

    "Last November" is the November of the year before, unless one of this year ended more than a month ago: said in March 2024 and in
    December 2024 it is that of 2023 (in December the one just gone is "last month", or plainly "in November"), but "last March" said
    in October 2024 is that of 2024. Where the document's date is only a year, it is the year before. "Next March" mirrors this.
    """
    source = around.use("reference")
    source = source.first or source if source else None
    if source is None or source.y is None or node.other is None:
        return None
    first = node.other.n if node.other.op == "month" else (node.other.n - 20) * 3
    y, now = source.y + node.n, source.m if source.unit in "MD" else 0
    if now and node.n < 0 and first < now - 1:
        y = source.y
    if now and node.n > 0 and first > now:
        y = source.y
    return p.month(y, first) if node.other.op == "month" else Period("S", y, node.other.n)


def _span(node: Node, around: Surroundings) -> Period | None:
    """Resolve both ends; an end whose year was derived from the other's is moved by a year where the order asks for it."""
    if node.base is None or node.other is None:
        return None
    inner = replace(around, sharp=False)
    first = resolve(node.base, inner)
    used, open_first = list(around.used), node.base.level == "year"
    last = resolve(node.other, around)
    around.impossible |= inner.impossible
    if first is None or last is None:
        return None
    if first.start() > last.end() and node.n == -1:
        first = p.shifted(first, -1, "Y") or first
    elif first.start() > last.end() and (node.n == 1 or open_first and first.y is None) and last.y is not None:
        last = p.shifted(last, 1, "Y") or last
    around.used = used + [source for source in around.used if source not in used]
    return p.span(first, last) if first.start() <= last.end() or first.y is None else None


def _same_period(node: Node, around: Surroundings) -> Period | None:
    """Resolve "the same period last year": the date in force, in the base's year, or a year before."""
    source, around.same_period = around.near, True
    if source is None:
        return None
    around.used.append("context")
    start = source.first or source
    if node.base is None or start.y is None:
        return source if node.base is None else None
    year = resolve(node.base, around)
    return p.shifted(source, year.y - start.y, "Y") if year and year.y is not None else None


def _numeric(node: Node, around: Surroundings) -> Period | None:
    """Resolve a day in figures, `n` and `m` being day and month in the page's order (the other one where only that is possible)."""
    y = node.base.n if node.base else None
    if y is None:
        year = _year_under(node, around, node.m, node.n)
        y = year.y if year else None
    orders = [(node.n, node.m), (node.m, node.n)] if around.day_first else [(node.m, node.n), (node.n, node.m)]
    for d, m in orders if node.unit != "fixed" else orders[:1] if around.day_first else orders[1:]:
        if 1 <= m <= 12 and 1 <= d <= calendar.monthrange(y if y and y > 0 else 2000, m)[1]:
            return Period("D", y, m, d)
    around.impossible = True
    return None


_STEPS = {
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
    "relative": _relative,
    "window": _window,
    "shift": _shift,
    "until": _until,
    "week": _week,
    "today": _today,
    "weekday": _weekday,
    "named": _named,
    "fits": _fits,
    "span": _span,
    "same_period": _same_period,
    "numeric": _numeric,
}


def as_period(edtf: str | None) -> Period | None:
    """Read an EDTF string as a period to derive from; None where it is open, vague or none."""
    if not edtf:
        return None
    first, _, last = edtf.partition("/")
    ends = [_point(end) for end in (first, last) if end]
    if not ends or any(end is None for end in ends):
        return next((end for end in ends if end), None)
    a, b = ends[0], ends[-1]
    return p.span(a, b) if a and b and len(ends) == 2 else a


def _point(text: str) -> Period | None:
    parts = text.split("T")[0].rstrip("~?%").split("-")
    if not parts[0].isdigit() or not all(part.isdigit() for part in parts):
        return None
    y, m, d = (int(part) for part in (*parts, "0", "0")[:3])
    if m > 12:
        return Period("S", y, m) if m < 25 else p.year(y)
    return Period("D" if d else "M" if m else "Y", y, m, d)


def weekday_of(found: Period) -> int | None:
    """Give the weekday (1: Monday) of a day."""
    value: date | None = p.to_date(found)
    return value.isoweekday() if value else None
