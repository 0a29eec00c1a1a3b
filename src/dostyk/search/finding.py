"""A query and what is chosen besides → the statements, passages and names it is found in, the best first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dostyk.ledger import Ledger
from dostyk.ledger.rows import DOCUMENT_COLUMNS, document_from, statement_from
from dostyk.model.document import Document
from dostyk.model.statement import Statement, mention_from_json
from dostyk.search.query import Query
from dostyk.search.tables import SHIFT
from dostyk.entities.things import Roles

STATEMENTS, PASSAGES, NAMES = "statements", "passages", "names"
PLACES = (STATEMENTS, PASSAGES, NAMES)
"""Where is searched."""

_CURRENT = """(:known_at IS NULL OR {0}.learned_at <= :known_at) AND NOT EXISTS (SELECT 1 FROM versions AS newer
  WHERE newer.line = {0}.line AND newer.number > {0}.number AND (:known_at IS NULL OR newer.learned_at <= :known_at))"""
_ONCE = f"""NOT EXISTS (SELECT 1 FROM versions AS other WHERE other.document = v.document AND other.number < v.number
  AND {_CURRENT.format("other")})"""
_WANTED = f"""CASE WHEN :version IS NOT NULL THEN v.number = :version ELSE {_CURRENT.format("v")} AND {_ONCE} END"""
"""Which versions count: the one asked for, else the latest of each document, of those learned in time; the same text speaks once."""
_DATED = "(:since IS NULL OR {0}.high >= :since) AND (:until IS NULL OR {0}.low <= :until)"

_STATEMENTS = f"""SELECT s.number, hits.score FROM (
    SELECT rowid, round(bm25(search_statement_words, 1.0, 0.5, 0.0), 6) AS score FROM search_statement_words
    WHERE search_statement_words MATCH :match ORDER BY score, rowid LIMIT -1) AS hits
  CROSS JOIN search_statements AS s ON s.number = hits.rowid CROSS JOIN versions AS v ON v.number = s.number >> {SHIFT}
  WHERE {_DATED.format("s")} AND {_WANTED} LIMIT :limit"""
"""The hits are ordered before anything is asked of them (LIMIT -1 keeps SQLite from dropping that), and no more are asked than are wanted."""

_PASSAGES = f"""SELECT p.number, p.last, v.number, hits.score FROM (
    SELECT rowid, round(bm25(search_passage_words, 1.0, 0.0), 6) AS score FROM search_passage_words
    WHERE search_passage_words MATCH :match ORDER BY score, rowid LIMIT -1) AS hits
  CROSS JOIN search_passages AS p ON p.number = hits.rowid CROSS JOIN search_versions AS d ON d.owner = p.number >> {SHIFT}
  CROSS JOIN versions AS v ON v.number = d.number
  WHERE {_DATED.format("d")} AND {_WANTED} LIMIT :limit"""

_NAMES = """SELECT n.number, n.name, n.id, n.type, n.sort FROM search_name_words JOIN search_names AS n ON n.number = search_name_words.rowid
  WHERE search_name_words MATCH :match ORDER BY length(n.name), n.name, n.number"""

_SAID = f"""SELECT 1 FROM search_statement_words JOIN search_statements AS s ON s.number = search_statement_words.rowid
  JOIN versions AS v ON v.number = s.number >> {SHIFT}
  WHERE search_statement_words MATCH :match AND {_DATED.format("s")} AND {_WANTED} LIMIT 1"""

_TOLD = f"""SELECT {{}} FROM search_statement_words JOIN search_statements AS s ON s.number = search_statement_words.rowid
  JOIN versions AS v ON v.number = s.number >> {SHIFT}
  JOIN statements AS t ON t.version = s.number >> {SHIFT} AND t.position = s.number & {(1 << SHIFT) - 1}
  WHERE search_statement_words MATCH :match AND {_DATED.format("s")} AND {_WANTED} ORDER BY s.number"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is asked for besides words.

    `kind` is a kind of statement, `country` an ISO 3166-1 code; `since` and `until` are days as `bounds` gives them, which the time of
    a statement (its document's date where it has none) or the date of a passage's document must meet. `version` is the number of the
    only version to be searched, `known_at` (ISO 8601) the time whose knowledge is asked for.
    """

    kind: str | None = None
    country: str | None = None
    since: int | None = None
    until: int | None = None
    version: int | None = None
    known_at: str | None = None

    def marks(self) -> list[str]:
        """Give the marks that statements must bear."""
        return [*([f"k{self.kind.lower()}"] if self.kind else []), *([f"c{self.country.lower()}"] if self.country else [])]

    def values(self) -> dict[str, Any]:
        """Give what SQL needs to know."""
        return {name: getattr(self, name) for name in ("since", "until", "version", "known_at")}


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a query is found: `start` to `end` of the document's text, `matches` the words in it, all as offsets of the text.

    `statement` is set for statements; `score` is BM25's, less is better.
    """

    document: Document
    start: int
    end: int
    matches: tuple[tuple[int, int], ...]
    score: float
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a statement says, without its quote and its document, of which it has the source only."""

    id: str
    kind: str
    time: str | None
    source: str
    roles: Roles
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Called:
    """One name that a query is found in, of what sort of thing, and the id that its mentions bear."""

    name: str
    sort: str
    id: str


@dataclass(frozen=True, slots=True)
class Search:
    """What was found in each place; `more` names the places where there is more than was asked for."""

    statements: tuple[Found, ...] = ()
    passages: tuple[Found, ...] = ()
    names: tuple[Called, ...] = ()
    more: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.statements or self.passages or self.names)


def find(ledger: Ledger, query: Query, chosen: Chosen, places: tuple[str, ...] = PLACES, limit: int = 10) -> Search:
    """Find a query in the index, which must be up to date (see `catch_up`); at most `limit` of each place. The order is always the same.

    A passage has no kind: where one is chosen, statements and names only are found. Raises LedgerError.
    """
    taken = {STATEMENTS: _statements, PASSAGES: _passages, NAMES: _names}
    found: dict[str, tuple[Any, ...]] = {}
    more: list[str] = []
    for place in places:
        got = list(taken[place](ledger, query, chosen, limit + 1))
        found[place] = tuple(got[:limit])
        more += [place] if len(got) > limit else []
    return Search(found.get(STATEMENTS, ()), found.get(PASSAGES, ()), found.get(NAMES, ()), tuple(more))


def said_of(ledger: Ledger, names: list[int], chosen: Chosen) -> Iterator[Said]:
    """Give the statements that bear one of some names (by number); one that bears several may come several times."""
    for match in matches_of(names, chosen):
        rows = ledger.rows(_TOLD.format("t.id, t.kind, t.time, v.source, t.roles, t.attributes"), {"match": match, **chosen.values()})
        for id, kind, time, source, roles, attributes in rows:
            found = {role: tuple(map(mention_from_json, mentions)) for role, mentions in json.loads(roles).items()}
            yield Said(id, kind, time, source, found, json.loads(attributes))


def told(ledger: Ledger, names: list[int], chosen: Chosen) -> Iterator[tuple[Any, ...]]:
    """Give number, kind, time and first day of the statements that bear one of some names; one that bears several may come several times."""
    for match in matches_of(names, chosen):
        yield from ledger.rows(_TOLD.format("s.number, t.kind, t.time, s.low"), {"match": match, **chosen.values()})


def matches_of(names: list[int], chosen: Chosen, most: int = 200) -> Iterator[str]:
    """Write queries for the statements that bear one of some names, so many names a query."""
    also = "".join(f' AND "{mark}"' for mark in chosen.marks())
    for at in range(0, len(names), most):
        either = " OR ".join(f'"n{number}"' for number in names[at : at + most])
        yield f"marks : (({either}){also})"


def _statements(ledger: Ledger, query: Query, chosen: Chosen, limit: int) -> Iterator[Found]:
    match = query.expression("quote slots", chosen.marks())
    for number, score in list(ledger.rows(_STATEMENTS, {"match": match, "limit": limit, **chosen.values()})):
        statement = _statement(ledger, number)
        evidence = statement.evidence
        yield Found(statement.document, evidence.start, evidence.end, _spans(query, evidence.quote, evidence.start), score, statement)


def _passages(ledger: Ledger, query: Query, chosen: Chosen, limit: int) -> Iterator[Found]:
    if chosen.kind:
        return
    match = query.expression("words", chosen.marks())
    for number, last, version, score in list(ledger.rows(_PASSAGES, {"match": match, "limit": limit, **chosen.values()})):
        document = _document(ledger, version)
        start = number & ((1 << SHIFT) - 1)
        yield Found(document, start, last, _spans(query, document.text[start:last], start), score)


def _names(ledger: Ledger, query: Query, chosen: Chosen, limit: int) -> Iterator[Called]:
    match = query.expression("words")
    given: set[tuple[str, str, str]] = set()
    for number, name, id, _, sort in ledger.rows(_NAMES, {"match": match}):
        if len(given) == limit:
            return
        if (name, sort, id) in given or not is_said(ledger, number, chosen):
            continue
        given.add((name, sort, id))
        yield Called(name, sort, id)


def is_said(ledger: Ledger, name: int, chosen: Chosen) -> bool:
    """Whether any statement that is chosen bears a name, by its number."""
    return any(True for match in matches_of([name], chosen) for _ in ledger.rows(_SAID, {"match": match, **chosen.values()}))


def _spans(query: Query, text: str, offset: int) -> tuple[tuple[int, int], ...]:
    return tuple((start + offset, end + offset) for start, end in query.stands_in(text))


def _document(ledger: Ledger, version: int) -> Document:
    sql = f"SELECT {DOCUMENT_COLUMNS} FROM versions JOIN texts ON texts.id = document WHERE number = ?"
    return document_from(next(iter(list(ledger.rows(sql, (version,))))))


def _statement(ledger: Ledger, number: int) -> Statement:
    version, position = number >> SHIFT, number & ((1 << SHIFT) - 1)
    row = next(iter(list(ledger.rows("SELECT * FROM statements WHERE version = ? AND position = ?", (version, position)))))
    return statement_from(_document(ledger, version), row)
