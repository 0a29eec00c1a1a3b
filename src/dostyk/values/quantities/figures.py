"""Pieces that begin with figures: plain numbers, ordinals ("10th"), fractions ("1/3", "2½"), multiples ("12x", "2.5 times")."""

from __future__ import annotations

import re
from decimal import Decimal

from dostyk.values.quantities.context import Context
from dostyk.values.quantities.lexicon import Lexicon
from dostyk.values.quantities.multiples import fraction, multiple_after
from dostyk.values.quantities.numbers import Number, from_figures
from dostyk.values.quantities.pieces import Piece, measured, money_before, with_sign, word_after, word_before
from dostyk.values.quantities.shapes import CHAINED, FIGURES

_FRACTION = re.compile(r"([0-9]{1,2})/([0-9]{1,3})(?![0-9/.,-])")
_DIVISORS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 100)
_VULGAR = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅛": (1, 8),
    "⅜": (3, 8),
}
_NUMBER_ONE = re.compile(r"(?:the|['’]s|s['’]) [Nn](?:o\.|umber) ?$")
_LETTERS = re.compile(r"[^\W\d_]+")
_RUN_IN = re.compile(r"(?:^|[ \n])[a-z]{3,}$")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![\w,-])")
_PLAIN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})? ([^\W\d_]+)")
_NAMING = "#@=&_\\№"
_PHONE = re.compile(r"\+[0-9][0-9 ()\u00a0-]{7,30}[0-9]")


def figures_piece(context: Context, start: int, last_end: int) -> tuple[Piece | None, int]:
    """Read the piece whose figures begin at `start`: (piece or None, where to read on). `last_end`: where the piece before ended."""
    text = context.text
    if text[start] in _VULGAR:
        count, divisor = _VULGAR[text[start]]
        whole = fraction(context, start, start + 1, Decimal(count), Decimal(divisor))
        return whole, whole.end
    stop = skip(context, start, last_end)
    if stop:
        return None, stop
    before, sign = money_before(context, start)
    if before is not None and before[1] < last_end:
        before = None  # it belongs to the number before it
    prior = text[start - 1 : start]
    if before is None and (prior.isalnum() or prior == "_") and not (prior == "x" and last_end == start - 1) and not glued(context, start):
        return None, run_end(text, start)
    if part := part_piece(context, start):
        return part, part.end
    number = from_figures(text, context.low, start, context.lex, before is not None)
    if number is None:
        return None, run_end(text, start)
    if prior == "." and before is None:
        if text[start - 2 : start - 1].isalnum() or number.low != number.low.to_integral_value():
            return None, run_end(text, start)
        number.low, number.start = number.low.scaleb(-(FIGURES.match(text, start) or number).end() + start), start - 1  # type: ignore[operator]
    return special(context, number) or ordinary(context, number, before, sign)


def glued(context: Context, start: int) -> bool:
    """Say whether a large number was only run into the word before it ("provided75 million", "loaned75,395,226"), as garbled pages do."""
    if not _RUN_IN.search(context.text, max(0, start - 12), start):
        return False
    found = _GROUPED.match(context.text, start) or _PLAIN.match(context.low, start)
    return found is not None and (found.lastindex is None or context.lex.scales.get(found[1], 0) >= 10**6)


def ordinary(context: Context, number: Number, before: tuple[str, int, bool] | None, sign: int) -> tuple[Piece | None, int]:
    """Read the unit of a number; refuse what is glued to letters that are none."""
    piece = measured(context, number, before)
    glued = context.text[piece.end : piece.end + 1]
    if (glued.isalnum() or glued == "_") and not (glued == "x" and context.text[piece.end + 1 : piece.end + 2].isdigit()):
        return None, run_end(context.text, number.end)
    if glued == "/" and piece.bare and context.text[piece.end + 1 : piece.end + 2].isalnum():
        return None, run_end(context.text, piece.end + 1)
    with_sign(context, piece)
    piece.sign *= sign
    return piece, piece.end


def special(context: Context, number: Number) -> tuple[Piece | None, int] | None:
    """Read an ordinal or a multiple in figures, or None."""
    low, end, lex = context.low, number.end, context.lex
    letters = _LETTERS.match(low, end)
    if letters and lex.is_any("ordinal_endings", letters.group()) and number.scale == 1 and number.low == number.low.to_integral_value():
        return ordinal_piece(context, number.start, letters.end(), number.low), letters.end()
    first = number.scale == 1 and number.low <= 20 and _NUMBER_ONE.search(context.text, max(0, number.start - 12), number.start)
    if first and context.text[end : end + 1] == " " and context.text[end + 1 : end + 2].islower():
        return Piece(number.start, end, number.low, unit="rank", sort="rank", ordinal=True, bare=False), end
    return multiple_after(context, number)


def ordinal_piece(context: Context, start: int, end: int, value: Decimal) -> Piece | None:
    """Make an ordinal, unless it counts centuries or quarters; a rank where a superlative follows or "ranked" stands before."""
    lex, after = context.lex, word_after(context.low, end)
    if lex.is_any("not_ordinal_after", after):
        return None
    piece = Piece(start, end, value, ordinal=True, bare=False)
    second = any(context.low.startswith(f" {phrase}", end) for phrase in lex.starts.get("rank_after", ()))
    if second or superlative(lex, after) or lex.is_any("rank_before", word_before(context.low, start)):
        piece.unit, piece.sort = "rank", "rank"
    return piece


def superlative(lex: Lexicon, word: str) -> bool:
    """Say whether a word is a superlative or begins one."""
    return (len(word) > 4 and word.endswith("est") and not lex.is_any("not_superlative", word)) or lex.is_any("superlative", word)


def part_piece(context: Context, start: int) -> Piece | None:
    """Read a fraction in figures: "1/3 of the area"."""
    match = _FRACTION.match(context.text, start)
    if match is None or not 0 < int(match[1]) < int(match[2]):
        return None
    if int(match[2]) not in _DIVISORS and not (match[1] == "1" and context.low.startswith(" of ", match.end())):
        return None
    return fraction(context, start, match.end(), Decimal(match[1]), Decimal(match[2]))


def skip(context: Context, start: int, last_end: int) -> int:
    """Say where to read on when the figures at `start` are no number (a date, a telephone, a name's number); 0 when they may be one."""
    text = context.text
    prior = text[start - 1 : start] if start else ""
    if chained := CHAINED.match(text, start):
        return chained.end()
    if prior == "+" and (phone := _PHONE.match(text, start - 1)):
        return phone.end()
    inside = start > 1 and text[start - 2].isalnum()
    if prior == "-" and context.lex.is_any("top", word_before(context.low, start - 1)):
        return 0
    linked = inside and (
        (prior in "/:" and not (last_end == start - 1 and text[start - 2].isalpha())) or (prior in "-‑–—−+" and last_end != start - 1)
    )
    if prior and (linked or prior in _NAMING or (prior in "'’" and start_of_decade(text, start))):
        return run_end(text, start)
    return 0


def start_of_decade(text: str, start: int) -> bool:
    """Say whether an apostrophe before figures cuts off a century ("the '90s")."""
    return text[start : start + 2].isdigit() and not text[start + 2 : start + 3].isdigit()


def run_end(text: str, start: int) -> int:
    """Give the end of the run of figures and letters at `start`."""
    match = FIGURES.match(text, start)
    end = match.end() if match else start
    letters = _LETTERS.match(text, end)
    return max(letters.end() if letters else end, start + 1)
