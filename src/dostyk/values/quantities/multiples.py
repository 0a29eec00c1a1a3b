"""Parts and multiples: "a third", "two-thirds of", "tripled", "12 times more", "2.5-fold"."""

from __future__ import annotations

import re
from decimal import Decimal

from dostyk.values.quantities.context import Context
from dostyk.values.quantities.numbers import Number, compose
from dostyk.values.quantities.pieces import Piece, measured, word_after, word_before
from dostyk.values.quantities.rates import rate_after

_FOLD = re.compile(r"[ -]?([^\W\d_]+)")
_WORDS = re.compile(r"[^\W\d_]+")


def fraction(context: Context, start: int, end: int, count: Decimal, divisor: Decimal) -> Piece:
    """Make a part: of a unit or magnitude that follows ("half a mile", "three quarters of a million"), else of a whole.

    A part of a whole is per cent, to one decimal; a share of something, a change where "by" stands before.
    """
    if (piece := part_of_unit(context, start, end, count / divisor)) is not None:
        return piece
    value = (count * 100 / divisor).quantize(Decimal("0.1"))
    piece = Piece(start, end, value, unit="%", bare=False, words=True, sort="share", fraction=f"{count}/{divisor}")
    if context.lex.is_any("change_before", word_before(context.low, start)):
        piece.sort = "change"
    return piece


def part_of_unit(context: Context, start: int, end: int, part: Decimal) -> Piece | None:
    """Read the unit or magnitude that a part is of; None where none follows."""
    number = compose(context.low, end, context.lex, part)
    if number is None:
        number = Number(start, end, part)
    number.start, number.words = start, True
    piece = measured(context, number, None)
    if (piece.bare and number.end == end) or piece.unit in ("%", "{pp}"):
        return None
    return piece


def multiple_after(context: Context, number: Number) -> tuple[Piece, int] | None:
    """Read "times", "-fold" or "x" after a number, where it says how many times as much."""
    match = _FOLD.match(context.low, number.end)
    if match is None:
        return None
    word, lex = match[1], context.lex
    end = match.end()
    glued = end - len(word) == number.end
    if (
        lex.is_any("fold", word)
        or (glued and word == "x" and not context.low[end : end + 2].strip()[:1].isdigit())
        or (not glued and lex.is_any("times", word) and compares(context, number, end))
    ):
        return Piece(number.start, end, number.low, number.high, sort="multiple", bare=False, words=number.words), end
    return None


def compares(context: Context, number: Number, end: int) -> bool:
    """Say whether "times" compares amounts ("rose 12 times", "3 times more"), not counts occasions ("met three times")."""
    if number.low != number.low.to_integral_value() or word_before(context.low, number.start) == "by":
        return True
    ahead = context.low[end : end + 24].strip()
    if any(ahead.startswith(phrase) and not ahead[len(phrase) : len(phrase) + 1].isalpha() for phrase in context.lex.words["times_after"]):
        return True
    return moving(context, number.start, 40)


def moving(context: Context, start: int, reach: int) -> bool:
    """Say whether a verb of rising or falling stands within `reach` characters before `start`, in the same sentence."""
    before = context.low[max(0, start - reach) : start]
    clause = re.split(r"[.;:!?]\s", before)[-1]
    return any(word in context.lex.words["moving"] for word in _WORDS.findall(clause))


def multiple_word(context: Context, start: int, word: str) -> Piece | None:
    """Read "tripled", "twofold", "more than double the …": a multiple by itself; "twice a week" as how often."""
    low, end = context.low, start + len(word)
    if low[end : end + 1] == "-":
        return None
    if context.lex.is_any("frequency", word):
        rate = rate_after(context, end)
        if rate is not None and rate[0] in ("a", "d", "mo", "wk", "h"):
            return Piece(start, rate[1], context.lex.multiples[word], unit=f"1/{rate[0]}", words=True, bare=False)
        if context.lex.multiples[word] == 1:
            return None
    before, after = word_before(low, start), word_after(low, end)
    lex = context.lex
    if lex.is_any("doubled_forms", word):
        often = lex.is_any("frequency", word)
        verb = not often and lex.is_any("infinitive_before", before) and not lex.is_any("not_multiple_after", after)
        compared = lex.is_any("multiple_after", after) or (often and lex.is_any("times_after", after))
        if not (verb or compared or lex.is_any("multiple_before", before)):
            return None
    return Piece(start, end, lex.multiples[word], sort="multiple", bare=False, words=True)
