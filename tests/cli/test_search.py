"""`dostyk search` and `dostyk entity`, as a user runs them."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run


@pytest.fixture
def read(run: Run, page: Path) -> Run:
    """Give the runner after the page was ingested."""
    assert run("ingest", str(page)).returncode == 0
    return run


def test_what_is_found_is_shown_with_its_place(read: Run) -> None:
    done = read("search", "jeanne roux")
    assert done.returncode == 0
    assert "»Jeanne« »Roux«" in done.stdout
    assert "Visit, 2015-06-04, actual" in done.stdout
    assert "page.txt, characters" in done.stdout
    assert "Jeanne Roux  (person, " in done.stdout


def test_json_lines_have_offsets_of_the_text(read: Run, page: Path) -> None:
    lines = [json.loads(line) for line in read("search", "japan", "--json", "--in", "passages", "--in", "statements").stdout.splitlines()]
    assert {line["found"] for line in lines} == {"passage", "statement"}
    text = page.read_text()
    assert {text[start:end] for line in lines for start, end in line["matches"]} == {"Japan"}
    for line in lines:
        place = line["passage"] if line["found"] == "passage" else line["statement"]["evidence"]
        assert text[place["start"] : place["end"]] == place.get("text", place.get("quote"))


def test_words_that_begin_with_a_hyphen_are_left_out(read: Run) -> None:
    done = read("search", "france", "-roux", "-h*", "--in", "statements", "--json")
    assert [json.loads(line)["statement"]["kind"] for line in done.stdout.splitlines()] == ["Relations"]
    assert read("search", "-h").stdout.startswith("Usage:")


@pytest.mark.parametrize("words", ["foo AND (bar", 'NEAR("x', "col:word ^", "'; DROP TABLE versions; --", "a*b*", "{x} : y", '"""'])
def test_nothing_typed_is_an_error_of_the_program(read: Run, words: str) -> None:
    done = read("search", words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("dostyk: ")
    assert "mistake of the program" not in done.stderr


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--kind", "visit", "--country", "Japon"), 0, "Visit"),
        (("--since", "2016"), 0, ""),
        (("--kind", "Meeting"), 1, "nothing found in statements of"),
        (("--until", "1990"), 1, "nothing found"),
        (("--as-of", "1992-05-03"), 0, "Relations"),
        (("--known-at", "1999-01-01"), 1, "nothing found"),
        (("--known-at", "2999-01-01T10:00+05:00"), 0, "Visit"),
        (("--known-at", "soon"), 2, "is not a time; write a day"),
        (("--country", "Elbonia"), 2, "is no country"),
        (("--since", "2020", "--until", "2019"), 2, "--until 2019 is before --since 2020"),
        (("--since", "2020", "--as-of", "2019"), 2, "leave out one or the other"),
        (("--kind", "Visit", "--in", "names"), 2, "leave out --in names"),
        (("--document", "dzz"), 1, "no document in this ledger"),
        (("--document", "d"), 0, "Visit"),
    ],
)
def test_options_choose(read: Run, options: tuple[str, ...], status: int, said: str) -> None:
    done = read("search", "japan", *options)
    assert done.returncode == status
    assert said in done.stdout + done.stderr


def test_what_is_hidden_from_a_terminal_stays_harmless(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Trade news\n\nTrade \x1b[31mgrew\x07 between France and Japan.\n")
    run("ingest", "page.txt")
    assert "\x1b" not in run("search", "grew").stdout


def test_a_search_without_a_ledger_says_so(run: Run) -> None:
    done = run("search", "x")
    assert (done.returncode, "there is no ledger yet" in done.stderr) == (1, True)


def test_an_entity_is_shown_with_names_and_what_is_said(read: Run) -> None:
    done = read("entity", "jeanne", "roux")
    assert done.returncode == 0
    assert done.stdout.startswith("Jeanne Roux  (person, of FR, ")
    assert "Foreign Minister of France" in done.stdout
    assert "why they are one's" in done.stdout
    (line,) = read("entity", "Japon", "--json").stdout.splitlines()
    shown = json.loads(line)
    assert (shown["id"], shown["sort"], shown["name"]) == ("JP", "state", "Japan")
    assert {told["kind"]: told["statements"] for told in shown["said"]}["Visit"] == 1


def test_an_entity_as_of_a_day(read: Run) -> None:
    (line,) = read("entity", "Jeanne Roux", "--as-of", "1999", "--json").stdout.splitlines()
    assert json.loads(line)["said"] == []


def test_names_that_mean_several_or_nobody(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        "France and Japan\n\nOn 4 June 2015, Foreign Minister of France Jeanne Roux paid an official visit to Japan.\n\n"
        "On 5 June 2016, Prime Minister of France Claude Roux paid an official visit to Japan.\n"
    )
    run("ingest", "page.txt")
    several = run("entity", "Roux")
    assert several.returncode == 1
    assert "Jeanne Roux (person, FR)" in several.stdout
    assert "Claude Roux (person, FR)" in several.stdout
    assert "may mean 2 things" in several.stderr
    nobody = run("entity", "Jeane", "Rouxx")
    assert (nobody.returncode, nobody.stdout) == (1, "")
    assert "nobody and nothing here is called 'Jeane Rouxx'" in nobody.stderr
    assert "the nearest are Jeanne Roux" in nobody.stderr


def test_a_long_passage_is_shown_where_the_words_stand(run: Run, tmp_path: Path) -> None:
    filling = "and so the talks went on from one morning to the next evening " * 5
    (tmp_path / "page.txt").write_text(f"The talks\n\nIn the end, {filling}until coffee and copper were agreed, {filling}as before.\n")
    run("ingest", "page.txt")
    (shown,) = [line for line in run("search", "copper", "coffee", "--in", "passages").stdout.splitlines() if "»" in line]
    assert "»coffee« and »copper« were agreed" in shown
    assert shown.strip().startswith("… ") and shown.endswith(" …")
    assert len(shown) < 300


def test_what_is_ingested_is_found_without_another_step(run: Run, page: Path) -> None:
    run("ingest", str(page))
    assert run("search", "roux").returncode == 0
    page.write_text(page.read_text().replace("Jeanne Roux", "Anne Petit"))
    run("ingest", str(page))
    assert run("search", "roux").returncode == 1
    assert run("search", "petit").returncode == 0
