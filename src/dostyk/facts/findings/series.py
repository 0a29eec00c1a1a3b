"""Indicator facts → plain figures of one measure, subject and partner, that arithmetic can be done on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dostyk.facts.figures import decimals, statistic
from dostyk.facts.measures import measure
from dostyk.facts.naming import name_series
from dostyk.facts.record import Record
from dostyk.facts.showing import show_figure
from dostyk.facts.timing import edges
from dostyk.model.fact import Fact
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


def figures(record: Record, wanted: str = "level") -> Iterator[Figure]:
    """The dated figures of a record of one statistic ("level", "change"), those only planned or expected left out."""
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
