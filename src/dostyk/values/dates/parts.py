"""Turns names of parts of time ("first half", "Q3", "early", "20th century", "year-end") into what they say."""

from __future__ import annotations

from dostyk.values.dates.node import Node
from dostyk.values.dates.relative import era, number, whole
from dostyk.values.dates.tokens import Line, Read
from dostyk.values.dates.units import of_a_unit, with_base

LETTERS = {"Q": ("quarter", 4), "H": ("half", 2)}


def of_a_period(line: Line, i: int, depth: int) -> Read:
    """Read "first half of 2024", "last three months of 2019", "21st century", "early 2024", "end of March", "year-end"."""
    if line.has(i, "unit") and not line.has(i, "halfword"):
        unit = line.get(i, "unit")
        return of_a_unit(line, i, unit, depth)
    return _ordinal(line, i, depth) or (_part(line, i, depth) if line.has(i, "part") else None)


def _part(line: Line, i: int, depth: int) -> Read:
    """Read "mid-August", "early in 2015", "the end of the year", "later this year"."""
    name, j = line.get(i, "part"), i + 1
    if name == "end" and line.has(j, "of") and not line.has(i - 2, "clock"):  # not "at the end of the day"
        k = j + 2 if line.has(j + 1, "the") else j + 1
        if line.get(k, "unit") == "D" and not line.has(k, "plural_unit") and not line.word(k + 1)[:1].isdigit():
            return Node("today", source="reference"), k + 1
    if line.has(i, "opens") and line.has(j, "month", "day", "year", "numeric", "weekday"):  # "beginning 7 January" is "from"
        return None
    adverb = line.has(i, "adverb")
    if name in ("start", "end", "mid") and not adverb:
        j = j + 1 if line.has(j, "of", "dash") else j
        if line.has(j - 1, "of") and (found := whole(line, j, depth)) and not line.has(j + 1, "year"):  # "by end of year"
            return Node("part", base=found[0], unit=name), found[1]
        if line.has(j, "the") and (found := whole(line, j + 1, depth)) and not line.at(j + 1).possessive:
            inner = line.point(j + 1, depth)
            found = inner if inner and inner[1] > found[1] else found
            return Node("part", base=found[0], unit=name), found[1]
    elif line.has(j, "dash"):
        j += 1
    elif line.has(j, "in"):
        j += 1
        if line.has(j, "the") and (found := whole(line, j + 1, depth)):
            return Node("part", base=found[0], unit=name), found[1]
    found = line.point(j, depth) or (line.point(j + 1, depth) if line.has(j, "the") else None)
    if found and found[0].op == "today" and line.has(found[1] - 1, "sun"):
        return found
    if found and found[0].op == "ordinal":  # "late 18th to early 19th century"
        return found
    if found is None or found[0].op in ("length", "today", "numeric", "shift", "window", "ordinal", "same_period") or found[0].level == "month":
        return None
    if adverb and found[0].op not in ("relative", "year", "month", "part"):
        return None
    return Node("part", base=found[0], unit=name), found[1]


def _ordinal(line: Line, i: int, depth: int) -> Read:
    """Read an ordinal (or "last"), a number or none, and a unit, with the period they belong to."""
    last = line.has(i, "final")
    day = None if last else ordinal(line, i)
    n, after = (1, i + 1) if last else day or (None, i)
    if n is None or line.at(i).glued:
        return None
    count = number(line, after)
    j = count[1] if count else after
    if line.has(j, "dash") and line.joined(j) and line.joined(j + 1) and line.get(j + 1, "unit") in ("Q", "H"):  # "second-quarter"
        j += 1
    unit = line.get(j, "unit") or ("C" if line.has(j, "centuryword") and not last and not count else None)
    if unit is None and line.has(j, "weekday") and not count:
        unit = str(line.get(j, "weekday"))
        j = j + 1 if line.has(j + 1, "sun") else j  # "first Monday evening of May"
    if unit is None:
        return _bare_ordinal(line, i, n) if not last and after == i + 1 else None
    if unit == "C" and not last and not count:
        return _century(line, j + 1, n)
    if unit == "H" and count is None and line.has(j, "halfword") and line.has(j + 1, "yearword"):
        j += 1
    if count and (not last and n != 1 or not 0 < count[0] <= 366):
        return None
    if count is None and unit in "QH" and not last:
        node = Node("quarter" if unit == "Q" else "half", n)
    else:
        if last and not count and line.has(j, "plural_unit"):  # "the closing months of 2018"
            return with_base(line, i, j + 1, Node("part", unit="late"), depth)
        op = "last" if last else "first" if count else "nth"
        node = Node(op, int(count[0]) if count else n, unit=unit)
    return with_base(line, i, j + 1, node, depth)


