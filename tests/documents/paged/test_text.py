"""Pages become running text as people read it: order, columns, paragraphs, words, tables; every word knows its place."""

from __future__ import annotations

import pytest
from tests.documents.paged.writer import Pdf, flow, rule, text, turned

from dostyk.documents.claims import Page
from dostyk.documents.formats.pdf import read

LEFT = [
    "The two ministries agreed to open a",
    "joint office for rail freight in the port",
    "city, which will begin its work in the",
    "spring and report to both govern-",
    "ments twice a year on the work it did.",
    "Its first head will be named in May by",
    "the Elbonian side, and the second one",
]
RIGHT = [
    "will come from Sylvania three years",
    "later, as the protocol has it, and then",
    "they change places every third year.",
    "The costs are shared in equal parts,",
    "but for the building itself, which the",
    "city gives for nothing to both sides",
    "as long as the office works in it.",
]


def page(*content: bytes, **more: bytes) -> Page:
    return read(Pdf().page(*content, **more).written(), "page.pdf")  # type: ignore[arg-type]


def test_lines_of_a_paragraph_run_on_and_paragraphs_stand_apart() -> None:
    one = page(text((60, 760), "Joint office", 18, font="F2"), flow(LEFT[:5], 60, 720), flow(LEFT[5:], 60, 640))
    assert one.text.split("\n\n") == [
        "Joint office",
        (
            "The two ministries agreed to open a joint office for rail freight in the port city, which will begin its work in the spring and report"
            " to both governments twice a year on the work it did."
        ),
        "Its first head will be named in May by the Elbonian side, and the second one\n",
    ]


@pytest.mark.parametrize("backwards", [False, True])
def test_columns_are_read_one_after_the_other_in_whatever_order_the_file_has_them(backwards: bool) -> None:
    columns = [flow(LEFT, 60, 700), flow(RIGHT, 320, 700)]
    one = page(text((200, 760), "Joint office for rail freight", 18), *(reversed(columns) if backwards else columns))
    assert one.text == (
        "Joint office for rail freight\n\n"
        "The two ministries agreed to open a joint office for rail freight in the port city, which will begin its work in the spring and report"
        " to both governments twice a year on the work it did. Its first head will be named in May by the Elbonian side, and the second one will come"
        " from Sylvania three years later, as the protocol has it, and then they change places every third year. The costs are shared in equal"
        " parts, but for the building itself, which the city gives for nothing to both sides as long as the office works in it.\n"
    )


def test_columns_whose_lines_are_not_level_stay_columns() -> None:
    one = page(flow(LEFT, 60, 700), flow(RIGHT, 320, 694))
    assert "the second one will come from Sylvania" in one.text


def test_a_paragraph_goes_on_over_the_page() -> None:
    data = Pdf().page(flow(LEFT, 60, 200)).page(flow(RIGHT, 60, 780)).written()
    one = read(data, "page.pdf")
    assert "the second one will come from Sylvania" in one.text
    assert one.layout is not None
    start = one.text.index("the second one will come")
    assert [place.page for place in one.layout.places(start, start + 24)] == [1, 2]


@pytest.mark.parametrize(
    ("first", "second", "more", "expected"),
    [
        ("both sides reaffirmed their coopera-", "tion in trade and in transport links.", "", "their cooperation in"),
        ("both sides spoke of their long-", "term plans in trade and in transport.", "A long-term view was asked for.", "their long-term plans"),
        ("both sides spoke of the line China-", "Europe and its trains, and of transit.", "", "line China-Europe and"),
        ("both sides signed the plan for 2015-", "2020 in the building of the ministry.", "", "for 2015-2020 in"),
    ],
)
def test_words_broken_at_line_ends_are_whole_again(first: str, second: str, more: str, expected: str) -> None:
    assert expected in page(flow([first, second], 60, 700), flow([more], 60, 600)).text


ROWS = [
    ("Year", "Partner", "Turnover"),
    ("2021", "Sylvania", "4.1 billion"),
    ("2022", "Graustark", "3.9 billion"),
    ("2023", "Sylvania", "5.6 billion"),
]


