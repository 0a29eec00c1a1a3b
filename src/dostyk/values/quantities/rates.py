"""The rate that a quantity is given at: "per year", "a day", "/m3", "annually", right after it or after its counted noun."""

from __future__ import annotations

import re
from decimal import Decimal

from dostyk.values.quantities.context import Context
from dostyk.values.quantities.lexicon import Lexicon
from dostyk.values.quantities.right import Unit, name_at, symbol_at
from dostyk.values.quantities.shapes import FIGURES, shape

_FIRST = re.compile(r"[^\W\d_]+")
_PER = re.compile(r"(/)|[ \u00a0-]?\(?(?:(per)|(an?|each|every))[ \u00a0-](?=[^\W_]|[0-9])")
_SHORT_TIME = re.compile(r"(d|h|s[2²]?|a|y|year|day)(?![^\W_])")
_ADVERB = re.compile(r"[ \u00a0]\(?(per annum|[^\W\d_]+(?:\.[a-z](?=\.))?)")
_NEXT_WORD = re.compile(r"[ \u00a0\n]([^\W\d_]+)")
_COUNTED = re.compile(r"[ \u00a0\n-]([^\W\d_]+(?:['’-][^\W\d_]+){0,3})")


def rate_after(context: Context, pos: int) -> tuple[str, int, Decimal] | None:
    """Read "per year", "a day", "/m3", "annually", "per 1,000 cubic metres" at `pos`: (UCUM code, end, divisor)."""
    lex, text = context.lex, context.text
    if (match := _PER.match(context.low, pos)) is None:
        return _adverb(context, pos)
    begin, divisor = match.end(), Decimal(1)
    if not match[3] and (figures := FIGURES.match(text, begin)):
        divisor = shape(figures.group()) or Decimal(0)
        begin = figures.end() + (text[figures.end() : figures.end() + 1] in (" ", "\u00a0"))
        if not divisor:
            return None
    elif not match[3] and (word := _FIRST.match(context.low, begin)) and (scale := lex.scales.get(word.group())):
        begin, divisor = word.end() + 1, Decimal(scale)
    if match[3] or (match[2] and divisor == 1):
        word = _FIRST.match(context.low, begin)
        if word and word.group() in lex.time:
            return (lex.time[word.group()], word.end(), divisor) if is_rate(context.low, word.end(), lex) else None
        if match[3] and not match[3].startswith("a"):
            return None
    if match[1] and divisor != 1 and divisor.scaleb(-divisor.adjusted()) != 1:
        return None  # "100 MW/200 MWh" are two
    unit = name_at(context, begin, False, False) or (None if match[3] else symbol_at(context, begin, False, Decimal(1), False))
    if unit is None and match[1] and (letter := _SHORT_TIME.match(text, begin)):
        unit = Unit({"y": "a", "year": "a", "day": "d", "s²": "s2"}.get(letter[1], letter[1]), letter.end())
    if unit is None or unit.money or unit.times <= 0:
        return None
    return unit.code, unit.end, divisor * unit.times


def _adverb(context: Context, pos: int) -> tuple[str, int, Decimal] | None:
    match = _ADVERB.match(context.low, pos)
    if match and (code := context.lex.rates.get(match[1])):
        return code, match.end(1), Decimal(1)
    return None


def is_rate(low: str, end: int, lex: Lexicon) -> bool:
    """Say whether "a year" measures a rate, not a point in time ("a year ago")."""
    word = _NEXT_WORD.match(low, end)
    return not (word and lex.is_any("not_rate_after", word[1]))


def rate_beyond(context: Context, pos: int) -> str | None:
    """Find the rate that follows a counted noun of up to four words: "passengers a day", "tons of oil annually"."""
    if context.lex.rate_hint.search(context.low, pos, pos + 64) is None:
        return None
    end = pos
    for _ in range(4):
        word = _COUNTED.match(context.low, end)
        if word is None or context.lex.is_any("no_counted", word[1]):
            return None
        end = word.end()
        if context.text[end : end + 1] not in (" ", "\u00a0", "\n"):
            return None
        rate = rate_after(context, end)
        if rate is not None:
            return rate[0] if rate[0] in ("a", "d", "mo", "wk", "h", "min", "s") and rate[2] == 1 else None
    return None
