"""Turns words that count from another date ("last year", "the same period", "two years ago", "three months") into what they say."""

from __future__ import annotations

from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import Line, Read

CALENDAR = "DWMQHYECSFB"
LARGEST = 9999


def today(line: Line, i: int, depth: int) -> Read:
    """Read "today", "yesterday", "tomorrow" and "tomorrow evening"."""
    return Node("today", line.get(i, "today"), source="reference"), i + 2 if line.has(i + 1, "sun") else i + 1


def deictic(line: Line, i: int, depth: int) -> Read:
    """Read "this year", "last November", "next Friday", "the last two years" (from "last")."""
    n = line.get(i, "deictic")
    if n is None or line.has(i, "final") and line.has(i - 1, "modal"):  # "the talks will last two days"
        return None
    if n == 0 and line.has(i + 1, "deictic"):  # "this past Wednesday"
        i, n = i + 1, line.get(i + 1, "deictic")
    j = i + 2 if line.has(i + 1, "qualified_years") else i + 1
    unit = line.get(j, "unit")
    after_the = line.has(i - 1, "the")
    if line.has(j, "sun"):
        return Node("today", n, source="reference"), j + 1
    if unit and unit in CALENDAR and not line.has(j, "plural_unit") and not (unit == "D" and n == 0):
        before = i - 2 if after_the else i - 1
        stretch = line.has(before, "spread") or n < 0 and line.has(before, "for")
        if stretch and n and after_the or unit != "Q" and line.has(i, "past") and (stretch or line.has(before, "in")):
            return Node("window", n, unit=unit, source="reference"), j + 1
        source = ("context" if unit in "DW" else "either") if after_the and n == 1 and not line.has(i, "nearest") else "reference"
        return _selected(line, j, Node("relative", n, unit=unit, source=source), depth)
    if line.has(j, "month") and (line.at(j).cap or not line.has(j, "ambiguous")):
        return _named(line, j, n)
    if line.has(j, "season"):
        return Node("named", n, other=Node("season", line.get(j, "season"))), j + 1
    if line.has(j, "holiday") and (feast := line.point(j, depth)) and feast[0].level == "year":
        return Node("named", n, other=feast[0]), feast[1]
    if unit == "h" and n and not line.has(j, "plural_unit") and not line.at(j).possessive:
        return Node("today", source="reference"), j + 1
    if line.has(j, "weekday"):
        return _weekday(line, i, j, n, depth)
    count = number(line, j)
    if count and n and 0 < count[0] <= LARGEST and line.has(count[1], "business") and line.get(count[1] + 1, "unit") == "D":
        return Node("business_days", n * round(count[0]), source="reference"), count[1] + 2
    if count and n and 0 < count[0] <= LARGEST:
        k = count[1] + 1 if line.has(count[1], "deictic", "full", "of") and line.has(count[1] + 1, "unit") else count[1]
        unit = line.get(k, "unit")
        if unit and (unit in CALENDAR or unit in "hm") and not line.has(k + 1, "of"):
            source = "either" if n > 0 and line.has(i - 1, "the") else "reference"
            return Node("window", n * round(count[0]), unit=unit, source=source), k + 1
    return None


def _weekday(line: Line, i: int, j: int, n: int, depth: int) -> Read:
    """Read "next Friday", "this Friday, 15 June" (then the day counts), "this past Wednesday" (`m` 8: the nearest one on that side)."""
    found = line.point(j, depth)
    if found and found[0].op != "weekday":
        return found
    end = j + 2 if line.has(j + 1, "sun") else j + 1
    return Node("weekday", line.get(j, "weekday"), m=8 * n if line.has(i, "nearest") else n, source="reference"), end


def _named(line: Line, j: int, n: int) -> Read:
    month = Node("month", line.get(j, "month"))
    end = j + 2 if line.has(j, "short") and line.has(j + 1, "dot") else j + 1
    base = Node("relative", 0, unit="Y", source="reference") if n == 0 else None
    return (month.on(base) if base else Node("named", n, other=month)), end


