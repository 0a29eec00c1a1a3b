"""Every row that is written becomes a link that depends on the row and on all links before it."""

import string
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.ledger import Ledger, chain, schema

from .documents import entry, fill

VALUES = st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.binary(max_size=40), st.floats(allow_nan=False))
ROWS = st.dictionaries(st.text(string.ascii_lowercase, min_size=1, max_size=5), VALUES, max_size=5)


def digest(row: dict[str, object]) -> bytes:
    return chain.row_digest(*(part for pair in sorted(row.items()) for part in pair))


def without_nulls(row: dict[str, object]) -> list[tuple[str, str, object]]:
    return sorted((name, type(value).__name__, repr(value)) for name, value in row.items() if value is not None)


@given(ROWS, ROWS)
def test_digests_are_alike_only_where_rows_are(one: dict[str, object], other: dict[str, object]) -> None:
    assert (digest(one) == digest(other)) == (without_nulls(one) == without_nulls(other))
    assert digest({**one, "zzzzzz": None}) == digest(one)


@given(st.lists(st.tuples(st.sampled_from(["texts", "versions"]), st.text(max_size=4), st.binary(min_size=32, max_size=32)), max_size=6))
def test_a_link_depends_on_everything_before_it(rows: list[tuple[str, str, bytes]]) -> None:
    def head(written: list[tuple[str, str, bytes]]) -> bytes | None:
        last = None
        for row in written:
            last = chain.chain_link(last, *row)
        return last

    shorter = [head(rows[:place] + rows[place + 1 :]) for place in range(len(rows))]
    assert head(rows) not in shorter
    assert all(head(rows) != head([*rows[:place], ("texts", "other", bytes(32)), *rows[place + 1 :]]) for place in range(len(rows)))


def test_the_same_rows_give_the_same_head_everywhere(tmp_path: Path) -> None:
    heads = []
    for name in ("one.db", "other.db"):
        with Ledger.open(tmp_path / name) as ledger:
            fill(ledger, 4)
            heads.append(ledger.head())
    assert heads[0] == heads[1]


def test_every_row_of_every_table_has_its_link(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        fill(ledger, 3)
        connection = ledger._connection
        for table in schema.TABLES:
            rows = int(connection.execute(f"SELECT count(*) FROM {table}").get)
            gone = int(connection.execute("SELECT count(*) FROM removed WHERE kept_in = ?", (table,)).get)
            assert connection.execute("SELECT count(*) FROM chain WHERE kept_in = ?", (table,)).get == rows + gone > 0


def test_what_was_not_written_has_no_link(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.record(entry(1), "2026-01-01")
        head = ledger.head()
        assert ledger.record(entry(1), "2026-01-02") == "unchanged"
        assert ledger.head() == head
        broken = entry(2)
        object.__setattr__(broken, "statements", (*broken.statements, None))
        with pytest.raises(AttributeError):
            ledger.record(broken, "2026-01-03")
        assert ledger.head() == head


def test_no_other_program_can_insert_a_row(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "ledger.db").close()
    with pytest.raises(apsw.SQLError, match="no such function"):
        apsw.Connection(str(tmp_path / "ledger.db")).execute("INSERT INTO texts (id, text) VALUES ('d1', 'x')")


def test_a_table_joins_by_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        fill(ledger, 3)
    monkeypatch.setitem(schema.TABLES, "remarks", "statement IN (SELECT id FROM statements WHERE version IN (SELECT number FROM gone))")
    remarks = "CREATE TABLE remarks (number INTEGER PRIMARY KEY, statement TEXT NOT NULL, note TEXT) STRICT"
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, remarks))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        connection = ledger._connection
        assert ledger.verify().wrong == ()
        kept, going = entry(0).statements[0].id, entry(2).statements[1].id
        connection.execute("INSERT INTO remarks (statement, note) VALUES (?, 'right'), (?, 'wrong date')", (kept, going))
        assert ledger.verify().wrong == ()
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            connection.execute("UPDATE remarks SET note = 'wrong'")
        ledger.remove(entry(2).document.id, "Ana", "asked for", "2026-03-01")
        assert connection.execute("SELECT statement FROM remarks").fetchall() == [(kept,)]
        assert ledger.verify().wrong == ()
        connection.execute("DROP TRIGGER remarks_no_update; UPDATE remarks SET note = 'wrong'")
        assert any("table remarks, row [1]" in sentence for sentence in ledger.verify().wrong)
