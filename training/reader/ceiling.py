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

from gold import gold_of
from reading import Label, Labelled
from sources import documents

from dostyk.grammar import analyse
from dostyk.model.document import Document
from dostyk.statements.extract import DocumentReader
from dostyk.trained.heads import IMPLIED
from dostyk.trained.proposal import Link, Proposal

ROOT = pathlib.Path(__file__).parent.parent.parent


def proposals(labelled: Labelled, bounds: list[tuple[int, int]]) -> dict[int, list[Proposal]]:
    """The labels as if the model had said them."""
    found: dict[int, list[Proposal]] = {}
    made: dict[tuple[str, int, int], Proposal] = {}
    for label in labelled.labels:
        number = next((n for n, (s, e) in enumerate(bounds) if s <= label.start < e), None)
        if number is None:
            continue
        key = (label.kind, label.start, label.end)
        if key not in made:
            said = {p.slot: p.value or p.words for p in label.parts}
            made[key] = Proposal(
                label.kind, number, label.start, label.end, 0.9, {}, label.modality, said.get("statistic", "level"),
                said.get("measure", "") if not any(p.slot == "measure" and p.spans and p.value is None for p in label.parts) else "",
            )  # fmt: skip
            found.setdefault(number, []).append(made[key])
        _link(made[key], label)
    return found


def _link(proposal: Proposal, label: Label) -> None:
    for part in label.parts:
        name = "rule" if (label.kind, part.slot) == ("Regime", "subject") else part.slot
        for start, end in part.spans:
            link = Link(start, end, 1.0)
            if link not in proposal.links.setdefault(name, []):
                proposal.links[name].append(link)
        if not part.spans and name in IMPLIED:
            proposal.implied |= {name}


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
            document = Document(
                labelled.text, f"{labelled.name}.txt", language="en", published=labelled.head.get("published"),
                title=labelled.head.get("title"), publisher=labelled.head.get("publisher"),
            )  # fmt: skip
            sentences = analyse(labelled.text, labelled.head.get("published"))
            reader = DocumentReader(document, sentences, proposals(labelled, [(s.start, s.end) for s in sentences]), rules=False)
            for statement in reader.statements(list(reader.drafts())).values():
                said.write(json.dumps(statement.as_json(), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
