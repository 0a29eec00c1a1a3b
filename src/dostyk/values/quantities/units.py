"""UCUM codes → what they measure, and a value changed from one unit into another; what units are worth is Pint's to know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from dostyk.values.quantities.lexicon import data
from dostyk.values.quantities.shapes import written

if TYPE_CHECKING:
    from pint import UnitRegistry

_TERM = re.compile(r"([./]?)(\{[^}]*\}|''?|(?:[^\W\d]|[%\[\]_])+)?([-+]?[0-9]{1,9})?")
_KIND = re.compile(r"(/?)([^/0-9]+)([0-9]?)")
_CURRENCY = re.compile(r"[A-Z]{3}")
_FIGURES = Context(prec=12)


class Term(NamedTuple):
    """One factor of a unit: prefix and atom as the library calls them, its power, the kind it measures; or a plain number."""

    name: str
    power: int
    kind: str


@cache
def table() -> Mapping[str, Any]:
    """Load the table of units."""
    return data("values/units.toml")


@lru_cache(maxsize=4096)
def terms(unit: str) -> tuple[Term, ...] | None:
    """Take a UCUM code apart ("km/h" is kilometer and hour to the power of -1); None for what is no unit here."""
    found, end = [], 0
    while end < len(unit):
        match = _TERM.match(unit, end)
        if match is None or match.end() == end or (end and not match[1]) or not (match[2] or match[3]):
            return None
        sign = -1 if match[1] == "/" else 1
        if match[2] is None:
            if not match[3].isdigit() or not int(match[3]):
                return None
            found.append(Term(match[3], sign, "1"))
        elif (name := atom(match[2])) is None or abs(int(match[3] or 1)) > 9:
            return None
        else:
            found.append(Term(name[0], sign * int(match[3] or 1), name[1]))
        end = match.end()
    return tuple(found)


def atom(code: str) -> tuple[str, str] | None:
    """Give the library's name of one unit, prefix included, and the kind that it measures; a currency is its own kind."""
    known, prefixes = table()["library"], table()["prefixes"]
    if code in known:
        name, _, kind = known[code].partition(" : ")
        return name, kind
    if is_money(code):
        return f"currency_{code}", code
    for length in (2, 1):
        if (prefix := prefixes.get(code[:length])) and code[length:] in known and not code[length:].startswith("{"):
            name, _, kind = known[code[length:]].partition(" : ")
            return prefix + name, kind
    return ("count", "1") if code.startswith("{") else None


@lru_cache(maxsize=4096)
def kind(unit: str) -> tuple[tuple[str, int], ...] | None:
    """Give the kind of quantity that a unit measures, as powers of kinds: "ha" and "km2" are (("length", 2),); None for what is no unit here."""
    found = terms(unit)
    if found is None:
        return None
    powers: dict[str, int] = {}
    for term in found:
        for over, name, power in _KIND.findall(term.kind) if term.kind != "1" else ():
            powers[name] = powers.get(name, 0) + term.power * int(power or 1) * (-1 if over else 1)
    return tuple(sorted((name, power) for name, power in powers.items() if power))


@lru_cache(maxsize=4096)
def kind_of(unit: str) -> str:
    """Name what a unit measures, the same for units that can be converted ("t" and "kt"); a unit that is none here by itself."""
    found = kind(unit)
    return ".".join(f"{name}{power}" for name, power in found) if found else unit


def same_kind(unit: str, other: str) -> bool:
    """Say whether two different units measure the same kind of thing, money of any currency being one kind."""
    if unit == other:
        return False
    have, want = kind(unit), kind(other)
    if have is None or want is None:
        return False
    return have == want or (is_money(unit.split("/")[0]) and is_money(other.split("/")[0]))


def is_money(unit: str) -> bool:
    """Say whether a unit is a currency code."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper() and unit != "TEU"


@cache
def registry() -> UnitRegistry[Decimal]:
    """Build the library's registry with what it lacks; half a second, so only when a value is first converted."""
    from pint import UnitRegistry

    made: UnitRegistry[Decimal] = UnitRegistry(non_int_type=Decimal, autoconvert_offset_to_baseunit=True)
    for definition in table()["defined"]["definitions"]:
        made.define(definition)
    return made


def factors(unit: str) -> Iterator[tuple[str, int]]:
    """Give the library's names of a unit's parts with their powers, plain numbers and annotations left out."""
    for term in terms(unit) or ():
        if term.name != "count" and not term.name.isdigit():
            if term.name.startswith("currency_") and term.name not in registry():
                registry().define(f"{term.name} = [{term.name}]")
            yield term.name, term.power


def convert(value: str, unit: str, to: str) -> str | None:
    """Give a value ("12", "3/5") of one unit in another of the same dimension, to 12 significant figures, else None.

    Units are UCUM codes or ISO 4217 codes; one currency is never turned into another. Temperatures are points of their
    scales, not differences.
    """
    if unit == to:
        return value
    if terms(unit) is None or terms(to) is None:
        return None
    library = registry()
    have, want = (library.UnitsContainer(dict(summed(code))) for code in (unit, to))
    if library.get_dimensionality(have) != library.get_dimensionality(want):
        return None
    times = number(unit) / number(to)
    parts = [library.Quantity(Decimal(part) * times, have).to(want).magnitude for part in value.split("/")]
    return "/".join(written(_FIGURES.plus(Decimal(part))) for part in parts)


def summed(unit: str) -> dict[str, int]:
    """Give the library's names of a unit's parts, the powers of each added up."""
    powers: dict[str, int] = {}
    for name, power in factors(unit):
        powers[name] = powers.get(name, 0) + power
    return {name: power for name, power in powers.items() if power}


def number(unit: str) -> Decimal:
    """Multiply the plain numbers in a unit ("m3/1000")."""
    product = Decimal(1)
    for term in terms(unit) or ():
        if term.name.isdigit():
            product *= Decimal(term.name) ** term.power
    return product
