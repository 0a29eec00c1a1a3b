"""Word file (DOCX) → the text a reader of its pages sees, and what its properties say of it."""

from __future__ import annotations

from dostyk.documents.claims import Page

NAME = "docx"
DESCRIPTION = "Word files (DOCX): paragraphs, lists, tables, text boxes and notes, as they read with all tracked changes accepted."
EXAMPLES: tuple[tuple[str, str], ...] = ()
SUFFIXES = (".docx", ".docm", ".dotx")
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def recognises(head: bytes) -> bool:
    """Tell an archive whose first members are those of a Word file."""
    return head.startswith(b"PK\x03\x04") and (b"word/" in head or b"[Content_Types].xml" in head[:80] and b"xl/" not in head and b"ppt/" not in head)


def read(data: bytes, source: str) -> Page:
    """Read body, notes and properties; raises UnreadableDocument for what is no Word file."""
    from dostyk.documents.office.reading import read_docx

    return read_docx(data, source)
