"""Where a document's text stands on its pages ↔ one JSON text of the ledger, in whole tenths of a point and counted on from run to run."""

from __future__ import annotations

import json

from dostyk.model.layout import Layout, Run

TENTHS = 10


def layout_json(layout: Layout | None) -> str | None:
    """Write a layout: {"pages": [[width, height], …], "runs": [page, characters since the run before, length, left, top, width, height, …]}."""
    if layout is None:
        return None
    numbers: list[int] = []
    at = 0
    for run in layout.runs:
        left, top, right, bottom = (round(edge * TENTHS) for edge in run.box)
        numbers += [run.page, run.start - at, run.end - run.start, left, top, right - left, bottom - top]
        at = run.end
    pages = [[round(width * TENTHS), round(height * TENTHS)] for width, height in layout.pages]
    return json.dumps({"pages": pages, "runs": numbers}, separators=(",", ":"))


def layout_from(data: str) -> Layout:
    """Read a layout back."""
    held = json.loads(data)
    numbers, at = held["runs"], 0
    runs: list[Run] = []
    for page, gap, length, left, top, width, height in zip(*(iter(numbers),) * 7, strict=True):
        box = (left / TENTHS, top / TENTHS, (left + width) / TENTHS, (top + height) / TENTHS)
        runs.append(Run(at + gap, at + gap + length, page, box))
        at = at + gap + length
    return Layout(tuple((width / TENTHS, height / TENTHS) for width, height in held["pages"]), tuple(runs))
