"""Turns days in figures ("2015-08-31", "2010/1/29", "2010.01.29", "10/1/2017") into what they say."""

from __future__ import annotations

from dostyk.values.dates.han.words import pattern
from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import Read

BIG_ENDIAN = r"([0-9]{4})(?: ?([-./])([0-9]{1,2})\2([0-9]{1,2}))(?![0-9]|\2[0-9])"
LITTLE_ENDIAN = r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})(?![0-9]|\2[0-9])"
SHORT = r"([0-9]{2})-([0-9]{1,2})-([0-9]{1,2})(?![0-9]|[-./][0-9])"
MONTH = r"([0-9]{4})([-/])(0[1-9]|1[0-2])(?![0-9]|[-./][0-9])"


def numeric(f: str, i: int) -> Read:
    """Read a day in figures; the year comes first, or the day does, as the page has it."""
    if match := pattern(BIG_ENDIAN).match(f, i):
        return _day(int(match[1]), int(match[3]), int(match[4])), match.end()
    if match := pattern(LITTLE_ENDIAN).match(f, i):
        return Node("numeric", int(match[1]), Node("year", int(match[4])), m=int(match[3])), match.end()
    if match := pattern(SHORT).match(f, i):
        y, m, d = (int(part) for part in match.groups())
        return (_day(2000 + y if y < 50 else 1900 + y, m, d), match.end()) if 1 <= m <= 12 and 1 <= d <= 31 else None
    if (match := pattern(MONTH).match(f, i)) and 1800 <= int(match[1]) <= 2199:
        return Node("month", int(match[3]), Node("year", int(match[1]))), match.end()
    return None


def _day(y: int, m: int, d: int) -> Node:
    return Node("day", d or 99, Node("month", m, Node("year", y))) if 1 <= m <= 12 else Node("day", 99, Node("month", 1, Node("year", y)))
