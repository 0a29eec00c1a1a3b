"""A ledger's file → the same file as somebody left it who got past the program: bytes, rows, links and schema changed in many ways.

Each way opens the file without Dostyk, takes the triggers away, does its work and puts the triggers back as they were. What a way has changed
is told by looking at everything SQLite gives of the file before and after; where that is the same (a byte in unused space), nothing was
tampered with, and another is drawn.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from dostyk.errors import LedgerError
from dostyk.ledger import Ledger, chain, schema

FILLED = ("contents", "texts", "versions", "statements")
TABLES = (*FILLED, *(table for table in schema.TABLES if table not in FILLED))
Row = tuple[Any, ...]
Way = Callable[[Path, random.Random], str]


def tampered(base: Path, path: Path, chance: random.Random, way: Way) -> tuple[str, int]:
    """Copy a closed ledger and tamper with the copy in one way; says what was done, and how many draws changed nothing before."""
    before = everything(base)
    for draw in range(1000):
        for end in ("-wal", "-shm", "-journal"):
            Path(f"{path}{end}").unlink(missing_ok=True)
        shutil.copyfile(base, path)
        done = way(path, chance)
        if everything(path) != before:
            return f"{way.__name__}: {done}", draw
    raise AssertionError(f"{way.__name__} changes nothing")


def found(path: Path, head: str | None) -> str | None:
    """Verify a ledger, with the head that was noted if it is given; gives the first sentence that says what is wrong, None where nothing is."""
    try:
        with Ledger.open(path, create=False) as ledger:
            return next(iter(ledger.verify((), head).wrong), None)
    except LedgerError as error:
        return str(error)


def everything(path: Path) -> object:
    """Read all that SQLite gives of a file: rows of every table, schema, header, and whether its indexes fit."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        tables = [str(row[0]) for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        rows = [[tuple(row) for row in connection.execute(f"SELECT * FROM {table} NOT INDEXED")] for table in tables]
        made = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
        header = [connection.pragma(name) for name in ("application_id", "user_version", "encoding")]
        return rows, made, header, connection.execute("PRAGMA integrity_check").fetchall()
    except (apsw.Error, UnicodeDecodeError) as error:
        return str(error)
    finally:
        connection.close()


@contextmanager
def opened(path: Path) -> Iterator[apsw.Connection]:
    """Open a file as another program would, with its triggers away until the end."""
    connection = apsw.Connection(str(path))
    connection.pragma("foreign_keys", False)
    connection.pragma("ignore_check_constraints", True)
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    try:
        yield connection
        for _, sql in triggers:
            connection.execute(str(sql))
        connection.pragma("journal_mode", "DELETE")
    finally:
        connection.close()


def flip(path: Path, chance: random.Random) -> str:
    """Turn bits of one byte anywhere in the file."""
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    data[at] ^= chance.randrange(1, 256)
    path.write_bytes(data)
    return f"byte {at}"


def wipe(path: Path, chance: random.Random) -> str:
    """Overwrite a run of bytes, as a bad sector would."""
    data = bytearray(path.read_bytes())
    at, length = chance.randrange(len(data)), chance.randrange(2, 600)
    data[at : at + length] = bytes(len(data[at : at + length]))
    path.write_bytes(data)
    return f"{length} bytes at {at}"


def cut(path: Path, chance: random.Random) -> str:
    """Cut the end of the file off."""
    data = path.read_bytes()
    left = chance.randrange(1, len(data))
    path.write_bytes(data[:left])
    return f"after {left} bytes"


def edit(path: Path, chance: random.Random) -> str:
    """Change one value of one row."""
    with opened(path) as connection:
        table, row = _some(connection, chance, (*TABLES, "chain"))
        column = chance.choice(_columns(connection, table))
        _set(connection, table, row, {column: _other(_get(connection, table, row, column), chance)})
        return f"{column} of {table} {row}"


def delete(path: Path, chance: random.Random) -> str:
    """Delete one row, or one link."""
    with opened(path) as connection:
        table, row = _some(connection, chance, (*TABLES, "chain"))
        connection.execute(f"DELETE FROM {table} WHERE {_is(connection, table)}", row)
        return f"{table} {row}"


