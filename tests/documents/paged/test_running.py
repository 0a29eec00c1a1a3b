"""Heads and feet that pages repeat, and page numbers, are no part of the running text; and that is said."""

from __future__ import annotations

from tests.documents.paged.writer import Pdf, flow, text

from dostyk.documents.formats.pdf import read

BODY = [
    ["Elbonia opened a consulate in the port", "city on 4 May and named its first head."],
    ["Sylvania answered in June with a note", "that asked for the same right in turn."],
    ["Both notes were published in the autumn", "together with the plan of the building."],
]
HEAD = "Bulletin of the port office, No. 7"


def pages(*, head: str = HEAD, foot: str = "- {} -", articles: tuple[int, ...] = ()) -> bytes:
    made = Pdf()
    for number, lines in enumerate(BODY, 1):
        first = [f"Article {articles[number - 1]}", *lines] if articles else lines
        made.page(text((60, 800), head.format(number), 9), flow(first, 60, 740), text((290, 40), foot.format(number), 9))
    return made.written()


def test_heads_feet_and_numbers_are_left_out_and_said() -> None:
    one = read(pages(), "page.pdf")
    assert HEAD not in one.text
    assert "- 1 -" not in one.text
    assert one.text.count("\n\n") == 2
    assert [remark.words for remark in one.remarks] == [
        f"pages 1–3: left out of the running text as a head or foot: {HEAD!r}",
        "3 page numbers left out of the running text",
    ]
    assert not any(remark.lost for remark in one.remarks)


def test_a_head_that_holds_the_number_of_its_page_is_one() -> None:
    one = read(pages(head="Bulletin | page {} of 3", foot="Elbonia {}"), "page.pdf")
    assert "Bulletin" not in one.text
    assert "Elbonia 2" not in one.text


def test_numbers_that_do_not_go_with_the_pages_are_text() -> None:
    one = read(pages(articles=(5, 9, 14)), "page.pdf")
    assert [f"Article {number}" in one.text for number in (5, 9, 14)] == [True, True, True]


def test_what_stands_on_one_page_only_is_text() -> None:
    one = read(Pdf().page(text((60, 800), "Note of 4 May 2021"), flow(BODY[0], 60, 740), text((290, 40), "12")).written(), "page.pdf")
    assert one.text.startswith("Note of 4 May 2021\n\n")
    assert one.text.endswith("\n\n12\n")
    assert one.remarks == ()


def test_the_head_tells_who_publishes() -> None:
    one = read(pages(head="Ministry of Foreign Affairs of Elbonia, 4 May 2021"), "page.pdf")
    claims = {claim.field: claim.value for claim in one.claims}
    assert claims["publisher"] == "Ministry of Foreign Affairs of Elbonia"
    assert claims["published"] == "2021-05-04"
    assert all("head or foot" in claim.reason for claim in one.claims)
