"""Sentences → their dates, each marked as lying before or after the day of writing, by the nearest verb."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.documents.words import word_list
from dostyk.values.dates import DateSpan, read_dates

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text, as far as full stops and line ends tell."""

    text: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a sentence; `named`: part of the name of a plan or fair. Neither past nor future: the verb does not tell."""

    span: DateSpan
    past: bool
    future: bool
    named: bool


def sentences(text: str) -> list[Sentence]:
    """Cut a text at line ends and at full stops before a capital."""
    found = re.split(r"[\r\n]+|(?<=[a-z0-9)”\"%][.!?])\s+(?=[A-Z“\"'‘«])", text)
    return [Sentence(part[:LONGEST]) for part in found if part and part.strip()]


@functools.lru_cache(maxsize=4096)
def _read(text: str, reference: str | None) -> tuple[DateSpan, ...]:
    return tuple(read_dates(text, reference))


def mentions(sentence: Sentence, reference: str | None) -> Iterator[DateMention]:
    """Read a sentence's resolved dates against `reference` (EDTF or None)."""
    for span in _read(sentence.text, reference):
        if span.edtf is not None and span.kind == "date":
            past, future = _tense(sentence.text, span)
            yield DateMention(span, past, future, _is_named(sentence.text, span))


def _tense(text: str, span: DateSpan) -> tuple[bool, bool]:
    """Tell by the nearest verb before the date, or else after it, whether it lies in the past or in the future."""
    if text[: span.start].strip(" ,.–—-").isupper():
        return False, False
    for after in (False, True):
        ahead = min(_distances(text, span, "future", after), default=None)
        behind = min(_distances(text, span, "past", after), default=None)
        if not after:
            behind = min(_distances(text, span, "spoken", after), default=behind) if behind is None else behind
        if ahead is not None and (behind is None or ahead <= behind):
            return False, True
        if behind is not None:
            return True, False
        if span.relation == "until":
            return False, True
    return False, span.relation == "by"


def _distances(text: str, span: DateSpan, name: str, after: bool) -> Iterator[int]:
    for start, end, whole in _words(text, name):
        if after and start >= span.end:
            yield start - span.end
        elif not after and end <= span.start:
            yield span.start - end
        elif not after and start <= span.start and whole:
            yield 0


@functools.lru_cache(maxsize=256)
def _words(text: str, name: str) -> tuple[tuple[int, int, bool], ...]:
    """Find the words of a list in a sentence; the last value tells that a word may be part of the date itself."""
    found = re.finditer(pattern(name), text, re.IGNORECASE)
    return tuple((match.start(), match.end(), match.group().lower() in ("as of", "since", "next")) for match in found)


def _is_named(text: str, span: DateSpan) -> bool:
    before = text[max(0, span.start - 30) : span.start].lower().rstrip(' -–—,(“"')
    after = text[span.end : span.end + 30].lower().lstrip(' -–—,)”"')
    named = word_list("dating.toml", "named")
    if "/" in (span.edtf or "") and re.fullmatch(r"\d{4}\W+\d{4}", text[span.start : span.end]):
        return True
    return span.lead == span.start and any(before.endswith(name) for name in named) or any(after.startswith(name) for name in named)


@functools.cache
def pattern(name: str) -> str:
    """Give one list of data/dating.toml as one pattern of whole words."""
    return r"\b(?:" + "|".join(word_list("dating.toml", name)) + r")\b"
