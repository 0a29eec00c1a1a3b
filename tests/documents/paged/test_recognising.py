"""Pages that are pictures are read by Tesseract where it is installed, each word with how sure it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest
from tests.documents.paged.writer import Pdf, assemble, flow, picture, stream

from dostyk.documents.formats.pdf import read
from dostyk.documents.paged.picture import draw
from dostyk.documents.paged.recognising import words_from
from dostyk.model.mark import MarkSort

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
TABLE = "\n".join(
    [
        HEAD,
        "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t",
        "4\t1\t1\t1\t1\t0\t250\t400\t900\t50\t-1\t",
        "5\t1\t1\t1\t1\t1\t250\t405\t300\t40\t96.5\tElbonia",
        "5\t1\t1\t1\t1\t2\t580\t412\t120\t33\t70.0\tsigned",
        "5\t1\t1\t1\t1\t3\t720\t410\t20\t20\t12.0\t~",
        "5\t1\t1\t1\t1\t4\tbroken",
    ]
)
STANDIN = """#!/bin/sh
[ "$1" = --list-langs ] && { printf 'List of languages:\\neng\\nrus\\n'; exit 0; }
[ "$*" = "stdin stdout -l eng+rus --dpi 300 tsv" ] || exit 2
head -c 3 | grep -q 'P6 ' || exit 3
cat > /dev/null
cat "${0%/*}/table.tsv"
"""
"""A program in Tesseract's place that checks how it is called and answers with a table of its own making."""


def test_words_come_with_their_place_in_points_and_how_sure_they_are() -> None:
    first, second = words_from(TABLE, 300 / 72)
    assert (first.text, first.sure, first.sort) == ("Elbonia", 0.96, MarkSort.RECOGNISED)
    assert first.box == pytest.approx((60, 96, 132, 108))
    assert (second.text, second.sure) == ("signed", 0.7)
    assert second.box[1::2] == first.box[1::2]
    assert words_from("", 1) == words_from("nonsense\nof\tsome\tkind", 1) == []


def test_a_scanned_page_is_read_where_there_is_a_program_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    program.write_text(STANDIN)
    program.chmod(0o755)
    (tmp_path / "table.tsv").write_text(TABLE)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    one = read(Pdf().page(picture(0, 0, 595, 842)).written(), "scan.pdf")
    assert one.text == "Elbonia signed\n"
    assert [(one.text[mark.start : mark.end], mark.sort, mark.confidence) for mark in one.marks] == [
        ("Elbonia", MarkSort.RECOGNISED, 0.96),
        ("signed", MarkSort.RECOGNISED, 0.7),
    ]
    assert [(remark.words, remark.lost) for remark in one.remarks] == [("page 1: read by OCR, confidence 0.83 on average", False)]
    assert one.layout is not None
    assert one.layout.places(0, 14)[0].page == 1


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract (Debian: tesseract-ocr) is not installed on this machine")
def test_tesseract_itself_reads_a_drawn_page() -> None:
    lines = ["Elbonia and Sylvania signed the treaty", "on rail freight in the spring of 2021."]
    with pypdfium2.PdfDocument(Pdf().page(flow(lines, 60, 740, size=16, step=22)).written()) as drawn:
        pixels = draw(drawn[0], 2.0)
    height, width = pixels.shape[:2]
    image = stream(
        pixels[:, :, 1].tobytes(), b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8" % (width, height)
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>"
    content = stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    data = assemble([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content, image])
    one = read(data, "scan.pdf")
    assert one.text.split() == " ".join(lines).split()
    assert all(mark.confidence > 0.5 for mark in one.marks)