def delete_with_link(path: Path, chance: random.Random) -> str:
    """Delete one row and the link that speaks of it, and number the links after it anew."""
    with opened(path) as connection:
        table, row = _some(connection, chance, TABLES)
        key = connection.execute(f"SELECT json_array({', '.join('?' * len(row))})", row).get
        number = connection.execute("SELECT number FROM chain WHERE kept_in = ? AND key = ?", (table, key)).get
        connection.execute(f"DELETE FROM {table} WHERE {_is(connection, table)}", row)
        connection.execute("DELETE FROM chain WHERE number = ?", (number,))
        connection.execute("UPDATE chain SET number = -number WHERE number > ?", (number,))
        connection.execute("UPDATE chain SET number = -number - 1 WHERE number < 0")
        return f"{table} {row} and link {number}"


def insert(path: Path, chance: random.Random) -> str:
    """Slip a row in, made like another."""
    with opened(path) as connection:
        table, row = _some(connection, chance, TABLES)
        columns, keys = _columns(connection, table), chain.keys(connection, table)
        last = keys[-1]
        values = [f"{_literal(_other(_get(connection, table, row, last), chance))}" if name == last else name for name in columns]
        connection.execute(
            f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table} WHERE {_is(connection, table)}", row
        )
        return f"like {table} {row}"


def insert_with_link(path: Path, chance: random.Random) -> str:
    """Slip a row in, and a link for it whose hash is made up."""
    with opened(path) as connection:
        table, row = _some(connection, chance, ("texts", "contents"))
        key = f"{_get(connection, table, row, chain.keys(connection, table)[0])}x"
        columns = ", ".join(_columns(connection, table)[1:])
        connection.execute(f"INSERT INTO {table} SELECT ?, {columns} FROM {table} WHERE {_is(connection, table)}", (key, *row))
        connection.execute("INSERT INTO chain (kept_in, key, link) VALUES (?, json_array(?), ?)", (table, key, chance.randbytes(32)))
        return f"{table} {key}"


def swap(path: Path, chance: random.Random) -> str:
    """Let two rows of a table change what they hold, all of it or one column."""
    with opened(path) as connection:
        table, one = _some(connection, chance, (*FILLED, "removed", "reviews", "reviewed", "chain"))
        other = chance.choice(_rows(connection, table))
        keys = chain.keys(connection, table)
        columns = [name for name in _columns(connection, table) if name not in keys]
        chosen = columns if chance.random() < 0.5 else [chance.choice(columns)]
        first, second = ({name: _get(connection, table, row, name) for name in chosen} for row in (one, other))
        _set(connection, table, one, second)
        _set(connection, table, other, first)
        return f"{', '.join(chosen)} of {table} {one} and {other}"


def reorder(path: Path, chance: random.Random) -> str:
    """Let two links, two versions or two statements change their numbers."""
    with opened(path) as connection:
        table, column = chance.choice((("chain", "number"), ("versions", "number"), ("statements", "position")))
        one, other = chance.sample(_rows(connection, table), 2)
        if table == "statements":
            other = (one[0], other[1])
        for was, new in ((one[-1], -7), (other[-1], one[-1]), (-7, other[-1])):
            where = f"{column} = ?" + (" AND version = ?" if table == "statements" else "")
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (new, was, *one[:-1]))
        return f"{table} {one} and {other}"


def shift(path: Path, chance: random.Random) -> str:
    """Move a quote's offsets, its words unchanged."""
    with opened(path) as connection:
        row = chance.choice(_rows(connection, "statements"))
        by = chance.choice((-3, -1, 1, 2))
        connection.execute(f"UPDATE statements SET first = first + {by}, last = last + {by} WHERE version = ? AND position = ?", row)
        return f"statement {row} by {by}"


def unguard(path: Path, chance: random.Random) -> str:
    """Drop a trigger or an index for good, or add a trigger, a table, a column."""
    connection = apsw.Connection(str(path))
    try:
        names = connection.execute("SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql IS NOT NULL").fetchall()
        added = (
            "CREATE TRIGGER quiet AFTER INSERT ON texts BEGIN SELECT 1; END",
            "CREATE TABLE notes (note TEXT)",
            "ALTER TABLE statements ADD COLUMN note TEXT",
            "CREATE INDEX more ON statements (time)",
        )
        sql = chance.choice([*(f"DROP {type} {name}" for type, name in names), *added])
        connection.execute(sql)
        connection.pragma("journal_mode", "DELETE")
        return sql
    finally:
        connection.close()


def renumber(path: Path, chance: random.Random) -> str:
    """Change what the header or SQLite's own table says of versions."""
    with opened(path) as connection:
        match chance.randrange(3):
            case 0:
                value: int = chance.choice([number for number in range(-2, 40) if number != schema.VERSION])
                connection.pragma("user_version", value)
                return f"user_version {value}"
            case 1:
                value = chance.randrange(1, 1 << 30)
                connection.pragma("application_id", value)
                return f"application_id {value}"
            case _:
                value = chance.randrange(100, 1000)
                connection.execute("UPDATE sqlite_sequence SET seq = ?", (value,))
                return f"sequence {value}"