def ordinal(line: Line, i: int) -> tuple[int, int] | None:
    """Read "third", "3rd", "twenty-third", and Roman "XIX" before "century" or "quarter": the number and the token after it."""
    if line.has(i, "roman") and (line.has(i + 1, "centuryword") or line.get(i + 1, "unit") in ("C", "Q", "H")):
        return line.get(i, "roman"), i + 1
    if line.get(i, "ord") is not None:
        return line.get(i, "ord"), i + 1
    k = i + 2 if line.has(i + 1, "dash") and line.joined(i + 1) else i + 1
    tens, ones = line.get(i, "card") or 0, line.get(k, "ord") or 0
    return (tens + ones, k + 1) if 20 <= tens <= 90 and 1 <= ones <= 9 else None


def _bare_ordinal(line: Line, i: int, n: int) -> Read:
    """Read the "19th" of "19th and 20th centuries" and the "first" of "first and second quarters"."""
    return (Node("ordinal", n), i + 1) if _joined_ordinals(line, i) else None


def _joined_ordinals(line: Line, i: int) -> bool:
    """Tell whether another ordinal follows: "17th/18th", "18th to early 19th"."""
    k = i + 3 if line.has(i + 2, "part") else i + 2
    return line.has(i + 1, "join", "dash", "slash") and line.has(k, "ord")


def roman(line: Line, i: int, depth: int) -> Read:
    """Read what begins with a Roman numeral: "XIX century", "IV quarter of 2020", the "XIX" of "XIX–XX centuries"."""
    if line.has(i + 1, "join", "dash") and line.has(i + 2, "roman") and ordinal(line, i + 2):
        return Node("ordinal", line.get(i, "roman")), i + 1
    return _ordinal(line, i, depth) if ordinal(line, i) else None


def short_century(line: Line, i: int, depth: int) -> Read:
    """Read "19c" and "19c." where it stands alone or after an article, a part or "ca." (elsewhere it is a sum of cents)."""
    n = line.get(i, "value")
    if not line.has(i, "with_century") or not 1 <= n <= 21:
        return None
    j = i + 2 if line.has(i + 1, "dot") else i + 1
    alone = (i == 0 or line.has(i - 1, "open", "colon", "tilde", "approximate", "dot")) and not line.word(j)[:1].isalnum()
    return _century(line, j, n) if alone or line.has(i - 1, "part") or line.has(i - 1, "the") and line.has(i - 2, "in", "of", "strong") else None


def _century(line: Line, j: int, n: int) -> Read:
    if found := era(line, j):
        return Node("century", n if found[0] > 0 else -n), found[1]
    return (Node("century", n), j) if 1 <= n <= 30 else None


def part_of_year(line: Line, i: int, depth: int, alone: bool = False) -> Read:
    """Read "Q3 2025", "H1 of 2024", "1H2024", "3Q"; `alone`: without a year after it."""
    if line.has(i, "part_of_year"):
        letter, n = line.get(i, "part_of_year")
        j = i + 1
    else:
        letter, n, j = line.get(i, "letter"), line.get(i + 1, "number"), i + 2
        if (
            letter is None
            or not line.at(i).cap
            and letter == "H"
            and not line.get(i - 1, "year")
            or not line.joined(i + 1)
            or not n
            or n > LETTERS[letter][1]
        ):
            return None
    node = Node(LETTERS[letter][0], n)
    if alone:
        return node, j
    k = j + 1 if line.has(j, "of", "in", "slash", "dash", "comma") else j
    if line.has(k, "quote") and line.get(k + 1, "digits") == 2:
        return node.on(Node("year", 2000 + line.get(k + 1, "number"))), k + 2
    if line.joined(k) and k == j and line.get(k, "digits") == 2:
        return node.on(Node("year", 2000 + line.get(k, "number"))), k + 1
    if line.get(k, "year"):
        return node.on(Node("year", line.get(k, "year"))), k + 1
    base = line.inner(j, depth) if line.has(j, "of", "deictic", "fiscal") else None
    return (node.on(base[0]), base[1]) if base and base[0].find("year") else (node, j)
