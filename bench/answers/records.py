"""A project's description as read → items of the suites' task `project_record`: amounts, terms, dates, countries, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dostyk.entities.names import NameType, read_names
from dostyk.values.dates import read_dates
from dostyk.values.names import find_places
from dostyk.values.names.gazetteer import number_of, record
from dostyk.values.quantities import read_quantities

CURRENCY = re.compile(r"[A-Z]{3}")


def answer(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Give everything that a description states, in the order of the text."""
    text, language = case["text"], case["lang"] or "en"
    return [*quantities(text, language), *dates(text, language, case["reference_date"]), *countries(text), *names(text, language)]


def quantities(text: str, language: str) -> Iterator[dict[str, Any]]:
    """Give the sums and measures, an amount said in two currencies as both."""
    for span in read_quantities(text, language):
        for value, unit in [(span.value, span.unit)] + ([span.alternative] if span.alternative else []):
            yield {"type": "quantity", "value": value, "currency" if CURRENCY.fullmatch(unit) else "unit": unit}


def dates(text: str, language: str, reference: str | None) -> Iterator[dict[str, Any]]:
    """Give the dates."""
    for span in read_dates(text, reference, language):
        if span.edtf:
            yield {"type": "date", "edtf": span.edtf}


def countries(text: str) -> Iterator[dict[str, Any]]:
    """Give the countries named, by their names, their people or their places; each once."""
    found = dict.fromkeys(place.country for place in find_places(text) if place.country)
    for code in found:
        number = number_of().get(code)
        if number is not None and (iso3 := record(number).admin):
            yield {"type": "country", "iso3": iso3}


def names(text: str, language: str) -> Iterator[dict[str, Any]]:
    """Give the bodies and the people, these with the offices said beside them."""
    for span in read_names(text, language):
        if span.type is NameType.ORGANISATION:
            yield {"type": "org", "name": span.name}
        elif span.type is NameType.PERSON:
            yield {"type": "person", "name": span.name, "office": span.office if span.office_of in span.office else f"{span.office} {span.office_of}"}
