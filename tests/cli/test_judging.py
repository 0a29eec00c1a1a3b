"""`dostyk review pairs`, `same` and `different`, and what `entity` and `search` make of it, as people type it."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .conftest import Done, Run

TEXT = """France and Japan

On 3 May 1992, France and Japan established diplomatic relations.

On 4 June 2015, Foreign Minister of France Jeanne Roux paid an official visit to Japan.

On 8 June 2017, Prime Minister of France Anna Petit paid an official visit to Japan.

On 5 June 2016, Japan hosted the Coffee Fair of Kyoto. In June 2016, Japan hosted the International Coffee Fair of Kyoto.
"""
LATER = "France and Japan\n\nOn 9 July 2018, Foreign Minister of France Jeanne Petit paid an official visit to Japan.\n"


@pytest.fixture
def kept(run: Run) -> Run:
    Path("page.txt").write_text(TEXT)
    Path("later.txt").write_text(LATER)
    run("ingest", "page.txt", "later.txt")
    return run


def one_sentence(done: Done, status: int, says: str) -> None:
    assert done.returncode == status, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr and "mistake of the program" not in done.stderr


def names(run: Run, asked: str, *options: str) -> list[set[str]]:
    lines = run("entity", asked, "--json", *options).stdout.splitlines()
    return [{n["name"] if isinstance(n, dict) else n for n in json.loads(line)["names"]} for line in lines]


def test_pairs_are_listed_with_score_and_reasons_and_stand_in_the_queue(kept: Run) -> None:
    (pair,) = [json.loads(line) for line in kept("review", "pairs", "--json").stdout.splitlines()]
    assert {end["name"] for end in pair["pair"]} == {"Coffee Fair of Kyoto", "International Coffee Fair of Kyoto"}
    assert 0.4 <= pair["score"] <= 1 and pair["evidence"][0]["weight"] > 0 and "every word of" in pair["evidence"][0]["words"]
    assert f"{pair['id']}  {pair['score']:.2f}" in kept("review", "pairs").stdout
    assert "every word of" in kept("review", "show", pair["id"][:6]).stdout
    queue = [json.loads(line) for line in kept("review", "--json").stdout.splitlines()]
    assert pair["id"] in {item["id"] for item in queue}
    assert all(sum(reason["points"] for reason in item["reasons"]) == item["points"] for item in queue)
    assert kept("review", "pairs", "--sort", "person").stdout.strip() == "id  score  which  why"
    one_sentence(kept("review", "pairs", "--sort", "planet"), 2, "is no sort of entity; there are person, office")


def test_same_and_different_take_effect_and_are_taken_back(kept: Run) -> None:
    facts = kept("facts", "--json").stdout
    entity = kept("entity", "Jeanne Roux").stdout
    done = kept("review", "same", "Jeanne Roux", "Jeanne Petit", "--by", "Aigul", "--note", "she married", "--json")
    judged = json.loads(done.stdout)
    assert (judged["verdict"], judged["revision"], judged["by"], judged["note"], judged["in_force"]) == ("same", 1, "Aigul", "she married", True)
    (found,) = names(kept, "Jeanne Petit")
    assert {"Jeanne Roux", "Jeanne Petit"} <= found
    shown = kept("entity", "jeanne roux").stdout
    assert "“Jeanne Roux” is “Jeanne Petit”: Aigul judged so on 20" in shown and "she married" in shown
    ids = {m["id"] for line in kept("facts", "--kind", "visit", "--json").stdout.splitlines() for m in json.loads(line)["roles"]["visitor"]}
    assert len(ids) == 2
    assert kept("facts", "--json").stdout != facts
    one_sentence(kept("review", "same", "Jeanne Petit", "Jeanne Roux"), 1, "Aigul judged that they are one already")
    one_sentence(kept("review", "different", "Jeanne Roux", "Anna Petit", "--revision", "4"), 1, "has no revision 4 yet, only 0")
    assert "undid judgement 1" in kept("review", "undo", judged["pair"], "--by", "Ben").stdout
    assert (kept("facts", "--json").stdout, kept("entity", "Jeanne Roux").stdout) == (facts, entity)
    assert [line.split()[0] for line in kept("review", "log").stdout.splitlines()[1:]] == ["j1", "j2"]
    assert [json.loads(line)["verdict"] for line in kept("review", "log", "--json").stdout.splitlines()] == ["same", "undo"]
    assert kept("verify").returncode == 0


def test_what_was_judged_by_its_id_is_not_asked_again(kept: Run) -> None:
    (pair,) = [json.loads(line)["id"] for line in kept("review", "pairs", "--json").stdout.splitlines()]
    assert f"{pair}: root judged that they are two" in kept("review", "different", pair, "--by", "root").stdout
    assert kept("review", "pairs", "--json").stdout == ""
    Path("third.txt").write_text(TEXT.replace("1992", "1993"))
    kept("ingest", "third.txt")
    assert kept("review", "pairs", "--json").stdout == ""
    assert "held to be something else\n  International Coffee Fair of Kyoto (event)" in kept("entity", "Coffee Fair of Kyoto").stdout
    assert "judged that they are two" in kept("review", "show", pair).stdout
    kept("review", "same", pair)
    (found,) = names(kept, "International Coffee Fair of Kyoto")
    assert {"Coffee Fair of Kyoto", "International Coffee Fair of Kyoto"} <= found


def test_who_was_slower_is_refused_with_both_texts(kept: Run) -> None:
    kept("review", "same", "Jeanne Roux", "Jeanne Petit", "--by", "Aigul")
    done = kept("review", "different", "Jeanne Roux", "Jeanne Petit", "--by", "Ben", "--revision", "0")
    one_sentence(done, 1, "Aigul judged it at 20")
    assert "theirs: Aigul judged that they are one" in done.stderr and "yours:  Ben judged that they are two" in done.stderr


def test_two_at_once_never_overwrite_one_another(kept: Run, process: Run) -> None:
    with ThreadPoolExecutor(4) as pool:
        acts = [("same", "Ann"), ("different", "Ben"), ("same", "Cem"), ("different", "Dan")]
        tried = [pool.submit(process, "review", act, "Jeanne Roux", "Anna Petit", "--by", by, "--revision", "0") for act, by in acts]
        done = [one.result() for one in tried]
    assert sorted(one.returncode for one in done) == [0, 1, 1, 1]
    assert all("theirs:" in one.stderr for one in done if one.returncode)
    assert len(kept("review", "log").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("Jeanne Roux",), 2, "name one pair by its id"),
        (("Jeanne Roux", "a", "b"), 2, "name one pair by its id"),
        (("Jeanne Roux", "Nobody Known"), 1, "'Nobody Known': nothing in this ledger is said of anybody or anything of that name"),
        (("Jeanne Roux", "person:France"), 1, "'person:France': nothing in this ledger is said of a person of that name"),
        (("Jeanne", "Anna Petit"), 1, "'Jeanne' may mean 2 things: person:Jeanne"),
        (("Jeanne Roux", "jeanne roux"), 1, "are one name of Jeanne Roux"),
        (("jffff", "x"), 1, "nothing in this ledger is said of"),
        (("j0123456789abcdef",), 1, "no pair of entities has an id that begins with"),
        (('"; DROP TABLE judged; --', "Jeanne Roux"), 1, "nothing in this ledger is said of"),
        (("\x00\x1b[31m", "Jeanne Roux"), 1, "nothing in this ledger is said of"),
        (("", "Jeanne Roux"), 1, "nothing in this ledger is said of"),
        (("Jeanne Roux", "Anna Petit", "--by", "\x07"), 1, "has signs that are no text"),
        (("Jeanne Roux", "Anna Petit", "--note", "\ud800"), 1, "has signs that are no text"),
        (("Jeanne Roux " * 3000, "Anna Petit"), 1, "…' is a part of its name: Jeanne Roux; write the name in full"),
        (("Roux", "Anna Petit"), 1, "'Roux' is a part of its name: Jeanne Roux; write the name in full, or the id x:"),
    ],
)
def test_what_cannot_be_judged_is_refused_in_one_sentence(kept: Run, words: tuple[str, ...], status: int, says: str) -> None:
    for act in ("same", "different"):
        one_sentence(kept("review", act, *words), status, says)
    assert kept("review", "log", "--json").stdout == ""


def test_undoing_what_nobody_judged(kept: Run) -> None:
    (pair,) = [json.loads(line)["id"] for line in kept("review", "pairs", "--json").stdout.splitlines()]
    one_sentence(kept("review", "undo", pair), 1, f"nobody has judged {pair}")


def test_what_is_the_matter_of_an_office_is_judged_apart_from_its_holders(kept: Run) -> None:
    done = kept("review", "same", "office:Foreign Minister of France", "office:Prime Minister of France")
    assert "“Foreign Minister of France” (office) and “Prime Minister of France” (office)" in done.stdout
    shown = kept("entity", "Prime Minister of France").stdout
    assert all(holder in shown for holder in ("Jeanne Roux", "Anna Petit", "Jeanne Petit"))
    assert len(names(kept, "Petit")) == 2


def test_judgements_outlive_another_reading_backup_and_removal(kept: Run) -> None:
    kept("review", "same", "Jeanne Roux", "Jeanne Petit", "--by", "Aigul")
    kept("ingest", "page.txt", "--publisher", "Ministry")
    kept("backup", "copy.db")
    kept("review", "undo", json.loads(kept("review", "log", "--json").stdout)["pair"])
    assert kept("restore", "copy.db", "--replace").returncode == 0
    assert len(names(kept, "Jeanne Roux")[0] & {"Jeanne Roux", "Jeanne Petit"}) == 2
    assert (kept("verify").returncode, kept("rebuild").returncode) == (0, 0)
    (later,) = [json.loads(line)["id"] for line in kept("documents", "--json").stdout.splitlines() if "later.txt" in line]
    assert kept("remove", later, "--why", "asked for").returncode == 0
    assert kept("review", "log", "--json").stdout == ""
    assert names(kept, "Jeanne Roux") == [{"Jeanne Roux"}]
    assert kept("verify").returncode == 0
    assert b"Jeanne Petit" not in Path("ledger.db").read_bytes()


def test_what_was_reviewed_is_searched_as_it_stands(kept: Run) -> None:
    visits = [json.loads(line)["id"] for line in kept("statements", "--kind", "visit", "--json").stdout.splitlines()]
    kept("review", "correct", visits[0], "--set", "visitor=person:Odile Garnier")
    assert "Odile Garnier" in kept("search", "garnier", "--in", "statements").stdout
    assert kept("search", "garnier", "--known-at", "2001-01-01").returncode == 1
    assert kept("entity", "Odile Garnier").stdout.startswith("Odile Garnier  (person")
    kept("review", "reject", json.loads(kept("statements", "--kind", "relations", "--json").stdout.splitlines()[0])["id"])
    assert kept("search", "diplomatic relations", "--in", "statements").returncode == 1
