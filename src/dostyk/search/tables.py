"""The tables of the index, as SQL; all are derived, hold no text of their own, and may be dropped at any time."""

from dostyk import __version__

FORM = f"{__version__}/1"
"""What made an index: another version of Dostyk, or of these tables, makes it again."""
SHIFT = 24
"""A row's number is its version's, shifted by so many bits, and where in the version it stands: an offset or a position."""

CREATE = """
-- What made the index.
CREATE TABLE search_state (form TEXT NOT NULL) STRICT;

-- The versions in the index; `owner` is the first one with the same text, whose passages count for all; `low` and `high` bound its date.
CREATE TABLE search_versions (number INTEGER PRIMARY KEY, owner INTEGER NOT NULL, low INTEGER, high INTEGER) STRICT;
CREATE INDEX search_versions_by_owner ON search_versions (owner, number);

-- Passages by owner and first offset; `last` is the offset after them.
CREATE TABLE search_passages (number INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
CREATE VIRTUAL TABLE search_passage_words USING fts5(words, marks, content='', tokenize='ascii');

-- Statements by version and position; `low` and `high` bound their time, where they have none their document's date.
CREATE TABLE search_statements (number INTEGER PRIMARY KEY, low INTEGER, high INTEGER) STRICT;
CREATE VIRTUAL TABLE search_statement_words USING fts5(quote, slots, marks, content='', tokenize='ascii');

-- What statements call whom or what they speak of, each wording once.
CREATE TABLE search_names (
  number INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  name TEXT NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  sort TEXT NOT NULL,
  UNIQUE (name, text, id, type, sort)
) STRICT;
CREATE INDEX search_names_by_id ON search_names (id);
CREATE VIRTUAL TABLE search_name_words USING fts5(words, found, looks, content='', tokenize='ascii', columnsize=0);
"""

TABLES = (
    "search_state",
    "search_versions",
    "search_passage_words",
    "search_passages",
    "search_statement_words",
    "search_statements",
    "search_name_words",
    "search_names",
)
WORDS = ("search_passage_words", "search_statement_words", "search_name_words")
