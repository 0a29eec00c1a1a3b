"""Judgements of entities in the file: they come back the same, one after each revision, and go with the last document that said the name."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from dostyk.errors import ReviewConflict
from dostyk.ledger import Ledger, restore
from dostyk.model.judgement import End, Judgement, Named, Verdict

from .documents import CITIES, entry, judgement

SECRET = entry(5)
"""The only document that speaks of Porto Quieto."""
QUIET, NORTH, STONE = "Porto Quieto", CITIES[0], CITIES[2]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        for number in (0, 2, 8):
            ledger.record(entry(number), "2026-01-01")
        ledger.record(SECRET, "2026-01-02")
        yield ledger


def on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()) if file.is_file())


def remove(ledger: Ledger, document: str = SECRET.document.id) -> None:
    ledger.remove(document, "Ana", "asked for", "2026-02-03")


def known_as(*names: str) -> End:
    return End("city", tuple(Named(name, (name,)) for name in names))


def test_they_come_back_the_same_and_as_they_were_known(ledger: Ledger) -> None:
    first = judgement(("city", NORTH), ("city", QUIET))
    office = End("office", (Named("Mayor of Brückstadt", ("Mayor", "Brückstadt")),), "")
    place = End("state", (Named("Japan", ("JP",)),), "JP")
    second = Judgement(Verdict.DIFFERENT, "Ben", "2026-03-01", "j2", 1, (office, place))
    undone = Judgement(Verdict.UNDO, "Ben", "2026-03-02", "j1", 2, (), "too soon", undoes=1)
    kept = [first, second, undone]
    assert [ledger.record_judgement(one) for one in kept] == [1, 2, 3]
    assert ledger.judgements() == [dataclasses.replace(one, number=number) for number, one in enumerate(kept, 1)]
    assert [one.number for one in ledger.judgements(known_at="2026-03-01")] == [1, 2]
    assert (ledger.judged_at("j1"), ledger.judged_at("j9")) == (2, 0)
    assert ledger.verify().wrong == ()


@pytest.mark.parametrize("revision", [1, 3])
def test_one_of_another_state_is_refused_and_leaves_nothing_behind(ledger: Ledger, revision: int) -> None:
    ledger.record_judgement(judgement(("city", NORTH), ("city", QUIET)))
    head = ledger.head()
    with pytest.raises(ReviewConflict):
        ledger.record_judgement(judgement(("city", NORTH), ("city", STONE), revision=revision))
    assert (ledger.head(), len(ledger.judgements())) == (head, 1)


def test_one_of_a_name_that_nobody_says_any_more_goes_with_its_undoing(ledger: Ledger) -> None:
    ledger.record_judgement(dataclasses.replace(judgement(("city", NORTH), ("city", QUIET)), note="Quieto is the old harbour"))
    ledger.record_judgement(Judgement(Verdict.UNDO, "Ben", "2026-02-02", "j1", 2, (), "Quieto or not", undoes=1))
    ledger.record_judgement(judgement(("city", NORTH), ("city", STONE), pair="j2"))
    remove(ledger)
    assert [[end.name for end in one.ends] for one in ledger.judgements()] == [[NORTH, STONE]]
    assert b"Quieto" not in on_disk(ledger.path)
    assert ledger.verify().wrong == ()
    assert ledger.record_judgement(judgement(("city", STONE), ("city", QUIET))) == 4


def test_a_name_goes_alone_where_the_one_it_went_by_is_still_said(ledger: Ledger) -> None:
    made = Judgement(Verdict.SAME, "Aigul", "2026-02-01", "j1", 1, (known_as(NORTH, QUIET), known_as(STONE)))
    ledger.record_judgement(made)
    remove(ledger)
    (left,) = ledger.judgements()
    assert left.ends == (known_as(NORTH), known_as(STONE))
    assert b"Quieto" not in on_disk(ledger.path)
    assert ledger.verify().wrong == ()


def test_a_judgement_stays_while_any_document_says_both_names(ledger: Ledger) -> None:
    ledger.record_judgement(judgement(("city", NORTH), ("city", STONE)))
    remove(ledger, entry(0).document.id)
    assert len(ledger.judgements()) == 1
    remove(ledger, entry(8).document.id)
    assert ledger.judgements() == []
    assert ledger.verify().wrong == ()


def test_an_office_is_said_where_its_position_and_whose_it_is_stand_in_one_statement(ledger: Ledger) -> None:
    office = End("office", (Named(f"agreement of {QUIET}", ("agreement", QUIET)),))
    ledger.record_judgement(Judgement(Verdict.SAME, "Aigul", "2026-02-01", "j1", 1, (office, known_as(NORTH))))
    remove(ledger, entry(2).document.id)
    assert len(ledger.judgements()) == 1
    remove(ledger)
    assert ledger.judgements() == []


def test_a_backup_has_them_and_gives_them_back(ledger: Ledger, tmp_path: Path) -> None:
    ledger.record_judgement(judgement(("city", NORTH), ("city", STONE)))
    ledger.backup(tmp_path / "safe" / "copy.db")
    kept = ledger.judgements()
    assert restore(tmp_path / "safe" / "copy.db", tmp_path / "again.db").verified.wrong == ()
    with Ledger.open(tmp_path / "again.db") as again:
        assert again.judgements() == kept
