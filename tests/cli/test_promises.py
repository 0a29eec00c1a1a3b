"""What `dostyk promises` prints, with what exit status."""

import json
from pathlib import Path

import pytest

from .conftest import Run

PLAN = (
    "Fiji and Malta\n\nUpdated: 2019-03-07\n\nFiji intends to open a consulate general in Valletta.\n"
    "Fiji and Malta plan to raise trade to 5 billion dollars by 2020.\n"
)
DONE = "Fiji and Malta\n\nUpdated: 2024-01-10\n\nIn 2023, trade between Fiji and Malta amounted to 6 billion dollars.\n"


@pytest.fixture
def ledger(tmp_path: Path, run: Run) -> Path:
    for name, text in (("plan.txt", PLAN), ("done.txt", DONE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run("ingest", name, "--publisher", f"Paper of {name}").returncode == 0
    return tmp_path


def test_lists_each_promise_with_its_state_and_reason(run: Run, ledger: Path) -> None:
    done = run("promises")
    assert done.returncode == 0
    head, *rows = done.stdout.splitlines()
    assert head.split() == ["id", "status", "due", "by", "promised", "because"]
    assert any("late by 3 years" in row and "First to reach the target" in row for row in rows)
    assert any("no outcome in the record" in row and "Looked for Mission" in row for row in rows)


def test_json_has_the_quotes_and_what_was_searched(run: Run, ledger: Path) -> None:
    found = [json.loads(line) for line in run("promises", "--json").stdout.splitlines()]
    late = next(p for p in found if p["status"] == "late")
    assert (late["due"], late["late_by"]) == ("2020", "3 years")
    for part in (*late["announcements"], *late["outcomes"]):
        for quote in part["quotes"]:
            text = (ledger / Path(quote["document"]["source"]).name).read_text(encoding="utf-8")
            assert text[quote["start"] : quote["end"]] == quote["quote"]
    silent = next(p for p in found if p["status"] == "no outcome in the record")
    assert silent["searched"]["documents"] == 1


@pytest.mark.parametrize(("status", "count"), [("late", 1), ("no-outcome", 1), ("kept", 0)])
def test_status_keeps_some(run: Run, ledger: Path, status: str, count: int) -> None:
    assert len(run("promises", "--json", "--status", status).stdout.splitlines()) == count


def test_as_of_a_past_day(run: Run, ledger: Path) -> None:
    found = [json.loads(line) for line in run("promises", "--json", "--as-of", "2019-12-31").stdout.splitlines()]
    assert {p["status"] for p in found} == {"open", "no outcome in the record"}
    assert run("promises", "--json", "--as-of", "2018").stdout == ""


def test_known_at_a_past_moment(run: Run, ledger: Path) -> None:
    assert run("promises", "--json", "--known-at", "2001-01-01").stdout == ""
    assert len(run("promises", "--json", "--known-at", "2999-01-01T00:00+02:00").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--status", "broken"), "is no status; there are kept, late"),
        (("--status", ""), "is no status"),
        (("--known-at", "soon"), "is not a time"),
        (("--known-at", "2024-13"), "is not a time"),
        (("--as-of", "2024/2025"), "is not a date"),
    ],
)
def test_wrong_usage_is_one_sentence(run: Run, ledger: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run("promises", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_no_ledger_yet(run: Run) -> None:
    done = run("promises")
    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no ledger yet" in done.stderr


def test_show_gives_the_quotes_of_both(run: Run, ledger: Path) -> None:
    (late,) = [json.loads(line) for line in run("promises", "--json", "--status", "late").stdout.splitlines()]
    done = run("show", late["id"][:8])
    assert done.returncode == 0
    assert "»Fiji and Malta plan to raise trade to 5 billion dollars by 2020«" in done.stdout
    assert "6 billion dollars«" in done.stdout
