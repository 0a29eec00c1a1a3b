"""Turns single words and their nearest neighbours ("мая", "биыл", "прошлом году", "в среду") into what they say."""

from __future__ import annotations

from dostyk.values.dates.inflected.numbers import cardinal
from dostyk.values.dates.inflected.parts import day_number
from dostyk.values.dates.node import Node
from dostyk.values.dates.relative import CALENDAR, LARGEST
from dostyk.values.dates.tokens import Line, Read


def day(line: Line, i: int, depth: int) -> Read:
    """Read a day of the month without its month; the month is joined to it later."""
    found = day_number(line, i)
    if found is None or line.has(i - 1, "money"):
        return None
    n, j, _ = found
    if line.has(j, "measures", "counted", "year_word") or line.has(j, "unit") and not line.has(j, "day_word"):
        return None
    if line.has(j, "comma") and line.joined(j) and line.joined(j + 1) and line.has(j + 1, "number"):
        return None
    beside = line.has(j, "month", "day_word") or line.has(i - 1, "month")
    if not beside and (not line.has(i, "day") or line.has(i - 1, "identifiers")):
        return None
    return Node("day", n), j + 1 if line.has(j, "day_word") and not line.has(j - 1, "month") else j


def month(line: Line, i: int, depth: int) -> Read:
    """Read the name of a month: beside a number or a year; alone where it is placed or can be nothing else."""
    j = i + 1
    beside = line.has(i - 1, "day", "ending", "year_word", "ord", "dash", "number") or line.has(i - 2, "year_word", "relative")
    if line.has(i, "short"):
        if not beside and not line.get(i + 1, "year") and not line.get(i + 2, "year") and not line.has(i + 1, "dash", "day"):
            return None
        j = j + 1 if line.has(j, "dot") and line.joined(j) else j
    if line.has(i - 1, "number") and not line.has(i - 1, "day", "year"):
        return None  # "32 мая"
    if line.has(j, "not_after_month"):
        return None
    if line.has(i, "ambiguous") and line.at(i).cap and line.at(j).cap and line.word(j).isalpha():
        return None  # "Август Шмидт"
    if line.has(j, "month_word"):
        j += 1
    elif not beside and line.at(i).cap and not (line.has(j, "year", "join", "glued_year", "day") or _dashed(line, j)) and not _placed(line, i):
        return None
    if line.has(i, "ambiguous") and not (
        beside or j > i + 1 or line.has(j, "year", "day", "ord", "final", "part") or _dashed(line, j) or _placed(line, i)
    ):
        return None
    return Node("month", line.get(i, "month")), _after_day(line, j)


def _dashed(line: Line, j: int) -> bool:
    return line.has(j, "dash") and line.has(j + 1, "month", "day", "year")


def _after_day(line: Line, j: int) -> int:
    return j + 1 if line.has(j, "day_word") else j


def _placed(line: Line, i: int) -> bool:
    return line.has(i - 1, "lead", "part", "dash", "join", "from", "between", "deictic", "context", "unit") or line.get(i, "case") == "at"


def deictic(line: Line, i: int, depth: int) -> Read:
    """Read "прошлый год", "прошлой весной", "последние три года", "следующая среда", "сол жылы"."""
    if line.has(i, "context"):
        return _contextual(line, i)
    n = line.get(i, "deictic")
    j = i + 2 if line.has(i + 1, "particle") else i + 1
    if n == 0 and (j > i + 1 or line.has(j, "period")):
        return _contextual(line, i)
    j = j + 1 if line.has(j, "qualified_years") and line.get(j + 1, "unit") == "Y" else j
    unit = line.get(j, "unit")
    if unit and unit in CALENDAR and not line.has(j, "plural_unit") and not (unit == "D" and n == 0) and not line.has(i, "final"):
        return Node("relative", n, unit=unit, source="reference"), j + 1
    if line.has(j, "month") and line.get(j, "case") != "short":
        base = Node("relative", 0, unit="Y", source="reference")
        return (Node("month", line.get(j, "month"), base) if n == 0 else Node("named", n, other=Node("month", line.get(j, "month")))), j + 1
    if line.has(j, "season"):
        return Node("named", n, other=Node("season", line.get(j, "season"))), j + 1
    if line.has(j, "weekday"):
        return Node("weekday", line.get(j, "weekday"), m=8 * n if line.has(i, "past") else n, source="reference"), j + 1
    if n and line.has(j, "half_year"):
        return Node("window", 6 * n, unit="M", source="reference"), j + 1
    count = cardinal(line, j)
    unit = line.get(count[1], "unit") if count else None
    if count and n and unit and unit in CALENDAR and 0 < count[0] <= LARGEST and count[0] == int(count[0]):
        return Node("window", n * int(count[0]), unit=unit, source="reference"), count[1] + 1
    if n and unit is None and line.get(j, "unit") and line.has(i, "window") and line.has(j, "counts_one"):
        return Node("window", n, unit=line.get(j, "unit"), source="reference"), j + 1
    return None


