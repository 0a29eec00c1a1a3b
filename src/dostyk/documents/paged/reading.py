"""Bytes of a PDF → the page of text that a format gives: in reading order, with layout, marks, claims and remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dostyk.documents.claims import Page
from dostyk.documents.paged.about import claims_of
from dostyk.documents.paged.blocks import blocks_of
from dostyk.documents.paged.bombs import check
from dostyk.documents.paged.joining import join
from dostyk.documents.paged.lines import lines_of, upright
from dostyk.documents.paged.nouns import Line, Sheet
from dostyk.documents.paged.opening import opened
from dostyk.documents.paged.paragraphs import Paragraph, paragraphs_of, usual_size
from dostyk.documents.paged.recognising import program
from dostyk.documents.paged.remarks import remarks_on
from dostyk.documents.paged.running import take_running
from dostyk.documents.paged.sheets import read_sheets
from dostyk.documents.paged.writing import Writer, known_words
from dostyk.errors import UnreadableDocument
from dostyk.model.layout import Layout
from dostyk.model.mark import joined


def read_pages(data: bytes, source: str) -> Page:
    """Read a whole PDF; raises UnreadableDocument with one sentence."""
    check(data, source)
    with opened(data, source) as document:
        sheets = list(read_sheets(document))
        if not any(sheet.words or sheet.hidden for sheet in sheets):
            raise UnreadableDocument(f"{source}: {_nothing(sheets)}")
        turned = [(sheet, angle, lines) for sheet in sheets for angle, lines in _lines(sheet)]
        left, repeated = take_running([(sheet.number, sheet.height, lines) for sheet, angle, lines in turned if angle == 0])
        rest = iter(left)
        body = [(sheet, angle, next(rest) if angle == 0 else lines) for sheet, angle, lines in turned]
        writer = _write(body, sheets)
        claims = tuple(claims_of(document, data, writer.text, repeated.words))
    layout = Layout(tuple((sheet.width, sheet.height) for sheet in sheets), tuple(writer.runs))
    return Page(writer.text, claims, joined(writer.marks), layout, tuple(remarks_on(sheets, repeated)))


def _nothing(sheets: Sequence[Sheet]) -> str:
    """Say why there is nothing to read."""
    pages = f"{len(sheets)} page{'s' if len(sheets) > 1 else ''}"
    if all(sheet.problem for sheet in sheets):
        return f"none of the {pages} of this PDF can be read ({sheets[0].problem}); fetch it again"
    if any(sheet.pictures for sheet in sheets):
        missing = program() is None
        advice = "install Tesseract (tesseract-ocr) to have them read, or give a PDF with text" if missing else "Tesseract found no words either"
        return f"this PDF has no text, only pictures ({pages}, scanned perhaps); {advice}"
    return f"no text in this PDF ({pages}); there is nothing to read"


def _lines(sheet: Sheet) -> Iterator[tuple[int, list[Line]]]:
    """Give the lines of a page, upright ones first, then those written at an angle."""
    for angle in (0, 90, 270, 180):
        words = [word for word in sheet.words if word.ink.angle == angle]
        if words or angle == 0:
            yield angle, lines_of(upright(words, angle))


def _write(body: Sequence[tuple[Sheet, int, list[Line]]], sheets: Sequence[Sheet]) -> Writer:
    usual = usual_size([line for _, _, lines in body for line in lines])
    paragraphs = join(paragraph for sheet, angle, lines in body for paragraph in _paragraphs(sheet, angle, lines, usual))
    writer = Writer(known_words([word for sheet in sheets for word in sheet.words]))
    pages = {id(word): sheet.number for sheet, _, lines in body for line in lines for word in line.words}
    for paragraph in paragraphs:
        writer.paragraph(paragraph, pages)
    for sheet in sheets:
        writer.hidden(sheet)
    writer.end()
    return writer


def _paragraphs(sheet: Sheet, angle: int, lines: list[Line], usual: float) -> Iterator[Paragraph]:
    return paragraphs_of(list(blocks_of(lines, sheet.rules if angle == 0 else ())), sheet.number, usual)
