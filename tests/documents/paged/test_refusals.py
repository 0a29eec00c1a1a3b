"""What cannot or should not be read is refused in one sentence, before it costs; what is partly broken is read as far as it goes."""

from __future__ import annotations

import time
import zlib

import pytest
from tests.documents.paged.writer import Pdf, assemble, flow, picture, stream, text

from dostyk.documents.formats.pdf import read
from dostyk.documents.paged import bombs, letters
from dostyk.errors import UnreadableDocument

GOOD = Pdf().page(flow(["Elbonia and Sylvania signed the treaty.", "It is on rail freight."], 60, 740)).written()
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
LOCKED = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (b"41" * 32, b"42" * 32)


def packed(megabytes: int) -> bytes:
    """Give blanks, many megabytes of them, in few bytes."""
    engine = zlib.compressobj(9)
    return b"".join(engine.compress(b" " * (1 << 20)) for _ in range(megabytes)) + engine.flush()


def one_page(content: bytes, about: bytes = b"/Filter/FlateDecode", more: bytes = b"", *objects: bytes) -> bytes:
    resources = b"/Resources<</Font<</F1 5 0 R>>%s>>" % more
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R%s>>" % resources
    return assemble([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream(content, about), FONT, *objects])


def nested_forms(deep: int, wide: int) -> bytes:
    """Forms each of which draws the next one `wide` times."""
    inner = [
        stream(
            b"/X Do\n" * wide if at + 1 < deep else text((50, 500), "again"),
            b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>/Font<</F1 5 0 R>>>>" % (at + 7 if at + 1 < deep else 5),
        )
        for at in range(deep)
    ]
    return one_page(b"/X Do\n", b"", b"/XObject<</X 6 0 R>>", *inner)


PAGES = b"<</Type/Pages/Kids[%s]/Count 100000>>" % (b"3 0 R " * 100_000)
REFUSED = {
    "asks for a password": Pdf(encrypt=LOCKED).page(text((60, 700), "secret")).written(),
    "cut off or broken": GOOD[:300],
    "this PDF is broken": b"%PDF-1.7\nnothing of the kind\n%%EOF",
    "no text, only pictures": Pdf().page(picture(0, 0, 595, 842)).written(),
    "no text in this PDF": Pdf().page(b"").written(),
    "unpacks to more than 64 MB": one_page(packed(80)),
    "packs a stream several times over": one_page(zlib.compress(packed(80)), b"/Filter[/FlateDecode/FlateDecode]"),
    "declares 100000 pages": assemble([b"<</Type/Catalog/Pages 2 0 R>>", PAGES, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"]),
    "draws forms within forms": nested_forms(8, 10),
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_it_is_refused_in_one_sentence_that_names_the_source_and_quickly(sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    begun = time.process_time()
    with pytest.raises(UnreadableDocument, match=f"^page.pdf: .*{sentence}") as error:
        read(REFUSED[sentence], "page.pdf")
    assert "\n" not in str(error.value)
    assert time.process_time() - begun < 2


def test_streams_that_are_too_much_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bombs, "MOST_IN_ALL", 50 << 20)
    content = stream(packed(20), b"/Filter/FlateDecode")
    data = assemble([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R>>", *[content] * 4])
    with pytest.raises(UnreadableDocument, match="unpacks to more than 50 MB"):
        read(data, "page.pdf")
    bombs.check(data[: data.rindex(b"6 0 obj")], "page.pdf")


def test_forms_a_drawing_may_well_have_are_read() -> None:
    assert read(nested_forms(3, 10), "page.pdf").text.startswith("again")


@pytest.mark.parametrize(("draws", "refused"), [(b"/X Do ", False), (b"/X Do /X Do ", True)])
def test_a_form_that_draws_itself_is_read_if_that_ends(draws: bytes, refused: bool) -> None:
    about = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources 7 0 R"
    named = b"<</XObject<</X 6 0 R>>/Font<</F1 5 0 R>>>>"
    data = one_page(b"/X Do", b"", b"/XObject<</X 6 0 R>>", stream(draws + text((50, 500), "again"), about), named)
    if refused:
        with pytest.raises(UnreadableDocument, match="forms within forms"):
            read(data, "page.pdf")
    else:
        assert "again" in read(data, "page.pdf").text


def test_a_page_that_is_broken_is_said_to_be_missing() -> None:
    data = Pdf().page(text((60, 700), "Elbonia signed.")).page(text((60, 700), "Sylvania signed.")).written()
    one = read(data.replace(b"10 0 R]/Count", b"77 0 R]/Count").replace(b"Kids[8 0 R 77", b"Kids[8 0 R 77"), "page.pdf")
    assert one.text == "Elbonia signed.\n"
    assert [(remark.words, remark.lost) for remark in one.remarks] == [("page 2 cannot be read; the text is without", True)]


def test_a_file_that_lacks_its_end_is_read_all_the_same() -> None:
    assert read(GOOD[: GOOD.index(b"startxref")], "page.pdf").text.startswith("Elbonia and Sylvania signed the treaty.")


def test_a_page_without_text_among_others_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    one = read(Pdf().page(text((60, 700), "Elbonia signed.")).page(picture(0, 0, 595, 842)).page(b"").written(), "page.pdf")
    assert [(remark.words, remark.lost) for remark in one.remarks] == [
        ("page 2: only pictures without text (scanned perhaps); not read, because Tesseract is not installed", True),
        ("page 3: without any text", False),
    ]


def test_letters_beyond_the_most_of_a_page_are_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "MOST_OBJECTS", 20)
    monkeypatch.setattr("dostyk.documents.paged.sheets.MOST_OBJECTS", 20)
    one = read(Pdf().page(flow([f"line {number}" for number in range(50)], 60, 800)).written(), "page.pdf")
    assert "line 19" in one.text
    assert "line 40" not in one.text
    assert [remark.lost for remark in one.remarks] == [True]


def test_a_page_of_absurd_size_is_read_without_drawing_it() -> None:
    one = read(Pdf().page(text((50, 500), "Elbonia"), text((60, 300), "denied", mode=3), size=(1e7, 1e7)).written(), "page.pdf")
    assert one.text == "Elbonia\n\ndenied\n"
    assert [mark.reason for mark in one.marks] == ["drawn invisibly (text rendering mode 3)"]
