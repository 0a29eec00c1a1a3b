"""First and last lines of a plain text → claims about its title, publisher and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dostyk.documents.claims import Claim, Trust
from dostyk.documents.headers import LONGEST, Header, publisher_claim, read_header
from dostyk.documents.naming import is_name, is_path, is_publisher, is_rubric

HEAD = 6000
TAIL = 1500
HEAD_LINES = 12
TAIL_LINES = 6
TITLE_LENGTH = 220
TITLE_WORDS = 34
NAME_WORDS = 8
SIGNATURE = 90
"""Characters of a last line in which a body signs and dates its text."""


def read_front(text: str) -> list[Claim]:
    """Read the lines before the text proper, and those after it."""
    return [*_read_head(_lines(text[:HEAD])[:HEAD_LINES]), *_read_tail(text)]


def _lines(text: str) -> list[str]:
    found = (line.strip() for line in text.splitlines())
    return [line for line in found if line]


def _read_head(lines: list[str]) -> Iterator[Claim]:
    titled = False
    for number, line in enumerate(lines):
        header = read_header(line)
        yield from header.claims
        if header.whole or is_rubric(line):
            continue
        if is_path(line):
            yield from _path(line)
        elif not titled and number == 0 and is_publisher(line) and _next_is_title(lines):
            yield replace(publisher_claim(line, Trust.LINE), reason="the first line is the name of a body that publishes")
        elif not titled and is_title(line) and len(lines) > 1:
            titled = True
            yield from _title(line)
        elif titled and is_publisher(line) and len(line.split()) <= NAME_WORDS and line[-1] not in ".;,":
            yield publisher_claim(line, Trust.LINE)
        elif _is_prose(line):
            return


def _path(line: str) -> Iterator[Claim]:
    """Read a path through a site: its beginning may be the publisher, its end is the title where there is no other."""
    parts = [part.strip() for part in re.split(r"\s[>›»/]\s", line)]
    if is_publisher(parts[0]):
        yield publisher_claim(parts[0], Trust.LINE)
    yield Claim("title", parts[-1], Trust.GUESSED, "the end of the path through the site")


def _next_is_title(lines: list[str]) -> bool:
    """Tell whether a title follows the first line, so that the first line need not be it."""
    later = [line for line in lines[1:5] if not read_header(line).whole]
    return bool(later) and is_title(later[0]) and not _is_prose(later[0])


def is_title(line: str) -> bool:
    """Tell whether a line can be a title: short, begins as one, and no full sentence."""
    if len(line) > TITLE_LENGTH or len(line.split()) > TITLE_WORDS or line[0] in "[-–—•*(:" or line[-1] in ".;:,":
        return False
    return line[0].isupper() or line[0].isdigit() or line[0] in "“\"'‘«#" or not line[0].isascii()


def _title(line: str) -> Iterator[Claim]:
    title = line.strip("# ")
    before, _, last = title.rpartition(" | ")
    if before and (is_publisher(last) or is_name(last)):
        title = before.strip()
    else:
        _, _, last = re.sub(r"\s[–—-]\s", "\x1e", title).rpartition("\x1e")
        last = last if is_publisher(last) else ""
    if last or is_publisher(title):
        yield Claim("publisher", (last or title).strip(), Trust.GUESSED, "the title names it")
    yield Claim("title", title, Trust.LINE, "the first line that is no prose")


def _is_prose(line: str) -> bool:
    return len(line) > TITLE_LENGTH or (line[-1] in '.!?”"' and len(line.split()) > 8)


def _read_tail(text: str) -> Iterator[Claim]:
    if len(text) < 400:
        return
    for line in _lines(text[-TAIL:])[-TAIL_LINES:]:
        if len(line) <= LONGEST and not re.match(r"\W*(?:\[\d+\]|\d+\.)\s", line):
            yield from _closing(line, read_header(line))


def _closing(line: str, header: Header) -> Iterator[Claim]:
    """Believe labels at the end of a text, and a line that is nothing but a day, or a body's name and a day."""
    alone = header.whole and len(header.claims) == 1 and len(line) <= 40 and header.claims[0].field == "published"
    dates = [claim for claim in header.claims if claim.field == "published"]
    alone = alone or header.whole and len(line) <= SIGNATURE and [len(claim.value) for claim in dates] == [10] and len(header.claims) == 2
    for claim in header.claims:
        if claim.trust >= Trust.LABELLED:
            yield claim
        elif alone:
            yield replace(claim, trust=Trust.TAIL)
    copyright_line = re.match(r"(?:©|\(c\)|copyright)[ ©]*(?:\d{4}[ ,–-]*)*(.+)$", line, re.IGNORECASE)
    if copyright_line and is_publisher(copyright_line.group(1).split(". ")[0]):
        yield Claim("publisher", copyright_line.group(1).split(". ")[0].strip(" .,"), Trust.TAIL, "the copyright line names it")
