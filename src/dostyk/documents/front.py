"""First and last lines of a plain text → claims about its title, publisher and date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dostyk.documents.claims import Claim, Trust
from dostyk.documents.headers import LONGEST, Header, is_name, is_publisher, is_rubric, read_header

HEAD = 6000
TAIL = 1500
HEAD_LINES = 12
TAIL_LINES = 6
TITLE_LENGTH = 220
TITLE_WORDS = 34


def read_front(text: str) -> list[Claim]:
    """Read the lines before the text proper, and those after it."""
    return [*_read_head(_lines(text[:HEAD], HEAD_LINES)), *_read_tail(text)]


def _lines(text: str, most: int) -> list[str]:
    found = (line.strip() for line in text.splitlines())
    return [line for line in found if line][:most]


def _read_head(lines: list[str]) -> Iterator[Claim]:
    titled = False
    for number, line in enumerate(lines):
        header = read_header(line)
        yield from header.claims
        if header.whole or is_rubric(line):
            continue
        if header.claims and not titled and len(line) <= LONGEST:
            continue
        if not titled and number == 0 and is_publisher(line) and _next_is_title(lines):
            yield Claim("publisher", line.strip(" :"), Trust.LINE, "the first line is the name of a body that publishes")
            continue
        if not titled and is_title(line) and len(lines) > 1:
            titled = True
            yield from _title(line)
            continue
        if _is_prose(line):
            return


def _next_is_title(lines: list[str]) -> bool:
    """Tell whether a title follows the first line, so that the first line need not be it."""
    later = [line for line in lines[1:5] if not read_header(line).whole]
    return bool(later) and is_title(later[0])


def is_title(line: str) -> bool:
    """Tell whether a line can be a title: short, begins as one, and no full sentence."""
    if len(line) > TITLE_LENGTH or len(line.split()) > TITLE_WORDS or line[0] in "[-–—•*(:" or line[-1] in ".;:,":
        return False
    return line[0].isupper() or line[0].isdigit() or line[0] in "“\"'‘«#" or not line[0].isascii()


def _title(line: str) -> Iterator[Claim]:
    title = line.strip("# ")
    before, _, last = title.rpartition(" | ")
    if before and (is_publisher(last) or is_name(last)):
        yield Claim("publisher", last.strip(), Trust.GUESSED, "the end of the title names it")
        title = before.strip()
    yield Claim("title", title, Trust.LINE, "the first line that is no prose")


def _is_prose(line: str) -> bool:
    return len(line) > TITLE_LENGTH or (line[-1] in '.!?”"' and len(line.split()) > 8)


def _read_tail(text: str) -> Iterator[Claim]:
    if len(text) < 400:
        return
    for line in _lines(text[-TAIL:], 1000)[-TAIL_LINES:]:
        if len(line) <= LONGEST and not re.match(r"\W*(?:\[\d+\]|\d+\.)\s", line):
            yield from _closing(line, read_header(line))


def _closing(line: str, header: Header) -> Iterator[Claim]:
    for claim in header.claims:
        if claim.trust >= Trust.LABELLED:
            yield claim
        elif header.whole:
            yield Claim(claim.field, claim.value, Trust.TAIL, claim.reason)
    copyright_line = re.match(r"(?:©|\(c\)|copyright)[ ©]*(?:\d{4}[ ,–-]*)*(.+)$", line, re.IGNORECASE)
    if copyright_line and is_publisher(copyright_line.group(1).split(". ")[0]):
        yield Claim("publisher", copyright_line.group(1).split(". ")[0].strip(" .,"), Trust.TAIL, "the copyright line names it")
