"""Two readings of one page side by side."""

from dataclasses import replace

from tests.conftest import Said, told

from dostyk.changes import difference
from dostyk.model.statement import Statement


def visit(quote: str, visitor: str, when: str | None, **attributes: str) -> Said:
    return Said("Visit", quote, {"visitor": visitor, "destination": "Kenya"}, when, attributes=attributes)


def page(*said: Said, heading: str = "") -> list[Statement]:
    return told("Paper", "2020", *said, heading=heading)


def test_what_moved_or_is_quoted_otherwise_is_the_same() -> None:
    before = page(visit("Dahl came in 2018", "Ingrid Dahl", "2018"), visit("and Obel in 2019", "Otieno Obel", "2019"))
    after = page(visit("Obel in 2019", "Otieno Obel", "2019"), visit("Dahl came in 2018", "Ingrid Dahl", "2018"), heading="News\n\n")
    found = difference(before, after)
    assert found.is_none
    assert set(found.same) == {(before[0].id, after[1].id), (before[1].id, after[0].id)}


def test_one_slot_may_differ_be_filled_or_be_emptied() -> None:
    before = visit("Dahl came in May", "Ingrid Dahl", "2018-05", purpose="talks")
    for after in (
        visit("Dahl came in June", "Ingrid Dahl", "2018-06", purpose="talks"),
        visit("Dahl came", "Ingrid Dahl", "2018-05"),
        visit("Dahl came for talks in May", "Ingrid Dahl", "2018-05", purpose="talks", visit_type="working"),
        visit("Dahlia came in May", "Dahlia Ingrid", "2018-05", purpose="talks"),
    ):
        found = difference(page(before), page(after))
        assert len(found.changed) == 1 and found.gained == found.gone == ()


def test_what_differs_in_two_slots_is_another_statement() -> None:
    found = difference(page(visit("Dahl came in May", "Ingrid Dahl", "2018-05")), page(visit("Obel came in June", "Otieno Obel", "2019-06")))
    assert found.changed == () and len(found.gained) == len(found.gone) == 1
    lacking = difference(
        page(visit("Obel went there", "Otieno Obel", None, purpose="talks")), page(visit("Otieno was there", "Mary Aketch", None, visit_type="state"))
    )
    assert lacking.changed == ()


def test_where_several_could_be_meant_none_is() -> None:
    before = page(visit("Dahl came in May 2018", "Ingrid Dahl", "2018-05"))
    after = page(visit("Dahl came in June 2018", "Ingrid Dahl", "2018-06"), visit("Dahl came in July 2018", "Ingrid Dahl", "2018-07"))
    found = difference(before, after)
    assert found.changed == () and len(found.gained) == 2


def test_the_same_words_read_otherwise_are_a_change() -> None:
    one = page(visit("Dahl came", "Ingrid Dahl", "2018"))
    other = [replace(one[0], time="2019-05", attributes={"purpose": "talks", "visit_type": "state"})]
    ((before, after),) = difference(one, other).changed
    assert (before.time, after.time) == ("2018", "2019-05")
