"""Turns a text into the stretches that may hold a date: lines, with those that only wrap the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dostyk.values.dates.lexicon import Lexicon
from dostyk.values.dates.numerals import DASHES, pieces
from dostyk.values.dates.tokens import Line, Token, tokens

SOFT = 50
"""A line of at least so many characters may be wrapped: a date may go on in the next one."""


@cache
def _gate() -> re.Pattern[str]:
    return re.compile(r"\d+ [^\W\d_]\.[^\W\d_]\.|['’‘]\d\d\b|\d+(?:[./\-–~]\d+)+|\w+")


def lines(text: str, lexicon: Lexicon) -> Iterator[Line]:
    """Yield the stretches of a text that may hold a date, in order."""
    anchors, done = lexicon.anchors, 0
    for match in _gate().finditer(text):
        word = match[0]
        if word not in anchors and (word.isalpha() or not _numeric(word)) or match.start() < done:
            continue
        start = text.rfind("\n", done, match.start()) + 1 or done
        start = _back(text, start, done)
        done = _line_end(text, match.end())
        yield Line(text, parted(list(tokens(text, start, done, lexicon))), lexicon)
        if done == len(text):
            return


def _numeric(word: str) -> bool:
    """Tell whether digits in the word may make it a date."""
    if word[0] in "'’‘":
        return True
    if word.isdecimal():
        return len(word) == 4 and "1000" <= word <= "2199"
    return len(word) <= 24 and (word[0].isdigit() or word[-1].isdigit() or word[-2:-1].isdigit())


def _back(text: str, start: int, floor: int) -> int:
    """Go back over line ends that only wrap a long line."""
    while start - 1 > floor:
        before = text.rfind("\n", floor, start - 1) + 1 or floor
        if not _soft(text, before, start - 1):
            return start
        start = before
        if start <= floor:
            return floor
    return start


def _line_end(text: str, at: int) -> int:
    while True:
        end = text.find("\n", at)
        if end < 0:
            return len(text)
        if not _soft(text, text.rfind("\n", 0, end) + 1, end):
            return end
        at = end + 1


def _soft(text: str, start: int, end: int) -> bool:
    """Tell whether the line from `start` to `end` is long and goes on in the next."""
    return end - start >= SOFT and text[end - 1] not in ".:;!?" and text[end + 1 : end + 2].strip() != ""


def parted(found: list[Token]) -> list[Token]:
    """Part "2021-7" again where a month follows: "5 May 2021-7 June 2021"."""
    for i in range(len(found) - 2, 0, -1):
        numeric = found[i].kinds.get("numeric")
        if numeric and numeric[0] in ("ym", "years") and "month" in found[i + 1].kinds and "month" in found[i - 1].kinds:
            year, mark, day = re.split(rf"([/{DASHES}])", found[i].low)
            ends = [found[i].start + n for n in (0, len(year), len(year) + len(mark), len(found[i].low))]
            found[i : i + 1] = [
                Token(a, b, low, dict(pieces(low, "")[0][2]) if low.isdigit() else {"dash": True}, False, False, False)
                for a, b, low in zip(ends, ends[1:], (year, mark, day), strict=False)
            ]
    return found
