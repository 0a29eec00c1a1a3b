"""Pieces that stand together turned into one: ranges, compounds ("5 feet 3 inches"), the same amount said again in brackets."""

from __future__ import annotations

import re
from decimal import Decimal

from dostyk.values.quantities.context import Context
from dostyk.values.quantities.measured import number
from dostyk.values.quantities.pieces import Piece
from dostyk.values.quantities.ranges import ranged
from dostyk.values.quantities.units import is_money, same_kind

_COMPOUND = {("[ft_i]", "[in_i]"): 12, ("[lb_av]", "[oz_av]"): 16, ("h", "min"): 60, ("min", "s"): 60, ("deg", "min"): 60}
_CLOSE = re.compile(r"[^()\[\]0-9]{0,30}[)\]]")
REACH = 40


def join(context: Context, pieces: list[Piece]) -> list[Piece]:
    """Join what belongs together, from left to right."""
    found: list[Piece] = []
    for piece in pieces:
        if found and not piece.ordinal and not found[-1].ordinal and piece.start - found[-1].end <= REACH:
            glue = context.low[found[-1].end : piece.start]
            if (
                ranged(context, found[-1], piece, glue)
                or counted(found[-1], piece, glue)
                or one_in(context, found[-1], piece, glue)
                or compound(found[-1], piece, glue)
                or change(context, found[-1], piece, glue)
                or restated(context, found[-1], piece, glue)
            ):
                continue
        found.append(piece)
    return found


def counted(first: Piece, last: Piece, glue: str) -> bool:
    """Multiply "2 x 660 MW": so many units of a power."""
    if glue.strip() not in ("x", "×") or not first.bare or first.high is not None or not last.unit.endswith("W"):
        return False
    first.low, first.unit, first.bare, first.end, first.rate = first.low * last.low, last.unit, False, last.end, last.rate
    return True


def one_in(context: Context, first: Piece, last: Piece, glue: str) -> bool:
    """Make a share of "one in five", "nine out of ten"."""
    if not (first.bare and last.bare) or first.high is not None or last.high is not None or not 0 < first.low < last.low <= 1000:
        return False
    if not (
        context.lex.is_any("out_of", glue.strip())
        or (context.lex.is_any("one_in", glue.strip()) and first.words and (first.low == 1 or (last.words and last.low <= 20)))
    ):
        return False
    first.fraction, first.sort, first.unit, first.bare = f"{first.low}/{last.low}", "share", "%", False
    first.low, first.end = (first.low * 100 / last.low).quantize(Decimal("0.1")), last.end
    return True


def compound(first: Piece, last: Piece, glue: str) -> bool:
    """Add the smaller part of a compound: "5 feet 3 inches", "5 dollars and 30 cents"."""
    if glue not in (" ", " and ", ", ", "") or first.high is not None or last.high is not None:
        return False
    divisor = _COMPOUND.get((first.unit, last.unit))
    if divisor is not None:
        first.low += last.low / divisor
    elif first.unit == last.unit and len(first.unit) == 3 and first.unit.isupper() and last.low < 1 and first.low >= 1:
        first.low += last.low
    else:
        return False
    first.end = last.end
    return True


def change(context: Context, first: Piece, last: Piece, glue: str) -> bool:
    """Add the hundredths said without their name: "15 dollars 50", "thirteen dollars and forty-five"."""
    small = last.bare and last.low == last.low.to_integral_value() and last.low < 100 and last.high is None
    whole = is_money(first.unit) and first.high is None and first.scale == 1 and first.low == first.low.to_integral_value()
    worded = context.text[first.end - 1].isalpha() and glue in (" ", " and ")
    if not (small and whole and worded) or context.text[last.end : last.end + 1] not in ("", ".", ",", ";", ")"):
        return False
    first.low, first.end = first.low + last.low / 100, last.end
    return True


def restated(context: Context, first: Piece, last: Piece, glue: str) -> bool:
    """Keep an amount said again in another unit as the alternative: "US$5 million (RMB 36 million)"."""
    if first.bare or last.bare or first.alternative is not None or not same_kind(first.unit, last.unit):
        return False
    words = context.lex.words
    stripped = glue.strip(" \u00a0\n")
    if stripped.startswith(("(", "[")):
        close = _CLOSE.match(context.text, last.end)
        if not (close and stripped[1:].strip() in words["open_bracket_words"] | {""}):
            return False
        first.end = close.end() if close.end() - last.end == 1 else last.end
    elif stripped.lstrip(",").strip() in words["restated"] or stripped in ("/", "="):
        first.end = last.end
    else:
        return False
    first.alternative = (number(last), last.unit)
    return True
