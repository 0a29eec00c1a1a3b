"""Plain text → text: decoded, otherwise unchanged."""

from __future__ import annotations

from dostyk.documents.claims import Page
from dostyk.documents.decoding import decode

NAME = "text"
DESCRIPTION = "Plain text in any encoding; offsets count in the file's content as it stands."
EXAMPLES = (("Relations were established in 1992.", "Relations were established in 1992."),)
SUFFIXES = (".txt", ".text")
MEDIA_TYPE = "text/plain"


def recognises(head: bytes) -> bool:
    """Take whatever no other format takes."""
    return True


def read(data: bytes, source: str) -> Page:
    """Decode; raises UnreadableDocument for what is no text."""
    return Page(decode(data, source))
