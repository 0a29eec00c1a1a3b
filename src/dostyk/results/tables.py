"""The tables of what was worked out, as SQL; all are derived, name statements by their places, and may be dropped at any time."""

from dostyk import __version__

NAME = "results"
"""What the names of all these tables begin with; see ledger/derived.py."""
FORM = f"{__version__}/1"
"""What worked it out: another version of Dostyk, or of these tables, works it out again."""
FACT, FINDING, PROMISE = "fact", "finding", "promise"

CREATE = """
-- What worked it out, and the last link of the chain then (hexadecimal): what was kept later is not in it.
CREATE TABLE results_state (form TEXT NOT NULL, head TEXT NOT NULL) STRICT;

-- Facts, findings and promises, each sort in its order; `body` is JSON that names statements by their numbers (see results/coding.py).
CREATE TABLE results_things (
  sort TEXT NOT NULL,
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (sort, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX results_things_by_id ON results_things (id);
CREATE INDEX results_things_by_kind ON results_things (sort, kind, place);

-- The states (ISO 3166-1) that each fact names, or whose places it names, by kind and place among the facts.
CREATE TABLE results_states (state TEXT NOT NULL, kind TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (state, kind, place)) STRICT, WITHOUT ROWID;

-- The versions whose statements stand; `id` is that of the text.
CREATE TABLE results_documents (version INTEGER PRIMARY KEY, id TEXT NOT NULL) STRICT;

-- The statements that stand, by the numbers that bodies name them by, in the order in which they speak. `time` is the one that the record
-- takes a statement to have where that is not its own ("": none).
CREATE TABLE results_statements (number INTEGER PRIMARY KEY, version INTEGER NOT NULL, id TEXT NOT NULL, time TEXT) STRICT;
"""
TABLES = ("results_state", "results_things", "results_states", "results_documents", "results_statements")
