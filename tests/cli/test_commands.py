"""What each command prints, with what exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dostyk.cli.program import COMMANDS

from .conftest import Run


def test_extract_prints_statements_as_the_contract_says(run: Run, page: Path) -> None:
    done = run("extract", "page.txt", "--publisher", "Ministry", "--url", "https://ministry.example/")
    assert (done.returncode, done.stderr) == (0, "")
    statements = [json.loads(line) for line in done.stdout.splitlines()]
    assert {statement["kind"] for statement in statements} >= {"Relations", "Visit"}
    text = page.read_text()
    for statement in statements:
        assert list(statement) == [
            "id",
            "kind",
            "roles",
            "attributes",
            "time",
            "modality",
            "attribution",
            "document",
            "evidence",
            "confidence",
            "extractor",
        ]
        assert text[statement["evidence"]["start"] : statement["evidence"]["end"]] == statement["evidence"]["quote"]
        about = statement["document"]
        assert (about["source"], about["publisher"], about["url"], about["published"]) == (
            "page.txt",
            "Ministry",
            "https://ministry.example/",
            "2019-10-07",
        )


def test_extract_gives_the_same_bytes_in_any_number_of_processes(process: Run, page: Path) -> None:
    for number in range(5):
        (page.parent / f"more{number}.txt").write_text(page.read_text().replace("1992", f"19{60 + number}"))
    one = process("extract", ".", PYTHONHASHSEED="1")
    two = process("extract", ".", "--workers", "2", PYTHONHASHSEED="2")
    assert one.stdout == two.stdout != ""


@pytest.mark.parametrize("reader", ["rules", "model", "both"])
def test_extract_reads_with_the_reader_that_is_asked_for(run: Run, page: Path, reader: str) -> None:
    done = run("extract", "page.txt", "--reader", reader)
    assert done.returncode == 0
    said = [json.loads(line) for line in done.stdout.splitlines()]
    who = {statement["extractor"].split("/")[0] for statement in said}
    assert who <= {"rules": {"dostyk-rules"}, "model": {"dostyk-model"}, "both": {"dostyk-rules", "dostyk-model"}}[reader]
    assert {statement["kind"] for statement in said} >= {"Visit"}


def test_extract_refuses_a_reader_that_there_is_not(run: Run, page: Path) -> None:
    done = run("extract", "page.txt", "--reader", "oracle")
    assert done.returncode == 2
    assert "no reader is called 'oracle'; there are both, model, rules" in done.stderr


def test_extract_leaves_unsaid_what_is_less_sure_than_asked(run: Run, page: Path) -> None:
    every = [json.loads(line) for line in run("extract", "page.txt").stdout.splitlines()]
    sure = [json.loads(line) for line in run("extract", "page.txt", "--least-confidence", "0.8").stdout.splitlines()]
    assert [s["id"] for s in sure] == [s["id"] for s in every if s["confidence"] >= 0.8]


def test_extract_reads_standard_input(run: Run, page: Path) -> None:
    done = run("extract", "-", "--source", "https://page.example/", "--published", "2001", stdin=page.read_bytes())
    first = json.loads(done.stdout.splitlines()[0])
    assert (first["document"]["source"], first["document"]["published"]) == ("https://page.example/", "2001")


def test_a_failure_is_one_sentence_and_the_rest_goes_on(run: Run, page: Path) -> None:
    (page.parent / "bad.txt").write_bytes(b"\x00\x01")
    done = run("extract", "missing.txt", "bad.txt", "page.txt")
    assert done.returncode == 1
    assert done.stdout
    assert done.stderr.splitlines() == [
        "dostyk: missing.txt: no such file",
        "dostyk: bad.txt: this is a binary file (it holds NUL bytes); give plain text or an HTML page",
    ]


def test_text_prints_what_offsets_count_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><h1>Überschrift</h1><ul><li>a</li><li>b</li></ul></body></html>")
    assert run("text", "a.html").stdout == "Überschrift\n\n- a\n- b\n"
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo\r\n")
    assert run("text", "a.txt").stdout == "one\r\ntwo\r\n"
    assert run("text", "none.txt").returncode == 1


def test_ingest_list_and_show(run: Run, page: Path) -> None:
    assert run("ingest", "page.txt").stderr.startswith("1 new in ")
    assert run("ingest", "page.txt").stderr.startswith("1 unchanged in ")
    page.write_text(page.read_text() + "The embassy of France in Tokyo was opened in 1993.\n")
    assert json.loads(run("ingest", "page.txt", "--json").stdout)["state"] == "new version"
    listed = [json.loads(line) for line in run("statements", "--json").stdout.splitlines()]
    assert set(run("statements", "--kind", "Visit").stdout.splitlines()[0].split()) >= {"id", "kind", "time", "says", "source"}
    visit = next(statement for statement in listed if statement["kind"] == "Visit")
    shown = run("show", visit["id"][:9])
    assert shown.returncode == 0
    assert f"»{visit['evidence']['quote']}«" in shown.stdout
    versions = run("show", visit["document"]["id"])
    assert versions.stdout.count("document d") == 1 and "current version" in versions.stdout
    assert run("show", "s").returncode == 1
    assert run("show", "zzz").stderr.startswith("dostyk: nothing in this ledger has an id")


def test_facts_and_findings(run: Run, page: Path) -> None:
    (page.parent / "other.txt").write_text("On 3 May 1992, Japan established diplomatic relations with France.\n")
    run("ingest", ".")
    facts = [json.loads(line) for line in run("facts", "--json").stdout.splitlines()]
    relations = next(fact for fact in facts if fact["kind"] == "Relations")
    assert len(relations["statements"]) == 2
    assert run("show", relations["id"]).stdout.count("»") == 2
    assert set(run("facts").stdout.splitlines()[0].split()) >= {"id", "kind", "time", "said", "says", "differing"}
    findings = run("findings", "--json")
    assert findings.returncode == 0
    for line in findings.stdout.splitlines():
        assert set(json.loads(line)) == {"id", "type", "severity", "summary", "reason", "statements", "facts"}


def test_how_values_differ_is_listed_and_shown(run: Run, page: Path) -> None:
    page.write_text("France and Japan established diplomatic relations on 3 May 1992.\n")
    (page.parent / "other.txt").write_text(
        "Tokyo, 4 May 2020\n\nThe two countries met again. Japan and France established diplomatic relations in 1994.\n"
    )
    run("ingest", ".")
    facts = [json.loads(line) for line in run("facts", "--kind", "Relations", "--json").stdout.splitlines()]
    fact = next(fact for fact in facts if len(fact["statements"]) == 2)
    assert fact["independent"] == 2
    assert [voice["independent"] for voice in fact["voices"]] == [1, 1]
    (dissent,) = fact["dissents"]
    assert set(dissent) == {"type", "value", "reason", "one_source", "fact", "statements"}
    assert dissent["type"] == "real conflict" and dissent["fact"] is None
    assert sum(len(side["statements"]) for side in fact["sides"]) == 2
    assert fact["last_confirmed"]["published"] == "2020-05-04"
    assert "(real conflict)" in run("facts").stdout
    shown = run("show", fact["id"]).stdout
    assert "real conflict:" in shown and "independent: 2 of 2 statements" in shown and "on no known side" in shown


def test_brief_and_run(run: Run, page: Path, tmp_path: Path) -> None:
    done = run("run", ".", "--output", "out")
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["documents", "statements", "silent", "facts", "findings", "ledger", "brief"]
    assert "Jeanne Roux" in (tmp_path / "out" / "brief-FR-JP.html").read_text()
    brief = run("--ledger", "out/ledger.db", "brief", "Japan", "FR", "--as-of", "2020", "--output", "my.html")
    assert (brief.returncode, brief.stdout) == (0, "my.html\n")
    assert "<html" in (tmp_path / "my.html").read_text()


def test_wrong_usage_is_two(run: Run, page: Path) -> None:
    run("ingest", "page.txt")
    for arguments, says in (
        (["extract"], "Missing argument"),
        (["extract", "page.txt", "--published", "last May"], "is not a date"),
        (["nonsense"], "No such command"),
        (["brief", "France", "Atlantis"], "no country"),
        (["brief", "France", "FR"], "one country"),
        (["ingest", "page.txt", "page.txt", "--source", "x"], "--source"),
    ):
        done = run(*arguments)
        assert (done.returncode, says in done.stderr) == (2, True), (arguments, done.stderr)


def test_ledgers_that_cannot_be_used_are_one_sentence(run: Run, page: Path, tmp_path: Path) -> None:
    for ledger in (tmp_path, page, Path("/proc/x/ledger.db")):
        done = run("--ledger", str(ledger), "ingest", "page.txt")
        assert done.returncode == 1
        assert done.stderr.startswith(f"dostyk: {ledger}") and done.stderr.count("\n") == 1
    assert "no ledger yet" in run("--ledger", "none.db", "facts").stderr


def test_a_folder_without_documents(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("extract", "empty")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no documents in this folder" in done.stderr


def test_a_language_that_is_not_read_yet_is_said_and_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ru.txt").write_text("Стороны подписали соглашение о железной дороге и провели встречу в столице третьего мая.\n")
    done = run("ingest", "ru.txt")
    assert done.returncode == 0
    assert "statements are not yet read from its language (ru)" in done.stderr
    assert "1 new in" in done.stderr


def test_every_help_ends_with_an_example(run: Run) -> None:
    shown = run("--help").stdout
    assert "Example:" in shown
    for command in COMMANDS:
        assert f"  {command} " in shown
        assert command in run(command, "--help").stdout.split("Example:")[1]


def test_help_loads_nothing_that_reads() -> None:
    watch = "import atexit, runpy, sys; atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr)); sys.argv = ['dostyk', '--help']\n"
    start = "runpy.run_module('dostyk', run_name='__main__', alter_sys=True)"
    done = subprocess.run([sys.executable, "-c", watch + start], capture_output=True, text=True, check=False)
    loaded = set(done.stderr.split())
    assert done.returncode == 0
    assert "dostyk.cli" in loaded
    assert not loaded & {"apsw", "lxml", "numpy", "jinja2", "dostyk.kinds", "dostyk.grammar", "dostyk.ledger", "dostyk.statements"}


def test_run_says_why_there_is_no_brief_and_makes_nothing_of_a_missing_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.txt").write_text("The weather in the mountains was fine, and the guests of the hotel walked to the lake every day.\n")
    done = run("run", "d", "--output", "out")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "brief        none, because no statement speaks of two countries")
    gone = run("run", "gone", "--output", "other")
    assert (gone.returncode, gone.stderr) == (1, "dostyk: gone: no such folder; name one that holds documents\n")
    assert not (tmp_path / "other").exists()


def test_pages_of_one_name_in_two_folders_are_two_documents(run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, text in (("k1", page.read_text()), ("k2", "On 5 May 2001, Italy and Norway signed an agreement on fisheries in Rome.\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(text)
    page.unlink()
    for folder in ("k1", "k2"):
        monkeypatch.chdir(tmp_path / folder)
        assert run("--ledger", "../ledger.db", "ingest", "page.txt").stderr == "1 new in ../ledger.db\n"
    monkeypatch.chdir(tmp_path)
    listed = [json.loads(line) for line in run("--ledger", "ledger.db", "documents", "--json").stdout.splitlines()]
    assert [(one["source"], one["current"], one["title"]) for one in listed] == [("page.txt", True, "France and Japan"), ("page.txt", True, None)]
    assert run("--ledger", "ledger.db", "ingest", "k1", "k2").stderr.startswith("2 unchanged")
    (tmp_path / "k1" / "page.txt").write_text((tmp_path / "k1" / "page.txt").read_text() + "The embassy of France in Tokyo was opened in 1993.\n")
    assert run("--ledger", "ledger.db", "ingest", "k1/page.txt").stderr.startswith("1 new version")
    assert len(run("--ledger", "ledger.db", "documents").stdout.splitlines()) == 3
    assert len(run("--ledger", "ledger.db", "documents", "--all").stdout.splitlines()) == 4


def test_a_copy_is_counted_as_one(run: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(page.read_text())
    run("ingest", "page.txt")
    before = run("statements").stdout
    assert run("ingest", "copy.txt").stderr.startswith("1 the same as page.txt in ")
    assert run("statements").stdout.replace("copy.txt", "page.txt") == before
    run("--ledger", "other.db", "ingest", "copy.txt")
    run("--ledger", "other.db", "ingest", "page.txt")
    assert run("--ledger", "other.db", "statements").stdout == run("statements").stdout
    (tmp_path / "copy2.txt").write_text(page.read_text())
    assert json.loads(run("ingest", "copy2.txt", "--json").stdout)["same_as"] == "page.txt"


def test_what_is_chosen_must_exist(run: Run, page: Path) -> None:
    run("ingest", "page.txt")
    wrong = run("statements", "--kind", "Foo")
    assert (wrong.returncode, "there are Agreement, Commitment" in wrong.stderr) == (2, True)
    assert run("facts", "--kind", "Foo").returncode == 2
    assert run("statements", "--kind", "visit").stdout == run("statements", "--kind", "Visit").stdout != ""
    for document in ("zzz", ""):
        gone = run("statements", "--document", document)
        assert (gone.returncode, "`dostyk documents` lists them" in gone.stderr) == (1, True)
    old = json.loads(run("documents", "--json").stdout)
    was = run("statements", "--document", old["id"]).stdout
    page.write_text(page.read_text() + "The embassy of France in Tokyo was opened in 1993.\n")
    run("ingest", "page.txt")
    assert run("statements", "--document", old["id"]).stdout == was
    assert run("statements", "--document", "d").returncode == 1


def test_standard_input_needs_a_name_to_be_kept_under(run: Run, page: Path) -> None:
    assert (run("ingest", "-", stdin=page.read_bytes()).returncode, run("documents").returncode) == (2, 1)
    assert run("ingest", "-", "--url", "https://ministry.example/page", stdin=page.read_bytes()).stderr.startswith("1 new")
    listed = json.loads(run("documents", "--json").stdout)
    assert (listed["source"], listed["url"]) == ("https://ministry.example/page", "https://ministry.example/page")


def test_addresses_are_not_fetched(run: Run) -> None:
    done = run("extract", "https://ministry.example/page")
    assert (done.returncode, "addresses are not fetched; save the page" in done.stderr) == (1, True)


def test_strangers_in_a_folder_are_told_and_no_failure(run: Run, page: Path, tmp_path: Path) -> None:
    for name in ("scan.odt", "photo.jpg", "noext"):
        (tmp_path / name).write_bytes(b"\x00")
    os.mkfifo(tmp_path / "pipe.txt")
    for command in (["extract", "."], ["--ledger", "ledger.db", "ingest", "."], ["--ledger", "ledger.db", "run", ".", "--output", "."]):
        done = run(*command)
        assert done.returncode == 0
        assert "left out: 4 files of kinds not read yet: ./noext, ./photo.jpg, ./pipe.txt, ./scan.odt\n" in done.stderr
    again = run("--ledger", "ledger.db", "run", ".", "--output", ".").stdout
    assert again.startswith("documents    1 read (1 unchanged), 0 failed")
    for named in ("scan.odt", "noext", "pipe.txt"):
        assert run("extract", named).returncode == 1


def test_nothing_read_leaves_no_ledger_behind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    done = run("--ledger", "new.db", "ingest", "missing.txt", "bad.txt")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 2)
    assert run("run", "missing", "--output", "out").returncode == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.txt"]


def test_words_of_the_user_that_cannot_be_true_are_refused(run: Run, page: Path) -> None:
    (page.parent / "other.txt").write_text("Other.")
    for arguments, says in (
        (["extract", "page.txt", "other.txt", "--source", "x"], "names one document"),
        (["extract", "page.txt", "--published", "2024-03-12/.."], "is not a date"),
        (["extract", "page.txt", "--url", "not a url"], "is not an address"),
        (["--ledger", "", "facts"], "the name is empty"),
        (["facts", "--ledger", ""], "the name is empty"),
    ):
        done = run(*arguments)
        assert (done.returncode, says in done.stderr, done.stdout) == (2, True, ""), (arguments, done.stderr)


def test_an_empty_file_is_no_ledger_to_read(run: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "zero.db").write_bytes(b"")
    assert "this file is empty, so no ledger yet" in run("--ledger", "zero.db", "facts").stderr
    assert run("--ledger", "zero.db", "ingest", "page.txt").stderr == "1 new in zero.db\n"


def test_a_damaged_ledger_is_one_sentence(run: Run, page: Path, tmp_path: Path) -> None:
    run("--ledger", "l.db", "ingest", "page.txt")
    size = (tmp_path / "l.db").stat().st_size
    for first in range(1, size // 4096):
        data = bytearray((tmp_path / "l.db").read_bytes())
        data[first * 4096 :] = b"\xa5" * (size - first * 4096)
        (tmp_path / "bad.db").write_bytes(data)
        for command in (["statements"], ["facts"], ["documents"], ["show", "d"], ["ingest", "page.txt"]):
            done = run("--ledger", "bad.db", *command)
            assert "mistake of the program" not in done.stderr, (first, command, done.stderr)
            assert done.returncode == 0 or done.stderr.startswith("dostyk: bad.db: this ledger is damaged"), (first, command, done.stderr)


def test_explain_shows_rules_spans_and_silent_sentences(run: Run, page: Path) -> None:
    done = run("extract", "--explain", "page.txt")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "# page.txt"
    for mark in ("    span    date ", "    clause  ", "    says    Visit by "):
        assert any(line.startswith(mark) for line in lines), mark
    told = json.loads(run("extract", "page.txt").stdout.splitlines()[0])
    assert any(told["id"][:12] in line for line in lines)
    assert "sentences look like statements and gave none" in lines[-1]


def test_explain_says_what_it_cannot_read_and_goes_on(run: Run, page: Path) -> None:
    done = run("extract", "--explain", "gone.txt", "page.txt")
    assert done.returncode == 1
    assert "gone.txt" in done.stderr
    assert "# page.txt" in done.stdout


def test_explain_says_which_language_it_does_not_read(run: Run, page: Path) -> None:
    (page.parent / "other.txt").write_text("Les deux ministres ont signé un accord de coopération culturelle à Paris le 3 mai.\n", "utf-8")
    done = run("extract", "--explain", "other.txt", "page.txt")
    assert done.returncode == 0
    assert "statements are not yet read from its language" in done.stderr
    assert "# page.txt" in done.stdout
