"""Tells whether four digits in a text are a year.

The rule: never after a currency sign, "No." or another identifier, glued to letters, before a unit ("1500 MW") or before a counted noun
("2015 people"; after "in", "since" and the like a number of these times is a year all the same). After "in", "since", "during" always; after
"of", "from", "to", "by" unless a plural noun follows; in brackets; after a comma, a month or another year; before a dash and another
year; when it opens a sentence and no plural noun follows ("2024 was declared"); after an article ("the 2024 summit"); after a name
("Expo 1998"). Years before 1900 and after 2100 need a preposition, brackets or a range; a recent year that is no round number (2013,
not 2000) is taken for one in more places.
"""

from __future__ import annotations

from dostyk.values.dates.tokens import Line


def is_year(line: Line, i: int) -> bool:
    """Tell whether token `i`, a number of four digits, is a year where it stands."""
    value = line.get(i, "year")
    if value is None or line.at(i).glued and not line.has(i - 1, "approximate", "fiscal", "letter", "part_of_year", "quote"):
        return False
    if line.has(i - 1, "dash") and line.joined(i) and line.has(i - 2, "number") and not line.has(i - 2, "year", "day"):
        return False
    if line.has(i - 1, "number", "amount", "identifiers") or line.word(i - 1) == "." and line.has(i - 2, "identifiers"):
        return False
    strong = line.has(i - 1, "strong") and 1950 <= value <= 2050
    if counted(line, i + 1, strong) or not strong and line.has(i + 1, "in") and line.get(i + 2, "year"):
        return False
    return _after(line, i, value) or _alone(line, i, value)


def counted(line: Line, i: int, year_likely: bool = False) -> bool:
    """Tell whether token `i` is a unit or a noun that the number before it counts (after a hyphen, too)."""
    if line.has(i, "dash") and line.joined(i) and line.joined(i + 1):
        i += 1
    token = line.at(i)
    if token.cap and not line.text[token.start : token.end].isupper():  # a name: "in 2009 Yuan Nansheng came"
        return False
    return line.has(i, "measures") or line.has(i, "counted") and not year_likely


def plural(line: Line, i: int) -> bool:
    """Tell whether token `i` looks like a plural noun."""
    word = line.word(i)
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "sui" and not line.at(i).cap and not line.has(i, "no_plural") and word.isalpha()


def _after(line: Line, i: int, value: int) -> bool:
    """Decide by what stands before the number, as far as that suffices."""
    if line.has(i - 1, "strong", "month", "season", "decade", "fiscal", "open"):
        return True
    if line.has(i - 1, "approximate", "uncertain", "tilde") or line.has(i - 1, "dot") and line.has(i - 2, "approximate"):
        return not _noun(line, i + 1)
    if line.has(i - 1, "dash", "slash") and line.joined(i) and line.word(i - 2).isalpha():
        return 1900 <= value <= 2100 and (line.has(i - 2, "part", "month", "prefix") or line.at(i - 2).cap)
    if line.has(i - 1, "part", "quote") or line.at(i - 1).possessive:
        return not plural(line, i + 1)
    if line.has(i - 2, "adverb") and line.has(i - 1, "weak"):  # "later than 2018"
        return True
    if line.has(i - 1, "weak") and not line.has(i - 1, "amounts"):
        if exact(value):
            return True
        return not plural(line, i + 1) and (1600 <= value <= 2100 or _ends(line, i + 1) or line.has(i + 1, "dash", "join"))
    return False


def _alone(line: Line, i: int, value: int) -> bool:
    """Decide by both sides where no preposition tells."""
    if line.has(i - 1, "amounts"):
        return False
    ends, opens, name = _ends(line, i + 1), _opens(line, i), line.at(i + 1).cap
    if line.has(i - 1, "dash", "slash") and line.get(i - 2, "year"):
        return not plural(line, i + 1)
    if not 1900 <= value <= 2100:
        if line.has(i - 1, "unit", "period") and line.has(i + 1, "dash") and (line.get(i + 2, "year") or 0) > value:  # "the decade 1850–1860"
            return not counted(line, i + 3) and not plural(line, i + 3)
        placed = opens or line.has(i - 1, "determiners") or line.at(i - 1).cap
        return placed and (ends and opens or 1600 <= value < 1900 and (ends or name))
    if line.has(i - 1, "determiners", "yearword"):
        return True
    if line.has(i + 1, "verbs") or ends or line.has(i + 1, "dash") and line.has(i + 2, "year"):
        return True
    return (opens or line.at(i - 1).cap or exact(value)) and not plural(line, i + 1) or name


def exact(value: int) -> bool:
    """Tell whether a number is a recent year and too odd to be a count of something: 2013, but not 2000 or 1990."""
    return 1980 <= value <= 2035 and value % 10 != 0


def _noun(line: Line, i: int) -> bool:
    """Tell whether a lower-case word follows that may be a noun or an adjective."""
    token = line.at(i)
    return token.low.isalpha() and not token.cap and not line.has(i, "verbs", "strong", "weak", "join", "lead")


def _opens(line: Line, i: int) -> bool:
    return i == 0 or not line.word(i - 1)[:1].isalnum()


def _ends(line: Line, i: int) -> bool:
    if line.has(i, "approximate", "uncertain") or line.has(i, "part") and line.has(i + 1, "dash"):  # "1860 approx.", "1915 late – 1916"
        i += 1
    if line.has(i, "onward") or line.has(i, "join") and (line.has(i + 1, "more", "less") or line.get(i + 1, "year")):  # "1850 or later"
        return True
    return line.at(i).start < 0 or not line.word(i)[:1].isalnum()
