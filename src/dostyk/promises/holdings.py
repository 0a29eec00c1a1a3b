"""A record → what it tells as having happened, or as not having happened, found by kind, by name and by measure."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dostyk.facts.figures import decimals
from dostyk.facts.findings.series import Figure, figures
from dostyk.facts.identity import handles
from dostyk.facts.items import Item
from dostyk.facts.record import Record
from dostyk.facts.timing import Day, last_day
from dostyk.model.fact import Fact
from dostyk.model.statement import Statement
from dostyk.promises.covering import keys

# Kinds that are never asked for by name.
_NEVER_TELL = ("Indicator", "Commitment", "Renaming")
_STATISTICS = ("level", "change", "multiple", "share", "maximum")


# Family of measures, unit, statistic and the ids of the parties.
Line = tuple[str, str, str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Holdings:
    """What promises are set against."""

    record: Record
    undated: int
    _negated: dict[str, list[Fact]]
    _named: dict[tuple[str, str], list[Fact]]
    _figures: dict[Line, list[Figure]]
    _items: dict[str, tuple[Item, ...]]
    _pages: list[Day]

    @classmethod
    def of(cls, record: Record) -> Holdings:
        """Arrange a record."""
        negated: dict[str, list[Fact]] = defaultdict(list)
        named: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        items = {fact.id: tuple(record.items[s.id] for s in fact.statements) for fact in record.facts}
        for fact in record.facts:
            item = record.item(fact)
            if item.standing == "negated":
                for handle in handles(item).found:
                    negated[handle].append(fact)
            elif item.standing == "held" and fact.kind not in _NEVER_TELL:
                for key in frozenset().union(*(_people(i).union(keys(i, record.homes).found) for i in items[fact.id])):
                    named[(fact.kind, key)].append(fact)
        lines: dict[Line, list[Figure]] = defaultdict(list)
        for statistic in _STATISTICS:
            for figure in figures(record, statistic):
                parties = frozenset(m.id for role in ("subject", "partner") for m in figure.fact.roles.get(role, ()))
                for voice in _voices(figure):
                    lines[(voice.line[0], voice.line[1], statistic, parties)].append(voice)
        days = [last_day(d.published) for d in {i.document: i.statement.document for i in record.items.values()}.values()]
        pages = sorted(day for day in days if day)
        return cls(record, days.count(None), dict(negated), dict(named), dict(lines), items, pages)

    def denied(self, item: Item) -> Iterator[Fact]:
        """The facts told as not being so that may be what an item promises, each once."""
        yield from {f.id: f for handle in handles(item, "negated").looks for f in self._negated.get(handle, ())}.values()

    def named(self, kind: str, keys: frozenset[str]) -> Iterator[Fact]:
        """The facts of a kind told as being so that share a key, or somebody who takes part, each once."""
        yield from {f.id: f for key in sorted(keys) for f in self._named.get((kind, key), ())}.values()

    def figures(self, line: Line) -> list[Figure]:
        """The dated figures of one line, each value that sources give on its own."""
        return self._figures.get(line, [])

    def published_since(self, day: Day | None) -> int:
        """How many documents with a date may have been published on a day or after, all of them for None."""
        return len(self._pages) - (bisect_left(self._pages, day) if day else 0)

    def items_of(self, fact: Fact) -> tuple[Item, ...]:
        """The statements of a fact with their mentions resolved."""
        return self._items[fact.id]

    def item_of(self, statement: Statement) -> Item:
        """A statement with its mentions resolved."""
        return self.record.items[statement.id]


def _voices(figure: Figure) -> Iterator[Figure]:
    for voice in figure.fact.voices:
        numbers = decimals(voice.value)
        if len(numbers) == 1:
            bound = voice.statements[0].attributes.get("bound", "exact")
            line = (figure.line[0], voice.unit or figure.unit, *figure.line[2:])
            yield replace(figure, line=line, value=numbers[0], bound=bound, statements=voice.statements)


def _people(item: Item) -> frozenset[str]:
    """Who takes part in a contact or a twinning."""
    return frozenset(id for role in ("visitor", "participant", "member") for id in item.ids(role))
