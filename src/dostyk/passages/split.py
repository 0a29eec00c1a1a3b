"""Turns plain text into passages in reading order, with the headings and date heads that hold for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.passages.sentences import cut, sentence_bounds

WIDE = re.compile(r"(?<=\S) {3,}(?=\S)")
"""The gap between two columns that are set apart by spaces."""
ITEM = re.compile(r"[ \t]*(?:[-–—•*·▪‣◦>»›→✓➢►■□●○o]|\(?\d{1,2}[.)]|\(?[a-z][.)]|[A-HJ-Z][.)](?=\s[A-Z][a-z]+\s)|\(?[ivx]{1,4}[.)])[ \t]+(?=\S)")
HEAD_END = ".!?;,"
FRONT = re.compile(
    r"\b(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Ee]dited|[Mm]odified|[Cc]reated|[Pp]hoto|[Ss]ource|[Pp]age|[Cc]redit)\b"
    r"(?: (?:on|at|by|edited|credit|updated))?\s*:"
    r"|^By [A-Z]|\bupdated\b|^\([A-Z][\w ]+\)$|^\([A-Z][a-z]+ \d{1,2},? \d{4}\)$"
)
DATE_ONLY = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:\d{1,2}(?:st|nd|rd|th)?(?: ?[-–] ?\d{1,2})? )?(?:[A-Z][a-z]+\.? )?(?:\d{1,2}, )?\d{4}(?: ?[-–] ?\d{4})?\s*[:.]?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}"
)  # noqa: RUF001
DATED = re.compile(r"(?:\d[^–—:.;]{0,24}?|[A-Z][a-z]{2,9}\.?(?: \d{1,2}(?: ?[-–] ?\d{1,2})?,?)?(?: \d{4})?)(?: ?[–—:] | - )")  # noqa: RUF001
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|to|sign|signs|signed|visits|visited|meets|met|opens|opened|holds|held|launches|launched|joins|twins|becomes|became|sends|receives|arrives)\b"
)
UNDER = re.compile(r"(?:From|To|In|By)\b[^.;]{0,40}:?|[A-Z][\w. ]{2,30} (?:to|→) [A-Z][\w. ]{2,30}:?")
PLACED = re.compile(r"[A-Z][\w'’ .-]{1,40}(?:, [A-Z][\w'’ .-]{2,40}| \([A-Z][\w'’ ,.-]{1,40}\))")  # noqa: RUF001
TITLED = re.compile(
    r"(?:[A-Z][\w-]+ ){0,6}?(?:Agreement|Memorandum|MoU|MOU|Protocol|Treaty|Convention|Declaration|Programme|Program|Arrangement|Understanding)"
    r" (?:on|for|of|between|regarding|concerning|in|to|about)\b"
)
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
        form, body = _form(text[start:end], index == 0)
        if form == "heading" and index > 0 and _entry(text, blocks, index):
            form = "item"
        bounds = tuple(cut(text, start + body, end) if form in ("heading", "row") else sentence_bounds(text, start + body, end))
        passages.append(Passage(start, end, form, _captioned(text, bounds), heading, len(passages)))
        if form == "heading":
            heading = _headings(heading, text[start:end].strip(), len(passages) > 1 and passages[-2].form == "heading")
    return passages


def _captioned(text: str, bounds: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Join what a caption says with the bare place and date that close it ("The ministers at the signing. Lima, 3 May 2019")."""
    if not 1 < len(bounds) < 4:
        return bounds
    last = text[slice(*bounds[-1])]
    place, comma, day = last.rpartition(", ")
    bare = DATE_ONLY.fullmatch(last) or (comma and len(place) < 40 and place.istitle() and not place[-1].isdigit() and DATE_ONLY.fullmatch(day))
    return ((bounds[0][0], bounds[-1][1]),) if bare else bounds


def _entry(text: str, blocks: list[tuple[int, int]], index: int) -> bool:
    """Tell an entry of a bare list from a heading: it and a neighbour are both "City, Country" or titles of instruments."""
    for pattern in (PLACED, TITLED):
        lines = [text[slice(*blocks[i])] for i in (index, index - 1, index + 1) if 0 <= i < len(blocks)]
        kind = [pattern.fullmatch(line) if pattern is PLACED else pattern.match(line) for line in lines]
        if kind[0] and any(kind[1:]):
            return True
    return False


def _headings(above: tuple[str, ...], block: str, close: bool) -> tuple[str, ...]:
    """The headings in force under a new one: a date or direction stands under what was there, a head right below another under that."""
    for under in (DATE_ONLY, UNDER):
        if under.fullmatch(block):
            return (*[head for head in above if not under.fullmatch(head)][-2:], block)
    return (*above[-2:], block) if close else (block,)


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
    """Say whether a line runs on into the next one: long, unfinished, and the next opens no item, row, head or date."""
    here, there = text[slice(*line)].rstrip(), text[slice(*following)].lstrip()
    gap = text[line[1] : following[0]]
    if gap.replace("\r\n", "\n").count("\n") != 1 or not WRAP_LOW <= len(here) <= WRAP_HIGH or here[-1] in ".!?:|":
        return False
    if ITEM.match(there) or "|" in there or "\t" in there or WIDE.search(there.strip()) or DATED.match(there) or TITLED.match(there):
        return False
    if ITEM.match(here) and not there[0].islower() or DATED.match(here):
        return there[0].islower()
    return (
        there[0].islower()
        or (len(there) >= 40 and (here[-1].islower() or here[-1] in ",-"))
        or (there.endswith(".") and not there[0].isdigit() and len(there) > 12)
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _form(block: str, first: bool) -> tuple[str, int]:
    """Tell a heading, an item and a row from prose; the number is where the item's words begin."""
    if block.count(" | ") >= 1 or block.count("\t") >= 1 or len(WIDE.findall(block)) >= 2:
        return "row", 0
    if marker := ITEM.match(block):
        return "item", marker.end()
    words = block.split()
    if len(words) <= 4 and block[-1] == ":" and not DATE_ONLY.fullmatch(block):
        return "heading", 0
    if len(words) <= 18 and block[-1] not in HEAD_END and not block.endswith((".”", '."', "?”")):
        return ("heading" if _head(block, words, first) else "item"), 0
    if len(words) <= 8 and block[-1] == ":":
        return "heading", 0
    return "prose", 0


def _head(block: str, words: list[str], first: bool) -> bool:
    """Tell a heading from an entry of a list without marks: an entry has a date, a figure, a name set off, or a verb of its own.

    Front lines ("Updated: …", "Published by …", "By …") count as headings: they say nothing of the relationship.
    """
    if first or FRONT.search(block) or DATE_ONLY.fullmatch(block.strip()):
        return True
    if re.search(r"\d|\w: \w|\([a-z]", block) or " – " in block or " — " in block:  # noqa: RUF001
        return False
    capitals = sum(word[:1].isupper() for word in words)
    return (
        len(words) <= 4 or block.isupper() or capitals >= len([w for w in words if len(w) > 3]) * 0.7 or (len(words) <= 9 and not VERB.search(block))
    )
