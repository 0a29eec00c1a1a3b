"""Turns dates that are counted from others ("last year", "two years ago", "next Friday") into periods of the calendar."""

from __future__ import annotations

from datetime import timedelta

from dostyk.values.dates import period as p
from dostyk.values.dates.node import Node
from dostyk.values.dates.period import Period, weekday_of
from dostyk.values.dates.surroundings import Step, Surroundings
from dostyk.values.edtf.parse import month_length


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
    if unit in "hm":
        return p.span(min(moved, source, key=Period.start), max(moved, source, key=Period.start))
    return p.span(moved, source) if node.n < 0 else p.span(p.shifted(source, 1, "D") or source, moved)


def _business_days(node: Node, around: Surroundings) -> Period | None:
    """Resolve "the next four working days", Monday to Friday: from the day after the document's date, or up to the day before."""
    source = around.use(node.source)
    today = p.to_date(source) if source else None
    if today is None or not 1 < today.year < 9000:
        return None
    step, days = (1 if node.n > 0 else -1), [today]
    weeks, rest = divmod(abs(node.n) - 1, 5)  # whole weeks at once, so that no number costs more than another
    while len(days) == 1 or days[-1].weekday() > 4:
        days.append(days[-1] + timedelta(step))
    last = days[-1] + timedelta(7 * step * weeks)
    for _ in range(rest):
        last += timedelta(step * (3 if last.weekday() == (4 if step > 0 else 0) else 1))
    first, last = (days[-1], last) if step > 0 else (last, days[-1])
    return p.span(p.day(first), p.day(last))


def _shift(node: Node, around: Surroundings) -> Period | None:
    """Resolve "two years ago", "three years later", "two weeks after 5 May": as precise as the unit."""
    source = around.resolve(node.base) if node.base else around.use(node.source)
    if source is None:
        return None
    if node.source == "context" and abs(node.n) == 1 and node.unit == "Y" and not node.base and source.unit == "I":
        around.same_period = True
        return p.shifted(source, node.n, "Y")
    source = source.last or source
    moved = p.shifted(source, node.n, node.unit)
    if moved is None or node.unit in "WDFBhms":
        return moved
    return moved if node.base else p.unit_at(moved, {"E": "Y", "C": "Y", "Q": "M", "H": "M"}.get(node.unit, node.unit))


def _week(node: Node, around: Surroundings) -> Period | None:
    base = around.resolve(node.base) if node.base else None
    return p.unit_at(base, node.unit or "W") if base else None


def _until(node: Node, around: Surroundings) -> Period | None:
    """Resolve "the nine months to June 2024": so many months, that one the last."""
    last = around.resolve(node.base) if node.base else None
    if last is None or last.y is None or last.unit not in "MD":
        return None
    return p.span(p.month(last.y, last.m - node.n + 1), p.month(last.y, last.m))


def _rest(node: Node, around: Surroundings) -> Period | None:
    """Resolve "the rest of the year": from the document's date to its end; all of it where the date is not inside."""
    base = around.resolve(node.base) if node.base else None
    today = p.to_date(around.reference) if around.reference else None
    if base is None or base.y is None and base.first is None or today is None:
        return base
    now = (today.year, today.month, today.day)
    if not base.start() <= now <= base.end():
        return base
    around.used.append("reference")
    return p.span(p.day(today), Period("D", *base.end()))


def _to_date(node: Node, around: Surroundings) -> Period | None:
    """Resolve "year to date": from its beginning to the document's date."""
    source = around.use("reference")
    base = p.unit_at(source, node.unit) if source else None
    if base is None or source is None or source.unit not in "MD":
        return None
    y, m, d = base.start()
    return p.span(Period(source.unit, y, m, d if source.unit == "D" else 0), source)


def _weekend(node: Node, around: Surroundings) -> Period | None:
    """Resolve "the weekend": this week's from Friday on or where the words look ahead, else the last."""
    source = around.use("reference")
    today = p.to_date(source) if source else None
    if source is None or today is None:
        return None
    return p.unit_at(source, "S", 0 if today.weekday() > 3 or around.future() else -1)


def _today(node: Node, around: Surroundings) -> Period | None:
    source = around.use("reference")
    value = p.to_date(source) if source else None
    return p.day(value + timedelta(node.n)) if value else None


def _weekday(node: Node, around: Surroundings) -> Period | None:
    """Resolve a weekday: `m` -1 last, 0 this, 1 next week's; -8, 8 the nearest before, after; 9 bare (the latest, or the next where the words
    look ahead).
    """
    if node.base is not None:
        base = around.resolve(node.base)
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
    if node.other.op not in ("month", "season"):
        return _feast(node.other, source, node.n, around)
    first = node.other.n if node.other.op == "month" else (node.other.n - 20) * 3
    last = first if node.other.op == "month" else first + 2
    y, now = source.y + node.n, source.m if source.unit in "MD" else 0
    if now and node.n < 0 and last < now - 1:
        y = source.y
    if now and node.n > 0 and first > now:
        y = source.y
    return p.month(y, first) if node.other.op == "month" else Period("S", y, node.other.n)


def _feast(feast: Node, source: Period, n: int, around: Surroundings) -> Period | None:
    """Resolve "last Easter", "next Christmas": the nearest one before or after the document's date; "this Christmas": this year's."""
    near = [around.resolve(feast.on(Node("year", (source.y or 0) + step))) for step in (-1, 0, 1)]
    if n == 0 or source.unit != "D":
        return near[1 + n]
    days = [day for day in near if day and (day.start() < source.start() if n < 0 else day.start() > source.end())]
    return (days[-1] if n < 0 else days[0]) if days else None


def _same_period(node: Node, around: Surroundings) -> Period | None:
    """Resolve "the same period last year": the date in force, in the base's year, or a year before."""
    source, around.same_period = around.near, True
    if source is None:
        return None
    around.used.append("context")
    start = source.first or source
    if node.base is None or start.y is None:
        return source if node.base is None else None
    year = around.resolve(node.base)
    return p.shifted(source, year.y - start.y, "Y") if year and year.y is not None else None


DISTANCES: dict[str, Step] = {
    "relative": _relative,
    "window": _window,
    "business_days": _business_days,
    "shift": _shift,
    "week": _week,
    "until": _until,
    "rest": _rest,
    "to_date": _to_date,
    "weekend": _weekend,
    "today": _today,
    "weekday": _weekday,
    "fits": _fits,
    "named": _named,
    "same_period": _same_period,
}
