"""Backups are whole whatever others write meanwhile; a restore counts once it was verified, and loses nothing."""

import threading
from pathlib import Path

import apsw
import pytest

from dostyk.errors import LedgerError
from dostyk.ledger import Ledger, restore

from .documents import entry, fill


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "here" / "ledger.db"
    with Ledger.open(path) as ledger:
        fill(ledger, 4)
    return path


def head(path: Path) -> str:
    with Ledger.open(path, create=False) as ledger:
        assert ledger.verify().wrong == ()
        return ledger.head()


def backup(path: Path, name: str = "backup.db") -> Path:
    copy = path.parent.parent / name
    with Ledger.open(path, create=False) as ledger:
        ledger.backup(copy)
    return copy


def spoil(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("DROP TRIGGER texts_no_update")
    connection.execute("UPDATE texts SET text = 'x' WHERE id = (SELECT min(id) FROM texts)")
    connection.close()


def test_a_backup_holds_the_same_and_is_one_file(path: Path) -> None:
    copy = backup(path)
    assert head(copy) == head(path)
    assert sorted(file.name for file in copy.parent.iterdir()) == ["backup.db", "here"]


def test_a_backup_never_overwrites(path: Path) -> None:
    copy = backup(path)
    before = copy.read_bytes()
    with pytest.raises(LedgerError, match="such a file already"):
        backup(path)
    assert copy.read_bytes() == before


def test_a_backup_that_cannot_be_written_leaves_nothing(path: Path) -> None:
    (path.parent.parent / "file").write_text("")
    with pytest.raises(LedgerError, match="cannot be written"):
        backup(path, "file/backup.db")
    with pytest.raises(LedgerError, match="no copy can be written there"), Ledger.open(path) as ledger:
        ledger.backup(Path("/proc/backup.db"))


def test_backups_taken_while_others_write_are_whole(path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 10
        with Ledger.open(path) as ledger:
            while not stop.is_set():
                ledger.record(entry(number), "2026-03-01")
                number += 1

    writer = threading.Thread(target=write)
    writer.start()
    copies = [backup(path, f"backup{number}.db") for number in range(5)]
    stop.set()
    writer.join()
    heads = [head(copy) for copy in copies]
    with Ledger.open(path, create=False) as ledger:
        places = [ledger.verify((), noted).expected for noted in heads]
    assert None not in places and places == sorted(places, key=lambda place: place or 0)


def test_a_restore_makes_the_ledger_where_there_is_none(path: Path, tmp_path: Path) -> None:
    copy = backup(path)
    copy.chmod(0o444)
    restored = restore(copy, tmp_path / "new" / "ledger.db")
    assert restored.verified.wrong == () and restored.aside is None
    assert head(tmp_path / "new" / "ledger.db") == head(path)
    assert sorted(file.name for file in (tmp_path / "new").iterdir()) == ["ledger.db"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["backup.db", "here", "new"]


def test_a_ledger_is_replaced_only_when_told_and_is_set_aside(path: Path) -> None:
    copy, was = backup(path), head(path)
    with Ledger.open(path) as ledger:
        ledger.record(entry(9, 2), "2026-03-01")
    now = head(path)
    with pytest.raises(LedgerError, match="there is a ledger already"):
        restore(copy, path)
    assert head(path) == now
    restored = restore(copy, path, replace=True)
    assert (restored.more, restored.back, head(path)) == (5, (), was)
    assert restored.aside is not None and head(restored.aside) == now
    again = restore(copy, path, replace=True)
    assert again.aside is not None and again.aside != restored.aside and head(restored.aside) == now


def test_what_had_been_removed_and_is_back_is_said(path: Path) -> None:
    copy = backup(path)
    with Ledger.open(path) as ledger:
        ledger.remove(entry(2).document.id, "Ben", "mistake", "2026-03-01")
    assert [removal.document for removal in restore(copy, path, replace=True).back] == [entry(2).document.id]


def test_a_backup_that_was_changed_is_not_restored(path: Path) -> None:
    copy, was = backup(path), head(path)
    spoil(copy)
    restored = restore(copy, path, replace=True)
    assert any("texts" in sentence for sentence in restored.verified.wrong) and restored.aside is None
    assert head(path) == was
    assert sorted(file.name for file in path.parent.iterdir()) == ["ledger.db"]


def test_what_is_no_ledger_is_not_restored(path: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("This is a page, not a database. " * 40)
    was = head(path)
    for source, says in ((tmp_path / "none.db", "no such backup"), (tmp_path / "page.txt", "no ledger"), (path, "itself")):
        with pytest.raises(LedgerError, match=says):
            restore(source, path, replace=True)
    assert head(path) == was


def test_a_ledger_that_is_damaged_is_replaced_and_set_aside(path: Path) -> None:
    copy, was = backup(path), head(path)
    path.write_bytes(b"This is no ledger any more. " * 400)
    restored = restore(copy, path, replace=True)
    assert head(path) == was
    assert restored.aside is not None and restored.aside.read_bytes().startswith(b"This is no ledger")


def test_a_ledger_in_use_is_not_taken_away_from_under_its_writer(path: Path) -> None:
    copy = backup(path)
    with Ledger.open(path) as ledger:
        ledger.record(entry(9), "2026-03-01")
        with pytest.raises(LedgerError, match="another process has this ledger open"):
            restore(copy, path, replace=True)
        ledger.record(entry(10), "2026-03-02")
        assert ledger.verify().wrong == ()


def test_a_ledger_copied_by_hand_with_its_log_can_be_restored(path: Path, tmp_path: Path) -> None:
    by_hand = tmp_path / "by hand"
    by_hand.mkdir()
    with Ledger.open(path) as ledger:
        ledger.record(entry(9), "2026-03-01")
        for end in ("", "-wal"):
            (by_hand / f"ledger.db{end}").write_bytes(Path(f"{path}{end}").read_bytes())
        now = ledger.head()
    restore(by_hand / "ledger.db", tmp_path / "new.db")
    assert head(tmp_path / "new.db") == now
