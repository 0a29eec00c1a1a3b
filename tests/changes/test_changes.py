"""What the ledger learned between two times, and what became of statements, facts, findings and promises by it."""

from dataclasses import replace

from tests.conftest import Said

from dostyk.entities.judging import judge, see
from dostyk.ledger import Entry
from dostyk.model.change import Changes, FactChange, Learning, Turn
from dostyk.model.judgement import End, Named, Verdict
from dostyk.pipeline import changes_between, reconcile_ledger
from dostyk.review import Record, Signature, correct, merge, reject, undo

from .conftest import Shelf

TRADE = {"measure": "trade turnover", "unit": "USD"}
VISIT = Said("Visit", "Ingrid Dahl came to Kenya on 4 May 2018", {"visitor": "Ingrid Dahl", "destination": "Kenya"}, "2018-05-04")
TIES = Said("Relations", "ties began on 5 May 1964", {"party": "Norway; Kenya"}, "1964-05-05", attributes={"status": "diplomatic relations"})


def trade(value: str, year: str = "2018") -> Said:
    return Said("Indicator", f"trade was {value} dollars in {year}", {"subject": "Norway; Kenya"}, year, attributes=TRADE | {"value": value})


def turns(changes: Changes) -> list[tuple[Turn, str]]:
    return [(change.turn, change.fact.kind) for change in changes.facts]


def only(changes: Changes, turn: Turn) -> FactChange:
    (found,) = [change for change in changes.facts if change.turn is turn]
    return found


def test_a_new_source_makes_facts_and_confirms_others(shelf: Shelf) -> None:
    shelf.keep("A", VISIT, TIES)
    since = shelf.day()
    shelf.keep("B", TIES, trade("5000000000"))
    changes = changes_between(shelf.ledger, since)
    assert [(event.what, event.source, event.statements) for event in changes.events] == [(Learning.NEW_SOURCE, "Paper B.txt", 2)]
    assert turns(changes) == [(Turn.CONFIRMED, "Relations"), (Turn.NEW, "Indicator")]
    assert only(changes, Turn.CONFIRMED).gained == ("Paper B",)


def test_a_new_version_says_what_is_gained_gone_and_changed(shelf: Shelf) -> None:
    shelf.keep("A", VISIT, TIES, trade("4000000000"))
    shelf.keep("B", TIES)
    since = shelf.day()
    shelf.keep("A", trade("5000000000"), Said("Meeting", "Dahl met Obel", {"participant": "Ingrid Dahl; Otieno Obel"}, "2019"))
    changes = changes_between(shelf.ledger, since)
    (event,) = changes.events
    assert event.what is Learning.NEW_VERSION and event.before is not None and event.difference is not None
    assert [(one.attributes["value"], other.attributes["value"]) for one, other in event.difference.changed] == [("4000000000", "5000000000")]
    assert ([one.kind for one in event.difference.gained], [one.kind for one in event.difference.gone]) == (["Meeting"], ["Visit", "Relations"])
    assert turns(changes) == [(Turn.GONE, "Visit"), (Turn.CHANGED, "Indicator"), (Turn.WEAKENED, "Relations"), (Turn.NEW, "Meeting")]
    assert only(changes, Turn.GONE).because == ("gone from the new version of Paper A.txt",)
    assert only(changes, Turn.CHANGED).words == "value: 4000000000 → 5000000000"
    assert only(changes, Turn.WEAKENED).lost == ("Paper A",)


def test_what_only_moved_is_no_change(shelf: Shelf) -> None:
    shelf.keep("A", VISIT, TIES)
    since = shelf.day()
    shelf.keep("A", TIES, VISIT, foot="\n\nRead more on our pages.")
    changes = changes_between(shelf.ledger, since)
    assert [event.note for event in changes.events] == ["says the same: 2 statements as before"]
    assert (changes.facts, changes.findings, changes.settled, changes.promises) == ((), (), (), ())


def test_our_own_reading_is_told_from_a_new_version(shelf: Shelf) -> None:
    shelf.keep("A", VISIT, TIES)
    since = shelf.day()
    shelf.keep("A", VISIT, TIES, by="dostyk 2")
    between = shelf.day()
    page = "Kenya and Norway, page A"
    assert [(event.what, event.by, event.difference and event.difference.is_none) for event in changes_between(shelf.ledger, since).events] == [
        (Learning.READ_AGAIN, "dostyk 2", True)
    ]
    document = next(shelf.ledger.versions()).document
    shelf.ledger.record(Entry(document, document.text.encode(), "dostyk 3", ()), shelf.day())
    changes = changes_between(shelf.ledger, between)
    assert [event.what for event in changes.events] == [Learning.READ_AGAIN] and document.text.startswith(page)
    assert {change.because for change in changes.facts} == {("no longer read in Paper A.txt by dostyk 3",)}


def test_a_copy_is_no_new_source(shelf: Shelf) -> None:
    (said,) = shelf.keep("A", VISIT)
    since = shelf.day()
    document = replace(said.document, source="copy.txt")
    shelf.ledger.record(Entry(document, document.text.encode(), "dostyk 1", [replace(said, document=document)]), shelf.day())
    changes = changes_between(shelf.ledger, since)
    assert [event.what for event in changes.events] == [Learning.COPY]
    assert changes.facts == ()


