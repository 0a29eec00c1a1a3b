"""What stands after a number: unit or currency, bound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from dostyk.values.quantities.context import Context, codes, small_codes
from dostyk.values.quantities.lexicon import Lexicon, data
from dostyk.values.quantities.names import FLAT, Named

_INCH_END = re.compile(r"\.? ?(?:[,;)]|(?:thick|wide|long|high|tall|deep|across|in diameter)\b)|\.?$")
_FEET = re.compile(r"(?:ft|feet|foot)\.?,? [0-9]{1,2}(?:\.[0-9]{1,3})? $")
_HYPHENS = ("-", "‑", "–")
_MIXED = re.compile(r"[A-Z][a-z][A-Z]")  # an abbreviation's letters ("MoU"), no unit's name
_FIRST = re.compile(r"[^\W\d_]+")
_SYMBOL = re.compile(
    r"(?:[A-Z]{1,3}\$)(?![0-9])|(?:mb|b|boe)/d|[^\W\d_]+(?:·h)?(?:(?:\^?[-−]|⁻)[1¹](?![0-9])|[²³]|\^?[23](?![0-9]|[.,][0-9]))?|[°º][CFKСcf]?(?![^\W_])|[%‰℃℉′″㎡㎢]|[$€£¢¥￥\u20a0-\u20c0฿៛৳֏]"
)
_INVERSE = re.compile(r"(?:\^?[-−]|⁻)[1¹]$")  # "s-1", "m^-1"
_SIGN_OF_NEXT = re.compile(r" ?[0-9](?![0-9.,]{0,20} ?(?:[$€£¥¢]|cents?\b))")
_MINUTES = re.compile(r"[.:][0-5][0-9] ?$")  # "7.30 pm" is an hour, "2.1 pm" a length
_OF_SOMETHING = re.compile(r"(?: [^\W\d_]{1,12})? of ")
_COMPARES = re.compile(r" ?[0-9$€£]| than [^\W_]| or equal")


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
    if begin >= len(text) or text[begin] in ",.;:()" or (gap in _HYPHENS and not text[begin].isalpha()):
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
    ahead = context.low[begin : begin + 40].translate(FLAT)
    for named in candidates:
        size = len(named.phrase)
        if _MIXED.match(context.text, begin, begin + size):
            continue
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
    of = context.text[begin - 1] == "-" or bool(_OF_SOMETHING.match(context.low, end))
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
    if inverse := _INVERSE.search(symbol):
        base = _symbols().get(symbol[: inverse.start()])
        return Unit(f"/{base[1]}", end, 1 / base[0]) if base else None
    known = _symbols().get(symbol.replace("^", ""))
    if known is None or not fits(text, symbol, begin, end, spaced, value):
        return None
    return Unit(known[1], end, known[0])


def fits(text: str, symbol: str, begin: int, end: int, spaced: bool, value: Decimal) -> bool:
    """Say whether a short symbol is one here, not a word or a letter: not "20s", "5 in the morning", "Article 5 A"."""
    if symbol == "in":
        return text[begin - 1 : begin] == "-" or not spaced or bool(_INCH_END.match(text, end)) or bool(_FEET.search(text, max(0, begin - 16), begin))
    if symbol in ("pm", "am"):
        return not (value == value.to_integral_value() or _MINUTES.search(text, max(0, begin - 6), begin))
    if symbol == "s" and not spaced:
        return value != value.to_integral_value()
    if symbol in ("A", "T", "J", "F", "N"):
        return spaced and not re.match(r"[ -]?[^\W_]", text[end : end + 2])
    return not (symbol in ("C", "K", "h", "g", "l", "V") and spaced and text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha())


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
        if head != "-" and phrase in lex.words.get("after_hyphen", ()):
            continue
        if low.startswith(phrase, pos + 1) and not low[end : end + 1].isalnum() and not _COMPARES.match(low, end):
            return bound, end
    return None
