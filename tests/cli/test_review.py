"""`dostyk review`, as people type it: what it prints, what it keeps, what it refuses."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from .conftest import Done, Run


@pytest.fixture
def kept(run: Run, page: Path) -> Run:
    run("ingest", "page.txt")
    return run


def ids(run: Run, kind: str) -> list[str]:
    return [json.loads(line)["id"] for line in run("statements", "--kind", kind, "--json").stdout.splitlines()]


def said(run: Run, kind: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("statements", "--kind", kind, "--json").stdout.splitlines()]


def one_sentence(done: Done, status: int, says: str) -> None:
    assert done.returncode == status, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_the_queue_lists_what_nobody_reviewed(kept: Run) -> None:
    rows = kept("review").stdout.splitlines()
    assert rows[0].split() == ["id", "points", "why", "says"]
    items = [json.loads(line) for line in kept("review", "--json").stdout.splitlines()]
    assert [row.split()[0] for row in rows[1:]] == [item["id"] for item in items]
    assert [item["points"] for item in items] == sorted((item["points"] for item in items), reverse=True)
    assert all(sum(reason["points"] for reason in item["reasons"]) == item["points"] for item in items)
    assert len(kept("review", "--limit", "1", "--json").stdout.splitlines()) == 1
    assert {json.loads(line)["statement"]["kind"] for line in kept("review", "--kind", "visit", "--json").stdout.splitlines()} == {"Visit"}
    kept("review", "accept", items[0]["id"])
    assert items[0]["id"] not in kept("review").stdout


def test_a_correction_takes_effect_in_every_command(kept: Run) -> None:
    (id,) = ids(kept, "Visit")
    done = kept("review", "correct", id[:8], "--set", "time=2015-06-05", "--set", "visit_type=working", "--by", "Aigul", "--note", "the Russian text")
    assert re.fullmatch(rf"{id} corrected by Aigul \(review 1, revision 1\); now s\w+\n", done.stdout)
    (now,) = said(kept, "Visit")
    assert (now["time"], now["attributes"], now["confidence"]) == ("2015-06-05", {"visit_type": "working"}, 1.0)
    (fact,) = [json.loads(line) for line in kept("facts", "--kind", "Visit", "--json").stdout.splitlines()]
    assert (fact["time"], fact["statements"]) == ("2015-06-05", [now["id"]])
    assert "2015-06-05" in kept("show", id).stdout
    shown = kept("review", "show", id).stdout
    assert "revision 1, decided by review 1" in shown
    assert "Aigul corrected visit_type: official → working; time: 2015-06-04 → 2015-06-05 (the Russian text)" in shown
    kept("brief", "FR", "JP", "--output", "brief.html")
    assert "working visit" in Path("brief.html").read_text()


def test_it_survives_reading_the_page_again_and_its_changes(kept: Run, page: Path) -> None:
    kept("review", "correct", *ids(kept, "Visit"), "--set", "time=2015-06-05")
    kept("review", "reject", *ids(kept, "Relations"))
    kept("ingest", "page.txt")
    kept("ingest", "page.txt", "--publisher", "Ministry")
    page.write_text("Chronicle\n\n" + page.read_text() + "\nAn embassy was opened in Paris in 1993.\n")
    assert "1 new version" in kept("ingest", "page.txt").stderr
    assert [one["time"] for one in said(kept, "Visit")] == ["2015-06-05"]
    assert said(kept, "Relations") == []
    assert "reviewed it" not in kept("review").stdout
    page.write_text(page.read_text().replace("4 June 2015", "8 June 2015"))
    kept("ingest", "page.txt")
    assert [one["time"] for one in said(kept, "Visit")] == ["2015-06-08"]
    assert "but its passage has changed, or is gone" in kept("review").stdout


def test_reject_and_undo(kept: Run) -> None:
    (id,) = ids(kept, "Visit")
    kept("review", "reject", id, "--by", "Aigul")
    assert ids(kept, "Visit") == []
    assert "it stands no more" in kept("review", "show", id).stdout
    assert f"review 1 of {id} undone by Ben (review 2, revision 2)" in kept("review", "undo", id, "--by", "Ben").stdout
    assert ids(kept, "Visit") == [id]
    one_sentence(kept("review", "undo", id), 1, "has no review that could be undone")
    log = kept("review", "log").stdout.splitlines()
    assert [line.split()[2:4] for line in log[1:]] == [["Aigul", "reject"], ["Ben", "undo"]]


def test_split_and_merge(kept: Run) -> None:
    (id,) = ids(kept, "Visit")
    parts = ["quote=paid an official visit to Japan", "+", "destination=China", "time=2016"]
    new = kept("review", "split", id, *parts).stdout.partition("; now ")[2].strip().split(", ")
    assert sorted(new) == sorted(ids(kept, "Visit")) and len(new) == 2
    one_sentence(kept("review", "accept", id), 1, "2 statements have or had an id that begins with")
    one_sentence(kept("review", "merge", *new), 1, "were split from one statement")
    (other,) = ids(kept, "Relations")
    one_sentence(kept("review", "merge", new[0], other), 1, "cannot say the same")
    Path("other.txt").write_text("Japan and France\n\nIn June 2015, Jeanne Roux visited Tokyo.\n")
    kept("ingest", "other.txt")
    third = next(one for one in ids(kept, "Visit") if one not in new)
    assert f"merged with {third} by" in kept("review", "merge", new[0], third).stdout
    assert any({new[0], third} <= set(json.loads(line)["statements"]) for line in kept("facts", "--json").stdout.splitlines())


def test_who_was_slower_is_refused_with_both_texts(kept: Run) -> None:
    (id,) = ids(kept, "Visit")
    kept("review", "correct", id, "--set", "time=2015-06-05", "--by", "Aigul")
    done = kept("review", "correct", id, "--set", "time=2015-06-06", "--by", "Ben", "--revision", "0")
    one_sentence(done, 1, "Aigul reviewed it at 20")
    first, theirs, yours = done.stderr.splitlines()
    assert first.endswith("nothing was saved, so look at both and decide again")
    assert "Aigul" in theirs and "2015-06-05" in theirs and "Ben" in yours and "2015-06-06" in yours
    assert [one["time"] for one in said(kept, "Visit")] == ["2015-06-05"]
    assert kept("review", "correct", id, "--set", "time=2015-06-06", "--by", "Ben", "--revision", "1").returncode == 0


def test_the_editor_is_named_by_the_environment(kept: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (id,) = ids(kept, "Visit")
    monkeypatch.setenv("DOSTYK_EDITOR", "Desk 3")
    kept("review", "accept", id)
    monkeypatch.delenv("DOSTYK_EDITOR")
    monkeypatch.setenv("LOGNAME", "bolat")
    kept("review", "accept", id)
    log = [json.loads(line) for line in kept("review", "log", "--json").stdout.splitlines()]
    assert [entry["by"] for entry in log] == ["Desk 3", "bolat"]


def test_what_was_known_then_is_shown_without_later_reviews(kept: Run) -> None:
    (id,) = ids(kept, "Visit")
    (before,) = [line for line in kept("review", "--json").stdout.splitlines() if json.loads(line)["id"] == id]
    kept("review", "reject", id)
    assert kept("review", "log", "--known-at", "2020-01-31").stdout.splitlines()[1:] == []
    assert len(kept("review", "log", "--known-at", "2999").stdout.splitlines()) == 2
    assert "no statement in this ledger" in kept("review", "show", id, "--known-at", "2020-01-31").stderr
    assert json.loads(before)["revision"] == 0


def test_what_was_kept_can_be_had_as_json(kept: Run) -> None:
    (id,) = ids(kept, "Visit")
    done = json.loads(kept("review", "accept", id, "--by", "Aigul", "--json").stdout)
    assert (done["review"], done["act"], done["subjects"], done["statements"]) == (1, "accept", [{"statement": id, "revision": 1}], [id])
    assert json.loads(kept("review", "undo", id, "--json").stdout)["statements"] == [id]


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["accept", "s0000"], 1, "no statement in this ledger has an id that begins with 's0000'"),
        (["show", "nothing"], 1, "no statement in this ledger"),
        (["undo", "s0000"], 1, "nothing that was reviewed has an id that begins with 's0000'"),
        (["accept", ""], 1, "no statement in this ledger"),
        (["accept", "s"], 1, "statements have or had an id that begins with 's'"),
        (["accept", "ID", "--by", "  "], 1, "needs the name of whoever makes it"),
        (["accept", "ID", "--revision", "9"], 1, "has no revision 9 yet, only 0"),
        (["accept", "ID", "--revision", "-1"], 2, "-1"),
        (["correct", "ID"], 2, "--set"),
        (["correct", "ID", "--set", "2015"], 2, "'2015' sets no slot; write slot=value"),
        (["correct", "ID", "--set", "time=soon"], 2, "time cannot be 'soon'"),
        (["correct", "ID", "--set", "time=2015", "--set", "time=2016"], 2, "time is set twice"),
        (["correct", "ID", "--set", "purpose=a\x01b"], 2, "has signs that are no text"),
        (["correct", "ID", "--set", "purpose=\udcff"], 2, "has signs that are no text"),
        (["accept", "ID", "--note", "\udcff"], 1, "has signs that are no text"),
        (["split", "ID", "time=2015"], 2, "is split into two or more"),
        (["merge", "ID", "ID"], 1, "are one statement"),
        (["--as-of", "soon"], 2, "'soon' is not a date"),
        (["log", "--known-at", "yesterday"], 2, "'yesterday' is not a time"),
        (["log", "--known-at", "2026-02-30"], 2, "'2026-02-30' is not a time"),
    ],
)
def test_bad_input_is_one_sentence_and_keeps_nothing(kept: Run, arguments: list[str], status: int, says: str) -> None:
    (id,) = ids(kept, "Visit")
    one_sentence(kept("review", *(id if word == "ID" else word for word in arguments)), status, says)
    assert kept("review", "log").stdout.splitlines()[1:] == []


def test_without_a_ledger_there_is_nothing_to_review(run: Run) -> None:
    for arguments in ([], ["show", "s1"], ["accept", "s1"], ["undo", "s1"], ["log"]):
        one_sentence(run("review", *arguments), 1, "there is no ledger yet")


def test_two_processes_at_once_keep_one_of_two_reviews(kept: Run, process: Run) -> None:
    (id,) = ids(kept, "Visit")
    with ThreadPoolExecutor() as both:
        done = list(both.map(lambda by: process("review", "reject", id, "--by", by, "--revision", "0"), ("Aigul", "Ben")))
    assert sorted(one.returncode for one in done) == [0, 1], done
    assert len(kept("review", "log").stdout.splitlines()) == 2


def test_the_help_of_each_command_ends_with_an_example(run: Run) -> None:
    for command in ("show", "accept", "reject", "correct", "merge", "split", "undo", "log"):
        assert "Example:" in run("review", command, "--help").stdout