def _contextual(line: Line, i: int) -> Read:
    """Read what counts from the date in force: "тот же год", "аналогичный период", "предыдущий месяц"."""
    n = line.get(i, "context") or 0
    j = i + 2 if line.has(i + 1, "particle") else i + 1
    j = j + 1 if line.has(j, "context") and line.get(j, "context") == 0 else j
    if line.has(j, "period"):
        return (Node("same_period"), j + 1) if n == 0 else None
    unit = line.get(j, "unit")
    if n == 0 and unit in ("M", "Q", "H") and line.has(i, "corresponding"):
        return Node("same_period"), j + 1
    if unit and unit in CALENDAR and not line.has(j, "plural_unit"):
        return Node("relative", n, unit=unit, source="either" if n < 0 else "context"), j + 1
    return None


def fixed(line: Line, i: int, depth: int) -> Read:
    """Read one word that is a relative period ("биыл", "былтыр")."""
    n, unit = line.get(i, "relative")
    j = i + 2 if line.get(i + 1, "unit") == unit else i + 1
    return Node("relative", n, unit=unit, source="reference"), j


def abbreviated(line: Line, i: int, depth: int) -> Read:
    """Read "с. г." and "т.г.", this year."""
    for words, (n, unit) in line.lexicon.relatives:
        if all(line.word(i + k) == word for k, word in enumerate(words)):
            return Node("relative", n, unit=unit, source="reference"), i + len(words)
    return None


def today(line: Line, i: int, depth: int) -> Read:
    """Read "вчера", "завтра утром"; "накануне" only where no noun follows that it stands before."""
    if line.has(i, "eve") and line.word(i + 1).isalpha() and not line.has(i + 1, "verbs", "lead"):
        return None
    return Node("today", line.get(i, "today"), source="reference"), i + 2 if line.has(i + 1, "sun", "day_word") else i + 1


def weekday(line: Line, i: int, depth: int) -> Read:
    """Read a weekday alone; its day or week is joined to it later. One that is an ordinary word as well needs a preposition or a date."""
    if line.has(i - 1, "every"):
        return None
    j = i + 2 if line.has(i + 1, "day_word") else i + 1
    if line.has(i, "short"):
        j = j + 1 if line.has(j, "dot") and line.joined(j) else j
    return Node("weekday", line.get(i, "weekday"), m=9, source="reference"), j + 1 if line.has(j, "sun") else j


def season(line: Line, i: int, depth: int) -> Read:
    """Read "весной", "зимой 2021/22" (the year it begins in)."""
    node, j = Node("season", line.get(i, "season")), i + 1
    if line.has(j, "season_word"):
        j += 1
    found = line.get(j, "numeric")
    if found and found[0] == "years":
        return node.on(Node("year", found[1])), j + 2 if line.has(j + 1, "year_word") else j + 1
    if line.get(j, "year") and line.has(j + 1, "dash") and line.get(j + 2, "year") == line.get(j, "year") + 1:
        return node.on(Node("year", line.get(j, "year"))), j + 4 if line.has(j + 3, "year_word") else j + 3
    return node, j


def whole(line: Line, i: int, depth: int) -> Read:
    """Read a bare "год", "жылдың" before or after a part of it: the year in force."""
    unit = line.get(i, "unit")
    if not unit or unit not in "YMQHEC" or line.has(i, "plural_unit") or line.has(i - 1, "number", "card", "ord", "roman"):
        return None
    return Node("relative", 0, unit=unit, source="either"), i + 1
