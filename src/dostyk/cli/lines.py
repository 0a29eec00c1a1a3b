"""Nouns → lines on standard output: JSON lines, or columns that stand under one another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def json_line(data: Mapping[str, Any]) -> str:
    """Write one JSON line, letters as they are, keys in the order given."""
    return json.dumps(data, ensure_ascii=False)


def columns(rows: Iterable[Sequence[str]], heads: Sequence[str]) -> Iterable[str]:
    """Align rows under heads; the last column keeps its length."""
    table = [tuple(heads), *(tuple(" ".join(cell.split()) for cell in row) for row in rows)]
    widths = [min(60, max(len(row[at]) for row in table)) for at in range(len(heads))]
    for row in table:
        cells = [cell[:60].ljust(width) for cell, width in zip(row[:-1], widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()
