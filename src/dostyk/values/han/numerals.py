"""Turns Chinese numerals, figures and mixtures of both ("三千五百", "3万5千", "1.5亿", "贰拾", "二〇一五") into numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

DIGITS = dict(zip("〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖俩仨", (0, 0, *range(1, 10), 2, *range(1, 10), 2, 3), strict=True))
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
TWENTIES = {"廿": 20, "卅": 30}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
LONGEST = 40
"""A longer run of numerals is no number."""
LARGEST = Decimal(10) ** 24
HAN = "".join(DIGITS) + "".join(SMALL) + "".join(TWENTIES) + "".join(BIG)
NUMERAL = re.compile(rf"[0-9{HAN}]")
_FIGURES = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_PLAIN = re.compile(r"[〇零一二三四五六七八九]+")


class Numeral(NamedTuple):
    """A number that ends at `end`; `scale` is the last magnitude said (1 where none was), `figures` whether it begins with figures."""

    value: Decimal
    end: int
    scale: int
    figures: bool


def digits(text: str) -> int | None:
    """Read numerals said one by one ("二〇一五", "2015", "九八"); None for anything else."""
    if text.isascii():
        return int(text) if text.isdecimal() else None
    return int("".join(str(DIGITS[c]) for c in text)) if _PLAIN.fullmatch(text) else None


def whole(folded: str, pos: int, units: re.Pattern[str] | None = None) -> Numeral | None:
    """Read the number that begins at `pos` of a folded text; None where none does.

    `units`: what ends it although it begins with a numeral ("千瓦", "兆字节"). A run longer than 40 characters is no number.
    """
    total, section, pending = Decimal(0), Decimal(0), None
    last, ceiling, scale, end, gap = 0, 0, 1, pos, False
    plain, figures = 0, False
    limit = min(len(folded), pos + LONGEST)
    while end < limit:
        c = folded[end]
        if c == " " and last and pending is None and DIGITS.get(folded[end + 1 : end + 2]) and SMALL.get(folded[end + 2 : end + 3], last) < last:
            end += 1  # "三千 九百"
            continue
        if c.isascii():
            match = _FIGURES.match(folded, end, limit) if c.isdigit() and pending is None and (end == pos or last) else None
            if match is None:
                break
            pending, figures, plain = Decimal(match.group().replace(",", "")), figures or end == pos, 0
            end = match.end()
            continue
        if end > pos and (c == "两" and not _scaled(folded, end + 1) or units and c in "千兆" and units.match(folded, end)):
            break
        if (value := DIGITS.get(c)) is not None:
            if c in "〇零" and last and pending is None:
                gap, end = True, end + 1
                continue
            if pending is not None:
                if last or figures or c == "两":
                    break
                pending, plain = pending * 10 + value, plain + 1
            else:
                pending, plain = Decimal(value), 1
            end += 1
        elif (twenty := TWENTIES.get(c)) and pending is None and not section:
            section, last, scale, end, gap = Decimal(twenty), 10, max(scale, 10), end + 1, False
        elif small := SMALL.get(c):
            if plain > 1 or pending is None and (small > 10 or section):
                break
            section += (1 if pending is None else pending) * small
            pending, last, gap, scale, end = None, small, False, max(scale, small) if not total else scale, end + 1
        elif big := BIG.get(c):
            group = section + (pending or 0)
            if group == 0 and total == 0 or group == 0 and big <= ceiling:
                break
            total = (total + group) * big if big > ceiling and ceiling else total + group * big
            if total >= LARGEST:
                return None
            section, pending, last, ceiling, gap, scale, plain, end = Decimal(0), None, big, big, False, big, 0, end + 1
        else:
            break
    if end == pos or folded[end : end + 1] and NUMERAL.match(folded, end) and end >= limit:
        return None
    if gap and pending is None:  # a trailing zero ("三百零") says nothing
        end -= 1
    if pending is not None and plain == 1 and last >= 100 and not gap and pending < 10 and folded[end - 2] not in "〇零":
        pending *= last // 10  # "三百一" is 310, "两万五" 25 000
    return Numeral(total + section + (pending or 0), end, scale, figures)


def _scaled(folded: str, pos: int) -> bool:
    """Tell whether a magnitude stands here."""
    return folded[pos : pos + 1] in SMALL or folded[pos : pos + 1] in BIG
