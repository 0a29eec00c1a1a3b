"""Turns a length of time ("three months", "5-year") into ISO 8601, or into the date that lies so far from another ("two years ago")."""

from __future__ import annotations

from dostyk.values.dates.node import Node
from dostyk.values.dates.relative import CALENDAR, LARGEST, number
from dostyk.values.dates.tokens import Line, Read

ISO = {"D": "D", "W": "W", "M": "M", "Y": "Y", "h": "H", "m": "M", "s": "S"}
MULTIPLE = {"F": (2, "W"), "Q": (3, "M"), "H": (6, "M"), "E": (10, "Y"), "C": (100, "Y"), "K": (1000, "Y"), "S": (2, "D"), "B": (1, "W")}


def length(line: Line, i: int, depth: int) -> Read:
    """Read a length of time, and what turns it into a date: "ago", "later", "after 5 May", "to June 2024"."""
    if not line.kinds[i + 1] and not line.has(i, "with_unit"):
        return None
    found = _count(line, i)
    if found is None:
        return _either(line, i)
    if line.has(i - 1, "every"):
        return None
    first, found = found, _with_smaller(line, found)
    count, j, unit, certain = found
    if count != int(count) and unit in "YECh":
        count, unit = count * {"Y": 12, "E": 120, "C": 1200, "h": 60}[unit], "m" if unit == "h" else "M"
    way = line.get(j - 2, "deictic")
    if way and found[0] == int(found[0]) and (unit in CALENDAR or unit in "hm") and line.has(j - 1, "plural_unit"):  # "the five past years"
        return Node("window", way * int(found[0]), unit=unit, source="reference"), j
    whole = count == int(count) and count <= LARGEST
    moved = _moved(line, j, int(count), unit, depth) if whole and (unit in CALENDAR or _from_now(line, j)) else None
    if moved:
        return moved
    if not certain and not line.has(i - 1, "spread", "for", "in", "beside", "amounts", "approximate"):
        return None
    if line.has(j, "old") or line.has(j, "dash") and line.joined(j + 1) and line.has(j + 1, "old", "join"):
        return None
    return Node("length", int(count), unit=_written(first, found), source=unit if whole else ""), j


def _from_now(line: Line, j: int) -> bool:
    """Tell whether "ago", "later", "from now" or the like follows: then hours and minutes give a day, too."""
    shift = line.get(j, "shift")
    if line.has(j + 1, "deictic"):  # "30 minutes later this week"
        return False
    return shift is not None or line.has(j, "from") and line.has(j + 1, "now") and not line.has(j + 1, "today")


def _either(line: Line, i: int) -> Read:
    """Read "30-40 years" and "two or three months": both ends in ISO 8601, with a slash between."""
    low = number(line, i)
    joined = low and (line.has(low[1], "dash") or line.get(low[1], "join") in ("to", "or"))
    if low is None or not joined or line.at(i).glued or line.has(i - 1, "ord", "final"):
        return None
    high = _count(line, low[1] + 1) if line.has(low[1] + 1, "number", "card") else None
    if high is None or low[0] >= high[0] or line.has(high[1], "old") or line.get(high[1], "shift"):
        return None
    return Node("length", unit=f"{iso(low[0], high[2])}/{iso(high[0], high[2])}"), high[1]


def _written(first: tuple[float, int, str, bool], whole: tuple[float, int, str, bool]) -> str:
    """Write a length of one or two parts ("PT1H30M") as ISO 8601."""
    start = iso(first[0], first[2])
    if whole is first:
        return start
    rest = iso(whole[0] - first[0] * SMALLER[first[2]][1], whole[2])[1:]
    return start + (rest[1:] if rest[0] == "T" and "T" in start else rest)


