"""Markdown → the text a reader of the rendered page sees, and what its front matter says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dostyk.documents.claims import Claim, Page, Trust
from dostyk.documents.decoding import decode

NAME = "markdown"
DESCRIPTION = "Markdown: headings, paragraphs, lists and tables as they are rendered; the front matter is read as what the file says of itself."
EXAMPLES = (("# Relations\n\n- *1992*: opened\n", "Relations\n\n- 1992: opened\n"),)
SUFFIXES = (".md", ".markdown")
MEDIA_TYPE = "text/markdown"
FRONT = re.compile(r"\A---[ \t]*\r?\n(.{0,10000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
FIELDS = {
    "title": "title",
    "publisher": "publisher",
    "source": "publisher",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "lang": "language",
    "language": "language",
    "date": "published",
    "published": "published",
}
DEEPEST = 100
"""Quotes and lists inside one another that are told apart."""


def recognises(head: bytes) -> bool:
    """Tell nothing by the first bytes: Markdown without its suffix is plain text."""
    return False


def read(data: bytes, source: str) -> Page:
    """Render, and write what is rendered as a page's text is written; raises UnreadableDocument for what is no text."""
    from lxml import html
    from markdown_it import MarkdownIt

    from dostyk.documents.markup.parsing import parse_text
    from dostyk.documents.markup.writing import write_text

    text = decode(data, source)
    front = FRONT.match(text)
    rendered = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"]).render(text[front.end() :] if front else text)
    root = parse_text(f"<body>{rendered}</body>", source)
    for element in list(root.iter("script", "style", "template")):
        if isinstance(element, html.HtmlElement):
            element.drop_tree()
    return Page(write_text(root), tuple(_claims(front.group(1) if front else "")))


def _claims(front: str) -> Iterator[Claim]:
    """Read the plain "name: value" lines of a front matter."""
    from dostyk.documents.markup.head import iso_date

    for line in front.splitlines():
        name, colon, value = line.partition(":")
        field, value = FIELDS.get(name.strip().lower()), value.strip().strip("\"'")
        if not colon or field is None or not value:
            continue
        held = iso_date(value) if field == "published" else value.lower()[:2] if field == "language" else value
        if held and (field != "url" or held.startswith(("http://", "https://"))):
            yield Claim(field, held, Trust.LABELLED, f"the front matter: {name.strip()}")
