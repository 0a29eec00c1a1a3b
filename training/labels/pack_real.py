#!/usr/bin/env python3
"""Keep labels of real documents as offsets and hashes, without their text.

    pack_real.py CORPORA FOLDER [FOLDER …] > real.jsonl

FOLDER holds NAME.lab files of documents of the open corpora (../shared): NAME.txt of corpora/us-recognition, or a record's id of
bench/suites/aiddata_shared.jsonl. One document a line: where its text stands, the SHA-256 of the text, and the labels, whose words are
offsets into it. A label file whose text is not the corpus's is refused.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import sys
from typing import Any

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from reading import Label, Labelled, Part, read_labelled

RECORDS = "bench/suites/aiddata_shared.jsonl"
HISTORIES = "corpora/us-recognition"


def texts(shared: pathlib.Path) -> dict[str, tuple[str, str]]:
    """Where each document of the corpora stands and its text, by name."""
    found = {p.stem: (f"{HISTORIES}/{p.name}", p.read_text("utf-8")) for p in sorted((shared / HISTORIES).glob("*.txt"))}
    for line in (shared / RECORDS).read_text("utf-8").splitlines():
        record = json.loads(line)
        found[record["id"].replace("/", "_")] = (f"{RECORDS}#{record['id']}", record["text"])
    return found


def packed(labelled: Labelled, where: str, text: str) -> dict[str, Any]:
    """A labelled document without its text."""
    if labelled.text.rstrip() != text.rstrip():
        raise ValueError(f"{labelled.name}: its text is not that of {where}")
    return {
        "source": where,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "head": labelled.head,
        "labels": [_label(label) for label in labelled.labels],
    }


def _label(label: Label) -> dict[str, Any]:
    parts = [{"slot": p.slot, "spans": p.spans, **({"value": p.value} if p.value is not None else {})} for p in label.parts]
    return {"kind": label.kind, "modality": label.modality, "needed": label.needed, "start": label.start, "end": label.end, "parts": parts}


def unpacked(line: dict[str, Any], shared: pathlib.Path) -> Labelled | None:
    """A labelled document with its text, None where the corpus is not at hand; raises ValueError where its text is another."""
    name, _, identity = line["source"].partition("#")
    path = shared / name
    if not path.exists():
        return None
    if identity:
        text = next(r["text"] for r in map(json.loads, path.read_text("utf-8").splitlines()) if r["id"] == identity)
    else:
        text = path.read_text("utf-8")
    if hashlib.sha256(text.encode()).hexdigest() != line["sha256"]:
        raise ValueError(f"{line['source']}: its text has changed since it was labelled")
    labels = [
        Label(
            raw["kind"],
            raw["modality"],
            raw["needed"],
            raw["start"],
            raw["end"],
            [
                Part(p["slot"], " + ".join(text[s:e] for s, e in p["spans"]) or "-", p.get("value"), [(s, e) for s, e in p["spans"]])
                for p in raw["parts"]
            ],
            0,
        )
        for raw in line["labels"]
    ]
    return Labelled((identity or path.stem).replace("/", "_"), line["head"], text, labels, [])


def main() -> None:
    """Pack every label file of the folders."""
    shared = pathlib.Path(sys.argv[1])
    known = texts(shared)
    for folder in sys.argv[2:]:
        for path in sorted(pathlib.Path(folder).glob("*.lab")):
            labelled = read_labelled(path)
            where, text = known[labelled.name]
            print(json.dumps(packed(labelled, where, text), ensure_ascii=False))


if __name__ == "__main__":
    main()
