"""Turns what a date says into a string that shows what was stated and what was left open."""

from __future__ import annotations

from collections.abc import Mapping

from dostyk.values.dates.node import Node
from dostyk.values.dates.resolve import STEPS
from dostyk.values.dates.surroundings import Step, Surroundings

COUNTED = frozenset(("relative", "window", "today", "named", "same_period", "to_date", "weekend", "business_days", "weekday", "shift"))
"""Dates that are counted from the document's date or the date in force."""


def stated(node: Node, day_first: bool = True, steps: Mapping[str, Step] = STEPS) -> str:
    """Give EDTF where the text says all ("2015-08", "XXXX-05-15" with an open year), else "relative:" and the distance, then the part.

    `steps` are how each sort of date is resolved, where a language has sorts of its own.
    """
    root = _root(node)
    if root is None:
        found = Surroundings(day_first=day_first, steps=steps).resolve(node)
        return found.edtf if found else "incomplete"
    if node.op == "span" and node.base and node.other:
        return f"{stated(node.base, day_first, steps)}/{stated(node.other, day_first, steps)}"
    return ":".join([f"relative:{root.n:+d}{_unit(root)}", *_path(node, root)])


def _root(node: Node) -> Node | None:
    """Find what the date is counted from the document's date or the date in force by."""
    if (
        node.op in ("relative", "window", "today", "named", "same_period", "to_date", "weekend", "business_days")
        or node.op == "weekday"
        or node.op == "shift"
    ):
        return node
    for part in (node.base, node.other):
        found = _root(part) if part else None
        if found:
            return found
    return None


def _unit(node: Node) -> str:
    if node.op == "named" and node.other:
        return f":{node.other.op}={node.other.n}"
    return {"today": "D", "weekday": "W", "same_period": "Y", "weekend": "S"}.get(node.op, node.unit)


def _path(node: Node, root: Node) -> list[str]:
    """Name the parts picked from what is counted, outermost last."""
    if node is root:
        return [f"weekday={node.n}"] if node.op == "weekday" else ["same"] if node.op == "same_period" else []
    step = f"{node.unit}" if node.op == "part" else f"{node.op}={node.n}{node.unit}"
    return [*(_path(node.base, root) if node.base else []), step]
