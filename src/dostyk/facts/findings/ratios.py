"""Figures of one plant → what they imply of each other, and whether that is physically plausible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from dostyk.entities.spelling import words
from dostyk.facts.figures import decimals, measure_of, statistic
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.items import Item
from dostyk.facts.record import Record
from dostyk.facts.showing import capital, show_figure
from dostyk.facts.tables import table
from dostyk.facts.timing import compatible
from dostyk.model.fact import Finding, Severity
from dostyk.model.statement import Statement
from dostyk.values import quantities

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


def figures_per_unit(record: Record) -> Iterator[Finding]:
    """Two figures of one subject whose quotient practice keeps within bounds, and the price of a ton of what is sold."""
    held: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Item]] = defaultdict(list)
    for fact in record.of_kind("Indicator"):
        item = record.item(fact)
        if item.ids("subject") and _positive(item) and item.standing == "held":
            held[measure_of(item).name, tuple(sorted(item.ids("subject"))), tuple(sorted(item.ids("partner")))].append(item)
    for (name, subject, partner), items in held.items():
        for row in table("findings/ratios.toml")["per"]:
            if row["of"] == name:
                for item in items:
                    yield from _per(item, held.get((row["per"], subject, partner), ()), row)
        if any(name.startswith(begins) for begins in table("findings/ratios.toml")["price"]["measures"]):
            yield from _prices(items)


def _per(item: Item, others: Iterable[Item], row: Mapping[str, Any]) -> Iterator[Finding]:
    other = next((o for o in others if compatible(o.statement.time, item.statement.time) and _in(o, row["per_unit"]) is not None), None)
    above, below = _in(item, row["unit"]), _in(other, row["per_unit"]) if other else None
    if other is None or not above or not below:
        return
    low, high = row["range"]
    ratio = above / below
    if not low <= ratio <= high:
        shown = show_figure(_short(ratio), item.attributes["unit"] if row["unit"] == "money" else "1")
        summary = f"{capital(_show(item))} for {_show(other)} is {shown} {row['words']}, which is not plausible"
        seen = f"{show_figure(_short(low))} to {show_figure(_short(high))}"
        reason = f"Seen in practice is {seen}: a unit, a magnitude or the subject of a figure is wrong."
        yield remark(FindingType.IMPLAUSIBLE, Severity.CAUTION, (summary, reason), _both(item, other))


def _prices(items: Sequence[Item]) -> Iterator[Finding]:
    """What is sold for so much and weighs so much costs so much a ton."""
    rules = table("findings/ratios.toml")["price"]
    weights = {i.statement.time: i for i in reversed(items) if _in(i, "t")}
    for item in items:
        weight = weights.get(item.statement.time)
        if weight is None or item.attributes.get("unit") not in rules["money"] or item.statement.time is None:
            continue
        price = (_in(item, "money") or 0) / (_in(weight, "t") or 1)
        shown = show_figure(_short(price), item.attributes["unit"])
        low, high = rules["range"]
        plausible = low <= price <= high
        summary = (
            f"{'Implied: ' if plausible else ''}{_show(item)} for {_show(weight)} is {shown} a ton{'' if plausible else ', which is not plausible'}"
        )
        type, severity = (FindingType.IMPLIED, Severity.NOTE) if plausible else (FindingType.IMPLAUSIBLE, Severity.CAUTION)
        yield remark(type, severity, (capital(summary), f"{capital(_show(item))} divided by {_show(weight)}."), _both(item, weight))


def maximum_below_average(record: Record) -> Iterator[Finding]:
    """A maximum that is less than the average of the same thing."""
    average: dict[tuple[str, str, tuple[str, ...]], Item] = {}
    most: list[tuple[tuple[str, str, tuple[str, ...]], Item]] = []
    for fact in record.of_kind("Indicator"):
        item = record.item(fact)
        key = (measure_of(item).name, item.attributes.get("unit", "1"), tuple(sorted(item.ids("subject"))))
        if item.ids("subject") and len(decimals(item.attributes.get("value", ""))) == 1:
            if statistic(item) == "maximum":
                most.append((key, item))
            elif statistic(item) == "level" and key[1].endswith("/d"):
                average.setdefault(key, item)
    for key, item in most:
        usual = average.get(key)
        if usual is not None and usual.document == item.document and decimals(item.attributes["value"])[0] < decimals(usual.attributes["value"])[0]:
            summary = f"The maximum, {_show(item)}, is less than the average, {_show(usual)}"
            yield remark(FindingType.IMPLAUSIBLE, Severity.CAUTION, (summary, "The two were exchanged, or one is wrong."), _both(item, usual))


def _in(item: Item | None, unit: str) -> float | None:
    """The value of an item in a unit; "money" is any currency worth about a dollar."""
    if item is None:
        return None
    own = item.attributes.get("unit", "1")
    if unit == "money":
        return float(decimals(item.attributes["value"])[0]) if own in table("findings/ratios.toml")["price"]["money"] else None
    if quantities.kind_of(own) != quantities.kind_of(unit):
        return None
    value = quantities.convert(item.attributes["value"], own, unit)
    return float(value) if value else None


def _short(number: float) -> str:
    """A number to two figures, as a decimal."""
    return format(Decimal(f"{number:.2g}"), "f")


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
            return sort if sort.endswith("power") else f"{sort} power", (low, high)
    return "a power plant", tuple(ranges["any"])


def _show(item: Item) -> str:
    return show_figure(item.attributes["value"], item.attributes["unit"], item.attributes.get("bound", "exact"))
