"""Arithmetic of units: UCUM codes, what each is worth, and a value changed from one into another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Context, Decimal
from functools import cache, lru_cache
from typing import Any

from dostyk.values.quantities.lexicon import data
from dostyk.values.quantities.shapes import written

_TERM = re.compile(r"([./]?)(\{[^}]*\}|(?:[^\W\d]|[%'\[\]_])+|10\*?)?([-+]?[0-9]+)?")
_EXACT = Context(prec=40)

Worth = tuple[Decimal, tuple[tuple[str, int], ...]]


@cache
def table() -> Mapping[str, Any]:
    """Load the table of units."""
    return data("values/units.toml")


@lru_cache(maxsize=4096)
def worth(unit: str) -> Worth | None:
    """Give what a unit is worth in base units, and their powers; None for what is no unit here. Money is its own base."""
    factor, powers, end = Decimal(1), dict[str, int](), 0
    while end < len(unit):
        match = _TERM.match(unit, end)
        if match is None or match.end() == end or (end and not match[1]) or not (match[2] or match[3]):
            return None
        sign, exponent = (-1 if match[1] == "/" else 1), int(match[3] or 1)
        if match[2] is None:
            factor = _EXACT.multiply(factor, _EXACT.power(Decimal(exponent), sign))
        else:
            one = atom(match[2])
            if one is None or abs(exponent) > 9:
                return None
            factor = _EXACT.multiply(factor, _EXACT.power(one[0], sign * exponent))
            for base, power in one[1]:
                powers[base] = powers.get(base, 0) + power * sign * exponent
        end = match.end()
    return factor, tuple(sorted((base, power) for base, power in powers.items() if power and base != "1"))


def atom(code: str) -> Worth | None:
    """Give the worth of one unit with or without a prefix."""
    if code in table()["base"].split() or re.fullmatch(r"[A-Z]{3}", code) or code == "{pp}":
        return Decimal(1), ((code, 1),)
    if code in table()["scales"]:
        return Decimal(table()["scales"][code][0]), (("K", 1),)
    if plain := table()["worth"].get(code):
        number, _, unit = plain.partition(" ")
        inner = (Decimal(1), ((unit, 1),)) if unit == code else worth(unit)
        return None if inner is None else (_EXACT.multiply(Decimal(number), inner[0]), inner[1])
    for length in (2, 1):
        times = table()["prefixes"].get(code[:length])
        if times and (code[length:] in table()["worth"] or code[length:] in "m g s K A mol cd bit".split()):
            inner = atom(code[length:])
            return None if inner is None else (_EXACT.multiply(Decimal(times), inner[0]), inner[1])
    return (Decimal(1), (("1", 1),)) if code.startswith("{") else None


def convert(value: str, unit: str, to: str) -> str | None:
    """Give a value ("12", "3/5") of one unit in another of the same dimension, to 12 significant figures, else None."""
    if unit == to:
        return value
    have, want = worth(unit), worth(to)
    if have is None or want is None or have[1] != want[1]:
        return None
    first, second = (Decimal(table()["scales"].get(code, ("", "0"))[1]) for code in (unit, to))
    parts = [_EXACT.divide(_EXACT.multiply(Decimal(part) + first, have[0]), want[0]) - second for part in value.split("/")]
    return "/".join(written(Context(prec=12).plus(part)) for part in parts)


def same_kind(unit: str, other: str) -> bool:
    """Say whether two different units measure the same thing: both money, or of one dimension."""
    if unit == other:
        return False
    have, want = worth(unit), worth(other)
    if have is None or want is None:
        return False
    return have[1] == want[1] or (is_money(unit.split("/")[0]) and is_money(other.split("/")[0]))


def is_money(unit: str) -> bool:
    """Say whether a unit is a currency code."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper() and unit != "TEU"
