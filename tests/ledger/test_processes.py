"""Several processes at one ledger, and processes that are killed: nothing is lost, nothing is half kept."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import apsw
import pytest

DOCUMENTS = 16
KILLS = Path(__file__).resolve().parents[2] / "bench" / "kills.py"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(DOCUMENTS):
        day = number % 28 + 1
        (folder / f"{number:02}.txt").write_text(f"On {day} May 19{60 + number}, France and Japan signed an agreement on fisheries in Paris.\n" * 3)
    return folder


def ingest(folder: Path, ledger: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "dostyk", "--ledger", str(ledger), "ingest", str(folder), "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"})


def finish(process: "subprocess.Popen[bytes]") -> int:
    process.communicate(timeout=300)
    return process.returncode


def contents(ledger: Path) -> list[tuple[str, int]]:
    connection = apsw.Connection(str(ledger))
    assert connection.pragma("integrity_check") == "ok"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    rows = connection.execute(
        "SELECT source, (SELECT count(*) FROM statements WHERE version = number) FROM versions ORDER BY source, number"
    ).fetchall()
    return [(Path(str(source)).name, int(str(count))) for source, count in rows]


def test_two_processes_ingest_into_one_ledger_at_once(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "shared.db"
    both = [ingest(folder, ledger), ingest(folder, ledger)]
    errors = [process.communicate(timeout=300)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], errors
    assert len(contents(ledger)) == DOCUMENTS


def test_a_killed_ingest_loses_nothing_it_acknowledged(folder: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    for attempt in range(2):
        ledger = tmp_path / f"killed{attempt}.db"
        process = ingest(folder, ledger)
        assert process.stdout is not None
        acknowledged = [process.stdout.readline() for _ in range(chance.randrange(1, 6))]
        time.sleep(chance.random() * 0.02)
        process.send_signal(signal.SIGKILL)
        finish(process)
        kept = contents(ledger)
        assert len(kept) >= len(acknowledged)
        assert finish(ingest(folder, ledger)) == 0
        complete = contents(ledger)
        assert len(complete) == DOCUMENTS and len({count for _, count in complete}) == 1
        assert set(kept) <= set(complete)


def test_ingest_review_remove_and_restore_killed_at_random_points_leave_a_sound_ledger() -> None:
    done = subprocess.run([sys.executable, str(KILLS), "8"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert [line.rpartition(": ")[2] for line in done.stdout.splitlines()] == ["8 of 8 sound", "8 of 8 sound", "2 of 2 sound", "2 of 2 sound"]
