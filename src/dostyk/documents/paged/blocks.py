"""Lines of a page → blocks in reading order: columns one after the other, tables row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from dostyk.documents.paged.lines import rows_of
from dostyk.documents.paged.nouns import Block, Line, Row
from dostyk.documents.paged.tables import is_table, read_table
from dostyk.model.layout import Box

Gap = tuple[float, float]

LEAST_LINES = 3
"""Lines on either side of a gap from which the sides can be columns of running text."""
FULL = 0.62
"""Share of their column's width that lines of running text fill, in the middle of all."""
LONG = 8.0
"""Width in heights of a line from which a line is long enough to be of running text."""
APART = 0.9
"""Heights of a line between rows from which the lower one does not belong to the column above it."""
NARROW = 4.0
"""Points of the narrowest gap between columns."""
DEEPEST = 6
"""Columns within columns that are followed."""
MOST_ROWS = 3000
"""Rows of a page from which nobody looks for columns in it any more."""
BIG = 1.12
"""Sizes of the row below from which a row is a title."""
FAR = 1e9


def blocks_of(lines: Sequence[Line], rules: Sequence[Box] = (), depth: int = 0) -> Iterator[Block]:
    """Put lines into blocks in reading order; `rules` are the boxes of thin lines drawn across."""
    rows = rows_of(lines)
    plain: list[Row] = []
    index = 0
    while index < len(rows):
        end, gaps = _run(rows, index) if len(rows) <= MOST_ROWS else (index + 1, [])
        if gaps and index + 1 < end and _is_title(rows, index, len(gaps)):
            gaps = []
        found = _parted(rows[index:end], gaps, rules, depth) if gaps else []
        if found:
            yield from [Block(plain)] if plain else []
            plain = []
            yield from found
        else:
            end = index + 1
            plain.append(rows[index])
        index = end
    if plain:
        yield Block(plain)


def _run(rows: Sequence[Row], start: int) -> tuple[int, list[Gap]]:
    """Follow the gaps of a row down the page: gives where they end, and those that stay open all the way with lines on either side."""
    gaps, inner = _gaps(rows[start]), list[Gap]()
    left, right = rows[start][0].left, max(line.right for line in rows[start])
    inner = _inner(gaps, left, right)
    end = start + 1
    while end < len(rows):
        row = rows[end]
        left, right = min(left, row[0].left), max(right, *(line.right for line in row))
        shared = _shared(gaps, _gaps(row))
        found = _inner(shared, left, right)
        if not found:
            break
        gaps, inner, end = shared, found, end + 1
    while end > start + 1 and _stands_apart(rows[end - 1], rows[end - 2]):
        end -= 1
    return end, inner


def _is_title(rows: Sequence[Row], index: int, gaps: int) -> bool:
    """Whether a row is a title above a table: one line, without which the rows below have more columns, or larger than what is below."""
    row = rows[index]
    return len(row) == 1 and (row[0].size > BIG * rows[index + 1][0].size or len(_run(rows, index + 1)[1]) > gaps)


def _stands_apart(row: Row, above: Row) -> bool:
    """Whether a row of one line stands so far below the row above that it opens something else."""
    return len(row) == 1 and row[0].top - max(line.bottom for line in above) > APART * row[0].size


def _gaps(row: Row) -> list[Gap]:
    """Give the free stretches of a row in order, those at its ends without end."""
    found: list[Gap] = []
    at = -FAR
    for line in row:
        if line.left > at:
            found.append((at, line.left))
        at = max(at, line.right)
    return [*found, (at, FAR)]


def _shared(one: Sequence[Gap], other: Sequence[Gap]) -> list[Gap]:
    """Give what two lists of stretches have in common, where it is wide enough to part columns."""
    found: list[Gap] = []
    first = second = 0
    while first < len(one) and second < len(other):
        low, high = max(one[first][0], other[second][0]), min(one[first][1], other[second][1])
        if high - low >= NARROW:
            found.append((low, high))
        if one[first][1] < other[second][1]:
            first += 1
        else:
            second += 1
    return found


def _inner(gaps: Sequence[Gap], left: float, right: float) -> list[Gap]:
    """Keep the stretches that have lines on either side."""
    return [(low, high) for low, high in gaps if low > left and high < right]


def _parted(rows: Sequence[Row], gaps: Sequence[Gap], rules: Sequence[Box], depth: int) -> list[Block]:
    """Part rows at the gaps that run through them, as columns of running text or as a table; nothing where they are neither."""
    if len(rows) < 2:
        return []
    edges = [(low + high) / 2 for low, high in gaps]
    columns = parted_at(rows, edges)
    ruled = is_table(rows, gaps, rules)
    if not ruled and depth < DEEPEST and all(_is_running(column) for column in columns):
        return [block for column in columns for block in blocks_of(column, rules, depth + 1)]
    if ruled or sum(len(row) > 1 for row in rows) >= 2:
        return [Block([], read_table(rows, edges, rules))]
    return []


def parted_at(rows: Sequence[Row], edges: Sequence[float]) -> list[list[Line]]:
    """Part the lines of rows at places across the page."""
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for row in rows:
        for line in row:
            columns[sum(edge <= line.left for edge in edges)].append(line)
    return columns


def _is_running(lines: Sequence[Line]) -> bool:
    """Whether lines are running text: several, long, and most of them as wide as their column."""
    if len(lines) < LEAST_LINES:
        return False
    wide = max(line.right for line in lines) - min(line.left for line in lines)
    usual = median(line.right - line.left for line in lines)
    return usual >= FULL * wide and usual >= LONG * median(line.size for line in lines)
