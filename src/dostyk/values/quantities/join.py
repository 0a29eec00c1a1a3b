"""Pieces that stand together turned into one: ranges, compounds ("5 feet 3 inches"), the same amount said again in brackets."""

from __future__ import annotations

import re
from decimal import Decimal

from dostyk.values.quantities.context import Context
from dostyk.values.quantities.guards import in_name
from dostyk.values.quantities.multiples import moving
from dostyk.values.quantities.pieces import Piece, word_before
from dostyk.values.quantities.shapes import written
from dostyk.values.quantities.units import same_kind

_DASH = re.compile(r" ?[-–—−‑~] ?|[-–—]{2}")
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
                or one_in(context, found[-1], piece, glue)
                or compound(found[-1], piece, glue)
                or restated(context, found[-1], piece, glue)
            ):
                continue
        found.append(piece)
    return found


def ranged(context: Context, first: Piece, last: Piece, glue: str) -> bool:
    """Make a range of two pieces, if they are one: "3-4", "20 to 30", "between X and Y", "five or six"."""
    lex, word = context.lex, glue.strip(" -\n\u00a0")
    if first.high is not None or last.high is not None or first.sort != last.sort:
        return False
    if glue in ("±", " ± ", "+/-", " +/- "):
        first.low, first.high, first.end = first.low - last.low, first.low + last.low, last.end
        first.unit, first.bare, first.bound = last.unit, last.bare, "about"
        return True
    before = word_before(context.low, first.start)
    dashed = bool(_DASH.fullmatch(glue)) and last.sign == 1
    spoken, and_, or_ = lex.is_any("range_to", word), lex.is_any("and", word) and lex.is_any("between", before), lex.is_any("approximate_or", word)
    whole = first.bare is False and last.bare is False
    listed = not and_ and lex.is_any("and", word) and first.bare and first.scale == 1 and not last.bare and first.sort == "level"
    if listed and not last.bare and glue == f" {word} " and first.low < last.low and not in_name(context, first, context.low):
        share(first, last)
        return False
    if not (dashed or spoken or and_ or or_) or not share(first, last) or (or_ and not (last.low - first.low == 1 and first.bare and last.bare)):
        return False
    two_values = spoken and moving(context, first.start, 60) and (lex.is_any("from", before) or whole)
    if signed(first) > signed(last) and lex.is_any("from", before) and lex.is_any("ranging", word_before(context.low, first.start - len(before) - 1)):
        first.low, last.low, first.sign, last.sign = last.low, first.low, last.sign, first.sign
    if two_values or not signed(first) < signed(last):
        return False
    if and_ or (spoken and lex.is_any("from", before)):
        first.start = context.low.rfind(before, 0, first.start)
    low, high = signed(first), signed(last)
    first.low, first.high, first.sign, first.end = low, high, 1, last.end
    first.bare, first.rate, first.alternative = first.bare and last.bare, last.rate, last.alternative
    return True


def one_in(context: Context, first: Piece, last: Piece, glue: str) -> bool:
    """Make a share of "one in five", "nine out of ten"."""
    if not (first.bare and last.bare) or first.high is not None or last.high is not None or not 0 < first.low < last.low <= 1000:
        return False
    if not (context.lex.is_any("out_of", glue.strip()) or (context.lex.is_any("one_in", glue.strip()) and first.low == 1 and first.words)):
        return False
    first.fraction, first.sort, first.unit, first.bare = f"{first.low}/{last.low}", "share", "%", False
    first.low, first.end = (first.low * 100 / last.low).quantize(Decimal("0.1")), last.end
    return True


def signed(piece: Piece) -> Decimal:
    """Give a piece's number with its sign."""
    return piece.low * piece.sign


def share(first: Piece, last: Piece) -> bool:
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


def number(piece: Piece) -> str:
    """Write a piece's value as a span has it: a number or "low/high"."""
    low = written(round_off(piece.low * piece.sign))
    return low if piece.high is None else f"{low}/{written(round_off(piece.high))}"


def round_off(value: Decimal) -> Decimal:
    """Cut off what division left behind the twelfth significant figure."""
    return value if len(value.as_tuple().digits) <= 20 else +value.quantize(Decimal(1).scaleb(value.adjusted() - 11))
