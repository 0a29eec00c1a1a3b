"""A ledger → what is wrong with it, one sentence each: file, schema, chain, hashes, quotes, tombstones, derived state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

from dostyk.ledger import chain, derived, schema
from dostyk.ledger.links import broken, unchained

if TYPE_CHECKING:
    from apsw import Connection

SHOWN = 20
"""Sentences of one check that are given; more are counted."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was compared, and what was wrong, one sentence each.

    `head` is the last link's hash in hexadecimal; `links` and `quotes` say how many there are. `expected` is the number of the link that
    has the hash which was expected, where one was and it is there.
    """

    head: str
    links: int
    quotes: int
    wrong: tuple[str, ...]
    expected: int | None = None


def verify(connection: Connection, made: Sequence[derived.Derived] = (), expect: str | None = None) -> Verified:
    """Compare everything that can be compared, in one snapshot; never raises for what is damaged, but says so.

    `expect` is the hash (hexadecimal) of a head that was noted earlier: it must still be a link of the chain.
    """
    import apsw

    checks = (_file, _header, _schema, broken, unchained, _contents, _texts, _quotes, _tombstones)
    head, quotes, expected, wrong = (0, chain.START.hex()), 0, None, []
    try:
        connection.execute("BEGIN")
        wrong = [sentence for check in checks for sentence in _said(check, connection)]
        head = chain.head(connection)
        quotes = int(connection.execute("SELECT count(*) FROM statements").get)
        expected = _place(connection, expect)
    except (apsw.Error, ValueError, TypeError) as error:
        wrong.append(_unreadable("the ledger", error))
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    if expect is not None and expected is None:
        wrong.append(f"chain: no link has the hash {expect.lower()}; rows were changed or taken away since it was noted, or it is another ledger's")
    wrong += _said(lambda _: derived.differing(connection, made), connection, "derived state")
    return Verified(head[1], head[0], quotes, tuple(dict.fromkeys(wrong)), expected)


def _said(check: Callable[[Connection], Iterable[str]], connection: Connection, what: str = "") -> list[str]:
    """Collect the sentences of one check; where it stumbles over what it reads, that is one more."""
    import apsw

    found: list[str] = []
    try:
        sentences = iter(check(connection))
        found += islice(sentences, SHOWN)
        more = sum(1 for _ in sentences)
        if more:
            found.append(f"{found[-1].partition(':')[0]}: and {more:,} more of this sort")
    except (apsw.Error, ValueError, TypeError) as error:
        found.append(_unreadable(what or (check.__doc__ or "").partition(":")[0].lower(), error))
    return found


def _unreadable(what: str, error: Exception) -> str:
    return f"{what}: cannot be read to the end ({' '.join(str(error).split()).lower()})"


def _file(connection: Connection) -> Iterator[str]:
    """File: pages, indexes, types and references, as SQLite checks them."""
    for (sentence,) in connection.execute("PRAGMA integrity_check(20)"):
        if sentence != "ok":
            yield f"file: {' '.join(str(sentence).split())}"
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"table {table}: {f'row {row}' if row is not None else 'a row'} refers to what is not in table {other}"
    for name in schema.TABLES:
        if "AUTOINCREMENT" in str(connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).get):
            given = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (name,)).get
            buried = "SELECT max(key ->> 0) FROM removed WHERE kept_in = ?"
            last = connection.execute(f"SELECT max(ifnull((SELECT max(rowid) FROM {name}), 0), ifnull(({buried}), 0))", (name,)).get
            if (given or 0) != last:
                yield f"file: the last number given in table {name} is said to be {given}, but it was {last}"


def _header(connection: Connection) -> Iterator[str]:
    """Header: which program the file belongs to, and its version."""
    version, latest = connection.pragma("user_version"), connection.execute("SELECT max(version) FROM schemas").get
    if not version == latest == schema.VERSION:
        yield f"header: it names version {version}, but the tables were made for version {latest}"


def _schema(connection: Connection) -> Iterator[str]:
    """Schema: tables, indexes and triggers are those that this version made."""
    there = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    wanted = [f"{table}_{what}" for table in schema.TABLES for what in ("no_update", "no_delete", "chained")]
    missing = [name for name in (*wanted, "chain_no_update", "chain_no_delete") if name not in there]
    for name in missing:
        yield f"schema: the trigger {name} is missing, so that its table is not protected"
    row = connection.execute("SELECT digest FROM schemas ORDER BY version DESC LIMIT 1").get
    if not missing and chain.schema_digest(connection) != row:
        yield "schema: a table, index or trigger is not as Dostyk made it"


def _contents(connection: Connection) -> Iterator[str]:
    """Contents: bytes hash to their key."""
    for key, data in connection.execute("SELECT CAST(hash AS BLOB), bytes FROM contents ORDER BY hash"):
        if sha256(bytes(data)).hexdigest().encode() != key:
            yield f"contents: the bytes kept as {_name(key)} do not hash to it"


def _texts(connection: Connection) -> Iterator[str]:
    """Texts: each hashes to its id."""
    for key, text in connection.execute("SELECT CAST(id AS BLOB), CAST(text AS BLOB) FROM texts ORDER BY id"):
        if f"d{sha256(bytes(text)).hexdigest()[:16]}".encode() != key:
            yield f"texts: the text kept as {_name(key)} does not hash to it"


def _quotes(connection: Connection) -> Iterator[str]:
    """Quotes: every statement's stands at its offsets in the stored text, of which one at a time is held."""
    numbers = connection.execute("SELECT number, document FROM versions ORDER BY number").fetchall()
    for number, document in numbers:
        text = connection.execute("SELECT CAST(text AS BLOB) FROM texts WHERE id = ?", (document,)).get
        words = bytes(text or b"").decode("utf-8", "replace")
        sql = "SELECT position, CAST(id AS BLOB), first, last, CAST(quote AS BLOB) FROM statements WHERE version = ? ORDER BY position"
        for position, key, first, last, quote in connection.execute(sql, (number,)):
            if words[first:last].encode("utf-8", "surrogatepass") != quote:
                where = f"statement {_name(key)} (version {number}, place {position})"
                yield f"{where}: its quote does not stand at {first} to {last} in the text {document}"


def _tombstones(connection: Connection) -> Iterator[str]:
    """Tombstones: each stands for the rows it counts, nothing of them is left, and the file was cleared of them."""
    counted = "SELECT count(*) FROM removed WHERE removal = number AND kept_in ="
    sql = f"SELECT number, document FROM removals WHERE versions <> ({counted} 'versions') OR statements <> ({counted} 'statements')"
    for number, document in connection.execute(sql):
        yield f"removal {number} of {document}: it does not count the rows that it stands for"
    for (number,) in connection.execute("SELECT removal FROM unfinished"):
        yield f"removal {number}: it was interrupted before the file was cleared of what it removed; run `dostyk rebuild`, which finishes it"


def _place(connection: Connection, expect: str | None) -> int | None:
    """Find the link with a hash; the start of the chain counts as link 0."""
    if expect is None:
        return None
    if expect.lower() == chain.START.hex():
        return 0
    row = connection.execute("SELECT number FROM chain WHERE lower(hex(link)) = ?", (expect.lower(),)).fetchone()
    return int(str(row[0])) if row else None


def _name(key: object) -> str:
    return bytes(key).decode("utf-8", "backslashreplace") if isinstance(key, bytes) else str(key)
