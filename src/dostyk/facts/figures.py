"""Figures → whether two measure the same thing for the same period, and how their values differ."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from dostyk.entities.places import states_in
from dostyk.entities.spelling import words
from dostyk.facts import wording
from dostyk.facts.items import Item
from dostyk.facts.measures import Measure, is_known, measure
from dostyk.facts.timing import compatible, edges
from dostyk.model.fact import DissentType
from dostyk.values import names, quantities


def measure_of(item: Item) -> Measure:
    """The measure family of an indicator."""
    return measure(item.attributes.get("measure", ""), item.attributes.get("unit", "1"))


def statistic(item: Item) -> str:
    """The statistic, a maximum told apart from a level."""
    return statistic_of(item.attributes)


def statistic_of(attributes: Mapping[str, str]) -> str:
    """The statistic of a figure with these attributes, a maximum told apart from a level."""
    stated = attributes.get("statistic", "level")
    return "maximum" if stated == "level" and attributes.get("bound") == "max" else stated


def concerned(item: Item) -> tuple[str, ...]:
    """The ids of what is measured, in order; both parties where the measure has no direction."""
    roles = ("subject", "partner") if measure_of(item).symmetric else ("subject",)
    return tuple(sorted({id for role in roles for id in item.ids(role)}))


def block(item: Item) -> str:
    """What two figures must share to be compared at all."""
    return "|".join((measure_of(item).name, statistic(item), _sort_of_unit(item), ",".join(concerned(item))))


def _sort_of_unit(item: Item) -> str:
    """What a unit measures, so that tons meet kilotons; money of any currency where the measure is one total of two states."""
    unit = item.attributes.get("unit", "1")
    if quantities.is_money(unit):
        return "money" if is_known(item.attributes.get("measure", "")) else unit
    return quantities.kind_of(unit)


def same_figure(a: Item, b: Item) -> bool:
    """Whether two figures of one block measure the same thing for the same period or date.

    One that names no partner may be of all of them, and is the same only where the values agree.
    """
    if not comparable(a, b) or other_money(a, b) and a.document == b.document:
        return False
    base = (a.attributes.get("compared_with"), b.attributes.get("compared_with"))
    if None not in base and edges(base[0]) != edges(base[1]):
        return False
    agree = dissent(a, b) in (None, DissentType.ROUNDING, DissentType.BOUND)
    times = (a.statement.time, b.statement.time)
    if times[0] is not None and times[1] is not None and edges(times[0]) == edges(times[1]):
        return agree or bool(a.ids("partner")) == bool(b.ids("partner")) or measure_of(a).symmetric
    if measure_of(a).sort == "flow" or statistic(a) in ("change", "multiple"):
        return None in times and dissent(a, b) is None
    return agree and compatible(*times)


def comparable(a: Item, b: Item) -> bool:
    """Whether two figures of one block have no different partners and count no different things."""
    return _partners(a, b) and _counted(a, b)


def dissent(a: Item, b: Item) -> DissentType | None:
    """How the values of two figures differ: not, by rounding, within a bound, or really; another unit of the same sort is converted."""
    one, two = a.attributes, b.attributes
    values = (one.get("value", ""), in_unit(two.get("value", ""), two.get("unit", "1"), one.get("unit", "1")))
    if values[1] is None:
        return DissentType.CONFLICT
    found = value_dissent((values[0], one.get("bound", "exact")), (values[1], two.get("bound", "exact")))
    converted = values[1] != two.get("value", "")
    return DissentType.ROUNDING if found is DissentType.CONFLICT and converted and near(values[0], values[1]) else found


def in_unit(value: str, unit: str, wanted: str) -> str | None:
    """A value in another unit of the same sort; None where one is not worth so much of the other, as with currencies."""
    if unit == wanted:
        return value
    return quantities.convert(value, unit, wanted) if decimals(value) else None


def near(a: str, b: str) -> bool:
    """Whether two values lie within a hundredth of each other, as rounded ones do once they are converted."""
    ones, twos = decimals(a), decimals(b)
    return len(ones) == len(twos) > 0 and all(abs(one - two) * 100 <= abs(one) for one, two in zip(ones, twos, strict=True))


def other_money(a: Item, b: Item) -> bool:
    """Whether two figures are in different currencies."""
    units = [i.attributes.get("unit", "1") for i in (a, b)]
    return units[0] != units[1] and quantities.is_money(units[0])


@lru_cache(maxsize=65536)
def value_dissent(a: tuple[str, str], b: tuple[str, str]) -> DissentType | None:
    """How two values with their bounds differ; a value within the other's rounding or bound does not really."""
    if a[0] == b[0]:
        return None if a[1] == b[1] else DissentType.BOUND
    ones, twos = decimals(a[0]), decimals(b[0])
    if not ones or not twos:
        return DissentType.CONFLICT
    if _rounds(ones, twos) or _rounds(twos, ones):
        return DissentType.ROUNDING
    if _bounded(ones, a[1], twos) or _bounded(twos, b[1], ones):
        return DissentType.BOUND
    return DissentType.CONFLICT


