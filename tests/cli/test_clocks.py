"""The two clocks on the command line: what held by a day, and what the ledger had learned by a time."""

from pathlib import Path

import pytest

from .conftest import Run

OLD = "Fiji and Malta\n\nUpdated: 2019-03-07\n\nIn 2018, trade between Fiji and Malta amounted to 4 million dollars.\n"
NEW = "Fiji and Malta\n\nUpdated: 2024-01-10\n\nIn 2023, trade between Fiji and Malta amounted to 6 million dollars.\n"


@pytest.fixture
def ledger(tmp_path: Path, run: Run) -> Path:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run("ingest", name, "--publisher", f"Paper of {name}").returncode == 0
    return tmp_path


def lines(run: Run, *arguments: str) -> list[str]:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[1:]


def test_facts_as_of_a_day_leave_out_what_came_later(run: Run, ledger: Path) -> None:
    assert len(lines(run, "facts")) == 2
    (held,) = lines(run, "facts", "--as-of", "2020")
    assert "4000000" in held


@pytest.mark.parametrize("command", ["statements", "facts", "findings"])
def test_nothing_was_known_before_anything_was_read(run: Run, ledger: Path, command: str) -> None:
    assert lines(run, command, "--known-at", "2001") == []
    assert lines(run, command, "--known-at", "2999") == lines(run, command)


@pytest.mark.parametrize("arguments", [("facts", "--as-of", "soon"), ("findings", "--known-at", "soon"), ("statements", "--known-at", "2024-13")])
def test_a_time_that_is_none_is_one_sentence(run: Run, ledger: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2 and "Traceback" not in done.stderr
