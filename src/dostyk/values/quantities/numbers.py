"""The number that begins at a place in a text, in figures, words or both: "2.5 thousand", "one hundred and twenty", "two thirds"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dostyk.values.quantities.lexicon import Lexicon
from dostyk.values.quantities.shapes import FIGURES, shape

_NEXT = re.compile(r"([ \u00a0\u202f]?\n?[ \u00a0]?|[-‑])((?:and|&)[ -])?([^\W\d_]+)")
_COMMA = re.compile(r"(, )((?!))?([^\W\d_]+)(?=[ -]([^\W\d_]+)[ -]([^\W\d_]+|&))")
_MIXED_FIGURES = re.compile(r" ([0-9]{1,3}(?:\.[0-9]{1,3})?) ([^\W\d_]+)")
_COUNTED = re.compile(r"[ \u00a0]([^\W\d_]+)")
_SCIENTIFIC = re.compile(r"[eE]([-+−]?[0-9]{1,2})(?![^\W_])| ?[×x·*] ?10(?:\^|(?=[-+−]))([-+−]?[0-9]{1,2})(?![0-9])")
_RAISED = re.compile(r"(?:[x×·*]([1-9][0-9]?))?\^([0-9]{1,2})(?![0-9])")  # "2^10", "8x2^10"; tens are read as exponents
_SHORT = re.compile(r"([ \u00a0\u202f-]?)([^\W\d_]{1,5})(?![^\W_])\.?")
_MORE = re.compile(r"\.\s{0,2}[a-z$€]")
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8", "⅛": "0.125", "⅜": "0.375"}
_MIXED_FRACTION = re.compile(r"(?:[ \u00a0-]?([½¼¾⅕⅖⅗⅘⅛⅜])|[ \u00a0-]([1-9])/([2-9]|10|16)(?![0-9/]))")
_STOPS = ("", ".", ",", ";", ")", "%", ":")  # nothing of the number follows these
LARGEST = Decimal(10) ** 21


@dataclass(slots=True)
class Number:
    """A number as read: `scale` is what its magnitude words multiply it by, `shared` the number before them."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    scale: Decimal = Decimal(1)
    words: bool = False
    vague: bool = False


def compose(low: str, pos: int, lex: Lexicon, group: Decimal | None = None) -> Number | None:
    """Read number words from `pos`; `group` is a number in figures that they go on from ("2.5" + "thousand")."""
    total, ceiling, end, scale, seen_scale = Decimal(0), LARGEST, pos, Decimal(1), False
    figures = group is not None
    while match := _NEXT.match(low, end) or (after_comma(low, end, lex) if seen_scale and group is None and not figures else None):
        gap, joined, word = match.group(1, 2, 3)
        if end == pos and not figures and (gap or joined):
            break
        value, times = lex.numerals.get(word), lex.scales.get(word)
        if times is None and group is not None and (many := lex.vague.get(word)) and many >= 1000:
            times = many  # "5 millions"
        if value is not None:
            if (joined and not seen_scale) or (figures and not seen_scale) or (gap == "" and end > pos):
                break
            if group is None:
                group = value
            elif (group >= 100 and group % 100 == 0) or (value < 10 and group % 100 >= 20 and group % 10 == 0 and not joined):
                group += value
            else:
                break
            seen_scale = False
        elif times is not None and not joined:
            if times < 1000:
                if group is None or group >= 100 or group == 0:
                    break
                group *= times
            elif group is None:
                if not seen_scale or total * times > LARGEST:
                    break
                total *= times
            elif times >= ceiling:
                break
            else:
                total, group, ceiling = total + group * times, None, times
            seen_scale, scale = True, scale * times
        elif joined and word in ("a",) and (half := half_more(low, match.end(), seen_scale, total, group, ceiling)):
            total, group, end = half
            continue
        elif not joined and not figures and lex.is_any("point", word) and (part := decimal_words(low, match.end(), lex)) and group is not None:
            group, end = group + part[0], part[1]
            continue
        else:
            break
        end = match.end()
        if seen_scale and group is None and (more := _MIXED_FIGURES.match(low, end)) and figures:
            small = lex.scales.get(more[2])
            if small is not None and small < ceiling:
                group, end = Decimal(more[1]), more.end(1)
    if end == pos:
        return None
    return Number(pos, end, total + (group or 0), scale=scale, words=not figures)


