"""A query and what is chosen besides → the statements, passages and names it is found in, the best first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from dostyk.entities.things import named
from dostyk.ledger import Ledger
from dostyk.ledger.rows import DOCUMENT_COLUMNS, document_from, statement_from
from dostyk.model.document import Document
from dostyk.model.statement import Statement
from dostyk.search.chosen import DATED, WANTED, Chosen
from dostyk.search.names import Wordings
from dostyk.search.query import Query
from dostyk.search.standing import Standing
from dostyk.search.tables import SHIFT

STATEMENTS, PASSAGES, NAMES = "statements", "passages", "names"
PLACES = (STATEMENTS, PASSAGES, NAMES)
"""Where is searched."""

_STATEMENTS = f"""SELECT s.number, hits.score FROM (
    SELECT rowid, round(bm25(search_statement_words, 1.0, 0.5, 0.0), 6) AS score FROM search_statement_words
    WHERE search_statement_words MATCH :match ORDER BY score, rowid LIMIT -1) AS hits
  CROSS JOIN search_statements AS s ON s.number = hits.rowid CROSS JOIN versions AS v ON v.number = s.number >> {SHIFT}
  WHERE {DATED.format("s")} AND {WANTED}"""
"""The hits are ordered before anything is asked of them (LIMIT -1 keeps SQLite from dropping that), and no more are asked than are wanted."""

_PASSAGES = f"""SELECT p.number, p.last, v.number, hits.score FROM (
    SELECT rowid, round(bm25(search_passage_words, 1.0, 0.0), 6) AS score FROM search_passage_words
    WHERE search_passage_words MATCH :match ORDER BY score, rowid LIMIT -1) AS hits
  CROSS JOIN search_passages AS p ON p.number = hits.rowid CROSS JOIN search_versions AS d ON d.owner = p.number >> {SHIFT}
  CROSS JOIN versions AS v ON v.number = d.number
  WHERE {DATED.format("d")} AND {WANTED} LIMIT :limit"""


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a query is found: `start` to `end` of the document's text, `matches` the words in it, all as offsets of the text.

    `statement` is set for statements; `score` is BM25's, less is better; None where a person wrote what was found, which comes first.
    `same_as` are the ids of statements that people held to say the same.
    """

    document: Document
    start: int
    end: int
    matches: tuple[tuple[int, int], ...]
    score: float | None
    statement: Statement | None = None
    same_as: tuple[str, ...] = ()


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
    """Find a query in the index, which must be up to date (see `catch_up`), and in what people put in the place of what was read.

    At most `limit` of each place are given, always in the same order. A passage has no kind: where one is chosen, statements and names
    only are found. Raises LedgerError.
    """
    standing = Standing(ledger, chosen.known_at)
    wordings = Wordings(ledger, standing)
    taken: dict[str, Callable[[], Iterator[Found] | Iterator[Called]]] = {
        STATEMENTS: lambda: _statements(standing, query, chosen),
        PASSAGES: lambda: _passages(ledger, query, chosen, limit + 1),
        NAMES: lambda: _names(wordings, query, chosen),
    }
    found: dict[str, tuple[Any, ...]] = {}
    more: list[str] = []
    for place in places:
        got = list(islice(taken[place](), limit + 1))
        found[place] = tuple(got[:limit])
        more += [place] if len(got) > limit else []
    return Search(found.get(STATEMENTS, ()), found.get(PASSAGES, ()), found.get(NAMES, ()), tuple(more))


def _statements(standing: Standing, query: Query, chosen: Chosen) -> Iterator[Found]:
    """Give what people wrote first, then what was read and stands, the best first."""
    for _, one in standing.added(chosen):
        if query.holds((one.evidence.quote, *_slots(one))):
            yield _found(one, query, None, standing)
    match = query.expression("quote slots", chosen.marks())
    for number, score in standing.ledger.rows(_STATEMENTS, {"match": match, **chosen.values()}):
        read: Statement | None = _statement(standing.ledger, number)
        if read is not None and standing.is_touched(number):
            read = standing.kept(number, read.id)
        if read is not None:
            yield _found(read, query, score, standing)


def _found(one: Statement, query: Query, score: float | None, standing: Standing) -> Found:
    evidence = one.evidence
    spans = _spans(query, evidence.quote, evidence.start)
    return Found(one.document, evidence.start, evidence.end, spans, score, one, standing.merged_with(one.id))


def _slots(one: Statement) -> list[str]:
    mentions = [m for _, m in named(one.kind, one.roles, one.attributes)]
    return [*(text for m in mentions for text in (m.text, m.name)), *one.attributes.values(), one.attribution or ""]


def _passages(ledger: Ledger, query: Query, chosen: Chosen, limit: int) -> Iterator[Found]:
    if chosen.kind:
        return
    match = query.expression("words", chosen.marks())
    for number, last, version, score in list(ledger.rows(_PASSAGES, {"match": match, "limit": limit, **chosen.values()})):
        document = _document(ledger, version)
        start = number & ((1 << SHIFT) - 1)
        yield Found(document, start, last, _spans(query, document.text[start:last], start), score)


def _names(wordings: Wordings, query: Query, chosen: Chosen) -> Iterator[Called]:
    given: set[tuple[str, str, str]] = set()
    for wording in wordings.found_by(query):
        called = (wording.mention.name, wording.sort, wording.mention.id)
        if called not in given and wordings.is_said(wording.number, chosen):
            given.add(called)
            yield Called(*called)


def _spans(query: Query, text: str, offset: int) -> tuple[tuple[int, int], ...]:
    return tuple((start + offset, end + offset) for start, end in query.stands_in(text))


def _document(ledger: Ledger, version: int) -> Document:
    sql = f"SELECT {DOCUMENT_COLUMNS} FROM versions JOIN texts ON texts.id = document WHERE number = ?"
    return document_from(next(iter(list(ledger.rows(sql, (version,))))))


def _statement(ledger: Ledger, number: int) -> Statement:
    version, position = number >> SHIFT, number & ((1 << SHIFT) - 1)
    row = next(iter(list(ledger.rows("SELECT * FROM statements WHERE version = ? AND position = ?", (version, position)))))
    return statement_from(_document(ledger, version), row)
