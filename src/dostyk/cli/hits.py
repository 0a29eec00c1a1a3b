"""What a search found → lines a person reads, the words marked, or JSON."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

import click

from dostyk.cli.showing import wording
from dostyk.model.document import Document
from dostyk.model.statement import document_json
from dostyk.search import Found, Search

WINDOW = 240
"""Characters of a passage that are shown."""
LEAD = 60
"""Of these, before the first word that was found."""
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def hit_json(search: Search) -> Iterator[dict[str, Any]]:
    """Give statements, passages and names as data; `start`, `end` and `matches` are offsets of the document's text (Python indices)."""
    for hit in search.statements:
        if hit.statement is not None:
            yield {"found": "statement", "score": hit.score, "matches": [list(span) for span in hit.matches],
                   "same_as": list(hit.same_as), "statement": hit.statement.as_json()}  # fmt: skip
    for hit in search.passages:
        passage = {"start": hit.start, "end": hit.end, "text": hit.document.text[hit.start : hit.end]}
        matches = [list(span) for span in hit.matches]
        yield {"found": "passage", "score": hit.score, "matches": matches, "document": document_json(hit.document), "passage": passage}
    for called in search.names:
        yield {"found": "name", "name": called.name, "sort": called.sort, "id": called.id}


def show_hits(search: Search) -> Iterator[str]:
    """Show what was found, place by place."""
    for head, lines in (("statements", _statements(search)), ("passages", _passages(search)), ("names", _names(search))):
        shown = list(lines)
        if shown:
            yield from (head, *shown, "")


def _statements(search: Search) -> Iterator[str]:
    for hit in search.statements:
        if hit.statement is not None:
            s = hit.statement
            about = ", ".join(part for part in (s.kind, s.time, s.modality.value) if part)
            yield f"  {s.id}  {about}; {wording(s.roles, s.attributes)}"
            yield f"    {snippet(hit)}"
            yield f"    {_place(s.document, hit.start, hit.end)}"
            if hit.same_as:
                yield f"    says the same as {', '.join(hit.same_as)}, as was decided by review"


def _passages(search: Search) -> Iterator[str]:
    for hit in search.passages:
        yield f"  {snippet(hit)}"
        yield f"    {hit.document.id}, {_place(hit.document, hit.start, hit.end)}"


def _names(search: Search) -> Iterator[str]:
    for called in search.names:
        yield f"  {called.name}  ({called.sort}, {called.id})"


def _place(document: Document, start: int, end: int) -> str:
    about = ", ".join(part for part in (document.publisher, document.title, document.published) if part)
    return f"{document.source}, characters {start} to {end}{f' ({about})' if about else ''}"


def snippet(hit: Found) -> str:
    """Give the part of a passage that has most of the words, on one line, each word marked."""
    text = hit.document.text
    start, end = _window(text, hit)
    out, at = "… " if start > hit.start else "", start
    for first, last in hit.matches:
        if start <= first and last <= end:
            out += _plain(text[at:first]) + _marked(_plain(text[first:last]))
            at = last
    return out + _plain(text[at:end]) + (" …" if end < hit.end else "")


def _window(text: str, hit: Found) -> tuple[int, int]:
    """Choose the run of WINDOW characters with most words found, cut where a word ends; the first of several."""
    if hit.end - hit.start <= WINDOW:
        return hit.start, hit.end
    starts = [max(hit.start, first - LEAD) for first, _ in hit.matches] or [hit.start]
    start = max(starts, key=lambda at: (sum(at <= first and last <= at + WINDOW for first, last in hit.matches), -at))
    end = min(hit.end, start + WINDOW)
    while hit.start < start and not text[start - 1].isspace() and not any(first == start for first, _ in hit.matches) and start < end - WINDOW // 2:
        start += 1
    kept = text.rfind(" ", start + WINDOW // 2, end)
    inside = max((last for first, last in hit.matches if start <= first and last <= end), default=start)
    return start, kept if end < hit.end and kept >= inside else end


def _plain(text: str) -> str:
    """Put a text on one line, without what a terminal might obey."""
    return re.sub(r"\s+", " ", _UNSEEN.sub(" ", text))


def _marked(word: str) -> str:
    return click.style(word, bold=True, underline=True) if sys.stdout.isatty() else f"»{word}«"
