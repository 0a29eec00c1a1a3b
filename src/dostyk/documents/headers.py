"""One line around a text → what it says of who published the text, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dostyk.documents.claims import Claim, Trust
from dostyk.documents.naming import EDGES, FRONT, is_author, is_byline, is_name, is_place, is_publisher, is_rubric
from dostyk.documents.words import words
from dostyk.values.dates import DateSpan, read_dates

LONGEST = 250
MOST_WORDS = 20
"""Words of a line with a full stop from which it is prose."""
_RANGE = re.compile(r"\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}")
"""Days that an issue of a bulletin is for; it came out at their end."""
DATED = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_DAY, _MONTH = len("2024-01-31"), len("2024-01")
_TIME = re.compile(
    r"[ ,T(]*\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?\b)?"  # 11:12, 7.30 pm
    r"\s*(?:\(?(?:GMT|UTC|[A-Z]{2,4}T)\b\)?)?\s*(?:[+-]\d{1,2}:?\d{0,2})?\)?",  # its time zone
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", re.IGNORECASE)
_BY = re.compile(r"^.*\b(?:prepared|compiled|issued|published|provided|updated) by\s+", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:No|Nr|Issue|Vol|Volume|Edition)\b[. ]*\d{1,4}(?:[ /(]+\d{1,4}\)?)?[ ,:;–—-]*", re.IGNORECASE)
_BREAK = re.compile(r"\s*[|•·\t►»/]\s*|\s+[–—]+\s+|\s{3,}|;\s")
_INLINE = re.compile(r"(?:^|[.;|]\s+)(?:Source|Publisher|Published by)\s*[:：]\s*([^.;|]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in a line, and the date right behind it, where there is one."""

    words: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Header:
    """What one line says; `whole` tells that it says nothing else, so that it is no part of the text proper."""

    claims: tuple[Claim, ...]
    whole: bool


def read_header(line: str) -> Header:
    """Read a line's labels, dates and names of publishers; a line of prose gives no claims."""
    line = line.strip()
    if not line or len(line) > LONGEST or (line[-1] in ".!?" and len(line.split()) > MOST_WORDS):
        return Header((), False)
    pieces = _pieces(line)
    dated = any(piece.date for piece in pieces)
    found = [_piece_claims(piece, dated) for piece in pieces]
    claims = [claim for part in found for claim in part or ()]
    whole = None not in found
    if not whole and _is_signed(pieces, line):
        claims, whole = [_date(piece.date, None) for piece in pieces if piece.date], True
    elif not whole or not _is_fine(claims):
        claims = [claim for claim in claims if claim.field == "published" and claim.trust >= Trust.LABELLED]
        claims = claims or _publication(pieces, line)
    if line.startswith((":", "：")) and is_name(line.strip(EDGES)):
        claims.append(publisher_claim(line, Trust.LABELLED))
    inline = _INLINE.search(line) if not any(claim.field == "publisher" for claim in claims) else None
    if inline and is_name(inline.group(1).strip(EDGES)):
        claims.append(publisher_claim(inline.group(1), Trust.LABELLED))
    return Header(tuple(claims), whole)


def _is_signed(pieces: Sequence[Piece], line: str) -> bool:
    """Tell a line of short parts between bars that names its writer and ends with a day: "By A Name | The Paper, Town | 17 August 2022"."""
    parts = [part for part in re.split(r"\s*[|•·]\s*", line) if part]
    dates = [piece.date for piece in pieces if piece.date]
    alone = len(parts) > 1 and any(span.start == 0 and span.end == len(parts[-1]) for span in read_dates(parts[-1]))
    return alone and is_author(parts[0]) and len(dates) == 1 and len(dates[0]) == _DAY and all(len(part.split()) <= 8 for part in parts)


def _is_fine(claims: Sequence[Claim]) -> bool:
    """Tell whether a line's dates are a page's: of a day, or labelled, or of a month beside a publisher; a bare year heads a list."""
    if any(claim.trust >= Trust.LABELLED for claim in claims):
        return True
    needed = _MONTH if any(claim.field == "publisher" for claim in claims) else _DAY
    return all(len(claim.value) >= needed for claim in claims if claim.field == "published")


def _publication(pieces: Sequence[Piece], line: str) -> list[Claim]:
    """Read "A Name of Some Words, April 2017": a paper whose name does not say that it is one, or a dated title."""
    if (
        len(pieces) != 1
        or len(pieces[0].date or "") < _MONTH
        or not 2 <= len(pieces[0].words.split()) <= 8
        or not is_name(pieces[0].words.strip(EDGES))
    ):
        return []
    enclosed = [publisher_claim(pieces[0].words, Trust.GUESSED)] if line[0] == "(" else []
    return [*enclosed, replace(_date(pieces[0].date or "", None), trust=Trust.TAIL)]


