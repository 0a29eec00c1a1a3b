"""Sentences that a page hides are never evidence unmarked, and what is kept of a page is counted by a second parser."""

import time

import pytest

from dostyk.documents.coverage import cover
from dostyk.documents.formats.html import read
from dostyk.documents.formats.markdown import read as read_markdown
from dostyk.documents.markup.scanning import scan

SEEN = "<p>Diplomatic relations between the two states were established on 22 March 1992 and the embassy was opened in the following year.</p>" * 3
HIDDEN = "The minister promised forty billion dollars."


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("hidden", "reason"),
    [
        (f"<p hidden>{HIDDEN}</p>", "hidden"),
        (f"<p aria-hidden='true'>{HIDDEN}</p>", "said to be no text (aria-hidden)"),
        (f"<p style='display:none'>{HIDDEN}</p>", "not displayed"),
        (f"<p style='visibility: hidden'>{HIDDEN}</p>", "not visible"),
        (f"<p style='opacity:0.0'>{HIDDEN}</p>", "transparent"),
        (f"<p style='color:rgba(0,0,0,0)'>{HIDDEN}</p>", "transparent"),
        (f"<p style='font-size:0px'>{HIDDEN}</p>", "letters without size"),
        (f"<p style='font-size: 1px'>{HIDDEN}</p>", "letters without size"),
        (f"<div style='height:0;overflow:hidden'>{HIDDEN}</div>", "without size"),
        (f"<div style='clip-path: inset(100%)'>{HIDDEN}</div>", "without size"),
        (f"<div style='transform:scale(0)'>{HIDDEN}</div>", "without size"),
        (f"<div style='position:absolute;left:-9999px'>{HIDDEN}</div>", "off the page"),
        (f"<div style='text-indent:-100em'>{HIDDEN}</div>", "off the page"),
        (f"<div style='transform:translateX(-9999px)'>{HIDDEN}</div>", "off the page"),
        (f"<p style='color:#fff'>{HIDDEN}</p>", "white on white"),
        (f"<font color=white>{HIDDEN}</font>", "white on white"),
        (f"<p class='pale'>{HIDDEN}</p>", "white on white"),
        (f"<div style='background:#123456'><p style='color: rgb(18, 52, 86)'>{HIDDEN}</p></div>", "in the colour of its ground"),
        (f"<p class='gone'>{HIDDEN}</p>", "not displayed"),
        (f"<p class='sr-only'>{HIDDEN}</p>", "shown to screen readers only, or not at all"),
    ],
)
def test_hidden_sentences_stand_marked_behind_the_text(hidden: str, reason: str) -> None:
    found = read(page(hidden + SEEN, "<style>.pale{color:#fefefe} /* x */ .gone{display:none}</style>").encode(), "x.html")
    (mark,) = found.marks
    assert (found.text[mark.start : mark.end], mark.sort.value, mark.reason) == (HIDDEN, "hidden", reason)
    assert found.text.endswith(f"following year.\n\n{HIDDEN}\n") and HIDDEN not in found.seen
    assert "1 passage that nobody sees" in found.remarks[0].words


@pytest.mark.parametrize(
    "shown",
    [
        f"<div style='background:#003366'><p style='color:#fff'>{HIDDEN}</p></div>",
        f"<table bgcolor='navy'><tr><td><font color='white'>{HIDDEN}</font></td></tr></table>",
        f"<div style='background-image:url(x.png)'><p style='color:#fff'>{HIDDEN}</p></div>",
        f"<p style='opacity:0.9;margin-left:-20px;height:100px'>{HIDDEN}</p>",
        f"<p style='overflow:hidden;height:40px'>{HIDDEN}</p>",
    ],
)
def test_what_is_seen_is_not_marked(shown: str) -> None:
    found = read(page(SEEN + shown).encode(), "x.html")
    assert found.marks == () and HIDDEN in found.text


def test_white_letters_where_an_outer_sheet_may_give_the_ground_are_seen() -> None:
    found = read(page(f"{SEEN}<p style='color:#fff'>{HIDDEN}</p>", "<link rel='stylesheet' href='x.css'>").encode(), "x.html")
    assert found.marks == () and HIDDEN in found.text


