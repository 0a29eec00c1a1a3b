"""PDF → running text with the page and place of every word, and marks on what no reader of the pages sees."""

from __future__ import annotations

from dostyk.documents.claims import Page

NAME = "pdf"
DESCRIPTION = (
    "PDF: paragraphs, columns and tables in reading order, words whole again, heads and feet of pages left out, the place of every word; "
    "text that is not seen is marked, scanned pages are read where Tesseract is installed."
)
_EXAMPLE = """%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 63>> stream
BT /F 12 Tf 10 50 Td (Close coopera-) Tj 0 -14 Td (tion) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R/Size 6>>
%%EOF
"""
EXAMPLES = ((_EXAMPLE, "Close cooperation\n"),)
SUFFIXES = (".pdf",)
MEDIA_TYPE = "application/pdf"


def recognises(head: bytes) -> bool:
    """Tell by the signature, which may stand behind some bytes of something else."""
    return b"%PDF-" in head


def read(data: bytes, source: str) -> Page:
    """Open, read page by page, order, write; raises UnreadableDocument for what is encrypted, broken, a bomb, or holds no text."""
    from dostyk.documents.paged.reading import read_pages

    return read_pages(data, source)
