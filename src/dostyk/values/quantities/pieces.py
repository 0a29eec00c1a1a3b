"""Piece: one number with what stands right around it, before pieces are joined to ranges and restatements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dostyk.values.quantities.context import Context
from dostyk.values.quantities.left import currency_before, last_word, letters_before, sign_before, skip_back
from dostyk.values.quantities.numbers import Number
from dostyk.values.quantities.rates import rate_after
from dostyk.values.quantities.right import unit_after

_WORD_BEHIND = re.compile(r" ([^\W\d_]+)")
_WORD_AFTER = re.compile(r"[ \u00a0\n-]{0,2}([^\W\d_]+)")


@dataclass(slots=True)
class Piece:
    """A number, its unit and its span; `scale` and `figures` serve to share magnitudes, `plain` is a bare unscaled number."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    unit: str = "1"
    scale: Decimal = Decimal(1)
    sort: str = "level"
    words: bool = False
    vague: bool = False
    ordinal: bool = False
    bare: bool = True
    sign: int = 1
    rate: str | None = None
    bound: str = "exact"
    weak_money: bool = False
    alternative: tuple[str, str] | None = None
    fraction: str | None = None

    @property
    def plain(self) -> bool:
        """Say whether this is a bare number in figures without magnitude."""
        return self.bare and not self.words and self.scale == 1 and self.high is None


def word_before(low: str, pos: int) -> str:
    """Give the lower-case word that ends right before `pos`, after at most two spaces."""
    end = pos
    while end and pos - end < 2 and low[end - 1] in " \u00a0\n":
        end -= 1
    return last_word(low, end)


def word_after(low: str, pos: int) -> str:
    """Give the lower-case word that follows `pos`."""
    match = _WORD_AFTER.match(low, pos)
    return match[1] if match else ""


def measured(context: Context, number: Number, before: tuple[str, int, bool] | None) -> Piece:
    """Read the unit and rate of a number; `before` is the currency that stands before it."""
    piece = Piece(number.start, number.end, number.low, number.high, scale=number.scale, words=number.words, vague=number.vague)
    after = unit_after(context, number.end, number.low, number.scale >= 1000)
    if before is None and after is None and number.scale >= 1000:
        before = named_before(context, number.start)
    if before is not None and (not before[2] or number.scale > 1 or number.low >= 1000):
        piece.unit, piece.start, piece.bare = before[0], before[1], False
        if after is not None and after.money and not after.hyphen and (after.times == 1) and (before[0] in ("USD", after.code)):
            piece.unit, piece.end = after.code, after.end
    elif after is not None:
        piece.unit, piece.end, piece.bare = after.code, after.end, False
        piece.low *= after.times
        piece.high = piece.high and piece.high * after.times
        if after.money and piece.scale == 1:
            scaled_behind(context, piece)
    if not piece.bare:
        rated(context, piece)
    return piece


def scaled_behind(context: Context, piece: Piece) -> None:
    """Read a magnitude that stands behind its currency: "149.2 USD million"."""
    word = _WORD_BEHIND.match(context.low, piece.end)
    times = context.lex.scales.get(word[1]) if word else None
    if word is not None and times is not None and times >= 10**6:
        piece.low, piece.scale, piece.end = piece.low * times, times, word.end()


def named_before(context: Context, start: int) -> tuple[str, int, bool] | None:
    """Read the name of a currency that stands before a large number: "US dollars 5 million"."""
    end = skip_back(context.low, start)
    word = last_word(context.low, end)
    if word not in context.lex.names:
        return None
    begin = end - len(word)
    adjective = last_word(context.low, skip_back(context.low, begin))
    for phrase in (f"{adjective} {word}", word):
        for named in context.lex.names.get(phrase.split(" ")[0], ()):
            if named.phrase == phrase and named.sort == "money" and context.low.startswith(phrase, end - len(phrase)):
                return context.choose(named.codes), end - len(phrase), False
    return None


def rated(context: Context, piece: Piece) -> None:
    """Read a rate right after the unit, into the unit."""
    for _ in range(2):
        rate = rate_after(context, piece.end)
        if rate is None or piece.rate is not None or piece.unit in ("%", "{pp}"):
            return
        code, piece.end, divisor = rate
        piece.unit = f"{piece.unit}/{code}"
        if code in ("a", "d", "mo", "wk", "h", "min", "s"):
            piece.rate = code
        if divisor != 1:
            piece.low /= divisor
            piece.high = piece.high and piece.high / divisor


def with_sign(context: Context, piece: Piece) -> Piece:
    """Read a minus before the piece, or between its currency and figures."""
    piece.sign, piece.start = sign_before(context.text, context.low, piece.start, context.lex)
    if piece.unit in ("Cel", "[degF]") and context.text[max(0, piece.start - 3) : piece.start] in (" - ", " − ", " – "):
        piece.sign, piece.start = -1, piece.start - 2
    return piece


def money_before(context: Context, start: int) -> tuple[tuple[str, int, bool] | None, int]:
    """Read the currency before a number at `start`, a minus between them allowed: (currency, sign)."""
    if (found := currency_before(context, start)) is not None:
        return found, 1
    if (found := letters_before(context, start)) is not None:
        return found, 1
    if start and context.text[start - 1] in "-−" and (found := currency_before(context, start - 1)) is not None and not found[0].isspace():
        return (found, -1) if context.text[start - 2] in "$€£¥" else (None, 1)
    return None, 1