def _selected(line: Line, j: int, base: Node, depth: int) -> Read:
    """Read what a possessive picks: "this year's March", "last year's first half"."""
    k = j + 2 if line.has(j + 1, "on", "comma", "dash") else j + 1
    if base.unit == "W" and line.has(k, "weekday") and (line.at(k).cap or not line.has(k, "ambiguous")):
        return Node("weekday", line.get(k, "weekday"), base), k + 1
    if line.at(j).possessive:
        part = picked(line, j + 1) or line.point(j + 1, depth)
        if part and part[0].level == "year":
            return part[0].on(base), part[1]
    return base, j + 1


def picked(line: Line, i: int) -> Read:
    """Read the "first quarter" and "second half" of "next year's first quarter"."""
    n, unit = line.get(i, "ord"), line.get(i + 1, "unit")
    return (Node("quarter" if unit == "Q" else "half", n), i + 2) if n and unit in ("Q", "H") else None


def contextual(line: Line, i: int, depth: int) -> Read:
    """Read "the previous year", "the same period of 2023", "that year" (from the word after the article)."""
    n = line.get(i, "context")
    if n is None:
        return None
    if line.has(i + 1, "period", "samepoint"):
        found = _same_period(line, i + 2, depth) if n == 0 and not line.has(i, "that") else None
        return found if found and (line.has(i + 1, "period") or found[1] > i + 2) else None
    unit = line.get(i + 1, "unit")
    count = number(line, i + 1)
    if count and n and 0 < count[0] <= LARGEST and line.has(count[1], "business") and line.get(count[1] + 1, "unit") == "D":
        return Node("business_days", n * round(count[0]), source="either"), count[1] + 2
    if count and n and line.get(count[1], "unit") and 0 < count[0] <= LARGEST:
        return None
    if unit and unit in CALENDAR and not line.has(i + 1, "plural_unit"):
        base = Node("relative", n, unit=unit, source="either" if n < 0 else "context")
        if n == 0 and unit in "MQHD" and not line.has(i, "that"):
            year = _same_period(line, i + 2, depth)
            if year and year[1] > i + 2:
                return year
        return _selected(line, i + 1, base, depth)
    if line.has(i + 1, "holiday") and n and (feast := line.point(i + 1, depth)) and feast[0].level == "year":
        return Node("named", n, other=feast[0]), feast[1]
    if line.has(i + 1, "weekday") and n:
        return Node("weekday", line.get(i + 1, "weekday"), m=n, source="reference"), i + 2
    return None


def _same_period(line: Line, j: int, depth: int) -> Read:
    """Read the year of "the same period" where it is given: "last year", "of 2023", "a year earlier"."""
    k = j + 1 if line.has(j, "of", "in", "from") else j
    k = k + 1 if line.has(k, "the") else k
    found = line.point(k, depth)
    if found and found[0].op in ("relative", "year", "shift") and (found[0].op == "year" or found[0].unit == "Y"):
        return Node("same_period", base=found[0]), found[1]
    return Node("same_period"), j


