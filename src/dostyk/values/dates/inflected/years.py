"""Turns years in figures and words ("2015 жылғы", "2014–2016 гг.", "в 2015-м") into what they say, and tells them from counts.

Four digits are a year before a word for year, in a list or range that ends with one, beside a month, a season or a quarter, in brackets,
joined to a name ("ЭКСПО-2017"), at the head of a line before a dash or colon, and after a preposition where no noun follows.
"""

from __future__ import annotations

from dostyk.values.dates.figures import numeric
from dostyk.values.dates.inflected.numbers import ending, worded
from dostyk.values.dates.node import Node
from dostyk.values.dates.tokens import Line, Read
from dostyk.values.dates.years import exact

AHEAD = 12
"""So many tokens ahead the word for year may stand that closes a list of years."""


def year_word(line: Line, j: int) -> tuple[str, int] | None:
    """Read a word for year, maybe a qualified one ("учебный год"): "sg" or "pl", and the token after it and its dot."""
    k = j + 1 if line.has(j, "qualified_years") else j
    if k == j and line.has(j, "dash") and line.joined(j) and line.joined(j + 1) and line.has(j + 1, "year_word"):
        k = j + 1  # "2015-жыл"
    value = line.get(k, "year_word")
    if value is None or line.at(k).cap and len(line.word(k)) < 3:
        return None
    short = len(line.word(k)) < 3 and line.has(k + 1, "dot") and line.joined(k + 1)
    return value, k + 2 if short else k + 1


def year(line: Line, i: int, depth: int) -> Read:
    """Read a year in figures with the word for year after it."""
    value = line.get(i, "year")
    if line.has(i, "glued_year"):
        return (Node("year", value), i + 2 if line.has(i + 1, "dot") and line.joined(i + 1) else i + 1) if value else None
    if line.has(i, "number") and (era := _era(line, i)):
        return era
    if value is None or line.at(i).glued and not line.has(i - 1, "dash") or line.has(i - 1, "identifiers", "money"):
        return None
    j = ending(line, i + 1)
    word = year_word(line, j)
    if word and not (value % 10 == 0 and j > i + 1 and line.has(i + 2, "decade_ending")):
        if word[0] == "pl" and value % 10 == 0 and not _in_list(line, i):
            return Node("decade", value), word[1]
        if line.has(word[1], "shift") and line.word(word[1] - 1) in line.lexicon.words and line.has(word[1] - 1, "bare"):
            return None  # "2000 жыл бұрын"
        return Node("year", value), word[1]
    if j > i + 1 and not line.has(j, "month"):
        if line.has(i + 2, "decade_ending") and value % 10 == 0:
            return None
        return Node("year", value), j
    return (Node("year", value), i + 1) if _alone(line, i, value) else None


def _era(line: Line, i: int) -> Read:
    word = year_word(line, i + 1)
    found = era(line, word[1] if word else i + 1)
    n = line.get(i, "number")
    return (Node("year", n if found[0] > 0 else 1 - n), found[1]) if found and n else None


def era(line: Line, j: int) -> tuple[int, int] | None:
    """Read "до н. э.", "н.э.", "нашей эры": 1 or -1, and the token after."""
    if not line.has(j, "era_first"):
        return None
    for words, way in line.lexicon.eras:
        if all(line.word(j + n) == word for n, word in enumerate(words)):
            return way, j + len(words)
    return None


def _in_list(line: Line, i: int) -> bool:
    """Tell whether another year stands before, joined by a dash or a word."""
    return line.has(i - 1, "dash", "join", "comma") and line.has(i - 2, "year", "year_word", "ending", "from_after")


def closed(line: Line, i: int) -> bool:
    """Tell whether a list of years that goes on at token `i` ends with a word for year."""
    for j in range(i, min(i + AHEAD, line.count)):
        if line.has(j, "year_word"):
            return line.has(j - 1, "year", "ending", "numeric", "qualified_years", "dash")
        if not line.has(j, "year", "dash", "comma", "join", "ending", "numeric", "qualified_years"):
            return False
    return False


def _alone(line: Line, i: int, value: int) -> bool:
    after = line.at(i + 1)
    if line.has(i + 1, "measures", "counted"):
        return False
    if line.has(i + 1, "dash", "comma", "join") and closed(line, i + 1):
        return True
    noun = after.low.isalpha() and not after.cap and not line.has(i + 1, "lead", "join", "verbs", "strong", "weak")
    if line.has(i - 1, "month", "season", "month_word", "half_word") or line.has(i - 1, "dot") and line.has(i - 2, "short"):
        return not noun or 1950 <= value <= 2050
    if line.get(i - 1, "unit") in ("Q", "H") and not line.has(i - 1, "shift"):
        return not noun
    if not 1900 <= value <= 2100:
        return line.has(i - 1, "open") and line.has(i + 1, "close", "dash") and value >= 1500
    if line.has(i - 1, "open") and line.has(i + 1, "close", "dash", "comma"):
        return True
    if line.has(i - 1, "dash") and line.joined(i) and line.joined(i - 1) and line.word(i - 2).isalpha():
        return line.at(i - 2).cap and not noun
    if _ranged(line, i, value):
        return not noun
    if i == 0 or line.text[line.at(i - 1).end : line.at(i).start].count("\n"):
        return line.has(i + 1, "dash", "colon", "dot") and not line.joined(i + 2) or line.at(i + 1).start < 0
    return line.has(i - 1, "strong") and not noun and (exact(value) or 1990 <= value <= 2050)


