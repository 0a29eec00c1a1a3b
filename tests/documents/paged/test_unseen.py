"""What no reader of a page sees is marked, whatever hides it; what is seen is not."""

from __future__ import annotations

import pytest
from tests.documents.paged.writer import BLACK, WHITE, Pdf, box, flow, han, picture, text

from dostyk.documents.claims import Page
from dostyk.documents.formats.pdf import read
from dostyk.model.mark import MarkSort

SEEN = text((60, 740), "Elbonia and Sylvania signed the treaty.")
SECRET = "Sylvania has left the treaty."


def page(*content: bytes, **more: bytes) -> Page:
    return read(Pdf().page(*content, **more).written(), "page.pdf")  # type: ignore[arg-type]


def hidden(one: Page) -> list[tuple[str, str]]:
    return [(one.text[mark.start : mark.end], mark.reason) for mark in one.marks if mark.sort is MarkSort.HIDDEN]


HIDING = {
    "drawn invisibly (text rendering mode 3)": text((60, 600), SECRET, mode=3),
    "white on white": text((60, 600), SECRET, colour=WHITE),
    "in the colour of its ground": box(50, 590, 400, 30, (0.2, 0.4, 0.8)) + text((60, 600), SECRET, colour=(0.2, 0.4, 0.8)),
    "covered by what is drawn over it": text((60, 600), SECRET) + box(50, 590, 400, 30),
    "outside the page": text((60, -400), SECRET),
    "letters of 0.3 points, too small to read": text((60, 600), SECRET, 0.3),
    "not drawn (clipped away, or in a layer that is switched off)": b"q 0 0 10 10 re W n\n" + text((60, 600), SECRET) + b"Q\n",
}


@pytest.mark.parametrize("why", HIDING)
def test_hidden_text_is_marked_and_stands_behind_what_is_seen(why: str) -> None:
    one = page(SEEN, HIDING[why])
    assert one.text == f"Elbonia and Sylvania signed the treaty.\n\n{SECRET}\n"
    if why.startswith("letters"):
        ((words, reason),) = hidden(one)
        assert words == SECRET
        assert reason.endswith("too small to read")
    else:
        assert hidden(one) == [(SECRET, why)]
    assert SECRET not in one.seen
    assert any("no reader sees" in remark.words and not remark.lost for remark in one.remarks)


def test_text_covered_by_a_picture_is_hidden() -> None:
    assert hidden(page(SEEN, text((60, 600), SECRET), picture(50, 590, 400, 30))) == [(SECRET, "covered by what is drawn over it")]


def test_text_beyond_the_crop_box_is_hidden() -> None:
    one = page(SEEN, text((60, 100), SECRET), more=b"/CropBox[0 400 595 842]")
    assert hidden(one) == [(SECRET, "outside the page")]


def test_a_layer_that_is_switched_off_hides() -> None:
    secret = b"/OC /L1 BDC\n" + text((60, 600), SECRET) + b"EMC\n"
    data = Pdf().page(SEEN, secret).written()
    data = data.replace(b"/XObject<<", b"/Properties<</L1 99 0 R>>/XObject<<")
    layer = b"99 0 obj\n<</Type/OCG/Name(off)>>\nendobj\n"
    data = data.replace(b"/Type/Catalog", b"/Type/Catalog/OCProperties<</OCGs[99 0 R]/D<</OFF[99 0 R]>>>>")
    data = data.replace(b"xref\n0", layer + b"xref\n0", 1)
    assert hidden(read(data, "page.pdf")) == [(SECRET, "not drawn (clipped away, or in a layer that is switched off)")]


def test_white_words_under_black_ones_are_hidden() -> None:
    under = text((60, 740), "Sylvania and Elbonia denied the treaty", colour=WHITE)
    one = page(under, SEEN)
    assert one.text.startswith("Elbonia and Sylvania signed the treaty.\n")
    assert "".join(words for words, _ in hidden(one)).replace("\n", " ").split()[-1] == "treaty"


def test_a_hidden_word_in_a_line_is_taken_out_of_it() -> None:
    one = page(text((60, 740), "The ministers did"), text((148, 740), "not", colour=WHITE), text((168, 740), "sign."))
    assert one.text == "The ministers did sign.\n\nnot\n"
    assert hidden(one) == [("not", "white on white")]


@pytest.mark.parametrize(
    "drawn",
    [
        box(50, 590, 400, 30, BLACK) + text((60, 600), SECRET, colour=WHITE),
        picture(50, 590, 400, 30) + text((60, 600), SECRET),
        text((60, 600), SECRET, colour=(0.8, 0.8, 0.8)),
        text((60, 600), SECRET, 4),
        text((60, 600), SECRET, mode=1),
        box(50, 590, 400, 30, (1, 1, 0.6)) + text((60, 600), SECRET),
    ],
    ids=["white on black", "on a picture", "pale grey", "four points", "outlined", "on yellow"],
)
def test_what_is_seen_is_not_marked(drawn: bytes) -> None:
    one = page(SEEN, drawn)
    assert one.marks == ()
    assert SECRET in one.seen


def test_letters_of_a_font_that_is_not_in_the_file_are_not_taken_for_hidden() -> None:
    one = page(SEEN, han((60, 600), "两国建立外交关系"))
    assert "两国建立外交关系" in one.text
    assert one.marks == ()


def test_the_text_layer_of_a_scan_is_recognised_text_and_no_hidden_one() -> None:
    lines = ["Elbonia and Sylvania exchanged notes", "on the opening of consulates."]
    layer = b"".join(text((60, 700 - 14 * at), line, mode=3) for at, line in enumerate(lines))
    one = page(picture(0, 0, 595, 842), layer)
    assert one.text == "Elbonia and Sylvania exchanged notes on the opening of consulates.\n"
    assert {mark.sort for mark in one.marks} == {MarkSort.RECOGNISED}
    assert any("text layer" in remark.words for remark in one.remarks)


def test_invisible_words_on_a_picture_with_seen_ones_are_hidden() -> None:
    one = page(
        picture(0, 0, 595, 842), flow(["Elbonia and Sylvania signed", "the treaty on rail freight."], 60, 740), text((60, 600), SECRET, mode=3)
    )
    assert hidden(one) == [(SECRET, "drawn invisibly (text rendering mode 3)")]
