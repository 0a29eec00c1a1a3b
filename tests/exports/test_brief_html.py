from html.parser import HTMLParser

import pytest

from dostyk.exports.brief_html import write
from dostyk.exports.footnotes import passage, safe_link
from dostyk.model.brief import Brief, Point, Section, Sentence, Series
from dostyk.model.document import Document
from dostyk.model.statement import Evidence, Statement

HOSTILE = '<script>alert("x")</script> & "quoted"'
TEXT = f"An opening paragraph.\n\nBefore it. Trade was 5 billion dollars. {HOSTILE} After it.\n\nA last paragraph."
VOID = {"meta", "line", "path", "rect", "br"}


class Page(HTMLParser):
    """Elements, ids, links and text of a page; refuses elements that do not close."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marked = ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        found = dict(attrs)
        self.ids += [v for k, v in found.items() if k == "id" and v]
        self.links += [v for k, v in found.items() if k in ("href", "src") and v]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["mark"]:
            self.marked += data


def statement(quote: str, url: str | None = None) -> Statement:
    document = Document(TEXT, "page.txt", title=HOSTILE, publisher="A & B <i>", url=url, published="2019-03")
    start = TEXT.index(quote)
    return Statement(document, "Indicator", Evidence.of(document, start, start + len(quote)), {})


@pytest.fixture
def brief() -> Brief:
    one, two = statement("Trade was 5 billion dollars."), statement(HOSTILE)
    points = (
        Point("2018", "5000000000", "exact", one),
        Point("2019-01/2019-05", "2000000000", "over", two),
        Point("2020", "6000000000", "about", one),
    )
    figures = Section(
        "Figures", (Sentence("Trade was 5 billion.", (one,)), Sentence(HOSTILE, (two, one))), (Series("Trade of <b>A</b>", "USD", points),)
    )
    many = Section("Many", tuple(Sentence(f"Line {n}.", (one,)) for n in range(20)))
    return Brief(("NO", "KE"), "Norway & Kenya", None, (figures, many, Section("Silent", (), (), "Nothing.")))


def test_page_is_well_formed_and_leads_nowhere_else(brief: Brief) -> None:
    html = write(brief)
    page = Page(html)
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") for link in page.links)
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert "script" not in page.elements
    assert page.elements.count("h1") == 1


def test_text_of_documents_is_never_markup(brief: Brief) -> None:
    html = write(brief)
    assert "<script" not in html and "<i>" not in html and "<b>A" not in html
    assert "&lt;script&gt;" in html


def test_footnotes_show_the_quote_in_its_passage(brief: Brief) -> None:
    page = Page(write(brief))
    assert page.marked == "Trade was 5 billion dollars." + HOSTILE
    assert page.ids.count("fn1") == 1


def test_nothing_is_lost(brief: Brief) -> None:
    html = write(brief)
    assert all(f"Line {n}." in html for n in range(20))
    assert "more in the record" in html
    assert "Nothing." in html


def test_same_brief_same_bytes(brief: Brief) -> None:
    assert write(brief) == write(brief)


def test_a_chart_has_words_and_a_table(brief: Brief) -> None:
    html = write(brief)
    assert 'role="img"' in html and "<desc" in html
    assert html.count("<rect") == 3
    assert "over 2 billion US dollars" in html


def test_an_empty_brief_is_a_page() -> None:
    assert "The record holds nothing on these two" in write(Brief(("NO", "KE"), "Norway and Kenya", None, ()))


def test_passages_end_at_blank_lines_and_sentences() -> None:
    start = TEXT.index("Trade")
    assert passage(TEXT, start, start + 5)[0] == "Before it. "
    long = "One sentence here. " * 100
    before, after = passage(long, 950, 960)
    assert len(before) < 330 and len(after) < 330
    assert before.startswith("One") and after.endswith(".")


def test_only_web_addresses_are_links() -> None:
    assert safe_link("https://example.org/a?b=c") == "https://example.org/a?b=c"
    assert safe_link("javascript:alert(1)") == ""
    assert safe_link("file:///etc/passwd") == ""
    assert (
        Page(write(Brief(("NO", "KE"), "x", None, (Section("s", (Sentence("t.", (statement(HOSTILE, "https://example.org/"),)),)),)))).links.count(
            "https://example.org/"
        )
        == 2
    )


def test_lines_of_one_source_are_marked_once_explained(brief: Brief) -> None:
    html = write(brief)
    assert html.count("what one source alone says") == 1
    assert "Trade was 5 billion.<span" in html
