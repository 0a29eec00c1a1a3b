"""Turns numbers in figures, words and Roman figures into integers, cardinal or ordinal."""

from __future__ import annotations

from dostyk.values.dates.tokens import Line

LONGEST = 9
"""A number has at most so many words."""


def worded(line: Line, i: int) -> tuple[int, int, bool] | None:
    """Read a number in words: its value, the token after, whether it is an ordinal ("two thousand fifteenth")."""
    total, current, j = 0, 0, i
    while j < i + LONGEST:
        value, last = line.get(j, "card"), False
        if value is None:
            value, last = line.get(j, "ord"), True
        if value is None or not isinstance(value, int) or line.at(j).glued:
            break
        if value == 1000:
            if total:
                break
            total, current = (current or 1) * 1000, 0
        elif value == 100 and 0 < current < 10:
            current *= 100
        elif _fits(current, value):
            current += value
        else:
            break
        j += 1
        if last:
            return total + current, j, True
    return (total + current, j, False) if j > i else None


def _fits(current: int, value: int) -> bool:
    """Tell whether a number may follow in the same number: a smaller one into an empty place."""
    if value < 10:
        return current % 10 == 0
    return current % 100 == 0 if value < 100 else current == 0


def cardinal(line: Line, i: int) -> tuple[float, int] | None:
    """Read "5", "2,5", "five", "one and a half" as one word: the value and the token after."""
    if line.has(i, "number"):
        if line.at(i).glued or _after_decimal_comma(line, i):
            return None
        if line.has(i + 1, "comma") and line.joined(i + 1) and line.joined(i + 2) and line.has(i + 2, "number"):
            return float(f"{line.get(i, 'number')}.{line.word(i + 2)}"), i + 3
        return float(line.get(i, "number")), i + 1
    if line.has(i, "amount") and not line.has(i, "glued"):
        return _decimal(line, i)
    if line.has(i, "card"):
        found = worded(line, i)
        return (float(found[0]), found[1]) if found and not found[2] else None
    return None


def _decimal(line: Line, i: int) -> tuple[float, int] | None:
    text = line.word(i)
    whole, _, rest = text.partition(".")
    return (float(text), i + 1) if whole.isdecimal() and rest.isdecimal() and len(text) < 8 else None


def _after_decimal_comma(line: Line, i: int) -> bool:
    return line.has(i - 1, "comma") and line.joined(i) and line.joined(i - 1) and line.has(i - 2, "number")


def ending(line: Line, j: int) -> int:
    """Give the token after an ending joined with a hyphen ("2015-го", "3-ші"), `j` where none is."""
    return j + 2 if line.has(j, "dash") and line.joined(j) and line.joined(j + 1) and line.has(j + 1, "ending") else j


def ordinal(line: Line, i: int) -> tuple[int, int, bool] | None:
    """Read "XX", "3-й", "3", "third": the value, the token after, whether its form is an ordinal's."""
    if line.has(i, "roman") and line.at(i).cap and not line.at(i).glued:
        return line.get(i, "roman"), ending(line, i + 1), True
    if line.get(i, "number") and line.get(i, "digits") <= 2 and not line.at(i).glued and not _after_decimal_comma(line, i):
        j = ending(line, i + 1)
        if j == i + 1 and line.has(j, "dash") and line.joined(j) and line.joined(j + 1) and line.has(j + 1, "unit"):
            return line.get(i, "number"), j + 1, True  # "1-тоқсан"
        return line.get(i, "number"), j, j > i + 1
    found = worded(line, i) if line.has(i, "card", "ord") else None
    return found if found and found[2] else None
