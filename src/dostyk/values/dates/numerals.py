"""Turns a run of digits and separators ("26-28.03.2015", "1,500", "20:30") into what its parts may be in a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

Piece = tuple[int, int, Mapping[str, Any]]
"""Start and end within the run, and what stands there."""
NUMBER: Mapping[str, Any] = {"amount": True}
DASHES = "~～–—‑−-"  # the hyphen last: it stands in character classes
LONGEST = 40
"""A longer run of digits and separators is no date."""
CLOCK = frozenset(("am", "pm", "h", "hrs", "gmt", "utc", "km", "kg"))
YEAR_LETTERS = frozenset(("г", "гг", "ж", "жж", "года"))
"""Glued to a date in figures they say "year": "01.02.2020г"."""
ALIKE = str.maketrans("ІХ", "IX")  # Cyrillic to Latin
ORDINAL = frozenset(("st", "nd", "rd", "th"))


@cache
def _romans() -> Mapping[str, int]:
    """Give the Roman numerals 1 to 39, as ordinals, too."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    plain = {tens * "X" + one: 10 * tens + n for tens in range(4) for n, one in enumerate(ones) if tens + n}
    return {word + end: n for word, n in plain.items() for end in ("", *sorted(ORDINAL))}


def roman(word: str) -> int:
    """Read a Roman numeral from I to XXXIX ("XIX", "XXth"), its letters Latin or Cyrillic look-alikes; 0 where it is none."""
    return _romans().get(word.translate(ALIKE), 0)


def pieces(run: str, suffix: str) -> tuple[Piece, ...]:
    """Split a run of digits, followed by the letters `suffix`, into numbers, marks and whole numeric dates."""
    return _pieces(run, suffix) if len(run) + len(suffix) <= LONGEST else ((0, len(run) + len(suffix), NUMBER),)


@lru_cache(maxsize=4096)
def _pieces(run: str, suffix: str) -> tuple[Piece, ...]:
    parts = re.split(rf"([.,/:{DASHES}])", run)
    numbers, marks = parts[::2], ["-" if mark in DASHES else mark for mark in parts[1::2]]
    if suffix and marks == ["."] and len(run) < 9 and len(numbers[0]) + len(numbers[1]) < 4:  # "3.5years"
        return ((0, len(run) + len(suffix), {"amount": True, "glued": True, "value": float(run), "suffix": suffix.lower()}),)
    if suffix and marks and not (suffix == "T" and len(numbers) == 3) and suffix.lower() not in YEAR_LETTERS:
        whole: Mapping[str, Any] | None = None
    else:
        whole = _whole(numbers, marks, run)
    if whole is not None:
        return ((0, len(run) + len(suffix), whole if not suffix else {**whole}),) if marks else ((0, len(run) + len(suffix), _single(run, suffix)),)
    return tuple(_split(parts, suffix))


def _split(parts: list[str], suffix: str) -> list[Piece]:
    found: list[Piece] = []
    at = 0
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        kinds = _single(part, suffix if last else "") if index % 2 == 0 else _mark(part)
        end = at + len(part) + (len(suffix) if last else 0)
        found.append((at, end, kinds))
        at += len(part)
    return found


def _mark(mark: str) -> Mapping[str, Any]:
    return {"dash": True} if mark in DASHES else {{",": "comma", "/": "slash", ".": "dot", ":": "colon"}[mark]: True}


@lru_cache(maxsize=4096)
def _single(digits: str, suffix: str) -> Mapping[str, Any]:
    """Say what one number with the letters glued to it may be."""
    if len(digits) > 4:
        return NUMBER
    value, low = int(digits), suffix.lower()
    if low in ORDINAL:
        return {"ord": value, "figure": True}
    if low == "s" and value % 10 == 0 and (len(digits) == 4 or len(digits) == 2 and value >= 20):
        return {"decade": value}
    if suffix in ("H", "Q", "q") and 1 <= value <= (2 if low == "h" else 4):
        return {"part_of_year": (low.upper(), value)}
    if low in YEAR_LETTERS and len(digits) == 4:
        return {"number": value, "digits": 4, "year": value, "glued_year": True}
    if suffix in ("E", "F", "P", "A") and len(digits) == 4 and 1950 <= value <= 2100:  # a forecast in a table: "2026F"
        return {"number": value, "digits": 4, "year": value}
    if suffix:
        return {"amount": True, "glued": True, "value": value, "suffix": low}
    kinds: dict[str, Any] = {"number": value, "digits": len(digits)}
    if len(digits) == 4 and 1000 <= value <= 2199:
        kinds["year"] = value
    if len(digits) <= 2 and 1 <= value <= 31:
        kinds["day"] = value
    return kinds


