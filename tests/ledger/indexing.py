"""A full-text index over kept texts, as somebody who derives something would store it: filled row by row, forgotten only by a rebuild."""

from collections.abc import Iterator
from typing import Any

from apsw import Connection

from dostyk.ledger import Derived

TABLES = """
CREATE VIRTUAL TABLE search_texts USING fts5(text, id UNINDEXED);
CREATE TABLE search_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE INDEX search_state_by_value ON search_state (value);
INSERT INTO search_texts (text, id) SELECT text, id FROM texts ORDER BY id;
INSERT INTO search_state SELECT 'texts', count(*) FROM texts;
CREATE TRIGGER search_texts_grow AFTER INSERT ON texts BEGIN
  INSERT INTO search_texts (text, id) VALUES (NEW.text, NEW.id);
  UPDATE search_state SET value = value + 1;
END;
"""


def build(connection: Connection) -> None:
    connection.execute(TABLES)


def rows(connection: Connection, name: str) -> Iterator[tuple[Any, ...]]:
    yield from connection.execute("SELECT id, text FROM search_texts ORDER BY id")
    yield from connection.execute("SELECT * FROM search_state")
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, search_texts, row)")
    yield from connection.execute("SELECT * FROM temp.words ORDER BY term")
    connection.execute("DROP TABLE temp.words")


INDEX = Derived("search", build, rows)
