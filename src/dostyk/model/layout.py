"""Layout: where on which page each run of a document's text stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points (1/72 inch) from the top left corner of the page as it is shown, y growing downwards."""


@dataclass(frozen=True, slots=True)
class Run:
    """One word or line of the text, from `start` to `end` (string indices), on a page (counted from 1), with its box."""

    start: int
    end: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands on one page: a box for each of its lines, from the first to the last."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a document, as width and height in points, and its runs in the order of the text, none over another."""

    pages: tuple[tuple[float, float], ...]
    runs: tuple[Run, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        """Note where runs begin."""
        object.__setattr__(self, "_starts", tuple(run.start for run in self.runs))

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Give pages and boxes of the text from `start` to `end`; nothing where it holds no letter that stands on a page.

        A run that the quote only partly covers counts whole: boxes are as fine as words, not as letters.
        """
        found: dict[int, list[Box]] = {}
        for run in self.runs[max(0, bisect_right(self._starts, start) - 1) :]:
            if run.start >= end:
                break
            if run.end > start:
                found.setdefault(run.page, []).append(run.box)
        return tuple(Place(page, tuple(_lines(boxes))) for page, boxes in sorted(found.items()))


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """Make one box of neighbours that stand on one line."""
    made: list[Box] = []
    for left, top, right, bottom in boxes:
        last = made[-1] if made else None
        if last is not None and min(last[3], bottom) - max(last[1], top) > min(last[3] - last[1], bottom - top) / 2 and left >= last[0]:
            made[-1] = (last[0], min(last[1], top), max(last[2], right), max(last[3], bottom))
        else:
            made.append((left, top, right, bottom))
    return made
