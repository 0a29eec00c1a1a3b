"""A table of a page → one line a row, its cells joined by " | "; tables that only lay a page out are told apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.documents.words import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_CELL = 600
MOST_PARAGRAPHS = 4
CELLS = ("td", "th")
BREAK = "\x1e"


def is_data(table: HtmlElement) -> bool:
    """Tell whether a table holds data: rows of several short cells, and neither tables nor headings inside."""
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table", "h1", "h2", "article"), None) is not None:
        return False
    several = False
    for row in table.iter("tr"):
        filled = 0
        for cell in row.iterchildren(*CELLS):
            size = len("".join(cell.itertext()).strip())
            if size > LONGEST_CELL or len(cell.findall(".//p")) > MOST_PARAGRAPHS:
                return False
            filled += size > 0
        several = several or filled > 1
    return several


def rows(table: HtmlElement) -> Iterator[str]:
    """Write caption and rows; a cell that spans rows is repeated in each of them."""
    for caption in table.iterchildren("caption"):
        yield from filter(None, [cell_text(caption)])
    spanning: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells, spanning = _cells(row, spanning)
        if any(cells):
            yield " | ".join(cells)


def _cells(row: HtmlElement, above: dict[int, tuple[int, str]]) -> tuple[list[str], dict[int, tuple[int, str]]]:
    """Write a row's cells with those that reach down into it; also give those that reach into the next, by column."""
    cells: list[str] = []
    below: dict[int, tuple[int, str]] = {}
    own = list(row.iterchildren(*CELLS))
    while own or len(cells) in above:
        at = len(cells)
        if at in above:
            left, text = above[at]
        else:
            cell = own.pop(0)
            left, text = _span(cell.get("rowspan")), cell_text(cell)
        cells.append(text)
        if left > 1 and text:
            below[at] = (left - 1, text)
    return cells, below


def _span(value: str | None) -> int:
    return min(int(value), 500) if value and value.strip().isdecimal() else 1


def cell_text(cell: HtmlElement) -> str:
    """Write a cell on one line; its paragraphs and lines are joined by semicolons."""
    from lxml import etree

    blocks = words("markup.toml", "blocks")
    parts: list[str] = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        breaks = element is not cell and (element.tag in blocks or element.tag == "br")
        if event == "start":
            parts += [BREAK if breaks else "", element.text or ""]
        elif element is not cell:
            parts += [BREAK if breaks and element.tag != "br" else "", element.tail or ""]
    lines = [" ".join(line.split()) for line in "".join(parts).split(BREAK)]
    return "; ".join(line for line in lines if line)
