"""What pieces of every language share: one unit and magnitude for two ends of a range, and how a value is written."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from dostyk.values.quantities.shapes import written


class Measured(Protocol):
    """A number with its unit, wherever its span is counted from."""

    low: Decimal
    high: Decimal | None
    unit: str
    scale: Decimal
    bare: bool
    sign: int
    rate: str | None


def share(first: Measured, last: Measured) -> bool:
    """Give two ends of a range one unit and one magnitude; False where they cannot have."""
    if first.unit != last.unit:
        if first.bare:
            first.unit, first.bare, first.rate = last.unit, False, last.rate
        elif last.bare:
            last.unit, last.bare, last.rate = first.unit, False, first.rate
        elif last.unit.split("/")[0] == first.unit:
            first.unit = last.unit
        else:
            return False
    if first.scale == 1 and last.scale > 1 and first.low * last.scale < last.low:
        first.low, first.scale = first.low * last.scale, last.scale
    return True


def number(piece: Measured) -> str:
    """Write a piece's value as a span has it: a number or "low/high"."""
    low = written(round_off(piece.low * piece.sign))
    return low if piece.high is None else f"{low}/{written(round_off(piece.high))}"


def round_off(value: Decimal) -> Decimal:
    """Cut off what division left behind the twelfth significant figure."""
    return value if len(value.as_tuple().digits) <= 20 else +value.quantize(Decimal(1).scaleb(value.adjusted() - 11))
