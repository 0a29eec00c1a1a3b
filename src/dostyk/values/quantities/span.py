"""QuantitySpan: one quantity that a text gives, with its place, its value and how it is meant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuantitySpan:
    """A quantity at `start` to `end` (string indices; bound words, sign, currency and unit are inside).

    `value` is a decimal number as a string, magnitudes worked out, a minus sign included ("17620000000", "-30"); a range
    is "low/high". Parts of a whole are per cent, to one decimal ("a third" is "33.3"). `unit` is an ISO 4217 code for
    money, else a UCUM code ("1" for counts and multiples, "rank" for ranks). `bound`: exact, over, under, about, max,
    min. `bare`: no unit was said, so that a counted noun may follow. `statistic`: level, multiple, share, change, rank,
    as far as the quantity itself tells. `sign` is -1 where the value is below zero ("minus", "negative"). `rate` is the
    UCUM code of the time a rate is measured by ("a", "d"); it is also in `unit`, even where it is said only after the
    counted noun ("25,000 passengers a day": value 25000, unit "1/d", the span ends after the number).
    `alternative` is the same amount said again in another unit, (value, unit): "US$5 million (RMB 36 million)".
    `fraction` is a part of a whole as it was said ("2/3" for "two thirds").
    """

    start: int
    end: int
    value: str
    unit: str = "1"
    bound: str = "exact"
    bare: bool = False
    statistic: str = "level"
    ordinal: bool = False
    sign: int = 1
    rate: str | None = None
    alternative: tuple[str, str] | None = None
    fraction: str | None = None
