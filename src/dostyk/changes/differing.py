"""The statements of two states of one document → which say the same, which something else of the same, which came, which went."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from dostyk.facts.grouping import group
from dostyk.facts.items import read_items
from dostyk.model.change import Difference
from dostyk.model.mention import Mention
from dostyk.model.statement import Statement

Pair = tuple[Statement, Statement]


def difference(before: Iterable[Statement], after: Iterable[Statement]) -> Difference:
    """Set statements side by side, whatever moved in their texts.

    The same are those that say the same in every slot, first in the same words. Of the rest those belong together that would make one
    fact, else those that differ in one slot only, else those read from the same words, where no other could be meant.
    """
    olds, news = list(before), list(after)
    same = [*_matched(olds, news, _worded), *_matched(olds, news, _meant)]
    changed = [*_of_one_fact(olds, news), *_but_for_one_slot(olds, news), *_matched(olds, news, _quoted, alone=True)]
    changed.sort(key=lambda pair: pair[1].evidence.start)
    return Difference(tuple((one.id, other.id) for one, other in same), tuple(changed), tuple(news), tuple(olds))


def slots(statement: Statement) -> dict[str, str]:
    """Give what a statement says, slot by slot, in words that can be compared and shown."""
    found = {"kind": statement.kind, "time": statement.time or "", "modality": statement.modality.value, "according to": statement.attribution or ""}
    return {**named(statement.roles), **statement.attributes, **found}


def named(roles: Mapping[str, Sequence[Mention]]) -> dict[str, str]:
    """Give the names in each role."""
    return {role: ", ".join(mention.name for mention in found) for role, found in roles.items()}


def _matched(olds: list[Statement], news: list[Statement], key: Callable[[Statement], Hashable], alone: bool = False) -> Iterator[Pair]:
    """Take out of both lists what has the same key, in order; `alone`: only what no other of its list has."""
    waiting: dict[Hashable, list[Statement]] = {}
    for one in olds:
        waiting.setdefault(key(one), []).append(one)
    wanted: dict[Hashable, list[Statement]] = {}
    for one in news:
        wanted.setdefault(key(one), []).append(one)
    for said, found in wanted.items():
        others = waiting.get(said, [])
        if not alone or len(found) == len(others) == 1:
            yield from _taken(olds, news, zip(others, found, strict=False))


def _taken(olds: list[Statement], news: list[Statement], pairs: Iterable[Pair]) -> Iterator[Pair]:
    for one, other in pairs:
        olds.remove(one)
        news.remove(other)
        yield one, other


def _of_one_fact(olds: list[Statement], news: list[Statement]) -> Iterator[Pair]:
    """Take out what would make one fact by the rules of its kind: values may differ where that is what facts are about."""
    if not olds or not news:
        return
    by_id = [{one.id: one for one in found} for found in (olds, news)]
    items, _, _ = read_items([*olds, *news])
    pairs: list[Pair] = []
    for made in group(items):
        ones, others = ([known[item.id] for item in made.items if item.id in known] for known in by_id)
        pairs += zip(ones, others, strict=False)
    yield from _taken(olds, news, pairs)


def _but_for_one_slot(olds: list[Statement], news: list[Statement]) -> Iterator[Pair]:
    """Take out what differs in one slot only from just one other."""
    near = {id(one): [other for other in news if other.kind == one.kind and _differing(one, other) == 1] for one in olds}
    claimed = [id(other) for found in near.values() for other in found]
    pairs = [(one, near[id(one)][0]) for one in olds if len(near[id(one)]) == 1 and claimed.count(id(near[id(one)][0])) == 1]
    yield from _taken(olds, news, pairs)


def _differing(one: Statement, other: Statement) -> int:
    ones, others = slots(one), slots(other)
    return sum(ones.get(slot) != others.get(slot) for slot in {*ones, *others})


def _worded(statement: Statement) -> Hashable:
    return statement.evidence.quote, _meant(statement)


def _meant(statement: Statement) -> Hashable:
    roles = tuple((role, tuple((mention.id, mention.type) for mention in found)) for role, found in statement.roles.items())
    return statement.kind, roles, tuple(statement.attributes.items()), statement.time, statement.modality, statement.attribution


def _quoted(statement: Statement) -> Hashable:
    return statement.kind, statement.evidence.quote
