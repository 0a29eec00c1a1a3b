"""A document's text, its markup's claims and the user's word → title, publisher, address, language and date, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from dostyk.documents.claims import Claim, Page, Trust, settle
from dostyk.documents.dateline import read_dateline, read_interviewer
from dostyk.documents.dating import derive_date
from dostyk.documents.front import read_front
from dostyk.documents.language import language_of
from dostyk.settings import Given


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
    return settle(claims)


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


def _from_address(url: Claim | None, source: str) -> Iterator[Claim]:
    """Read the day or month that an address holds (/2025/09/10/, /202509/10/, /2025-09-10-…)."""
    address = url.value if url else source if re.match(r"https?://", source) else ""
    match = re.search(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)", address)
    if match:
        yield Claim("published", "-".join(part for part in match.groups() if part), Trust.ADDRESS, "its address holds the date")
