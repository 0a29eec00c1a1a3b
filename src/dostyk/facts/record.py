"""Facts with what finding rules need to know of them: by kind, by entity, the newest date, who belongs where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from dostyk.entities import Homes
from dostyk.facts.identity import handles
from dostyk.facts.items import Item, document_id
from dostyk.facts.sources import voice_of
from dostyk.facts.timing import Day, last_day
from dostyk.model.entity import Entity
from dostyk.model.fact import Fact
from dostyk.model.mention import Mention
from dostyk.model.statement import Statement

Pair = tuple[str, str]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Record:
    """Facts as finding rules read them; `now` is the day findings are made for: as asked, or the newest document's."""

    facts: tuple[Fact, ...]
    homes: Homes
    entities: Mapping[Mention, Entity]
    now: Day | None
    items: Mapping[str, Item] = field(default_factory=dict)
    _leading: Mapping[str, Item] = field(default_factory=dict)
    _held: Mapping[str, list[Fact]] = field(default_factory=dict)
    _kinds: dict[str, list[Fact]] = field(default_factory=dict)
    _pairs: dict[str, Pair] = field(default_factory=dict)
    _voices: dict[Pair, frozenset[str]] = field(default_factory=dict)
    _remembered: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Sequence[Fact], items: Sequence[Item], entities: Mapping[Mention, Entity], homes: Homes, as_of: str | None) -> Record:
        """Arrange facts; without `as_of` the record speaks as of its newest document."""
        kinds: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            kinds[fact.kind].append(fact)
        now = last_day(as_of) or newest(i.statement for i in items)
        by_id = {i.id: i for i in items}
        leading = {f.id: by_id[f.statements[0].id] for f in facts}
        held: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            if leading[fact.id].standing == "held":
                for handle in handles(leading[fact.id]).found:
                    held[handle].append(fact)
        return cls(tuple(facts), homes, entities, now, by_id, leading, dict(held), dict(kinds))

    def of_kind(self, *kinds: str) -> Iterable[Fact]:
        """The facts of some kinds, in document order within each."""
        for kind in kinds:
            yield from self._kinds.get(kind, ())

    def item(self, fact: Fact) -> Item:
        """The first item of a fact."""
        return self._leading[fact.id]

    def told_like(self, item: Item) -> Iterable[Fact]:
        """The facts told as being so that may be what an item promises, by its handles, each once."""
        found = {f.id: f for handle in handles(item, "held").looks for f in self._held.get(handle, ())}
        return found.values()

    def remembered(self, name: str, made: Callable[[], Made]) -> Made:
        """What several rules work out of the same facts, under a name: worked out when it is first asked for."""
        if name not in self._remembered:
            self._remembered[name] = made()
        return cast(Made, self._remembered[name])

    def pair_of(self, fact: Fact) -> Pair | None:
        """The two states that a fact is between, in order of their codes: those it names, else those that its page is about."""
        if not self._pairs:
            self._pairs.update(pairs_of(self.facts, self.homes))
        return self._pairs.get(fact.id)

    def voices_on(self, one: str, other: str) -> frozenset[str]:
        """The sources that tell of facts between two states (ISO 3166-1), in whatever order those are named."""
        if not self._voices:
            for fact in self.facts:
                pair = self.pair_of(fact)
                if pair:
                    known = self._voices.get(pair, frozenset())
                    self._voices[pair] = known | {voice_of(s.document) for s in fact.statements}
        return self._voices.get((min(one, other), max(one, other)), frozenset())

    def entity(self, mention: Mention) -> Entity | None:
        """The entity that a mention as it stands in a statement was resolved to."""
        return self.entities.get(mention)


def pairs_of(facts: Sequence[Fact], homes: Homes) -> dict[str, Pair]:
    """The two states that each fact is between, by its id; one that names fewer is taken to be between those that its page speaks of most."""
    named = {fact.id: tuple(sorted(homes.of_all(fact.roles))) for fact in facts}
    told: dict[str, Counter[Pair]] = defaultdict(Counter)
    for fact in facts:
        states = named[fact.id]
        if len(states) == 2:
            for statement in fact.statements:
                told[document_id(statement.document)][states[0], states[1]] += 1
    about = {page: min(found, key=lambda pair: (-found[pair], pair)) for page, found in told.items()}
    pairs: dict[str, Pair] = {}
    for fact in facts:
        states, page = named[fact.id], about.get(document_id(fact.statements[0].document))
        if len(states) == 2:
            pairs[fact.id] = (states[0], states[1])
        elif len(states) < 2 and page is not None and set(states) <= set(page):
            pairs[fact.id] = page
    return pairs


def newest(statements: Iterable[Statement]) -> Day | None:
    """The last day that the newest document may have been published."""
    days = [day for s in statements for day in [last_day(s.document.published)] if day]
    return max(days, default=None)
