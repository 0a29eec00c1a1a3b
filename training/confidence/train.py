"""Texts with gold → the weights of `statements/confidence.py`: a logistic regression of what is right on how it was read.

    python training/confidence/train.py [--show] [FOLDER...]

A folder holds `texts/` and `gold.jsonl` as in `tests/quality`; by default the sets `development` and `calibration`. `calibration` holds texts
that no rule was made for when the shipped weights were trained (commit 7340962), so its statements count CALIBRATION times as much. Rules
were mended from its misses since: weights trained now would be too sure, and want new texts first. Figures are those of a cross-validation
in which no text is judged by weights that saw it. The same texts read by the same rules give the same bytes.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.quality.scoring import judge, load  # noqa: E402

from dostyk.documents import read  # noqa: E402
from dostyk.statements import confidence, explain  # noqa: E402

OUT = ROOT / "src" / "dostyk" / "statements" / confidence.MODEL
SETS = [ROOT / "tests" / "quality" / name for name in ("development", "calibration")]
CALIBRATION = 4.0
SEEN = 4  # features rarer than this are left out
PENALTY = 10.0
FOLDS = 10
Row = tuple[str, dict[str, float], bool, float]


def rows(folder: Path) -> list[Row]:
    """Give (text, features, right or not, weight) of every statement read from a folder's texts."""
    texts, gold = load(folder)
    found = []
    for path in sorted((folder / "texts").glob("*.txt")):
        document = read(path)
        for one in explain(document):
            made = [spoken.statement for spoken in one.spoken if spoken.statement is not None]
            found += [(path.name, made_one, dict(confidence.features(made_one, one.sentence, len(made), document))) for made_one in made]
    said: dict[str, list[object]] = {}
    for name, statement, _ in found:
        said.setdefault(name, []).append(statement)
    right = judge(gold, said, texts)  # type: ignore[arg-type]
    weight = CALIBRATION if folder.name == "calibration" else 1.0
    return [(f"{folder.name}/{name}", seen, right[f"{name} {statement.id}"], weight) for name, statement, seen in found]


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Fit by Newton's method, with a penalty on all weights but the bias (the last column)."""
    w = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[-1] = 0.01
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (weight * (p - y)) + penalty * w
        w -= np.linalg.solve((x.T * (weight * p * (1 - p))) @ x + np.diag(penalty), gradient)
    return w


def out_of_fold(found: list[Row], x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Judge each text by weights that did not see it."""
    names = sorted({row[0] for row in found})
    random.Random(1).shuffle(names)
    p = np.zeros(len(found))
    for fold in range(FOLDS):
        held = np.array([row[0] in names[fold::FOLDS] for row in found])
        if held.any():
            p[held] = 1 / (1 + np.exp(-x[held] @ fit(x[~held], y[~held], weight[~held])))
    return p


def report(p: np.ndarray, y: np.ndarray, name: str) -> None:
    """Print how well the confidence orders and how far it can be believed."""
    order = p.argsort()
    ranks = np.empty(len(p))
    ranks[order] = np.arange(len(p))
    ones = y.sum()
    area = (ranks[y == 1].sum() - ones * (ones - 1) / 2) / (ones * (len(y) - ones))
    print(f"{name}: {len(y)} statements, {y.mean():.3f} right; area under the curve {area:.3f}; Brier score {((p - y) ** 2).mean():.3f}")
    for low in range(10):
        inside = (p >= low / 10) & (p < (low + 1) / 10 + (low == 9))
        if inside.sum():
            print(f"  said {p[inside].mean():.2f}  right {y[inside].mean():.2f}  of {inside.sum()}")


def main() -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="print the figures only")
    given = parser.parse_args()
    found = [row for folder in given.folders or SETS if folder.exists() for row in rows(folder)]
    counts = Counter(name for row in found for name in row[1])
    names = sorted(name for name, count in counts.items() if count >= SEEN)
    x = np.array([[row[1].get(name, 0.0) for name in names] + [1.0] for row in found])
    y = np.array([row[2] for row in found], float)
    weight = np.array([row[3] for row in found])
    p = out_of_fold(found, x, y, weight)
    for folder in dict.fromkeys(row[0].split("/")[0] for row in found):
        inside = np.array([row[0].startswith(f"{folder}/") for row in found])
        report(p[inside], y[inside], folder)
    if not given.show:
        w = fit(x, y, weight)
        lines = ["# Weights of statements/confidence.py; made by training/confidence/train.py.", f"bias\t{w[-1]:.3f}"]
        lines += [f"{name}\t{value:.3f}" for name, value in zip(names, w[:-1], strict=True) if not math.isclose(value, 0, abs_tol=0.0005)]
        OUT.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
        print(f"{OUT.relative_to(ROOT)}: {len(lines) - 1} weights")


if __name__ == "__main__":
    main()
