"""Turns quarters, halves, centuries, first and last months, beginnings and ends into what they pick, without the period they pick from."""

from __future__ import annotations

from dostyk.values.dates.inflected.numbers import cardinal, ending, ordinal, worded
from dostyk.values.dates.inflected.years import era
from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import Line, Read

SHARES = {"Q": ("quarter", 4), "H": ("half", 2)}


def counted_part(line: Line, i: int, depth: int) -> Read:
    """Read "I квартал", "второе полугодие", "XX век", "первые пять месяцев", "третья неделя"."""
    found = ordinal(line, i)
    if found is None:
        return None
    n, j, certain = found
    if line.has(j, "century_letter") and line.has(j + 1, "dot") and line.joined(j + 1) and n <= 30:
        return _century(line, j + 1, n)
    many = cardinal(line, j) if certain and n == 1 and not line.has(j, "unit") else None
    unit = line.get(many[1] if many else j, "unit")
    if unit is None or n < 1:
        return None
    if many:
        return (Node("first", int(many[0]), unit=unit), many[1] + 1) if 0 < many[0] <= 366 and many[0] == int(many[0]) else None
    if unit in SHARES:
        return (Node(SHARES[unit][0], n), j + 1) if n <= SHARES[unit][1] and (certain or not line.has(j, "share_only")) else None
    if unit in "CK":
        return _century(line, j + 1, n) if unit == "C" and n <= 30 else None
    return (Node("nth", n, unit=unit), j + 1) if certain and unit in "DWMES" and not line.has(j, "month_word") and n <= 31 else None


def _century(line: Line, j: int, n: int) -> Read:
    dotted = line.has(j, "dot") and line.joined(j) and len(line.word(j - 1)) < 3
    j = j + 1 if dotted else j
    after = era(line, j)
    return (Node("century", n if after[0] > 0 else -n), after[1]) if after else (Node("century", n), j)


def listed_ordinal(line: Line, i: int, depth: int) -> Read:
    """Read the "XIX" of "XIX и XX века" and the "первом" of "первом и втором кварталах"."""
    found = ordinal(line, i)
    after = ordinal(line, found[1] + 1) if found and line.has(found[1], "join", "dash", "comma") else None
    if found is None or after is None or not line.has(after[1], "unit", "month", "join", "comma", "century_letter"):
        return None
    shares = line.get(after[1], "unit") in SHARES and not line.has(after[1], "share_only")
    return (Node("ordinal", found[0]), found[1]) if found[2] and after[2] or shares else None


def glued_part(line: Line, i: int, depth: int) -> Read:
    """Read "первая половина" as one word for it ("жартысы" after its ordinal is read by `counted_part`), "3 кв."."""
    n = line.get(i, "number") if line.has(i, "number") else line.get(i, "roman") if line.at(i).cap else None
    j = ending(line, i + 1)
    letter = line.get(j, "letter")
    if not n or letter is None or n > SHARES[letter][1] or line.at(i).glued:
        return None
    return Node(SHARES[letter][0], n), j + 2 if line.has(j + 1, "dot") and line.joined(j + 1) else j + 1


def part(line: Line, i: int, depth: int) -> Read:
    """Read "начало", "середине", "конец", "басында": a beginning, middle or end of what stands beside it."""
    return Node("part", unit=line.get(i, "part")), line_after_dash(line, i + 1)


def line_after_dash(line: Line, j: int) -> int:
    """Pass a hyphen inside a word ("mid-August")."""
    return j + 1 if line.has(j, "dash") and line.joined(j) and line.joined(j + 1) and line.has(j + 1, "month") else j


def last_part(line: Line, i: int, depth: int) -> Read:
    """Read "последний квартал", "последние три месяца" where a period stands beside it."""
    if not line.has(i, "final"):
        return None
    many = cardinal(line, i + 1)
    j = many[1] if many else i + 1
    unit = line.get(j, "unit")
    beside = line.point(j + 1, depth) if unit else None
    if unit is None or not (beside and beside[0].op in ("year", "month", "century", "decade") or line.has(i - 1, "year_word", "month", "month_word")):
        return None
    return (Node("last", int(many[0]) if many else 1, unit=unit), j + 1) if not many or many[0] == int(many[0]) else None


def day_number(line: Line, i: int) -> tuple[int, int, bool] | None:
    """Read a day of the month: the day, the token after, whether it has an ordinal form."""
    if line.has(i, "day") and not line.at(i).glued:
        if line.has(i - 1, "comma") and line.joined(i) and line.joined(i - 1) and line.has(i - 2, "number"):
            return None
        j = ending(line, i + 1)
        if j == i + 1 and line.has(j, "dash") and line.joined(j) and line.joined(j + 1) and line.has(j + 1, "month"):
            return line.get(i, "day"), j + 1, True  # "3-қыркүйек"
        return line.get(i, "day"), j, j > i + 1
    found = worded(line, i) if line.has(i, "ord", "card") and not line.at(i).glued else None
    return (found[0], found[1], True) if found and found[2] and 1 <= found[0] <= 31 else None
