"""First paragraph → claims of its dateline: "ASTANA, 5 July 2024 (Agency) – …", and of whose correspondent asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.documents.claims import Claim, Trust
from dostyk.documents.headers import DATED, partial_dates
from dostyk.documents.naming import FRONT, is_name, is_publisher
from dostyk.documents.words import words
from dostyk.values.dates import DateSpan, read_dates

HEAD = 4000
OPENING = 160
LONG = 60
PARAGRAPHS = 2
_AGENCY = re.compile(r"[\s.,:–—-]*[(/\[]\s*([^()/\[\]]{2,40}?)\s*[)/\]]\s*[.:–—-]*")
_DASH = re.compile(r"\s*[_–—]|\s+-")
_AFTER = re.compile(r"\s*(?:[(/\[–—_|]|--?\s|\.\s|:|,?\s*[A-Z0-9.]{3,}\b)")
_INTERVIEW = re.compile(
    r"(?:correspondents? (?:of|from|with)|interview (?:with|to|for|by)|told|informs|reports|quoted by) (?:the )?"
    r"((?:[A-Z0-9][\w.'’&-]*\s){0,6}[A-Z0-9][\w'’&-]*)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What datelines say; `partial` is a date without a year ("XXXX-07-05")."""

    claims: tuple[Claim, ...]
    partial: str | None = None


def read_dateline(text: str) -> Dateline:
    """Read the dateline of one of the first paragraphs; lists and later paragraphs have none."""
    lines = [line.strip() for line in text[:HEAD].splitlines() if line.strip()]
    paragraphs = [line for line in lines if len(line) > LONG and line[0] not in "-–—•*>["]
    for line in paragraphs[:PARAGRAPHS]:
        found = _enclosed(line) or _dated(line[:OPENING]) or _undated(line)
        if found is not None:
            return found
    return Dateline(())


def _dated(opening: str) -> Dateline | None:
    span = next(iter(read_dates(opening)), None)
    return None if span is None else _dateline(opening, span)


def _enclosed(line: str) -> Dateline | None:
    """Read a dateline whose date stands with the agency: "COLOMBO (Daily News, Nov. 6, 2023) – …"."""
    match = re.match(r"([A-Z][\w'’. -]{1,40}?)\s*[(/]([^()/]{6,60})[)/]\s*[.–—:-]", line)
    if match is None or not is_name(match.group(1)):
        return None
    spans = [span for span in read_dates(match.group(2)) if span.edtf is not None and DATED.fullmatch(span.edtf)]
    if not spans:
        return None
    agency = tuple(_agency(match.group(2)[: spans[0].start].strip(" ,;–—-")))
    return Dateline((*agency, Claim("published", spans[0].edtf or "", Trust.DATELINE, "the dateline of its first paragraph")))


def _dateline(opening: str, span: DateSpan) -> Dateline | None:
    place = re.sub(r"[(/\[].*?[)/\]]", "", opening[: span.lead if span.lead < span.start else span.start]).strip(" ,.:–—-/")
    after = opening[span.end :]
    if place and not is_name(place) or len(place) > 60 or not _AFTER.match(after):
        return None
    agency = _AGENCY.match(after)
    if not place and agency is None and len(span.edtf or "") < len("2024-01-31"):
        return None
    if agency is None and (span.lead < span.start or not (place.isupper() or _DASH.match(after))):
        return None
    claims = list(_agency(agency.group(1))) if agency else []
    if span.edtf is not None and DATED.fullmatch(span.edtf):
        claims.append(Claim("published", span.edtf, Trust.DATELINE, "the dateline of its first paragraph"))
        return Dateline(tuple(claims))
    partial = partial_dates([span])
    return Dateline(tuple(claims), partial[0].stated if partial else None) if partial or claims else None


def _undated(opening: str) -> Dateline | None:
    """Read a dateline that has a place and an agency only: "ASTANA (Agency) – …", "ASTANA. AGENCY – …"."""
    match = re.match(r"([A-Z][\w'’ -]{1,40}?)(?:\s*[(/]([^()/]{2,40})[)/]\s*[–—:.-]|[.,]\s+([A-Z][A-Z0-9. ]{2,30})\s+[–—-]\s)", opening)
    if match is None or not is_name(match.group(1)):
        return None
    claims = tuple(_agency(match.group(2) or match.group(3)))
    return Dateline(claims) if claims else None


def _agency(name: str) -> Iterator[Claim]:
    name = name.strip(" .,–—-")
    if name.lower() in words(FRONT, "agencies") or is_publisher(name) or (name.isupper() and name.isalpha() and len(name) > 2):
        yield Claim("publisher", name, Trust.DATELINE, "the dateline names the agency")


def read_interviewer(text: str) -> Iterator[Claim]:
    """Read whose correspondent put the questions; a guess at the publisher."""
    for match in _INTERVIEW.finditer(text[:HEAD]):
        name = match.group(1).rstrip(" .,")
        if name.lower() in words(FRONT, "agencies") or (len(name.split()) > 1 and is_publisher(name)):
            yield Claim("publisher", name, Trust.GUESSED, "the text says who asked or was told")
            return
