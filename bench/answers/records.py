"""A description of a project → its sums, measures and dates in the form of the suite of project records."""

from __future__ import annotations

import re
from typing import Any

from dostyk.values.dates import read_dates
from dostyk.values.quantities import read_quantities


def answer(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Give what is found in one case."""
    text, language = case["text"], case["lang"] or "en"
    return [*sums(text, language), *({"type": "date", "edtf": span.edtf} for span in read_dates(text, language=language) if span.edtf)]


def sums(text: str, language: str) -> list[dict[str, Any]]:
    """Give sums and measures; the same amount in a second unit is a second answer."""
    found = []
    for span in read_quantities(text, language):
        for value, unit in [(span.value, span.unit)] + ([span.alternative] if span.alternative else []):
            money = re.fullmatch(r"[A-Z]{3}", unit)
            found.append({"type": "quantity", "value": value, "currency" if money else "unit": unit})
    return found