def test_tables_are_rows() -> None:
    cells = b"".join(text((left, 700 - 16 * at), cell) for at, row in enumerate(ROWS) for left, cell in zip((60, 200, 340), row, strict=True))
    one = page(flow(["Turnover of the port by year and by partner, in dollars, as the customs office counts it."], 60, 740), cells)
    assert one.text.endswith("\n\n" + "\n".join(" | ".join(row) for row in ROWS) + "\n")


def test_cells_that_go_on_are_one_cell_between_drawn_lines() -> None:
    lines = b"".join(rule(55, 500, y) for y in (715, 690, 662, 634))
    first = text((60, 700), "Body") + text((200, 700), "Task")
    second = flow(["Joint", "office"], 60, 680, step=12) + flow(["Counts the wagons that", "pass the border"], 200, 680, step=12)
    third = flow(["Customs", "board"], 60, 652, step=12) + flow(["Settles what is paid", "by whom"], 200, 652, step=12)
    one = page(lines, first, second, third)
    assert one.text == "Body | Task\nJoint office | Counts the wagons that pass the border\nCustoms board | Settles what is paid by whom\n"


def test_items_of_a_list_are_lines_of_their_own() -> None:
    one = page(
        flow(["Signed were:"], 60, 740),
        flow(["\u2022 a protocol on transit", "\u2022 a memorandum on rail freight, which comes", "  into force in May"], 60, 720),
    )
    assert "- a protocol on transit\n- a memorandum on rail freight, which comes into force in May\n" in one.text


def test_raised_numbers_do_not_join_the_figure_before_them() -> None:
    one = page(
        text((60, 700), "Relations since 1992"), text((163, 705), "4", 6), text((171, 700), "and earlier, over 30 km"), text((280, 705), "2", 6)
    )
    assert one.text == "Relations since 1992⁴ and earlier, over 30 km²\n"


def test_text_written_upwards_is_read_as_well() -> None:
    one = page(flow(LEFT[:3], 60, 700), turned((560, 200), "Issued by the port office"))
    assert one.text.endswith("\n\nIssued by the port office\n")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_every_word_knows_its_page_and_place_from_the_top_left_of_the_page_as_shown(turn: int) -> None:
    one = read(Pdf().page(text((100, 700), "first")).page(text((100, 742), "Elbonia", 20), more=b"/Rotate %d" % turn).written(), "page.pdf")
    assert one.layout is not None
    assert one.layout.pages[1] == ((595, 842) if turn in (0, 180) else (842, 595))
    start = one.text.index("Elbonia")
    (place,) = one.layout.places(start, start + 7)
    left, top, right, bottom = place.boxes[0]
    wide, high = (right - left, bottom - top) if turn in (0, 180) else (bottom - top, right - left)
    assert place.page == 2
    assert 60 < wide < 80
    assert 15 < high < 30
    corner = {0: (100, 100), 90: (742, 100), 180: (595 - 100, 742), 270: (100, 595 - 100)}[turn]
    assert left - 6 <= corner[0] <= right + 6
    assert top - 6 <= corner[1] <= bottom + 6


def test_runs_hold_the_very_words_in_order_and_none_twice() -> None:
    one = page(text((200, 760), "Joint office", 18), flow(LEFT, 60, 700), flow(RIGHT, 320, 700))
    assert one.layout is not None
    words = [one.text[run.start : run.end] for run in one.layout.runs]
    assert " ".join(words).split() == one.text.replace("governments", "govern ments").split()
    assert all(first.end <= second.start for first, second in zip(one.layout.runs, one.layout.runs[1:], strict=False))


def test_what_is_filled_into_a_form_and_stamped_on_a_page_is_read() -> None:
    stamp = b"<</Type/Annot/Subtype/FreeText/Rect[60 500 300 520]/Contents(Received on 4 May)/DA(/F1 12 Tf 0 g)/AP<</N 99 0 R>>>>"
    form = b"BT /F1 12 Tf 2 4 Td (Received on 4 May) Tj ET"
    data = Pdf().page(flow(LEFT[:3], 60, 700), more=b"/Annots[%s]" % stamp).written()
    look = b"99 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 240 20]/Resources<</Font<</F1 3 0 R>>>>/Length %d>>\nstream\n%s\nendstream\nendobj\n"
    one = read(data.replace(b"xref\n0", look % (len(form), form) + b"xref\n0", 1), "page.pdf")
    assert one.text.endswith("\n\nReceived on 4 May\n")
    assert one.marks == ()
