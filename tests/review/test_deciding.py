"""What people may decide of statements, what is refused, and that nobody overwrites anybody."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dostyk.errors import ReviewConflict, ReviewError, UnusableCorrection
from dostyk.facts import reconcile
from dostyk.model.statement import Statement
from dostyk.review import Signature, accept, correct, merge, reject, split, undo
from dostyk.review.telling import change

from .conftest import Desk, Said, times, visit

QUOTE = "Jeanne Roux visited Japan in 2015 and in 2016."
SAID = visit(QUOTE)


@pytest.fixture
def kept(desk: Desk) -> Desk:
    desk.keep(QUOTE, SAID)
    return desk


def test_an_accepted_statement_is_certain_and_otherwise_as_it_was(kept: Desk) -> None:
    before = kept.only().statement
    review = accept(kept.ledger, kept.only(), kept.signed(note="seen in print"))
    after = kept.only()
    assert (after.statement.id, after.statement.time, after.statement.confidence) == (before.id, before.time, 1.0)
    assert (after.revision, after.review) == (1, review)
    assert (review.by, review.note, review.number) == ("Aigul", "seen in print", 1)


@pytest.mark.parametrize(
    ("changes", "slot", "value"),
    [
        ({"time": "2015-04/2015-05"}, "time", "2015-04/2015-05"),
        ({"time": ""}, "time", None),
        ({"modality": "planned"}, "modality", "planned"),
        ({"attribution": "the embassy"}, "attribution", "the embassy"),
        ({"visit_type": "state"}, "attributes", {"visit_type": "state"}),
        ({"destination": "Peru"}, "destination", [("PE", "country")]),
        ({"destination": "KZ"}, "destination", [("KZ", "country")]),
        ({"destination": "Kyoto"}, "destination", [("geonames:1857910", "city")]),
        ({"origin": "France"}, "origin", [("FR", "country")]),
        ({"visitor": "Ben Ito"}, "visitor", [("x", "person")]),
        ({"visitor": "Ben Ito; organisation: The Ito Foundation"}, "visitor", [("x", "person"), ("x", "organisation")]),
        ({"quote": "visited Japan in 2015"}, "quote", "visited Japan in 2015"),
    ],
)
def test_any_slot_can_be_corrected(kept: Desk, changes: dict[str, str], slot: str, value: Any) -> None:
    correct(kept.ledger, kept.only(), changes, kept.signed())
    said = kept.only().statement
    if slot in said.roles:
        found = [(mention.id, mention.type.value) for mention in said.roles[slot]]
        assert [("x" if id.startswith("x:") else id, type) for id, type in found] == value
    elif slot == "quote":
        assert (said.evidence.quote, said.document.text[said.evidence.start : said.evidence.end]) == (value, value)
    else:
        assert getattr(said, slot) == value
    assert said.document.text == QUOTE


def test_a_kind_can_be_corrected_with_the_slots_it_needs(kept: Desk) -> None:
    changes = {"kind": "meeting", "participant": "Jeanne Roux; person:Ben Ito", "place": "Japan"}
    correct(kept.ledger, kept.only(), changes, kept.signed())
    said = kept.only().statement
    assert (said.kind, sorted(said.roles), said.time) == ("Meeting", ["participant", "place"], "2015")
    (thread,) = kept.record().threads.values()
    assert change(thread, thread.steps[0]).startswith(
        "kind: Visit → Meeting; destination: Japan → nothing; participant: nothing → Jeanne Roux, Ben Ito"
    )


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"visiter": "Ben"}, "Visit has no slot 'visiter'; there are kind, time, modality"),
        ({"time": "last year"}, "time cannot be 'last year'"),
        ({"time": "2015-02-30"}, "time cannot be '2015-02-30'"),
        ({"modality": "maybe"}, "'maybe' is no modality; there are actual"),
        ({"kind": "Journey"}, "'Journey' is no kind of statement"),
        ({"kind": "Meeting"}, "a Meeting needs participant"),
        ({"visitor": ""}, "a Visit needs visitor"),
        ({"visit_type": "secret"}, "visit_type cannot be 'secret'; it is one of state"),
        ({"origin": "Somewhere or other"}, "I do not know what 'Somewhere or other' is"),
        ({"origin": "country:Somewhere"}, "'Somewhere' is no country I know"),
        ({"origin": "person:"}, "'person:' names nobody"),
        ({"quote": "Roux visited France"}, "does not stand in the passage"),
        ({"quote": "in 201"}, "stands 2 times in the passage"),
        ({"time": "2015"}, "nothing would change"),
    ],
)
def test_what_is_not_well_formed_is_refused_in_one_sentence(kept: Desk, changes: dict[str, str], says: str) -> None:
    with pytest.raises(UnusableCorrection) as error:
        correct(kept.ledger, kept.only(), changes, kept.signed())
    assert says in str(error.value) and "\n" not in str(error.value)
    assert kept.ledger.reviews() == []


def test_figures_are_kept_in_the_contracts_form(desk: Desk) -> None:
    quote = "Trade of France and Japan came to 3 billion dollars."
    desk.keep(
        quote, Said("Indicator", quote, {"subject": "France; Japan"}, "2019", {"measure": "trade turnover", "value": "3000000000", "unit": "USD"})
    )
    for changes in ({"value": "3 billion"}, {"unit": "US dollars"}, {"bound": "roughly"}, {"statistic": "growth"}, {"compared_with": "before"}):
        with pytest.raises(UnusableCorrection):
            correct(desk.ledger, desk.only(), changes, desk.signed())
    correct(desk.ledger, desk.only(), {"value": "3000000000/3200000000", "bound": "about"}, desk.signed())
    assert desk.only().statement.attributes["value"] == "3000000000/3200000000"


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "Ai\x00gul"])
def test_a_review_needs_a_name(name: str) -> None:
    with pytest.raises(ReviewError):
        Signature(name, "2026-01-01")


def test_two_people_never_overwrite_each_other(kept: Desk) -> None:
    aigul, ben = kept.only(), kept.only()
    correct(kept.ledger, aigul, {"time": "2015-04"}, kept.signed("Aigul", "the Russian text says April"))
    with pytest.raises(ReviewConflict) as error:
        correct(kept.ledger, ben, {"time": "2015-05"}, kept.signed("Ben"))
    assert "Aigul reviewed it at 2026-01-02 (revision 1)" in str(error.value)
    assert "Aigul corrected it (the Russian text says April): Visit;" in error.value.theirs and "time: 2015-04" in error.value.theirs
    assert error.value.yours.startswith("Ben corrected it: Visit;") and "time: 2015-05" in error.value.yours
    assert (times(kept.standing()), len(kept.ledger.reviews())) == (["2015-04"], 1)
    correct(kept.ledger, kept.only(), {"time": "2015-05"}, kept.signed("Ben"))
    assert times(kept.standing()) == ["2015-05"]


@pytest.mark.parametrize("act", [accept, reject])
def test_whatever_one_does_an_old_revision_is_refused(kept: Desk, act: Any) -> None:
    seen = kept.only()
    accept(kept.ledger, seen, kept.signed())
    with pytest.raises(ReviewConflict):
        act(kept.ledger, seen, kept.signed("Ben"))
    with pytest.raises(ReviewConflict):
        undo(kept.ledger, seen.thread, 0, kept.signed("Ben"))


def test_a_revision_that_is_not_there_yet_is_refused(kept: Desk) -> None:
    with pytest.raises(ReviewError, match="no revision 7 yet, only 0"):
        accept(kept.ledger, kept.record().seen(kept.only(), 7), kept.signed())


def test_what_was_seen_before_can_be_named_by_its_revision(kept: Desk) -> None:
    correct(kept.ledger, kept.only(), {"time": "2016"}, kept.signed())
    accept(kept.ledger, kept.only(), kept.signed())
    record = kept.record()
    seen = [record.seen(kept.only(), revision) for revision in (0, 1, 2)]
    assert [(one.statement.time, one.revision) for one in seen] == [("2015", 0), ("2016", 1), ("2016", 2)]


def test_undo_takes_back_one_review_after_the_other_and_forgets_none(kept: Desk) -> None:
    before = kept.standing()
    thread = before[0].id
    correct(kept.ledger, kept.only(), {"time": "2016"}, kept.signed())
    reject(kept.ledger, kept.only(), kept.signed())
    seen = []
    for revision in (2, 3):
        undo(kept.ledger, thread, revision, kept.signed("Ben"))
        seen.append(times(kept.standing()))
    assert seen == [["2016"], ["2015"]]
    assert kept.standing() == before
    assert [(review.act.value, review.undoes) for review in kept.ledger.reviews()] == [("correct", None), ("reject", None), ("undo", 2), ("undo", 1)]
    with pytest.raises(ReviewError, match="no review that could be undone"):
        undo(kept.ledger, thread, 4, kept.signed())


def test_a_rejected_statement_can_be_accepted_after_all(kept: Desk) -> None:
    reject(kept.ledger, kept.only(), kept.signed())
    with pytest.raises(ReviewError, match="rejected already"):
        reject(kept.ledger, kept.only(), kept.signed())
    accept(kept.ledger, kept.only(), kept.signed())
    assert times(kept.standing()) == ["2015"]


def test_a_split_statement_is_several_each_with_its_quote(kept: Desk) -> None:
    split(kept.ledger, kept.only(), [{"quote": "visited Japan in 2015"}, {"time": "2016", "quote": "in 2016"}], kept.signed())
    parts = list(kept.record().reviewed())
    found = [(one.statement.time, one.statement.evidence.quote, one.part) for one in parts]
    assert found == [("2015", "visited Japan in 2015", 1), ("2016", "in 2016", 2)]
    correct(kept.ledger, parts[1], {"visit_type": "working"}, kept.signed())
    reject(kept.ledger, kept.the(parts[0].statement.id), kept.signed())
    assert [(said.time, dict(said.attributes)) for said in kept.standing()] == [("2016", {"visit_type": "working"})]
    for revision in (3, 4, 5):
        undo(kept.ledger, parts[0].thread, revision, kept.signed())
    assert times(kept.standing()) == ["2015"]


def test_parts_that_nothing_tells_apart_are_refused(kept: Desk) -> None:
    with pytest.raises(UnusableCorrection, match="two or more"):
        split(kept.ledger, kept.only(), [{"time": "2016"}], kept.signed())
    with pytest.raises(UnusableCorrection, match="say the same in the same words"):
        split(kept.ledger, kept.only(), [{}, {"time": "2016"}], kept.signed())


def test_a_correction_that_another_statement_says_already_is_refused(desk: Desk) -> None:
    desk.keep(QUOTE, visit(QUOTE, destination="Japan"), visit(QUOTE, destination="Peru"))
    wrong = next(one for one in desk.record().reviewed() if one.statement.roles["destination"][0].id == "PE")
    with pytest.raises(UnusableCorrection, match="says that already"):
        correct(desk.ledger, wrong, {"destination": "Japan"}, desk.signed())


ONE, OTHER = "The Lakeside forum took place in Japan.", "At the Festival of the Lake many sang."


@pytest.fixture
def two(desk: Desk) -> Desk:
    desk.keep(ONE, Said("Event", ONE, {"event": "Lakeside forum", "place": "Japan"}), place="/one.txt")
    desk.keep(OTHER, Said("Event", OTHER, {"event": "Festival of the Lake"}), place="/two.txt")
    desk.keep(QUOTE, SAID, place="/three.txt")
    return desk


def facts(desk: Desk) -> list[list[str]]:
    record = desk.record()
    return sorted(sorted(one.id for one in fact.statements) for fact in reconcile(record.statements(), same=record.same())[0])


def test_merged_statements_keep_their_quotes_and_make_one_fact(two: Desk) -> None:
    before, statements = facts(two), two.standing()
    one, other, third = two.record().reviewed()
    merge(two.ledger, one, other, two.signed())
    assert two.standing() == statements
    assert facts(two) == sorted([sorted([one.statement.id, other.statement.id]), [third.statement.id]])
    with pytest.raises(ReviewError, match="merged already"):
        merge(two.ledger, two.the(other.statement.id), two.the(one.statement.id), two.signed())
    undo(two.ledger, other.thread, 1, two.signed())
    assert facts(two) == before
    assert [one.revision for one in two.record().reviewed()] == [2, 2, 0]


def test_a_merging_with_what_was_removed_says_nothing_any_more(two: Desk) -> None:
    one, other, third = two.record().reviewed()
    merge(two.ledger, one, other, two.signed())
    two.ledger.remove(other.statement.document.id, "Ana", "asked for", two.day())
    assert facts(two) == sorted([[one.statement.id], [third.statement.id]])
    undo(two.ledger, one.thread, 1, two.signed())
    assert facts(two) == sorted([[one.statement.id], [third.statement.id]])
    assert two.ledger.verify().wrong == ()


def test_a_merging_holds_while_its_statements_are_corrected_and_moved(two: Desk) -> None:
    one, other, _ = two.record().reviewed()
    merge(two.ledger, one, other, two.signed())
    correct(two.ledger, two.the(one.statement.id), {"time": "2015"}, two.signed())
    two.keep(
        f"News\n\n{OTHER} {ONE.replace('place', 'part')}", Said("Event", OTHER, {"event": "Festival of the Lake"}), place="/two.txt", by="dostyk 2"
    )
    assert sorted(len(fact) for fact in facts(two)) == [1, 2]


def test_what_cannot_be_one_is_not_merged(two: Desk) -> None:
    one, other, third = two.record().reviewed()
    for first, second, says in ((one, one, "are one statement"), (one, third, "a Event and a Visit cannot say the same")):
        with pytest.raises(ReviewError, match=says):
            merge(two.ledger, first, second, two.signed())
    reject(two.ledger, other, two.signed())
    with pytest.raises(ReviewError, match="was rejected"):
        merge(two.ledger, one, two.the(other.thread), two.signed())


ACTS = st.lists(st.tuples(st.sampled_from(["accept", "correct", "reject", "split", "merge", "undo"]), st.integers(0, 3)), max_size=8)


@settings(max_examples=25)  # each makes a file and writes it some ten times
@given(acts=ACTS)
def test_whatever_was_done_undoing_all_of_it_restores_the_record(tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]) -> None:
    desk = Desk(tmp_path_factory.mktemp("desk") / "ledger.db")
    desk.keep(ONE, Said("Event", ONE, {"event": "Lakeside forum", "place": "Japan"}), place="/one.txt")
    desk.keep(OTHER, Said("Event", OTHER, {"event": "Festival of the Lake"}), place="/two.txt")
    before, grouped = desk.standing(), facts(desk)
    pasts: dict[str, list[Statement]] = {}
    for act, number in acts:
        pasts[f"2026-01-{desk.days:02}"] = desk.standing()
        decide(desk, act, number)
    for known_at, past in pasts.items():
        assert desk.standing(known_at) == past
    while any(thread.in_force for thread in desk.record().threads.values()):
        thread = next(thread for thread in desk.record().threads.values() if thread.in_force)
        undo(desk.ledger, thread.id, thread.revision, desk.signed())
    assert (desk.standing(), facts(desk)) == (before, grouped)
    desk.ledger.close()


def decide(desk: Desk, act: str, number: int) -> None:
    """Do something to one of the statements; what is refused leaves nothing behind."""
    found = list(desk.record().reviewed())
    seen, signed, count = found[number % len(found)], desk.signed(), len(desk.ledger.reviews())
    try:
        match act:
            case "accept":
                accept(desk.ledger, seen, signed)
            case "correct":
                correct(desk.ledger, seen, {"time": f"20{desk.days:02}"}, signed)
            case "reject":
                reject(desk.ledger, seen, signed)
            case "split":
                words = seen.statement.evidence.quote.split()
                split(desk.ledger, seen, [{}, {"time": "2016", "quote": words[number % len(words)]}], signed)
            case "merge":
                merge(desk.ledger, seen, found[(number + 1) % len(found)], signed)
            case _:
                undo(desk.ledger, seen.thread, seen.revision, signed)
    except ReviewError:
        assert len(desk.ledger.reviews()) == count
