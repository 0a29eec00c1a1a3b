"""A document → what one reader finds in it, as records for JSON lines and as rows for a table, and the dates that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import Any

from dostyk.documents import Reading
from dostyk.languages import ANALYSED
from dostyk.model.document import Document
from dostyk.passages import split
from dostyk.values.dates import DateSpan, day_first, impossible_dates, misfit_weekdays, read_dates, read_heading_date
from dostyk.values.quantities import read_quantities

Record = dict[str, Any]
DATE_HEADS = ("place", "words", "date", "holds", "stated", "from")
QUANTITY_HEADS = ("place", "words", "value", "unit", "bound", "sort", "of what", "whose", "when")
TOLD = ("measure", "counted", "of", "towards", "time", "base")
"""What is known of a quantity where sentences are analysed."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAME_HEADS = ("place", "words", "type", "name", "id", "office", "because")


def spoken(document: Document) -> str:
    """Give the language to read in: the document's, else, where it is too short to tell, the one its letters suggest."""
    if document.language is not None:
        return document.language
    text = document.text
    if re.search(r"[\u4e00-\u9fff]", text):
        return "zh"
    if re.search("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]", text):
        return "kk"
    return "ru" if re.search(r"[а-яё]", text, re.IGNORECASE) else "en"


def dates(document: Document) -> Iterator[DateSpan]:
    """Read the dates of a document as `extract` does: in its own habit, under the dates of its headings, from the day it was published."""
    text, language = document.text, spoken(document)
    habit = day_first(text)
    heading = cache(lambda line: read_heading_date(line, language))
    for passage in split(text):
        context = next((found for found in map(heading, reversed(passage.headings)) if found), None)
        for span in read_dates(text[passage.start : passage.end], document.published, language, context, habit):
            at = passage.start
            yield replace(span, start=at + span.start, end=at + span.end, lead=at + span.lead)


def date_records(reading: Reading) -> Iterator[Record]:
    """Give the dates of a document, each with the reason for what is not stated."""
    document = reading.document
    why = reading.reasons.get("published", "")
    counted = {"reference": f"counted from the document's date {document.published} ({why})", "context": "counted from a date before it"}
    for span in dates(document):
        yield record(document, span) | {"reason": counted.get(span.derived_from or "", "stated in full" if span.edtf else "nothing to count from")}


def quantity_records(reading: Reading) -> Iterator[Record]:
    """Give the quantities of a document with what they measure; figures of dates, of days that do not exist too, are none."""
    from dostyk.statements import read_measures

    document = reading.document
    text, language = document.text, spoken(document)
    wrong = [(start, end) for start, end, _ in impossible_dates(text, language)]
    taken = sorted({*wrong, *((span.start, span.end) for span in dates(document) if not span.vague)})
    spans = {span.start: span for span in read_quantities(text, language, taken)}
    if language not in ANALYSED:
        yield from (record(document, span) | dict.fromkeys(TOLD) for span in spans.values())
        return
    for measure in read_measures(text, language, document.published):
        if not any(start <= measure.start < end for start, end in wrong):
            span = spans.get(measure.start)
            yield (record(document, span) if span else {}) | record(document, measure)


def name_records(reading: Reading) -> Iterator[Record]:
    """Give the names of a document, in force on the day it was published."""
    from dostyk.entities.names import read_names

    document = reading.document
    for span in read_names(document.text, spoken(document), document.published):
        yield record(document, span)


def record(document: Document, span: Any) -> Record:
    """Give a span with its place, the words there and all that was read of them."""
    read = {field.name: getattr(span, field.name) for field in fields(span) if field.name not in ("start", "end", "text")}
    return {"source": document.source, "start": span.start, "end": span.end, "quote": document.text[span.start : span.end], **read}


def date_row(found: Record) -> tuple[str, ...]:
    """Word a date for a table."""
    shown = found["edtf"] or found["duration"] or ("vague" if found["vague"] else "unknown")
    return shown, found["relation"], "" if found["stated"] in (shown, "vague") else found["stated"], found["derived_from"] or ""


def quantity_row(found: Record) -> tuple[str, ...]:
    """Word a quantity for a table."""
    also = f" = {' '.join(found['alternative'])}" if found.get("alternative") else ""
    of, towards = (", ".join(found[role] or ()) for role in ("of", "towards"))
    whose = f"{of} → {towards}" if towards else of
    return (
        found["value"],
        found["unit"] + also,
        found["bound"],
        found["statistic"],
        found["measure"] or found["counted"] or "",
        whose,
        found["time"] or "",
    )


def name_row(found: Record) -> tuple[str, ...]:
    """Word a name for a table."""
    return found["type"], found["name"], found["id"] or "", found["office"], found["reason"]


def doubts(document: Document) -> Iterator[str]:
    """Say of each date that cannot be right where it stands and what is wrong with it, in the order of the text."""
    text, language = document.text, spoken(document)
    resolved = {span.start: span.edtf or "" for span in dates(document)}
    wrong = [(start, end, "there is no such day") for start, end, _ in impossible_dates(text, language)]
    wrong += [(start, end, misfit(resolved.get(start, ""))) for start, end, _ in misfit_weekdays(text, language)]
    for start, end, sentence in sorted(wrong):
        yield f"{document.source}, characters {start} to {end}: {' '.join(text[start:end].split())!r}: {sentence}"


def misfit(edtf: str) -> str:
    """Say which day of the week a date is."""
    try:
        return f"that day is a {WEEKDAYS[date.fromisoformat(edtf).weekday()]}"
    except ValueError:
        return "that day is another day of the week"


READERS: Mapping[str, tuple[Callable[[Reading], Iterator[Record]], Callable[[Record], tuple[str, ...]], tuple[str, ...]]] = {
    "dates": (date_records, date_row, DATE_HEADS),
    "quantities": (quantity_records, quantity_row, QUANTITY_HEADS),
    "names": (name_records, name_row, NAME_HEADS),
}
