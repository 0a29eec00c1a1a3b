"""`dostyk changes`, and what `ingest`, `remove` and `show` say of changed and withdrawn sources, as people type it."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

OTHER = "Japan and France\n\nUpdated: 2020-10-07\n\nOn 3 May 1992, France and Japan established diplomatic relations.\n"


@pytest.fixture
def kept(run: Run, page: Path) -> Run:
    page.write_text(page.read_text() + "In 2018, trade between France and Japan amounted to 4 billion dollars.\n")
    Path("other.txt").write_text(OTHER)
    run("ingest", "page.txt", "other.txt")
    return run


def changed(page: Path) -> None:
    lines = page.read_text().replace("4 billion", "5 billion").replace("2019-10", "2024-10").splitlines(keepends=True)
    page.write_text("".join(line for line in lines if "Jeanne" not in line and "1992" not in line))


def ids(run: Run, command: str, *arguments: str) -> list[str]:
    return [json.loads(line)["id"] for line in run(command, "--json", *arguments).stdout.splitlines()]


def test_ingest_says_what_a_new_version_did_to_statements_and_facts(kept: Run, page: Path) -> None:
    changed(page)
    first, second, *facts = kept("ingest", "page.txt").stderr.splitlines()
    assert first.startswith("1 new version in ")
    assert second == "page.txt: new version; statements: 1 changed, 3 gone"
    assert facts[0] == "facts: 2 gone, 1 changed, 1 weakened"
    assert [line.split()[2] for line in facts[1:]] == ["gone:", "gone:", "changed:", "weakened:"]
    assert (
        "gone from the new version of page.txt" in facts[1] and "value: 4000000000 → 5000000000" in facts[3] and "lost “France and Japan”" in facts[4]
    )
    assert kept("ingest", "page.txt").stderr.startswith("1 unchanged")


def test_ingest_gives_the_ids_of_what_changed(kept: Run, page: Path) -> None:
    before = set(ids(kept, "statements"))
    changed(page)
    (outcome,) = [json.loads(line) for line in kept("ingest", "page.txt", "--json").stdout.splitlines()]
    found = outcome["changes"]
    after = set(ids(kept, "statements"))
    assert {*found["gone"], *(pair["before"] for pair in found["changed"])} == before - after
    assert {*found["gained"], *(pair["after"] for pair in found["changed"])} == after - before
    assert "difference" not in outcome


def test_changes_lists_events_and_facts(kept: Run, page: Path) -> None:
    visit = ids(kept, "statements", "--kind", "Visit")
    kept("review", "reject", *visit, "--by", "Aigul", "--note", "another Roux")
    changed(page)
    kept("ingest", "page.txt")
    said = kept("changes", "--since", "2020").stdout
    assert said.startswith("learned    2 new source, 1 review, 1 new version\n")
    assert "by Aigul" in said and "(another Roux)" in said and "\n  changed " in said and "\n  gone " in said
    listed: list[dict[str, Any]] = [json.loads(line) for line in kept("changes", "--since", "2020", "--json").stdout.splitlines()]
    counts, *rest = listed
    assert counts["learned"] == {"new source": 2, "new version": 1, "review": 1}
    assert counts["facts"] == {"new": len([one for one in rest if one["change"] == "fact"])}
    assert sorted(one["after"]["id"] for one in rest if one["change"] == "fact") == sorted(ids(kept, "facts"))
    assert kept("changes", "--since", "2999").stdout.startswith("learned    nothing\n")


def test_remove_says_which_facts_go_and_which_stay(kept: Run) -> None:
    (document,) = [one for one in ids(kept, "documents") if one != ids(kept, "documents")[-1]]
    done = kept("remove", document, "--why", "asked for")
    lines = done.stderr.splitlines()
    assert lines[0] == "facts: 3 gone, 1 weakened"
    assert [line.split()[2] for line in lines[1:5]] == ["gone:", "gone:", "gone:", "weakened:"]
    assert len(ids(kept, "facts")) == 1
    (withdrawn,) = [json.loads(line) for line in kept("changes", "--since", "2020", "--json").stdout.splitlines() if '"withdrawal"' in line][1:]
    assert (withdrawn["document"], withdrawn["statements"]) == (document, 4)


def test_show_tells_the_history_of_a_fact_as_it_was_known(kept: Run, page: Path) -> None:
    (fact,) = ids(kept, "facts", "--kind", "Indicator")
    changed(page)
    kept("ingest", "page.txt")
    said = kept("show", fact).stdout.partition("history:")[2].strip().splitlines()
    assert [line.split(maxsplit=1)[1].partition(",")[0] for line in said] == ["told", "new version"]
    assert "4000000000" in said[0] and "5000000000" in said[1]
    assert "as it was known or stood then" in kept("show", fact, "--known-at", "2020").stderr
    assert kept("show", fact, "--known-at", "2999").stdout == kept("show", fact).stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "--since"),
        (["--since", "soon"], "'soon' is not a time"),
        (["--since", "2026-13"], "'2026-13' is not a time"),
        (["--since", "2026-02-01", "--until", "2026-01-01"], "--until is before --since"),
        (["--since", "2026", "--as-of", "2020/2021"], "is not a date"),
    ],
)
def test_a_time_that_is_none_is_one_sentence(kept: Run, arguments: list[str], says: str) -> None:
    done = kept("changes", *arguments)
    assert (done.returncode, says in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_the_first_moment_of_what_is_named_belongs_to_it(kept: Run) -> None:
    (year,) = {json.loads(line)["learned_at"][:4] for line in kept("documents", "--json").stdout.splitlines()}
    for since in (year, f"{year}-01", f"{year}-01-01", f"{year}-01-01T00:00", f"{year}-01-01T02:00+02:00"):
        assert (
            json.loads(kept("changes", "--since", since, "--json").stdout.splitlines()[0])["since"] == f"{int(year) - 1}-12-31T23:59:59.999999+00:00"
        )
