#!/usr/bin/env python3
"""How far two readers agree: the second's labels are scored against the first's as if a program had said them.

    agreement.py OUT FIRST SECOND

FIRST and SECOND are folders of label files; documents of SECOND are compared. Writes OUT/gold.jsonl (the first), OUT/said.jsonl (the
second) and OUT/texts for the benchmark's scorer (bench/score.py in ../shared).
"""

from __future__ import annotations

import json
import pathlib
import sys
from typing import Any

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "reader"))

from gold import gold_of
from reading import ROLES, Label, read_labelled


def said(name: str, label: Label, text: str) -> dict[str, Any]:
    """A label in the contract's form, as far as it goes."""
    roles: dict[str, list[dict[str, str]]] = {}
    for part in label.parts:
        if part.slot in ROLES[label.kind]:
            for value in part.value.split(" + ") if part.value else [part.words]:
                roles.setdefault(part.slot, []).append({"text": part.words, "name": value.strip()})
    values = {p.slot: p.value or p.words for p in label.parts if p.slot not in ROLES[label.kind]}
    return {
        "kind": label.kind,
        "roles": roles,
        "attributes": {k: v for k, v in values.items() if k not in ("time", "attribution")},
        "time": values.get("time"),
        "modality": label.modality,
        "document": {"source": f"{name}.txt"},
        "evidence": {"start": label.start, "end": label.end, "quote": text[label.start : label.end]},
    }


def main() -> None:
    """Write both readings."""
    out, first, second = (pathlib.Path(a) for a in sys.argv[1:4])
    (out / "texts").mkdir(parents=True, exist_ok=True)
    with (out / "gold.jsonl").open("w") as gold, (out / "said.jsonl").open("w") as other:
        for path in sorted(second.glob("*.lab")):
            one, two = read_labelled(first / path.name), read_labelled(path)
            if one.text != two.text:
                sys.exit(f"{path.name}: the two readers had different texts")
            (out / "texts" / f"{one.name}.txt").write_text(one.text)
            gold.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in gold_of(one))
            other.writelines(json.dumps(said(two.name, label, two.text), ensure_ascii=False) + "\n" for label in two.labels)


if __name__ == "__main__":
    main()