def take_back(path: Path, chance: random.Random) -> str:
    """Take the newest rows and their links away: the file as it was once, which only a noted head finds out."""
    with opened(path) as connection:
        links = int(connection.execute("SELECT count(*) FROM chain").get)
        left = chance.randrange(links // 2, links)
        for table, key in connection.execute("SELECT kept_in, key FROM chain WHERE number > ? ORDER BY number DESC", (left,)).fetchall():
            connection.execute(f"DELETE FROM {table} WHERE {chain.key_sql(connection, str(table))} = ?", (key,))
        connection.execute("DELETE FROM chain WHERE number > ?", (left,))
        connection.execute("UPDATE sqlite_sequence SET seq = (SELECT max(number) FROM versions)")
        return f"links after {left}"


def forge(path: Path, chance: random.Random) -> str:
    """Change who published a version and when it was learned, and make the whole chain anew, which only a noted head finds out."""
    with opened(path) as connection:
        chain.teach(connection)
        number = chance.choice(_rows(connection, "versions"))[0]
        connection.execute("UPDATE versions SET publisher = ?, learned_at = '2020-01-01' WHERE number = ?", (f"Agency {chance.random()}", number))
        kept = connection.execute("SELECT kept_in, key FROM chain ORDER BY number").fetchall()
        connection.execute("DELETE FROM chain")
        for table, key in kept:
            now = f"SELECT {chain.digest_sql(connection, str(table))} FROM {table} WHERE {chain.key_sql(connection, str(table))} = ?"
            digest = connection.execute(now, (key,)).get
            digest = digest or connection.execute("SELECT digest FROM removed WHERE kept_in = ? AND key = ?", (table, key)).get
            last = connection.execute("SELECT link FROM chain ORDER BY number DESC LIMIT 1").get
            connection.execute("INSERT INTO chain (kept_in, key, link) VALUES (?, ?, ?)", (table, key, chain.chain_link(last, table, key, digest)))
        return f"version {number}"


WAYS: tuple[Way, ...] = (
    flip, flip, wipe, cut, edit, edit, edit, delete, delete_with_link, insert, insert_with_link, swap, reorder, shift, unguard, renumber,
    take_back, forge,
)  # fmt: skip


def _rows(connection: apsw.Connection, table: str) -> list[Row]:
    keys = ", ".join(chain.keys(connection, table))
    return [tuple(row) for row in connection.execute(f"SELECT {keys} FROM {table} ORDER BY {keys}")]


def _some(connection: apsw.Connection, chance: random.Random, tables: tuple[str, ...]) -> tuple[str, Row]:
    table = chance.choice([table for table in tables if _rows(connection, table)])
    return table, chance.choice(_rows(connection, table))


def _columns(connection: apsw.Connection, table: str) -> list[str]:
    return [str(row[0]) for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def _is(connection: apsw.Connection, table: str) -> str:
    return " AND ".join(f"{name} = ?" for name in chain.keys(connection, table))


def _get(connection: apsw.Connection, table: str, row: Row, column: str) -> Any:
    return connection.execute(f"SELECT {column} FROM {table} WHERE {_is(connection, table)}", row).get


def _set(connection: apsw.Connection, table: str, row: Row, values: dict[str, Any]) -> None:
    given = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE OR IGNORE {table} SET {given} WHERE {_is(connection, table)}", (*values.values(), *row))


def _other(value: Any, chance: random.Random) -> Any:
    """Give another value of the same type, often very like the first."""
    if isinstance(value, int):
        return value + chance.choice((-1, 1, 1000))
    if isinstance(value, float):
        return value / 2
    if isinstance(value, bytes):
        at = chance.randrange(len(value) or 1)
        return value[:at] + bytes([(value[at] + 1) % 256]) + value[at + 1 :] if value else b"x"
    if isinstance(value, str) and value:
        at = chance.randrange(len(value))
        return chance.choice((value[:at] + chr(ord(value[at]) ^ 1) + value[at + 1 :], value + " ", value[1:], value.upper()))
    return None if value == "" else chance.choice(("", "2021", 7))


def _literal(value: Any) -> str:
    return (
        f"x'{value.hex()}'" if isinstance(value, bytes) else f"'{str(value).replace(chr(39), chr(39) * 2)}'" if isinstance(value, str) else str(value)
    )
