"""Element tree → text as a reader sees it: paragraphs, headings, "- " before list items, table rows with " | " between cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.documents.markup.tables import BREAK, is_data, rows
from dostyk.documents.words import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Characters without width, or that turn the direction of writing; a reader sees none of them."""
LISTS = ("ul", "ol", "menu", "dir")


class _Writer:
    """Blocks of text as they come; `tight` blocks stand right under the one before, others after an empty line."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._line: list[str] = []
        self._lists = 0
        self._first = True
        self._bullet = ""
        self._term = False
        self._exact = 0

    def add(self, text: str | None) -> None:
        if text:
            self._line.append(text.replace("\n", BREAK) if self._exact else text)

    def open(self, tag: str) -> None:
        """Begin an element of its own line."""
        if not (tag == "dd" and self._term):
            self.end()
        self._term = False
        if tag in LISTS:
            self._first = self._first or self._lists == 0
            self._lists += 1
        elif tag == "li":
            self._bullet = "- "
        elif tag == "pre":
            self._exact += 1

    def close(self, tag: str) -> None:
        """End an element of its own line; a term waits for what is said of it."""
        if tag == "dt" and self._line:
            self._line.append(" " if "".join(self._line).rstrip().endswith(":") else ": ")
            self._term = True
            return
        self.end()
        if tag in LISTS:
            self._lists = max(0, self._lists - 1)
            self._first = self._first or self._lists == 0
        elif tag == "li":
            self._bullet = ""
        elif tag == "pre":
            self._exact = max(0, self._exact - 1)

    def end(self) -> None:
        """End the block that is being written; nothing happens where it is empty."""
        lines = [" ".join(line.split()) for line in "".join(self._line).translate(INVISIBLE).split(BREAK)]
        self._line, self._term = [], False
        text = "\n".join(line for line in lines if line)
        if text:
            self.put(self._bullet + text, tight=self._lists > 0 and not self._first)
            self._first, self._bullet = self._lists == 0, ""

    def put(self, text: str, tight: bool) -> None:
        """Write a whole block."""
        if self._parts:
            self._parts.append("\n" if tight else "\n\n")
        self._parts.append(text)

    def text(self) -> str:
        return "".join([*self._parts, "\n"]) if self._parts else ""


def write_text(root: HtmlElement) -> str:
    """Write what the element holds; ends with a line end, and is empty where nothing is to be seen."""
    from lxml import etree

    writer = _Writer()
    blocks = words("markup.toml", "blocks")
    walk = etree.iterwalk(root, events=("start", "end"))
    table = None
    for event, element in walk:
        if event == "start":
            if element.tag == "table" and is_data(element):
                writer.end()
                for number, row in enumerate(rows(element)):
                    writer.put(row.translate(INVISIBLE), tight=number > 0)
                table = element
                walk.skip_subtree()
                continue
            if element.tag in blocks:
                writer.open(element.tag)
            writer.add(BREAK if element.tag == "br" else "“" if element.tag == "q" else None)
            writer.add(element.text)
            continue
        if element is table:
            table = None
        elif element.tag in blocks:
            writer.close(element.tag)
        writer.add("”" if element.tag == "q" else None)
        if element is not root:
            writer.add(element.tail)
    writer.end()
    return writer.text()
