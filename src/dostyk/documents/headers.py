"""One line around a text → what it says of who published the text, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dostyk.documents.claims import Claim, Trust
from dostyk.documents.words import words
from dostyk.values.dates import DateSpan, read_dates

FRONT = "front.toml"
LONGEST = 250
DATED = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_TIME = re.compile(
    r"[ ,T(]*\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?\b)?"  # 11:12, 7.30 pm
    r"\s*(?:\(?(?:GMT|UTC|[A-Z]{2,4}T)\b\)?)?\s*(?:[+-]\d{1,2}:?\d{0,2})?\)?",  # its time zone
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", re.I)
_BREAK = re.compile(r"\s*[|•·\t►»/]\s*|\s{3,}|;\s")
_EDGES = " \t.,:;|-–—()[]*_·•/\"'“”‘’>»©"
_CONNECTORS = frozenset({"of", "the", "for", "and", "in", "to", "on", "de", "du", "la", "&", "del", "des", "al", "at"})


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
    if not line or len(line) > LONGEST:
        return Header((), False)
    pieces = _pieces(line)
    dated = any(piece.date for piece in pieces)
    claims: list[Claim] = []
    whole = True
    for piece in pieces:
        found = _piece_claims(piece, dated)
        whole = whole and found is not None
        claims += found or []
    if not whole:
        claims = [claim for claim in claims if claim.trust >= Trust.LABELLED and claim.field == "published"]
    if line.startswith((":", "：")) and is_name(line.strip(_EDGES)):
        claims.append(_publisher(line.strip(_EDGES), Trust.LABELLED))
    return Header(tuple(claims), whole)


def is_name(text: str) -> bool:
    """Tell whether a run of words is written as a name is: each word with a capital, a few small ones between."""
    found = text.split()
    if not 0 < len(found) <= 14 or text[-1] in "?!":
        return False
    return found[0][:1].isupper() and all(word[:1].isupper() or word[:1].isdigit() or word.lower().strip(",") in _CONNECTORS for word in found)


def is_publisher(text: str) -> bool:
    """Tell whether a name is one of a body that publishes: a known agency, or a name with "Ministry", "Times" … in it."""
    low = text.lower().strip(_EDGES)
    if low in words(FRONT, "agencies"):
        return True
    if not is_name(text.strip(_EDGES)):
        return False
    nouns = words(FRONT, "publisher_nouns")
    return any(word.strip(_EDGES) in nouns for word in low.split())


def is_rubric(text: str) -> bool:
    """Tell whether a line only names the shelf that a text stands on."""
    return text.lower().strip(_EDGES) in words(FRONT, "rubrics")


def _pieces(line: str) -> list[Piece]:
    spans = [span for span in read_dates(line) if span.edtf is not None and DATED.fullmatch(span.edtf)]
    pieces: list[Piece] = []
    at = 0
    for span in spans:
        before = [part for part in _BREAK.split(_bare(line[at : span.start])) if part]
        pieces += [Piece(part, None) for part in before[:-1] if part.strip(_EDGES)]
        pieces.append(Piece(before[-1] if before else "", span.edtf))
        at = span.end
    pieces += [Piece(part, None) for part in _BREAK.split(_bare(line[at:])) if part.strip(_EDGES)]
    return pieces


def _bare(text: str) -> str:
    return _WEEKDAY.sub(" ", _TIME.sub(" ", text))


def _piece_claims(piece: Piece, dated: bool) -> list[Claim] | None:
    """Give a piece's claims; None where its words are neither label nor name, that is, prose."""
    label, rest = _label(piece.words)
    if piece.date is None:
        if label == "source" and rest:
            return [_publisher(rest, Trust.LABELLED)]
        if label is not None or _is_byline(piece.words) or is_rubric(piece.words):
            return []
        if dated and is_publisher(piece.words):
            return [_publisher(piece.words, Trust.LINE)]
        return None
    dated_claim = _date(piece.date, None if label == "source" else label)
    if label == "source":
        named = re.sub(r"[\s,]+(?:on|at|in)\s*$", "", rest)
        return [*([_publisher(named, Trust.LABELLED)] if named else []), dated_claim]
    if not rest:
        return [dated_claim]
    if label is not None and piece.words.strip().startswith(("(", "[")):
        return [_publisher(rest, Trust.LINE), dated_claim]
    found = _piece_claims(Piece(rest, None), True)
    if found is not None:
        return [*found, dated_claim]
    return [dated_claim] if label is not None and piece.words.rstrip().endswith((":", "：")) else None


def _label(text: str) -> tuple[str | None, str]:
    """Find the label that ends (of a date) or begins (of a publisher) a piece; give its class and the words left."""
    found = text.strip(_EDGES).split()
    low = [word.lower().strip(_EDGES) for word in found]
    for size in range(min(7, len(low)), 0, -1):
        ending = " ".join(low[-size:])
        for name in ("updated", "published"):
            if ending in words(FRONT, name):
                return name, " ".join(found[:-size]).strip(_EDGES)
    for size in range(min(6, len(low)), 0, -1):
        if " ".join(low[:size]) in words(FRONT, "source") and (":" in text or "：" in text or size > 1):
            return "source", " ".join(found[size:]).strip(_EDGES)
    return None, text.strip(_EDGES)


def _is_byline(text: str) -> bool:
    low = [word.strip(_EDGES) for word in text.lower().split()]
    low = [word for word in low if word]
    labels = words(FRONT, "byline")
    return not low or (len(low) <= 12 and any(" ".join(low[:size]) in labels for size in (1, 2))) or all(word.isdigit() for word in low)


def _publisher(name: str, trust: Trust) -> Claim:
    name = re.sub(r"^[Tt]he (?=[A-Z])(?!\S+ (?:Times|Post|Guardian|Herald)\b)", "", name.strip(_EDGES))
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
