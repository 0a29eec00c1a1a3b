"""What is derived and stored can be made again, byte for byte, and is compared with that."""

from pathlib import Path

import pytest

from dostyk.errors import LedgerError
from dostyk.ledger import Derived, Ledger
from dostyk.ledger.derived import plain_rows

from .documents import entry, fill
from .indexing import INDEX, build


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = Ledger.open(tmp_path / "ledger.db")
    fill(ledger, 3)
    ledger.rebuild([INDEX])
    return ledger


def found(ledger: Ledger, word: str) -> int:
    return int(ledger._connection.execute("SELECT count(*) FROM search_texts WHERE search_texts MATCH ?", (word,)).get)


def test_a_rebuild_gives_the_same_bytes_and_leaves_the_chain_alone(ledger: Ledger) -> None:
    head, before = ledger.head(), list(plain_rows(ledger._connection, "search"))
    assert {row[0] for row in before} >= {"search_state", "search_texts_data"}
    ledger.rebuild([INDEX])
    assert list(plain_rows(ledger._connection, "search")) == before
    assert ledger.head() == head
    assert ledger.verify([INDEX]).wrong == ()


def test_what_grew_step_by_step_says_what_a_rebuild_says(ledger: Ledger) -> None:
    for number in range(5, 25):
        ledger.record(entry(number), "2026-02-01")
    assert found(ledger, "Elbonia") == 22
    assert ledger.verify([INDEX]).wrong == ()
    stepwise = list(plain_rows(ledger._connection, "search"))
    ledger.rebuild([INDEX])
    assert list(plain_rows(ledger._connection, "search")) != stepwise
    assert ledger.verify([INDEX]).wrong == ()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE search_state SET value = '99'",
        "DELETE FROM search_texts WHERE rowid = 1",
        "INSERT INTO search_texts (text, id) VALUES ('Freedonia', 'd1')",
    ],
)
def test_an_index_that_was_changed_is_found_and_rebuilt(ledger: Ledger, change: str) -> None:
    ledger._connection.execute(change)
    (sentence,) = ledger.verify([INDEX]).wrong
    assert sentence == "what is derived as 'search' is not what a rebuild gives; run `dostyk rebuild`"
    ledger.rebuild([INDEX])
    assert ledger.verify([INDEX]).wrong == ()


def test_tables_that_nobody_makes_are_found_and_dropped(ledger: Ledger) -> None:
    ledger._connection.execute("CREATE TABLE search_old (word TEXT)")
    ledger._connection.execute("CREATE VIEW search_view AS SELECT 1")
    assert any("search_state" in sentence for sentence in ledger.verify().wrong)
    ledger.rebuild([INDEX])
    assert ledger.verify([INDEX]).wrong == ()
    ledger.rebuild([])
    assert ledger._connection.execute("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'search%'").get == 0
    assert ledger.verify().wrong == ()


def test_a_rebuild_that_fails_changes_nothing(ledger: Ledger) -> None:
    before = list(plain_rows(ledger._connection, "search"))

    def breaks(connection: object) -> None:
        raise LedgerError("no words")

    with pytest.raises(LedgerError, match="no words"):
        ledger.rebuild([Derived("search", breaks)])
    assert list(plain_rows(ledger._connection, "search")) == before


def test_a_name_that_would_count_as_kept_is_refused() -> None:
    with pytest.raises(LedgerError, match=r"schema\.DERIVED"):
        Derived("texts", build)
