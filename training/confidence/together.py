"""Labelled documents held out from training → the weights of what rules and model say together (`statements/together.tsv`).

    python training/confidence/together.py [--share SHARE] [--show] [--cache FILE]

Each statement of `both` is judged against the labels; a logistic regression tells how likely one read so is right. Figures
are those of a cross-validation in which no document is judged by weights that saw it. SHARE must be the one of `training/reader/train.py`.
"""

from __future__ import annotations

import argparse
import importlib
import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "training" / "confidence"), str(ROOT / "training" / "reader"), str(ROOT / "training" / "labels"), str(ROOT)]

fitting = importlib.import_module("train")  # the neighbour, before the reader's own train.py comes into the way

from evaluate import document_of  # noqa: E402
from gold import gold_of  # noqa: E402
from reading import Labelled  # noqa: E402
from sources import documents, is_held  # noqa: E402
from tests.quality.scoring import judge  # noqa: E402

from dostyk.statements import confidence  # noqa: E402
from dostyk.statements.extract import document_reader  # noqa: E402

OUT = ROOT / "src" / "dostyk" / "statements" / confidence.TOGETHER
SEEN = 4
PENALTY = 3.0
FOLDS = 10
HARD = "(hard pages)"
"""Documents written for the purpose are harder than pages are. What that does to the odds is told apart by features that are not shipped, so that the
shipped weights are those of pages like the calibration set's."""
Row = tuple[str, dict[str, float], bool, float]


def rows(share: float) -> list[Row]:
    """Give (document, features, right or not, weight) of every statement that `both` would say."""
    found: list[Row] = []
    for labelled in documents(ROOT):
        if not is_held(labelled, share):
            continue
        for name in ("both", "model"):
            found += _rows(labelled, name)
    return found


def _rows(labelled: Labelled, reader_name: str) -> list[Row]:
    """The same of one document and one reader."""
    found: list[Row] = []
    reader = document_reader(document_of(labelled), reader_name)
    drafts = list(reader.drafts())
    at = {id(d): s for s, d in drafts}
    kept = reader.settled([d for _, d in drafts])
    said = Counter(id(at[id(d)]) for d in kept)
    gold = list(gold_of(labelled))
    name = f"{labelled.name}.txt"
    spoken = [(d, reader.statement(d)) for d in kept]
    right = judge(gold, {name: [s for _, s in spoken]}, {name: labelled.text})
    for draft, statement in spoken:
        sentence = at[id(draft)]
        base = confidence._sum(confidence.MODEL, confidence.features(statement, sentence, said[id(sentence)], reader.document))
        seen = dict(confidence.heard_features(statement, draft, sentence, base))
        if labelled.head.get("set") != "calibration":
            seen[f"{HARD} {draft.heard if draft.heard in ('alone', 'only') else 'rules'}"] = 1.0
            if draft.heard not in ("alone", "only"):
                seen[f"{HARD} odds"] = base
        found.append((labelled.name, seen, right[f"{name} {statement.id}"], 1.0))
    return found


def fit(x: Any, y: Any, offset: Any) -> Any:
    """Fit by Newton's method what is to be added to the odds that are known; with a penalty on all weights but those of hard pages."""
    w = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    for _ in range(40):
        p = 1 / (1 + np.exp(-(offset + x @ w)))
        gradient = x.T @ (p - y) + penalty * w
        w -= np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(penalty), gradient)
    return w


def out_of_fold(found: list[Row], x: Any, y: Any, offset: Any) -> Any:
    """Judge each document by weights that did not see it."""
    names = sorted({row[0] for row in found})
    random.Random(1).shuffle(names)
    p = np.zeros(len(found))
    for fold in range(FOLDS):
        held = np.array([row[0] in names[fold::FOLDS] for row in found])
        w = fit(x[~held], y[~held], offset[~held])
        p[held] = 1 / (1 + np.exp(-(offset[held] + x[held] @ w)))
    return p


def main() -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=0.06)
    parser.add_argument("--show", action="store_true", help="print the figures only")
    given = parser.parse_args()
    found = rows(given.share)
    counts = Counter(name for row in found for name in row[1])
    names = sorted(name for name, count in counts.items() if count >= SEEN and name != confidence.ODDS)
    x = np.array([[row[1].get(name, 0.0) for name in names] for row in found])
    y = np.array([row[2] for row in found], float)
    offset = np.array([row[1].get(confidence.ODDS, 0.0) for row in found])
    p = out_of_fold(found, x, y, offset)
    for kept in ("calibration", "others"):
        inside = np.array([any(n.startswith(HARD) for n in row[1]) == (kept == "others") for row in found])
        fitting.report(p[inside], y[inside], kept)
    table(found, y)
    if not given.show:
        w = fit(x, y, offset)
        lines = ["# Weights of statements/confidence.py for what rules and model say together; made by training/confidence/together.py."]
        lines += [f"{confidence.ODDS}\t1.000"]
        lines += [
            f"{name}\t{value:.3f}"
            for name, value in zip(names, w, strict=True)
            if not (name.startswith(HARD) or math.isclose(value, 0, abs_tol=0.0005))
        ]
        OUT.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
        print(f"{OUT.relative_to(ROOT)}: {len(lines) - 1} weights")


def table(found: list[Row], y: Any) -> None:
    """Print how often each way of being heard is right."""
    for name in ("rules agrees", "rules differs", "rules silent", "alone alone", "only only"):
        marks = [right for row, right in zip(found, y, strict=True) if name in row[1]]
        print(f"  {name}: {len(marks)} said, {sum(marks) / max(1, len(marks)):.2f} right")


if __name__ == "__main__":
    main()
