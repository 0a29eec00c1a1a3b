"""Turns years and dates in figures ("2015", "31/08/2015", "2018/19", "2017-Q1") into what they say."""

from __future__ import annotations

import re

from dostyk.values.dates.node import Node
from dostyk.values.dates.parts import part_of_year
from dostyk.values.dates.relative import era
from dostyk.values.dates.spells import decade_of
from dostyk.values.dates.tails import century_of
from dostyk.values.dates.tokens import Line, Read
from dostyk.values.dates.years import counted, is_year

OPENING = re.compile(r"\s*(?:[-–—•*·▪o○●]\s+)?(?:\(?\d{1,2}[.)]\s+)?")  # noqa: RUF001
FOLLOWED = re.compile(r"[.:]?\s+[^\W\d_]")


def year(line: Line, i: int, depth: int) -> Read:
    """Read what begins with a year: "2015", "2015 April", "2017-Q1", "2024's first half", "500 BC"."""
    if line.has(i, "number") and (not line.at(i).glued or line.has(i - 1, "approximate")) and (found := _before_era(line, i)):
        return found
    if not is_year(line, i):
        return None
    if (
        line.get(i, "year") % 10 == 0
        and line.has(i + 1, "quote")
        and line.has(i + 2, "letter_s")
        and line.joined(i + 2)
        and (i == 0 or line.has(i - 1, "the", "part", "dash", "approximate"))
    ):
        return decade_of(line.get(i, "year")), i + 3
    if line.get(i, "year") % 10 == 0 and line.word(i + 1) == "s" and line.has(i - 1, "the", "part", "in"):  # "in 1990 s"
        return decade_of(line.get(i, "year")), i + 2
    node, j = Node("year", line.get(i, "year")), i + 1
    k = j + 1 if line.has(j, "dash") and line.joined(j) and line.joined(j + 1) else j
    share = part_of_year(line, k, depth, alone=True)
    if share:
        return share[0].on(node), share[1]
    written = line.has(j, "slash", "dash") and line.joined(j) and line.has(j + 1, "month") and line.word(j + 2) == line.word(j)
    if written and line.has(j + 3, "day"):  # "2020/Sep/23"
        return Node("day", line.get(j + 3, "day"), Node("month", line.get(j + 1, "month"), node)), j + 4
    if k > j and line.word(k) == "w" and line.joined(k + 1) and 1 <= (line.get(k + 1, "number") or 0) <= 53:  # "2016-W05"
        return Node("week_number", line.get(k + 1, "number"), node), k + 2
    if line.has(j, "part") and line.has(j + 1, "dash", "comma", "close", "join") and line.get(j, "part") in ("early", "mid", "late"):
        return Node("part", base=node, unit=line.get(j, "part")), j + 1  # "1915 late – autumn 1916"
    plain = line.has(k, "month") and (not line.has(k, "verbal") or line.at(k).cap and not line.word(k + 1).isalpha())
    if k == j and plain and line.has(k + 1, "day", "ord") and not line.get(k + 2, "year"):  # "2015 May 5"
        day = line.get(k + 1, "day") or line.get(k + 1, "ord")
        return (Node("day", day, Node("month", line.get(k, "month"), node)), k + 2) if 1 <= day <= 31 else (node, j)
    if k == j and plain and not line.has(k, "short") and not line.has(k + 1, "year", "day", "ord"):
        return Node("month", line.get(k, "month"), node), k + 1
    return node, j


def _before_era(line: Line, i: int) -> Read:
    """Read "500 BC", "300 B.C.", "500–300 BC"."""
    found = era(line, i + 1)
    if found:
        return _counted(line.get(i, "number"), found[0]), found[1]
    last = int(line.get(i + 2, "number") or 0) if line.has(i + 1, "dash") else 0
    found = era(line, i + 3) if last else None
    if found is None or (last > line.get(i, "number")) != (found[0] > 0):
        return None
    return Node("span", base=_counted(line.get(i, "number"), found[0]), other=_counted(last, found[0])), found[1]


def _counted(n: int, era: int) -> Node:
    """Count a year astronomically: 1 BC is 0."""
    return Node("year", n if era > 0 else 1 - n)


def era_first(line: Line, i: int, depth: int) -> Read:
    """Read "AD 79"."""
    n, written = line.get(i + 1, "number"), line.text[line.at(i).start : line.at(i).end]
    return (Node("year", n), i + 2) if n and line.get(i, "era") > 0 and written.isupper() else None


def numeric(line: Line, i: int, depth: int) -> Read:
    """Read a date in figures: "2015-08-31", "31/08/2015", "03/2015", "2018/19"; "5/12" only beside "on", a weekday or the like."""
    glued = line.at(i).glued and not line.has(i - 1, "approximate")
    if glued or line.has(i + 1, "slash") and line.joined(i + 1) or line.has(i - 1, "slash", "identifiers"):
        return None
    if line.has(i, "pair_range"):
        return _pairs(line, i)
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
        unlike = max(a, b) > 12 or mark == "/" and a > b  # than a fraction is
        placed = (
            line.has(i - 1, "dating", "weekday", "deictic")
            or unlike
            and (line.has(i - 1, "strong") and not line.has(i - 1, "in", "year"))
            or unlike
            and i == 0
            and line.count == 1
            or unlike
            and (line.has(i - 1, "comma", "join") and line.has(i - 2, "pair"))
            or unlike
            and (line.has(i - 1, "from", "between") or line.has(i - 1, "join") and line.has(i - 2, "pair"))
        )
        fits = max(a, b) <= 31 and 1 <= min(a, b) <= 12 and placed
        return (Node("numeric", a, m=b, unit=mark), i + 1) if fits and not counted(line, i + 1) and not line.has(i + 1, "of") else None
    return (_figures(found), i + 1) if not counted(line, i + 1) else None


def year_month(line: Line, i: int, depth: int) -> Read:
    """Read "2013.10" as a month where it opens a line or list item and words follow ("o 2013.10 Minister X"); elsewhere it is a number."""
    a, b = line.get(i, "year_month")
    token = line.at(i)
    opening = line.text[line.text.rfind("\n", 0, token.start) + 1 : token.start]
    if not OPENING.fullmatch(opening) or not FOLLOWED.match(line.text, token.end):
        return None
    return Node("month", b, Node("year", a)), i + 1


def _pairs(line: Line, i: int) -> Read:
    """Read "5/1-5/7, 2020", and without a year after "from" or "between"."""
    (a, b, mark), (c, d, _) = line.get(i, "pair_range")
    k = i + 2 if line.has(i + 1, "comma") else i + 1
    year = Node("year", line.get(k, "year")) if line.get(k, "year") else None
    fits = all(min(pair) <= 12 and min(pair) >= 1 and max(pair) <= 31 for pair in ((a, b), (c, d)))
    if not fits or not (year or line.has(i - 1, "from", "between", "dating")):
        return None
    return Node("span", base=Node("numeric", a, year, mark, b), other=Node("numeric", c, year, mark, d)), k + 1 if year else i + 1


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
