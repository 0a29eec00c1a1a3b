"""Turns a run of text into the bounds of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

STOP = re.compile(r"[.!?…。！？]+[\"”’»)\]]*(?=\s|[\"“«(\[]?$)|;\s*(?=[A-Z“\"]\w+ )|(?<=[a-z]{3})[.!?](?=[A-Z][a-z]+ )")  # noqa: RUF001
ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"«])(?:[A-ZА-Я]|[CGKSTPZD]h|Ts|Tz|D[zj]|Y[aeou]|Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|Gen|Col|Lt|Maj|Capt|Hon|Rev|Gov|Sen|Rep|Amb|H\.E|H\.M|H\.R\.H|No|Nos|Art|vs|etc|i\.e|e\.g|"
    r"a\.i|U\.S|U\.K|U\.N|E\.U|Inc|Ltd|Co|Corp|bn|mln|Rs|Re|Tk|Nu|Mt|Ft|Fr|Bros|Messrs|Md|Brig|Adm|Sgt|Smt|Dato|Eng|Arch|cf|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|ca|p|pp|vol|fig|al|(?:[A-Za-z]\.)+[A-Za-z])$"
)
CURRENCY = re.compile(r"(?:^|[\s(])(?:[A-Z]{3}|Rs|Sh|Shs|Ksh|Tsh|Ush)$")
STARTERS = re.compile(
    r"(?:The|In|On|At|He|She|It|They|This|These|That|Those|During|According|As|After|Since|A|An|For|By|With|From|To|We|I|Both|However)\b"
)
FINAL_TOO = re.compile(r"(?:etc|bn|mln|a\.m|p\.m|U\.S|U\.K|U\.N|Inc|Ltd|Co|Corp|a\.i|Jr|Sr)$")


LONGEST = 2000
"""Characters of the longest sentence that is read as one; of real ones hardly any has half as many. It bounds what one sentence can cost."""
MARKS = ("; ", ". ", " | ", ", ")
"""Behind which a longer run is cut, best first; without any, it is cut before "and", else at white space."""


def sentence_bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the bounds of each sentence of `text[start:end]`, in order and without outer white space."""
    begin = start
    for stop in STOP.finditer(text, start, end):
        if _goes_on(text, begin, stop, end):
            continue
        yield from cut(text, begin, stop.end())
        begin = stop.end()
    yield from cut(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the bounds without outer white space; nothing where there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the bounds of a sentence, or of pieces of it where it is longer than any sentence is."""
    while end - start > LONGEST:
        stop = _seam(text, start + LONGEST // 2, start + LONGEST)
        yield from _trimmed(text, start, stop)
        start = stop
    yield from _trimmed(text, start, end)


def _seam(text: str, start: int, end: int) -> int:
    """Give where a run is best cut between two offsets."""
    for mark in MARKS:
        if (at := text.rfind(mark, start, end)) > 0:
            return at + len(mark.rstrip())
    return max(text.rfind(" and ", start, end), 0) or max(text.rfind(" ", start, end), 0) or end


def _goes_on(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Say whether the mark is inside a sentence: after an abbreviation or initial, or before a small letter."""
    after = text[stop.end() : min(end, stop.end() + 15)].lstrip()
    if stop.group().startswith(";"):
        return True
    if not after:
        return False
    if after[0].islower() or after[0] in ",;:)–—":  # noqa: RUF001
        return True
    if stop.group()[0] != ".":
        return False
    before = text[max(begin, stop.start() - 12) : stop.start()]
    if after[0].isdigit() and CURRENCY.search(before):
        return True
    found = ABBREVIATION.search(before)
    if found is None:
        return False
    return not (FINAL_TOO.search(before) and STARTERS.match(after))
