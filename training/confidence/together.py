"""Labelled documents held out from training → the weights of what rules and model say together (`statements/together.tsv`).

    python training/confidence/together.py [--share SHARE] [--show] [--cache FILE]

Each statement of `both`, rivals included, is judged against the labels; a logistic regression tells how likely one read so is right. Figures
are those of a cross-validation in which no document is judged by weights that saw it. SHARE must be the one of `training/reader/train.py`.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "training" / "reader"), str(ROOT / "training" / "labels"), str(ROOT / "training" / "confidence"), str(ROOT)]

from evaluate import document_of  # noqa: E402
from gold import gold_of  # noqa: E402
from sources import documents, is_held  # noqa: E402
from tests.quality.scoring import judge  # noqa: E402
from train import fit, out_of_fold, report  # noqa: E402

from dostyk.statements import confidence, settle  # noqa: E402
from dostyk.statements.extract import document_reader  # noqa: E402

OUT = ROOT / "src" / "dostyk" / "statements" / confidence.TOGETHER
SEEN = 4
Row = tuple[str, dict[str, float], bool, float]


def rows(share: float) -> list[Row]:
    """Give (document, features, right or not, weight) of every statement that `both` would say, rivals each on their own."""
    found: list[Row] = []
    for labelled in documents(ROOT):
        if not is_held(labelled, share):
            continue
        reader = document_reader(document_of(labelled), "both")
        drafts = list(reader.drafts())
        at = {id(d): s for s, d in drafts}
        kept = settle.settle([d for _, d in drafts], reader.kinds)
        said = Counter(id(at[id(d)]) for d in kept)
        gold = list(gold_of(labelled))
        name = f"{labelled.name}.txt"
        for side in ("rules", "model"):
            spoken = [(d, reader.statement(d)) for d in kept if not d.rival or d.rule.startswith("model.") == (side == "model")]
            right = judge(gold, {name: [s for _, s in spoken]}, {name: labelled.text})
            for draft, statement in spoken:
                if (side == "model") != draft.rule.startswith("model."):
                    continue
                sentence = at[id(draft)]
                base = confidence._sum(confidence.MODEL, confidence.features(statement, sentence, said[id(sentence)], reader.document))
                seen = dict(confidence.heard_features(statement, draft, sentence, base))
                found.append((labelled.name, seen, right[f"{name} {statement.id}"], 1.0))
    return found


def main() -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=0.06)
    parser.add_argument("--show", action="store_true", help="print the figures only")
    given = parser.parse_args()
    found = rows(given.share)
    counts = Counter(name for row in found for name in row[1])
    names = sorted(name for name, count in counts.items() if count >= SEEN)
    x = np.array([[row[1].get(name, 0.0) for name in names] + [1.0] for row in found])
    y = np.array([row[2] for row in found], float)
    weight = np.ones(len(found))
    p = out_of_fold(found, x, y, weight)
    report(p, y, "both")
    table(found, y)
    if not given.show:
        w = fit(x, y, weight)
        lines = ["# Weights of statements/confidence.py for what rules and model say together; made by training/confidence/together.py."]
        lines += [f"bias\t{w[-1]:.3f}"]
        lines += [f"{name}\t{value:.3f}" for name, value in zip(names, w[:-1], strict=True) if not math.isclose(value, 0, abs_tol=0.0005)]
        OUT.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
        print(f"{OUT.relative_to(ROOT)}: {len(lines) - 1} weights")


def table(found: list[Row], y: Any) -> None:
    """Print how often each way of being heard is right."""
    for name in ("rules agrees", "rules differs", "rules silent", "model differs", "model alone"):
        marks = [right for row, right in zip(found, y, strict=True) if name in row[1]]
        print(f"  {name}: {len(marks)} said, {sum(marks) / max(1, len(marks)):.2f} right")


if __name__ == "__main__":
    main()
