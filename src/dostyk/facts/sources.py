"""Statements → the independent sources among them, and which side each speaks from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from dostyk.entities.places import state_of_id, states_in, states_named
from dostyk.entities.spelling import fold, words
from dostyk.facts import copies
from dostyk.facts.credits import agency_in, credited_to
from dostyk.facts.items import document_id
from dostyk.facts.speakers import speaks_in
from dostyk.facts.surroundings import paragraph_around
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
    """Group statements by independent source, in the order of their first statements.

    One publisher is one source, and so are one text in two documents, a reprint with small changes, what two publish of one agency, and
    what two publish of one speaker whom both name.
    """
    given = list(statements)
    if len(given) < 2:
        return tuple((s,) for s in given)
    groups = _Joining(len(given))
    holders: dict[str, int] = {}
    for number, statement in enumerate(given):
        for mark in sorted(_marks(statement)):
            groups.join(holders.setdefault(mark, number), number)
    if groups.count() > 1:
        _join_copies(given, groups)
    return tuple(tuple(given[n] for n in found) for found in groups.groups())


def independent_sources(statements: Iterable[Statement]) -> int:
    """How many independent sources there are among statements."""
    return len(independent(statements))


class _Joining:
    """Numbers that are joined to groups, each named by its lowest."""

    def __init__(self, size: int) -> None:
        self._first = list(range(size))

    def root(self, number: int) -> int:
        while self._first[number] != number:
            self._first[number] = self._first[self._first[number]]
            number = self._first[number]
        return number

    def join(self, a: int, b: int) -> None:
        low, high = sorted((self.root(a), self.root(b)))
        self._first[high] = low

    def count(self) -> int:
        return sum(self.root(n) == n for n in range(len(self._first)))

    def groups(self) -> Iterable[list[int]]:
        found: dict[int, list[int]] = {}
        for number in range(len(self._first)):
            found.setdefault(self.root(number), []).append(number)
        return found.values()


def _join_copies(given: Sequence[Statement], groups: _Joining) -> None:
    """Join what stands in documents, or in paragraphs, that are copies of one another."""
    first: dict[str, int] = {}
    documents: dict[str, copies.Runs] = {}
    for number, statement in enumerate(given):
        name = document_id(statement.document)
        if name not in documents:
            documents[name] = copies.document_runs(statement.document)
            first[name] = number
    _join(groups, first, copies.document_copies(documents))
    if groups.count() > 1:
        places: dict[str, int] = {}
        paragraphs: dict[str, copies.Runs] = {}
        for number, statement in enumerate(given):
            text = paragraph_around(statement)
            place = f"{document_id(statement.document)}\n{text}"
            if place not in places:
                places[place], paragraphs[place] = number, copies.paragraph_runs(text)
        _join(groups, places, copies.paragraph_copies(paragraphs))


def _join(groups: _Joining, first: Mapping[str, int], pairs: Iterable[tuple[str, str]]) -> None:
    for one, other in pairs:
        groups.join(first[one], first[other])


def voice_name(document: Document) -> str:
    """The name of a source: the publisher, else the common title of the series, else the page's title."""
    return f"“{(document.title or '').rpartition(': ')[0]}”" if series_of(document) else source_name(document)


@lru_cache(maxsize=16384)
def voice_of(document: Document) -> str:
    """What tells one source from another: the agency that a text is credited to, else the publisher, else the series, else the page."""
    agency = credited_to(document) or agency_in(document.publisher or "")
    return agency or series_of(document) or fold(source_name(document))


def said_by(statement: Statement) -> str | None:
    """Who speaks, where a text names another than itself: whom it gives as the source, or whose words all of it gives."""
    if statement.attribution and _names_somebody(statement.attribution):
        return statement.attribution
    speaker = speaks_in(statement)
    return speaker.name if speaker else None


def side_of_statement(statement: Statement) -> str | None:
    """The state that speaks: of whom the text names as the source, else of who is interviewed, else of who publishes."""
    if statement.attribution:
        named = states_named(statement.attribution)
        return named[0] if len(named) == 1 else side(statement.document)
    speaker = speaks_in(statement)
    return speaker.state if speaker else side(statement.document)


@lru_cache(maxsize=4096)
def _names_somebody(attribution: str) -> bool:
    """Whether an attribution names a body or a person, not "the minister", whom every text has."""
    named = [w for w in attribution.split() if w[:1].isupper()]
    return len(named) > 1 or bool(named and states_named(attribution))


def voice_marks(statement: Statement) -> frozenset[str]:
    """What statements of one speaker, or of one publisher who speaks for himself, have in common."""
    speaker = said_by(statement)
    mark = f"s:{fold(speaker)}" if speaker else f"p:{voice_of(statement.document)}"
    if len(statement.evidence.quote) < _COPIED_LENGTH:
        return frozenset({mark})
    return frozenset({mark, f"q:{' '.join(statement.evidence.quote.casefold().split())}"})


def _marks(statement: Statement) -> frozenset[str]:
    return voice_marks(statement) | {"d:" + document_id(statement.document)}


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
    """The state whose side a document speaks from: of the agency it is credited to, else of its publisher; None where nothing tells."""
    agency = credited_to(document)
    if agency:
        return str(table("publishers.toml")["agencies"][agency])
    return side_of(document.publisher, document.url, document.source)


def sides(statements: Sequence[Statement]) -> tuple[str | None, ...]:
    """The sides that speak in statements, each once, in order."""
    return tuple(dict.fromkeys(side_of_statement(s) for s in statements))


def speakers_in_words(statements: Sequence[Statement]) -> str:
    """Who says it and where, in words: "A; B in C" (B speaks, C publishes)."""
    told: dict[str, list[str]] = {}
    for statement in statements:
        told.setdefault(source_name(statement.document), []).append(said_by(statement) or "")
    return " and ".join(_told(source, list(dict.fromkeys(speakers))) for source, speakers in told.items())


def _told(source: str, speakers: Sequence[str]) -> str:
    named = [s for s in speakers if s]
    return f"{' and '.join(named)} in {source}" if named and len(named) == len(speakers) else source


def sources_in_words(statements: Sequence[Statement]) -> str:
    """The publishers of statements in words ("A, B and C")."""
    names = list(dict.fromkeys(source_name(s.document) for s in statements))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
