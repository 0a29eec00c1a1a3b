"""Items → groups that each state one fact, the same whatever order the statements come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dostyk.facts.identity import handles, identity, places_agree, same_fact
from dostyk.facts.items import Item, document_order
from dostyk.facts.timing import fineness, first_day
from dostyk.model.mention import Mention


@dataclass(slots=True)
class Group:
    """Items held to state one fact; `samples` has one item for each differing wording, all of which agree pairwise; `number` counts groups."""

    items: list[Item]
    number: int = 0
    samples: list[Item] = field(default_factory=list)
    signatures: set[str] = field(default_factory=set)
    handles: set[str] = field(default_factory=set)
    roles: dict[str, tuple[Mention, ...]] = field(default_factory=dict)


def group(items: Sequence[Item]) -> list[Group]:
    """Put the items that say most first, and give each further one to the only group that all of it agrees with."""
    groups: list[Group] = []
    index: dict[str, list[Group]] = defaultdict(list)
    for item in sorted(items, key=_says_most):
        own, signature = handles(item), _signature(item)
        near = {g.number: g for handle in own.looks for g in index.get(handle, ())}
        chosen = _choose(item, signature, [near[number] for number in sorted(near) if _fits(item, signature, near[number])])
        if chosen is None:
            chosen = Group([], len(groups))
            groups.append(chosen)
        _add(item, signature, chosen)
        for handle in own.found:
            if handle not in chosen.handles:
                chosen.handles.add(handle)
                index[handle].append(chosen)
    for made in groups:
        made.items.sort(key=document_order)
    groups.sort(key=lambda g: document_order(g.items[0]))
    return groups


def _says_most(item: Item) -> tuple[int, tuple[int, int, int], int, int, str]:
    statement = item.statement
    filled = sum(map(len, item.roles.values())) + len(item.attributes)
    longest = sum(len(v) for v in item.attributes.values())
    return (-fineness(statement.time), first_day(statement.time) or (0, 0, 0), -filled, -longest, item.id)


def _fits(item: Item, signature: str, candidate: Group) -> bool:
    if signature in candidate.signatures:
        return True
    return places_agree(item, candidate.roles) and all(same_fact(item, sample) for sample in candidate.samples)


def _choose(item: Item, signature: str, fitting: Sequence[Group]) -> Group | None:
    """The only fitting group; of several the one that has the very same wording, time and document, in that order."""
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    same_wording = [g for g in fitting if signature in g.signatures]
    same_time = [g for g in fitting if any(i.statement.time == item.statement.time for i in g.items)]
    same_document = [g for g in fitting if any(i.document == item.document for i in g.items)]
    for narrowed in (same_wording, same_time, same_document):
        if len(narrowed) == 1:
            return narrowed[0]
    return same_time[0] if same_time and item.statement.time else None


def _add(item: Item, signature: str, chosen: Group) -> None:
    chosen.items.append(item)
    if signature not in chosen.signatures:
        chosen.signatures.add(signature)
        chosen.samples.append(item)
        for role in identity(item.statement.kind).near:
            chosen.roles[role] = chosen.roles.get(role, ()) + item.roles.get(role, ())


def _signature(item: Item) -> str:
    """All that `same_fact` looks at, as one string."""
    roles = ";".join(f"{role}={','.join(sorted(item.ids(role)))}" for role in sorted(item.roles))
    attributes = ";".join(f"{k}={v}" for k, v in sorted(item.attributes.items()))
    return f"{item.statement.time}|{roles}|{attributes}|{identity(item.statement.kind).time}"
