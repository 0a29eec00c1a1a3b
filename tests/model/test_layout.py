"""Layouts: from offsets to pages and boxes."""

from __future__ import annotations

from dostyk.model.layout import Layout, Place, Run

RUNS = (
    Run(0, 4, 1, (10, 700, 30, 712)),
    Run(5, 9, 1, (34, 701, 60, 712)),
    Run(10, 14, 1, (10, 716, 40, 728)),
    Run(16, 20, 2, (10, 50, 40, 62)),
)
LAYOUT = Layout(((595, 842), (595, 842)), RUNS)


def test_words_of_one_line_are_one_box() -> None:
    assert LAYOUT.places(0, 9) == (Place(1, ((10, 700, 60, 712),)),)


def test_a_quote_over_lines_and_pages_has_a_box_for_each_line() -> None:
    assert LAYOUT.places(6, 17) == (Place(1, ((34, 701, 60, 712), (10, 716, 40, 728))), Place(2, ((10, 50, 40, 62),)))


def test_between_the_words_there_is_no_place() -> None:
    assert LAYOUT.places(14, 16) == ()
    assert LAYOUT.places(20, 99) == ()
    assert Layout((), ()).places(0, 5) == ()
