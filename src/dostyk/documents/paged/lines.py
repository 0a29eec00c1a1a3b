"""Words of a page → lines, put together along each direction of writing, whatever order the file has them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dostyk.documents.paged.nouns import Line, Row, Word
from dostyk.model.layout import Box

GAP = 0.85
"""Gap between words, in heights of their line, from which they are pieces of different cells or columns: justified lines stay below."""
MARK = frozenset("•·▪‣◦►■□●○–—-*➢✓")
"""What stands before an item of a list."""
MARK_GAP = 4.0
"""Heights of a line up to which a mark of a list stands before its item."""


def upright(words: Sequence[Word], angle: int) -> list[Word]:
    """Turn words written at an angle (90, 180 or 270 degrees, against the clock) so that they run from left to right; boxes turn with them."""
    if angle == 0:
        return list(words)
    return [replace(word, box=_turned(word.box, angle), shown=word.box) for word in words]


def _turned(box: Box, angle: int) -> Box:
    left, top, right, bottom = box
    match angle:
        case 90:
            return -bottom, left, -top, right
        case 180:
            return -right, -bottom, -left, -top
        case _:
            return top, -right, bottom, -left


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Put words together to lines: first as the file has them, then those that stand beside one another."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _goes_on(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return _beside([Line(run) for run in runs])


def _goes_on(last: Word, word: Word) -> bool:
    if word.glued:
        return True
    size = max(last.size, word.size)
    return _level(last.box, word.box) and -0.3 * size <= word.box[0] - last.box[2] < GAP * size


def _level(one: Box, other: Box) -> bool:
    """Whether two boxes stand on one line: they share more than half of the lower one's height."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > 0.5 * min(one[3] - one[1], other[3] - other[1])


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Put lines that stand beside one another into rows, from top to bottom and left to right."""
    rows: list[Row] = []
    for line in sorted(lines, key=lambda one: (one.middle, one.left)):
        row = rows[-1] if rows else None
        if row is not None and _level(_box(row[-1]), _box(line)) and _level(_box(row[0]), _box(line)):
            row.append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows


def _beside(lines: Sequence[Line]) -> list[Line]:
    """Join lines that stand right behind one another, and marks of lists with their items."""
    made: list[Line] = []
    for row in rows_of(lines):
        joined: list[Line] = []
        for line in row:
            last = joined[-1] if joined else None
            gap = line.left - last.right if last is not None else 0.0
            size = max(last.size, line.size) if last is not None else 0.0
            if last is not None and (gap < GAP * size or (gap < MARK_GAP * size and is_mark(last.text))):
                if line.left >= last.left:
                    last.words.extend(line.words)
                else:
                    last.words[:0] = line.words
                last.settle()
            else:
                joined.append(line)
        made += joined
    return made


def is_mark(text: str) -> bool:
    """Whether a text is nothing but the mark of an item: a bullet, a number or letter with a stop or bracket."""
    if len(text) == 1:
        return text in MARK
    return len(text) <= 5 and text[-1] in ".)" and text.strip("().").isalnum() and len(text.strip("().")) <= 3


def _box(line: Line) -> Box:
    return line.left, line.top, line.right, line.bottom
