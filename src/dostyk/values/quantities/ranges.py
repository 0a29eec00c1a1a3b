"""Two pieces that are the ends of one range turned into it: "3-4", "20 to 30", "between X and Y", "five or six"."""

from __future__ import annotations

import re
from decimal import Decimal

from dostyk.values.quantities.context import Context
from dostyk.values.quantities.guards import in_name
from dostyk.values.quantities.measured import share
from dostyk.values.quantities.multiples import moving
from dostyk.values.quantities.pieces import Piece, word_before

_DASH = re.compile(r" ?[-–—−‑~] ?|[-–—]{2}")
FAR = 100
"""So many times smaller than the first number, a bare second one is no end of its range."""
_TOLERANCE = ("±", "+/-")


def link(context: Context, first: Piece, last: Piece, glue: str) -> str:
    """Say how two pieces are linked: dash, to, between, or, and (a list), or not at all."""
    lex, word = context.lex, glue.strip(" -\n\u00a0")
    if _DASH.fullmatch(glue):
        return "dash" if last.sign == 1 else ""
    if lex.is_any("range_to", word):
        return "to"
    if lex.is_any("and", word):
        return "between" if lex.is_any("between", word_before(context.low, first.start)) else "and"
    return "or" if lex.is_any("approximate_or", word) else ""


def ranged(context: Context, first: Piece, last: Piece, glue: str) -> bool:
    """Make a range of two pieces, if they are one; units and magnitudes said once are shared even where they are not."""
    if first.high is not None or last.high is not None:
        return False
    if glue.strip() in _TOLERANCE:
        return tolerance(first, last)
    if glue == " " and first.plain and last.sign == -1 and first.low < last.low and context.text[last.start + 1].isdigit():
        glue, last.sign = "-", 1  # "75 -300 mm"
    how = link(context, first, last, glue)
    multiple = first.bare and last.sort == "multiple" and first.sort == "level"
    if not how or (first.sort != last.sort and not multiple):
        return False
    if how in ("and", "or"):
        return listed(context, first, last, how)
    if how == "to" and last.bare and not first.bare and first.scale > 1 and last.scale == 1 and last.low * FAR < first.low:
        return False  # "103 million dollars to two companies"
    if how == "dash" and first.bare and first.scale == last.scale == 1 and last.low % 1000 == 0 and last.low <= 4 * 1000 * first.low < 4 * last.low:
        first.low *= 1000  # "12-15,000"
    whole = not first.bare and not last.bare
    if multiple:
        first.sort, first.bare = "multiple", False
    if not share(first, last):
        return False
    before = word_before(context.low, first.start)
    from_ = how == "to" and context.lex.is_any("from", before)
    if from_ and signed(first) > signed(last) and context.lex.is_any("ranging", word_before(context.low, first.start - len(before) - 1)):
        first.low, last.low, first.sign, last.sign = last.low, first.low, last.sign, first.sign
    if not signed(first) < signed(last) or (how == "to" and (from_ or whole) and moving(context, first.start, 60)):
        return False
    if how == "between" or from_:
        first.start = context.low.rfind(before, 0, first.start)
    return close(first, last)


def listed(context: Context, first: Piece, last: Piece, how: str) -> bool:
    """Share the unit of "45 and 50 tons"; make a range of "two or three"."""
    if first.sort != "level" or last.sort != "level" or first.scale != 1 or not first.bare or not first.low < last.low:
        return False
    if how == "and":
        if not last.bare and not in_name(context, first, context.low):
            share(first, last)
        return False
    return last.low - first.low == last.scale and share(first, last) and close(first, last)


def close(first: Piece, last: Piece) -> bool:
    """Put the range into the first piece."""
    low, high = signed(first), signed(last)
    first.low, first.high, first.sign, first.end = low, high, 1, last.end
    first.bare, first.rate, first.alternative = first.bare and last.bare, last.rate, last.alternative
    return True


def tolerance(first: Piece, last: Piece) -> bool:
    """Make a range of "5 ± 1"."""
    first.low, first.high, first.end = first.low - last.low, first.low + last.low, last.end
    first.unit, first.bare, first.bound = last.unit, last.bare, "about"
    return True


def signed(piece: Piece) -> Decimal:
    """Give a piece's number with its sign."""
    return piece.low * piece.sign
