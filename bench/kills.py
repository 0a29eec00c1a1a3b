"""A program that is killed at any moment → whether what it had acknowledged is there, whole, and the file opens.

    .venv/bin/python bench/kills.py [POINTS]

POINTS (200) times `ingest` is killed (SIGKILL) at a random moment, and a quarter as often `remove` and `restore --replace`. Each time the ledger
must open, `verify` must find nothing, every document that was printed must be there with all its statements, and the same command must
finish the work. A killed process is not a power failure: what the disk itself forgets is not tried here.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from dostyk.cli.program import run  # noqa: E402
from dostyk.ledger import Ledger  # noqa: E402
from dostyk.pipeline import DERIVED  # noqa: E402

DOCUMENTS = 10
WORD = "Kleinstadt"
"""Stands in the document that is removed, and nowhere else."""


def write(folder: Path) -> None:
    folder.mkdir()
    for number in range(DOCUMENTS):
        place = WORD if number == 3 else "Paris"
        lines = (f"On {day} May 19{60 + number}, France and Japan signed agreement {number} on fisheries in {place}." for day in range(1, 12))
        (folder / f"{number:02}.txt").write_text("\n".join(lines) + "\n")


def silently(*arguments: str) -> int:
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):  # noqa: PTH123
        return run(list(arguments))


def killed(after: float | None, *arguments: str) -> list[str]:
    """Run a command in a process of its own and kill it after so many seconds; gives the whole lines it had printed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.stdout = os.fdopen(1, "w", buffering=1)
        os._exit(run(list(arguments)))
    os.close(writing)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading) as pipe:
        printed = pipe.read()
    os.waitpid(child, 0)
    return printed.splitlines()[: printed.count("\n")]


def kept(path: Path) -> dict[str, int]:
    """Verify a ledger and give its sources with their numbers of statements."""
    with Ledger.open(path, create=False) as ledger:
        wrong = ledger.verify(DERIVED).wrong
        assert wrong == (), wrong
        return {Path(version.document.source).name: ledger.count_statements(version.number) for version in ledger.versions()}


def took(*arguments: str) -> float:
    begun = time.monotonic()
    killed(None, *arguments)
    return time.monotonic() - begun


def on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


class Points:
    """The whole record, a folder to work in, and chance."""

    def __init__(self, place: Path, chance: random.Random) -> None:
        self.place, self.chance = place, chance
        self.folder, self.whole = place / "documents", place / "whole.db"
        write(self.folder)
        silently("--ledger", str(self.whole), "ingest", str(self.folder))
        self.expected = kept(self.whole)
        assert len(self.expected) == DOCUMENTS and min(self.expected.values()) > 0
        with Ledger.open(self.whole) as ledger:
            self.document = next(version.document.id for version in ledger.versions() if WORD in version.document.text)

    def fresh(self, filled: bool) -> Path:
        work = self.place / "work"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        if filled:
            shutil.copyfile(self.whole, work / "ledger.db")
        return work / "ledger.db"

    def command(self, name: str, path: Path) -> tuple[str, ...]:
        more = {
            "ingest": (str(self.folder), "--json"),
            "remove": (self.document, "--why", "asked for", "--by", "Ana"),
            "restore": (str(self.whole), "--replace"),
        }
        return ("--ledger", str(path), name, *more[name])

    def ingest(self, seconds: float) -> int:
        path = self.fresh(filled=False)
        lines = killed(self.chance.uniform(0, seconds), *self.command("ingest", path))
        acknowledged = {Path(json.loads(line)["source"]).name for line in lines}
        there = kept(path) if path.exists() and path.stat().st_size else {}
        assert acknowledged <= set(there), f"acknowledged and lost: {acknowledged - set(there)}"
        assert there.items() <= self.expected.items(), "a document is there in part"
        assert silently(*self.command("ingest", path)) == 0 and kept(path) == self.expected
        return 0 < len(there) < DOCUMENTS

    def remove(self, seconds: float) -> int:
        path = self.fresh(filled=True)
        done = killed(self.chance.uniform(0, seconds), *self.command("remove", path))
        with Ledger.open(path, create=False) as ledger:
            begun, wrong = bool(ledger.removals()), ledger.verify(DERIVED).wrong
        assert all("it was interrupted" in sentence for sentence in wrong), wrong
        assert begun or not done, "acknowledged and lost"
        assert silently("--ledger", str(path), "rebuild") == 0
        assert len(kept(path)) == DOCUMENTS - begun
        assert begun == (WORD.encode() not in on_disk(path)), "removed, but its text is in the file"
        return bool(wrong)

    def restore(self, seconds: float) -> int:
        path = self.fresh(filled=False)
        shutil.copyfile(self.place / "less.db", path)
        done = killed(self.chance.uniform(0, seconds), *self.command("restore", path))
        there = kept(path)
        assert there in (self.expected, {}) and (there or not done), "neither the old ledger nor the restored one"
        return len(list(path.parent.iterdir())) > 1 and not there


def main() -> int:
    points = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    failed = 0
    with tempfile.TemporaryDirectory(prefix="dostyk-kills-") as name:
        all_ = Points(Path(name), random.Random(7))
        Ledger.open(Path(name) / "less.db").close()
        tried: list[tuple[str, Callable[[float], int], int, bool]] = [
            ("ingest", all_.ingest, points, False), ("remove", all_.remove, points // 4, True), ("restore", all_.restore, points // 4, True),
        ]  # fmt: skip
        for what, kill, count, filled in tried:
            path = all_.fresh(filled)
            seconds = took(*all_.command(what, path))
            inside = sound = 0
            for number in range(count):
                try:
                    inside += kill(seconds)
                    sound += 1
                except Exception as error:
                    print(f"  point {number} of {what}: {type(error).__name__}: {error}")
            failed += count - sound
            print(
                f"{what:8} killed at {count} points of its {seconds:.2f} s, {inside} of them with part of the work done: {sound} of {count} sound",
                flush=True,
            )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
