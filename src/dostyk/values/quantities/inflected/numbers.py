"""The number that begins at a token, in figures, words or both: "2,5 тыс.", "двадцать пять миллионов", "екі жүз мың"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dostyk.values.quantities.inflected.lexis import Lexis, symbols
from dostyk.values.quantities.inflected.tokens import Tokens
from dostyk.values.quantities.shapes import shape

_DECIMAL = re.compile(r"([0-9  ' ]{1,30}),([0-9]{1,12})")
LARGEST = Decimal(10) ** 21
MOST_WORDS = 14


@dataclass(slots=True)
class Number:
    """A number as read, from token `first` up to token `end`; `scale` is what its magnitude words multiply it by.

    `suffix` is the ending of its last word, or the letters that a hyphen joins to its figures ("100-ден").
    """

    first: int
    end: int
    low: Decimal
    high: Decimal | None = None
    scale: Decimal = Decimal(1)
    words: bool = False
    vague: bool = False
    suffix: str = ""
    over: bool = False


def figures_value(figures: str) -> Decimal | None:
    """Give the number that figures write where a comma is the decimal sign ("1,234" is 1.234)."""
    if match := _DECIMAL.fullmatch(figures):
        return Decimal(f"{re.sub('[^0-9]', '', match[1])}.{match[2]}")
    return shape(figures)


def number_at(t: Tokens, i: int, lex: Lexis) -> Number | None:
    """Read the number that begins at token `i`."""
    if not t.is_figures(i):
        return compose(t, i, lex, None)
    value = figures_value(t.low[i])
    if value is None:
        return None
    plain = Number(i, i + 1, value)
    joined(t, plain, lex)
    if t.at(plain.end) == "." or not t.near(plain.end):
        return plain
    number = compose(t, plain.end, lex, value)
    if number is None:
        return plain
    number.first = i
    return number


def joined(t: Tokens, number: Number, lex: Lexis) -> None:
    """Take in the case ending that a hyphen (or nothing) joins to figures or to a short scale: "5-ти", "100-ден", "млн-ға"."""
    at = number.end + (t.at(number.end) == "-")
    if t.glued(number.end) and t.glued(at) and t.is_word(at) and lex.is_any("figure_endings", t.low[at]) and at > number.end:
        number.suffix, number.end = t.low[at], at + 1


def compose(t: Tokens, i: int, lex: Lexis, group: Decimal | None) -> Number | None:
    """Read number words from token `i`; `group` is a number in figures that they go on from."""
    found = Number(i, i, Decimal(0), words=group is None)
    total, ceiling, figures = Decimal(0), LARGEST, group is not None
    small = Decimal(0)  # what the last unit word added, so that only hundreds and tens take more
    for _ in range(MOST_WORDS):
        at = found.end
        if (found.suffix and found.suffix in lex.case_endings) or (at > i and not t.near(at)) or not (t.is_word(at) or t.is_figures(at)):
            break
        word = t.low[at]
        value = lex.value("numerals", word)
        times = lex.value("scales", word)
        if t.figures[at]:
            if not figures or group is not None or not more_figures(t, at, lex, ceiling):
                break
            group, value = figures_value(word) or Decimal(0), Decimal(1)
        elif value is not None and not figures_before_words(figures, group, total):
            if group is None:
                group = value
            elif value == 100 and 2 <= group <= 9 and small == group:
                group *= 100
            elif adds(group, value):
                group += value
            else:
                break
            small = value
        elif times is not None:
            if group is None and total:
                break
            if group is None and (found.end > i or lex.is_any("never_alone", word)):
                break
            if times >= ceiling:
                break
            total, group, ceiling = total + (1 if group is None else group) * times, None, times
            found.scale = max(found.scale, times)
            small = Decimal(0)
        elif (group is not None or total) and (half := lex.phrases["halves"].match(t, at)):
            part = Decimal(half[0][0])
            found.over = found.over or not part
            if group is not None:
                group += part
            elif part:
                total += part * ceiling
            found.end = half[1]
            continue
        elif group is not None and lex.is_any("whole", word) and (rest := decimal_words(t, at + 1, lex)):
            group += rest[0]
            found.end, figures = rest[1], True
            continue
        else:
            break
        found.end = at + 1
        found.suffix = next((ending for key, ending in lex.forms.keys(word) if key in lex.values["numerals"] or key in lex.values["scales"]), "")
        found.suffix = found.suffix or lex.case(word)
        if t.at(found.end) == "." and goes_on(t, found.end, lex, times is not None and lex.is_any("never_alone", word)):
            found.end += 1
        joined(t, found, lex)
    if found.end == i:
        return None
    found.low = total + (group or 0)
    return found


def figures_before_words(figures: bool, group: Decimal | None, total: Decimal) -> bool:
    """Say whether a numeral word cannot follow, because figures stand right before it."""
    return figures and group is not None and not total


def adds(group: Decimal, value: Decimal) -> bool:
    """Say whether a numeral adds to what stands before it: hundreds take tens, tens take units."""
    return (
        (group >= 100 and group % 100 == 0 and value < 100)
        or (group % 100 >= 20 and group % 10 == 0 and value < 10)
        or (group % 100 == 10 and 0 < value < 10)
    )


def more_figures(t: Tokens, at: int, lex: Lexis, ceiling: Decimal) -> bool:
    """Say whether figures after a scale go on with a smaller one, or with units: "2 млн 300 тыс.", "33 мың 842"."""
    if ceiling == 1000 and len(t.low[at]) == 3 and t.low[at].isdigit() and t.near(at + 1) and t.is_word(at + 1):
        return True
    following = lex.value("scales", t.at(at + 1)) if t.near(at + 1) else None
    return following is not None and following < ceiling and ceiling < LARGEST


def goes_on(t: Tokens, at: int, lex: Lexis, short: bool) -> bool:
    """Say whether the full stop at token `at` ends an abbreviation, not the sentence."""
    after = t.raw(at + 1)
    return (
        short
        and t.glued(at)
        and bool(after)
        and t.near(at + 1)
        and (
            after[0].islower()
            or after[0].isdigit()
            or after[0] in "$€₸₽£¥%),;"
            or after in symbols()
            or lex.phrases["units"].match(t, at + 1) is not None
        )
    )


def decimal_words(t: Tokens, at: int, lex: Lexis) -> tuple[Decimal, int] | None:
    """Read what follows "целых": "пять десятых", or "оннан бес": (part, token after it)."""
    at += lex.is_any("and", t.at(at))
    first = compose(t, at, lex, None)
    if first is None or first.scale > 1:
        return None
    if (divisor := lex.value("parts", t.at(first.end))) and divisor in (10, 100, 1000):
        return first.low / divisor, first.end + 1
    if first.suffix in lex.groups["from_endings"] and first.low in (10, 100) and (last := compose(t, first.end, lex, None)):
        return last.low / first.low, last.end
    return None
