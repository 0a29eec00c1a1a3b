"""Labelled documents → the rules and slots for which the model speaks where it and the rules differ (`statements/speaks.tsv`).

    python training/confidence/speaks.py [--share SHARE] [--names PREFIX …] [--show]

Each difference on a document that the model did not learn from is judged against the labels: whose filler agrees. A slot goes over to the
model where it is right at least TIMES as often as the rule and at least MORE times more. SHARE must be the one of
`training/reader/train.py`; --names takes the documents whose name begins so, where the weights are older than they.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "training" / "reader"), str(ROOT / "training" / "labels"), str(ROOT)]

from evaluate import document_of  # noqa: E402
from gold import gold_of  # noqa: E402
from reading import Labelled  # noqa: E402
from sources import documents, is_held  # noqa: E402
from tests.quality.scoring import likeness  # noqa: E402

from dostyk.model.kind import Draft  # noqa: E402
from dostyk.statements.extract import document_reader  # noqa: E402

together = importlib.import_module("dostyk.statements.together")
OUT = ROOT / "src" / "dostyk" / "statements" / "speaks.tsv"
TIMES, MORE = 1.8, 8


def differences(labelled: Labelled) -> Counter[tuple[str, str, str]]:
    """Count, by rule, slot and who is right, the differences of one document."""
    found: Counter[tuple[str, str, str]] = Counter()
    reader = document_reader(document_of(labelled), "both")
    gold = list(gold_of(labelled))
    for _, draft in reader.drafts():
        for slot in draft.differs if draft.rival is not None else ():
            taken = replace(draft, roles=dict(draft.roles), attributes=dict(draft.attributes))
            together.take(taken, draft.rival, slot)
            ours, theirs = (_best(gold, d, labelled, reader) for d in (draft, taken))
            if ours != theirs:
                found[draft.rule, slot, "rules" if ours > theirs else "model"] += 1
    return found


def _best(gold, draft: Draft, labelled: Labelled, reader) -> int:  # noqa: ANN001
    """With how many slots of the gold line that it meets a statement agrees."""
    statement = reader.statement(draft)
    return max((likeness(line, statement, labelled.text) for line in gold), default=0)


def main() -> None:
    """Count, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=0.06)
    parser.add_argument("--names", nargs="*", default=[])
    parser.add_argument("--show", action="store_true", help="print the counts only")
    given = parser.parse_args()
    together.spoken_by_model = frozenset  # whoever speaks now must not decide who speaks
    found: Counter[tuple[str, str, str]] = Counter()
    for labelled in documents(ROOT):
        if labelled.name.startswith(tuple(given.names)) if given.names else is_held(labelled, given.share):
            found += differences(labelled)
    lines = [f"# rule{chr(9)}slot{chr(9)}times the model alone was right{chr(9)}times the rule alone was; made by training/confidence/speaks.py"]
    for rule, slot in sorted({(rule, slot) for rule, slot, _ in found}):
        model, rules = found[rule, slot, "model"], found[rule, slot, "rules"]
        over = model >= TIMES * rules and model - rules >= MORE
        if over or model + rules >= MORE:
            print(f"{rule:28} {slot:14} model {model:4} rules {rules:4}{'  speaks' if over else ''}")
        if over:
            lines.append(f"{rule}\t{slot}\t{model}\t{rules}")
    if not given.show:
        OUT.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
