"""What is asked for → the facts, findings and promises that are stored, one of them without reading the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dostyk.errors import LedgerError
from dostyk.ledger import Ledger
from dostyk.ledger.rows import DOCUMENT_COLUMNS, document_from, statement_from
from dostyk.model.document import Document
from dostyk.model.fact import Fact, Finding
from dostyk.model.promise import Promise
from dostyk.model.statement import Statement
from dostyk.results.coding import read
from dostyk.results.storing import ALL, Thing, Wanted
from dostyk.results.tables import FACT, FINDING, PROMISE

_BY_ID = "SELECT sort, body FROM results_things WHERE id >= ? AND id < ? || char(127) ORDER BY CASE sort {} END, place"
_ORDER = f"WHEN '{FACT}' THEN 0 WHEN '{PROMISE}' THEN 1 ELSE 2"
_DOCUMENT = f"SELECT {DOCUMENT_COLUMNS} FROM versions JOIN texts ON texts.id = document WHERE number = ?"
_STATEMENT = "SELECT * FROM statements WHERE id = ? AND version = ? ORDER BY position DESC LIMIT 1"
_REVIEWED = """SELECT 1 FROM reviewed WHERE document IN (SELECT document FROM versions WHERE line IN (
  SELECT other.line FROM versions AS this JOIN versions AS other USING (document) WHERE this.number = ?)) LIMIT 1"""
MANY = 2000
"""Things from which on all statements are read at once rather than those of one document after another."""


class Asked:
    """What is stored in one ledger, which must be up to date (see `catch_up`); it reads each document once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._documents: dict[int, tuple[Document, bool]] = {}
        self._said: dict[str, dict[str, Statement]] = {}
        self._by_number: dict[int, Statement] = {}

    def find(self, prefix: str) -> list[Thing]:
        """Give what has an id that begins so: facts, then promises, then findings; nothing for an empty beginning."""
        if not prefix:
            return []
        rows = list(self._ledger.rows(_BY_ID.format(_ORDER), (prefix, prefix)))
        return [self._made(body) for _, body in rows]

    def facts(self, wanted: Wanted = ALL) -> Iterator[Fact]:
        """Give the facts that are wanted, in their order."""
        yield from self._listed(*_chosen(FACT, wanted), wanted.most)

    def findings(self) -> Iterator[Finding]:
        """Give all findings in their order."""
        yield from self._listed(*_chosen(FINDING, ALL))

    def promises(self) -> Iterator[Promise]:
        """Give all promises in their order."""
        yield from self._listed(*_chosen(PROMISE, ALL))

    def _listed(self, sql: str, values: dict[str, Any], most: int | None = None) -> Iterator[Any]:
        bodies = [body for (body,) in self._ledger.rows(f"{sql} LIMIT :most", {**values, "most": -1 if most is None else most})]
        if len(bodies) > MANY and not self._said:
            from dostyk.review import Record

            for statement in Record(self._ledger).statements():
                self._said.setdefault(statement.document.id, {})[statement.id] = statement
        for body in bodies:
            yield self._made(body)

    def _made(self, body: str) -> Any:
        try:
            return read(body, self._statement)
        except (ValueError, KeyError, TypeError) as error:
            raise LedgerError(f"{self._ledger.path}: what is stored of facts cannot be read ({error}); run `dostyk rebuild`") from None

    def _statement(self, number: int) -> Statement:
        """Give a statement by its number, as the record takes it."""
        if number not in self._by_number:
            version, id, time = next(self._ledger.rows("SELECT version, id, time FROM results_statements WHERE number = ?", (number,)))
            one = self._standing(version, id)
            self._by_number[number] = one if time is None else replace(one, time=time or None)
        return self._by_number[number]

    def _standing(self, version: int, id: str) -> Statement:
        """Give what stands under an id: what was read, unless something in its document was reviewed."""
        if version not in self._documents:
            document = document_from(next(self._ledger.rows(_DOCUMENT, (version,))))
            self._documents[version] = document, next(self._ledger.rows(_REVIEWED, (version,)), None) is not None
        document, is_reviewed = self._documents[version]
        if is_reviewed and document.id not in self._said:
            from dostyk.review import Record

            self._said[document.id] = {one.id: one for one in Record(self._ledger).statements(document=document.id)}
        known = self._said.get(document.id)
        return known[id] if known is not None else statement_from(document, next(self._ledger.rows(_STATEMENT, (id, version))))


def _chosen(sort: str, wanted: Wanted) -> tuple[str, dict[str, Any]]:
    """Write the query for what is chosen, without its limit; the order is that of places."""
    of_kind = "kind = :kind AND" if wanted.kind is not None else ""
    values = {"sort": sort, **({"kind": wanted.kind} if wanted.kind is not None else {})}
    if wanted.state is None:
        return f"SELECT body FROM results_things WHERE {of_kind} sort = :sort ORDER BY place", values
    named = f"SELECT place FROM results_states WHERE {of_kind} state = :state ORDER BY place LIMIT :most"
    return f"SELECT body FROM results_things WHERE sort = :sort AND place IN ({named}) ORDER BY place", {**values, "state": wanted.state}
