"""Rows of the ledger's tables → links of one chain, each a hash of its row and of the link before it.

Triggers write the links, so no writer can forget them: every row that is inserted into a table of `schema.TABLES` is chained by the file
itself. They call two functions that only Dostyk's connections have, so that no other program can insert a row by mistake.
"""

from __future__ import annotations

import struct
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from dostyk.ledger import schema

if TYPE_CHECKING:
    from apsw import Connection

START = bytes(32)
"""What stands before the first link."""
REFUSAL = "SELECT RAISE(ABORT, 'the ledger is append-only');"


def teach(connection: Connection) -> None:
    """Give a connection the SQL functions `row_digest` and `chain_link`, which the triggers call."""
    import apsw

    connection.create_scalar_function("row_digest", row_digest, deterministic=True, flags=apsw.SQLITE_INNOCUOUS)
    connection.create_scalar_function("chain_link", lambda *values: chain_link(*values), deterministic=True, flags=apsw.SQLITE_INNOCUOUS)


def row_digest(*pairs: Any) -> bytes:
    """Hash a row, given as name, value, name, value …, text as UTF-8 bytes.

    What is null does not count, so that a table may get another column and its rows keep their digests.
    """
    digest = sha256()
    for name, value in zip(pairs[::2], pairs[1::2], strict=True):
        if value is not None:
            kind, data = _encoded(value)
            digest.update(f"{name}:{kind}:{len(data)}:".encode())
            digest.update(data)
    return digest.digest()


def _encoded(value: bytes | float | int) -> tuple[str, bytes]:
    if isinstance(value, bytes):
        return "b", value
    return ("r", struct.pack(">d", value)) if isinstance(value, float) else ("i", str(value).encode())


def chain_link(previous: Any, table: Any, key: Any, digest: Any) -> bytes:
    """Hash the link before (32 bytes; None: this is the first), the table's name, the row's key and the row's digest (32 bytes)."""
    return sha256(b"\0".join(((previous or START).hex().encode(), table.encode(), key.encode(), digest.hex().encode()))).digest()


def join(connection: Connection, version: int) -> None:
    """Put every table of `schema.TABLES` under the chain: its triggers, rows it had before it was chained, and the schema as it is now.

    To be called inside the transaction that makes or upgrades the tables. Rows that were slipped into a table which is chained already
    are left alone, so that `verify` finds them.
    """
    had = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    for table in schema.TABLES:
        for name, change, body in _triggers(connection, table):
            connection.execute(f"DROP TRIGGER IF EXISTS {name}; CREATE TRIGGER {name} {change} BEGIN {body} END")
    for change in ("update", "delete"):
        connection.execute(f"CREATE TRIGGER IF NOT EXISTS chain_no_{change} BEFORE {change} ON chain BEGIN {REFUSAL} END")
    connection.execute("INSERT INTO schemas (version, digest) VALUES (?, ?)", (version, schema_digest(connection)))
    for table in schema.TABLES:
        if f"{table}_chained" not in had and table != "schemas":
            _adopt(connection, table)


def head(connection: Connection) -> tuple[int, str]:
    """Give the number of the last link and its hash in hexadecimal."""
    row = connection.execute("SELECT number, link FROM chain ORDER BY number DESC LIMIT 1").fetchone()
    return (int(row[0]), bytes(row[1]).hex()) if row else (0, START.hex())


def schema_digest(connection: Connection) -> str:
    """Hash all tables, indexes and triggers as they are written in the file, but for what is derived; hexadecimal."""
    derived = " AND ".join(f"substr(name, 1, {len(prefix)}) <> '{prefix}'" for prefix in schema.DERIVED)
    sql = f"SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_' AND {derived} ORDER BY type, name"
    return sha256(repr([tuple(row) for row in connection.execute(sql)]).encode()).hexdigest()


def key_sql(connection: Connection, table: str, row: str = "") -> str:
    """Give SQL for a row's primary key as a JSON list; `row` is what its columns are called by: "NEW.", "OLD." or nothing."""
    return f"json_array({', '.join(row + name for name in keys(connection, table))})"


def digest_sql(connection: Connection, table: str, row: str = "") -> str:
    """Give SQL for a row's digest, columns in alphabetical order; text goes in as bytes, so that broken text can be hashed too."""
    columns = connection.execute("SELECT name, type FROM pragma_table_info(?) ORDER BY name", (table,)).fetchall()
    values = (f"'{name}', CAST({row}{name} AS BLOB)" if type == "TEXT" else f"'{name}', {row}{name}" for name, type in columns)
    return f"row_digest({', '.join(values)})"


def keys(connection: Connection, table: str) -> list[str]:
    """Name the columns of a table's primary key, in its order."""
    return [str(row[0]) for row in connection.execute("SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", (table,))]


def _triggers(connection: Connection, table: str) -> list[tuple[str, str, str]]:
    """Name the triggers of a table, each with when it fires and what it does."""
    buried = f"EXISTS (SELECT 1 FROM removed WHERE kept_in = '{table}' AND key = {key_sql(connection, table, 'OLD.')})"
    when = f" WHEN NOT {buried}" if schema.TABLES[table] else ""
    return [
        (f"{table}_no_update", f"BEFORE UPDATE ON {table}", REFUSAL),
        (f"{table}_no_delete", f"BEFORE DELETE ON {table}{when}", REFUSAL),
        (f"{table}_chained", f"AFTER INSERT ON {table}", f"{_append(connection, table, 'NEW.')};"),
    ]


def _append(connection: Connection, table: str, row: str = "") -> str:
    """Give SQL that adds a row's link to the chain: the one a trigger is called for, or each that a query goes on to choose."""
    key, last = key_sql(connection, table, row), "(SELECT link FROM chain ORDER BY number DESC LIMIT 1)"
    link = f"chain_link({last}, '{table}', {key}, {digest_sql(connection, table, row)})"
    return f"INSERT INTO chain (kept_in, key, link) SELECT '{table}', {key}, {link}"


def _adopt(connection: Connection, table: str) -> None:
    """Chain the rows that a table had before it was under the chain, in the order of their keys."""
    names = keys(connection, table)
    found = connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY {', '.join(names)}").fetchall()
    connection.executemany(f"{_append(connection, table)} FROM {table} WHERE {' AND '.join(f'{name} = ?' for name in names)}", found)
