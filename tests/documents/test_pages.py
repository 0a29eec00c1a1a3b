"""HTML pages become what a reader of the page sees."""

import pytest

from dostyk.documents.formats.html import read
from dostyk.documents.metadata import describe
from dostyk.errors import UnreadableDocument
from dostyk.settings import Given

PROSE = "<p>Diplomatic relations between the two states were established on 22 March 1992 and the embassy was opened in the following year.</p>" * 3


def text(body: str, head: str = "") -> str:
    return read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html").text


def test_headings_paragraphs_and_breaks() -> None:
    assert text("<h1>Relations</h1><div>One<br>two <b>bo</b>ld</div><p>  Three\n four </p>") == "Relations\n\nOne\ntwo bold\n\nThree four\n"


def test_lists_and_what_is_said_of_terms() -> None:
    body = "<ul><li>2015: first</li><li>2016: <a href='/x'>second</a><ul><li>inner</li></ul></li></ul><dl><dt>Consul</dt><dd>Jane Roe</dd></dl>"
    assert text(body) == "- 2015: first\n- 2016: second\n- inner\n\nConsul: Jane Roe\n"


def test_tables_are_one_line_a_row_with_spanning_cells_repeated() -> None:
    rows = (
        "<tr><th>City</th><th>Partner</th><th>Year</th></tr>"
        "<tr><td rowspan=2>Aa</td><td>Bb</td><td>1999</td></tr><tr><td>Cc</td><td>2001<br>again 2011</td></tr>"
    )
    assert (
        text(f"<table><caption>Twin towns</caption>{rows}</table>")
        == "Twin towns\nCity | Partner | Year\nAa | Bb | 1999\nAa | Cc | 2001; again 2011\n"
    )


def test_tables_that_lay_out_a_page_are_no_tables() -> None:
    assert text(f"<table><tr><td><h2>Left</h2></td><td>{PROSE}</td></tr></table>").count("|") == 0


def test_captions_quotations_and_preformatted_lines() -> None:
    assert (
        text("<figure><img alt='not seen'><figcaption>At the port.</figcaption></figure><q>Said</q><pre>a\nb</pre>")
        == "At the port.\n\n“Said”\n\na\nb\n"
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>SECRET</p>",
        "<p style='display: none'>SECRET</p>",
        "<p style='color:red;visibility:hidden'>SECRET</p>",
        "<span aria-hidden='true'>SECRET</span>",
        "<div style='position:absolute;left:-9999px'>SECRET</div>",
        "<div style='font-size:0'>SECRET</div>",
        "<p class='sr-only'>SECRET</p>",
        "<p class='unseen'>SECRET</p>",
        "<p id='gone'>SECRET</p>",
        "<template><p>SECRET</p></template>",
        "<noscript>SECRET</noscript>",
        "<!-- SECRET -->",
        "<img alt='SECRET'>",
    ],
)
def test_what_is_hidden_is_never_text(hidden: str) -> None:
    sheet = "<style>.unseen{display:none} #gone , .x {visibility : hidden} @media print {.shown{display:none}}</style>"
    found = text(f"{PROSE}{hidden}<p class='shown'>Shown after it.</p>", sheet)
    assert "SECRET" not in found and "Shown after it." in found


def test_characters_without_width_are_not_kept() -> None:
    assert text("<p>co\u00adope\u200bration\u202e \ufeffnow</p>") == "cooperation now\n"


def test_furniture_goes_and_substance_stays() -> None:
    body = (
        "<header><a href='/'>Paper</a><nav><a href='/p'>Politics</a></nav></header><div class='breadcrumbs'><a href='/'>Home</a> / News</div>"
        f"<main><article><h1>Visit</h1><div class='share-buttons'><a href='#'>Share</a></div>{PROSE}<ul><li>A memorandum on ports</li></ul>"
        "<table><tr><td>2021</td><td>4.2</td></tr><tr><td>2022</td><td>5.1</td></tr></table></article></main>"
        "<aside><h2>Related</h2><a href='/1'>Other visit of 2011</a></aside><footer>Copyright</footer>"
    )
    found = text(body)
    for gone in ("Politics", "Home", "Share", "Other visit", "Copyright"):
        assert gone not in found
    for kept in ("Visit\n", "22 March 1992", "- A memorandum on ports", "2021 | 4.2\n2022 | 5.1"):
        assert kept in found


