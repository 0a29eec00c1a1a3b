"""A program that is killed at any moment → whether what it had acknowledged is there, whole, and the file opens.

    .venv/bin/python bench/kills.py [POINTS]

POINTS (200) times `ingest` is killed (SIGKILL) at a random moment; as often `ingest` together with somebody who accepts, corrects, rejects, merges
and takes back in the same ledger meanwhile; a quarter as often `remove` and `restore --replace`. Each time the ledger must open, `verify` must
find nothing, every document that was printed must be there with all its statements, every review that was acknowledged must be there
as it was made, and the same commands must finish the work, with the same facts as if nobody had been killed.
A killed process is not a power failure: what the disk itself forgets is not tried here.
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
from dostyk.cli.showing import fact_json  # noqa: E402
from dostyk.ledger import Ledger  # noqa: E402
from dostyk.model.review import Review  # noqa: E402
from dostyk.pipeline import DERIVED, reconcile_ledger  # noqa: E402
from dostyk.review import Record, Reviewed, Signature, accept, correct, merge, reject, undo  # noqa: E402

DOCUMENTS = 10
REVIEWED = 2
"""Documents that the ledger which is reviewed holds before."""
ACTS = ("accept", "correct", "merge", "reject", "undo", "correct", "undo", "undo", "accept", "reject", "correct")
"""What somebody does with one statement after the other, again and again: undo takes back the last that was not taken back yet."""
WORD = "Kleinstadt"
"""Stands in the document that is removed, and nowhere else."""


def write(folder: Path) -> None:
    folder.mkdir()
    for number in range(DOCUMENTS):
        place = WORD if number == 3 else "Paris"
        lines = (f"On {day} May 19{60 + number}, France and Japan signed agreement {number} on fisheries in {place}." for day in range(1, 12))
        (folder / f"{number:02}.txt").write_text("\n".join(lines) + "\n")


def silently(*arguments: str) -> int:
    return quiet(command(*arguments))


def quiet(work: Callable[[], int]) -> int:
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):  # noqa: PTH123
        return work()


def killed(after: float | None, *works: Callable[[], int]) -> list[list[str]]:
    """Do several works at once, each in a process of its own, and kill them all after so many seconds; gives the whole lines each had printed."""
    begun = [started(work) for work in works]
    if after is not None:
        time.sleep(after)
        for child, _ in begun:
            os.kill(child, signal.SIGKILL)
    said = []
    for child, reading in begun:
        with os.fdopen(reading) as pipe:
            printed = pipe.read()
        os.waitpid(child, 0)
        said.append(printed.splitlines()[: printed.count("\n")])
    return said


def started(work: Callable[[], int]) -> tuple[int, int]:
    """Begin a work in a process of its own; gives its number and what reads its output."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.stdout = os.fdopen(1, "w", buffering=1)
        os._exit(work())
    os.close(writing)
    return child, reading


def command(*arguments: str) -> Callable[[], int]:
    return lambda: run(list(arguments))


def kept(path: Path) -> dict[str, int]:
    """Verify a ledger and give its sources with their numbers of statements."""
    with Ledger.open(path, create=False) as ledger:
        wrong = ledger.verify(DERIVED).wrong
        assert wrong == (), wrong
        return {Path(version.document.source).name: ledger.count_statements(version.number) for version in ledger.versions()}


def took(*works: Callable[[], int]) -> float:
    begun = time.monotonic()
    killed(None, *works)
    return time.monotonic() - begun


def review(path: Path, wanted: int) -> int:
    """Review until the ledger holds so many reviews, going on where it stands; print a line for each once it is kept."""
    with Ledger.open(path, create=False) as ledger:
        for number in range(len(ledger.reviews()), wanted):
            print(json.dumps(told(act(ledger, number))), flush=True)
    return 0


def act(ledger: Ledger, number: int) -> Review:
    """Do the next thing; which one, and of which statement, follows from its number and the reviews before."""
    signed = Signature("Aigul", f"2026-02-01T00:00:{number:02}", f"review {number}")
    ids = sorted(one.statement.id for one in Record(ledger).reviewed() if not one.revision and one.statement.document.source in held(ledger))
    what = ACTS[number % len(ACTS)]
    if what == "undo":
        undone = {review.undoes for review in ledger.reviews()}
        last = [review for review in ledger.reviews() if review.undoes is None and review.number not in undone][-1]
        thread = last.subjects[0].thread
        return undo(ledger, thread, ledger.revision(thread), signed)
    one, other = (seen(ledger, id) for id in ids[:2])
    match what:
        case "accept":
            return accept(ledger, one, signed)
        case "correct":
            return correct(ledger, one, {"time": f"19{10 + number}"}, signed)
        case "merge":
            return merge(ledger, one, other, signed)
        case _:
            return reject(ledger, one, signed)


def held(ledger: Ledger) -> list[str]:
    """The documents that were there before."""
    return [one.source for one in ledger.lineage()[:REVIEWED]]


def seen(ledger: Ledger, id: str) -> Reviewed:
    (found,) = Record(ledger).find(id)
    return found


