"""PDF → running text with the page and place of every word, and marks on what no reader of the pages sees."""

from __future__ import annotations

from dostyk.documents.claims import Page

NAME = "pdf"
DESCRIPTION = (
    "PDF: paragraphs, columns and tables in reading order, words whole again, heads and feet of pages left out, the place of every word; "
    "text that is not seen is marked, scanned pages are read where Tesseract is installed."
)
EXAMPLES = (("A page of two columns, the first ending in coopera-", "… cooperation … in one paragraph, with page and boxes of every quote"),)
SUFFIXES = (".pdf",)
MEDIA_TYPE = "application/pdf"


def recognises(head: bytes) -> bool:
    """Tell by the signature, which may stand behind some bytes of something else."""
    return b"%PDF-" in head


def read(data: bytes, source: str) -> Page:
    """Open, read page by page, order, write; raises UnreadableDocument for what is encrypted, broken, a bomb, or holds no text."""
    from dostyk.documents.paged.reading import read_pages

    return read_pages(data, source)
