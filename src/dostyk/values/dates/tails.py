"""Turns the words after a day or month into their year."""

from __future__ import annotations

from dostyk.values.dates.node import Node
from dostyk.values.dates.relative import contextual, deictic, number
from dostyk.values.dates.tokens import Line, Read
from dostyk.values.dates.years import counted, plural


def tail(line: Line, i: int, depth: int) -> Read:
    """Read the year after a day or month: "2015", ", 2015", "of 2015", "this year", "of the same year"."""
    j = i + 1 if line.has(i, "comma") else i
    if line.get(j, "year"):
        likely = 1950 <= line.get(j, "year") <= 2050
        if line.at(j).glued or counted(line, j + 1, likely and j == i) or not likely and plural(line, j + 1):
            return None
        return Node("year", line.get(j, "year")), j + 1
    if line.has(j, "quote") and line.get(j + 1, "digits") == 2 and line.joined(j + 1):
        return Node("year", century_of(line.get(j + 1, "number"))), j + 2
    if line.has(j, "of", "in") and j == i:
        j += 1
        if line.get(j, "year"):
            return (Node("year", line.get(j, "year")), j + 1) if not counted(line, j + 1, True) else None
        j = j + 1 if line.has(j, "the") else j
    if j > i and line.has(j, "in") and line.has(j + 1, "the") and line.has(j + 2, "yearword"):
        j += 2
    if line.has(j, "yearword") and line.get(j + 1, "year"):
        return Node("year", line.get(j + 1, "year")), j + 2
    found = deictic(line, j, depth) or contextual(line, j, depth) or worded_year(line, j, depth)
    return found if found and (found[0].op == "relative" and found[0].unit == "Y" or found[0].op == "year") else None


def century_of(two: int) -> int:
    """Complete a year of two digits: 00 to 39 are of this century, the others of the last."""
    return 2000 + two if two < 40 else 1900 + two


def worded_year(line: Line, i: int, depth: int) -> Read:
    """Read "nineteen ninety-six" and "two thousand and fifteen" after a preposition, a month or a day."""
    head, j = line.get(i, "card") or 0, i + 1
    if not line.has(i - 1, "in", "strong", "month", "day", "ord", "dash", "join"):
        return None
    if head == 2 and line.get(j, "card") == 1000:
        j = j + 2 if line.get(j + 1, "join") == "and" else j + 1
        n, base = number(line, j), 2000
    elif head in (19, 20):
        n, base = number(line, j) if (line.get(j, "card") or 0) >= 10 and not line.has(j, "number") else None, 100 * head
    else:
        return None
    return (Node("year", base + int(n[0])), n[1]) if n and n[0] < 100 and not counted(line, n[1]) and not line.has(n[1], "unit") else None
