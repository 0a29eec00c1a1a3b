"""What is kept → tables that hold only what can be made again, such as the search index: made, dropped, compared with a rebuild.

Whoever stores something derived says so in two lines: the beginning of its tables' names in `schema.DERIVED`, and a `Derived` in
`pipeline.DERIVED`. Its tables, indexes and triggers are outside the chain; `rebuild` makes them again, `verify` compares them with what a
rebuild gives, and `remove` rebuilds them without what was removed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dostyk.errors import LedgerError
from dostyk.ledger import chain, schema

if TYPE_CHECKING:
    from apsw import Connection

Rows = Iterable[Sequence[Any]]


def plain_rows(connection: Connection, name: str) -> Iterator[tuple[Any, ...]]:
    """Give everything that the tables of one derived thing hold, table by table, byte for byte."""
    for table in _named(connection, (name,), "table"):
        if not _is_virtual(connection, table):
            width = int(connection.execute("SELECT count(*) FROM pragma_table_info(?)", (table,)).get)
            order = ", ".join(str(column) for column in range(1, width + 1))
            yield from ((table, *row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY {order}"))


@dataclass(frozen=True, slots=True)
class Derived:
    """One thing that is derived from kept rows and stored beside them.

    `name` is what the names of all its tables, indexes and triggers begin with, one of `schema.DERIVED`. `build` makes and fills
    them where there are none. `rows` says what they hold, as a rebuild must give it; where tables filled step by step differ from
    tables filled at once though they say the same (the segments of an FTS5 index), it gives what they say. `holds` tells whether
    what is stored is of the ledger as it is: what is brought up to date only when it is asked for may be of an earlier state, and then
    there is nothing to compare. `when_asked`: a removal drops it, and whoever asks makes it again.
    """

    name: str
    build: Callable[[Connection], None]
    rows: Callable[[Connection, str], Rows] = plain_rows
    holds: Callable[[Connection], bool] = lambda connection: True
    when_asked: bool = False

    def __post_init__(self) -> None:
        """Refuse a name that the ledger would take for something kept."""
        if self.name not in schema.DERIVED:
            raise LedgerError(f"{self.name!r} is not among schema.DERIVED, so that its tables would count as kept")


def rebuild(connection: Connection, derived: Sequence[Derived]) -> None:
    """Drop everything derived and build it again from what is kept, in one transaction that the caller opens."""
    drop(connection)
    for one in derived:
        one.build(connection)


def drop(connection: Connection) -> None:
    """Drop everything that is derived, whoever made it: triggers, views, and tables with their indexes."""
    for type in ("trigger", "view"):
        for name in _named(connection, schema.DERIVED, type):
            connection.execute(f"DROP {type} {name}")
    tables = _named(connection, schema.DERIVED, "table")
    for name in sorted(tables, key=lambda name: not _is_virtual(connection, name)):
        connection.execute(f"DROP TABLE IF EXISTS {name}")


def stored(connection: Connection) -> list[str]:
    """Name the derived tables of this file."""
    return _named(connection, schema.DERIVED, "table")


def differing(connection: Connection, derived: Sequence[Derived]) -> Iterator[str]:
    """Say of each derived thing that is stored whether it is what a rebuild in a copy of the ledger gives; one sentence for each that is not."""
    held = [one for one in derived if _named(connection, (one.name,), "table")]
    known = tuple(one.name for one in held)
    held = [one for one in held if one.holds(connection)]
    for name in stored(connection):
        if not name.startswith(known or ("\0",)):
            yield f"table {name} says that it is derived, but nothing here makes it; run `dostyk rebuild`, which drops it"
    if not held:
        return
    import apsw

    with tempfile.TemporaryDirectory(prefix="dostyk-") as folder:
        path = str(Path(folder) / "rebuilt.db")
        connection.execute("VACUUM INTO ?", (path,))
        copy = apsw.Connection(path)
        try:
            chain.teach(copy)
            copy.execute("BEGIN")
            rebuild(copy, held)
            copy.execute("COMMIT")
            for one in held:
                if _digest(one.rows(connection, one.name)) != _digest(one.rows(copy, one.name)):
                    yield f"what is derived as {one.name!r} is not what a rebuild gives; run `dostyk rebuild`"
        finally:
            copy.close()


def _digest(rows: Rows) -> str:
    digest = sha256()
    for row in rows:
        digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _named(connection: Connection, prefixes: Sequence[str], type: str) -> list[str]:
    """Name what begins with one of the prefixes."""
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = ? ORDER BY name", (type,)).fetchall()
    return [str(row[0]) for row in rows if str(row[0]).startswith(tuple(prefixes))]


def _is_virtual(connection: Connection, table: str) -> bool:
    row = connection.execute("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)).fetchone()
    return row is not None and str(row[0]).upper().startswith("CREATE VIRTUAL")
