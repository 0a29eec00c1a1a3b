"""The statements of two states of one document → which say the same, which something else of the same, which came, which went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from dostyk.facts.grouping import group
from dostyk.facts.items import read_items
from dostyk.model.change import Difference
from dostyk.model.mention import Mention
from dostyk.model.statement import Statement

Left = dict[int, Statement]
"""Statements that have not found their like yet, by their place in what was given."""
Pair = tuple[int, int]


def difference(before: Iterable[Statement], after: Iterable[Statement]) -> Difference:
    """Set statements side by side, whatever moved in their texts.

    The same are those that say the same in every slot, first in the same words. Of the rest those belong together that would make one
    fact, else those that differ in one slot only, else those read from the same words, where no other could be meant.
    """
    olds, news = dict(enumerate(before)), dict(enumerate(after))
    same, changed = [], []
    for key in (_worded, _meant):
        same += _taken(olds, news, _matched(olds, news, key))
    for pairs in (_of_one_fact, _but_for_one_slot, _quoted):
        changed += _taken(olds, news, pairs(olds, news))
    changed.sort(key=lambda pair: pair[1].evidence.start)
    return Difference(tuple((one.id, other.id) for one, other in same), tuple(changed), tuple(news.values()), tuple(olds.values()))


def slots(statement: Statement) -> dict[str, str]:
    """Give what a statement says, slot by slot, in words that can be compared and shown."""
    found = {"kind": statement.kind, "time": statement.time or "", "modality": statement.modality.value, "according to": statement.attribution or ""}
    return {**named(statement.roles), **statement.attributes, **found}


def named(roles: Mapping[str, Sequence[Mention]]) -> dict[str, str]:
    """Give the names in each role."""
    return {role: ", ".join(mention.name for mention in found) for role, found in roles.items()}


def _taken(olds: Left, news: Left, pairs: Iterable[Pair]) -> list[tuple[Statement, Statement]]:
    """Take what belongs together out of both."""
    return [(olds.pop(one), news.pop(other)) for one, other in list(pairs)]


def _matched(olds: Left, news: Left, key: Callable[[Statement], Hashable]) -> Iterator[Pair]:
    """Give what has the same key, in order."""
    ones, others = _by_key(olds, key), _by_key(news, key)
    for said, found in others.items():
        yield from zip(ones.get(said, ()), found, strict=False)


def _by_key(left: Left, key: Callable[[Statement], Hashable]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for place, statement in left.items():
        found.setdefault(key(statement), []).append(place)
    return found


def _of_one_fact(olds: Left, news: Left) -> Iterator[Pair]:
    """Give what would make one fact by the rules of its kind: values may differ where that is what facts are about."""
    if olds and news:
        ones, others = ({statement.id: place for place, statement in left.items()} for left in (olds, news))
        items, _, _ = read_items([*olds.values(), *news.values()])
        for made in group(items):
            ids = [item.id for item in made.items]
            yield from zip((ones[id] for id in ids if id in ones), (others[id] for id in ids if id in others), strict=False)


def _but_for_one_slot(olds: Left, news: Left) -> Iterator[Pair]:
    """Give what differs in one slot only from just one other, which differs so from no other."""
    marked = ((olds, "<", ">"), (news, ">", "<"))
    ones, others = ([(place, key) for place, one in left.items() for key in _without_one(one, less, more)] for left, less, more in marked)
    holders: dict[Hashable, set[int]] = {}
    for place, key in others:
        holders.setdefault(key, set()).add(place)
    near: dict[int, set[int]] = {}
    for place, key in ones:
        near.setdefault(place, set()).update(holders.get(key, ()))
    claimed = Counter(other for found in near.values() for other in found)
    for place, found in near.items():
        if len(found) == 1 and claimed[next(iter(found))] == 1:
            yield place, next(iter(found))


def _without_one(statement: Statement, less: str, more: str) -> Iterator[Hashable]:
    """Give what a statement says but for one slot, which the other has as well, for each slot; what it says in all; and but for one it alone has.

    `less` and `more` mark the two last: what one says in all the other says but for one slot.
    """
    said = {slot: value for slot, value in slots(statement).items() if value}
    kind = said.pop("kind")
    yield kind, less, frozenset(said.items())
    for slot in said:
        rest = frozenset((other, value) for other, value in said.items() if other != slot)
        yield kind, slot, rest
        yield kind, more, rest


def _quoted(olds: Left, news: Left) -> Iterator[Pair]:
    """Give what is read from the same words as the same kind, where nothing else is."""
    ones, others = (_by_key(left, lambda statement: (statement.kind, statement.evidence.quote)) for left in (olds, news))
    for said, found in others.items():
        if len(found) == len(ones.get(said, ())) == 1:
            yield ones[said][0], found[0]


def _worded(statement: Statement) -> Hashable:
    return statement.evidence.quote, _meant(statement)


def _meant(statement: Statement) -> Hashable:
    roles = tuple((role, tuple((mention.id, mention.type) for mention in found)) for role, found in statement.roles.items())
    return statement.kind, roles, tuple(statement.attributes.items()), statement.time, statement.modality, statement.attribution
