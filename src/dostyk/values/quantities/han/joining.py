"""Turns two numbers of a Chinese text that belong together into one range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dostyk.values.quantities.han.pieces import Piece, piece
from dostyk.values.quantities.span import QuantitySpan

JOINT = re.compile(r" ?(?:(到|至|[-–—―~]{1,2})|(和|与|跟|同)) ?(?:第)?")
BETWEEN = re.compile(r" ?(?:之间|间(?!接|隔|断))(?:的)?")
GAP = re.compile(r"[ ,，、]*(?:的?同时|并且|而且|并|且|而|又|但)?[ ,，]*(?:也|又|还)?")
MINUS = ("零下", "负", "-", "−")
LOWER, UPPER = ("over", "min"), ("under", "max")


def signed(f: str, made: Piece, floor: int) -> None:
    """Take in "零下", "负" and a minus before a number."""
    word = next((word for word in MINUS if f.endswith(word, floor, made.start)), "")
    if word and not (word in "-−" and re.match("[0-9A-Za-z]", f[made.start - 2 : made.start - 1]) and made.start > 1):
        made.start -= len(word)
        made.number.low = -made.number.low


def ranged(f: str, first: Piece) -> Piece | None:
    """Read the other end of a range: "20~100个", "5%至8%", "10000与20000之间"; a magnitude or unit said once counts for both."""
    if first.number.high is not None or first.number.over:
        return None
    match = JOINT.match(f, first.end)
    if match is None:
        return None
    minus = next((word for word in MINUS if f.startswith(word, match.end())), "")
    second = piece(f, match.end() + len(minus))
    if second and minus:
        second.number.low = -second.number.low
    if second is None or second.number.high is not None or second.number.over and match[2]:
        return None
    end = second.end
    if match[2]:
        if closing := BETWEEN.match(f, end):
            end = closing.end()
        else:
            return None
    elif closing := BETWEEN.match(f, end):
        end = closing.end()
    low, high = first.number.low, second.number.low
    if not first.bare and not second.bare and first.unit != second.unit:
        return None
    if first.bare and first.number.scale < 10000 <= second.number.scale and abs(low) < high / second.number.scale * 10:
        low *= second.number.scale
    if low >= high:
        return None
    if first.bare and first.counter and not second.bare:
        return None
    kept = first if not first.bare else second
    number = replace(second.number, start=first.start, low=low, high=high, figures=first.number.figures or second.number.figures)
    return Piece(number, first.start, end, kept.unit, kept.bare, second.counter, kept.rate, kept.multiple)


def merged(f: str, spans: Sequence[QuantitySpan]) -> list[QuantitySpan]:
    """Join a lower and an upper bound that stand side by side: "大于10小于20" is a range."""
    found: list[QuantitySpan] = []
    for span in spans:
        if found and (both := _both(f, found[-1], span)):
            found[-1] = both
        else:
            found.append(span)
    return found


def _both(f: str, one: QuantitySpan, other: QuantitySpan) -> QuantitySpan | None:
    gap = GAP.match(f, one.end)
    if gap is None or gap.end() != other.start or "/" in one.value + other.value:
        return None
    if one.unit != other.unit and not (one.bare or other.bare):
        return None
    low, high = (one, other) if one.bound in LOWER and other.bound in UPPER else (other, one)
    if low.bound not in LOWER or high.bound not in UPPER or Decimal(low.value) >= Decimal(high.value):
        return None
    kept = other if one.bare else one
    return replace(kept, start=one.start, end=other.end, value=f"{low.value}/{high.value}", bound="exact", fraction=None)
