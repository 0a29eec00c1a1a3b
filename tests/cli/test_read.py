"""What `dostyk read` prints of dates, quantities and names, with what exit status."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

PAGE = """Updated: 17 May 2023

On Monday, 5 March 2021, the ministers of Peru and Ghana met in Lima; on 31 April 2021 they did not.
Last year trade rose to nearly $2.5 billion.

2019

On 4 June a treaty was signed.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(PAGE)
    return path


def lines(done: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_dates_are_read_from_the_pages_own_date_and_headings(run: Run, paper: Path) -> None:
    done = run("read", "dates", "paper.txt", "--json")
    found = {record["quote"]: record for record in lines(done)}
    assert done.returncode == 0
    assert all(PAGE[record["start"] : record["end"]] == quote for quote, record in found.items())
    assert found["Last year"]["edtf"] == "2022"
    assert (found["Last year"]["derived_from"], "2023-05-17" in found["Last year"]["reason"]) == ("reference", True)
    assert (found["4 June"]["edtf"], found["4 June"]["derived_from"]) == ("2019-06-04", "context")
    assert found["17 May 2023"]["reason"] == "stated in full"


def test_dates_that_cannot_be_right_are_warnings_with_their_place(run: Run, paper: Path) -> None:
    done = run("read", "dates", "paper.txt")
    assert done.returncode == 0
    weekday, impossible = done.stderr.splitlines()
    assert weekday == f"dostyk: warning: paper.txt, characters 25 to 45: {PAGE[25:45]!r}: that day is a Friday"
    assert "'31 April 2021': there is no such day" in impossible
    assert "31 April" not in done.stdout
    assert run("--quiet", "read", "dates", "paper.txt").stderr == ""


def test_quantities_leave_out_the_figures_of_dates(run: Run, paper: Path) -> None:
    found = lines(run("read", "quantities", "paper.txt", "--json"))
    assert [(record["quote"], record["value"], record["unit"], record["bound"]) for record in found] == [
        ("nearly $2.5 billion", "2500000000", "USD", "under")
    ]


def test_quantities_say_what_they_measure_where_sentences_are_analysed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "trade.txt").write_text("In 2021, exports of Peru to Ghana amounted to $40 million ($38 million in 2020).\n")
    first = lines(run("read", "quantities", "trade.txt", "--json"))[0]
    assert (first["measure"], first["of"], first["towards"], first["time"]) == ("exports", ["Peru"], ["Ghana"], "2021")
    (tmp_path / "short.txt").write_text("40%")
    assert lines(run("read", "quantities", "short.txt", "--json", "--language", "en"))[0]["value"] == "40"


def test_names_say_whom_they_mean(run: Run, paper: Path) -> None:
    found = {record["quote"]: record for record in lines(run("read", "names", "paper.txt", "--json"))}
    assert (found["Ghana"]["type"], found["Ghana"]["id"]) == ("country", "GH")
    assert (found["Lima"]["type"], found["Lima"]["country"]) == ("city", "PE")


def test_a_table_has_one_line_a_span(run: Run, paper: Path) -> None:
    head, *rows = run("read", "dates", "paper.txt").stdout.splitlines()
    assert head.split() == ["place", "words", "date", "holds", "stated", "from"]
    assert len(rows) == len(lines(run("read", "dates", "paper.txt", "--json")))
    assert run("read", "names", "paper.txt", "paper.txt").stdout.startswith("source")


def test_what_the_user_says_stands_above_what_is_found(run: Run, paper: Path) -> None:
    told = {record["quote"]: record["edtf"] for record in lines(run("read", "dates", "--json", "--published", "2011", "paper.txt"))}
    assert told["Last year"] == "2010"


def test_standard_input_and_markup_are_read(run: Run) -> None:
    page = b"<html><body><p>The bridge was opened on <b>4 May</b> 2001 and has been in use ever since.</p></body></html>"
    assert [record["edtf"] for record in lines(run("read", "dates", "-", "--json", stdin=page))] == ["2001-05-04"]


def test_a_language_that_is_not_read_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text("Le ministre a rencontré son homologue le trois mai, et les deux pays ont signé un accord.\n")
    done = run("read", "quantities", "fr.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert "seems to be in fr" in done.stderr and "--language" in done.stderr


def test_one_status_for_what_cannot_be_read_and_another_for_wrong_usage(run: Run, paper: Path) -> None:
    done = run("read", "dates", "missing.txt", "paper.txt")
    assert (done.returncode, "missing.txt: no such file" in done.stderr, "2021-03-05" in done.stdout) == (1, True, True)
    for wrong in (["read", "dates"], ["read", "tones", "paper.txt"], ["read", "dates", "paper.txt", "--language", "xx"]):
        assert run(*wrong).returncode == 2


def test_each_reader_has_help_with_an_example(run: Run) -> None:
    for reader in ("dates", "quantities", "names"):
        assert f"dostyk read {reader}" in run("read", reader, "--help").stdout.split("Example:")[1]
