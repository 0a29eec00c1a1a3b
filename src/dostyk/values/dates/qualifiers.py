"""Turns the words and marks beside a date that call it approximate or uncertain ("circa", "~", "maybe", "1863?") into EDTF's ~, ? and %.

The rule for "?": it belongs to the date where the sentence goes on after it, where it stands in brackets, or where the date opens its line,
cell or bracket; elsewhere it ends a question.
"""

from __future__ import annotations

from dostyk.values.dates.tokens import Line

FARTHEST = 3
"""So many qualifiers before one date are read ("possibly about ca. 1860" has three)."""


def joined(first: str, second: str) -> str:
    """Join two qualifiers: "~" and "?" are "%"."""
    both = {*first, *second} - {""}
    return "%" if "%" in both or len(both) == 2 else "".join(both)


def qualified(edtf: str, first: str, last: str, whole: bool) -> str:
    """Add the qualifiers of both ends of an interval; of one date both. `whole`: the interval has no ends of its own words, and takes none."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return start + joined(first, last)
    return edtf if whole else f"{start}{first}/{end}{last}"


def ahead(line: Line, i: int) -> tuple[int, str]:
    """Read qualifiers forward from token `i`: the token after them, and what they say."""
    mark = ""
    for _ in range(FARTHEST):
        found = _word(line, i)
        if not found:
            break
        mark = joined(mark, found)
        i += 2 if line.has(i + 1, "dot", "colon") or line.word(i + 1) == "." else 1
    return i, mark


def behind(line: Line, i: int, whole_day: bool) -> tuple[int, str]:
    """Read qualifiers backward from the token before `i`: the first of them, and what they say.

    "About" before a day (`whole_day`) is left alone: it tells what somebody spoke of; so is "how about".
    """
    mark = ""
    for _ in range(FARTHEST):
        j = i - 2 if line.has(i - 1, "the", "under") and _word(line, i - 2) and not mark else i - 1
        if line.word(j) in (".", ":") and _word(line, j - 1):
            j -= 1
        found = _word(line, j)
        asked = line.has(j, "vaguely") and (whole_day or line.has(j - 1, "asks"))
        if not found or asked or line.has(j - 1, "slash"):
            break
        mark, i = joined(mark, found), j
    return i, mark


def _word(line: Line, i: int) -> str:
    return "~" if line.has(i, "approximate", "tilde") else "?" if line.has(i, "uncertain") else ""


def trailing(line: Line, first: int, j: int) -> tuple[int, str]:
    """Read the qualifier after the date over the tokens `first` up to `j`: the token after it, and what it says."""
    if line.has(j, "query"):
        return (j + 1, "?") if _of_the_date(line, first, j + 1) else (j, "")
    opened = line.has(j, "open")
    k = j + 1 if opened or line.has(j, "comma") else j
    mark = "?" if line.has(k, "query") and opened else _word(line, k) if not line.has(k, "tilde") else ""
    if not mark:
        return j, ""
    k = k + 2 if line.word(k + 1) == "." and opened else k + 1
    if opened:
        return (k + 1, mark) if line.has(k, "close") else (j, "")
    abbreviated = line.word(k) == "." and line.word(k + 1)[:1].isalnum() and not line.at(k + 1).cap  # "in 2015 c. 300"
    return (j, "") if abbreviated or line.word(k)[:1].isalnum() else (k, mark)


def _of_the_date(line: Line, first: int, j: int) -> bool:
    """Tell whether the question mark before token `j` belongs to the date that begins at token `first`."""
    if line.has(j, "comma", "dash", "close", "join") or line.word(j) == ";" or line.word(j)[:1].isalpha() and not line.at(j).cap:
        return True
    while first > 0 and line.has(first - 1, "lead", "the", "part", "approximate", "uncertain", "tilde", "in", "dot"):
        first -= 1
    return first == 0 or line.has(first - 1, "open", "colon") or line.word(first - 1) in ("|", ";", "[", "\t")
