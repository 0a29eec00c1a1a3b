"""Rows of a page with gaps between their lines → the rows and cells of a table."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

from dostyk.documents.paged.nouns import Line, Row
from dostyk.model.layout import Box

LEAST_RULES = 2
"""Thin lines drawn across a gap from which it parts the cells of a table."""
RULED = 0.3
"""Lines drawn across for each row of letters from which it is only those lines that part the rows of a table."""
TIGHT = 0.6
"""Heights of a line between two rows up to which the lower one can go on with cells of the upper one."""


def is_table(rows: Sequence[Row], gaps: Sequence[tuple[float, float]], rules: Sequence[Box]) -> bool:
    """Whether lines are drawn across the gaps of rows, as in a table and not between columns of running text."""
    top, bottom = min(line.top for line in rows[0]), max(line.bottom for line in rows[-1])
    low, high = gaps[0][0], gaps[-1][1]
    across = [rule for rule in rules if top < (rule[1] + rule[3]) / 2 < bottom and rule[0] <= low and rule[2] >= high]
    return len(across) >= LEAST_RULES


def read_table(rows: Sequence[Row], edges: Sequence[float], rules: Sequence[Box]) -> list[list[list[Line]]]:
    """Put rows into the rows of a table, cells that go on in the next row joined; `edges` part its columns."""
    made: list[list[list[Line]]] = []
    top, bottom = _top(rows[0]) - 20, _bottom(rows[-1]) + 20
    heights = sorted({y for rule in rules if rule[0] <= edges[0] <= rule[2] and top < (y := round((rule[1] + rule[3]) / 2)) < bottom})
    inside = sum(_middle(rows[0]) < height < _middle(rows[-1]) for height in heights)
    heights = heights if inside >= LEAST_RULES else []
    steps = [max(0.0, _top(row) - _bottom(above)) for above, row in itertools.pairwise(rows)]
    usual = median(steps)
    for number, row in enumerate(rows):
        cells: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
        for line in row:
            cells[sum(edge <= line.left for edge in edges)].append(line)
        if number and _goes_on(cells, made[-1], (rows[number - 1], row), heights, usual, inside >= RULED * (len(rows) - 1)):
            for cell, more in zip(made[-1], cells, strict=True):
                cell += more
        else:
            made.append(cells)
    return made


def _goes_on(
    cells: Sequence[list[Line]], above: Sequence[list[Line]], rows: tuple[Row, Row], rules: Sequence[float], usual: float, dense: bool
) -> bool:
    """Whether a row goes on with the cells above: nothing is drawn between them, or it is close and its first cell, or nearly all, empty."""
    upper, row = rows
    step = _top(row) - _bottom(upper)
    if rules and rules[0] < _bottom(upper) and rules[-1] > _top(row):
        return not any(_middle(upper) < rule < _middle(row) for rule in rules) and (dense or not all(cells))
    if step > TIGHT * row[0].size:
        return False
    if not cells[0]:
        return all(held for held, more in zip(above, cells, strict=True) if more)
    return len(cells) > 2 and sum(map(bool, cells)) == 1 and bool(above[0]) and step < usual


def _top(row: Row) -> float:
    return min(line.top for line in row)


def _bottom(row: Row) -> float:
    return max(line.bottom for line in row)


def _middle(row: Row) -> float:
    return (_top(row) + _bottom(row)) / 2
