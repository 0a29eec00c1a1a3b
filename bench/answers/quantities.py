"""Quantities as read → items of the suites' tasks `quantity` and `quantity_bound`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from dostyk.values.quantities import QuantitySpan, bound_verb, read_quantities
from dostyk.values.quantities.lexicon import data

# The scorer takes a code only if it is in its own table, else the unit's English name: the codes that it reads otherwise.
NAMES = {"har": "ha", "bbl": "[bbl]", "{pp}": "%", "rank": "1", "[cup_us]": "cup", "[tbs_us]": "tablespoon", "[tsp_us]": "teaspoon"}
NAMES |= {"[Btu]": "british thermal unit", "[HP]": "horsepower", "[kn_i]": "knot", "[nmi_i]": "nautical mile", "[ly]": "light-year"}
NAMES |= {"[pt_us]": "pint", "[qt_us]": "quart", "[foz_us]": "fluid ounce", "[bu_us]": "bushel", "[oz_tr]": "troy ounce", "AU": "astronomical unit"}
NAMES |= {"[stone_av]": "stone", "[car_m]": "carat", "atm": "atmosphere", "[psi]": "pound per square inch", "q": "quintal", "[lton_av]": "long ton"}
NAMES |= {
    "'": "minute of arc",
    "''": "second of arc",
    "[mu_cn]": "Mu",
    "[jin_cn]": "jin",
    "[liang_cn]": "liang",
    "kcal": "kilocalorie",
    "kbit": "kilobit",
    "am": "attometer",
    "[ppth]": "per mille",
    "[ppm]": "parts per million",
    "[rod_us]": "rod",
}
WHOLE = ("kbit", "kcal")  # known to the scorer by name alone, by symbol in a rate
# Units whose symbols are also others there (C is Celsius, F Fahrenheit), with the prefixes they are met with.
SPELT = {"eV": "electronvolt", "Gy": "gray", "Sv": "sievert", "Bq": "becquerel", "C": "coulomb", "F": "farad", "T": "tesla", "Ohm": "ohm"}
SPELT |= {"mol": "mole", "cd": "candela", "H": "henry", "lm": "lumen", "lx": "lux"}
PREFIXES = {"": "", "n": "nano", "u": "micro", "m": "milli", "k": "kilo", "M": "mega", "G": "giga", "T": "tera"}
NAMES |= {letter + code: prefix + name for code, name in SPELT.items() for letter, prefix in PREFIXES.items()}
# Parts of currencies: the suites count in them ("50 cents" is 50), we in the currency. The scorer calls these "cent".
AS_CENTS = ("cent", "penny", "pennie", "pence", "sen")
MONEY = re.compile(r"dollar|[$€£]|euro|yuan|pound", re.IGNORECASE)
RATE_INSIDE = re.compile(r"(?:\b(?:an?|per|each|every) |/ ?)\w+$|ly$")
TIMES = ("s", "min", "h", "d", "wk", "mo", "a")


def answer(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the quantities of one case; of a suite of dimensions none of time, which are the date reader's there."""
    spans = (span for span in read_quantities(case["text"], case["lang"] or "en") if not span.ordinal)
    if case["meta"].get("scope") == "dimension":
        spans = (span for span in spans if span.unit not in TIMES)
    return [item for span in spans for item in items(case["text"], span)]


def items(text: str, span: QuantitySpan) -> Iterator[dict[str, Any]]:
    """Give one quantity as the scorer takes it; the same amount in a second unit is a second item there."""
    shown, value, unit = text[span.start : span.end], span.value, span.unit
    if span.rate and not RATE_INSIDE.search(shown) and not text.startswith(" times ", span.end):
        unit = unit.rpartition("/")[0]  # the rate is said after the noun; the suites mark the unit alone
    if (part := in_parts(shown)) is not None and not MONEY.search(shown) and " and " not in shown and "/" not in value:
        unit, value = part[0], format(Decimal(value) / part[1], "f")
    if span.fraction:
        unit, value = "1", str(float(Fraction(span.fraction)))
    bound = span.bound
    if bound == "exact" and (verb := re.search(r"(\w+) $", text[: span.start])):
        bound = bound_verb(verb[1]) or bound
    for amount, code in [(value, unit)] + ([span.alternative] if span.alternative else []):
        yield {"value": amount, "unit": named(code), "bound": bound}


@cache
def parts() -> dict[str, Decimal]:
    """Load the parts of currencies with what each is worth in its currency."""
    words = data("languages/en/quantities.toml")["currency_parts"]
    return {word.lower(): Decimal(worth.split()[0]) for word, worth in words.items()} | {"¢": Decimal("0.01")}


def in_parts(shown: str) -> tuple[str, Decimal] | None:
    """Give the part of a currency that a quantity is said in, and its worth."""
    word = re.split(r"[ \d-]", shown.lower().rstrip("."))[-1]
    known = next((form for form in (word, word.removesuffix("s")) if form in parts()), None)
    return None if known is None else ("cent" if known in AS_CENTS or known == "¢" else known, parts()[known])


def named(code: str) -> str:
    """Give a unit by the name that the scorer knows it by."""
    if code in NAMES:
        return NAMES[code]
    if code.startswith("/"):
        return "inverse " + {"s": "second", "fb": "femtobarn"}.get(code[1:], code[1:])
    return "/".join(part if part in WHOLE else NAMES.get(part, part) for part in code.split("/"))
