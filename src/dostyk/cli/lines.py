"""Nouns → lines on standard output: JSON lines, or columns that stand under one another."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

WIDEST = 48
"""Characters up to which a column is padded; a longer cell keeps its length."""


def json_line(data: Mapping[str, Any]) -> str:
    """Write one JSON line, letters as they are, keys in the order given."""
    return json.dumps(data, ensure_ascii=False)


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table: fitted to the window on a terminal, plain aligned text anywhere else."""
    if sys.stdout.isatty():
        from rich import box
        from rich.console import Console
        from rich.table import Table

        table = Table(*heads, box=box.SIMPLE_HEAD, pad_edge=False)
        for row in rows:
            table.add_row(*(cell.replace("[", "\\[") for cell in row))
        Console().print(table)
        return
    for line in columns(heads, rows):
        click.echo(line)


def columns(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Align rows under their heads; each row is one line."""
    table = [list(heads), *([" ".join(cell.split()) for cell in row] for row in rows)]
    widths = [max((len(row[at]) for row in table if len(row[at]) <= WIDEST), default=0) for at in range(len(heads))]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
