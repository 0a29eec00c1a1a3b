"""Third-party suites → the table of our figures against the peers', or, for one suite, its answers.

suites.py                                   the table
suites.py SUITE.jsonl > answers.jsonl       the answers to one suite, in its scorer's form
suites.py SUITE.jsonl statements > answers  the same by another module of answers/ (`statements`: only what extraction states)

The suites are no part of this project: they are looked for in ../shared/bench/suites beside it, or in the folder that $DOSTYK_SUITES names.
"""

from __future__ import annotations

import functools
import importlib
import json
import os
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

BENCH = Path(__file__).resolve().parent
READERS = {
    "date": "dates",
    "edtf_syntax": "dates",
    "quantity": "quantities",
    "quantity_bound": "quantities",
    "project_record": "records",
    "name_pair": "pairs",
    "country_name": "countries",
}
THROUGH = {"aiddata_shared through statements": ("aiddata_shared", "statements")}  # rows that answer a suite in another way than its task's reader
WITH_LANGUAGE = ("date", "quantity", "quantity_bound", "project_record")
LANGUAGES = {"en": "en", "ru": "ru", "zh": "zh", "kk": "kk", "eng": "en", "rus": "ru", "zho": "zh", "cmn": "zh", "kaz": "kk"}

Case = dict[str, Any]


def folder() -> Path:
    """Say where the suites are."""
    return Path(os.environ.get("DOSTYK_SUITES") or BENCH.parent.parent / "shared" / "bench" / "suites")


def cases(suite: Path) -> list[Case]:
    """Give the cases of a suite."""
    return [json.loads(line) for line in suite.read_text(encoding="utf-8").splitlines() if line.strip()]


def reply(case: Case, place: Path, reader: str = "") -> dict[str, Any]:
    """Answer one case by the reader of its task, or by the one named.

    A reader that raises has given an error, and a language nobody reads gives nothing.
    """
    try:
        if case["task"] == "robust":
            return importlib.import_module("answers.robust").outcome(case, place)  # type: ignore[no-any-return]
        if case["task"] in WITH_LANGUAGE:
            language = LANGUAGES.get((case.get("lang") or "en").partition("-")[0].lower())
            if language is None:
                return {"id": case["id"], "got": []}
            case = {**case, "lang": language}
        return {"id": case["id"], "got": importlib.import_module(f"answers.{reader or READERS[case['task']]}").answer(case)}
    except Exception as error:
        return {"id": case["id"], "got": [], "error": f"{type(error).__name__}: {error}"}


def replies(suite: Path, reader: str = "") -> Iterator[dict[str, Any]]:
    """Answer every case of a suite, in order."""
    return (reply(case, suite.parent, reader) for case in cases(suite))


@functools.cache
def scorer(place: Path) -> ModuleType:
    """Import the scorer that lies beside the suites."""
    sys.path.append(str(place))
    return importlib.import_module("score_suites")


def score(suite: Path, reader: str = "") -> tuple[Counter[str], Counter[str]]:
    """Give the scorer's counts over a suite, and how many answers were errors, refusals or differed from what is wanted."""
    judge: Callable[[Case, list[Case]], tuple[Counter[str], bool]]
    total: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    for case, answer in zip(cases(suite), replies(suite, reader), strict=True):
        judge = scorer(suite.parent).TASKS[case["task"]][0]
        # As in the scorer's own `main`: what is said of an answer stands in its case.
        tally, _ = judge({**case, "answer": json.loads(json.dumps(answer)), "answered": True}, answer["got"])
        total.update(tally)
        notes.update(cases=1, errors="error" in answer, refused="refused" in answer)
    return total, notes


def figure(tally: Counter[str], name: str) -> float | None:
    """Give one figure out of a scorer's counts: an F1 of a level, a share of a role, or an accuracy."""
    if name in ("accuracy", "survived"):
        part, whole = tally["right"], tally["cases"]
    elif name in ("refused", "duration_right"):
        part, whole = tally[name], tally["impossible" if name == "refused" else "durations"]
    elif "amount gold" in tally:
        part, whole = tally[name], tally["amount gold" if name.startswith("amount") else f"{name} gold"]
    else:
        part, whole = 2 * tally[name], tally["gold"] + tally["said"]
    return part / whole if whole else None


def rows(place: Path) -> Iterator[tuple[str, ...]]:
    """Yield the table's rows: suite, cases, what is measured, ours, the peer's, its name, the target, whether it is met."""
    wanted = tomllib.loads((BENCH / "targets.toml").read_text(encoding="utf-8"))
    for suite, figures in wanted.items():
        file, reader = THROUGH.get(suite, (suite, ""))
        path = place / f"{file}.jsonl"
        if not path.exists():
            yield suite, "-", "not in the folder", "", "", "", "", ""
            continue
        tally, notes = score(path, reader)
        said = "".join(f"; {notes[what]} {what}" for what in ("errors", "refused") if notes[what])
        for at, (name, row) in enumerate(figures.items()):
            ours, target = figure(tally, name), row.get("target")
            met = "" if target is None else "met" if ours is not None and round(ours, 3) >= target else "NOT MET"
            head = (suite, str(notes["cases"])) if at == 0 else ("", "")
            yield (*head, row.get("says", name), shown(ours), shown(row.get("figure")), row.get("peer", "-"), shown(target), met + said * (at == 0))


def shown(value: float | None) -> str:
    """Word a fraction."""
    return "-" if value is None else f"{value:.3f}"


def table() -> None:
    """Print the table of all suites."""
    place = folder()
    if not (place / "score_suites.py").exists():
        print(f"The third-party suites are not in {place}; name their folder with DOSTYK_SUITES=folder to compare with them.")
        return
    heads = ("suite", "cases", "figure", "ours", "peer's", "peer", "target", "")
    lines = [heads]
    print("Third-party suites: fractions; F1 where nothing else is said. The peers' figures are those of the suites' README.")
    for row in rows(place):
        lines.append(row)
    widths = [max(len(line[at]) for line in lines) for at in range(len(heads))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def main() -> None:
    """Print the answers to the suite named, else the table."""
    if len(sys.argv) < 2:
        table()
        return
    for answer in replies(Path(sys.argv[1]).resolve(), *sys.argv[2:3]):
        print(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    main()
