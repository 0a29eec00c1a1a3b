"""Reads twinnings from lists and tables of places."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.naming import thing
from dostyk.kinds.twinning.names import dashed, draft
from dostyk.kinds.twinning.places import Town, towns
from dostyk.model.analysis import Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality
from dostyk.values.names import find_places

HEADER = {
    "country",
    "city",
    "town",
    "year",
    "state",
    "region",
    "name",
    "since",
    "date",
    "partner",
    "countries",
    "cities",
    "province",
    "partner city",
    "no",
    "flag",
    "continent",
}


def listed_with(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read a row or item of a list of sister cities: two places, or one and the page's own."""
    found = towns(sentence, reading) or _first_name(sentence)
    pairs = dashed(sentence, found)
    here = _headed(sentence) or reading.here()
    if not pairs and found:
        first = found[0]
        own = Town(here, first.first, first.start, first.end) if here is not None and here.id != first.mention.id else None
        other = next((t for t in found[1:] if t.mention.id != first.mention.id), None)
        apart = other is not None and (
            sentence.form == "row" and "|" in sentence.text or any(t.low in ("and", "with") for t in sentence.tokens[first.first : other.first])
        )
        if (
            other is not None
            and (apart or own is None)
            and (here is None or sentence.form != "row" or here.id in (first.mention.id, other.mention.id))
        ):
            pairs = [(first, other)]
        elif own is not None:
            pairs = [(own, first)]
    for one, other in pairs:
        made = draft(sentence, one, other, Modality.ACTUAL, other.first)
        if len(pairs) == 1 and (dates := [d for d in sentence.dates if d.edtf and not d.vague]):
            made.time, made.end = dates[0].edtf, max(made.end, dates[0].end)
            made.start = min(made.start, max(dates[0].lead, sentence.start))
        yield made


def _headed(sentence: Sentence) -> Mention | None:
    """The one place whose partners the heading announces ("Twin cities of Oslo"), or None."""
    line = sentence.heading.rsplit(" / ", 1)[-1]
    found = [p for p in find_places(line) if p.type in (MentionType.CITY, MentionType.REGION)]
    before = line[: found[0].start].split()[-1:] if len(found) == 1 else []
    if before and before[0].lower() in ("of", "for"):
        return Mention(found[0].text, found[0].name, found[0].id, found[0].type)
    return None


def _first_name(sentence: Sentence) -> list[Town]:
    """A name that reference data does not know, at the start of a line or of a row."""
    first = sentence.tokens[0] if sentence.tokens else None
    if (
        first is not None
        and first.span is None
        and sentence.form == "row"
        and len(sentence.tokens) > 1
        and sentence.tokens[1].text == "|"
        and first.text.istitle()
        and first.text.isalpha()
        and first.low not in HEADER
    ):
        return [Town(thing(first.text, MentionType.CITY), 0, first.start, first.end)]
    for at, token in enumerate(sentence.tokens[:3]):
        if (
            token.span is not None
            and token.span.type in (SpanType.NAME, SpanType.PERSON)
            and token.low not in HEADER
            and len(token.span.text.split()) <= 3
        ):
            return [Town(thing(token.span.text, MentionType.CITY), at, token.start, token.end)]
    return []
