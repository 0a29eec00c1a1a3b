"""Pages' lines → the lines that every page repeats at its head or foot, and page numbers: what is no part of the running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dostyk.documents.paged.lines import rows_of
from dostyk.documents.paged.nouns import Line, Row

ZONE = 0.13
"""Share of a page's height at its head and foot in which repeated lines are looked for."""
NUMBER_ZONE = 0.2
"""The same for page numbers, which are compared with the pages' own."""
CELLS = 3
"""Pieces of a row up to which it can be a head or foot that stands close to the text: left, middle and right."""
OUTER = 4
"""Rows from either end of a page that can be repeated ones."""
LEAST = 2
"""Pages on which a line stands that is repeated, at least; of longer documents a share of the pages, see SHARE."""
SHARE = 0.3
MOST_NUMBERS = 4
"""Numbers of one line that are compared with the number of its page."""
NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.|pg\.?|стр\.?|страница|бет|第)\s*)?(\d{1,4}|[ivxl]{1,7})(?:\s*(?:/|of|из|页)\s*(\d{1,4})?)?[\W_]*", re.IGNORECASE
)
"""A page's number alone on a line, with the words that stand beside it."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """Lines left out of the running text: heads and feet, each as worded first, with the pages they stand on; and how many page numbers."""

    words: Mapping[str, tuple[int, ...]]
    numbers: int


def take_running(pages: Sequence[tuple[int, float, list[Line]]]) -> tuple[list[list[Line]], Repeated]:
    """Take repeated lines and page numbers out of pages, each given as number, height and lines; gives the lines left of each."""
    zones = [_zone(height, lines) for _, height, lines in pages]
    counts = Counter(
        key for (number, _, _), zone in zip(pages, zones, strict=True) for key in {key for where, row in zone for key in _keys(where, row, number)}
    )
    needed = max(LEAST, SHARE * len(pages))
    shift = _shift(pages, zones)
    words: dict[str, list[int]] = {}
    numbers = 0
    left: list[list[Line]] = []
    for (number, _, lines), zone in zip(pages, zones, strict=True):
        gone: set[int] = set()
        for where, row in zone:
            text = _text(row)
            if _number(text) is not None and shift is not None and _number(text) == number + shift:
                numbers += 1
            elif not NUMBER.fullmatch(text) and any(counts[key] >= max(needed, LEAST + key[2]) for key in _keys(where, row, number)):
                words.setdefault(_first(words, text), []).append(number)
            else:
                continue
            gone |= {id(line) for line in row}
        left.append([line for line in lines if id(line) not in gone])
    return left, Repeated({text: tuple(found) for text, found in words.items()}, numbers)


def _zone(height: float, lines: Sequence[Line]) -> list[tuple[str, Row]]:
    """Give the rows at the head and the foot of a page that can be repeated ones: nearer the edge for words than for numbers alone."""
    rows = rows_of(lines)
    found: list[tuple[str, Row]] = []
    for number, row in enumerate(rows[:OUTER]):
        edge = max(line.bottom for line in row)
        follows = min(line.top for line in rows[number + 1]) if number + 1 < len(rows) else height
        if edge < _reach(row) * height and _is_apart(row, follows - edge):
            found.append(("head", row))
    for back, row in enumerate(reversed(rows[-OUTER:])):
        edge = min(line.top for line in row)
        above = max(line.bottom for line in rows[-back - 2]) if back + 1 < len(rows) else 0.0
        if edge > (1 - _reach(row)) * height and _is_apart(row, edge - above):
            found.append(("foot", row))
    return found


def _reach(row: Row) -> float:
    return NUMBER_ZONE if NUMBER.fullmatch(_text(row)) else ZONE


def _is_apart(row: Row, gap: float) -> bool:
    """A row of many cells that stands close to the next one is the head of a table."""
    return len(row) <= CELLS or gap > row[0].size


def _text(row: Row) -> str:
    return " ".join(line.text for line in row)


def _keys(where: str, row: Row, page: int) -> Iterator[tuple[str, str, bool]]:
    """What makes two lines the same: their very words, or their words and numbers that go with the number of the page; then True."""
    parts = re.split(r"(\d{1,4})", " ".join(_text(row).lower().split()))
    yield where, "".join(parts), False
    for at in range(1, min(len(parts), 2 * MOST_NUMBERS), 2):
        yield where, "".join([*parts[:at], f"#{int(parts[at]) - page}#", *parts[at + 1 :]]), True


def _first(words: Iterable[str], text: str) -> str:
    """Find how a line was worded first, numbers aside."""
    bare = re.sub(r"\d+", "#", text.lower())
    return next((known for known in words if re.sub(r"\d+", "#", known.lower()) == bare), text)


def _number(text: str) -> int | None:
    match = NUMBER.fullmatch(text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else _roman(match[1].lower())


def _roman(text: str) -> int | None:
    values = [dict(zip("ivxl", (1, 5, 10, 50), strict=True))[letter] for letter in text]
    total = sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
    return total or None


def _shift(pages: Sequence[tuple[int, float, list[Line]]], zones: Sequence[Sequence[tuple[str, Row]]]) -> int | None:
    """Say by how much printed page numbers differ from the count of pages; None where there are none that go with it.

    On a single page only its very number, 1, counts.
    """
    found: Counter[int] = Counter()
    for (number, _, _), zone in zip(pages, zones, strict=True):
        found.update({printed - number for _, row in zone if (printed := _number(_text(row))) is not None})
    if not found:
        return None
    shift, count = max(found.items(), key=lambda item: (item[1], -abs(item[0])))
    return shift if count >= min(LEAST, len(pages)) and (len(pages) > 1 or shift == 0) else None
