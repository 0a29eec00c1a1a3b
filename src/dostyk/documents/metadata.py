"""A document's text, its markup's claims and the user's word → title, publisher, address, language and date, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from dostyk.documents.claims import Claim, Page, Trust, settle
from dostyk.documents.dateline import read_dateline, read_interviewer
from dostyk.documents.dating import derive_date, latest_past_year
from dostyk.documents.front import read_front
from dostyk.documents.language import language_of
from dostyk.settings import Given
from dostyk.values.dates import read_dates

HEAD = 3000
"""Characters in which the order of a date in figures is looked for."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(rf"\bon ({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def describe(page: Page, given: Given, source: str) -> dict[str, Claim]:
    """Settle what is known about a document, field by field; a field that nothing tells is missing."""
    claims = [*_given(given), *page.claims]
    declared = settle(claims).get("language")
    if declared is None or declared.trust < Trust.GIVEN:
        language = language_of(page.text, declared.value if declared else None)
        claims += [Claim("language", language, Trust.LABELLED, "the words it is written in")] if language else []
    claims += read_front(page.text)
    dateline = read_dateline(page.text)
    claims += dateline.claims
    claims += _from_address(settle(claims).get("url"), source)
    claims += read_interviewer(page.text)
    settled = settle(claims)
    if "published" not in settled and "language" in settled and settled["language"].value == "en":
        claims += _derived(page.text, dateline.partial)
        claims += _by_weekday(page.text, dateline.partial)
    return _ordered(settle(claims), page.text)


def _ordered(settled: dict[str, Claim], text: str) -> dict[str, Claim]:
    """Read a date in figures that can be day first or month first ("11/5/2008") as the months that the text names beside ask for."""
    held = settled.get("published")
    match = re.fullmatch(r"(\d{4})-(0\d|1[0-2])-(0[1-9]|1[0-2])", held.value) if held else None
    if held is None or match is None or match[2] == match[3] or held.trust >= Trust.GIVEN:
        return settled
    year, month, day = match[1], int(match[2]), int(match[3])
    if not re.search(rf"(?<!\d)0?{day}/0?{month}/{year}(?!\d)", text[:HEAD]):
        return settled
    named = {
        m[1]
        for span in read_dates(text[:HEAD])
        if (m := re.match(r"(?:\d{4}|XXXX)-(\d\d)", span.edtf or "")) and "/" not in text[span.start : span.end]
    }
    if f"{day:02d}" in named and f"{month:02d}" not in named:
        other = Claim("published", f"{year}-{day:02d}-{month:02d}", held.trust, f"{held.reason}; month first, as the months beside it tell")
        return {**settled, "published": other}
    return settled


def _given(given: Given) -> Iterator[Claim]:
    for field in fields(given):
        value = getattr(given, field.name)
        if value and field.name != "source":
            yield Claim(field.name, value, Trust.GIVEN, "given by the user")


def _derived(text: str, partial: str | None) -> Iterator[Claim]:
    """Derive a date; a dateline that lacks only its year gets the derived one."""
    derived = derive_date(text)
    if derived is None:
        return
    if partial is not None:
        dated = derived.edtf[:4] + partial[4:]
        if dated.startswith(derived.edtf):
            yield Claim("published", dated, Trust.DERIVED, f"the dateline of its first paragraph; its year: {derived.reason}")
    yield Claim("published", derived.edtf, Trust.DERIVED, f"derived: {derived.reason}")


def _by_weekday(text: str, partial: str | None) -> Iterator[Claim]:
    """Give a dateline without a year the first year, from the latest that the text names on, in which its day is the weekday of the news."""
    match = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", partial or "")
    named = WEEKDAY.search(text[:HEAD])
    latest = latest_past_year(text) if match is not None and named is not None else None
    if match is None or named is None or latest is None:
        return
    wanted = WEEKDAYS.index(named[1].lower())
    for year in range(latest, latest + 6):
        try:
            day = date(year, int(match[1]), int(match[2]))
        except ValueError:
            continue
        if day.weekday() == wanted:
            reason = f"the dateline of its first paragraph; {named[1]} of that date, not before {latest}, the latest year it names"
            yield Claim("published", day.isoformat(), Trust.DERIVED, reason)
            return


def _from_address(url: Claim | None, source: str) -> Iterator[Claim]:
    """Read the day or month that an address holds (/2025/09/10/, /202509/10/, /2025-09-10-…)."""
    address = url.value if url else source if re.match(r"https?://", source) else ""
    match = re.search(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)", address)
    if match:
        yield Claim("published", "-".join(part for part in match.groups() if part), Trust.ADDRESS, "its address holds the date")
