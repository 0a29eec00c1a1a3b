"""Turns days, months, weekdays and years, in words and figures, into what they say."""

from __future__ import annotations

from dostyk.values.dates.lengths import length
from dostyk.values.dates.node import Node
from dostyk.values.dates.parts import of_a_period, part_of_year
from dostyk.values.dates.relative import contextual, deictic, number
from dostyk.values.dates.tokens import Line, Read
from dostyk.values.dates.years import counted, is_year, plural


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
    if line.has(j, "yearword") and line.get(j + 1, "year"):
        return Node("year", line.get(j + 1, "year")), j + 2
    found = deictic(line, j, depth) or contextual(line, j, depth) or worded_year(line, j, depth)
    return found if found and (found[0].op == "relative" and found[0].unit == "Y" or found[0].op == "year") else None


def century_of(two: int) -> int:
    """Complete a year of two digits: 00 to 49 are of this century, the others of the last."""
    return 2000 + two if two < 50 else 1900 + two


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
        placed = line.has(i - 1, "in", "of", "part") or line.has(i - 1, "between", "from", "strong", "join") and not line.has(i, "verbal")
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
    found = day_number(line, k)
    if found is None or line.at(k).glued and not line.joined(k):
        return None
    n, end, ordinal = found
    year = tail(line, end, depth)
    if year is None and k > j and line.has(end, "dash", "slash") and line.joined(end) and line.joined(end + 1) and line.get(end + 1, "year"):
        year = Node("year", line.get(end + 1, "year")), end + 2  # "Sep-23-2020"
    if not ordinal and (counted(line, end) or line.has(i - 1, "in") and not year and not line.has(end, "comma", "dash", "join")):
        return None
    if line.has(end, "unit") and not year:  # "the March first half", "May 5 years ago"
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
    if line.has(j, "dash", "join") and line.has(j + 1, "month") and line.at(i).cap and line.at(j + 1).cap:
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
    if line.has(k - 1, "dash", "slash") and line.has(j, "dash", "slash") and line.joined(j + 1) and line.get(j + 1, "year"):
        j += 1
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


def year(line: Line, i: int, depth: int) -> Read:
    """Read what begins with a year: "2015", "2015 April", "2017-Q1", "2024's first half", "500 BC"."""
    if line.has(i + 1, "era") and line.has(i, "number") and not line.at(i).glued:
        n = line.get(i, "number")
        return Node("year", n if line.get(i + 1, "era") > 0 else 1 - n), i + 2
    if not is_year(line, i):
        return None
    if (
        line.get(i, "year") % 10 == 0
        and line.has(i + 1, "quote")
        and line.has(i + 2, "letter_s")
        and line.joined(i + 2)
        and line.has(i - 1, "the", "part", "dash")
    ):
        return Node("decade", line.get(i, "year")), i + 3
    node, j = Node("year", line.get(i, "year")), i + 1
    k = j + 1 if line.has(j, "dash") and line.joined(j) and line.joined(j + 1) else j
    share = part_of_year(line, k, depth, alone=True)
    if share:
        return share[0].on(node), share[1]
    written = line.has(j, "slash", "dash") and line.joined(j) and line.has(j + 1, "month") and line.word(j + 2) == line.word(j)
    if written and line.has(j + 3, "day"):  # "2020/Sep/23"
        return Node("day", line.get(j + 3, "day"), Node("month", line.get(j + 1, "month"), node)), j + 4
    if k == j and line.has(k, "month") and not line.has(k, "verbal", "short") and not line.has(k + 1, "year", "day", "ord"):
        return Node("month", line.get(k, "month"), node), k + 1
    return node, j