def the(line: Line, i: int, depth: int) -> Read:
    """Read what only stands with an article: "the year 2015", "the following year", "the year before", "the 1990s"."""
    if not line.kinds[i + 1]:
        return None
    unit, shift = line.get(i + 1, "unit"), line.get(i + 2, "shift")
    if unit and shift and line.has(i + 2, "beside") and not line.word(i + 3).isalnum() and not line.has(i + 3, "numeric"):
        return Node("relative", shift[0], unit=unit, source="context"), i + 3
    if line.has(i + 1, "weekday") and shift and line.has(i + 3, "deictic") and line.get(i + 3, "deictic") * shift[0] > 0:  # "the Sunday after next"
        return Node("weekday", line.get(i + 1, "weekday"), Node("relative", 2 * shift[0], unit="W", source="reference")), i + 4
    single = unit and unit in "YMWD" and not line.has(i + 1, "plural_unit")
    if single and shift and line.has(i + 2, "beside") and (base := line.point(i + 3, depth)):  # "the year before 2015"
        return (Node("shift", shift[0], base[0], unit), base[1]) if base[0].op in ("year", "month", "day", "numeric", "today") else None
    if unit == "D" and shift and line.has(i + 3, "today"):  # "the day before yesterday"
        return Node("shift", shift[0], Node("today", line.get(i + 3, "today"), source="reference"), "D"), i + 4
    if unit and shift and line.has(i + 3, "deictic") and line.get(i + 3, "deictic") * shift[0] > 0:  # "the year before last"
        return Node("relative", 2 * shift[0], unit=unit, source="reference"), i + 4
    rounded = line.has(i - 1, "in", "for", "within") and not line.word(i + 2)[:1].isalnum() and not line.has(i + 2, "dash", "quote")
    if unit and unit in "DWMY" and rounded and not line.has(i + 1, "plural_unit") and not line.at(i + 1).possessive:
        return Node("relative", 0, unit=unit, source="either"), i + 2  # "sales in the year."
    if unit == "h" and rounded and line.has(i - 1, "for"):
        return Node("length", 1, unit="PT1H"), i + 2
    placed = line.has(i - 1, "lead", "spread", "within") or not line.word(i + 2)[:1].isalnum()
    if unit == "S" and not line.has(i + 1, "plural_unit") and placed and not line.has(i + 2, "of"):
        return Node("weekend", source="reference"), i + 2  # "over the weekend"
    found = line.point(i + 1, depth)
    plain = found and (found[0].op in ("year", "month", "weekday", "numeric", "length", "today") or found[0].op == "day" and line.has(i + 1, "month"))
    return None if plain and not line.has(i + 1, "yearword", "qualified_years") else found


def era(line: Line, i: int) -> tuple[int, int] | None:
    """Read "BC" or "B.C.": before (-1) or after Christ (1), and the token after."""
    if line.has(i, "era"):
        return line.get(i, "era"), i + 1
    j, word = i, ""
    while len(line.word(j)) == 1 and line.word(j).isalpha() and line.has(j + 1, "dot") and len(word) < 3:
        j, word = j + 2, word + line.word(j)
    way = line.lexicon.words.get(word, {}).get("era")
    return (way, j) if way else None


def whole(line: Line, i: int, depth: int) -> Read:
    """Read "the year" after a part ("the end of the year"): the year in force."""
    unit = line.get(i, "unit")
    return (Node("relative", 0, unit=unit, source="either"), i + 1) if unit and unit in "YMQHECW" and not line.has(i, "plural_unit") else None


def number(line: Line, i: int) -> tuple[float, int] | None:
    """Read a number in figures or words up to 999; gives it and the token after it."""
    if line.has(i, "number"):
        return float(line.get(i, "number")), i + 1
    if line.has(i, "amount") and not line.has(i, "glued"):
        return _decimal(line, i)
    value = 2 if line.has(i, "couple") else line.get(i, "card")
    if value is None:
        return None
    j = i + 1
    if 20 <= value <= 90:
        apart = line.has(j, "dash") and line.joined(j) or line.get(j, "join") == "and" and line.has(j + 2, "unit")
        k = j + 1 if apart else j
        if 0 < (line.get(k, "card") or 0) < 10:
            return float(value + line.get(k, "card")), k + 1
    return (float(value * 100), j + 1) if line.get(j, "card") == 100 and value < 10 else (float(value), j)


def _decimal(line: Line, i: int) -> tuple[float, int] | None:
    text = line.text[line.at(i).start : line.at(i).end].replace(",", "")
    whole_part, _, rest = text.partition(".")
    return (float(text), i + 1) if whole_part.isdecimal() and (not rest or rest.isdecimal()) and len(text) < 9 else None
