"""The tables of a ledger, as SQL; which of them stand under the chain, and what may go when a document is removed."""

VERSION = 7

OF_GONE = "document IN (SELECT document FROM gone)"
_SAYS = """NOT EXISTS (SELECT 1 FROM json_each(judged.words) AS word
  WHERE NOT instr(said.roles, json_quote(word.value)) AND NOT instr(said.attributes, json_quote(word.value)))"""
_DECIDES = "NOT EXISTS (SELECT 1 FROM json_each(judged.words) AS word WHERE NOT instr(ifnull(said.results, ''), json_quote(word.value)))"
NAME_GONE = f"""(EXISTS (SELECT 1 FROM statements AS said WHERE said.version IN (SELECT number FROM gone) AND {_SAYS})
    OR EXISTS (SELECT 1 FROM reviewed AS said WHERE {OF_GONE} AND {_DECIDES}))
  AND NOT EXISTS (SELECT 1 FROM statements AS said WHERE said.version NOT IN (SELECT number FROM gone) AND {_SAYS})
  AND NOT EXISTS (SELECT 1 FROM reviewed AS said WHERE NOT {OF_GONE} AND {_DECIDES})"""
"""That a name of a judgement was said by what goes, and by nothing that stays, whether it was read there or a person wrote it there."""
TABLES = {
    "schemas": "",
    "contents": "hash IN (SELECT content FROM gone)",
    "texts": "id IN (SELECT document FROM gone)",
    "versions": "number IN (SELECT number FROM gone)",
    "statements": "version IN (SELECT number FROM gone)",
    "removals": "",
    "removed": "",
    "reviews": f"number IN (SELECT review FROM reviewed WHERE {OF_GONE} UNION SELECT key ->> 0 FROM removed WHERE kept_in = 'reviewed')"
    f" AND number NOT IN (SELECT review FROM reviewed WHERE NOT {OF_GONE})",
    "reviewed": OF_GONE,
    "judgements": f"pair IN (SELECT pair FROM judgements AS held JOIN judged ON judgement = held.number WHERE position = 0 AND {NAME_GONE})"
    " OR number IN (SELECT key ->> 0 FROM removed WHERE kept_in = 'judgements')",
    "judged": f"judgement IN (SELECT key ->> 0 FROM removed WHERE kept_in = 'judgements') OR {NAME_GONE}",
}
"""The tables under the chain, each after those its rows refer to: a table joins by one line here, and needs nothing else.

With each stands which of its rows go when a document is removed, as SQL that may ask `gone` (number, document, content: the versions
that go) and the tables before it; "" where none ever goes. See ledger/chain.py, which makes the triggers, and ledger/removing.py.
"""

DERIVED = ("search", "results")
"""What the names of tables, indexes and triggers begin with that hold only what can be made again; see ledger/derived.py."""

RECORD = """
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

CHAIN = """
-- One link for each row ever written to a table under the chain, in that order and without gaps. `key` is the row's primary key as a JSON
-- list; `link` is the SHA-256 of the link before, the table's name, the key and the digest of the row (see ledger/chain.py).
CREATE TABLE chain (
  number INTEGER PRIMARY KEY,
  kept_in TEXT NOT NULL,
  key TEXT NOT NULL,
  link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;

-- The digest of the schema that each version of the file has had, so that a trigger that was dropped is missed.
CREATE TABLE schemas (
  version INTEGER PRIMARY KEY,
  digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;

-- Tombstones: who removed which document when and why, and how many versions and statements of it went.
CREATE TABLE removals (
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  removed_at TEXT NOT NULL,
  versions INTEGER NOT NULL,
  statements INTEGER NOT NULL
) STRICT;

-- What stands for each row that went, so that its link still follows from the one before; only such rows can be deleted.
CREATE TABLE removed (
  kept_in TEXT NOT NULL,
  key TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  removal INTEGER NOT NULL REFERENCES removals (number),
  PRIMARY KEY (kept_in, key)
) STRICT, WITHOUT ROWID;

-- Removals after which the file's free pages have not been overwritten yet.
CREATE TABLE unfinished (
  removal INTEGER PRIMARY KEY REFERENCES removals (number)
) STRICT;
"""

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

-- Which statements a review speaks of: one, or the two that were merged. `thread` is the id the statement had when it was reviewed first,
-- `revision` counts its reviews: of two that were made on the same state only one finds room. `document` is the text that offsets count
-- in, `read` what the program had read there, `results` all that stands in its place (null: the review leaves that as it is).
CREATE TABLE reviewed (
  review INTEGER NOT NULL REFERENCES reviews (number),
  position INTEGER NOT NULL,
  thread TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  document TEXT NOT NULL REFERENCES texts (id),
  part INTEGER NOT NULL,
  read TEXT NOT NULL CHECK (json_valid(read)),
  results TEXT CHECK (json_valid(results)),
  PRIMARY KEY (review, position),
  UNIQUE (thread, revision)
) STRICT, WITHOUT ROWID;
"""

JUDGEMENTS = """
-- What people held of two entities: that they are one, or two. `pair` names the two whatever they are called later, `revision` counts its
-- judgements: of two that were made on the same state only one finds room. Undoing is another row that names the one undone.
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'undo')),
  reviewer TEXT NOT NULL CHECK (trim(reviewer) != ''),
  note TEXT,
  learned_at TEXT NOT NULL,
  undoes INTEGER REFERENCES judgements (number),
  pair TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  UNIQUE (pair, revision),
  CHECK ((verdict = 'undo') = (undoes IS NOT NULL))
) STRICT;

-- By what names the two were known (`side` 0 and 1, the name that it went by first), each in a row of its own, so that a name that only
-- a removed document said can go alone. `reference` is a place's id in the reference data; `words` are what of the name stands in statements.
CREATE TABLE judged (
  judgement INTEGER NOT NULL REFERENCES judgements (number),
  side INTEGER NOT NULL CHECK (side IN (0, 1)),
  position INTEGER NOT NULL,
  sort TEXT NOT NULL,
  reference TEXT,
  name TEXT NOT NULL,
  words TEXT NOT NULL CHECK (json_valid(words)),
  PRIMARY KEY (judgement, side, position)
) STRICT, WITHOUT ROWID;
"""

PLACES = """
-- What of its text a reader of the page does not see as it stands (null: nothing; see dostyk.model.mark), where on its pages the text
-- stands (null: it has none; see ledger/layouts.py), and what is to be told of the reading.
ALTER TABLE versions ADD COLUMN marks TEXT CHECK (marks IS NULL OR json_valid(marks));
ALTER TABLE versions ADD COLUMN layout TEXT CHECK (layout IS NULL OR json_valid(layout));
ALTER TABLE versions ADD COLUMN remarks TEXT CHECK (remarks IS NULL OR json_valid(remarks));
"""

CREATE = RECORD + CHAIN + REVIEWS + JUDGEMENTS + PLACES

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

FROM_3 = CHAIN
"""What makes a ledger of version 3, whose rows stood each for itself, one of version 4; its rows are put under the chain afterwards."""

FROM_4 = REVIEWS
"""What makes a ledger of version 4, which knew no reviews, one of version 5."""

FROM_5 = JUDGEMENTS
"""What makes a ledger of version 5, which knew no judgements of entities, one of version 6."""

FROM_6 = PLACES
"""What makes a ledger of version 6, whose texts had no pages and were all taken to be seen, one of version 7."""

STEPS = (FROM_1, FROM_2, FROM_3, FROM_4, FROM_5, FROM_6)
"""What brings a ledger of version 1 to 2, 2 to 3, and so on; then the chain takes in the tables that joined."""
