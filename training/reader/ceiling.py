#!/usr/bin/env python3
"""How well labels survive: gold proposals are built into statements and scored against their own labels.

    ceiling.py SCORE.py OUT [PREFIX …]

Writes OUT/gold.jsonl, OUT/texts and OUT/said.jsonl for the scorer: what is lost here no model can reach.
"""

from __future__ import annotations

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "labels"))

from evaluate import document_of
from examples import examples
from gold import gold_of
from reading import Labelled
from sources import documents

from dostyk.grammar import analyse
from dostyk.statements.extract import DocumentReader
from dostyk.trained.heads import IMPLIED, KINDS, MODALITIES, SLOTS, STATISTICS
from dostyk.trained.proposal import Link, Proposal

ROOT = pathlib.Path(__file__).parent.parent.parent


def proposals(labelled: Labelled) -> dict[int, list[Proposal]]:
    """The labels as if the model had said them, window by window."""
    found: dict[int, list[Proposal]] = {}
    for example in examples(labelled)[0]:
        words = example.window.words
        for target in example.targets:
            first, last = words[target.start], words[target.end]
            implied = frozenset(IMPLIED[n] for n in target.implied)
            proposal = Proposal(
                KINDS[target.kind], first.sentence, first.start, last.end, 0.9, {}, MODALITIES[target.modality], STATISTICS[target.statistic],
                target.measure, implied,
            )  # fmt: skip
            for slot, begin, end in target.links:
                proposal.links.setdefault(SLOTS[slot], []).append(Link(words[begin].start, words[end].end, 1.0))
            found.setdefault(first.sentence, []).append(proposal)
    return found


def main() -> None:
    """Write gold, texts and what is said."""
    out = pathlib.Path(sys.argv[1])
    (out / "texts").mkdir(parents=True, exist_ok=True)
    with (out / "gold.jsonl").open("w") as gold, (out / "said.jsonl").open("w") as said:
        for labelled in documents(ROOT):
            if sys.argv[2:] and not labelled.name.startswith(tuple(sys.argv[2:])):
                continue
            (out / "texts" / f"{labelled.name}.txt").write_text(labelled.text)
            for line in gold_of(labelled):
                gold.write(json.dumps(line, ensure_ascii=False) + "\n")
            document = document_of(labelled)
            sentences = analyse(labelled.text, labelled.head.get("published"))
            reader = DocumentReader(document, sentences, proposals(labelled), rules=False)
            for statement in reader.statements(list(reader.drafts())).values():
                said.write(json.dumps(statement.as_json(), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
