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


LATE = """Malta and Fiji

Updated: 2023-05-05

On 4 May 2017, Foreign Minister of Malta Anna Borg paid an official visit to Fiji. Malta plans to open an embassy in Suva in 2030.
"""


def lines(run: Run, *arguments: str) -> list[str]:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[1:]


def test_facts_as_of_a_day_leave_out_what_came_later(run: Run, ledger: Path) -> None:
    assert len(lines(run, "facts")) == 2
    (held,) = lines(run, "facts", "--as-of", "2020")
    assert "4000000" in held


@pytest.mark.parametrize("command", ["statements", "facts", "findings", "documents", "review"])
def test_nothing_was_known_before_anything_was_read(run: Run, ledger: Path, command: str) -> None:
    assert lines(run, command, "--known-at", "2001") == []
    assert lines(run, command, "--known-at", "2999") == lines(run, command)


@pytest.mark.parametrize("arguments", [("facts", "--as-of", "soon"), ("findings", "--known-at", "soon"), ("statements", "--known-at", "2024-13")])
def test_a_time_that_is_none_is_one_sentence(run: Run, ledger: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_a_later_page_tells_of_the_past_but_its_plans_are_later(run: Run, ledger: Path) -> None:
    (ledger / "late.txt").write_text(LATE, encoding="utf-8")
    run("ingest", "late.txt")
    kinds = {line.split()[1] for line in lines(run, "statements", "--as-of", "2020")}
    assert "Visit" in kinds and "Mission" not in kinds
    assert {line.split()[1] for line in lines(run, "facts", "--as-of", "2020")} == kinds
    assert lines(run, "promises", "--as-of", "2020") == [] != lines(run, "promises", "--as-of", "2024")
    assert {line.split()[0] for line in lines(run, "review", "--as-of", "2020")} == {
        line.split()[0] for line in lines(run, "statements", "--as-of", "2020")
    }


def test_a_page_counts_as_it_stood_then(run: Run, ledger: Path) -> None:
    (ledger / "old.txt").write_text(OLD.replace("2019-03-07", "2022-03-07").replace("In 2018", "In 2021").replace("4 million", "9 million"))
    assert run("ingest", "old.txt", "--publisher", "Paper of old.txt").returncode == 0
    (then,) = lines(run, "documents", "--as-of", "2020")
    assert "2019-03-07" in then
    assert ["4000000" in line for line in lines(run, "statements", "--as-of", "2020")] == [True]
    assert sorted("9000000" in line for line in lines(run, "facts", "--as-of", "2022")) == [True]
    assert not any("4000000" in line for line in lines(run, "statements"))
    (fact,) = [line.split()[0] for line in lines(run, "facts", "--as-of", "2020")]
    assert "4000000" in run("show", fact, "--as-of", "2020").stdout
    assert "nothing in this ledger has" in run("show", fact).stderr
    assert run("documents", "--as-of", "2020", "--all").returncode == 2


def test_a_brief_keeps_both_clocks(run: Run, ledger: Path) -> None:
    pages = []
    for number, arguments in enumerate(([], ["--as-of", "2020"], ["--known-at", "2001"])):
        assert run("brief", "FJ", "MT", "--output", f"{number}.html", *arguments).returncode == 0
        pages.append((ledger / f"{number}.html").read_text())
    assert ["6 million" in page for page in pages] == [True, False, False]
    assert ["4 million" in page for page in pages] == [True, True, False]
    assert "as the record knew it at 2001-12-31 23:59 (UTC)" in pages[2]


def test_nothing_is_shown_that_was_not_known(run: Run, ledger: Path) -> None:
    statement, document = (lines(run, command)[0].split()[0] for command in ("statements", "documents"))
    for id in (statement, document, *(line.split()[0] for line in lines(run, "facts"))):
        assert run("show", id, "--known-at", "2999").stdout == run("show", id).stdout != ""
        assert run("show", id, "--known-at", "2001").returncode == 1
    assert lines(run, "documents", "--known-at", "2001") == []
    assert run("statements", "--document", document, "--known-at", "2001").returncode == 1