def told(review: Review) -> list[object]:
    """What a review is known by: its number, what was done, to which statements at which revisions, and what stands after it."""
    subjects = [[one.thread, one.revision, None if one.results is None else [said.time for said in one.results]] for one in review.subjects]
    return [review.number, review.act.value, subjects]


def facts(path: Path) -> str:
    with Ledger.open(path, create=False) as ledger:
        return json.dumps([fact_json(fact) for fact in reconcile_ledger(ledger)[0]])


def on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


def reviews_of(path: Path) -> list[list[object]]:
    with Ledger.open(path, create=False) as ledger:
        return [told(review) for review in ledger.reviews()]


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
        self.reviews = 2 * len(ACTS)
        self.base, few = place / "base.db", sorted(self.folder.iterdir())[:REVIEWED]
        silently("--ledger", str(self.base), "ingest", *map(str, few))
        path = self.fresh(self.base)
        self.seconds = took(command(*self.command("ingest", path)), lambda: review(path, self.reviews))
        self.reviewed = facts(path)
        assert kept(path) == self.expected and len(reviews_of(path)) == self.reviews

    def fresh(self, filled: Path | None) -> Path:
        work = self.place / "work"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        if filled is not None:
            shutil.copyfile(filled, work / "ledger.db")
        return work / "ledger.db"

    def command(self, name: str, path: Path) -> tuple[str, ...]:
        more = {
            "ingest": (str(self.folder), "--json"),
            "remove": (self.document, "--why", "asked for", "--by", "Ana"),
            "restore": (str(self.whole), "--replace"),
        }
        return ("--ledger", str(path), name, *more[name])

    def ingest(self, seconds: float) -> int:
        path = self.fresh(None)
        (lines,) = killed(self.chance.uniform(0, seconds), command(*self.command("ingest", path)))
        acknowledged = {Path(json.loads(line)["source"]).name for line in lines}
        there = kept(path) if path.exists() and path.stat().st_size else {}
        assert acknowledged <= set(there), f"acknowledged and lost: {acknowledged - set(there)}"
        assert there.items() <= self.expected.items(), "a document is there in part"
        assert silently(*self.command("ingest", path)) == 0 and kept(path) == self.expected
        return 0 < len(there) < DOCUMENTS

    def review(self, seconds: float) -> int:
        path = self.fresh(self.base)
        ingested, reviewed = killed(self.chance.uniform(0, seconds), command(*self.command("ingest", path)), lambda: review(path, self.reviews))
        acknowledged = {Path(json.loads(line)["source"]).name for line in ingested}
        there, done = kept(path), reviews_of(path)
        assert acknowledged <= set(there), f"acknowledged and lost: {acknowledged - set(there)}"
        assert there.items() <= self.expected.items(), "a document is there in part"
        said = [json.loads(line) for line in reviewed]
        assert done[: len(said)] == said, "a review was acknowledged and is lost, or is another"
        assert len(done) <= len(said) + 1, "more reviews than were made"
        assert all(len(subjects) == (2 if what == "merge" else len(subjects)) >= 1 for _, what, subjects in done), "a review is there in part"
        assert silently(*self.command("ingest", path)) == 0 and quiet(lambda: review(path, self.reviews)) == 0
        assert kept(path) == self.expected and facts(path) == self.reviewed, "the finished work is not the same as if nobody had been killed"
        return 0 < len(done) < self.reviews

    def remove(self, seconds: float) -> int:
        path = self.fresh(self.whole)
        (done,) = killed(self.chance.uniform(0, seconds), command(*self.command("remove", path)))
        with Ledger.open(path, create=False) as ledger:
            begun, wrong = bool(ledger.removals()), ledger.verify(DERIVED).wrong
        assert all("it was interrupted" in sentence for sentence in wrong), wrong
        assert begun or not done, "acknowledged and lost"
        assert silently("--ledger", str(path), "rebuild") == 0
        assert len(kept(path)) == DOCUMENTS - begun
        assert begun == (WORD.encode() not in on_disk(path)), "removed, but its text is in the file"
        return bool(wrong)

    def restore(self, seconds: float) -> int:
        path = self.fresh(self.place / "less.db")
        (done,) = killed(self.chance.uniform(0, seconds), command(*self.command("restore", path)))
        there = kept(path)
        assert there in (self.expected, {}) and (there or not done), "neither the old ledger nor the restored one"
        return len(list(path.parent.iterdir())) > 1 and not there


def main() -> int:
    points = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    failed = 0
    with tempfile.TemporaryDirectory(prefix="dostyk-kills-") as name:
        all_ = Points(Path(name), random.Random(7))
        Ledger.open(Path(name) / "less.db").close()
        tried: list[tuple[str, Callable[[float], int], int, Path | None]] = [
            ("ingest", all_.ingest, points, None), ("review", all_.review, points, None),
            ("remove", all_.remove, points // 4, all_.whole), ("restore", all_.restore, points // 4, all_.whole),
        ]  # fmt: skip
        for what, kill, count, filled in tried:
            path = all_.fresh(filled)
            seconds = all_.seconds if what == "review" else took(command(*all_.command(what, path)))
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
