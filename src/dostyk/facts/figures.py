"""Figures → whether two measure the same thing for the same period, and how their values differ."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache

from dostyk.entities.places import states_in
from dostyk.entities.spelling import words
from dostyk.facts import wording
from dostyk.facts.items import Item
from dostyk.facts.measures import Measure, measure
from dostyk.facts.timing import compatible, edges
from dostyk.values import names


class Dissent(StrEnum):
    """How two values of one slot differ."""

    NONE = "none"
    ROUNDING = "rounding"
    BOUND = "bound"
    PERIOD = "period"
    SCOPE = "scope"
    DIRECTION = "direction"
    REAL = "real"


def measure_of(item: Item) -> Measure:
    """The measure family of an indicator."""
    return measure(item.attributes.get("measure", ""), item.attributes.get("unit", "1"))


def statistic(item: Item) -> str:
    """The statistic, a maximum told apart from a level."""
    stated = item.attributes.get("statistic", "level")
    return "maximum" if stated == "level" and item.attributes.get("bound") == "max" else stated


def concerned(item: Item) -> tuple[str, ...]:
    """The ids of what is measured, in order; both parties where the measure has no direction."""
    roles = ("subject", "partner") if measure_of(item).symmetric else ("subject",)
    return tuple(sorted({id for role in roles for id in item.ids(role)}))


def block(item: Item) -> str:
    """What two figures must share to be compared at all."""
    return "|".join((measure_of(item).name, statistic(item), item.attributes.get("unit", "1"), ",".join(concerned(item))))


def same_figure(a: Item, b: Item) -> bool:
    """Whether two figures of one block measure the same thing for the same period or date."""
    if not comparable(a, b):
        return False
    base = (a.attributes.get("compared_with"), b.attributes.get("compared_with"))
    if None not in base and edges(base[0]) != edges(base[1]):
        return False
    agree = dissent(a, b) in (Dissent.NONE, Dissent.ROUNDING, Dissent.BOUND)
    times = (a.statement.time, b.statement.time)
    if times[0] is not None and times[1] is not None and edges(times[0]) == edges(times[1]):
        return True
    if measure_of(a).sort == "flow" or statistic(a) in ("change", "multiple"):
        return None in times and dissent(a, b) is Dissent.NONE
    return agree and compatible(*times)


def comparable(a: Item, b: Item) -> bool:
    """Whether two figures of one block have no different partners and count no different things."""
    return _partners(a, b) and _counted(a, b)


def dissent(a: Item, b: Item) -> Dissent:
    """How the values of two figures differ: not, by rounding, within a bound, or really."""
    one, two = a.attributes, b.attributes
    return value_dissent((one.get("value", ""), one.get("bound", "exact")), (two.get("value", ""), two.get("bound", "exact")))


def value_dissent(a: tuple[str, str], b: tuple[str, str]) -> Dissent:
    """How two values with their bounds differ; a value within the other's rounding or bound does not really."""
    if a[0] == b[0]:
        return Dissent.NONE if a[1] == b[1] else Dissent.BOUND
    ones, twos = decimals(a[0]), decimals(b[0])
    if not ones or not twos:
        return Dissent.REAL
    if _rounds(ones, twos) or _rounds(twos, ones):
        return Dissent.ROUNDING
    if _bounded(ones, a[1], twos) or _bounded(twos, b[1], ones):
        return Dissent.BOUND
    return Dissent.REAL


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
    texts = [" ".join(m.name for m in i.roles.get("counted", ())) for i in (a, b)]
    if not all(texts):
        return True
    one, two = (without_places(t) for t in texts)
    return not one or not two or wording.same_wording(one, two) or _plain(a) == _plain(b)


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
