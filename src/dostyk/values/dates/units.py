"""Turns what begins with a unit of time ("week 31", "w/c 4 May", "year-end", "rest of the year", "year to date") into what it says."""

from __future__ import annotations

from dostyk.values.dates.node import Node
from dostyk.values.dates.qualifiers import ahead
from dostyk.values.dates.relative import whole
from dostyk.values.dates.tokens import Line, Read
from dostyk.values.dates.years import counted


def _unknown(line: Line, i: int, depth: int) -> Read:
    """Read "day in January 1872" and "a month in 1872" where they stand alone: a day or month of it that is not known."""
    alone = i == 0 or line.has(i - 1, "a", "some") and (i == 1 or line.has(i - 2, "on", "in")) or line.has(i - 1, "open", "colon")
    if not alone or not line.has(i + 1, "in") or line.has(i, "plural_unit"):
        return None
    k, _ = ahead(line, i + 2)
    found = line.point(k, depth)
    unit = line.get(i, "unit")
    if found is None or found[0].op not in ("month", "year") or found[0].level or found[0].op == "month" and unit == "M":
        return None
    return Node("unknown", base=found[0], unit=unit), found[1]


def _week(line: Line, i: int, depth: int) -> Read:
    """Read "week of 10 April": the week with that day."""
    k = i + 2 if line.has(i + 1, "opens") and line.has(i + 2, "on") else i + 1
    found = (
        line.inner(k + 1 if line.has(k, "opens", "on") else k, depth) if line.has(i + 1, "of", "opens") and not line.has(i, "plural_unit") else None
    )
    if found and found[0].op == "day" and found[0].base is None:  # "the week of the 18th"
        return Node("week", base=found[0].on(Node("relative", 0, unit="M", source="either"))), found[1]
    return (Node("week", base=found[0]), found[1]) if found and found[0].op in ("day", "numeric") and found[0].level != "month" else None


def week_commencing(line: Line, i: int, depth: int) -> Read:
    """Read "w/c 4 February"."""
    if not line.has(i + 1, "slash") or line.word(i + 2) != "c" or not line.joined(i + 2):
        return None
    found = line.point(i + 3, depth)
    return (Node("week", base=found[0]), found[1]) if found and found[0].op in ("day", "numeric") and found[0].level != "month" else None


def _numbered_week(line: Line, i: int) -> Read:
    """Read "week 31", "week 31 of 2018": the ISO week of the year."""
    n, j = line.get(i + 1, "number"), i + 2
    if line.has(i, "plural_unit") or not n or not 1 <= n <= 53 or line.at(i).glued:
        return None
    k = j + 1 if line.has(j, "of", "comma") else j
    k = k + 1 if line.has(k, "the") else k
    if line.get(k, "year"):
        return Node("week_number", n, Node("year", line.get(k, "year"))), k + 1
    placed = i == 0 or line.has(i - 1, "the", "lead", "qualified_years", "of")
    return (Node("week_number", n), j) if placed and not line.has(j, "of", "dash", "slash") and not counted(line, j) else None


def rest(line: Line, i: int, depth: int) -> Read:
    """Read "rest of the year", "remainder of 2024", "remaining of this week"."""
    if not line.has(i + 1, "of"):
        return None
    k = i + 3 if line.has(i + 2, "the") else i + 2
    found = line.point(k, depth) or whole(line, k, depth)
    return (Node("rest", base=found[0]), found[1]) if found and found[0].op in ("relative", "year", "month", "week") else None


def of_a_unit(line: Line, i: int, unit: str, depth: int) -> Read:
    """Read what begins with a unit: "year-end", "week of 10 April", "week 31", "quarter 3 of 2018", "quarter ended 30 September 2018"."""
    if line.get(i + 1, "join") == "to" and line.has(i + 2, "dateword") and unit in ("Y", "M", "Q"):  # "year to date"
        return Node("to_date", unit=unit), i + 3
    if unit in "DM":
        return _unknown(line, i, depth)
    if unit == "Y":
        return _year_end(line, i, depth)
    if unit in "WS":
        found = _week(line, i, depth)
        return (Node("week", base=found[0].base, unit="S"), found[1]) if found and unit == "S" else found or _numbered_week(line, i)
    if unit not in "QH" or line.has(i, "plural_unit"):
        return None
    if line.has(i + 1, "ended") and (end := line.inner(i + 2, depth)) and end[0].op in ("month", "day") and end[0].level != "month":
        return Node("until", 3 if unit == "Q" else 6, end[0], "M"), end[1]
    n = line.get(i + 1, "number")
    if unit == "Q" and n and 1 <= n <= 4 and (line.has(i + 2, "of", "year") or line.has(i + 2, "comma") and line.has(i + 3, "year")):
        return with_base(line, i, i + 2, Node("quarter", n), depth)
    return None


def _year_end(line: Line, i: int, depth: int) -> Read:
    j = i + 2 if line.has(i + 1, "dash") else i + 1
    if line.get(j, "part") != "end":
        return None
    year = line.inner(j + 1, depth) if line.has(j + 1, "year", "of", "deictic") else None
    base = year[0] if year and year[0].find("year") is year[0] else Node("relative", 0, unit="Y", source="either")
    return Node("part", base=base, unit="close"), year[1] if year and base is year[0] else j + 1


def with_base(line: Line, i: int, j: int, node: Node, depth: int) -> Read:
    """Add the period that a part belongs to; without one only a quarter, a half or the first months of a year are a date."""
    base: Read = None
    if line.has(j, "of", "in", "year", "deictic", "month", "fiscal", "the") or line.has(j, "comma") and line.has(j + 1, "year"):
        base = _base(line, j, depth)
    if base:
        return node.on(base[0]), base[1]
    if line.has(j, "of", "join") and not line.has(j + 1, "deictic") or node.op in ("last", "nth") or node.level != "year":
        return None
    placed = line.has(i - 1, "the", "in", "from", "lead") or line.at(i).cap
    return (node, j) if placed and not (node.op == "half" and line.at(j).low.isalpha() and not line.has(j, "verbs", "lead")) else None


def _base(line: Line, j: int, depth: int) -> Read:
    k = j + 1 if line.has(j, "of", "in", "comma") else j
    for start in (k, k + 1) if line.has(k, "the") else (k,):
        found = line.point(start, depth)
        if found and found[0].op not in ("length", "today", "day", "numeric", "weekday", "ordinal", "same_period", "window"):
            return found
        if start > k and (found := whole(line, start, depth)):
            return found
    return None
