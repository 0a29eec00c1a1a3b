"""Turns ordinals in Chinese ("第三大", "前十", "第二届") into ranks and plain ordinals."""

from __future__ import annotations

import re

from dostyk.values.quantities.han.numbers import number
from dostyk.values.quantities.han.pieces import Piece
from dostyk.values.quantities.han.words import any_of
from dostyk.values.quantities.shapes import written
from dostyk.values.quantities.span import QuantitySpan

PLACED = re.compile(r"(?:排名|位居|居|列|位列|名列|排|跃居|升至|保持|连续[^,，。]{0,6})(?:全球|世界|全国|亚洲|中亚|首位|在|为|于)*$")
TO = re.compile(r" ?(?:到|至|和|与|[-–—~]) ?第?")
TOP = re.compile(r"(?:全球|世界|全国|排名|位居|跻身|进入|位列|居|列|亚洲)?前$")


def ordinal(f: str, i: int) -> QuantitySpan | None:
    """Read the ordinal whose number begins at `i`, after 第: a rank before "大", "位" and the like, or after "排名"."""
    found = number(f, i)
    if found is None or found.unit or found.high is not None:
        return None
    start, end = i - 1, found.end
    word = any_of("ranks").match(f, end)
    placed = PLACED.search(f, max(0, start - 12), start) is not None
    to = TO.match(f, end)
    if to and (last := number(f, to.end())) and last.low > found.low and not last.unit:
        return QuantitySpan(start, last.end, f"{written(found.low)}/{written(last.low)}", "rank", statistic="rank")
    if not word and not placed:
        return QuantitySpan(start, end, written(found.low), "1", ordinal=True)
    return QuantitySpan(start, word.end() if word else end, written(found.low), "rank", statistic="rank", ordinal=True)


def rank(f: str, start: int, made: Piece) -> int:
    """Tell a rank of a plain count: "前十", "世界前5位": where it begins, and 1 more; 0 where it is none."""
    match = TOP.search(f, max(0, start - 6), start)
    plain = made.bare and made.counter in ("", "位", "名", "大", "强") and made.number.scale < 10000
    return match.start() + 1 if match and plain and not f[start - 2 : start - 1].isdigit() else 0