def test_a_page_without_landmarks_keeps_all_its_prose() -> None:
    menu = "<ul>" + "".join(f"<li><a href='/{n}'>Menu item {n}</a></li>" for n in range(8)) + "</ul>"
    found = text(f"<div class='col1'>{menu}</div><div class='col2'>{PROSE}<div>2011 - visit of the minister</div></div>")
    assert "Menu item" not in found and "2011 - visit of the minister" in found


def test_a_body_whose_class_names_furniture_is_still_read() -> None:
    assert "22 March 1992" in read(f"<html><body class='menu sidebar'><div id='content-with-sidebar'>{PROSE}</div></body></html>".encode(), "x").text


def test_the_head_of_a_part_that_folds_is_text_and_other_buttons_are_not() -> None:
    found = text(
        f"{PROSE}<button>Subscribe</button><h2><button>Economy</button></h2>{PROSE}<div class='accordion-item'><button>Culture</button>{PROSE}</div>"
    )
    assert ("Economy" in found, "Culture" in found, "Subscribe" in found) == (True, True, False)


def test_marks_of_notes_are_left_out() -> None:
    assert text("<p>Founded in 1975.<sup><a href='#n'>[1]</a></sup> It is 5 m<sup>2</sup>.</p>") == "Founded in 1975. It is 5 m2.\n"


@pytest.mark.parametrize("depth", [300, 3000])
def test_nothing_is_lost_however_deep_it_is_nested(depth: int) -> None:
    found = text("<p>First words.</p>" + "<div>" * depth + "<p>Deep words.</p><p hidden>SECRET</p>" + "</div>" * depth + "<p>Last words.</p>")
    assert [word in found for word in ("First words.", "Deep words.", "Last words.", "SECRET")] == [True, True, True, False]


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-8"])
def test_the_encoding_a_page_names(encoding: str) -> None:
    page = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={encoding}'></head><body><p>Посольство открыто</p></body></html>"
    assert read(page.encode(encoding), "x.html").text == "Посольство открыто\n"


def test_xhtml_with_a_declaration() -> None:
    page = "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml' xml:lang='en'><body><p>Überfahrt</p></body></html>"
    assert read(page.encode(), "x.html").text == "Überfahrt\n"


def test_a_page_with_nothing_in_it_is_refused_or_empty() -> None:
    try:
        assert read(b"<!-- nothing -->", "x.html").text == ""
    except UnreadableDocument as error:
        assert str(error).startswith("x.html: ")


def known(head: str, body: str = PROSE) -> dict[str, str]:
    page = read(f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>".encode(), "x.html")
    return {field: claim.value for field, claim in describe(page, Given(), "x.html").items()}


def test_metadata_in_the_head() -> None:
    head = (
        "<title>Port opens - The Coast Times</title><meta property='og:title' content='Port opens'>"
        "<meta property='og:site_name' content='The Coast Times'>"
        "<meta property='article:published_time' content='2023-08-12T09:00:00+05:00'>"
        "<meta property='article:modified_time' content='2024-01-01T09:00:00Z'>"
        "<link rel='canonical' href='https://coast.example/port'>"
    )
    assert known(head) == {
        "title": "Port opens",
        "publisher": "The Coast Times",
        "published": "2023-08-12",
        "url": "https://coast.example/port",
        "language": "en",
    }


def test_metadata_in_linked_data() -> None:
    coast = '"publisher": {"@type": "Organization", "name": "Coast"}'
    data = f'{{"@graph": [{{"@type": "NewsArticle", "headline": "Port opens", "datePublished": "2019-03-04", {coast}}}]}}'
    found = known(f"<script type='application/ld+json'>{data}</script><script type='application/ld+json'>{{broken</script>")
    assert (found["title"], found["publisher"], found["published"]) == ("Port opens", "Coast", "2019-03-04")


def test_metadata_a_page_shows_to_its_readers() -> None:
    found = known("<title>Page</title>", f"<h1>Port opens</h1><div class='info'>Source: Harbour Office &nbsp; Date: 2018-06-21 10:33</div>{PROSE}")
    assert (found["title"], found["publisher"], found["published"]) == ("Port opens", "Harbour Office", "2018-06-21")


def test_a_visible_update_stands_above_the_date_of_publication() -> None:
    assert (
        known("<meta name='dc.date' content='2015-02-03'>", f"<h1>Relations</h1>{PROSE}<p class='updated'>Last updated: 5 April 2021</p>")[
            "published"
        ]
        == "2021-04-05"
    )


def test_a_time_element_counts_where_the_head_is_silent() -> None:
    assert known("", f"<article><h1>Port</h1><time datetime='2020-07-05T10:00'>5 July</time>{PROSE}</article>")["published"] == "2020-07-05"
