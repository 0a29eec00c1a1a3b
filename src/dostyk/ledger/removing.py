"""One document → a tombstone: its bytes, texts, statements and everything made of them leave the file, and the chain still holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dostyk.ledger import chain, schema
from dostyk.ledger.derived import Derived, rebuild, stored

if TYPE_CHECKING:
    from apsw import Connection

GONE = """
DROP TABLE IF EXISTS temp.gone;
CREATE TEMP TABLE gone AS
WITH RECURSIVE reached (number) AS (
  SELECT number FROM versions WHERE document = :document
  UNION
  SELECT others.number FROM reached JOIN versions AS one ON one.number = reached.number
  JOIN versions AS others ON others.line = one.line OR others.document = one.document OR others.content = one.content
)
SELECT number, document, content FROM versions WHERE number IN reached;
"""
"""All versions of the document with that text, and of others that share a text or bytes with one of them."""


@dataclass(frozen=True, slots=True)
class Removal:
    """One tombstone: which document (by the id of its text) was removed by whom, why and when (ISO 8601), and how much went with it."""

    number: int
    document: str
    who: str
    why: str
    removed_at: str
    versions: int
    statements: int


def remove(connection: Connection, document: str, who: str, why: str, removed_at: str) -> Removal:
    """Bury a document in a transaction that the caller opens; `clear` then takes what is left of it out of the file.

    All its versions go, and copies of the same text or bytes from other sources: else the text would still be there.
    """
    connection.execute(GONE, {"document": document})
    versions = int(connection.execute("SELECT count(*) FROM gone").get)
    statements = int(connection.execute("SELECT count(*) FROM statements WHERE version IN (SELECT number FROM gone)").get)
    connection.execute(
        "INSERT INTO removals (document, who, why, removed_at, versions, statements) VALUES (?, ?, ?, ?, ?, ?)",
        (document, who, why, removed_at, versions, statements),
    )
    number = connection.last_insert_rowid()
    connection.execute("INSERT INTO unfinished (removal) VALUES (?)", (number,))
    going = {table: which for table, which in schema.TABLES.items() if which}
    for table, which in going.items():
        values = f"'{table}', {chain.key_sql(connection, table)}, {chain.digest_sql(connection, table)}, {number}"
        connection.execute(f"INSERT INTO removed (kept_in, key, digest, removal) SELECT {values} FROM {table} WHERE {which} ORDER BY 2")
    for table, which in reversed(going.items()):
        connection.execute(f"DELETE FROM {table} WHERE {which}")
    connection.execute("DROP TABLE temp.gone")
    return Removal(number, document, who, why, removed_at, versions, statements)


def rebuild_without(connection: Connection, derived: Sequence[Derived]) -> None:
    """Make again what is derived and stored, in the transaction of the removal: an index forgets nothing by itself.

    What is made when it is asked for is dropped.
    """
    held = [one for one in derived if not one.when_asked and any(name.startswith(one.name) for name in stored(connection))]
    rebuild(connection, held)


def clear(connection: Connection) -> None:
    """Write the file anew without free pages, and empty its write-ahead log; then no removal is unfinished.

    Raises apsw.BusyError as long as another process uses the ledger.
    """
    import apsw

    connection.execute("VACUUM")
    connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    connection.execute("DELETE FROM unfinished")


def removals(connection: Connection) -> list[Removal]:
    """List all tombstones, oldest first."""
    columns = "number, document, who, why, removed_at, versions, statements"
    return [Removal(*row) for row in connection.execute(f"SELECT {columns} FROM removals ORDER BY number")]


def removal_of(connection: Connection, document: str, content: str = "") -> Removal | None:
    """Give the tombstone of a text (its whole id) or of bytes (their SHA-256), if it was removed."""
    sql = "SELECT removal FROM removed WHERE (kept_in, key) IN (VALUES ('texts', json_array(?)), ('contents', json_array(?)))"
    row = connection.execute(sql, (document, content)).fetchone()
    return next((one for one in removals(connection) if row and one.number == row[0]), None)