def numeric(line: Line, i: int, depth: int) -> Read:
    """Read a date in figures: "2015-08-31", "31/08/2015", "03/2015", "2018/19"; "5/12" only beside "on", a weekday or the like."""
    if line.at(i).glued or line.has(i + 1, "slash") and line.joined(i + 1) or line.has(i - 1, "slash", "identifiers"):
        return None
    found = line.get(i, "numeric")
    if found and found[0] == "ym" and _two_years(line, i, *found[1:]):
        return Node("years", found[1], m=found[1] // 100 * 100 + found[2]), i + 1
    if found is None:
        a, b, mark = line.get(i, "pair")
        if mark == "/" and a < b <= 31 and (j := i + 2 if line.has(i + 1, "of") else i + 1) and line.has(j, "month"):  # "16/17 May"
            end = line.point(j, depth)
            base = end[0] if end and end[0].op == "month" else None
            return (Node("span", base=Node("day", a, base), other=Node("day", b, base)), end[1]) if end and base else None
        if mark == "." and line.has(i + 1, "dot") and line.get(i + 2, "year") and max(a, b) <= 31 and 1 <= min(a, b) <= 12:  # "24.02. 2010"
            return Node("numeric", a, Node("year", line.get(i + 2, "year")), mark, b), i + 3
        fits = max(a, b) <= 31 and 1 <= min(a, b) <= 12 and line.has(i - 1, "dating", "weekday")
        return (Node("numeric", a, m=b, unit=mark), i + 1) if fits and not counted(line, i + 1) and not line.has(i + 1, "of") else None
    return (_figures(found), i + 1) if not counted(line, i + 1) else None


def _two_years(line: Line, i: int, first: int, last: int) -> bool:
    """Tell whether "1904-06" is 1904 to 1906 and not a month: inside a sentence, but not after "in", "on" or a colon."""
    whole = line.at(i).end - line.at(i).start == 7 and first % 100 < last and line.at(i).low[4] == "-"
    return whole and i > 0 and not line.has(i - 1, "in", "dating", "colon")


def _figures(found: tuple[object, ...]) -> Node:
    kind, *rest = found
    if kind == "range":
        return _figure_range(rest[0], rest[1])
    numbers = [n for n in rest if isinstance(n, int)]
    if kind == "ym":
        return Node("month", numbers[1], Node("year", numbers[0]))
    if kind == "years":
        return Node("years", numbers[0], m=numbers[1])
    if kind == "ymd":
        return Node("day", numbers[2], Node("month", numbers[1], Node("year", numbers[0])))
    a, b, y, digits = numbers[:4]
    return Node("numeric", a, Node("year", y if digits == 4 else century_of(y)), str(rest[4]), b)


def _figure_range(first: object, last: object) -> Node:
    assert isinstance(first, tuple) and isinstance(last, tuple)
    end = _figures(last)
    if first and isinstance(first[0], str):
        return Node("span", base=_figures(first), other=end)
    a = [n for n in first if isinstance(n, int)]
    return Node("span", base=Node("numeric", a[0], end.base, end.unit, a[1] if len(a) > 1 else end.m), other=end)


def weekday(line: Line, i: int, depth: int) -> Read:
    """Read a weekday with the day it falls on, or alone: "Monday, 5 May", "Tuesday of last week", "on Friday"."""
    n, j = line.get(i, "weekday"), i + 1
    if line.has(i, "short") and line.has(j, "dot"):
        j += 1
    k = j + 1 if line.has(j, "comma", "open", "dash") else j
    k = k + 1 if line.has(k, "the") else k
    found = line.point(k, depth)
    if found and found[0].op in ("day", "numeric") and found[0].level != "month":
        end = found[1] + 1 if line.has(j, "open") and line.has(found[1], "close") else found[1]
        return found[0], end
    day = day_number(line, k)
    if (
        day
        and not line.has(j, "comma")
        and not counted(line, day[1])
        and (day[2] or not line.word(day[1]).isalpha())
        and not line.has(day[1], "dash")
    ):
        return Node("fits", day[0], m=n, source="either"), day[1]
    if line.has(i, "short") and not line.has(i - 1, "dating") or line.has(i, "ambiguous") and not line.at(i).cap:
        return None
    j = j + 1 if line.has(j, "sun") else j
    week = line.inner(j, depth) if line.has(j, "of", "deictic", "context") else None
    if week and week[0].op == "relative" and week[0].unit == "W":
        return Node("weekday", n, week[0]), week[1]
    return Node("weekday", n, m=9, source="reference"), j


def holiday(line: Line, i: int, depth: int) -> Read:
    """Read the name of a day that is the same everywhere: "Christmas Eve", "New Year's Day 2020"."""
    for words, m, d in line.lexicon.holidays[line.word(i)]:
        if all(line.word(i + n) == word for n, word in enumerate(words)) and line.at(i).cap:
            j = i + len(words)
            after = tail(line, j, depth)
            node = Node("day", d, Node("month", m))
            return (node.on(after[0]), after[1]) if after else (node, j)
    return None


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
