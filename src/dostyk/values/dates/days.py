"""Turns days and months in words into what they say."""

from __future__ import annotations

from dostyk.values.dates.lengths import length
from dostyk.values.dates.node import Node
from dostyk.values.dates.parts import of_a_period
from dostyk.values.dates.relative import contextual, deictic, number
from dostyk.values.dates.tails import century_of, tail, worded_year
from dostyk.values.dates.tokens import Line, Read
from dostyk.values.dates.years import counted


def day_number(line: Line, i: int) -> tuple[int, int, bool] | None:
    """Read a day of the month in figures or words: the day, the token after, whether it has an ordinal form."""
    if line.has(i, "day"):
        return line.get(i, "day"), i + 1, False
    n = line.get(i, "ord")
    if n is not None:
        return (n, i + 1, True) if 1 <= n <= 31 and not line.has(i, "latter") else None
    tens = line.get(i, "card")
    if tens in (20, 30):
        k = i + 2 if line.has(i + 1, "dash") and line.joined(i + 1) else i + 1
        if 1 <= (line.get(k, "ord") or 0) <= 9 and tens + line.get(k, "ord") <= 31:
            return tens + line.get(k, "ord"), k + 1, True
    count = number(line, i) if tens else None
    return (int(count[0]), count[1], False) if count and 1 <= count[0] <= 31 else None


def month(line: Line, i: int, depth: int) -> Read:
    """Read what begins with a month: "May 2015", "May 5th, 2015", "May of last year", "May"."""
    node = Node("month", line.get(i, "month"))
    short, j = line.has(i, "short"), i + 1
    if short and line.has(j, "dot"):
        j += 1
    if line.has(i, "short", "ambiguous") and not line.at(i).cap and not _beside_number(line, i, j):
        placed = (
            line.has(i - 1, "in", "of", "part")
            or line.has(i - 1, "the")
            and line.has(i - 2, "in")
            or line.has(i - 1, "between", "from", "strong", "join")
            and not line.has(i, "verbal")
        )
        return (_month_year(line, i, j, node, depth) or (node, j)) if not short and placed else None
    return _month_day(line, i, j, node, depth) or _month_year(line, i, j, node, depth)


def _beside_number(line: Line, i: int, j: int) -> bool:
    if line.has(j, "of", "the") and (line.get(j + 1, "year") or line.has(j + 1, "ord")):
        return True
    return line.has(j, "day", "year", "ord", "card") or line.has(j, "dash", "slash") and line.has(j + 1, "day")


def _month_day(line: Line, i: int, j: int, node: Node, depth: int) -> Read:
    k = j + 1 if line.has(j, "the") or line.has(j, "slash", "dash") and line.joined(j) and line.joined(j + 1) else j
    if line.has(j, "comma") and line.has(j + 1, "day", "ord") and (line.has(j + 1, "ord") or line.has(j + 2, "comma") and line.get(j + 3, "year")):
        k = j + 1  # "February, 7, 1817", "October, 1st"
    if line.has(k, "pair") and (pair := line.get(k, "pair"))[2] == "/" and pair[0] < pair[1] <= 31:  # "May 15/16, 2014"
        after = tail(line, k + 1, depth)
        base = node.on(after[0]) if after else node
        return Node("span", base=Node("day", pair[0], base), other=Node("day", pair[1], base)), after[1] if after else k + 1
    found = day_number(line, k)
    if found is None or line.at(k).glued and not line.joined(k) or line.has(k, "card") and worded_year(line, k, depth):
        return None
    n, end, ordinal = found
    if line.has(j, "the") and not ordinal:
        return None  # "at the end of March the two governments"
    year = tail(line, end, depth)
    if line.has(j, "the") and year is None and (line.has(i - 1, "in") or line.at(end).cap):
        return None  # "in May the third session opened", "July the First Lady"
    if year is None and k > j and line.has(end, "dash", "slash") and line.joined(end) and line.joined(end + 1) and line.get(end + 1, "year"):
        year = Node("year", line.get(end + 1, "year")), end + 2  # "Sep-23-2020"
    if not ordinal and (counted(line, end) or line.has(i - 1, "in") and not year and not line.has(end, "comma", "dash", "join")):
        return None
    if line.has(end, "unit") and not year and not line.has(end, "sun"):  # "the March first half", "May 5 years ago"
        return None
    return (Node("day", n, node.on(year[0])), year[1]) if year else (Node("day", n, node), end)