def after_comma(low: str, end: int, lex: Lexicon) -> re.Match[str] | None:
    """Read the numeral with which a number in words goes on after a comma: "three million, two hundred and forty"; not "a million, two firms"."""
    match = _COMMA.match(low, end)
    if match is None or match[3] not in lex.numerals:
        return None
    second, third = match[4], match[5]
    if second in lex.scales:
        return match if third in lex.numerals or third in lex.scales or lex.is_any("and", third) or third == "&" else None
    return match if second in lex.numerals and third in lex.scales else None


def half_more(
    low: str, end: int, seen_scale: bool, total: Decimal, group: Decimal | None, ceiling: Decimal
) -> tuple[Decimal, Decimal | None, int] | None:
    """Read the rest of "two and a half", "a million and a half"."""
    for word, part in ((" half", Decimal("0.5")), (" quarter", Decimal("0.25"))):
        if low.startswith(word, end) and not low[end + len(word) : end + len(word) + 1].isalnum():
            if group is None:
                return (total + ceiling * part, None, end + len(word)) if seen_scale else None
            return total, group + part, end + len(word)
    return None


def decimal_words(low: str, pos: int, lex: Lexicon) -> tuple[Decimal, int] | None:
    """Read what follows "point": "two point five five"."""
    figures, end = "", pos
    while (match := _NEXT.match(low, end)) and match[1] and (value := lex.numerals.get(match[3])) is not None and value < 10 and len(figures) < 12:
        figures, end = figures + str(value), match.end()
    return (Decimal("0." + figures), end) if figures else None


def from_figures(text: str, low: str, pos: int, lex: Lexicon, money: bool) -> Number | None:
    """Read the number whose figures begin at `pos`; `money`: a currency stands before it, so that "m" can be million."""
    match = FIGURES.match(text, pos)
    value = shape(match.group()) if match else None
    if match is None or value is None:
        return None
    end = match.end()
    if text[end : end + 1] in _STOPS:
        return Number(pos, end, value)
    if text[end] != " " and (raised := _RAISED.match(text, end)) and int(raised[2]) * len(raised[1] or str(value)) < 40:
        return Number(pos, raised.end(), value * Decimal(raised[1]) ** int(raised[2]) if raised[1] else value ** int(raised[2]))
    if power := _SCIENTIFIC.match(text, end):
        exponent = int((power[1] or power[2]).replace("−", "-"))
        return Number(pos, power.end(), value.scaleb(exponent))
    if more := _MIXED_FRACTION.match(text, end):
        value += Decimal(_VULGAR[more[1]]) if more[1] else Decimal(more[2]) / Decimal(more[3])
        end = more.end()
    number = compose(low, end, lex, value)
    if number is not None:
        number.start = pos
        return number
    return short_scale(text, low, Number(pos, end, value), lex, money)


def short_scale(text: str, low: str, number: Number, lex: Lexicon, money: bool) -> Number:
    """Multiply a number by the short form of a magnitude after it: "5 mln", "41bn", "50k", "€10M"."""
    match = _SHORT.match(text, number.end)
    if match is None:
        return number
    gap, word = match.groups()
    times = lex.short_scales.get(word)
    if times is None or (len(word) == 1 and gap and not money):
        times = lex.money_scales.get(word) if money or counted_by(low, match.end(), word, lex) else None
    if times is None or (word == "K" and number.low != number.low.to_integral_value() and not money):
        return number
    number.low, number.scale, number.end = number.low * times, times, match.end(2)
    if text[match.end(2) : match.end(2) + 1] == "." and _MORE.match(text, match.end(2)):
        number.end += 1
    return smaller_part(low, number, times, lex)


def smaller_part(low: str, number: Number, times: Decimal, lex: Lexicon) -> Number:
    """Add the smaller part of a number behind the short form of a magnitude: "2 mln. 320 thousand"."""
    dot = low[number.end : number.end + 1] == "."
    more = _MIXED_FIGURES.match(low, number.end + dot)
    small = (lex.scales.get(more[2]) or lex.short_scales.get(more[2])) if more else None
    if more and small is not None and 1000 <= small < times and len(more[2]) > 1:
        number.low, number.end = number.low + Decimal(more[1]) * small, more.end(2)
    return number


def counted_by(low: str, pos: int, word: str, lex: Lexicon) -> bool:
    """Say whether "m" is million because a unit or people follow ("5m tonnes"), not metre."""
    after = _COUNTED.match(low, pos)
    return bool(after and len(word) == 1 and word in "mb" and len(after[1]) > 2 and (after[1] in lex.names or lex.is_any("people", after[1])))


def from_words(low: str, pos: int, lex: Lexicon) -> Number | None:
    """Read the number whose words begin at `pos` with a numeral."""
    return compose(low, pos, lex)