def test_reviews_are_told_with_what_they_did_to_facts(shelf: Shelf) -> None:
    shelf.keep("A", VISIT, TIES)
    since = shelf.day()
    visit, ties = Record(shelf.ledger).reviewed()
    correct(shelf.ledger, visit, {"time": "2018-05-06"}, Signature("Aigul", shelf.day(), "the Russian text"))
    reject(shelf.ledger, ties, Signature("Ben", shelf.day()))
    changes = changes_between(shelf.ledger, since)
    assert [(event.what, event.by) for event in changes.events] == [(Learning.REVIEW, "Aigul"), (Learning.REVIEW, "Ben")]
    assert "time: 2018-05-04 → 2018-05-06 (the Russian text)" in changes.events[0].note
    assert turns(changes) == [(Turn.GONE, "Relations"), (Turn.CHANGED, "Visit")]
    assert only(changes, Turn.GONE).because == ("rejected by Ben",)
    undo(shelf.ledger, ties.thread, 1, Signature("Ben", last := shelf.day()))
    assert turns(changes_between(shelf.ledger, since, last)) == [(Turn.CHANGED, "Visit")]


def test_facts_that_were_merged_are_joined_and_parted_again(shelf: Shelf) -> None:
    shelf.keep("A", VISIT, Said("Visit", "her spring tour", {"visitor": "Ingrid Dahl", "destination": "Kenya"}, "2021"))
    since = shelf.day()
    one, other = Record(shelf.ledger).reviewed()
    merge(shelf.ledger, one, other, Signature("Aigul", shelf.day()))
    between = shelf.day()
    assert Turn.JOINED in [change.turn for change in changes_between(shelf.ledger, since).facts]
    undo(shelf.ledger, one.thread, 1, Signature("Aigul", shelf.day()))
    assert Turn.PARTED in [change.turn for change in changes_between(shelf.ledger, between).facts]
    assert changes_between(shelf.ledger, since).facts == ()


def test_judgements_of_entities_are_told_with_the_facts_they_join(shelf: Shelf) -> None:
    shelf.keep("A", VISIT)
    shelf.keep("B", Said("Visit", "I. M. Dahl-Berg came to Kenya on 4 May 2018", {"visitor": "Inga Dahl-Berg", "destination": "Kenya"}, "2018-05-04"))
    since = shelf.day()
    ends = tuple(End("person", (Named(name, (name,)),)) for name in ("Ingrid Dahl", "Inga Dahl-Berg"))
    judge(shelf.ledger, see(shelf.ledger, (ends[0], ends[1])), Verdict.SAME, Signature("Aigul", shelf.day(), "her married name"))
    changes = changes_between(shelf.ledger, since)
    assert [(event.what, event.by) for event in changes.events] == [(Learning.JUDGEMENT, "Aigul")]
    assert "“Ingrid Dahl” (person) and “Inga Dahl-Berg” (person) (her married name)" in changes.events[0].note
    assert Turn.JOINED in [change.turn for change in changes.facts]


def test_a_withdrawal_is_told_by_its_tombstone(shelf: Shelf) -> None:
    shelf.keep("A", VISIT)
    shelf.keep("B", TIES)
    since = shelf.day()
    document = next(shelf.ledger.versions()).document.id
    shelf.ledger.remove(document, "Ana", "asked for", shelf.day())
    changes = changes_between(shelf.ledger, since)
    assert [(event.what, event.by, event.document, event.statements) for event in changes.events] == [(Learning.WITHDRAWAL, "Ana", document, 1)]
    assert "asked for" in changes.events[0].note
    assert changes_between(shelf.ledger, shelf.day()).events == ()


def test_findings_and_promises_that_came_or_turned_are_told(shelf: Shelf) -> None:
    roles = {"sender": "Norway", "location": "Mombasa"}
    shelf.keep("A", Said("Mission", "a consulate will open in Mombasa in 2021", roles, "2021", "planned", None, {"mission_type": "consulate"}))
    since = shelf.day()
    shelf.keep(
        "B",
        Said("Mission", "the consulate in Mombasa opened in 2021", roles, "2021", "actual", None, {"mission_type": "consulate"}),
        published="2022",
    )
    (promise,) = changes_between(shelf.ledger, since).promises
    assert promise.turn is Turn.CHANGED and promise.before is not None and promise.after is not None
    assert (promise.before.state.value, promise.after.state.value) == ("open", "kept")
    changes = changes_between(shelf.ledger, since)
    assert "promise kept" in [finding.type for finding in changes.findings]
    assert "promise open" in [finding.type for finding in changes.settled]


def test_only_what_lies_between_the_two_times_is_told(shelf: Shelf) -> None:
    shelf.keep("A", VISIT)
    since = shelf.day()
    shelf.keep("B", TIES)
    until = shelf.day()
    shelf.keep("C", trade("5000000000"))
    assert [event.source for event in changes_between(shelf.ledger, since, until).events] == ["Paper B.txt"]
    assert turns(changes_between(shelf.ledger, since, until)) == [(Turn.NEW, "Relations")]
    assert changes_between(shelf.ledger, since, until, as_of="1950").facts == ()
    both = reconcile_ledger(shelf.ledger)[0]
    assert len(changes_between(shelf.ledger, "2025").facts) == len(both)
