"""Two people who edit one statement from two processes at once: whatever was acknowledged is there, whatever was refused is said."""

import json
import subprocess
import sys
from pathlib import Path

from dostyk.review.threads import threads

from .conftest import Desk, visit

QUOTE = "Jeanne Roux visited Japan in 2015 and in 2016."
ROUNDS = 12
WRITE = """
import json, pathlib, sys
from dostyk.errors import ReviewConflict
from dostyk.ledger import Ledger
from dostyk.review import Record, Signature, correct
path, by, slot, values = sys.argv[1], sys.argv[2], sys.argv[3], json.loads(sys.argv[4])
kept, refused = [], 0
with Ledger.open(pathlib.Path(path), create=False) as ledger:
    print("ready", flush=True)
    sys.stdin.readline()
    for value in values:
        while True:
            (seen,) = Record(ledger).reviewed()
            try:
                correct(ledger, seen, {slot: value}, Signature(by, "2026-02-01T00:00:00"))
            except ReviewConflict as conflict:
                assert conflict.theirs and conflict.yours
                refused += 1
                continue
            kept.append(value)
            break
print(json.dumps([kept, refused]), flush=True)
"""


def test_two_people_at_one_statement_lose_nothing(desk: Desk) -> None:
    desk.keep(QUOTE, visit(QUOTE))
    years, purposes = ([str(1990 + n) for n in range(ROUNDS)], [f"talks {n}" for n in range(ROUNDS)])
    both = [_editor(desk.path, "Aigul", "time", years), _editor(desk.path, "Ben", "purpose", purposes)]
    for process in both:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    ended = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], ended
    assert [json.loads(out)[0] for out, _ in ended] == [years, purposes]
    (thread,) = threads(desk.ledger.reviews()).values()
    assert thread.revision == len(thread.steps) == 2 * ROUNDS
    stands = desk.only().statement
    assert (stands.time, stands.attributes["purpose"]) == (years[-1], purposes[-1])
    for number, (review, subject) in enumerate(thread.steps):
        before, after = (thread.stood(revision)[0] for revision in (number, number + 1))
        assert subject.revision == number + 1
        other = [said.attributes.get("purpose") if review.by == "Aigul" else said.time for said in (before, after)]
        assert other[0] == other[1], "an edit took back what the other person had just written"


def _editor(path: Path, by: str, slot: str, values: list[str]) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITE, str(path), by, slot, json.dumps(values)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
