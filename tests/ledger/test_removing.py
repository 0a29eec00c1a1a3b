"""A removed document is nowhere in the file any more, and what is left is still whole."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from dostyk.errors import LedgerError
from dostyk.ledger import Ledger, connecting
from dostyk.model.document import Document
from dostyk.model.review import Act, Review, Said, Subject

from .documents import entry, review
from .indexing import INDEX

SECRET = entry(5, sentences=300)
"""A document long enough for its text, bytes and index to fill pages of their own."""
WORDS = ["Porto Quieto", "agreement 5-0", "agreement 5-299", "page5.txt", "Ministry 5", "quieto"]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        for number in (2, 3, 4):
            ledger.record(entry(number), "2026-01-01")
        ledger.rebuild([INDEX])
        ledger.record(SECRET, "2026-01-02")
        ledger.record(entry(6), "2026-01-03")
        yield ledger


def on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()) if file.is_file())


def remove(ledger: Ledger, document: str = SECRET.document.id) -> None:
    ledger.remove(document, "Ana", "asked for by its publisher", "2026-02-01", [INDEX])


def test_nothing_of_it_is_left_in_any_file_while_the_ledger_is_open(ledger: Ledger) -> None:
    assert all(word.encode() in on_disk(ledger.path) for word in WORDS)
    remove(ledger)
    assert [word for word in WORDS if word.encode() in on_disk(ledger.path)] == []
    assert ledger.verify([INDEX]).wrong == ()


def test_its_statements_count_no_more_and_the_tombstone_says_so(ledger: Ledger) -> None:
    before = ledger.verify().quotes
    remove(ledger)
    assert all(statement.document.id != SECRET.document.id for statement in ledger.statements())
    assert list(ledger.versions(document=SECRET.document.id, history=True)) == []
    assert ledger.find_statements(SECRET.statements[0].id) == []
    (removal,) = ledger.removals()
    assert (removal.document, removal.who, removal.why, removal.removed_at) == (SECRET.document.id, "Ana", "asked for by its publisher", "2026-02-01")
    assert (removal.versions, removal.statements) == (1, 300)
    assert ledger.verify().quotes == before - 300
    assert ledger.removal_of("", SECRET.document.content_hash) == ledger.removal_of(SECRET.document.id) == removal
    with pytest.raises(LedgerError, match="no content"):
        ledger.bytes_of(SECRET.document.content_hash)


def test_a_head_noted_before_is_still_in_the_chain(ledger: Ledger) -> None:
    head = ledger.head()
    remove(ledger)
    verified = ledger.verify([INDEX], head)
    assert verified.wrong == () and verified.expected is not None and verified.expected < verified.links


def test_all_versions_and_copies_go_with_it(ledger: Ledger) -> None:
    text = SECRET.document.text + "One more line.\n"
    later = dataclasses.replace(SECRET.document, text=text, content_hash="f" * 64)
    grown = dataclasses.replace(SECRET, document=later, data=b"later", statements=())
    assert ledger.record(grown, "2026-01-04") == "new version"
    copied = dataclasses.replace(later, source="elsewhere.txt", content_hash="e" * 64)
    assert ledger.record(dataclasses.replace(grown, document=copied, data=b"copy", place="/elsewhere.txt"), "2026-01-05") == "same"
    remove(ledger)
    assert [version.document.source for version in ledger.versions(history=True)] == ["page2.txt", "page3.txt", "page4.txt", "page6.txt"]
    assert b"One more line" not in on_disk(ledger.path)
    assert ledger.removals()[0].versions == 3


def test_it_is_not_read_in_again_by_its_bytes_nor_by_its_text(ledger: Ledger) -> None:
    remove(ledger)
    assert ledger.record(SECRET, "2026-03-01") == "removed"
    other = Document(SECRET.document.text, "saved.html", content_hash="a" * 64)
    assert ledger.record(dataclasses.replace(SECRET, document=other, data=b"<p>", statements=()), "2026-03-01") == "removed"
    assert ledger.record(entry(7), "2026-03-01") == "new"
    assert ledger.verify([INDEX]).wrong == ()


def test_triggers_stay_for_everybody_else(ledger: Ledger) -> None:
    remove(ledger)
    for table in ("contents", "texts", "versions", "statements", "removals", "removed"):
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            ledger._connection.execute(f"DELETE FROM {table}")


def test_a_document_that_is_not_there_changes_nothing(ledger: Ledger) -> None:
    head = ledger.head()
    with pytest.raises(LedgerError, match="no document d0"):
        remove(ledger, "d0")
    assert (ledger.head(), ledger.removals()) == (head, [])


def test_a_removal_that_a_reader_holds_up_is_finished_by_a_rebuild(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger._connection.set_busy_timeout(50)
    reader = apsw.Connection(str(ledger.path))
    reader.execute("BEGIN; SELECT count(*) FROM texts").fetchall()
    with pytest.raises(LedgerError, match="was removed from the record, but the file could not be cleared of it"):
        remove(ledger)
    assert SECRET.document.id not in {version.document.id for version in ledger.versions()}
    assert ["interrupted" in sentence for sentence in ledger.verify([INDEX]).wrong] == [True]
    reader.close()
    ledger.rebuild([INDEX])
    assert ledger.verify([INDEX]).wrong == ()
    assert b"Porto Quieto" not in on_disk(ledger.path)
    assert connecting.PATIENCE > 1


def test_an_index_that_nobody_names_is_dropped_rather_than_left_with_the_text(ledger: Ledger) -> None:
    ledger.remove(SECRET.document.id, "Ana", "asked for", "2026-02-01")
    assert b"Quieto" not in on_disk(ledger.path) and b"quieto" not in on_disk(ledger.path)
    assert ledger.verify().wrong == ()


def test_reviews_of_what_is_removed_go_with_it(ledger: Ledger) -> None:
    other = next(statement for statement in ledger.statements() if statement.document.id != SECRET.document.id)
    ledger.record_review(review(SECRET.statements[0], "the day in Porto Quieto is wrong"))
    ledger.record_review(review(other))
    alone, with_other = SECRET.statements[1], next(s for s in ledger.statements() if s.document.id == other.document.id and s.id != other.id)
    both = tuple(Subject(s.id, 1, s.document.id, Said.of(s)) for s in (alone, with_other))
    ledger.record_review(Review(Act.MERGE, "Aigul", "2026-01-16T00:00:00", both))
    remove(ledger)
    assert [[subject.document for subject in one.subjects] for one in ledger.reviews()] == [[other.document.id], [other.document.id]]
    assert b"Quieto" not in on_disk(ledger.path)
    assert ledger.verify([INDEX]).wrong == ()
    remove(ledger, other.document.id)
    assert ledger.reviews() == []
    assert ledger.verify([INDEX]).wrong == ()


def test_a_document_that_comes_after_the_newest_was_removed_gets_a_number_of_its_own(ledger: Ledger) -> None:
    newest = list(ledger.versions())[-1]
    ledger.remove(newest.document.id, "Ana", "asked for", "2026-03-01T00:00:00")
    ledger.record(entry(40), "2026-03-02T00:00:00")
    assert list(ledger.versions())[-1].number > newest.number
    assert ledger.verify().wrong == ()