def _whole(numbers: list[str], marks: list[str], run: str) -> Mapping[str, Any] | None:
    """Read the run as one thing; None: its parts stand for themselves."""
    if not marks:
        return NUMBER
    if ":" in marks:
        return {"clock": True}
    if set(marks) == {","}:
        return NUMBER if all(len(n) == 3 for n in numbers[1:]) and len(numbers[0]) <= 3 else None
    if "," in marks:
        return None if marks.count(",") == 1 and len(numbers[-1]) == 4 else NUMBER
    lengths = [len(n) for n in numbers]
    if max(lengths) > 4:
        return NUMBER
    if len(numbers) == 2:
        return _pair(numbers, lengths, marks[0], run)
    if len(numbers) == 3 and marks[0] == marks[1]:
        return _triple(numbers, lengths, marks[0])
    return _range(run, marks)


def _pair(numbers: list[str], lengths: list[int], mark: str, run: str) -> Mapping[str, Any] | None:
    """Read two numbers: year and month in either order, two years ("2018/19"), or day and month in an unknown order."""
    a, b = int(numbers[0]), int(numbers[1])
    first_year, last_year = (length == 4 and 1000 <= n <= 2199 for n, length in ((a, lengths[0]), (b, lengths[1])))
    if first_year and lengths[1] <= 2 and mark in "-/":
        return _year_and(a, b, lengths[1], hyphen=mark == "-" and "-" in run)
    if first_year and lengths[1] <= 2 and mark == "." and 1 <= b <= 12:
        return {**NUMBER, "year_month": (a, b)}
    if first_year and last_year and mark == "/":
        return {"numeric": ("years", a, b)} if 0 < b - a < 100 else NUMBER
    if last_year and 1 <= a <= 12 and (mark == "/" or lengths[0] == 2) and (mark != "-" or "-" in run):
        return {"numeric": ("ym", b, a)}
    if mark == "-":
        return None
    return {"amount": True, "pair": (a, b, mark)} if mark in "./" and max(lengths) <= 2 else NUMBER


def _year_and(a: int, b: int, length: int, hyphen: bool) -> Mapping[str, Any]:
    """Read "2019-12" and "2015/3" as a month, "2018/19", "2010–12" and "1998-99" as two years."""
    season = length == 2 and b == (a + 1) % 100
    if 1 <= b <= 12 and (hyphen or not season and length == 2) and not (season and not hyphen):
        return {"numeric": ("ym", a, b)}
    if length == 2 and (b > a % 100 or season):
        return {"numeric": ("years", a, a // 100 * 100 + b if b > a % 100 else a + 1)}
    return NUMBER


def _triple(numbers: list[str], lengths: list[int], mark: str) -> Mapping[str, Any] | None:
    a, b, c = (int(n) for n in numbers)
    if lengths[0] == 4 and lengths[1] <= 2 and lengths[2] <= 2:
        return {"numeric": ("ymd", a, b, c)} if 1000 <= a <= 2199 else NUMBER
    if lengths[0] <= 2 and lengths[1] <= 2 and lengths[2] in (2, 4) and max(a, b) <= 31 and min(a, b) >= 1:
        if lengths[2] == 4 and not 1000 <= c <= 2199:
            return NUMBER
        return {"numeric": ("day", a, b, c, lengths[2], mark)}
    return NUMBER


def _range(run: str, marks: list[str]) -> Mapping[str, Any] | None:
    """Read "26-28.03.2015", "01.05-10.05.2015" and two whole dates around a dash."""
    if marks.count("-") % 2 == 0 or not set(marks) - {"-"} and len(marks) != 5:
        return NUMBER
    at = [i for i, mark in enumerate(re.findall(rf"[./{DASHES}]", run)) if mark in DASHES]
    middle = at[len(at) // 2]
    cut = [m.start() for m in re.finditer(rf"[./{DASHES}]", run)][middle]
    left, right = run[:cut], run[cut + 1 :]
    ends = [pieces(side, "") for side in (left, right)]
    if any(len(end) != 1 for end in ends):
        return NUMBER
    first, last = ends[0][0][2], ends[1][0][2]
    if "pair" in first and "pair" in last and first["pair"][2] == last["pair"][2] == "/":
        return {"amount": True, "pair_range": (first["pair"], last["pair"])}
    if "numeric" not in last or not ("numeric" in first or "pair" in first or "day" in first):
        return NUMBER
    return {"numeric": ("range", first.get("numeric") or first.get("pair") or (first["day"],), last["numeric"])}
