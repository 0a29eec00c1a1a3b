"""Blocks of a page → paragraphs: which lines run on, and which begin something new."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from dostyk.documents.paged.lines import MARK, is_mark
from dostyk.documents.paged.nouns import Block, Line, Row, Word

BREAK = 0.62
"""Gap between two rows, in heights of a line, from which the lower one begins a paragraph; see also WIDER."""
WIDER = 0.25
"""By how much, in heights of a line, the gap is wider than usual in its block where a paragraph begins."""
OTHER_SIZE = 0.12
"""Share by which the sizes of two lines differ that are not of one paragraph."""
INDENT = 0.8
ROOM = 0.5
"""Heights of a line that the next word must have had room for where a line was ended on purpose."""
BIG = 1.12
"""Sizes, in sizes of the page's usual text, from which a line is of a title, whose lines are broken for looks."""
ITEM = re.compile(r"(?:[•·▪‣◦►■□●○✓➢]|[-–—]\s|\(?\d{1,2}[.)]\s|\(?[a-zа-я][.)]\s|\(?[ivx]{1,4}[.)]\s)")  # noqa: RUF001
ENDED = re.compile(r"[.!?:;。！？：；…][\"'”’»)\]]*$")  # noqa: RUF001


@dataclass(slots=True)
class Paragraph:
    """Words of running text, or the cells of a table row; `lines` are where each line's words begin.

    `form` is prose, title, item or row. `open` tells that its last line ran to the edge without an end, so that it may go on elsewhere.
    """

    form: str
    lines: list[list[Word]]
    cells: list[list[list[Word]]] = field(default_factory=list)
    page: int = 0
    size: float = 0.0
    open: bool = False
    small: bool = False


def paragraphs_of(blocks: Sequence[Block], page: int, usual: float) -> Iterator[Paragraph]:
    """Put the rows of blocks into paragraphs; `usual` is the size of the document's running text in points."""
    for block in blocks:
        for cells in block.table:
            written = [[line.words for line in cell] for cell in cells]
            yield Paragraph("row", [], written, page, max(line.size for cell in cells for line in cell))
        if block.rows:
            yield from _running(block.rows, page, usual)


def _running(rows: Sequence[Row], page: int, usual: float) -> Iterator[Paragraph]:
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    steps = [_top(row) - _bottom(above) for above, row in itertools.pairwise(rows)]
    tight = median(steps) if steps else 0.0
    begun: list[Row] = []
    for row in rows:
        if begun and _begins(row, begun, (left, right), tight, usual):
            yield _made(begun, page, usual, right)
            begun = []
        begun.append(row)
    yield _made(begun, page, usual, right)


def _begins(row: Row, begun: Sequence[Row], edges: tuple[float, float], tight: float, usual: float) -> bool:
    """Whether a row begins a paragraph, after the rows of the one before."""
    above, size = begun[-1], row[0].size
    step = _top(row) - _bottom(above)
    if step > BREAK * size or step > tight + WIDER * size or step < -0.8 * size:
        return True
    if abs(size - above[0].size) > OTHER_SIZE * max(size, above[0].size) or _is_bold(row) != _is_bold(above):
        return True
    if _is_item(row):
        return True
    if size > BIG * usual:
        return False
    left, right = edges
    indented, before = row[0].left - left > INDENT * size, above[0].left - left > INDENT * size
    if indented and not before and not _is_item(begun[0]):
        return True
    if before and not indented and len(begun) > 1 and not _is_item(begun[0]):
        return True
    room = right - above[-1].right - ROOM * size
    return room > row[0].words[0].box[2] - row[0].words[0].box[0] and (bool(ENDED.search(above[-1].text)) or room > 0.25 * (right - left))


def _made(rows: Sequence[Row], page: int, usual: float, right: float) -> Paragraph:
    size = rows[0][0].size
    last = rows[-1][-1]
    title = size > BIG * usual
    form = "title" if title else "item" if _is_item(rows[0]) else "prose"
    runs_on = not title and right - last.right < 2 * last.size and not ENDED.search(last.text)
    lines = [[word for line in row for word in line.words] for row in rows]
    return Paragraph(form, lines, [], page, size, runs_on or last.text.endswith("-"), size < usual / BIG)


def _is_item(row: Row) -> bool:
    text = row[0].text
    return bool(ITEM.match(text)) or is_mark(text) or text[:1] in MARK - set("-–—*")  # noqa: RUF001


def _is_bold(row: Row) -> bool:
    return all(line.bold for line in row)


def _top(row: Row) -> float:
    return min(line.top for line in row)


def _bottom(row: Row) -> float:
    return max(line.bottom for line in row)


def usual_size(lines: Sequence[Line]) -> float:
    """Give the size, in points, that most letters of a document have."""
    counts: dict[float, int] = {}
    for line in lines:
        counts[round(line.size, 1)] = counts.get(round(line.size, 1), 0) + len(line.text)
    return max(counts.items(), key=lambda item: (item[1], item[0]))[0] if counts else 0.0
