"""Node: what a date says by itself, before anything is derived."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """One step of a date: a selection (`op`, `n`) within its `base`; `base` is None where the text leaves it open.

    op: year, decade, century, month, day, season, quarter, half, weekday, nth, first, last, part, relative, window, shift, years, span,
    same_period, today, numeric, length, unknown, rest, to_date, weekend, week_number,
    easter, business_days. `unit` is a unit letter (Y M W D Q H E C K S), or the name of a part.
    """

    op: str
    n: int = 0
    base: Node | None = None
    unit: str = ""
    m: int = 0
    other: Node | None = None
    source: str = ""

    @property
    def level(self) -> str:
        """What is missing below it: "month" for a bare day, "year" for a bare month, quarter, half or season, else ""."""
        if self.base is not None:
            return self.base.level
        if self.op == "day":
            return "month"
        if self.op in ("month", "season", "quarter", "half", "week_number", "easter", "numeric") or (
            self.op in ("first", "last", "nth") and self.unit in ("M", "Q")
        ):
            return "year"
        return "century" if self.op == "ordinal" else ""

    def on(self, base: Node) -> Node:
        """Put a base under the open end."""
        under = base if self.base is None else self.base.on(base)
        return Node(self.op, self.n, under, self.unit, self.m, self.other, self.source)

    def find(self, level: str) -> Node | None:
        """Give the part of it that can fill what is missing at a level of another date."""
        if level == "month" and self.op in ("month", "relative") and (self.op == "month" or self.unit == "M"):
            return self
        if level == "year" and self.op in ("year", "relative", "years", "decade") and (self.op != "relative" or self.unit == "Y"):
            return self
        return self.base.find(level) if self.base else None
