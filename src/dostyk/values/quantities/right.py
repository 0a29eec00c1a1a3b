"""What stands after a number: unit or currency, rate, bound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from dostyk.values.quantities.context import Context, codes, small_codes
from dostyk.values.quantities.lexicon import Lexicon, data
from dostyk.values.quantities.names import Named, flat
from dostyk.values.quantities.shapes import FIGURES, shape

_INCH_END = re.compile(r"\.? ?(?:[,;)]|(?:thick|wide|long|high|tall|deep|across|in diameter)\b)|\.?$")
_FEET = re.compile(r"(?:ft|feet|foot)\.?,? [0-9]{1,2}(?:\.[0-9]{1,3})? $")
_HYPHENS = ("-", "‑", "–")
_FIRST = re.compile(r"[^\W\d_]+")
_SYMBOL = re.compile(
    r"(?:[A-Z]{1,3}\$)(?![0-9])|(?:mb|b|boe)/d|[^\W\d_]+(?:·h)?(?:[²³]|\^?[23](?![0-9]|[.,][0-9]))?|[°º][CFKСcf]?(?![^\W_])|[%‰℃℉′″㎡㎢]|[$€£¢¥￥\u20a0-\u20c0฿៛৳֏]"
)
_PER = re.compile(r"(/)|[ \u00a0-]?\(?(?:(per)|(an?|each|every))[ \u00a0-](?=[^\W_]|[0-9])")
_SIGN_OF_NEXT = re.compile(r" ?[0-9](?![0-9.,]{0,20} ?(?:[$€£¥¢]|cents?\b))")
_NEXT_WORD = re.compile(r"[ \u00a0\n]([^\W\d_]+)")
_COMPARES = re.compile(r" ?[0-9$€£]| than [^\W_]| or equal")
_COUNTED = re.compile(r"[ \u00a0\n-]([^\W\d_]+(?:['’-][^\W\d_]+){0,3})")
_SHORT_TIME = re.compile(r"(d|h|s[2²]?|a|y|year|day)(?![^\W_])")
_ADVERB = re.compile(r"[ \u00a0]\(?(per annum|[^\W\d_]+(?:\.[a-z](?=\.))?)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read: its code, what the value is multiplied by, where it ends, whether it is money, whether a hyphen joins it."""

    code: str
    end: int
    times: Decimal = Decimal(1)
    money: bool = False
    hyphen: bool = False


@cache
def _symbols() -> dict[str, tuple[Decimal, str]]:
    table = data("values/units.toml")
    found = {symbol: (Decimal(1), symbol) for symbol in table["same"]["symbols"].split()}
    for symbol, code in table["written"].items():
        number, _, unit = code.rpartition(" ")
        found[symbol] = (Decimal(number or 1), unit)
    return found


def unit_after(context: Context, pos: int, value: Decimal, large: bool) -> Unit | None:
    """Read the unit or currency that begins at `pos`, after at most a space or a hyphen; `large`: a magnitude was read."""
    text = context.text
    gap = text[pos : pos + 1]
    begin = pos + 1 if gap in (" ", "\u00a0", "\u202f", "\n", *_HYPHENS) and gap else pos
    if begin >= len(text) or (gap in _HYPHENS and not text[begin].isalpha()):
        return None
    named = name_at(context, begin, gap == "", large or value >= 1000)
    if named is not None:
        return Unit(named.code, named.end, named.times, named.money, gap in _HYPHENS)
    symbol = symbol_at(context, begin, spaced=begin > pos, value=value, large=large)
    return symbol and Unit(symbol.code, symbol.end, symbol.times, symbol.money, gap in _HYPHENS)


def name_at(context: Context, begin: int, glued: bool, large: bool) -> Unit | None:
    """Read the longest unit or currency name at `begin`."""
    first = _FIRST.match(context.low, begin)
    if first is None:
        return None
    candidates = context.lex.names.get(first.group())
    if not candidates:
        return None
    ahead = flat(context.text[begin : begin + 40])
    for named in candidates:
        size = len(named.phrase)
        if ahead.startswith(named.phrase) and not ahead[size : size + 1].isalnum():
            return meaning(context, named, begin, begin + size, large)
    return None


