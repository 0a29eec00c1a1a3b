"""Indicator facts → plain figures of one measure, subject and partner, that arithmetic can be done on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from dostyk.facts.figures import decimals, statistic
from dostyk.facts.measures import measure
from dostyk.facts.naming import name_series
from dostyk.facts.record import Record
from dostyk.facts.showing import show_figure
from dostyk.facts.sources import voice_marks
from dostyk.facts.surroundings import sentence_around, spoken
from dostyk.facts.tables import table
from dostyk.facts.timing import edges
from dostyk.model.fact import DissentType, Fact
from dostyk.model.mention import Mention
from dostyk.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Figure:
    """One number for one period; `line` is what figures of one series share: measure, unit, subject, partner."""

    line: tuple[str, ...]
    sort: str
    time: str
    value: Decimal
    bound: str
    statements: tuple[Statement, ...]
    fact: Fact
    words: str
    how: str = ""

    @property
    def unit(self) -> str:
        """The unit, UCUM or ISO 4217."""
        return self.line[1]

    @property
    def shown(self) -> str:
        """The value in words."""
        return show_figure(format(self.value, "f"), self.unit, self.bound)


def figures(record: Record, wanted: str = "level") -> Sequence[Figure]:
    """The dated figures of a record of one statistic ("level", "change"), those only planned or expected left out; worked out once."""
    return record.remembered(f"figures: {wanted}", lambda: tuple(_figures(record, wanted)))


def _figures(record: Record, wanted: str) -> Iterator[Figure]:
    for fact in record.of_kind("Indicator"):
        item = record.item(fact)
        numbers = decimals(fact.attributes.get("value", ""))
        if item.standing != "held" or statistic(item) != wanted or len(numbers) != 1 or fact.time is None or edges(fact.time) is None:
            continue
        unit = fact.attributes.get("unit", "1")
        family = measure(fact.attributes.get("measure", ""), unit)
        bound = fact.attributes.get("bound", "exact")
        line = line_of(family.name, unit, fact.roles, family.symmetric)
        yield Figure(line, family.sort, fact.time, numbers[0], bound, fact.statements, fact, name_series(fact))


def line_of(family: str, unit: str, roles: dict[str, tuple[Mention, ...]] | object, symmetric: bool) -> tuple[str, ...]:
    """What figures of one series share."""
    filled = roles if isinstance(roles, dict) else dict(roles)  # type: ignore[call-overload]
    subject, partner, counted = (sorted(m.id for m in filled.get(role, ())) for role in ("subject", "partner", "counted"))
    if symmetric:
        subject, partner = sorted({*subject, *partner}), []
    return (family, unit, ",".join(subject), ",".join(partner), ",".join(counted))


def told_together(one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
    """Two figures as sources give them that give both, so that arithmetic does not mix one side's count with the other's; None for none."""
    for a in _voices(one):
        for b in _voices(other):
            if a.sources & b.sources:
                return a.figure, b.figure
    return None


@dataclass(frozen=True, slots=True)
class _Told:
    figure: Figure
    sources: frozenset[str]


def _voices(figure: Figure) -> list[_Told]:
    """A figure as each of its fact's voices gives it, in its own unit; what was worked out stays as it is."""
    if figure.how or len(figure.fact.voices) < 2:
        return [_Told(figure, _sources(figure.statements))]
    narrow = any(d.type is DissentType.SCOPE for d in figure.fact.dissents)
    found = []
    for voice in figure.fact.voices:
        numbers = decimals(voice.value)
        if len(numbers) == 1:
            bound = voice.statements[0].attributes.get("bound", "exact")
            line = (figure.line[0], voice.unit or figure.unit, *figure.line[2:])
            told = replace(figure, line=line, value=numbers[0], bound=bound, statements=voice.statements)
            found.append(_Told(told, _sources(voice.statements, narrow)))
    return found


def _sources(statements: tuple[Statement, ...], narrow: bool = False) -> frozenset[str]:
    """The sentences of statements and their speakers; `narrow`: the sentences alone, where a page gives several values of the same wording."""
    return frozenset(mark for s in statements for mark in _marks(s, narrow))


def _marks(statement: Statement, narrow: bool) -> frozenset[str]:
    """A statement's sentence and, unless it speaks of somebody’s statistics, its speaker."""
    sentence = sentence_around(statement)
    if narrow or _reports(sentence):
        return frozenset({sentence})
    return frozenset({sentence, *(mark for mark in voice_marks(statement) if not mark.startswith("q:"))})


@lru_cache(maxsize=16384)
def _reports(sentence: str) -> bool:
    held = spoken(sentence)
    return any(f" {word} " in held for word in table("dissents.toml")["reporting"])