@lru_cache(maxsize=65536)
def decimals(value: str) -> tuple[Decimal, ...]:
    """The decimal, or the two of a range; none where the text is no number."""
    try:
        found = tuple(Decimal(part) for part in value.split("/"))
    except InvalidOperation:
        return ()
    return found if all(number.is_finite() for number in found) else ()


def step(number: Decimal) -> Decimal:
    """The last place a number is given to: 17620000000 → 10000000, 0.8 → 0.1."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _rounds(coarse: tuple[Decimal, ...], fine: tuple[Decimal, ...]) -> bool:
    """Whether rounding the finer value to the coarser's last place (within half of it) gives the coarser."""
    if len(coarse) == 2 or len(fine) == 2:
        low, high = (coarse[0], coarse[-1]) if len(coarse) == 2 else (fine[0], fine[-1])
        other = fine if len(coarse) == 2 else coarse
        return all(low <= n <= high for n in other)
    width = step(coarse[0])
    return step(fine[0]) < width and abs(fine[0] - coarse[0]) * 2 <= width and abs(coarse[0]) >= width


def _bounded(stated: tuple[Decimal, ...], bound: str, other: tuple[Decimal, ...]) -> bool:
    """Whether a value lies on the right side of a bound and near it (a tenth), or near an "about"."""
    limit, near = stated[0], all(abs(n - stated[0]) * 10 <= abs(stated[0]) for n in other)
    if bound == "over":
        return near and all(n >= limit for n in other)
    if bound in ("under", "max"):
        return near and all(n <= limit for n in other)
    return bound == "about" and all(abs(n - limit) * 20 <= abs(limit) for n in other)


def _partners(a: Item, b: Item) -> bool:
    if measure_of(a).symmetric:
        return True
    one, two = a.ids("partner"), b.ids("partner")
    return not one or not two or one == two


def _counted(a: Item, b: Item) -> bool:
    """What is counted must not differ once the names of places are taken out of it; a known measure says enough itself."""
    return one_thing_counted(a, b) or _plain(a) == _plain(b)


def one_thing_counted(a: Item, b: Item) -> bool:
    """Whether what two figures count is worded alike, the names of places apart, or only one of them says what it counts."""
    texts = [" ".join(m.name for m in i.roles.get("counted", ())) for i in (a, b)]
    if not all(texts):
        return True
    one, two = (without_places(t) for t in texts)
    return not one or not two or wording.same_wording(one, two)


def _plain(item: Item) -> str:
    return " ".join(words(item.attributes.get("measure", "")))


@lru_cache(maxsize=65536)
def without_places(text: str) -> str:
    """A short text without the places and demonyms in it ("Peruvian visitors" → "visitors")."""
    if not states_in(text):
        return text
    kept, end = [], 0
    for span in names.find_places(text):
        kept.append(text[end : span.start])
        end = span.end
    return " ".join("".join([*kept, text[end:]]).split())
