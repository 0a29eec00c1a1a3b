"""An open PDF → its pages with their words, told apart into those that are seen and those that are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.documents.paged.drawn import drawn_on
from dostyk.documents.paged.letters import MOST_LETTERS as MOST_OF_PAGE
from dostyk.documents.paged.letters import MOST_OBJECTS, read_words
from dostyk.documents.paged.nouns import Sheet
from dostyk.documents.paged.picture import picture_of
from dostyk.documents.paged.recognising import program, recognise
from dostyk.documents.paged.unseen import find_unseen
from dostyk.model.mark import MarkSort

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

SHOWN = ("widget", "freetext", "stamp", "square", "circle", "polygon", "ink")
"""Annotations that are part of what a reader sees of a page."""
MOST_LETTERS = 6_000_000
"""Letters of one document that are read; the text limit refuses it before."""


def read_sheets(document: PdfDocument) -> Iterator[Sheet]:
    """Read the pages one after the other; a page that cannot be read says so."""
    import pypdfium2 as pdfium

    letters = 0
    for number in range(1, len(document) + 1):
        if letters > MOST_LETTERS:
            return
        try:
            page = _page(document, number - 1)
        except pdfium.PdfiumError:
            yield Sheet(number, 0.0, 0.0, [], problem="it is broken")
            continue
        sheet = _sheet(page, number)
        letters += sum(len(word.text) for word in sheet.words)
        page.close()
        yield sheet


def _page(document: PdfDocument, index: int) -> PdfPage:
    """Load a page, what is filled into its forms and stamped on it made part of it."""
    import pypdfium2.raw as raw

    page = document[index]
    kinds = {getattr(raw, f"FPDF_ANNOT_{name.upper()}") for name in SHOWN}
    count = raw.FPDFPage_GetAnnotCount(page.raw)
    for number in range(min(count, 1000)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, number)
        shown = raw.FPDFAnnot_GetSubtype(annotation) in kinds
        raw.FPDFPage_CloseAnnot(annotation)
        if shown:
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            page.close()
            return document[index]
    return page


def _sheet(page: PdfPage, number: int) -> Sheet:
    import pypdfium2 as pdfium

    width, height = page.get_size()
    drawn = drawn_on(page)
    pictures = [one for one in drawn if one.picture]
    sheet = Sheet(number, width, height, [], pictures=[one.box for one in pictures], rules=[one.box for one in drawn if one.is_rule])
    try:
        textpage = page.get_textpage()
    except pdfium.PdfiumError:
        sheet.problem = "its text is broken"
        return sheet
    words, objects = read_words(page, textpage)
    sheet.cut = textpage.count_chars() > MOST_OF_PAGE or len(objects.handles) > MOST_OBJECTS
    textpage.close()
    if words:
        find_unseen(words, (width, height), picture_of(page, objects, [(one.box, one.pixels) for one in pictures]), drawn)
    path = program()
    if pictures and path is not None and not words:
        words = recognise(page, path) or []
    sheet.words = [word for word in words if not word.why or word.sort is MarkSort.RECOGNISED]
    sheet.hidden = [word for word in words if word.why and word.sort is MarkSort.HIDDEN]
    return sheet
