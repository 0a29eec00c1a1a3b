"""A review is found again after everything that can happen to a page and to the program, or it is stale; it is never guessed."""

import shutil

import pytest

from dostyk.ledger import Ledger
from dostyk.review import Record, accept, correct, reject, split, undo

from .conftest import Desk, times, visit

SENTENCE = "Minister Jeanne Roux visited Japan in spring 2015."
BEFORE = "The embassy tells of old friends."
TEXT = f"{BEFORE}\n\n{SENTENCE} It rained.\n"
SAID = visit(SENTENCE)


def corrected(desk: Desk) -> None:
    desk.keep(TEXT, SAID)
    correct(desk.ledger, desk.only(), {"time": "2015-04"}, desk.signed())


def test_a_correction_stands_wherever_statements_are_read(desk: Desk) -> None:
    corrected(desk)
    (said,) = desk.standing()
    assert (said.time, said.evidence.quote, said.confidence, said.extractor) == ("2015-04", SENTENCE, 1.0, "review")
    (version,) = desk.ledger.versions()
    assert list(desk.record().statements_of(version)) == list(desk.record().statements("Visit")) == [said]
    assert list(desk.record().statements("Meeting")) == []


def test_the_same_page_again_leaves_it(desk: Desk) -> None:
    corrected(desk)
    desk.keep(TEXT, SAID)
    desk.again()
    assert times(desk.standing()) == ["2015-04"]


@pytest.mark.parametrize(
    "newer",
    [
        [SAID],
        [visit("Jeanne Roux visited Japan in spring 2015")],
        [visit(SENTENCE, time="2015-03/2015-05")],
        [visit("Jeanne Roux visited Japan in spring 2015", visitor="Jeanne Roux", visit_type="official")],
        [visit("Jeanne Roux visited Japan in spring 2015", time="2015-04")],
        [],
    ],
    ids=["the same", "another quote", "another date", "another quote and attribute", "what it was corrected to", "nothing"],
)
def test_another_version_of_the_program_changes_nothing_that_a_person_decided(desk: Desk, newer: list[object]) -> None:
    corrected(desk)
    desk.keep(TEXT, *newer, by="dostyk 2")  # type: ignore[arg-type]
    (said,) = desk.standing()
    assert (said.time, said.evidence.quote) == ("2015-04", SENTENCE)
    assert desk.only().still_read is bool(newer)


def test_what_another_version_reads_beside_it_is_a_statement_of_its_own(desk: Desk) -> None:
    corrected(desk)
    other = visit("Jeanne Roux visited Japan", time="2019", destination="Peru")
    desk.keep(TEXT, SAID, other, by="dostyk 2")
    assert sorted(times(desk.standing()), key=str) == ["2015-04", "2019"]
    assert sorted(one.revision for one in desk.record().reviewed()) == [0, 1]


def test_two_visits_in_one_sentence_are_not_taken_for_one_another(desk: Desk) -> None:
    sentence = "Jeanne Roux visited Japan in 2010 and in 2015."
    first, second = visit("Jeanne Roux visited Japan in 2010", time="2010"), visit("Jeanne Roux visited Japan in 2010 and in 2015", time="2015")
    desk.keep(sentence, first, second)
    (one,) = [found for found in desk.record().reviewed() if found.statement.time == "2010"]
    correct(desk.ledger, one, {"visit_type": "state"}, desk.signed())
    desk.keep(sentence, second, by="dostyk 2")
    assert [(said.time, dict(said.attributes)) for said in desk.standing()] == [("2010", {"visit_type": "state"}), ("2015", {})]


def test_what_was_rejected_is_not_asked_again(desk: Desk) -> None:
    desk.keep(TEXT, SAID)
    reject(desk.ledger, desk.only(), desk.signed())
    desk.keep(TEXT, visit("Jeanne Roux visited Japan in spring 2015"), by="dostyk 2")
    assert desk.standing() == []
    assert not desk.only().stands


@pytest.mark.parametrize(
    "text",
    [f"{SENTENCE}\n\n{BEFORE}\n", f"A new heading\n\nNobody knew. {SENTENCE} Much later it rained.\n"],
    ids=["to the front", "into another paragraph"],
)
def test_a_passage_that_moved_keeps_its_review(desk: Desk, text: str) -> None:
    corrected(desk)
    old = desk.only()
    desk.keep(text, SAID)
    (said,) = desk.standing()
    assert (said.time, text[said.evidence.start : said.evidence.end]) == ("2015-04", SENTENCE)
    assert said.evidence.start != old.statement.evidence.start
    assert desk.the(old.statement.id).statement == said
    assert (desk.only().revision, desk.record().stale()) == (1, [])


