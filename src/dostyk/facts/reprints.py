"""Texts in the ledger → an index of some runs of their words, by which a reprint is recognised when it is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.facts.copies import document_copies, document_runs
from dostyk.model.document import Document

if TYPE_CHECKING:
    from apsw import Connection

    from dostyk.ledger import Ledger

NAME = "reprints"
"""What the names of its tables begin with, one of `schema.DERIVED`."""
FEWEST = 6
"""Runs that two texts share before they are compared."""
COMMON = 200
"""Texts that share a run from which it tells nothing, such as the words under every page of a site."""
MOST = 20
"""Texts that a new one is compared with, those that share most first."""
CREATE = """
CREATE TABLE IF NOT EXISTS reprints_texts (document TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reprints_runs (run INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (run, document)) STRICT, WITHOUT ROWID;
"""


def keep(connection: Connection) -> None:
    """Bring the index up to the last text, inside a transaction of the caller; makes it where there is none."""
    connection.execute(CREATE)
    missing = "SELECT id FROM texts WHERE id NOT IN (SELECT document FROM reprints_texts) ORDER BY id"
    for name in [str(row[0]) for row in connection.execute(missing).fetchall()]:
        text = _text(connection, name)
        connection.execute("INSERT INTO reprints_texts VALUES (?)", (name,))
        runs = sorted(document_runs(Document(text, "")))
        connection.executemany("INSERT INTO reprints_runs VALUES (?, ?)", ((run, name) for run in runs))


def catch_up(ledger: Ledger) -> None:
    """Index what a ledger of an earlier version holds; raises LedgerError where that is needed and the ledger may not be written."""
    made = list(ledger.rows("SELECT 1 FROM sqlite_schema WHERE name = 'reprints_texts'"))
    held = "SELECT count(*) FROM texts WHERE id NOT IN (SELECT document FROM reprints_texts)"
    if not made or list(ledger.rows(held)) != [(0,)]:
        with ledger.deriving() as connection:
            keep(connection)


def reprinted(connection: Connection, document: Document) -> Iterator[str]:
    """Give the ids of held texts of which this document is a near copy, or they of it, the likest first; its own text is none."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'reprints_runs'").fetchone() is None:
        return
    shared: dict[str, int] = {}
    own = document_runs(document)
    for run in sorted(own):
        holders = connection.execute("SELECT document FROM reprints_runs WHERE run = ? LIMIT ?", (run, COMMON)).fetchall()
        for holder in holders if len(holders) < COMMON else ():
            shared[str(holder[0])] = shared.get(str(holder[0]), 0) + 1
    near = sorted((name for name, count in shared.items() if count >= FEWEST and name != document.id), key=lambda name: (-shared[name], name))
    for name in near[:MOST]:
        if document_copies({name: document_runs(Document(_text(connection, name), "")), "": own}):
            yield name


def _text(connection: Connection, document: str) -> str:
    return str(connection.execute("SELECT text FROM texts WHERE id = ?", (document,)).get)
