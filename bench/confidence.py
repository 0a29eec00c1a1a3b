"""Texts with gold that the confidence was not trained on → its reliability: what is said with 0.8 should be right four times in five."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.quality.scoring import judge, load  # noqa: E402

from dostyk.documents import read  # noqa: E402
from dostyk.statements import extract  # noqa: E402

SET = ROOT / "tests" / "quality" / "checking"
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    """Print the reliability curve, and precision and recall for whoever keeps only what is sure enough."""
    texts, gold = load(SET)
    said = {path.name: extract(read(path)) for path in sorted((SET / "texts").glob("*.txt"))}
    right = judge(gold, said, texts)
    judged = [(statement.confidence, right[f"{name} {statement.id}"]) for name, found in said.items() for statement in found]
    print(f"Confidence on {len(texts)} texts it was not trained on ({SET.relative_to(ROOT)}), {len(judged)} statements")
    for low, high in pairwise(EDGES):
        inside = [(sure, good) for sure, good in judged if low <= sure < high]
        if inside:
            mean, share = sum(sure for sure, _ in inside) / len(inside), sum(good for _, good in inside) / len(inside)
            print(f"  said {mean:.2f}   right {share:.2f}   of {len(inside)}")
    wanted = sum(bool(line.get("need", True)) for line in gold)
    print("Kept from a confidence on: statements, share right, right ones as a share of the wanted")
    for least in THRESHOLDS:
        kept = [good for sure, good in judged if sure >= least]
        print(f"  {least:.1f}   {len(kept):4}   {sum(kept) / max(1, len(kept)):.2f}   {sum(kept) / wanted:.2f}")


if __name__ == "__main__":
    main()
