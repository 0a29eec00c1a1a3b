"""A document's byline, dateline or last line → the news agency that its text is credited to."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dostyk.entities.spelling import words
from dostyk.facts.tables import table
from dostyk.model.document import Document

_HEAD, _FOOT = 500, 300  # characters in which a credit stands, from the beginning and from the end
_LAST = 3  # lines at the end in which an agency may stand between marks
_LINE_WORDS = 10  # words of a line that is nothing but a credit, at most


@lru_cache(maxsize=4096)
def agency_in(name: str) -> str | None:
    """The news agency that a publisher is ("Xinhua News Agency"), under its key; a name that only holds one is another publisher."""
    told = " ".join(w for w in words(name) if w not in table("publishers.toml")["credit"]["filler"])
    return told if told in table("publishers.toml")["agencies"] else None


def show_agency(agency: str) -> str:
    """An agency's key as a name: short ones are initials."""
    return agency.title() if len(agency) > 4 else agency.upper()


@lru_cache(maxsize=16384)
def credited_to(document: Document) -> str | None:
    """The agency that a text is credited to: in a dateline, on a line of its own at either end, or after "Source:"; None for none."""
    head, foot = _lines(document.text[:_HEAD]), _lines(document.text[-_FOOT:])
    for line in (*head, *foot[-_LAST:]):
        found = _marked().search(line)
        if found:
            return found["agency"]
    return next((own for line in (*head, *foot) for own in [_credit_line(line)] if own), None)


def _lines(text: str) -> list[str]:
    """The lines of a text in small letters."""
    return [line.strip() for line in text.casefold().splitlines() if line.strip()]


def _credit_line(line: str) -> str | None:
    """The agency that a line ends with which only says whose text it is ("Source: Bernama", "By our correspondent, AFP")."""
    if not line.startswith(_beginnings()):
        return None
    held = words(line)
    if len(held) > _LINE_WORDS:
        return None
    left = [w for w in held if not w.isdigit() and w not in table("publishers.toml")["credit"]["filler"]]
    return next((" ".join(left[-n:]) for n in (3, 2, 1) if " ".join(left[-n:]) in table("publishers.toml")["agencies"]), None)


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(table("publishers.toml")["credit"]["lines"])


@cache
def _agencies() -> tuple[str, ...]:
    return tuple(table("publishers.toml")["agencies"])


@cache
def _marked() -> re.Pattern[str]:
    """An agency between marks, as in a dateline: "(Bernama)", "/TASS/", "— AFP —", "Kyodo – "."""
    names = "|".join(re.escape(agency) for agency in sorted(_agencies(), key=lambda a: (-len(a), a)))
    return re.compile(rf"(?:[(\[/]|[—–-]\s|^)\s*(?P<agency>{names})(?: news agency)?(?:\s*[)\]/]|\s+[—–-])")
