"""Surroundings: what a date may be completed from: the document's date, the date in force, the words around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from dostyk.values.dates.node import Node
from dostyk.values.dates.period import Period, span


@dataclass(slots=True)
class Surroundings:
    """What a date may be completed from, and what was used of it.

    `reference` is the document's date, `context` the date in force for a bare day or month, `near` that for "that year" and "later", `sharp`
    whether a preposition asks for one end of a period ("by", "as of"), `deadline` whether it is "by" or "until", `day_first` the page's habit
    in numeric dates. `first` tells whether no date came before in the text: then what counts from the date in force counts from the document's
    date, and is `assumed`. `future` tells whether the words to the left look ahead. `steps` are how each sort of date is resolved.
    """

    reference: Period | None = None
    context: Period | None = None
    near: Period | None = None
    future: Callable[[], bool] = bool
    sharp: bool = False
    deadline: bool = False
    day_first: bool = True
    used: list[str] = field(default_factory=list)
    impossible: bool = False
    same_period: bool = False
    first: bool = False
    assumed: bool = False
    steps: Mapping[str, Step] = field(default_factory=dict)

    def resolve(self, node: Node) -> Period | None:
        """Resolve a date; None where something is missing or the day does not exist (then `impossible` is set)."""
        try:
            return self.steps[node.op](node, self)
        except OverflowError:  # a day before the year 1 or after 9999
            return None

    def use(self, source: str) -> Period | None:
        """Give the document's date ("reference"), the date in force ("context"), or the one, else the other ("either"), and note it."""
        found = self.near if source in ("context", "either") else self.reference
        if found is None and (source == "either" or source == "context" and self.first and self.reference and self.reference.unit == "D"):
            self.assumed |= source == "context"
            found, source = self.reference, "reference"
        if found:
            self.used.append("reference" if source == "reference" else "context")
        return found


Step = Callable[[Node, Surroundings], Period | None]
"""Resolves one sort of date."""


@lru_cache(maxsize=1024)
def as_period(edtf: str | None) -> Period | None:
    """Read an EDTF string as a period to derive from; None where it is open, vague or none."""
    if not edtf:
        return None
    first, _, last = edtf.partition("/")
    ends = [_point(end) for end in (first, last) if end]
    if not ends or any(end is None for end in ends):
        return next((end for end in ends if end), None)
    a, b = ends[0], ends[-1]
    return span(a, b) if a and b and len(ends) == 2 else a


def _point(text: str) -> Period | None:
    parts = text.split("T")[0].rstrip("~?%").split("-")
    if not parts[0].isdecimal() or not all(part.isdecimal() for part in parts):
        return None
    y, m, d = (int(part) for part in (*parts, "0", "0")[:3])
    if m > 12:
        return Period("S", y, m) if m < 25 else Period("Y", y)
    return Period("D" if d else "M" if m else "Y", y, m, d)
