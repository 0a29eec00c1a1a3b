"""Word files become what a reader of their pages sees."""

import pytest
from tests.documents.samples.files import W, docx, packed, paragraph, table

from dostyk.documents.formats.docx import read
from dostyk.errors import UnreadableDocument

LAST = paragraph("The last sentence stands here.")


def text(body: str, **parts: str) -> str:
    return read(docx(body, **parts), "a.docx").text


def told(body: str, **parts: str) -> str:
    return " | ".join(remark.words for remark in read(docx(body, **parts), "a.docx").remarks)


def test_paragraphs_lists_and_tables_in_order() -> None:
    item = "<w:numPr/>"
    body = (
        paragraph("Ports", '<w:pStyle w:val="Title"/>')
        + paragraph("one", item)
        + paragraph("two", item)
        + table([["Town", "Year"], ["Aa", "1992"]])
        + LAST
    )
    found = read(docx(body), "a.docx")
    assert found.text == "Ports\n\n- one\n- two\n\nTown | Year\nAa | 1992\n\nThe last sentence stands here.\n"
    assert [(claim.field, claim.value) for claim in found.claims] == [("title", "Ports")]
    assert found.remarks == () and found.marks == ()


def test_cells_that_reach_down_are_repeated_and_tables_of_long_cells_are_paragraphs() -> None:
    merged = "<w:tbl>"
    for start, name, year in (('<w:vMerge w:val="restart"/>', "Aa", "1992"), ("<w:vMerge/>", "", "1993")):
        merged += f"<w:tr><w:tc><w:tcPr>{start}</w:tcPr>{paragraph(name)}</w:tc><w:tc>{paragraph(year)}</w:tc></w:tr>"
    assert text(merged + "</w:tbl>") == "Aa | 1992\nAa | 1993\n"
    long = "The two sides agreed on a programme. " * 20
    assert "|" not in text(table([["Left", long]]))


def test_insertions_are_text_and_deletions_are_not_and_both_are_told() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Trade was </w:t></w:r><w:ins><w:r><w:t>five</w:t></w:r></w:ins>'
        '<w:del><w:r><w:delText>four old</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> billion.</w:t></w:r></w:p>'
        "<w:p><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>"
    )
    assert text(body) == "Trade was five billion.\n\nMoved.\n"
    assert told(body) == "it has tracked changes: inserted words (2) are read as text, deleted ones (2) are not"


def test_notes_stand_behind_the_text_and_heads_of_pages_beside_it() -> None:
    note = f'<w:footnote w:id="1">{paragraph("See the treaty.")}</w:footnote>'
    notes = f'<w:footnotes {W}><w:footnote w:type="separator">{paragraph("-")}</w:footnote>{note}</w:footnotes>'
    head = f"<w:hdr {W}>{paragraph('Ministry of Ports')}</w:hdr>"
    body = '<w:p><w:r><w:t>Signed.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    found = read(docx(body, word_footnotes=notes, word_header1=head), "a.docx")
    assert found.text == "Signed.\n\nSee the treaty.\n"
    assert ("publisher", "Ministry of Ports") in [(claim.field, claim.value) for claim in found.claims]
    assert "“Ministry of Ports”" in found.remarks[0].words and not found.remarks[0].lost


def test_text_boxes_stand_once_behind_their_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    both = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    assert text(f"<w:p><w:r><w:t>Before.</w:t></w:r>{both}</w:p>{LAST}") == "Before.\n\nIn the box.\n\nThe last sentence stands here.\n"


@pytest.mark.parametrize(
    ("run", "reason"),
    [
        ("<w:vanish/>", "hidden letters"),
        ('<w:color w:val="FFFFFF"/>', "white on white"),
        ('<w:color w:themeColor="background1"/>', "white on white"),
        ('<w:color w:val="0000FF"/><w:shd w:fill="0000FF"/>', "in the colour of its ground"),
        ('<w:sz w:val="2"/>', "letters of 1 pt"),
        ('<w:sz w:val="0"/>', "letters of 0 pt"),
        ('<w:w w:val="1"/>', "letters drawn together to 1 % of their width"),
        ('<w:rStyle w:val="ghost"/>', "hidden letters"),
    ],
)
def test_what_nobody_sees_is_marked_behind_the_text(run: str, reason: str) -> None:
    ghost = '<w:style w:styleId="ghost"><w:basedOn w:val="base"/></w:style>'
    styles = f'<w:styles {W}><w:style w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>{ghost}</w:styles>'
    found = read(docx(paragraph("Nobody sees this.", run=run) + LAST, word_styles=styles), "a.docx")
    assert found.text == "The last sentence stands here.\n\nNobody sees this.\n"
    (mark,) = found.marks
    assert (found.text[mark.start : mark.end], mark.reason, mark.sort.value) == ("Nobody sees this.", reason, "hidden")


@pytest.mark.parametrize(
    "run",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:fill="000080"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
        '<w:sz w:val="18"/>',
    ],
)
def test_what_is_seen_is_not_marked(run: str) -> None:
    assert read(docx(paragraph("All see this.", run=run)), "a.docx").marks == ()


def test_white_letters_in_a_coloured_cell_are_seen() -> None:
    head = paragraph("Head", run='<w:color w:val="FFFFFF"/>')
    cell = f'<w:tc><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr>{head}</w:tc>'
    found = read(docx(f"<w:tbl><w:tr>{cell}<w:tc>{paragraph('Year')}</w:tc></w:tr></w:tbl>"), "a.docx")
    assert (found.text, found.marks) == ("Head | Year\n", ())


def test_large_pictures_may_hold_text_and_small_ones_need_not() -> None:
    drawing = '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{0}" cy="{0}"/><a:blip/></wp:inline></w:drawing></w:r></w:p>'
    small, large = (read(docx(LAST + drawing.format(size)), "a.docx").remarks[0] for size in (500_000, 5_000_000))
    assert (small.lost, large.lost) == (False, True)


def test_what_is_embedded_is_missing() -> None:
    found = read(docx(LAST + '<w:altChunk r="x"/>'), "a.docx")
    assert [(remark.words, remark.lost) for remark in found.remarks] == [("1 embedded files, which are not read", True)]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 broken",
        packed({"word/styles.xml": "<x/>"}),
        packed({"word/document.xml": "<w:document"}),
        packed({"word/document.xml": '<!DOCTYPE w [<!ENTITY a "b">]><w:document/>'}),
        packed({"word/document.xml": "<a>" + " " * 30_000_000 + "</a>"}),
    ],
)
def test_what_is_no_word_file_or_a_bomb_is_one_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^a\.docx"):
        read(data, "a.docx")