def meaning(context: Context, named: Named, begin: int, end: int, large: bool) -> Unit | None:
    """Settle what a name means here."""
    if named.sort == "money":
        if named.phrase in context.lex.words["doubtful"] and not large:
            return None
        if named.phrase in ("pound", "pounds") and not large and (context.pound_is_mass() or weighs(context, begin, end)):
            return Unit("[lb_av]", end)
        return Unit(context.choose(named.codes), end, money=True)
    number, _, code = named.codes[0].rpartition(" ")
    return Unit(code, end, Decimal(number or 1), money=named.sort == "part")


def weighs(context: Context, begin: int, end: int) -> bool:
    """Say whether "pounds" are of something, as in "five pounds of rice", "a twenty-pound bag", in a text without £."""
    of = context.low.startswith(" of ", end) or context.text[begin - 1] == "-"
    return of and "£" not in context.text[max(0, begin - 400) : end + 400]


def symbol_at(context: Context, begin: int, spaced: bool, value: Decimal, large: bool) -> Unit | None:
    """Read a unit's symbol, a currency's sign or its code at `begin`."""
    text = context.text
    if text[begin : begin + 1] == '"' and text.count('"', max(0, begin - 200), begin) % 2 == 0:
        return Unit("[in_i]", begin + 1)
    match = _SYMBOL.match(text, begin)
    if match is None:
        return None
    symbol, end = match.group(), match.end()
    follows = text[end : end + 1]
    if follows.isalnum() or follows == "_":
        return None
    if _SIGN_OF_NEXT.match(text, end) and begin > 0 and spaced and not symbol.isalpha():
        return None
    if (code := context.sign(symbol)) and (symbol not in ("kr", "Ft", "TL", "lei", "Dh", "RM", "DM", "Rs") or value >= 100 or large):
        part = code.split()
        return Unit(part[-1], end, Decimal(part[0]) if len(part) > 1 else Decimal(1), money=True)
    if symbol in small_codes():
        return Unit("CNY" if symbol == "rmb" else symbol.upper(), end, money=True)
    if symbol in codes() and (codes()[symbol] or large or value >= 1000):
        return Unit(symbol, end, money=True)
    known = _symbols().get(symbol.replace("^", ""))
    if known is None or not fits(text, symbol, begin, end, spaced, value):
        return None
    return Unit(known[1], end, known[0])


def fits(text: str, symbol: str, begin: int, end: int, spaced: bool, value: Decimal) -> bool:
    """Say whether a short symbol is one here, not a word or a letter: not "20s", "5 in the morning", "Article 5 A"."""
    if symbol == "in":
        return text[begin - 1 : begin] == "-" or not spaced or bool(_INCH_END.match(text, end)) or bool(_FEET.search(text, max(0, begin - 16), begin))
    if symbol == "s" and not spaced:
        return value != value.to_integral_value()
    if symbol in ("A", "T", "J", "F", "N"):
        return spaced and not re.match(r"[ -]?[^\W_]", text[end : end + 2])
    return not (symbol in ("C", "K", "h", "g", "l", "V") and spaced and text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha())


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
    if match[3] or (match[2] and divisor == 1):
        word = _FIRST.match(context.low, begin)
        if word and word.group() in lex.time:
            return (lex.time[word.group()], word.end(), divisor) if is_rate(context.low, word.end(), lex) else None
        if match[3]:
            return None
    unit = name_at(context, begin, False, False) or symbol_at(context, begin, False, Decimal(1), False)
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
    ahead, end = context.low[pos : pos + 64], pos
    if not any(hint in ahead for hint in context.lex.rate_hints):
        return None
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


def bound_after(low: str, pos: int, lex: Lexicon) -> tuple[str, int] | None:
    """Read "or more", "and above", "+", "-plus" at `pos`: (bound, end)."""
    head = low[pos : pos + 1]
    if head == "+":
        return None if low[pos + 1 : pos + 2].isalnum() else ("min", pos + 1)
    if head not in (" ", "-", "\u00a0", "\n"):
        return None
    first = _FIRST.match(low, pos + 1)
    for phrase, bound in lex.bounds_after.get(first.group(), ()) if first else ():
        end = pos + 1 + len(phrase)
        if low.startswith(phrase, pos + 1) and not low[end : end + 1].isalnum() and not _COMPARES.match(low, end):
            return bound, end
    return None
