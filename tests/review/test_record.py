"""There is one way from a ledger to its statements, and reviews lie on it."""

import ast
from pathlib import Path

import dostyk

from .conftest import Desk, Said, times, visit

SOURCE = Path(dostyk.__file__).parent
READING = {"statements", "statements_of", "find_statements"}
ALLOWED = {"review/record.py": {"statements", "statements_of", "find_statements"}, "cli/show_command.py": {"find_statements"}}
"""Where statements are read from a ledger itself: where reviews are put on them, and where older versions are shown as they were read."""


def test_nothing_reads_statements_past_the_reviews() -> None:
    found: dict[str, set[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READING:
                holder = node.func.value
                name = holder.attr if isinstance(holder, ast.Attribute) else holder.id if isinstance(holder, ast.Name) else ""
                if "ledger" in name:
                    found.setdefault(path.relative_to(SOURCE).as_posix(), set()).add(node.func.attr)
    assert found == ALLOWED


def test_without_reviews_the_record_is_what_was_read(desk: Desk) -> None:
    desk.keep("Jeanne Roux visited Japan.", visit("Jeanne Roux visited Japan"))
    desk.keep("Jeanne Roux visited Peru.", visit("Jeanne Roux visited Peru", destination="Peru"), place="/other.txt")
    record = desk.record()
    assert list(record.statements()) == list(desk.ledger.statements()) == [one.statement for one in record.reviewed()]
    assert (record.same(), record.stale(), record.find("")) == ([], [], [])


def test_a_kind_that_was_corrected_is_found_under_its_new_name(desk: Desk) -> None:
    from dostyk.review import correct

    desk.keep("Jeanne Roux visited Japan.", visit("Jeanne Roux visited Japan"))
    desk.keep("Ben Ito met friends in Peru.", Said("Event", "met friends", {"event": "friends"}, "2011"), place="/other.txt")
    changes = {"kind": "Event", "event": "other:The visit of Jeanne Roux", "time": "2012"}
    (one,) = [found for found in desk.record().reviewed() if found.statement.kind == "Visit"]
    correct(desk.ledger, one, changes, desk.signed())
    assert times(list(desk.record().statements("Event"))) == ["2012", "2011"]
    assert list(desk.record().statements("Visit")) == []
    assert times(list(desk.record().statements("Event", one.statement.document.id))) == ["2012"]
