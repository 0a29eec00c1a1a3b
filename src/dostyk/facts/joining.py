"""Groups of items and what a person held to be the same → groups, joined where they must be one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dostyk.facts.grouping import Group
from dostyk.facts.items import document_order


def join(groups: Sequence[Group], same: Iterable[tuple[str, str]]) -> list[Group]:
    """Make one group of those that hold the two statements of a pair (by id), in whatever order the pairs come; unknown ids join nothing."""
    at = {item.id: number for number, group in enumerate(groups) for item in group.items}
    first = list(range(len(groups)))
    for one, other in same:
        if one in at and other in at:
            low, high = sorted((_root(first, at[one]), _root(first, at[other])))
            first[high] = low
    joined: dict[int, list[Group]] = {}
    for number, group in enumerate(groups):
        joined.setdefault(_root(first, number), []).append(group)
    return [_one(together) for together in joined.values()]


def _root(first: list[int], number: int) -> int:
    while first[number] != number:
        number = first[number]
    return number


def _one(together: Sequence[Group]) -> Group:
    if len(together) == 1:
        return together[0]
    return Group(sorted((item for group in together for item in group.items), key=document_order))
