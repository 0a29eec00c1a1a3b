"""What is said of how much of each document was read, with what exit status."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.documents.samples.files import docx, packed, page, paragraph, rss

ONE = "On 3 May 1992, France and Japan established diplomatic relations."


def test_an_archive_is_reported_member_by_member(run: Run, tmp_path: Path) -> None:
    hidden = f"<p>{ONE}</p><p hidden>On 4 May 1999, France and Brazil signed a treaty of peace.</p>"
    members: dict[str, str | bytes] = {
        "a.docx": docx(paragraph(ONE) + '<w:altChunk r="x"/>'),
        "b.html": page(hidden),
        "c.png": "x",
        "d.txt": b"\x00\x01",
    }
    (tmp_path / "all.zip").write_bytes(packed(members))
    done = run("--ledger", "l.db", "ingest", "all.zip", "--json")
    assert done.returncode == 1
    outcomes = {one["source"]: one for one in map(json.loads, done.stdout.splitlines())}
    assert {name: (one["state"], one["read"]) for name, one in outcomes.items()} == {
        "all.zip!a.docx": ("new", "partly"),
        "all.zip!b.html": ("new", "wholly"),
        "all.zip!c.png": ("left out", "not"),
        "all.zip!d.txt": ("failed", "refused"),
    }
    assert outcomes["all.zip!a.docx"]["missing"] == ["1 embedded files, which are not read"]
    again = run("--ledger", "l.db", "ingest", "all.zip", "--json")
    assert [json.loads(line)["state"] for line in again.stdout.splitlines()] == ["unchanged", "unchanged", "left out", "failed"]
    shown = run("--ledger", "l.db", "statements", "--json")
    assert all(json.loads(line)["document"]["source"].startswith("all.zip!") for line in shown.stdout.splitlines())
    marked = [json.loads(line)["evidence"].get("mark") for line in shown.stdout.splitlines()]
    assert marked.count(None) == 2 and all(mark == "hidden: hidden" for mark in marked if mark)


def test_the_report_and_the_status_of_what_is_read_in_part(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(paragraph(ONE) + '<w:altChunk r="x"/>'))
    (tmp_path / "b.txt").write_text(ONE.replace("1992", "1993"))
    done = run("--ledger", "l.db", "ingest", "a.docx", "b.txt", "--report")
    assert done.returncode == 3
    assert done.stdout.splitlines() == ["a.docx: read partly", "  missing  1 embedded files, which are not read", "b.txt: read wholly"]
    assert "dostyk: a.docx: read in part: 1 embedded files, which are not read" in done.stderr
    assert "1 read wholly, 1 read in part" in done.stderr
    assert run("extract", "a.docx").returncode == 3
    assert run("extract", "b.txt").returncode == 0


def test_entries_of_a_feed_one_by_one_and_a_sitemap(run: Run, tmp_path: Path) -> None:
    (tmp_path / "f.xml").write_bytes(rss(f"<item><guid>one</guid><description>{ONE}</description></item>"))
    (tmp_path / "map.xml").write_text("<urlset><url><loc>https://x.example/</loc></url></urlset>")
    done = run("--ledger", "l.db", "ingest", "f.xml", "map.xml")
    assert done.returncode == 0
    assert "map.xml: a list of 1 addresses and no document" in done.stderr and "1 left out, 1 new" in done.stderr
    assert run("text", "f.xml#one").stdout == f"{ONE}\n"
    assert run("text", "f.xml").returncode == 1


def test_a_reprint_is_named(run: Run, tmp_path: Path) -> None:
    story = " ".join(
        f"In the year {1990 + number} the port of Town{number} took in grain of {number * 7} thousand tonnes from the other side."
        for number in range(30)
    )
    (tmp_path / "a.txt").write_text(f"The report\n\n{story}\n")
    (tmp_path / "b.txt").write_text(f"From our wires\n\n{story.replace('grain', 'wheat', 2)} It was told by the press office.\n")
    (tmp_path / "c.txt").write_text(
        "Another report\n\nThe two mayors met in the town hall and spoke of schools, museums and the river between the two banks.\n" * 5
    )
    done = run("--ledger", "l.db", "ingest", "a.txt", "b.txt", "c.txt")
    assert done.stderr.count("nearly a copy of") == 1
    assert "b.txt: nearly a copy of a.txt; both count as one voice" in done.stderr
    assert run("--ledger", "l.db", "verify").returncode == 0
    assert run("--ledger", "l.db", "rebuild").returncode == 0
    assert run("--ledger", "l.db", "verify").returncode == 0
