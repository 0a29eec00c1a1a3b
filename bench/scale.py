"""A ledger of made-up statements → what it costs to reconcile it, to ask one thing, and to take in one document more.

    .venv/bin/python bench/scale.py [--statements 100000] [--ledger FILE] [--points]

Each figure stands beside one of the same run that says how fast the machine is at that moment: a plain look-up of a row by its id in the same
file, and a sort of as many random numbers as there are statements. Questions are put inside one process, in milliseconds of CPU; whole
commands are timed by the clock. Only ratios are of use elsewhere.
`--points` asks only, of results that are stored in FILE already.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ledgers import dossier, fill

from dostyk.ledger import Ledger
from dostyk.pipeline import facts_of, results_of
from dostyk.results import Wanted
from dostyk.review import Record
from dostyk.search import Chosen, ask, catch_up, find, keep, parse, portray

ROUNDS = 15
CODE = "import sys; from dostyk.cli.program import run; sys.exit(run(sys.argv[1:]))"


def main() -> None:
    """Make or take a ledger and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--ledger", type=Path, help="use the ledger that is here, or make it here")
    parser.add_argument("--points", action="store_true", help="only ask single things")
    parser.add_argument("--no-search", action="store_true", help="leave the search index out")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger or Path(folder) / "ledger.db"
        with Ledger.open(path) as ledger:
            if not next(ledger.versions(), None):
                cost("written", lambda: fill(ledger, given.statements))
            if not given.no_search:
                cost("search index", lambda: catch_up(ledger))
            if not given.points:
                whole(ledger, given.no_search)
            points(ledger, not given.no_search)
        commands(path)


def cost(what: str, act: Callable[[], object]) -> float:
    """Do something once and print seconds of CPU and by the clock."""
    cpu, clock = time.process_time(), time.monotonic()
    act()
    cpu, clock = time.process_time() - cpu, time.monotonic() - clock
    print(f"{what:58} {cpu:8.2f} s of CPU {clock:8.2f} s by the clock", flush=True)
    return cpu


def whole(ledger: Ledger, no_search: bool) -> None:
    """Work everything out, then once more after one document more."""
    count = int(next(ledger.rows("SELECT count(*) FROM statements"))[0])
    yardstick = cost(
        f"sorting {count:,} random numbers ten times", lambda: [sorted(random.Random(n).random() for _ in range(count)) for n in range(10)]
    )
    spent = cost(f"{count:,} statements reconciled and stored", lambda: results_of(ledger))
    print(f"  {spent / yardstick:.1f} times the sorting; {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB at most")
    counts = ledger.rows("SELECT sort, count(*) FROM results_things GROUP BY sort ORDER BY sort")
    print("  " + ", ".join(f"{number:,} {sort}s" for sort, number in counts))
    entry = next(dossier(10**6, 99))
    at = "2026-03-01T00:00:00+00:00"
    cost("one document more, its search index included", lambda: ledger.record(entry, at, also=None if no_search else keep))
    cost("the next question after that", lambda: results_of(ledger))


def points(ledger: Ledger, search: bool) -> None:
    """Ask single things."""
    rows = list(ledger.rows("SELECT sort, id FROM results_things WHERE place % 97 = 5 ORDER BY sort, place LIMIT 4000"))
    pick = random.Random(1)
    ids = {sort: [id for s, id in rows if s == sort] for sort in ("fact", "finding", "promise")}
    total = int(next(ledger.rows("SELECT max(number) FROM versions"))[0])
    numbers = [pick.randint(1, total) for _ in range(ROUNDS)]
    statements = [str(row[0]) for n in numbers for row in list(ledger.rows("SELECT id FROM statements WHERE version = ? LIMIT 1", (n,)))]
    documents = [str(row[0]) for n in numbers for row in list(ledger.rows("SELECT document FROM versions WHERE number = ?", (n,)))]
    lookup = "SELECT * FROM statements JOIN versions ON number = version JOIN texts ON texts.id = document WHERE statements.id = ?"
    asked: dict[str, Callable[[int], object]] = {
        "a row by its id, with its text (plain SQL)": lambda n: list(ledger.rows(lookup, (statements[n % len(statements)],))),
        "show a statement": lambda n: Record(ledger).find(statements[n % len(statements)]),
        "statements of a document": lambda n: list(Record(ledger).statements(document=documents[n % len(documents)])),
        **{f"show a {sort}": lambda n, found=found: results_of(ledger).find(found[n * 31 % len(found)]) for sort, found in ids.items() if found},
        "facts --kind Visit --country KZ --limit 20": lambda n: list(facts_of(ledger, Wanted("Visit", "KZ", 20))),
        "facts --kind Agreement --limit 20": lambda n: list(facts_of(ledger, Wanted("Agreement", None, 20))),
    }
    if search:
        names = [str(row[0]) for row in ledger.rows("SELECT name FROM search_names WHERE type = 'person' AND number % 11 = 3 LIMIT 100")]
        coined = [str(row[0]) for row in ledger.rows("SELECT name FROM search_names WHERE sort = 'project' AND number % 7 = 3 LIMIT 100")]
        asked |= {
            "search, a rare word": lambda n: find(ledger, parse(coined[n % len(coined)].split()[0]), Chosen()),
            "search, a person": lambda n: find(ledger, parse(names[n % len(names)]), Chosen()),
            "entity, a person": lambda n: _portrait(ledger, names[n % len(names)]),
            "entity, a project": lambda n: _portrait(ledger, coined[n % len(coined)]),
        }
    print(f"{'milliseconds of CPU':58} {'first':>8} {'median':>8} {'worst':>8} {'of a row':>9}")
    row = 0.0
    for name, question in asked.items():
        taken = []
        for n in range(ROUNDS + 1):
            begun = time.process_time()
            question(n)
            taken.append((time.process_time() - begun) * 1000)
        middle = statistics.median(taken[1:])
        row = row or middle
        print(f"  {name:56} {taken[0]:8.1f} {middle:8.1f} {max(taken[1:]):8.1f} {middle / row:8.0f}×", flush=True)


def _portrait(ledger: Ledger, name: str) -> object:
    answer = ask(ledger, name, Chosen())
    return portray(ledger, answer.meant[0], Chosen()) if answer.meant else None


def commands(path: Path) -> None:
    """Run whole commands, from the start of the program to its end."""
    with Ledger.open(path, create=False) as ledger:
        ids = [
            str(next(ledger.rows("SELECT id FROM results_things WHERE sort = ? LIMIT 1 OFFSET 7", (sort,)), ("",))[0]) for sort in ("fact", "promise")
        ]
        statement = str(next(ledger.rows("SELECT id FROM statements LIMIT 1 OFFSET 70"))[0])
    base = 0.0
    for words in (["--version"], ["show", statement], *(["show", id] for id in ids if id), ["facts", "--kind", "Visit", "--limit", "20"]):
        taken = []
        for _ in range(3):
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-c", CODE, "--ledger", str(path), *words], capture_output=True, check=False)
            taken.append((time.perf_counter() - begun) * 1000)
        base = base or min(taken)
        print(f"  whole command: dostyk {' '.join(words):35} {min(taken):8.0f} ms, {min(taken) / base:.1f} times --version", flush=True)


if __name__ == "__main__":
    main()
