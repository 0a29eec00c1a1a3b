"""The tables of a ledger, as SQL; each is append-only by triggers that refuse to change or delete a row."""

from __future__ import annotations

from collections.abc import Iterable

VERSION = 4
REVIEW_TABLES = ("reviews", "reviewed")
TABLES = ("contents", "texts", "versions", "statements", *REVIEW_TABLES)

REVIEWS = """
-- What people judged of statements: who did what, when it was learned, and why. Undoing is another row that names the one undone.
CREATE TABLE reviews (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  act TEXT NOT NULL CHECK (act IN ('accept', 'correct', 'reject', 'merge', 'split', 'undo')),
  reviewer TEXT NOT NULL CHECK (trim(reviewer) != ''),
  note TEXT,
  learned_at TEXT NOT NULL,
  undoes INTEGER REFERENCES reviews (number),
  CHECK ((act = 'undo') = (undoes IS NOT NULL))
) STRICT;

-- Which statements a review speaks of: one, or the two that were merged. `chain` is the id the statement had when it was reviewed first,
-- `revision` counts its reviews: of two that were made on the same state only one finds room. `document` is the text that offsets count
-- in, `read` what the program had read there, `results` all that stands in its place (null: the review leaves that as it is).
CREATE TABLE reviewed (
  review INTEGER NOT NULL REFERENCES reviews (number),
  position INTEGER NOT NULL,
  chain TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  document TEXT NOT NULL REFERENCES texts (id),
  part INTEGER NOT NULL,
  read TEXT NOT NULL CHECK (json_valid(read)),
  results TEXT CHECK (json_valid(results)),
  PRIMARY KEY (review, position),
  UNIQUE (chain, revision)
) STRICT, WITHOUT ROWID;
"""

CREATE = (
    """
-- The very bytes of each file that was read, once however often it was read.
CREATE TABLE contents (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  bytes BLOB NOT NULL
) STRICT;

-- The text that offsets count in; its id is a hash of it.
CREATE TABLE texts (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

-- What was read, from where, and when it was learned. `source` is the name people are shown, `place` where it truly is; `line` is the
-- number of a document's first version, the same in all its versions, of which the latest is the one that counts now. `silent` counts
-- the sentences that look like statements and gave none (null: not counted when it was read).
CREATE TABLE versions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  content TEXT NOT NULL REFERENCES contents (hash),
  document TEXT NOT NULL REFERENCES texts (id),
  title TEXT,
  publisher TEXT,
  url TEXT,
  language TEXT,
  published TEXT,
  media_type TEXT NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  given TEXT NOT NULL CHECK (json_valid(given)),
  extractor TEXT NOT NULL,
  learned_at TEXT NOT NULL,
  place TEXT,
  line INTEGER,
  silent INTEGER
) STRICT;
CREATE INDEX versions_by_place ON versions (place);
CREATE INDEX versions_by_url ON versions (url);
CREATE INDEX versions_by_line ON versions (line, number);
CREATE INDEX versions_by_document ON versions (document);

-- What each version states, in the order of its text.
CREATE TABLE statements (
  version INTEGER NOT NULL REFERENCES versions (number),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  time TEXT,
  modality TEXT NOT NULL,
  attribution TEXT,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  quote TEXT NOT NULL,
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  confidence REAL NOT NULL,
  extractor TEXT NOT NULL,
  PRIMARY KEY (version, position),
  CHECK (0 <= first AND first < last)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_by_kind ON statements (kind, time);
"""
    + REVIEWS
)


FROM_1 = """
DROP TRIGGER versions_no_update;
DROP INDEX versions_by_source;
ALTER TABLE versions ADD COLUMN place TEXT;
ALTER TABLE versions ADD COLUMN line INTEGER;
UPDATE versions SET place = source, line = (SELECT min(number) FROM versions AS others WHERE others.source = versions.source);
CREATE INDEX versions_by_place ON versions (place);
CREATE INDEX versions_by_url ON versions (url);
CREATE INDEX versions_by_line ON versions (line, number);
CREATE TRIGGER versions_no_update BEFORE update ON versions BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
"""
"""What makes a ledger of version 1, which knew documents by the name they were typed with, one of version 2."""

FROM_2 = """
ALTER TABLE versions ADD COLUMN silent INTEGER;
"""
"""What makes a ledger of version 2, which did not count silent sentences, one of version 3."""


def triggers(tables: Iterable[str] = TABLES) -> str:
    """Give the triggers that keep every row of tables as it was written."""
    return "\n".join(
        f"CREATE TRIGGER {table}_no_{change} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;"
        for table in tables
        for change in ("update", "delete")
    )


FROM_3 = REVIEWS + triggers(REVIEW_TABLES)
"""What makes a ledger of version 3, which knew no reviews, one of version 4."""
