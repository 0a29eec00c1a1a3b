"""Turns seasons, decades and years of their own kind ("spring 2019", "the 1990s", "fiscal year 2018/19") into what they say."""

from __future__ import annotations

from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import Line, Read
from dostyk.values.dates.years import is_year


def season(line: Line, i: int, depth: int) -> Read:
    """Read "spring 2019", "autumn of last year", "in the spring"."""
    node, j = Node("season", line.get(i, "season")), i + 1
    k = j + 1 if line.has(j, "of", "comma") else j
    if line.get(k, "year"):
        after = k + 3 if line.has(k + 1, "dash") and line.get(k + 2, "year") == line.get(k, "year") + 1 else k + 1  # "winter 2021–2022"
        return node.on(Node("year", line.get(k, "year"))), after
    two = line.get(k, "numeric")
    if two and (two[0] == "years" or two[0] == "ym" and two[2] == (two[1] + 1) % 100):  # "winter 2021/22"
        return node.on(Node("year", line.get(k, "numeric")[1])), k + 1
    base = line.inner(j, depth) if line.has(j, "of", "deictic") else None
    if base and base[0].find("year"):
        return node.on(base[0]), base[1]
    if line.has(j, "dash", "join") and line.has(j + 1, "season"):
        return node, j
    placed = line.has(i - 1, "in", "part", "strong") or line.has(i - 1, "the") and line.has(i - 2, "in", "strong", "lead")
    return (node, j) if placed and not line.has(j, "of") and not line.at(j).cap and not line.has(i, "ambiguous") else None


def decade(line: Line, i: int, depth: int) -> Read:
    """Read "1990s", "1990's", "'90s", "nineties"."""
    if line.has(i, "quote"):
        return decade(line, i + 1, depth) if line.has(i + 1, "decade") and line.joined(i + 1) else _short_year(line, i)
    n = line.get(i, "decade") or line.get(i, "tens")
    if n is None or line.at(i).glued and not line.has(i - 1, "approximate"):
        return None
    if n >= 100:
        roughly = line.has(i - 1, "approximate", "tilde") or line.has(i - 1, "the", "dot") and line.has(i - 2, "approximate")
        return (Node("decade", n) if roughly else decade_of(n)), i + 1
    return (Node("decade", 1900 + n if n > 20 else 2000 + n), i + 1) if line.has(i - 1, "the", "quote", "part", "dash") else None


def decade_of(n: int) -> Node:
    """Say what "the 1990s" are: "the 1800s" are the century, "the 2000s" and (not here) "about the 1900s" the decade."""
    return Node("century", n // 100 + 1) if n % 100 == 0 and n < 2000 else Node("decade", n)


def _short_year(line: Line, i: int) -> Read:
    """Read "'98"."""
    if line.get(i + 1, "digits") != 2 or not line.joined(i + 1) or line.joined(i) or not line.has(i - 1, "in", "strong", "month"):
        return None
    n = line.get(i + 1, "number")
    return Node("year", 2000 + n if n < 50 else 1900 + n), i + 2


def fiscal(line: Line, i: int, depth: int) -> Read:
    """Read "fiscal year 2018/19", "FY2019", "the year 2015", "the year to June 2015", "2018/19 academic year" (from the year)."""
    j = i + 1
    if line.has(i, "qualified_years"):
        j = j + 1 if line.has(j, "yearword") else j if line.has(i, "fiscal_alone") else -1
    elif not line.has(i, "fiscal", "yearword"):
        return None
    if line.has(j, "of") and line.get(j + 1, "year"):
        j += 1
    if line.has(j, "dash") and line.joined(j + 1):
        j += 1
    if line.has(i, "yearword") and not line.has(i, "plural_unit") and (line.has(j, "ended") or line.get(j, "join") in ("to", "until")):
        end = line.inner(j + 1, depth)
        return (Node("until", 12, end[0], "M"), end[1]) if end and end[0].op in ("month", "day") and end[0].level != "month" else None
    if line.has(j, "numeric") and line.get(j, "numeric")[0] in ("years", "ym"):
        kind, first, last = line.get(j, "numeric")
        return Node("years", first, m=last if kind == "years" else first // 100 * 100 + last), j + 1
    if line.get(j, "year") and (is_year(line, j) or line.has(i, "fiscal")):
        return Node("year", line.get(j, "year")), j + 1
    if line.has(i, "fiscal") and line.get(j, "digits") == 2 and line.joined(j):
        return Node("year", 2000 + line.get(j, "number")), j + 1
    return None
