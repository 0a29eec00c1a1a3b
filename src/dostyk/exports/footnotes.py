"""Statements → numbered footnotes: the quote, its passage around it, and where it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dostyk.facts.items import document_id
from dostyk.facts.showing import show_time
from dostyk.model.document import Document
from dostyk.model.statement import Statement

# Characters shown on either side of a quote, at most; cut at the end of a sentence where there is one.
_AROUND = 320


@dataclass(frozen=True, slots=True)
class Footnote:
    """One place in one document: the quote with what stands before and after it."""

    number: int
    before: str
    quote: str
    after: str
    publisher: str
    title: str
    date: str
    link: str
    file: str
    document: Document


class Notes:
    """Footnotes in the order in which they are first asked for; one place in one document is one footnote."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._made: list[Footnote] = []

    def number(self, statement: Statement) -> int:
        """The number of the footnote for a statement."""
        place = (document_id(statement.document), statement.evidence.start, statement.evidence.end)
        if place not in self._numbers:
            self._numbers[place] = len(self._made) + 1
            self._made.append(_footnote(statement, len(self._made) + 1))
        return self._numbers[place]

    def all(self) -> tuple[Footnote, ...]:
        """All footnotes by number."""
        return tuple(self._made)


def _footnote(statement: Statement, number: int) -> Footnote:
    document, evidence = statement.document, statement.evidence
    before, after = passage(document.text, evidence.start, evidence.end)
    return Footnote(
        number=number,
        before=before,
        quote=evidence.quote,
        after=after,
        publisher=document.publisher or "",
        title=document.title or file_name(document.source),
        date=show_time(document.published) if document.published else "undated",
        link=safe_link(document.url or document.source),
        file=file_name(document.source),
        document=document,
    )


def passage(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a quote: a few sentences, no further than a blank line, "…" where text is left out."""
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[low:start], text[end:high]
    blank = before.rfind("\n\n")
    if blank >= 0:
        before = before[blank + 2 :]
    elif low > 0:
        cut = re.search(r"[.!?]\s+", before)
        before = before[cut.end() :] if cut else "…" + before
    blank = after.find("\n\n")
    if blank >= 0:
        after = after[:blank]
    elif high < len(text):
        stop = max(after.rfind(mark) for mark in (". ", "! ", "? ", ".\n"))
        after = after[: stop + 1] if stop >= 0 else after + "…"
    return before.lstrip("\n"), after.rstrip()


def file_name(source: str) -> str:
    """The name of the file that a document was read from, without its folders."""
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2] or source


def safe_link(address: str) -> str:
    """An address that may stand in a link (http, https), else nothing."""
    return address if re.match(r"https?://[^\s]+$", address) else ""
