"""What is wrong with a ledger is said in one sentence that names the place."""

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from dostyk.ledger import Ledger

from .documents import entry, fill


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        fill(ledger, 4)
        yield ledger


def change(ledger: Ledger, sql: str) -> tuple[str, ...]:
    """Do what the triggers forbid, put them back, and give what is said of it."""
    connection = apsw.Connection(str(ledger.path))
    connection.pragma("ignore_check_constraints", True)
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(sql)
    for _, trigger in triggers:
        connection.execute(str(trigger))
    connection.close()
    return ledger.verify().wrong


def test_a_whole_ledger_has_nothing_wrong(ledger: Ledger) -> None:
    verified = ledger.verify((), ledger.head())
    assert verified.wrong == ()
    assert verified.expected == verified.links > verified.quotes == 12


def test_an_empty_ledger_has_nothing_wrong(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db") as ledger:
        assert (ledger.verify().wrong, ledger.verify().links, ledger.verify((), "0" * 64).expected) == ((), 1, 0)


PLACES = {
    "UPDATE versions SET title = 'Other' WHERE number = 3": [
        "table versions, row [3]: the row, its link or the link before is not as it was written (link 22)",
    ],
    "UPDATE contents SET bytes = x'00' WHERE hash = (SELECT content FROM versions WHERE number = 3)": ["table contents, row", "contents: the bytes"],
    "UPDATE texts SET text = upper(text) WHERE id = (SELECT document FROM versions WHERE number = 3)": [
        "table texts, row",
        "texts: the text kept as",
        "(version 3, place 0): its quote does not stand at",
        "(version 3, place 1)",
        "(version 3, place 2)",
        "(version 3, place 3)",
    ],
    "UPDATE statements SET first = first + 1, last = last + 1 WHERE version = 4 AND position = 2": [
        "table statements, row [4,2]",
        "(version 4, place 2): its quote does not stand at",
    ],
    "DELETE FROM statements WHERE version = 4 AND position = 3": ["table statements, row [4,3]: this row is gone, and no removal says why (link 43)"],
    "INSERT INTO texts VALUES ('dx', 'y')": ['table texts, row ["dx"]: this row was slipped in', "texts: the text kept as dx does not hash to it"],
    "DELETE FROM chain WHERE number IN (6, 7)": ["chain: links 6 to 7 are missing", "(link 8)", "slipped in", "slipped in"],
    "UPDATE removals SET why = 'no reason'": ["table removals, row [1]"],
    "UPDATE removals SET statements = 7": ["table removals, row [1]", "removal 1 of d"],
    "INSERT INTO unfinished VALUES (1)": ["removal 1: it was interrupted"],
    "UPDATE sqlite_sequence SET seq = 2": [
        "file: the last number given in table versions is said to be 2, but it was 4",
        "file: the last number given in table reviews is said to be 2, but it was ",
        "file: the last number given in table judgements is said to be 2, but it was 1",
    ],
    "DELETE FROM sqlite_sequence": [
        f"file: the last number given in table {table} is said to be None" for table in ("versions", "reviews", "judgements")
    ],
    "CREATE TRIGGER quiet AFTER INSERT ON texts BEGIN SELECT 1; END": ["schema: a table, index or trigger is not as Dostyk made it"],
}


@pytest.mark.parametrize("sql", PLACES)
def test_what_was_done_is_said_with_its_place(ledger: Ledger, sql: str) -> None:
    wrong = change(ledger, sql)
    assert all(any(part in sentence for sentence in wrong) for part in PLACES[sql]), wrong
    assert len(wrong) == len(PLACES[sql]), wrong
    assert all("\n" not in sentence for sentence in wrong)


def test_a_trigger_that_is_missing_is_named(ledger: Ledger) -> None:
    ledger._connection.execute("DROP TRIGGER statements_no_delete")
    assert ledger.verify().wrong == ("schema: the trigger statements_no_delete is missing, so that its table is not protected",)


def test_a_row_that_came_back_after_its_removal_is_found(ledger: Ledger) -> None:
    document = entry(1).document
    wrong = change(ledger, f"INSERT INTO texts VALUES ('{document.id}', '{document.text}')")
    assert any("removal says that this row is gone, but it is there" in sentence for sentence in wrong)


def test_a_head_of_another_ledger_is_found_by_what_was_noted_only(ledger: Ledger, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "other.db") as other:
        fill(other, 3)
        assert other.verify().wrong == ()
        (sentence,) = other.verify((), ledger.head()).wrong
        assert sentence.startswith(f"chain: no link has the hash {ledger.head()}")


def test_much_that_is_wrong_is_counted(ledger: Ledger) -> None:
    for number in range(5, 15):
        ledger.record(entry(number), "2026-03-01")
    wrong = change(ledger, "UPDATE statements SET quote = 'x'")
    assert len(wrong) < 60 and sum("more of this sort" in sentence for sentence in wrong) == 2


def test_a_ledger_that_may_only_be_read_is_verified(ledger: Ledger) -> None:
    head = ledger.head()
    ledger.close()
    from dostyk.ledger.connecting import open_to_read
    from dostyk.ledger.verifying import verify

    verified = verify(open_to_read(ledger.path, still=True), (), head)
    assert (verified.wrong, verified.head) == ((), head)
