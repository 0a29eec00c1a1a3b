"""The steps by which a fact was learned."""

from tests.conftest import Said

from dostyk.changes import history
from dostyk.model.fact import Fact
from dostyk.pipeline import reconcile_ledger
from dostyk.review import Record, Signature, correct, reject

from .conftest import Shelf
from .test_changes import TIES, VISIT, trade


def the(shelf: Shelf, kind: str, known_at: str | None = None) -> Fact:
    (found,) = [fact for fact in reconcile_ledger(shelf.ledger, known_at)[0] if fact.kind == kind]
    return found


def steps(shelf: Shelf, kind: str, known_at: str | None = None) -> list[tuple[str, str, str]]:
    return [(step.at[8:10], step.what, step.source) for step in history(shelf.ledger, the(shelf, kind, known_at), known_at)]


def test_other_values_of_earlier_versions_belong_to_it(shelf: Shelf) -> None:
    shelf.keep("A", trade("4000000000"), TIES)  # 1
    shelf.keep("A", trade("5000000000"), TIES)  # 2
    found = history(shelf.ledger, the(shelf, "Indicator"))
    assert [(step.at[8:10], step.what) for step in found] == [("01", "told"), ("02", "new version")]
    assert "4000000000" in found[0].says and "5000000000" in found[1].says
    assert steps(shelf, "Relations") == [("01", "told", "Paper A.txt")]


def test_a_source_that_no_longer_says_it_is_told(shelf: Shelf) -> None:
    shelf.keep("A", VISIT, TIES)  # 1
    shelf.keep("B", VISIT)  # 2
    shelf.keep("A", TIES)  # 3
    shelf.keep("A", TIES, VISIT)  # 4
    found = [("01", "told", "Paper A.txt"), ("02", "told", "Paper B.txt"), ("03", "gone from its new version", "Paper A.txt")]
    assert steps(shelf, "Visit") == [*found, ("04", "told again", "Paper A.txt")]
    assert steps(shelf, "Visit", "2026-01-03T23") == found


def test_what_people_decided_stands_beside_what_was_read(shelf: Shelf) -> None:
    shelf.keep("A", VISIT)  # 1
    shelf.keep("B", VISIT)  # 2
    one, other = Record(shelf.ledger).reviewed()
    correct(shelf.ledger, one, {"visit_type": "state"}, Signature("Aigul", shelf.day()))  # 3
    reject(shelf.ledger, other, Signature("Ben", shelf.day(), "another Dahl"))  # 4
    shelf.keep("A", VISIT, foot="\n\nMore to come.")  # 5
    found = history(shelf.ledger, the(shelf, "Visit"))
    assert [(step.at[8:10], step.what) for step in found] == [("01", "told"), ("02", "told"), ("03", "corrected by Aigul"), ("04", "rejected by Ben")]
    assert "state" not in found[0].says
    assert (found[2].says, found[3].says) == ("visit_type: nothing → state", "(another Dahl)")


def test_a_figure_of_another_year_is_another_fact(shelf: Shelf) -> None:
    shelf.keep("A", trade("4000000000"))
    shelf.keep("A", trade("6000000000", "2019"), Said("Event", "a fair was held", {"event": "Fair"}, "2019"))
    assert steps(shelf, "Indicator") == [("02", "new version", "Paper A.txt")]