def _count(line: Line, i: int) -> tuple[float, int, str, bool] | None:
    """Read number and unit: the count, the token after, the unit letter, and whether it is more than "a year"."""
    count: tuple[float, int] | None
    if line.has(i, "with_unit"):
        apart = not line.at(i).glued and not line.has(i - 1, "clock") and line.get(i, "value")
        return (float(line.get(i, "value")), i + 1, line.get(i, "with_unit"), True) if apart else None
    if line.has(i, "halfword") or line.has(i, "a") and line.has(i + 1, "halfword"):
        j = i + 2 if line.has(i, "a") else i + 1
        j = j + 1 if line.has(j, "a", "dash") else j
        unit = line.get(j, "unit")
        return (0.5, j + 1, unit, True) if unit and unit in "YMWDEChm" and not line.has(j, "plural_unit") else None
    if line.has(i, "whole"):  # "all day", "another day"
        unit = line.get(i + 1, "unit")
        return (1.0, i + 2, unit, True) if unit and not line.has(i + 1, "plural_unit") and line.at(i + 1).low != "min" else None
    if line.has(i, "a"):
        if line.has(i + 1, "couple"):
            k = i + 3 if line.has(i + 2, "of") else i + 2
            return (2.0, k + 1, line.get(k, "unit"), True) if line.has(k, "unit") else None
        count = (1.0, i + 1)
    else:
        count = number(line, i)
    if count is None or line.at(i).glued:
        return None
    j = count[1]
    j = j + 1 if line.has(j, "dash") and line.joined(j) and line.joined(j + 1) else j
    value = count[0]
    if line.has(i, "year") and line.has(j, "yearword") and not line.has(j, "plural_unit") and j == i + 1:  # "the 2018 year"
        return None
    part = _fraction(line, j)
    if part and line.has(part[1], "unit"):  # "one and a half years"
        value, j = value + part[0], part[1]
    if line.has(j, "full", "deictic", "context", "qualified_years") and not line.has(i, "a") and line.has(j + 1, "plural_unit"):
        j += 1
    unit = line.get(j, "unit")
    part = _fraction(line, j + 1) if unit else None
    if unit and part and not line.has(part[1], "unit") and not line.at(j).cap:  # "one year and a half"
        return value + part[0], part[1], unit, True
    if unit is None or value == 0 or line.at(j).cap or line.has(j, "ord") and not line.has(j, "plural_unit"):
        return None
    return value, j + 1, unit, not line.has(i, "a")


def _fraction(line: Line, i: int) -> tuple[float, int] | None:
    """Read "and a half", "and half", "and a quarter": the fraction and the token after."""
    if line.get(i, "join") != "and":
        return None
    k = i + 2 if line.has(i + 1, "a") else i + 1
    if line.has(k, "halfword"):
        return 0.5, k + 1
    return (0.25, k + 1) if line.has(k, "quarterword") and k == i + 2 else None


SMALLER = {"Y": ("M", 12), "W": ("D", 7), "D": ("h", 24), "h": ("m", 60), "m": ("s", 60)}


def _with_smaller(line: Line, first: tuple[float, int, str, bool]) -> tuple[float, int, str, bool]:
    """Take in the second part of "one year and six months", "2 weeks and 2 days": the whole in the smaller unit."""
    count, j, unit, _ = first
    k = j + 1 if line.get(j, "join") == "and" else j
    second = _count(line, k) if line.has(k, "number", "card") and unit in SMALLER else None
    if second is None or second[2] != SMALLER[unit][0] or count != int(count) or line.has(j, "comma"):
        return first
    return count * SMALLER[unit][1] + second[0], second[1], second[2], True


def _moved(line: Line, j: int, count: int, unit: str, depth: int) -> Read:
    """Read what follows a length and makes a date of it."""
    shift = line.get(j, "shift")
    if shift:
        way, from_context = shift
        if line.has(j, "beside"):
            base = line.inner(j + 1, depth)
            if base and base[0].op not in ("length", "ordinal") and base[0].level != "month":
                return Node("shift", way * count, base[0], unit), base[1]
            if line.has(j, "strong", "weak") and line.at(j + 1).low.isalnum():
                return None
        if line.has(j, "on") and not line.has(j + 1, "comma"):
            return None
        return Node("shift", way * count, unit=unit, source="context" if from_context else "reference"), j + 1
    if unit == "M" and line.has(j, "of") and 1 < count < 12:  # "nine months of 2024"
        year = line.inner(j, depth)
        if year and year[0].find("year") is year[0] and year[0].op in ("year", "relative"):
            return Node("first", count, year[0], "M"), year[1]
    if line.has(j - 3, "often"):  # "twice a week from 1 October"
        return None
    if line.has(j, "from") and (base := line.inner(j + 1, depth)) and base[0].op in ("day", "weekday", "numeric", "today"):
        return Node("shift", count, base[0], unit), base[1]
    if line.has(j, "from") and line.has(j + 1, "today", "now"):
        return Node("shift", count, Node("today", line.get(j + 1, "today") or 0, source="reference"), unit), j + 2
    j = j + 1 if line.has(j, "period") else j
    if line.has(j, "ended") or line.get(j, "join") in ("to", "until"):
        end = line.inner(j + 1, depth)
        if end and end[0].op == "part" and end[0].unit == "end" and end[0].base:  # "nine months to end-September"
            end = end[0].base, end[1]
        if end and end[0].op in ("month", "day") and end[0].level != "month" and unit == "M" and 1 < count <= 36:
            return Node("until", count, end[0], unit), end[1]
    return None


def iso(count: float, unit: str) -> str:
    """Write a length as ISO 8601."""
    times, letter = MULTIPLE.get(unit, (1, unit))
    if count == 0.5 and letter == "Y":
        return "P6M" if times == 1 else f"P{times // 2}Y"
    figure = count * times
    words = str(int(figure)) if figure == int(figure) else f"{figure:g}"
    return f"P{'T' if letter in 'hms' else ''}{words}{ISO[letter]}"
