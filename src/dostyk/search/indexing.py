"""Versions in the ledger → rows of the search index, version by version, so that keeping it up and making it anew give the same bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from dostyk.entities.resolve import links
from dostyk.entities.things import countries, named
from dostyk.ledger import Ledger
from dostyk.ledger.rows import DOCUMENT_COLUMNS, document_from, statement_from
from dostyk.model.document import Document
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement
from dostyk.passages import split
from dostyk.search.tables import CREATE, FORM, SHIFT, TABLES, WORDS
from dostyk.search.tokens import folded
from dostyk.values import edtf, names

if TYPE_CHECKING:
    from apsw import Connection

WIDTH = 800
"""Characters of the longest piece that is searched as one, unless one sentence is longer: a paragraph, or sentences of a long one."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
BATCH = 200
"""Versions that are indexed in one transaction when many are missing."""


def keep(connection: Connection) -> None:
    """Bring the index up to the last version, inside a transaction of the caller; makes it where there is none, or an older one."""
    _ready(connection)
    for number in _missing(connection, None):
        _index(connection, number)


def catch_up(ledger: Ledger) -> None:
    """Index what is not in the index yet; raises LedgerError where that is needed and the ledger may not be written."""
    if not is_behind(ledger):
        return
    left = True
    while left:
        with ledger.deriving() as connection:
            _ready(connection)
            todo = list(_missing(connection, BATCH))
            for number in todo:
                _index(connection, number)
            left = len(todo) == BATCH


def rebuild(ledger: Ledger) -> None:
    """Make the index anew from documents and statements, in one transaction; nothing else is touched."""
    with ledger.deriving() as connection:
        _drop(connection)
        keep(connection)


def is_behind(ledger: Ledger) -> bool:
    """Whether there are versions that the index does not hold, or another version of Dostyk made it."""
    if not list(ledger.rows("SELECT 1 FROM sqlite_schema WHERE name = 'search_state'")):
        return True
    if list(ledger.rows("SELECT form FROM search_state")) != [(FORM,)]:
        return True
    last = "SELECT (SELECT max(number) FROM versions) IS (SELECT max(number) FROM search_versions)"
    return list(ledger.rows(last)) != [(1,)]


def fingerprint(ledger: Ledger) -> str:
    """Hash all that the index holds, its inner tables included (SHA-256, hex): the same before and after making it anew."""
    digest = hashlib.sha256()
    listed = "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) = 'search_' ORDER BY name"
    tables = [str(name) for (name,) in ledger.rows(listed)]
    for table in tables:
        if table not in WORDS:
            digest.update(f"{table}\n".encode())
            for row in ledger.rows(f"SELECT * FROM {table} ORDER BY 1, 2" if table.endswith("_idx") else f"SELECT * FROM {table} ORDER BY 1"):
                digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def sign(key: str) -> str:
    """Write a key as one token of letters and figures."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=65536)
def bounds(time: str | None) -> tuple[int | None, int | None]:
    """Give the first and last day of an EDTF time as numbers that grow with the day; None twice where it has none."""
    try:
        if time is not None and _DAY.fullmatch(time):
            day = date.fromisoformat(time)
            return (_day((day.year, day.month, day.day)),) * 2
        found = edtf.edges(time) if time is not None else None
    except ValueError:
        found = None
    return (_day(found[0]), _day(found[1])) if found else (None, None)


def _day(day: tuple[int, int, int]) -> int:
    return day[0] * 10_000 + day[1] * 100 + day[2]


def _ready(connection: Connection) -> None:
    """Make the tables where there are none; those of another version are made anew."""
    there = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'search_state'").get
    if there and connection.execute("SELECT form FROM search_state").get != FORM:
        _drop(connection)
        there = None
    if not there:
        connection.execute(CREATE)
        connection.execute("INSERT INTO search_state VALUES (?)", (FORM,))


def _drop(connection: Connection) -> None:
    for table in TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")


def _missing(connection: Connection, most: int | None) -> Iterator[int]:
    sql = "SELECT number FROM versions WHERE number > (SELECT coalesce(max(number), 0) FROM search_versions) ORDER BY number LIMIT ?"
    return (int(number) for (number,) in list(connection.execute(sql, (-1 if most is None else most,))))


def _index(connection: Connection, number: int) -> None:
    """Put one version into the index, and what FTS5 holds in memory into its tables, so that versions are set apart the same each time.

    Of a version whose text is gone nothing is indexed.
    """
    run = connection.execute
    columns = f"SELECT {DOCUMENT_COLUMNS} FROM versions JOIN texts ON texts.id = document WHERE number = ?"
    found = next(iter(list(run(columns, (number,)))), None)
    if found is None:
        run("INSERT INTO search_versions VALUES (?, ?, NULL, NULL)", (number, number))
        return
    document = document_from(found)
    first = "SELECT min(number) FROM versions WHERE document = (SELECT document FROM versions WHERE number = ?)"
    owner = run(first, (number,)).get
    run("INSERT INTO search_versions VALUES (?, ?, ?, ?)", (number, owner, *bounds(document.published)))
    if owner == number:
        _index_passages(connection, number, document)
    rows = list(run("SELECT * FROM statements WHERE version = ? ORDER BY position", (number,)))
    for row in rows:
        _index_statement(connection, row[0] << SHIFT | row[1], statement_from(document, row))
    for table in WORDS:
        run(f"INSERT INTO {table} ({table}) VALUES ('flush')")


def _index_passages(connection: Connection, number: int, document: Document) -> None:
    for start, end in pieces(document.text):
        words = folded(document.text[start:end])
        if words:
            connection.execute("INSERT INTO search_passages VALUES (?, ?)", (number << SHIFT | start, end))
            marks = {span.country for span in names.find_places(document.text[start:end], language=document.language) if span.country}
            row = (number << SHIFT | start, " ".join(words), " ".join(sorted(f"c{code.partition('-')[0].lower()}" for code in marks)))
            connection.execute("INSERT INTO search_passage_words (rowid, words, marks) VALUES (?, ?, ?)", row)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Give the offsets of what is searched as one: passages, long ones cut between sentences."""
    for passage in split(text):
        start = passage.start
        last = start
        for _, end in passage.sentences:
            if end - start > WIDTH and last > start:
                yield start, last
                start = last
            last = end
        if passage.end > start:
            yield start, passage.end


