"""Keeps the measure and unit that a line names for the dated lines under it: "Trade turnover (million euros):"."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.kinds.indicator.figure import fits
from dostyk.kinds.indicator.flows import Parties

REACH = 14  # lines that a title holds for


@dataclass(frozen=True, slots=True)
class Titled:
    """What a title says: the measure, whose it is, the unit with its power of ten, the paragraph where."""

    measure: str
    parties: Parties
    unit: tuple[str, int]
    paragraph: int


def under_title(titled: Titled, unit: str) -> tuple[str, int] | None:
    """The unit and power of ten that a figure under a title has, or None where it cannot be the title's."""
    if unit == "1" and fits(titled.measure, "USD") and not fits(titled.measure, "1"):
        return titled.unit if titled.unit[0] else None
    return (unit, 0) if fits(titled.measure, unit) else None
