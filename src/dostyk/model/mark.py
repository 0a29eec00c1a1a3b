"""Mark: a run of a document's text that is not simply what a reader of the page sees, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class MarkSort(StrEnum):
    """How a run of text differs from what a reader sees: not shown; shown as other letters or in another order; read from a picture."""

    HIDDEN = "hidden"
    DISGUISED = "disguised"
    RECOGNISED = "recognised"


BARRED = frozenset({MarkSort.HIDDEN, MarkSort.DISGUISED})
"""The sorts of text that make no fact until a person has accepted what rests on them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One run of a text, from `start` to `end` (string indices), with the reason in words ("white on white").

    `confidence` (0 to 1) is how sure the recognising program was of the letters; 1 for all that was not recognised.
    """

    start: int
    end: int
    sort: MarkSort
    reason: str
    confidence: float = 1.0

    @property
    def words(self) -> str:
        """What people are told of it."""
        sure = f", confidence {self.confidence:.2f}" if self.sort is MarkSort.RECOGNISED else ""
        return f"{self.sort.value}: {self.reason}{sure}"

    def as_json(self) -> dict[str, Any]:
        """Give the mark with all its fields."""
        return {"start": self.start, "end": self.end, "sort": self.sort.value, "reason": self.reason, "confidence": self.confidence}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Mark:
        """Read a mark back."""
        return cls(data["start"], data["end"], MarkSort(data["sort"]), data["reason"], data["confidence"])


def joined(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Put marks in the order of the text, those that touch and say the same made one; empty ones are left out."""
    made: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.start, one.end, one.sort, one.reason, one.confidence)):
        last = made[-1] if made else None
        if mark.start >= mark.end:
            continue
        if last is not None and mark.start <= last.end and (mark.sort, mark.reason, mark.confidence) == (last.sort, last.reason, last.confidence):
            made[-1] = Mark(last.start, max(last.end, mark.end), mark.sort, mark.reason, mark.confidence)
        else:
            made.append(mark)
    return tuple(made)


def seen(text: str, marks: Iterable[Mark]) -> str:
    """Blank out what is hidden, line by line, so that offsets stay and nothing is read from what no reader sees."""
    parts, at = [], 0
    for mark in joined(one for one in marks if one.sort is MarkSort.HIDDEN):
        start = max(at, mark.start)
        parts += [text[at:start], "".join(letter if letter == "\n" else " " for letter in text[start : mark.end])]
        at = max(at, mark.end)
    return "".join([*parts, text[at:]])