def _index_statement(connection: Connection, number: int, statement: Statement) -> None:
    things = dict.fromkeys(named(statement.kind, statement.roles, statement.attributes))
    slots = dict.fromkeys(text for _, m in things for text in (m.text, m.name) if text not in statement.evidence.quote)
    slots |= dict.fromkeys(value for value in (*statement.attributes.values(), statement.attribution or "") if value not in statement.evidence.quote)
    low, high = bounds(statement.time)
    if low is None:
        low, high = bounds(statement.document.published)
    connection.execute("INSERT INTO search_statements VALUES (?, ?, ?)", (number, low, high))
    marks = [f"k{statement.kind.lower()}", *(f"c{code.lower()}" for code in countries(statement))]
    marks += dict.fromkeys(f"n{_name(connection, sort, mention)}" for sort, mention in things)
    words = (" ".join(folded(statement.evidence.quote)), " ".join(folded("\n".join(slots))), " ".join(marks))
    connection.execute("INSERT INTO search_statement_words (rowid, quote, slots, marks) VALUES (?, ?, ?, ?)", (number, *words))


def _name(connection: Connection, sort: str, mention: Mention) -> int:
    """Give the number of a wording of somebody or something, a new one where it is new."""
    row = (mention.text, mention.name, mention.id, mention.type.value, sort)
    known = connection.execute("SELECT number FROM search_names WHERE text = ? AND name = ? AND id = ? AND type = ? AND sort = ?", row).get
    if known is not None:
        return int(known)
    connection.execute("INSERT INTO search_names (text, name, id, type, sort) VALUES (?, ?, ?, ?, ?)", row)
    number = connection.last_insert_rowid()
    words = dict.fromkeys((mention.text, mention.name))
    found, looks = (" ".join(map(sign, keys)) for keys in links(mention.name, MentionType(mention.type)))
    sql = "INSERT INTO search_name_words (rowid, words, found, looks) VALUES (?, ?, ?, ?)"
    connection.execute(sql, (number, " ".join(_apart(words)), found, looks))
    return number


def _apart(texts: Iterable[str]) -> Iterator[str]:
    """Give the tokens of several texts, so that no phrase runs from one into the next."""
    for number, text in enumerate(texts):
        if number:
            yield "·"
        yield from folded(text)
