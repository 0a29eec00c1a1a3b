"""What a thread of reviews speaks of → the statement of a new reading that is the same one, by equal slots, never by likeness."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from dostyk.kinds import kinds
from dostyk.model.kind import Kind
from dostyk.model.mention import Mention
from dostyk.model.review import Said
from dostyk.model.statement import Evidence

Roles = Mapping[str, tuple[Mention, ...]]


@dataclass(slots=True)
class Wanted:
    """What one thread looks for within `bounds` of a text: what was read (`reads`; the first with its place in this text), and what stands
    in its place (`results`); `taken` are the numbers of the statements found, `read` the one that is as read.
    """

    bounds: tuple[int, int]
    reads: Sequence[Said]
    results: Sequence[Said]
    taken: set[int] = field(default_factory=set)
    read: int | None = None

    def holds(self, evidence: Evidence) -> bool:
        """Tell whether a quote lies within the bounds."""
        return self.bounds[0] <= evidence.start and evidence.end <= self.bounds[1]


def match(wanted: Sequence[Wanted], found: Mapping[int, Said]) -> None:
    """Give to each thread the statements (by number) that it speaks of, one at most for what was read and for each result, the surest first."""
    free = dict(found)
    for key, placed, unique in ((_worded, True, False), (_meant, False, False), (told, False, True)):
        keys = {number: key(said) for number, said in free.items()}
        for one in wanted:
            reads = one.reads[:1] if placed else one.reads
            if one.read is None:
                one.read = _take(one, [key(said) for said in reads], free, keys, unique)
            for said in one.results:
                _take(one, [key(said)], free, keys, unique)


def _take(one: Wanted, keys: Sequence[Hashable], free: dict[int, Said], by_number: Mapping[int, Hashable], unique: bool) -> int | None:
    """Take the first free statement inside the bounds that has one of the keys; where it must be unique, only if no other has."""
    fitting = [number for number, said in free.items() if by_number[number] in keys and one.holds(said.evidence)]
    if not fitting or unique and len(fitting) > 1:
        return None
    one.taken.add(fitting[0])
    del free[fitting[0]]
    return fitting[0]


def _worded(said: Said) -> Hashable:
    """The same kind in the same words at the same place: what makes the id of a statement."""
    words = tuple((role, tuple(mention.text for mention in found)) for role, found in sorted(said.roles.items()) if found)
    return said.kind, said.evidence.start, said.evidence.end, words, _attributes(said.attributes)


def _meant(said: Said) -> Hashable:
    """The same in every slot, wherever in the passage its quote begins and ends."""
    return said.kind, _ids(said.roles, said.roles), _attributes(said.attributes), said.time, said.modality


def told(said: Said) -> Hashable:
    """The same kind with the same key slots, the same slots that identify one (kinds/*/__init__.py) and the same time."""
    kind = _kinds().get(said.kind)
    if kind is None:
        return _meant(said)
    slots = {*kind.key_roles, *kind.key_attributes, *kind.identity}
    attributes = {name: value for name, value in said.attributes.items() if name in slots}
    return said.kind, _ids(said.roles, slots), _attributes(attributes), said.time


def _ids(roles: Roles, wanted: Mapping[str, object] | set[str]) -> Hashable:
    return tuple((role, tuple(sorted(mention.id for mention in found))) for role, found in sorted(roles.items()) if found and role in wanted)


def _attributes(attributes: Mapping[str, str]) -> Hashable:
    return tuple(sorted(attributes.items()))


@cache
def _kinds() -> dict[str, Kind]:
    return {kind.name: kind for kind in kinds()}