def _pieces(line: str) -> list[Piece]:
    issue = _ISSUE.search(line) is not None
    line = _ISSUE.sub(lambda found: " " * len(found.group()), line)
    spans = [span for span in read_dates(line) if span.edtf is not None and (DATED.fullmatch(span.edtf) or issue and _RANGE.fullmatch(span.edtf))]
    pieces: list[Piece] = []
    at = 0
    for span in spans:
        before = [part for part in _BREAK.split(_bare(line[at : span.start])) if part]
        pieces += [Piece(part, None) for part in before[:-1] if part.strip(EDGES)]
        pieces.append(Piece(before[-1] if before else "", (span.edtf or "").split("/")[-1]))
        at = span.end
    return [*pieces, *(Piece(part, None) for part in _BREAK.split(_bare(line[at:])) if part.strip(EDGES))]


def _bare(text: str) -> str:
    return _WEEKDAY.sub(" ", _TIME.sub(" ", text))


def _piece_claims(piece: Piece, dated: bool) -> list[Claim] | None:
    """Give a piece's claims; None where its words are neither label nor name, that is, prose."""
    label, rest = _label(piece.words)
    if piece.date is None:
        return _words_claims(piece.words, label, rest, dated)
    date = _date(piece.date, None if label == "source" else label)
    if label == "source":
        named = re.sub(r"[\s,]+(?:on|at|in)\s*$", "", rest)
        return [*([publisher_claim(named, Trust.LABELLED)] if named else []), date]
    if not rest:
        return [date]
    if label is not None and piece.words.strip().startswith(("(", "[")):
        return [publisher_claim(_BY.sub("", rest), Trust.LINE), date]
    found = _parts_claims(rest)
    if found is not None:
        return found if is_byline(rest) else [*found, date]
    return [date] if label is not None and piece.words.rstrip().endswith((":", "：")) else None


def _words_claims(text: str, label: str | None, rest: str, dated: bool) -> list[Claim] | None:
    if label == "source" and rest:
        return [publisher_claim(rest, Trust.LABELLED)]
    if label is not None or is_author(text) or is_byline(text) or is_rubric(text):
        return []
    if dated and is_publisher(text):
        return [publisher_claim(text, Trust.LINE)]
    if dated and is_place(text):
        return []
    return None


def _parts_claims(text: str) -> list[Claim] | None:
    """Give the claims of words before a date, whole or part by part between commas; places are passed over."""
    found = _words_claims(text, *_label(text), True)
    if found is not None or is_place(text):
        return found or []
    parts = [part for part in text.split(",") if part.strip(EDGES)]
    claims = [_words_claims(part, *_label(part), True) for part in parts]
    claims = [[] if claim is None and is_place(part) else claim for part, claim in zip(parts, claims, strict=True)]
    if len(parts) < 2 or None in claims:
        return None
    return [claim for part in claims for claim in part or ()][:1]


def _label(text: str) -> tuple[str | None, str]:
    """Find the label that ends (of a date) or begins (of a publisher) a piece; give its class and the words left."""
    found = text.strip(EDGES).split()
    low = [word.lower().strip(EDGES) for word in found]
    for size in range(min(7, len(low)), 0, -1):
        ending = " ".join(low[-size:])
        for name in ("updated", "published"):
            if ending in words(FRONT, name):
                return name, " ".join(found[:-size]).strip(EDGES)
    for size in range(min(6, len(low)), 0, -1):
        if " ".join(low[:size]) in words(FRONT, "source") and (":" in text or "：" in text or size > 1):
            return "source", " ".join(found[size:]).strip(EDGES)
    return None, text.strip(EDGES)


def publisher_claim(name: str, trust: Trust) -> Claim:
    """Claim that a name is the publisher's, without "the" before it where that is no part of a paper's name."""
    name = re.sub(r"^[Tt]he (?=[A-Z])(?!\S+ (?:Times|Post|Guardian|Herald)\b)", "", name.strip(EDGES))
    return Claim("publisher", name, trust, f"a line about the text names it: {name!r}")


def _date(value: str, label: str | None) -> Claim:
    if label == "updated":
        return Claim("published", value, Trust.UPDATED, "a line about the text says when it was last updated")
    if label == "published":
        return Claim("published", value, Trust.LABELLED, "a line about the text says when it was published")
    return Claim("published", value, Trust.LINE, "a line about the text is a date")


def partial_dates(spans: Sequence[DateSpan]) -> list[DateSpan]:
    """Keep the dates that lack only their year."""
    return [span for span in spans if re.fullmatch(r"XXXX-\d{2}(?:-\d{2})?", span.stated)]
