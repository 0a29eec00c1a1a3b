"""Turns two parts of a date that stand side by side into one, the coarser under the finer."""

from __future__ import annotations

from dataclasses import replace

from dostyk.values.dates.node import Node

WIDE = frozenset(("year", "years", "month", "season", "quarter", "half", "decade", "century", "named", "first", "nth", "last"))


def on_weekday(a: Node, b: Node) -> Node | None:
    """Join a weekday and the day that falls on it, or the week that it is a day of."""
    for one, other in ((a, b), (b, a)):
        if one.op == "weekday" and one.m == 9:
            if other.op == "day" and other.level != "month" and not other.m:
                return replace(other, m=one.n)
            if other.op == "numeric" and one is a:
                return other
            if other.op == "relative" and other.unit == "W":
                return Node("weekday", one.n, other)
    return None


def joined(a: Node, b: Node) -> Node | None:
    """Put the coarser of two parts under the finer one; None where they do not fit."""
    for fine, coarse in ((a, b), (b, a)):
        if fits(fine, coarse):
            return fine.on(coarse)
        century = bottom_of(fine) if coarse.op in ("century", "relative") and bottom_of(fine).op == "decade" else None
        if century and (coarse.op == "century" and coarse.n > 0 or coarse.unit == "C"):  # "90-е годы прошлого века", which is the twentieth
            first = 100 * (coarse.n - 1) if coarse.op == "century" else 2000 + 100 * coarse.n
            return _on_bottom(fine, Node("decade", first + century.n % 100))
    return None


def _on_bottom(node: Node, bottom: Node) -> Node:
    """Put another node in the place of the coarsest."""
    return replace(node, base=_on_bottom(node.base, bottom)) if node.base else bottom


def bottom_of(node: Node) -> Node:
    """Give the coarsest part of a date."""
    return bottom_of(node.base) if node.base else node


def picks(node: Node) -> bool:
    """Tell whether the coarsest part is picked from something that is not there yet."""
    bottom = bottom_of(node)
    return bottom.op in ("part", "day", "month", "season", "quarter", "half", "first", "last", "nth", "same_period")


def fits(fine: Node, coarse: Node) -> bool:
    """Tell whether `coarse` is what the open end of `fine` is picked from."""
    bottom = bottom_of(fine)
    year = coarse.op == "year" or coarse.op == "relative" and coarse.unit == "Y"
    if bottom.op == "day":
        return coarse.op == "month" and coarse.level in ("", "year") or coarse.op == "relative" and coarse.unit == "M"
    if bottom.op in ("month", "season"):
        return year
    if bottom.op == "same_period":
        return year or coarse.op == "shift" and coarse.unit == "Y"
    if bottom.op == "part":
        return coarse.op in WIDE or coarse.op == "relative" and coarse.unit in "YMQHECW"
    if bottom.op in ("quarter", "half"):
        return year or coarse.op in ("month", "century", "decade") or coarse.op == "relative" and coarse.unit in "MEC"
    if bottom.op in ("first", "last", "nth"):
        return year or coarse.op in ("month", "century", "decade", "season") or coarse.op == "relative" and coarse.unit in "MEC"
    return False
