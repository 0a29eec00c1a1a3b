"""Tells whether characters are a word of a date, or a part of another word: a text without spaces has no other sign of it."""

from __future__ import annotations

import re
from functools import cache

from dostyk.values.dates.han.words import either, listed, table


@cache
def _names() -> re.Pattern[str]:
    return re.compile(either(listed("names")))


def begins(folded: str, start: int) -> bool:
    """Tell whether a word may begin here, by what stands before it."""
    return start == 0 or folded[start - 1] not in table()["not_after"].get(folded[start], "")


def ends(folded: str, word: str, end: int) -> bool:
    """Tell whether a word that stops here is no part of a longer one."""
    following = folded[end : end + 1]
    return not following or following not in table()["not_before"].get(word, "")


def name(folded: str, start: int) -> int:
    """Give the end of a name that begins here and is no date, else `start`."""
    match = _names().match(folded, start)
    return match.end() if match else start
