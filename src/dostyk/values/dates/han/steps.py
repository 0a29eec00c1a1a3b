"""Turns what only Chinese dates say (lunar days, a day without its month, a decade of the last century) into periods."""

from __future__ import annotations

from dataclasses import replace

from dostyk.values.dates import period as p
from dostyk.values.dates.lunar import known, lunar, qingming
from dostyk.values.dates.node import Node
from dostyk.values.dates.period import Period
from dostyk.values.dates.resolve import STEPS as EVERYWHERE
from dostyk.values.dates.surroundings import Step, Surroundings
from dostyk.values.edtf.parse import month_length


def _recent_month(node: Node, around: Surroundings) -> Period | None:
    """Give the month of a bare day `n`: that of the date in force, else the latest (where the words look ahead, the next) that has the day."""
    near = around.near.first or around.near if around.near else None
    if near and near.unit in "MD":
        around.used.append("context")
        return p.month(near.y, near.m)
    now = around.reference
    if now is None or now.unit not in "MD" or now.y is None:
        return None
    around.used.append("reference")
    step = 1 if around.future() else -1
    off = 0 if not now.d or (node.n >= now.d if step > 0 else node.n <= now.d) else step
    while off in range(-2, 3) and month_length((month := p.month(now.y, now.m + off)).y or 0, month.m) < min(node.n, 31):
        off += step
    return p.month(now.y, now.m + off)


def _lunar(node: Node, around: Surroundings) -> Period | None:
    """Convert a day of the Chinese calendar; where the year is before the table, the year is all that is known."""
    year = around.resolve(Node("month", node.m % 12 + 1, node.base))
    if year is None or year.y is None:
        return None
    found = lunar(year.y, node.m, node.n, node.unit == "leap")
    if found and node.unit == "solar" and found.y != year.y:
        found = lunar(year.y - 1, node.m, node.n)  # "2025年除夕" is in January 2025
    if found is None and known(year.y):
        around.impossible = True
    return found or (None if known(year.y) else p.year(year.y))


def _qingming(node: Node, around: Surroundings) -> Period | None:
    year = around.resolve(Node("month", 4, node.base))
    return qingming(year.y) if year and year.y is not None else None


def _part(node: Node, around: Surroundings) -> Period | None:
    """Find a decade within a century that is counted from the document's date; all other parts as everywhere."""
    if node.unit != "decade":
        return EVERYWHERE["part"](node, around)
    base = around.resolve(node.base) if node.base else None
    return Period("E", base.y + node.n) if base and base.y is not None else None


def _span(node: Node, around: Surroundings) -> Period | None:
    """Resolve an interval: its end is counted from its beginning ("次年3月"), and in its year, or the one after, where it has none."""
    if node.base is None or node.other is None:
        return None
    inner = replace(around, sharp=False)
    first, other = inner.resolve(node.base), node.other
    around.impossible |= inner.impossible
    if first is None:
        return None
    open_year = other.level == "year" and first.end()[0]
    ending = replace(inner, near=first)
    last = ending.resolve(other.on(Node("year", first.end()[0])) if open_year else other)
    around.impossible |= ending.impossible
    if last is None:
        return None
    if first.start() > last.end() and node.n == -1:
        first = p.shifted(first, -1, "Y") or first
    elif first.start() > last.end() and (node.n == 1 or open_year) and last.y is not None:
        last = p.shifted(last, 1, "Y") or last
    return p.span(first, last) if first.start() <= last.end() or first.y is None else None


def _same_period(node: Node, around: Surroundings) -> Period | None:
    """Resolve "去年同期"; of a period that is itself of last year, the year before is meant."""
    found = EVERYWHERE["same_period"](node, around)
    return p.shifted(found, -1, "Y") if found and found == around.near and node.base else found


STEPS: dict[str, Step] = {
    **EVERYWHERE,
    "recent_month": _recent_month,
    "lunar": _lunar,
    "qingming": _qingming,
    "part": _part,
    "span": _span,
    "same_period": _same_period,
}
