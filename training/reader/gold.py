"""Labels in the form of the benchmark's gold, for its scorer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reading import CLOSED, ROLES, Label, Labelled

from dostyk.values.names import find_places


def gold_of(labelled: Labelled) -> Iterator[dict[str, Any]]:
    """One gold statement for each label; documents without any have one line that says so."""
    if not labelled.labels:
        yield {
            "doc": f"{labelled.name}.txt",
            "kind": "Relations",
            "anchor": labelled.text[:20],
            "roles": {},
            "attributes": {},
            "time": [],
            "need": False,
        }
    for label in labelled.labels:
        yield {
            "doc": f"{labelled.name}.txt",
            "kind": label.kind,
            "anchor": _anchor(labelled.text, label.start, label.end),
            "roles": _roles(label),
            "time": [p.value for p in label.parts if p.slot == "time"][:1],
            "attributes": {
                p.slot: [p.value or p.words, *([p.words] if p.words != "-" and p.slot not in CLOSED else [])]
                for p in label.parts
                if p.slot not in ROLES[label.kind] and p.slot not in ("time", "attribution")
            },
            "modality": label.modality,
            "need": label.needed,
        }


def _roles(label: Label) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for part in label.parts:
        if part.slot in ROLES[label.kind]:
            values = part.value.split(" + ") if part.value else [part.words]
            for value in values:
                accepted = [value.strip()]
                accepted += [found[0].name for found in [find_places(value.strip())] if len(found) == 1 and found[0].text == value.strip()]
                if part.words != "-" and len(values) == 1:
                    accepted.append(part.words)
                found.setdefault(part.slot, []).append(accepted)
    return found


def _anchor(text: str, start: int, end: int) -> str:
    """The words at an offset, with as many around them as make them occur once before it."""
    while text.find(text[start:end]) != start:
        if start > 0 and text[start - 1] != "\n":
            start -= 1
        elif end < len(text):
            end += 1
        else:
            break
    return text[start:end]
