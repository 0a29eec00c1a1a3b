"""HTML page → the text a reader of the page sees, and what its markup says of it."""

from __future__ import annotations

from dostyk.documents.claims import Page

NAME = "html"
DESCRIPTION = "HTML pages in any encoding: headings, paragraphs, lists and tables of the text itself, without menus, footers and hidden parts."
EXAMPLES = (("<h1>Relations</h1><ul><li>1992</li></ul>", "Relations\n\n- 1992\n"),)
SUFFIXES = (".html", ".htm", ".xhtml")
MEDIA_TYPE = "text/html"
SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body")


def recognises(head: bytes) -> bool:
    """Tell a page by the tags it begins with."""
    low = head.replace(b"\0", b"").lower()
    return any(sign in low for sign in SIGNS)


def read(data: bytes, source: str) -> Page:
    """Parse, take out what is no text, write the rest; raises UnreadableDocument for what is no page."""
    from dostyk.documents.decoding import decode
    from dostyk.documents.markup.parsing import declared_encoding

    return read_text(decode(data, source, declared_encoding(data)), source)


def read_text(page: str, source: str) -> Page:
    """Read a page that is decoded already; raises UnreadableDocument for what is no page."""
    from dostyk.documents.markup.page import read_page

    return read_page(page, source)


def read_fragment(markup: str, source: str) -> Page:
    """Read a piece of a page, such as an entry of a feed: all that is seen of it is its text, whatever its parts are called."""
    from dostyk.documents.markup.page import read_page

    return read_page(f"<body>{markup}</body>", source, whole=False)
