"""A case of a suite of quantities → quantities in its scorer's form."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from dostyk.values.quantities import QuantitySpan, bound_verb, read_quantities

# Codes that the scorer knows by another name, and parts of currencies, which it wants counted as such.
OTHERWISE = {"har": "ha", "bbl": "[bbl]", "{pp}": "%", "rank": "1", "[cup_us]": "cup", "[tbs_us]": "tablespoon", "[tsp_us]": "teaspoon"}
OTHERWISE |= {"eV": "electronvolt", "TeV": "teraelectronvolt", "Gy": "gray", "mGy": "milligray"}
CENTS = re.compile(r"\b(?:cents?|pence|penny|pennies|¢|kopecks?|fen|sen)\b|¢", re.IGNORECASE)
TIMES = ("s", "min", "h", "d", "wk", "mo", "a")
MONEY = re.compile(r"dollar|[$€£]|euro|yuan|pound", re.IGNORECASE)


def as_asked(text: str, span: QuantitySpan) -> list[dict[str, str]]:
    """Give one quantity as the scorer takes it; the same amount in a second unit is a second answer there."""
    shown, value, unit = text[span.start : span.end], span.value, span.unit
    if span.rate and span.unit != f"1/{span.rate}" and not re.search(r"(?:\b(?:an?|per|each|every) |/ ?)\w+$|ly$", shown):
        unit = unit.rpartition("/")[0]  # the rate is said after the noun, the suites mark the unit alone
    if CENTS.search(shown) and not MONEY.search(shown) and "/" not in value:
        unit, value = "cent", str(Decimal(value) * 100)
    if span.fraction:
        unit, value = "1", str(float(Fraction(span.fraction)))
    bound = span.bound
    if bound == "exact" and (verb := re.search(r"(\w+) $", text[: span.start])):
        bound = bound_verb(verb[1]) or bound
    found = [(value, unit)] + ([span.alternative] if span.alternative else [])
    return [
        {"value": v, "unit": "1" if u.startswith("1/") else "/".join(OTHERWISE.get(p, p) for p in u.split("/")), "bound": bound} for v, u in found
    ]


def answer(case: dict[str, Any]) -> list[dict[str, str]]:
    """Give what is found in one case; lengths of time are the date reader's where a suite marks dimensions alone."""
    spans = [span for span in read_quantities(case["text"], case["lang"] or "en") if not span.ordinal]
    if case["meta"].get("scope") == "dimension":
        spans = [span for span in spans if span.unit not in TIMES]
    return [item for span in spans for item in as_asked(case["text"], span)]
