"""Bytes → an open PDF, or one sentence that says why not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dostyk.errors import UnreadableDocument

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 3000
"""Pages of the longest document that is read; the text limit is reached at about two thousand."""


@contextmanager
def opened(data: bytes, source: str) -> Iterator[PdfDocument]:
    """Open a PDF and close it again; raises UnreadableDocument for what is encrypted, broken or has no pages."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableDocument(f"{source}: {_why(data, error.err_code)}") from None
    try:
        pages = len(document)
        if not pages:
            raise UnreadableDocument(f"{source}: this PDF has no pages; it is broken or cut off")
        if pages > MOST_PAGES:
            raise UnreadableDocument(
                f"{source}: this PDF declares {pages} pages, more than the {MOST_PAGES} that are read as one document; cut it into parts"
            )
        yield document
    finally:
        document.close()


def _why(data: bytes, code: int | None) -> str:
    import pypdfium2.raw as raw

    if code == raw.FPDF_ERR_PASSWORD:
        return "this PDF is encrypted and asks for a password; save a copy without one"
    if code == raw.FPDF_ERR_SECURITY:
        return "this PDF is encrypted in a way that cannot be read; save a copy without encryption"
    if b"%%EOF" not in data[-2048:]:
        return "this PDF is cut off or broken, and no page of it can be read; fetch it again"
    return "this PDF is broken, and no page of it can be read; fetch it again, or print it to a new PDF"
