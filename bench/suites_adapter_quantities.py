"""A third-party suite of quantities → answers in its scorer's form: suites_adapter_quantities.py SUITE.jsonl > ANSWERS.jsonl."""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from dostyk.values.quantities import QuantitySpan, bound_verb, read_quantities

# Codes that the scorer knows by another name, and parts of currencies, which it wants counted as such.
OTHERWISE = {"har": "ha", "bbl": "[bbl]", "{pp}": "%", "rank": "1", "[cup_us]": "cup", "[tbs_us]": "tablespoon", "[tsp_us]": "teaspoon"}
OTHERWISE |= {"eV": "electronvolt", "TeV": "teraelectronvolt", "Gy": "gray", "mGy": "milligray"}
CENTS = re.compile(r"\b(?:cents?|pence|penny|pennies|¢|kopecks?|fen|sen)\b|¢", re.IGNORECASE)
TIMES = ("s", "min", "h", "d", "wk", "mo", "a")
MONEY = re.compile(r"dollar|[$€£]|euro|yuan|pound", re.IGNORECASE)


def answers(text: str, span: QuantitySpan) -> list[dict[str, str]]:
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


def record(text: str) -> list[dict[str, str]]:
    """Give the sums and measures of a project's description."""
    found = []
    for span in read_quantities(text):
        for value, unit in [(span.value, span.unit)] + ([span.alternative] if span.alternative else []):
            money = re.fullmatch(r"[A-Z]{3}", unit)
            found.append({"type": "quantity", "value": value, "currency" if money else "unit": unit})
    return found


def main() -> None:
    """Answer every case of the suite named on the command line."""
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["task"] == "project_record":
            print(json.dumps({"id": case["id"], "got": record(case["text"])}, ensure_ascii=False))
            continue
        spans = [span for span in read_quantities(case["text"], case["lang"] or "en") if not span.ordinal]
        if case["meta"].get("scope") == "dimension":  # lengths of time are the date reader's there
            spans = [span for span in spans if span.unit not in TIMES]
        print(json.dumps({"id": case["id"], "got": [item for span in spans for item in answers(case["text"], span)]}, ensure_ascii=False))


if __name__ == "__main__":
    main()
