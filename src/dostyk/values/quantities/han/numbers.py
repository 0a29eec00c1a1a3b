"""Turns the characters at a place of a Chinese text into a number, a range, a share or a part of a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dostyk.values.han import whole
from dostyk.values.han.numerals import BIG, DIGITS, SMALL
from dostyk.values.quantities.han.words import prefixed

DIGIT = "一二三四五六七八九"
POINT = re.compile(r"点([〇零一二三四五六七八九]{1,9})(?![点分刻钟〇零一二三四五六七八九])")
HEDGE = re.compile(r" ?(多(?![边元样媒])|余(?![额地热])|几(?=[十百千万亿个名人家天年岁])|来(?=[个名人家岁万天年]))")
SCALES = re.compile(r"[十百千万亿兆]+")
NEAR = re.compile(r"([一二三四五六七八])([二三四五六七八九])(?=[十百千万亿兆个名人家成倍年天])")
PER = re.compile(r"(百分之|千分之|万分之)")
PARTS = re.compile(r"分之")
KILO = re.compile(r"k(?![A-Za-z0-9])")
VULGAR = re.compile(r"([0-9]{1,3})/([0-9]{1,4})(?![0-9/年月.-])")
LIMIT = Decimal(10) ** 24


@dataclass(slots=True)
class Number:
    """A number as read; `unit` is what it says itself ("%" of a share), `scale` its last magnitude, `figures` whether it has figures."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    scale: int = 1
    figures: bool = False
    over: bool = False
    unit: str | None = None
    fraction: str | None = None


def number(f: str, i: int) -> Number | None:
    """Read the number that begins at `i`."""
    return _share(f, i) or _near(f, i) or _plain(f, i)


def _plain(f: str, i: int) -> Number | None:
    found = whole(f, i, prefixed())
    if found is None:
        return None
    if not found.figures and found.scale == 1 and found.value >= 10 and f[i : i + 1] not in ("〇", "零"):
        return None  # figures said one by one: a year, a name
    result = Number(i, found.end, found.value, scale=found.scale, figures=found.figures)
    if found.scale == 1 and found.figures and (vulgar := VULGAR.match(f, i)) and int(vulgar[1]) < int(vulgar[2]):
        return _fraction(i, vulgar.end(), Decimal(vulgar[1]), Decimal(vulgar[2]))
    if f.startswith("又", found.end) and (rest := whole(f, found.end + 1)) and PARTS.match(f, rest.end):
        part = _parts(f, found.end + 1, rest.end + 2, rest.value)
        if part and part.fraction:
            above, below = part.fraction.split("/")
            return Number(i, part.end, found.value + Decimal(above) / Decimal(below), figures=True)
    if PARTS.match(f, found.end):
        return _parts(f, i, found.end + 2, found.value)
    if (point := POINT.match(f, found.end)) and not found.figures:
        result.low += Decimal("0." + "".join(str(DIGITS[c]) for c in point[1]))
        result.end, result.figures = point.end(), True
        _scaled(f, result)
    if found.figures and (kilo := KILO.match(f, found.end)):
        result.low, result.end, result.scale = result.low * 1000, kilo.end(), 1000
    if hedge := HEDGE.match(f, result.end):
        if hedge[1] != "来" or result.low % 10 == 0 and not f.startswith(("来自", "来到", "来华"), result.end):
            result.end, result.over = hedge.end(1), True
            while len(f) > result.end and _scaled(f, result) and f.startswith(("多", "余"), result.end) and SCALES.match(f, result.end + 1):
                result.end += 1
    elif f.startswith(("万多亿", "万余亿"), result.end - 1):
        result.end, result.over = result.end + 1, True
        _scaled(f, result)
    return result if result.low < LIMIT else None


def _scaled(f: str, found: Number) -> bool:
    """Multiply by the magnitudes that stand after "多" or a decimal part; not by the beginning of "千瓦"."""
    begin = found.end
    while found.end < begin + 8 and (c := f[found.end : found.end + 1]) and (c in SMALL or c in BIG) and not prefixed().match(f, found.end):
        times = SMALL.get(c) or BIG[c]
        found.low, found.end, found.scale = found.low * times, found.end + 1, times
        found.high = found.high * times if found.high is not None else None
    return found.end > begin


def _near(f: str, i: int) -> Number | None:
    """Read two neighbouring numerals as a range: "三四十", "七八百万", "五六个"."""
    match = NEAR.match(f, i)
    if match is None or DIGIT.index(match[2]) != DIGIT.index(match[1]) + 1:
        return None
    found = Number(i, match.end(), Decimal(DIGIT.index(match[1]) + 1), Decimal(DIGIT.index(match[2]) + 1))
    _scaled(f, found)
    return found


def _share(f: str, i: int) -> Number | None:
    """Read "百分之十八", "千分之三", "三成半"."""
    if match := PER.match(f, i):
        found = number(f, match.end()) if not PER.match(f, match.end()) else None
        if found is None or found.unit:
            return None
        found.start, found.unit = i, "[ppth]" if match[1][0] == "千" else "%"
        if match[1][0] == "万":
            found.low /= 100
        return found
    match = re.compile(r"(?:([一二三四五六七八九两])|([1-9](?:\.[0-9])?))成([一二三四五六七八九半])?(?![为立员本品功果就长都分交])").match(f, i)
    if match is None or f[i - 1 : i] in tuple("组构达变形") and i:
        return None
    tens = Decimal(match[2]) if match[2] else Decimal(DIGITS[match[1]])
    ones = Decimal(5 if match[3] == "半" else DIGITS[match[3]]) if match[3] else Decimal(0)
    return Number(i, match.end(), tens * 10 + ones, unit="%")


def _parts(f: str, i: int, pos: int, below: Decimal) -> Number | None:
    """Read the rest of "三分之一"."""
    above = whole(f, pos, prefixed())
    if above is None or not below:
        return None
    return _fraction(i, above.end, above.value, below)


def _fraction(i: int, end: int, above: Decimal, below: Decimal) -> Number | None:
    if not below or below > 10000 or above != int(above) or below != int(below):
        return None
    return Number(i, end, (above / below * 100).quantize(Decimal("0.1")), unit="%", fraction=f"{int(above)}/{int(below)}")
