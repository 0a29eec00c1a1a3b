"""PDF pages of our own making → pages a second on one core, and how much of that PDFium needs to give bare text; the PDFs of the suites, too.

paged.py [PAGES]        (default: 120)
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.documents.paged.writer import Pdf, flow, rule, text  # noqa: E402

WORDS = "the ministers of both sides agreed in May to open a joint office for rail freight and to report on trade every year".split()


def document(pages: int) -> bytes:
    """Write pages of two columns of fifty lines with a head, a number, a table and a rule; some 3,000 letters each."""
    chance = random.Random(7)
    made = Pdf({"Title": "Report on rail freight"})
    for number in range(1, pages + 1):
        columns = [[" ".join(chance.choices(WORDS, k=8))[:46] for _ in range(50)] for _ in range(2)]
        body = b"".join(flow(lines, left, 740, size=10, step=12) for lines, left in zip(columns, (60, 310), strict=True))
        cells = [str(chance.randrange(1000)) for _ in range(15)]
        table = b"".join(text((60 + 90 * (at % 5), 120 - 14 * (at // 5)), cell, 10) for at, cell in enumerate(cells))
        made.page(text((60, 800), "Report on rail freight", 9), body, rule(60, 500, 134), table, text((290, 40), str(number), 9))
    return made.written(packed=True)


def main(pages: int = 120) -> None:
    """Print the figures."""
    import pypdfium2

    from dostyk.documents.formats.pdf import read

    data = document(pages)
    read(document(1), "warm")
    begun = time.process_time()
    page = read(data, "bench.pdf")
    ours = time.process_time() - begun
    begun = time.process_time()
    with pypdfium2.PdfDocument(data) as opened:
        letters = sum(len(one.get_textpage().get_text_range()) for one in opened)
    bare = time.process_time() - begun
    print(f"PDF: {pages} pages, {len(page.text) // pages} letters a page: {pages / ours:.0f} pages a second of processor time (wanted: 30)")
    print(f"     PDFium's bare text, without order, places of words, tables and hidden text: {pages / bare:.0f} ({letters // pages} letters a page)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
