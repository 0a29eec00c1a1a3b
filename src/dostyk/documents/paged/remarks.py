"""Pages as they were read → the sentences that people are told of the reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dostyk.documents.claims import Remark
from dostyk.documents.paged.nouns import Sheet
from dostyk.documents.paged.recognising import program
from dostyk.documents.paged.running import Repeated
from dostyk.model.mark import MarkSort

QUOTED = 80
MOST = 5


def remarks_on(sheets: Sequence[Sheet], repeated: Repeated) -> Iterator[Remark]:
    """Say what is missing, what was recognised, what is not seen, and what was left out of the running text."""
    broken = [sheet.number for sheet in sheets if sheet.problem]
    if broken:
        yield Remark(f"{_pages(broken)} cannot be read; the text is without", lost=True)
    cut = [sheet.number for sheet in sheets if sheet.cut]
    if cut:
        yield Remark(f"{_pages(cut)}: more letters than any page that is read holds; the rest is not in the text", lost=True)
    pictures = [sheet.number for sheet in sheets if not (sheet.words or sheet.hidden or sheet.problem) and sheet.pictures]
    if pictures:
        why = "not read, because Tesseract is not installed" if program() is None else "Tesseract found no words in them"
        yield Remark(f"{_pages(pictures)}: only pictures without text (scanned perhaps); {why}", lost=True)
    blank = [sheet.number for sheet in sheets if not (sheet.words or sheet.hidden or sheet.problem or sheet.pictures)]
    if blank:
        yield Remark(f"{_pages(blank)}: without any text")
    read = [sheet.number for sheet in sheets if any(word.sort is MarkSort.RECOGNISED and word.sure < 1 for word in sheet.words)]
    if read:
        yield Remark(f"{_pages(read)}: read by OCR, {_sure(sheets)}")
    layers = [sheet.number for sheet in sheets if any(word.why and word.sure == 1 for word in sheet.words)]
    if layers:
        yield Remark(f"{_pages(layers)}: scanned, with a text layer; what it says was not compared with the picture")
    for why in dict.fromkeys(word.why for sheet in sheets for word in sheet.hidden):
        where = [(sheet.number, sum(word.why == why for word in sheet.hidden)) for sheet in sheets]
        pages = [number for number, count in where if count]
        count = sum(count for _, count in where)
        yield Remark(f"{_pages(pages)}: {count} word{'s' if count > 1 else ''} that no reader sees ({why}), marked, at the end of the text")
    for words, where_from in list(repeated.words.items())[:MOST]:
        yield Remark(f"{_pages(where_from)}: left out of the running text as a head or foot: {words[:QUOTED]!r}")
    if len(repeated.words) > MOST:
        yield Remark(f"{len(repeated.words) - MOST} more heads or feet left out of the running text")
    if repeated.numbers:
        yield Remark(f"{repeated.numbers} page number{'s' if repeated.numbers > 1 else ''} left out of the running text")


def _sure(sheets: Sequence[Sheet]) -> str:
    sure = [word.sure for sheet in sheets for word in sheet.words if word.sort is MarkSort.RECOGNISED and word.sure < 1]
    return f"confidence {sum(sure) / len(sure):.2f} on average"


def _pages(numbers: Sequence[int]) -> str:
    """Name pages, neighbours as from–to."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] + 1 == number:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    named = ", ".join(f"{run[0]}–{run[1]}" if len(run) > 1 else str(run[0]) for run in runs)  # noqa: RUF001
    return f"page {named}" if len(numbers) == 1 else f"pages {named}"