def _month_year(line: Line, i: int, j: int, node: Node, depth: int) -> Read:
    year = tail(line, j, depth)
    if year is None and line.has(j, "dash", "slash") and line.joined(j) and line.joined(j + 1) and line.get(j + 1, "year"):
        year = Node("year", line.get(j + 1, "year")), j + 2
    if year:
        return node.on(year[0]), year[1]
    return (node, j) if bare_month(line, i, j) else None


def bare_month(line: Line, i: int, j: int) -> bool:
    """Tell whether a month's name without day and year is meant as the month: after a preposition, an article, a part or a dash. A name
    that is an ordinary word or a given name as well must not be followed by a capital.
    """
    doubtful = line.has(i, "ambiguous", "short")
    if doubtful and line.at(j).cap and not line.has(j, "month", "weekday", "deictic", "today"):
        return False
    placed = line.has(i - 1, "in", "of", "from", "between", "strong", "weak", "part", "join", "deictic", "context", "dash", "lead", "open")
    if line.has(j, "dash", "join", "slash") and line.has(j + 1, "month") and line.at(i).cap and line.at(j + 1).cap:
        return True
    if line.has(i, "verbal") and line.has(i - 1, "and", "comma", "open") and not line.has(i - 2, "month"):
        return False
    return placed or not doubtful and line.at(i).cap


def starts_with_number(line: Line, i: int, depth: int) -> Read:
    """Read what begins with a number: a day and its month, an ordinal and its unit, a length of time, a bare day of a list."""
    return _day_month(line, i, depth) or of_a_period(line, i, depth) or length(line, i, depth) or _bare_day(line, i)


def _day_month(line: Line, i: int, depth: int) -> Read:
    found = day_number(line, i)
    if found is None or line.at(i).glued or line.has(i - 1, "money") or line.has(i, "card") and not found[2] and not line.has(found[1], "of"):
        return None
    n, j, ordinal = found
    k, step = (j + 1, 2) if line.has(j, "dot") and line.has(j + 2, "dot") else (j, 1)
    if line.get(k, "roman") and line.get(k + step, "year") and line.get(k, "roman") <= 12:  # "5.V.2015", "5 V 2015"
        return Node("day", n, Node("month", line.get(k, "roman"), Node("year", line.get(k + step, "year")))), k + step + 1
    k = j + 1 if line.has(j, "comma", "of") or line.has(j, "dash", "slash") and line.joined(j) and line.joined(j + 1) else j
    if line.get(k, "month") is None:
        return _day_of(line, n, j, k, depth) if ordinal and (line.has(j, "of") or line.has(j, "deictic")) else None
    if line.has(j, "comma") and not (line.has(i - 1, "dash", "join") or ordinal):
        return None
    if line.has(k, "ambiguous") and not line.at(k).cap and not tail(line, k + 1, depth) and line.has(k + 1, "verbs") and not line.has(k + 1, "lead"):
        return None
    node, j = Node("month", line.get(k, "month")), k + 1
    if line.has(k, "short") and line.has(j, "dot"):
        j += 1
    if line.has(k - 1, "dash", "slash") and line.has(j, "dash", "slash") and line.joined(j + 1):
        if line.get(j + 1, "digits") == 2 and not line.has(j + 2, "dash", "slash", "month"):  # "05-MAY-15"
            return Node("day", n, node.on(Node("year", century_of(line.get(j + 1, "number"))))), j + 2
        j = j + 1 if line.get(j + 1, "year") else j
    year = tail(line, j, depth)
    return (Node("day", n, node.on(year[0])), year[1]) if year else (Node("day", n, node), j)


def _day_of(line: Line, n: int, j: int, k: int, depth: int) -> Read:
    """Read "the 10th of this month" and "the 10th this month"."""
    k = k + 1 if line.has(k, "the") else k
    found = deictic(line, k, depth) or contextual(line, k, depth)
    return (Node("day", n, found[0]), found[1]) if found and found[0].op == "relative" and found[0].unit == "M" else None


def _bare_day(line: Line, i: int) -> Read:
    found = day_number(line, i)
    return (Node("day", found[0]), found[1]) if found and not line.at(i).glued and (line.has(i, "day") or found[2]) else None