def test_reviews_of_a_moved_passage_go_on_with_the_same_thread(desk: Desk) -> None:
    corrected(desk)
    desk.keep(f"{SENTENCE}\n", SAID)
    correct(desk.ledger, desk.only(), {"visit_type": "official"}, desk.signed("Ben"))
    assert desk.only().revision == 2
    desk.keep(f"News\n\n{SENTENCE}\n", by="dostyk 2")
    (said,) = desk.standing()
    assert (said.time, said.attributes["visit_type"]) == ("2015-04", "official")
    undo(desk.ledger, desk.only().thread, 2, desk.signed())
    assert [(said.time, dict(said.attributes)) for said in desk.standing()] == [("2015-04", {})]


@pytest.mark.parametrize(
    "sentence",
    [SENTENCE.replace("spring", "autumn"), f"It is wrong that {SENTENCE}", SENTENCE.replace(" visited", "  visited"), "She stayed at home."],
    ids=["another word", "denied", "another space", "gone"],
)
def test_a_passage_that_changed_makes_a_review_stale(desk: Desk, sentence: str) -> None:
    corrected(desk)
    thread = desk.only().thread
    desk.keep(TEXT.replace(SENTENCE, sentence))
    assert desk.standing() == []
    (stale,) = desk.record().stale()
    assert (stale.thread.id, stale.why) == (thread, "its passage has changed, or is gone")
    desk.keep(TEXT, SAID)
    assert times(desk.standing()) == ["2015-04"]
    assert desk.record().stale() == []


def test_what_is_read_in_a_changed_passage_is_asked_for_itself(desk: Desk) -> None:
    desk.keep(TEXT, SAID)
    reject(desk.ledger, desk.only(), desk.signed())
    changed = SENTENCE.replace("in spring", "in the spring of")
    desk.keep(TEXT.replace(SENTENCE, changed), visit(changed))
    assert (times(desk.standing()), desk.only().revision) == (["2015"], 0)
    assert len(desk.record().stale()) == 1
    accept(desk.ledger, desk.only(), desk.signed())
    assert desk.record().stale() == []


def test_the_same_sentence_twice_is_told_apart_by_its_order_or_not_at_all(desk: Desk) -> None:
    desk.keep(f"{SENTENCE}\n\nLater: nothing.\n\n{SENTENCE}\n", SAID)
    first = desk.only()
    correct(desk.ledger, first, {"time": "2015-04"}, desk.signed())
    desk.keep(f"Head\n\n{SENTENCE}\n\n{SENTENCE}\n")
    assert [said.evidence.start for said in desk.standing()] == [6]
    desk.keep(f"Head\n\n{SENTENCE}\n")
    assert desk.standing() == []
    assert [stale.why for stale in desk.record().stale()] == ["its passage stood 2 times, and now stands once"]


def test_a_review_says_nothing_of_another_document_with_the_same_sentence(desk: Desk) -> None:
    corrected(desk)
    other = f"Wire news of the day, with much else to say about fish and ships.\n\n{SENTENCE}\n"
    desk.keep(other, SAID, place="/other/wire.txt", url="https://wire.example/")
    assert sorted(times(desk.standing()), key=str) == ["2015", "2015-04"]


def test_the_parts_of_a_split_statement_survive_too(desk: Desk) -> None:
    sentence = "Jeanne Roux visited Japan in 2010 and again in 2015."
    desk.keep(sentence, visit(sentence, time=None))
    parts = [{"time": "2010", "quote": "visited Japan in 2010"}, {"time": "2015", "quote": "again in 2015"}]
    split(desk.ledger, desk.only(), parts, desk.signed())
    newer = visit("visited Japan in 2010", time="2010"), visit("Jeanne Roux visited Japan in 2010 and again in 2015", time="2015")
    desk.keep(f"Visits\n\n{sentence}\n", *newer, by="dostyk 2")
    assert [(said.time, said.evidence.quote) for said in desk.standing()] == [("2010", "visited Japan in 2010"), ("2015", "again in 2015")]
    assert len({one.thread for one in desk.record().reviewed()}) == 1


def test_a_copy_of_the_file_has_every_review(desk: Desk, tmp_path: object) -> None:
    corrected(desk)
    desk.ledger.close()
    copy = desk.path.with_name("restored.db")
    shutil.copy(desk.path, copy)
    with Ledger.open(copy) as ledger:
        assert times(list(Record(ledger).statements())) == ["2015-04"]


def test_the_past_is_read_as_it_was_known(desk: Desk) -> None:
    desk.keep(TEXT, SAID)  # 2026-01-01
    correct(desk.ledger, desk.only(), {"time": "2015-04"}, desk.signed())  # 2026-01-02
    correct(desk.ledger, desk.only(), {"time": "2015-05"}, desk.signed())  # 2026-01-03
    undo(desk.ledger, desk.only().thread, 2, desk.signed())  # 2026-01-04
    reject(desk.ledger, desk.only(), desk.signed())  # 2026-01-05
    known = [times(desk.standing(f"2026-01-{day:02}")) for day in range(1, 6)]
    assert known == [["2015"], ["2015-04"], ["2015-05"], ["2015-04"], []]
    desk.keep(f"{SENTENCE}\n", SAID)
    assert [times(desk.standing(f"2026-01-{day:02}")) for day in range(1, 6)] == known
