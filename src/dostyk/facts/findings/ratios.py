"""Figures of one plant → what they imply of each other, and whether that is physically plausible."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.entities.spelling import words
from dostyk.facts.figures import decimals, measure_of
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.items import Item
from dostyk.facts.record import Record
from dostyk.facts.showing import capital, show_figure
from dostyk.facts.tables import table
from dostyk.model.fact import Finding, Severity
from dostyk.model.statement import Statement

_HOURS_A_YEAR = 8760


def capacity_factors(record: Record) -> Iterator[Finding]:
    """Power and yearly energy of one plant give its capacity factor."""
    for power, energy in _pairs(record, ("power capacity", "power"), ("electricity generation", "energy")):
        share = 100 * _base(energy, "energy") / (_base(power, "power") * _HOURS_A_YEAR)
        sort, (low, high) = _technology(record, power, energy)
        plausible = low <= share <= high
        what = f"{_show(energy)} from {_show(power)}"
        verdict = f"plausible for {sort}" if plausible else f"outside the {low}–{high}% seen for {sort}"
        summary = f"{capital(what)}: a capacity factor of {share:.0f}%, {verdict}"
        reason = f"{capital(_show(energy))} divided by {_show(power)} times {_HOURS_A_YEAR:,} hours is {share:.0f}%."
        type, severity = (FindingType.IMPLIED, Severity.NOTE) if plausible else (FindingType.IMPLAUSIBLE, Severity.CAUTION)
        yield remark(type, severity, (summary, reason), [power.statement, energy.statement])


def emission_factors(record: Record) -> Iterator[Finding]:
    """Emissions avoided and energy of one plant give what is assumed to be replaced."""
    for mass, energy in _pairs(record, ("emission reduction", "mass"), ("electricity generation", "energy")):
        ratio = _base(mass, "mass") / (_base(energy, "energy") / 1000)
        replaced = [name for name, (low, high) in table("findings/ratios.toml")["emissions"].items() if low <= ratio <= high]
        what = f"{_show(mass)} avoided for {_show(energy)} is {ratio:.1f} kg a kilowatt-hour"
        if replaced:
            words_for = f"{what}: it assumes that {replaced[-1]} is replaced"
            yield remark(
                FindingType.IMPLIED,
                Severity.NOTE,
                (words_for, f"The usual range for {replaced[-1]} power includes {ratio:.1f} kg."),
                _both(mass, energy),
            )
        else:
            reason = "No fuel that electricity could replace gives that much or that little carbon dioxide: a unit or a magnitude is wrong."
            yield remark(FindingType.IMPLAUSIBLE, Severity.CAUTION, (f"{what}, which is not plausible", reason), _both(mass, energy))


def _both(a: Item, b: Item) -> list[Statement]:
    return [a.statement, b.statement]


def _pairs(record: Record, one: tuple[str, str], two: tuple[str, str]) -> Iterator[tuple[Item, Item]]:
    """The first figures of two measures for each same subject."""
    first: dict[str, dict[tuple[str, ...], Item]] = {one[0]: {}, two[0]: {}}
    for fact in record.of_kind("Indicator"):
        item = record.item(fact)
        name = measure_of(item).name
        for family, units in (one, two):
            if name == family and item.attributes.get("unit") in table("findings/ratios.toml")[units] and _positive(item) and item.ids("subject"):
                first[family].setdefault(tuple(sorted(item.ids("subject"))), item)
    for subject, item in first[one[0]].items():
        if subject in first[two[0]]:
            yield item, first[two[0]][subject]


def _positive(item: Item) -> bool:
    numbers = decimals(item.attributes.get("value", ""))
    return len(numbers) == 1 and numbers[0] > 0 and item.attributes.get("statistic", "level") == "level"


def _base(item: Item, units: str) -> float:
    return float(decimals(item.attributes["value"])[0]) * float(table("findings/ratios.toml")[units][item.attributes["unit"]])


def _technology(record: Record, *items: Item) -> tuple[str, tuple[float, float]]:
    """What kind of plant it is, by the names and types that the record has for it."""
    ids = {id for item in items for id in item.ids("subject")}
    texts = [m.name for item in items for m in item.roles["subject"]] + [item.statement.evidence.quote for item in items]
    for fact in record.of_kind("Project"):
        if ids & {m.id for m in fact.roles.get("project", ())}:
            texts += [fact.attributes.get("project_type", ""), *(m.name for m in fact.roles["project"])]
    ranges = table("findings/ratios.toml")["capacity"]
    named = {w for text in texts for w in words(text)}
    for sort, (low, high) in ranges.items():
        if sort in named:
            return f"{sort} power", (low, high)
    return "a power plant", tuple(ranges["any"])


def _show(item: Item) -> str:
    return show_figure(item.attributes["value"], item.attributes["unit"], item.attributes.get("bound", "exact"))
