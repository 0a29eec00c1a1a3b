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
    from dostyk.documents.markup.head import read_head, read_shown
    from dostyk.documents.markup.main_part import find_main, take_out
    from dostyk.documents.markup.parsing import parse
    from dostyk.documents.markup.writing import write_text

    root = parse(data, source)
    claims = read_head(root, source)
    take_out(root)
    claims += read_shown(root)
    main = find_main(root)
    text = write_text(main)
    heading = next((h1 for h1 in root.iter("h1") if main not in h1.iterancestors() and h1 is not main), None)
    if heading is not None and next(main.iter("h1"), None) is None:
        text = write_text(heading) + "\n" + text
    return Page(text, tuple(claims))
