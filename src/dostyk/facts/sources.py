"""Statements → the independent sources among them, and which side each speaks from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from dostyk.entities.places import state_of_id, states_in
from dostyk.entities.spelling import fold, words
from dostyk.facts.items import document_id
from dostyk.facts.tables import table
from dostyk.model.document import Document
from dostyk.model.statement import Statement

# Words that the common beginning of titles has, at least, to be the title of a series ("A guide to …: Kenya").
_SERIES_WORDS = 4
# A quote at least this long, the same in two documents, was copied rather than written twice.
_COPIED_LENGTH = 60


def source_name(document: Document) -> str:
    """Whose document it is: its publisher, else its title, else where it was read from."""
    return document.publisher or (f"“{document.title}”" if document.title else document.source)


def series_of(document: Document) -> str:
    """The series that an entry without publisher belongs to, by the beginning of its title; "" for none."""
    head, colon, entry = (document.title or "").rpartition(": ")
    return fold(head) if not document.publisher and colon and entry and len(head.split()) >= _SERIES_WORDS else ""


def entries_apart(a: Document, b: Document) -> bool:
    """Whether two documents are different entries of one series, each on a subject of its own."""
    return a != b and a.title != b.title and bool(series_of(a)) and series_of(a) == series_of(b)


def independent(statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """Group statements by independent source: one publisher is one, and so is one text in two documents."""
    groups: list[tuple[set[str], list[Statement]]] = []
    for statement in statements:
        marks = _marks(statement)
        joined: tuple[set[str], list[Statement]] = (set(marks), [statement])
        apart = []
        for other in groups:
            if other[0] & marks:
                joined = (other[0] | joined[0], other[1] + joined[1])
            else:
                apart.append(other)
        groups = [*apart, joined]
    return tuple(tuple(found) for _, found in groups)


def voice_name(document: Document) -> str:
    """The name of a source: the publisher, else the common title of the series, else the page's title."""
    return f"“{(document.title or '').rpartition(': ')[0]}”" if series_of(document) else source_name(document)


def voice_of(document: Document) -> str:
    """What tells one source from another: the publisher, else the series, else the page."""
    return series_of(document) or fold(source_name(document))


def _marks(statement: Statement) -> set[str]:
    document = statement.document
    marks = {"d:" + document_id(document), "p:" + voice_of(document)}
    quote = fold(statement.evidence.quote)
    return marks | {"q:" + quote} if len(quote) >= _COPIED_LENGTH else marks


@lru_cache(maxsize=4096)
def side_of(publisher: str | None, url: str | None, source: str = "") -> str | None:
    """The state whose side a publisher speaks from: known agencies, places in its name, the country code of its address."""
    for name in (publisher or "", urlsplit(url or source).hostname or ""):
        code = _known(fold(name))
        if code:
            return code
    states = states_in(publisher) if publisher else ()
    if len(states) == 1:
        return states[0]
    last = (urlsplit(url or source).hostname or "").rpartition(".")[2]
    return state_of_id({"uk": "gb"}.get(last, last).upper()) if len(last) == 2 else None


def _known(folded: str) -> str | None:
    markers = table("publishers.toml")
    whole = set(words(folded.replace(".", " ")))
    for marker, code in [*markers["publishers"].items(), *((w, c) for w, c in markers["whole"].items() if w in whole)]:
        if marker in folded:
            return str(code)
    return None


def side(document: Document) -> str | None:
    """The state whose side a document speaks from, None where nothing tells."""
    return side_of(document.publisher, document.url, document.source)


def sides(statements: Sequence[Statement]) -> tuple[str | None, ...]:
    """The sides that statements were published from, each once, in order."""
    return tuple(dict.fromkeys(side(s.document) for s in statements))


def sources_in_words(statements: Sequence[Statement]) -> str:
    """The publishers of statements in words ("A, B and C")."""
    names = list(dict.fromkeys(source_name(s.document) for s in statements))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
