#!/usr/bin/env python3
"""Score the readers on labelled documents.

    evaluate.py OUT READER [--held SHARE | --names PREFIX …] [--least SCORE]

READER is rules, model or both. Writes OUT/gold.jsonl, OUT/texts and OUT/said.jsonl for the benchmark's scorer; with --held only
documents that `train.py --share SHARE` holds out.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "labels"))

from gold import gold_of
from sources import documents, is_held

from dostyk.grammar import analyse
from dostyk.model.document import Document
from dostyk.statements.extract import DocumentReader
from dostyk.trained.proposing import propose

ROOT = pathlib.Path(__file__).parent.parent.parent


def main() -> None:
    """Write gold, texts and what a reader says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("reader", choices=["rules", "model", "both"])
    parser.add_argument("--held", type=float)
    parser.add_argument("--names", nargs="*")
    parser.add_argument("--least", type=float, default=0.5)
    args = parser.parse_args()
    out = args.out
    (out / "texts").mkdir(parents=True, exist_ok=True)
    with (out / "gold.jsonl").open("w") as gold, (out / "said.jsonl").open("w") as said:
        for labelled in documents(ROOT):
            if args.held is not None and not is_held(labelled, args.held) or args.names and not labelled.name.startswith(tuple(args.names)):
                continue
            (out / "texts" / f"{labelled.name}.txt").write_text(labelled.text)
            for line in gold_of(labelled):
                gold.write(json.dumps(line, ensure_ascii=False) + "\n")
            document = document_of(labelled)
            sentences = analyse(document.text, document.published)
            proposals = propose(document.text, sentences, args.least) if args.reader != "rules" else None
            reader = DocumentReader(document, sentences, proposals, rules=args.reader != "model")
            for statement in reader.statements(list(reader.drafts())).values():
                said.write(json.dumps(statement.as_json(), ensure_ascii=False) + "\n")


def document_of(labelled) -> Document:  # noqa: ANN001
    """A labelled document as the program would read it."""
    head = labelled.head
    return Document(
        labelled.text,
        f"{labelled.name}.txt",
        language="en",
        published=head.get("published"),
        title=head.get("title"),
        publisher=head.get("publisher"),
    )


if __name__ == "__main__":
    main()
