"""A file's name and first bytes → the format that reads it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Protocol, cast

from dostyk.documents.claims import Page
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

    def read(self, data: bytes, source: str) -> Page:
        """Turn the bytes into text and claims; raises UnreadableDocument."""


def formats() -> tuple[Format, ...]:
    """Give every format, those that recognise bytes by themselves before the one that takes anything."""
    found = [cast(Format, member) for member in members(FORMATS)]
    return tuple(sorted(found, key=lambda form: form.recognises(b"")))


def suffixes() -> tuple[str, ...]:
    """Give the file suffixes that are read, sorted."""
    return tuple(sorted(suffix for form in formats() for suffix in form.SUFFIXES))


def choose_format(name: str | None, data: bytes) -> Format:
    """Choose by the name's suffix, else by the bytes; raises UnreadableDocument for a suffix that neither tells."""
    suffix = PurePath(name).suffix.lower() if name else ""
    for form in formats():
        if suffix in form.SUFFIXES:
            return form
    form = next(form for form in formats() if form.recognises(data[:HEAD]))
    if form.recognises(b"") and _is_suffix(suffix):
        raise UnreadableDocument(f"{name}: {suffix} is not a format I read; I read {', '.join(suffixes())}")
    return form


def _is_suffix(text: str) -> bool:
    return 1 < len(text) <= 6 and not text[1:].isdigit() and " " not in text
