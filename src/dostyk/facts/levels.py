"""Levels of a relationship told in one breath → the date taken off those it does not belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dostyk.facts.items import Item
from dostyk.facts.wording import take_apart


def own_dates(items: Iterable[Item]) -> list[Item]:
    """Leave out the date of a level whose quote only takes in that of another level of the same parties, and its date with it."""
    given = list(items)
    beside: dict[tuple[str, frozenset[str], str | None], list[Item]] = defaultdict(list)
    for item in given:
        if item.statement.kind == "Relations" and item.statement.time:
            beside[_group(item)].append(item)
    return [_undated(i) if any(_borrowed(i, other) for other in beside.get(_group(i), ())) else i for i in given]


def _group(item: Item) -> tuple[str, frozenset[str], str | None]:
    return (item.document, item.ids("party"), item.statement.time)


def _borrowed(item: Item, other: Item) -> bool:
    """Whether another level, worded otherwise, has the same date in a quote that lies within this one's and ends before it."""
    one, two = item.statement.evidence, other.statement.evidence
    if item is other or not (one.start <= two.start and two.end < one.end and item.statement.kind == "Relations"):
        return False
    own, theirs = (take_apart(i.attributes.get("status", "")) for i in (item, other))
    return theirs.telling < own.telling


def _undated(item: Item) -> Item:
    return replace(item, statement=replace(item.statement, time=None))