def _ranged(line: Line, i: int, value: int) -> bool:
    """Tell whether a later year follows a dash, or an earlier one stands before it."""
    after, before = line.get(i + 2, "year"), line.get(i - 2, "year")
    if line.has(i + 1, "dash") and after and value < after < value + 150:
        noun = line.word(i + 3).isalpha() and not line.at(i + 3).cap and not line.has(i + 3, "lead", "join", "verbs", "year_word")
        return not noun and not line.has(i + 3, "measures")
    return bool(line.has(i - 1, "dash") and before and value - 150 < before < value)


def behind_comma(line: Line, j: int) -> bool:
    """Tell whether a comma and a bare year stand at token `j`, after a day and its month ("31 нау, 2022")."""
    if not line.has(j, "comma") or not 1900 <= (line.get(j + 1, "year") or 0) <= 2100 or line.has(j + 2, "measures", "counted", "year_word"):
        return False
    after = line.at(j + 2)
    return not after.low.isalpha() or after.cap or line.has(j + 2, "lead") or line.get(j + 2, "unit") == "h"


def worded_year(line: Line, i: int, depth: int) -> Read:
    """Read "две тысячи пятнадцатого года", "тысяча девятьсот девяносто второй год"."""
    found = worded(line, i)
    word = year_word(line, found[1]) if found and found[2] and 1000 <= found[0] <= 2199 else None
    return (Node("year", found[0]), word[1]) if found and word else None


def decade(line: Line, i: int, depth: int) -> Read:
    """Read "1990-е годы", "90-х", "девяностые", "1990-жылдары"; two figures are of the latest likely century."""
    n = line.get(i, "number")
    if n is not None and not line.at(i).glued:
        j = ending(line, i + 1)
        word = year_word(line, j)
        plural = bool(word and word[0] == "pl")
        marked = j > i + 1 and line.has(i + 2, "decade_ending") and not line.has(j, "month")
        glued = j == i + 1 and line.has(i + 1, "dash") and plural
        listed = line.has(i + 1, "dash") and line.get(i + 2, "number") and line.has(i + 4, "decade_ending") and line.has(i + 3, "dash")
        if n % 10 or not (line.get(i, "digits") == 4 and n >= 1000 or line.get(i, "digits") == 2) or not (marked or glued or listed):
            return None
        if marked and line.get(i, "digits") == 2 and not word and not (line.has(i - 1, "lead", "part", "dash", "join") and n >= 50):
            return None
        end = word[1] if word and plural else i + 1 if listed else j
    elif line.has(i, "tens"):
        n, word = line.get(i, "tens"), year_word(line, i + 1)
        if not (word and word[0] == "pl") and not line.has(i - 1, "lead", "part"):
            return None
        end = word[1] if word else i + 1
    else:
        return None
    if n >= 1000:
        return Node("decade", n), end
    return Node("decade", 1900 + n if n > 20 else 2000 + n), end


def dated(line: Line, i: int, depth: int) -> Read:
    """Read a date in figures, and the word for year after it ("01.02.2020 г.")."""
    found = numeric(line, i, depth) or _day_of_next(line, i)
    if found and found[1] == i + 1 and line.word(i)[-1].isalpha() and line.has(i + 1, "dot") and line.joined(i + 1):
        return found[0], i + 2  # "01.02.2020г."
    word = year_word(line, found[1]) if found and line.has(i, "numeric") else None
    return (found[0], word[1]) if found and word and word[0] == "sg" else found


def _day_of_next(line: Line, i: int) -> Read:
    """Read the "3.09" of "3.09 по 5.09.2015": its year is the next date's."""
    after = line.get(i + 2, "numeric") if line.has(i + 1, "join", "dash") else None
    if not after or after[0] != "day" or after[4] != 4 or not line.has(i, "pair") or line.at(i).glued:
        return None
    a, b, mark = line.get(i, "pair")
    fits = mark == after[5] and max(a, b) <= 31 and 1 <= min(a, b) <= 12
    return (Node("numeric", a, Node("year", after[3]), mark, b), i + 1) if fits else None


def after_era(line: Line, i: int, depth: int) -> Read:
    """Read an era that stands before its century or year ("б.з.д. V ғасыр")."""
    found = era(line, i)
    base = line.point(found[1], depth) if found else None
    if found is None or base is None or base[0].op not in ("century", "year") or base[0].n <= 0:
        return None
    n = base[0].n if found[0] > 0 else -base[0].n if base[0].op == "century" else 1 - base[0].n
    return Node(base[0].op, n), base[1]


def figures(line: Line, i: int, depth: int) -> Read:
    """Read "2019/2020 учебный год" and "2015-16 гг."."""
    found = line.get(i, "numeric")
    if not found or found[0] not in ("years", "ym") or line.at(i).glued:
        return None
    word = year_word(line, i + 1)
    if word is None:
        return None
    first, last = found[1:3]
    if found[0] == "ym":
        if word[0] == "sg" and not line.has(i + 1, "qualified_years"):
            return None
        last += first // 100 * 100
    return (Node("years", first, m=last), word[1]) if first < last else None
