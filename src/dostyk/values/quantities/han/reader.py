"""Turns a Chinese text into its quantities: numbers with their bounds, units, rates and what they tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from dostyk.values.han import fold
from dostyk.values.han.numerals import HAN, NUMERAL
from dostyk.values.quantities.han import bounds
from dostyk.values.quantities.han.joining import merged, ranged, signed
from dostyk.values.quantities.han.numbers import Number
from dostyk.values.quantities.han.pieces import Piece, piece, with_unit
from dostyk.values.quantities.han.ranks import ordinal, rank
from dostyk.values.quantities.han.telling import pairs, rate, statistic
from dostyk.values.quantities.han.words import any_of, codes, either, table
from dostyk.values.quantities.shapes import written
from dostyk.values.quantities.span import QuantitySpan

LONGEST_RUN = 60
EACH_TIME = re.compile(r"每(?:小时|天|日|月|年|周|秒|分钟)$")


@cache
def _anchors() -> re.Pattern[str]:
    """Compile what a quantity may begin with: a run of numerals, "百分之", a name that holds numerals, "一半", "翻一番"."""
    names, exceptions = (either(str(table()["names"][key]).split()) for key in ("words", "exceptions"))
    others = "(?P<double>翻(?:了)?[一两二三四五]?[番倍])|(?P<half>一半|半数|过半)"
    return re.compile(rf"(?P<name>(?!{exceptions})(?:{names}))|{others}|(?P<run>[0-9{HAN}]+)")


@cache
def _money() -> re.Pattern[str]:
    return re.compile(rf"({either(codes('before_money'))}) *(?:约|超|近|逾)?$")


def read_han(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[QuantitySpan]:
    """Read the quantities of a Chinese text, in order, without overlaps; `taken` as in `read_quantities`."""
    folded = fold(text)
    return pairs(folded, merged(folded, list(_spans(folded, taken))))


def _spans(f: str, taken: Sequence[tuple[int, int]]) -> Iterator[QuantitySpan]:
    starts = [start for start, _ in taken]
    pos = floor = 0
    while match := _anchors().search(f, pos):
        i = match.start()
        pos = match.end()
        if match["name"] or starts and (place := bisect_right(starts, i)) and i < taken[place - 1][1]:
            continue
        if match["double"]:
            yield _doubled(match)
            floor = pos
            continue
        if match["half"]:
            bound, pos = ("over", pos) if match.group() == "过半" else bounds.after(f, pos) or ("exact", pos)
            yield QuantitySpan(i, pos, "50", "%", bound, statistic="share", fraction="1/2")
            floor = pos
            continue
        found = _one(f, i, floor, match.end())
        if found:
            pos = floor = max(found.end, i + 1)
            yield found
        elif match.end() - i <= LONGEST_RUN and (step := _inside(f, i, match.end())):
            pos = step


def _inside(f: str, i: int, end: int) -> int:
    """Give where to look again within a run that is no number from its beginning: at figures after numerals, or the other way round."""
    ascii_first = f[i].isascii()
    return next((k for k in range(i + 1, end) if f[k].isascii() != ascii_first), 0)


def _doubled(match: re.Match[str]) -> QuantitySpan:
    word = match.group().replace("了", "")
    n = "一两二三四五".find(word[1]) if len(word) > 2 else 0
    times = 2 ** {0: 1, 1: 2, 2: 2, 3: 3, 4: 4, 5: 5}[max(n, 0)] if word.endswith("番") else 2 if n <= 0 else max(n, 2)
    return QuantitySpan(match.start(), match.end(), str(times), "1", statistic="multiple")


def _one(f: str, i: int, floor: int, run_end: int) -> QuantitySpan | None:
    """Read the quantity whose number begins at `i`; words before it are looked for after `floor`."""
    before = f[i - 1 : i] if i else ""
    if before == "第":
        return ordinal(f, i)
    if _name_like(f, i, before):
        return None
    if before and before in "数几好若" and not f[i].isdigit() or before == "比" and f[i - 2 : i - 1] and NUMERAL.match(f, i - 2):
        return None
    made = piece(f, i)
    hundreds = None
    if made is None and f[i] in "百千万亿":
        hundreds = made = _hundreds(f, i)
    if made is None:
        return None
    signed(f, made, floor)
    made = ranged(f, made) or made
    return _dressed(f, made, floor, hundreds is not None)


def _name_like(f: str, i: int, before: str) -> bool:
    """Tell whether figures belong to a name or a code: "G20", "A320", "1.2.3", "COVID-19"."""
    if not f[i].isdigit() or not before:
        return False
    if before.isascii() and before.isalpha():
        return _money().search(f, max(0, i - 8), i) is None
    return before in "-./:_#" and f[i - 2 : i - 1].isalnum() and f[i - 2 : i - 1].isascii()


def _hundreds(f: str, i: int) -> Piece | None:
    """Read "百余家", "千多人", "上万人", "近百": a magnitude alone, with a word that bounds it."""
    size = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
    end, value = i, Decimal(1)
    while end < i + 3 and f[end : end + 1] in size and f[end : end + 1]:
        value, end = value * size[f[end]], end + 1
    more = f[end : end + 1] in ("余", "多") and end < len(f) or f.startswith(("来个", "来人", "来名"), end)
    if not more and (f[i - 1 : i] == "万" or bounds.before(f, i) is None and not f.endswith("上", 0, i)):
        return None
    return with_unit(f, Piece(Number(i, end + more, value, scale=int(value), over=more), i, end + more))


def _dressed(f: str, made: Piece, floor: int, hundreds: bool) -> QuantitySpan | None:
    """Add what stands around a piece, and drop what says nothing: "一个", a numeral without unit or bound."""
    start, end, sign = made.start, made.end, -1 if made.number.low < 0 else 1
    if money := _money().search(f, max(floor, start - 8), start):
        code = codes("before_money")[money[1]]
        if made.bare or made.unit in ("CNY", "USD") or made.unit == code:
            made.unit, made.bare, start = ("CNY" if code == "¥" else code), False, money.start()
    bound, begin = bounds.before(f, start) or ("exact", start)
    start = begin if begin >= floor else start
    bound = bound if begin >= floor else "exact"
    near = start
    if bound == "exact" and (each := EACH_TIME.search(f, max(floor, start - 8), start)) and (ahead := bounds.before(f, each.start())):
        bound, start = ahead
    if found := bounds.compared(f, made.start, end):
        bound, start, end = found
    elif (following := bounds.after(f, end) or bounds.after(f, end + len(made.counter))) and bound in ("exact", "about"):
        bound, end = following
        if made.bare and not made.counter and (beyond := with_unit(f, Piece(made.number, made.start, end))) and not beyond.bare:
            made.unit, made.bare, made.multiple, end = beyond.unit, False, beyond.multiple, beyond.end
    if made.number.over and (bound in ("exact", "about") or bound == "max" and f.startswith(("多达", "高达"), start)):
        bound = "over"
    if ranking := rank(f, made.start, made):
        return QuantitySpan(ranking - 1, end, value(made), "rank", "max", statistic="rank")
    if _empty(f, made, bound, hundreds):
        return None
    per = rate(f, near, made)
    unit = f"{made.unit}/{per}" if per and not made.rate and "/" not in made.unit and made.unit not in ("%", "a", "mo", "d", "h") else made.unit
    sort = statistic(f, start, end, made)
    fraction = made.number.fraction
    return QuantitySpan(
        start, end, value(made), unit, bound, made.bare, sort, False, sign, made.rate or (per if unit != made.unit else None), fraction=fraction
    )


def value(made: Piece) -> str:
    """Write a number, or both ends of a range."""
    low, high = made.number.low, made.number.high
    return written(low) if high is None else f"{written(low)}/{written(high)}"


def _empty(f: str, made: Piece, bound: str, hundreds: bool) -> bool:
    """Tell whether a number says nothing: numerals that are part of a word, "一" and "两" as articles."""
    found = made.number
    year = found.high is None and found.scale == 1 and 1900 <= found.low < 2100 and f[made.start : made.start + 4].isdigit()
    if made.bare and year and not made.counter and bound == "exact":
        return True
    if not made.bare or found.figures:
        return False
    if made.counter:
        article = {Decimal(1): "few", Decimal(2): "both"}.get(found.low, "")
        return bound == "exact" and found.high is None and article != "" and any_of(article).fullmatch(made.counter) is not None
    if found.high is not None and f[made.start : made.end].isalpha() and made.end - made.start < 3:
        return True
    return bound == "exact" and found.high is None and found.scale < 10000 and not hundreds and not f.startswith("等于", made.start - 2)