def test_labels_menus_and_what_is_shown_as_well_are_not_kept_twice() -> None:
    hidden = f"<p hidden>Open menu</p><ul hidden><li><a href='/a'>One word after the other.</a></li></ul><p hidden>{HIDDEN}</p><p>{HIDDEN}</p>"
    found = read(page(SEEN + hidden).encode(), "x.html")
    assert found.marks == () and found.text.count(HIDDEN) == 1 and "Open menu" not in found.text


def test_the_share_of_a_page_that_is_text_is_told() -> None:
    found = read(page(f"<nav><a href='/'>Home of the paper</a></nav>{SEEN}<footer>All rights kept</footer>").encode(), "x.html")
    assert [(remark.words, remark.lost) for remark in found.remarks] == [
        ("90% of its 70 words are text; 7 in menus, footers, lists of links and the like are left out", False)
    ]


def test_words_that_are_missing_for_no_reason_are_told_as_lost() -> None:
    words = [f"word{number}" for number in range(100)]
    assert cover([" ".join(words)], [" ".join(words)]).remarks() == ()
    assert cover([" ".join(words)], [" ".join(words[:60])], [" ".join(words[60:])]).remarks() == ()
    (remark,) = cover([" ".join(words)], [" ".join(words[:60])]).remarks()
    assert remark.lost and remark.words.startswith("40 of its 100 words that are to be seen are not in the text: “word60 word61")
    assert cover([" ".join(words)], [" ".join(words[:90])], [], [" ".join(words[90:])]).share == 1


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>co<b>op</b></p><p>two</p>", "coop two"),
        ("<p title='a > b'>one</p>", "one"),
        ("<p title='a>one", "one"),
        ("a < b &amp; c<!-- <p>x</p> -->d", "a < b & cd"),
        ("<script>if (a<b) '<p>'</script>one<style>p{}</style>", "one"),
        ("<script>never ends", "never ends"),
        ("<select><option>x</select><svg><g>y</g></svg>one", "one"),
        ("<?xml version='1.0'?><!doctype html>one", "one"),
    ],
)
def test_a_scan_from_tag_to_tag(markup: str, words: str) -> None:
    assert " ".join(scan(markup).split()) == words


@pytest.mark.parametrize("markup", ["<" * 400_000, "<a b='" * 80_000, "<script>" * 60_000, "<!--" * 100_000, "<svg>" * 100_000, "<p =\"'" * 60_000])
def test_a_scan_costs_no_more_than_the_page_is_long(markup: str) -> None:
    begun = time.process_time()
    scan(markup)
    assert time.process_time() - begun < 5


def test_markdown_is_read_as_it_is_rendered() -> None:
    text = (
        "---\ntitle: Two towns\ndate: 2024-03-04\nurl: https://x.example/a\n---\n# Twin *towns*\n\nTwinned since 1974\nwith [a treaty](https://x.example).\n\n"
        "- one\n- two\n\n| Town | Year |\n|---|---|\n| Aa | 1974 |\n\n<!-- note --><script>x</script>\n\n```\ncode here\n```\n"
    )
    found = read_markdown(text.encode(), "a.md")
    assert found.text == "Twin towns\n\nTwinned since 1974 with a treaty.\n\n- one\n- two\n\nTown | Year\nAa | 1974\n\ncode here\n"
    assert [(claim.field, claim.value) for claim in found.claims] == [
        ("title", "Two towns"),
        ("published", "2024-03-04"),
        ("url", "https://x.example/a"),
    ]


@pytest.mark.parametrize("text", ["[" * 20_000, "> " * 5_000 + "Deep words.", "*a " * 20_000, "`" * 20_000, "![[](" * 5_000])
def test_markdown_costs_no_more_than_it_is_long(text: str) -> None:
    begun = time.process_time()
    read_markdown(text.encode(), "a.md")
    assert time.process_time() - begun < 10
