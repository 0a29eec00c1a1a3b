"""The tables of a ledger, as SQL; each is append-only by triggers that refuse to change or delete a row."""

VERSION = 1
TABLES = ("contents", "texts", "versions", "statements")

CREATE = """
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

-- What was read, from where, and when it was learned; the latest version of a source is the one that counts now.
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
  learned_at TEXT NOT NULL
) STRICT;
CREATE INDEX versions_by_source ON versions (source, number);
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


def triggers() -> str:
    """Give the triggers that keep every row as it was written."""
    return "\n".join(
        f"CREATE TRIGGER {table}_no_{change} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;"
        for table in TABLES
        for change in ("update", "delete")
    )
