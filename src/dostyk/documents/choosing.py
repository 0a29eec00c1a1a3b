"""A file's name and first bytes → the format that reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Protocol, cast

from dostyk.documents.claims import Page
from dostyk.documents.parts import Budget, Part
from dostyk.errors import UnreadableDocument
from dostyk.registry import members

FORMATS = "dostyk.documents.formats"
HEAD = 1024


class Format(Protocol):
    """What each member of documents/formats has."""

    NAME: str
    DESCRIPTION: str
    EXAMPLES: Sequence[object]
    SUFFIXES: tuple[str, ...]
    MEDIA_TYPE: str

    def recognises(self, head: bytes) -> bool:
        """Tell by the first bytes whether data without a telling name is of this format."""


class Reader(Protocol):
    """A format whose files are documents themselves, or hold one beside their parts, has this too."""

    def read(self, data: bytes, source: str) -> Page:
        """Turn the bytes into text and claims; raises UnreadableDocument."""


class Holder(Protocol):
    """A format whose files hold other documents has this too."""

    def parts(self, data: bytes, source: str, budget: Budget) -> Iterator[Part]:
        """Give the documents that a file holds, one after another; raises UnreadableDocument."""

    def is_document(self, data: bytes, source: str) -> bool:
        """Tell, where it has `read` as well, whether this file is a document itself beside what it holds."""


def formats() -> tuple[Format, ...]:
    """Give every format, those that recognise bytes by themselves before the one that takes anything."""
    found = [cast(Format, member) for member in members(FORMATS)]
    return tuple(sorted(found, key=lambda form: form.recognises(b"")))


def suffixes() -> tuple[str, ...]:
    """Give the file suffixes that are read, sorted."""
    return tuple(sorted(suffix for form in formats() for suffix in form.SUFFIXES))


def is_read(name: str) -> bool:
    """Tell by a name whether a format reads it."""
    return name.lower().endswith(suffixes())


def format_of_type(media_type: str) -> Format | None:
    """Give the format whose documents have a media type; None where there is none."""
    return next((form for form in formats() if media_type == form.MEDIA_TYPE), None)


def choose_format(name: str | None, data: bytes, media_type: str | None = None) -> Format:
    """Choose by the media type, else by the longest suffix of the name, else by the bytes; raises UnreadableDocument where nothing tells.

    Where several formats share a suffix, as feeds and sitemaps share ".xml", the bytes choose among them.
    """
    known = format_of_type(media_type) if media_type else None
    if known is not None:
        return known
    low, head = (name or "").lower(), data[:HEAD]
    told = max((len(suffix) for suffix in suffixes() if low.endswith(suffix)), default=0)
    named = [form for form in formats() if told and low[-told:] in form.SUFFIXES]
    others = [form for form in formats() if form not in named]
    if named:
        return next((form for form in named if form.recognises(head)), None) or _instead(named[0], others, head) or named[0]
    form = next(form for form in formats() if form.recognises(head))
    suffix = PurePath(name).suffix.lower() if name else ""
    if form.recognises(b"") and _is_suffix(suffix):
        raise UnreadableDocument(f"{name}: {suffix} is not a format I read; I read {', '.join(suffixes())}")
    return form


def _instead(named: Format, others: list[Format], head: bytes) -> Format | None:
    """Give the format that the bytes tell of, where they cannot be of the one that the name tells of (a sitemap called ".xml")."""
    if ".xml" not in named.SUFFIXES:
        return None
    return next((form for form in others if form.recognises(head) and not form.recognises(b"")), None)


def _is_suffix(text: str) -> bool:
    return 1 < len(text) <= 6 and not text[1:].isdigit() and " " not in text
