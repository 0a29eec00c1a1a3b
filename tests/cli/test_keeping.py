"""Verify, rebuild, remove, backup and restore as they are typed."""

import json
from pathlib import Path

import apsw
import pytest

from .conftest import Run


@pytest.fixture
def kept(run: Run, page: Path, own_ledger: Path) -> str:
    """Ingest the page; gives its id."""
    assert run("ingest", "page.txt").returncode == 0
    return str(json.loads(run("documents", "--json").stdout)["id"])


def test_a_whole_ledger_and_its_head(run: Run, kept: str) -> None:
    done = run("verify")
    lines = dict(line.split(None, 1) for line in done.stdout.splitlines())
    assert (done.returncode, done.stderr, list(lines)) == (0, "", ["rows", "quotes", "derived", "head"])
    head = run("verify", "--head").stdout.strip()
    assert lines["head"] == head and len(head) == 64
    assert "; 0 added since" in run("verify", "--expect", head.upper()).stdout
    assert json.loads(run("verify", "--json").stdout)["wrong"] == []


def test_a_head_that_is_not_in_the_chain_is_status_1(run: Run, kept: str) -> None:
    done = run("verify", "--expect", "ab" * 32)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "no link has the hash abab" in done.stderr


def test_wrong_usage_is_status_2(run: Run, kept: str) -> None:
    for arguments in (
        ("verify", "--expect", "12"),
        ("verify", "--head", "--json"),
        ("remove", kept),
        ("remove", kept, "--why", "  "),
        ("remove", kept, "--why", "x", "--by", ""),
        ("backup",),
        ("restore", ""),
    ):
        done = run(*arguments)
        assert done.returncode == 2 and "Traceback" not in done.stderr, arguments


def test_a_changed_row_is_one_sentence_and_what_is_made_of_it_another_and_status_1(run: Run, kept: str, own_ledger: Path) -> None:
    connection = apsw.Connection(str(own_ledger))
    sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'versions_no_update'").get
    connection.execute(f"DROP TRIGGER versions_no_update; UPDATE versions SET published = '2020'; {sql}")
    connection.close()
    done = run("verify")
    assert done.returncode == 1 and "every row as it was written" not in done.stdout
    assert done.stderr.startswith(f"dostyk: {own_ledger}: table versions, row [1]: ") and done.stderr.count("\n") == 2
    assert "what is derived as 'search'" in done.stderr


def test_a_removed_document_is_gone_from_every_command(run: Run, kept: str, own_ledger: Path) -> None:
    done = run("remove", kept[:6], "--why", "published  by mistake", "--by", "Ana")
    assert done.returncode == 0
    assert done.stdout.startswith(f"{kept} removed by Ana: 1 version and ") and "backups and copies made before still hold it" in done.stderr
    assert run("documents", "--json").stdout == run("statements", "--json").stdout == run("facts", "--json").stdout == ""
    shown = run("show", kept[:6])
    assert shown.returncode == 0 and "removed" in shown.stdout and "Ana (published by mistake)" in shown.stdout
    again = run("ingest", "page.txt", "--json")
    assert (again.returncode, json.loads(again.stdout)["state"]) == (0, "removed")
    assert "page.txt: left out, because it was removed from this ledger on 20" in again.stderr
    assert run("verify").returncode == 0
    assert b"Jeanne Roux" not in own_ledger.read_bytes()
    assert run("remove", kept, "--why", "again").returncode == 1


def test_backup_and_restore(run: Run, kept: str, own_ledger: Path, tmp_path: Path) -> None:
    head = run("verify", "--head").stdout
    assert run("backup", "copy.db").stdout.endswith(f"head {head}")
    assert run("backup", "copy.db").returncode == 1
    refused = run("restore", "copy.db")
    assert refused.returncode == 1 and "--replace" in refused.stderr
    run("remove", kept, "--why", "mistake", "--by", "Ana")
    done = run("restore", "copy.db", "--replace")
    assert done.returncode == 0 and "ledger.db.replaced: the ledger that was there, with" in done.stdout
    assert "is in the ledger again, though Ana removed it (mistake)" in done.stderr
    assert run("verify", "--head").stdout == head
    (tmp_path / "copy.db").write_bytes((tmp_path / "copy.db").read_bytes()[:9000])
    broken = run("--ledger", "other.db", "restore", "copy.db")
    assert broken.returncode == 1 and "Traceback" not in broken.stderr and not (tmp_path / "other.db").exists()


def test_a_rebuild_says_what_is_derived(run: Run, kept: str) -> None:
    done = run("rebuild")
    assert (done.returncode, done.stdout) == (0, "") and "ledger.db" in done.stderr
