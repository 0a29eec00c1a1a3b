"""Turns plain text into passages in reading order, with the headings and date heads that hold for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.passages.sentences import sentence_bounds

ITEM = re.compile(r"[ \t]*(?:[-–—•*·▪‣◦o]|\(?\d{1,2}[.)]|\(?[a-z][.)]|[ivx]{1,4}[.)])[ \t]+(?=\S)")
HEAD_END = ".!?;,"
WRAP_LOW, WRAP_HIGH = 55, 100


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text read as one: `form` is prose, heading, item or row; `sentences` are (start, end) document offsets.

    `headings` are the headings in force, the nearest last; `number` counts passages from 0.
    """

    start: int
    end: int
    form: str
    sentences: tuple[tuple[int, int], ...]
    headings: tuple[str, ...] = ()
    number: int = 0


def split(text: str) -> list[Passage]:
    """Split a text into passages; every character that is not white space is in exactly one of them."""
    passages: list[Passage] = []
    heading: tuple[str, ...] = ()
    blocks = list(_blocks(text))
    for index, (start, end) in enumerate(blocks):
        following = text[blocks[index + 1][0] : blocks[index + 1][1]] if index + 1 < len(blocks) else ""
        form, body = _form(text[start:end], following)
        bounds = ((start + body, end),) if form in ("heading", "row") else tuple(sentence_bounds(text, start + body, end))
        passages.append(Passage(start, end, form, bounds, heading, len(passages)))
        if form == "heading":
            heading = (text[start:end].strip(),)
    return passages


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Give the bounds of lines, hard-wrapped lines of one paragraph joined."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]*\S[^\r\n]*", text)]
    index = 0
    while index < len(lines):
        start, end = lines[index]
        while index + 1 < len(lines) and _wrapped(text, lines[index], lines[index + 1]):
            index += 1
            end = lines[index][1]
        yield _trim(text, start, end)
        index += 1


def _wrapped(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Say whether a line runs on into the next one: long, unfinished, and the next does not open an item or a row."""
    here, there = text[slice(*line)].rstrip(), text[slice(*following)].lstrip()
    gap = text[line[1] : following[0]]
    if gap.replace("\r\n", "\n").count("\n") != 1 or not WRAP_LOW <= len(here) <= WRAP_HIGH or here[-1] in ".!?:|":
        return False
    return not (ITEM.match(there) or "|" in there or "\t" in there) and (there[:1].islower() or here[-1].islower() or here[-1] in ",-")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _form(block: str, following: str) -> tuple[str, int]:
    """Tell a heading, an item and a row from prose; the number is where the item's words begin."""
    if block.count(" | ") >= 1 or block.count("\t") >= 1:
        return "row", 0
    if marker := ITEM.match(block):
        return "item", marker.end()
    words = block.split()
    if len(words) <= 14 and block[-1] not in HEAD_END and not block.endswith((".”", '."', "?”")):
        verbless = following == "" or len(following) > len(block)
        if block[-1] == ":" or verbless:
            return "heading", 0
    return "prose", 0
