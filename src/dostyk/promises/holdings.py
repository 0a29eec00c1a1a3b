"""A record → what it tells as having happened, or as not having happened, found by kind, by name and by measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dostyk.facts import wording
from dostyk.facts.figures import decimals
from dostyk.facts.findings.series import Figure, figures
from dostyk.facts.identity import handles
from dostyk.facts.items import Item
from dostyk.facts.record import Record
from dostyk.model.document import Document
from dostyk.model.fact import Fact
from dostyk.model.statement import Statement
from dostyk.promises.covering import name_of

_STATISTICS = ("level", "change", "multiple", "share", "maximum")


@dataclass(frozen=True, slots=True)
class Holdings:
    """What promises are set against."""

    record: Record
    documents: tuple[Document, ...]
    _negated: dict[str, list[Fact]]
    _named: dict[tuple[str, str], list[Fact]]
    _figures: dict[tuple[str, str, str], list[Figure]]

    @classmethod
    def of(cls, record: Record) -> Holdings:
        """Arrange a record."""
        negated: dict[str, list[Fact]] = defaultdict(list)
        named: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in record.facts:
            item = record.item(fact)
            if item.standing == "negated":
                for handle in handles(item).found:
                    negated[handle].append(fact)
            elif item.standing == "held":
                for key in _keys(item):
                    named[(fact.kind, key)].append(fact)
        lines: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
        for statistic in _STATISTICS:
            for figure in figures(record, statistic):
                for voice in _voices(figure):
                    lines[(voice.line[0], voice.line[1], statistic)].append(voice)
        documents = {i.document: i.statement.document for i in record.items.values()}
        return cls(record, tuple(documents.values()), dict(negated), dict(named), dict(lines))

    def denied(self, item: Item) -> Iterator[Fact]:
        """The facts told as not being so that may be what an item promises, each once."""
        yield from {f.id: f for handle in handles(item, "negated").looks for f in self._negated.get(handle, ())}.values()

    def named(self, kind: str, text: str) -> Iterator[Fact]:
        """The facts of a kind told as being so whose name shares a word with a text, each once."""
        taken = wording.take_apart(text)
        yield from self._under(kind, sorted(taken.telling | taken.generic))

    def with_any(self, kind: str, people: frozenset[str]) -> Iterator[Fact]:
        """The visits, meetings and twinnings told as being so that any of some entities takes part in, each once."""
        yield from self._under(kind, sorted(people))

    def _under(self, kind: str, keys: list[str]) -> Iterator[Fact]:
        yield from {f.id: f for key in keys for f in self._named.get((kind, key), ())}.values()

    def figures(self, family: str, unit: str, statistic: str = "level") -> list[Figure]:
        """The dated figures of a family of measures in a unit, each value that sources give on its own."""
        return self._figures.get((family, unit, statistic), [])

    def item_of(self, statement: Statement) -> Item:
        """A statement with its mentions resolved."""
        return self.record.items[statement.id]


def _voices(figure: Figure) -> Iterator[Figure]:
    for voice in figure.fact.voices:
        numbers = decimals(voice.value)
        if len(numbers) == 1:
            bound = voice.statements[0].attributes.get("bound", "exact")
            yield replace(figure, value=numbers[0], bound=bound, statements=voice.statements)


def _keys(item: Item) -> frozenset[str]:
    """Under what a statement is found: the telling words of its name, and who takes part in it."""
    taken = wording.take_apart(name_of(item))
    people = {id for role in ("visitor", "participant", "member") for id in item.ids(role)}
    return (taken.telling or taken.generic) | people
