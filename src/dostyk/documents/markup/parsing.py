"""Bytes of a page → element tree; nothing of the page is lost, however deep it is nested."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dostyk.documents.decoding import decode
from dostyk.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DECLARATION = 4096


def parse(data: bytes, source: str) -> HtmlElement:
    """Parse a page in whatever encoding; raises UnreadableDocument for bytes that are no page."""
    return parse_text(decode(data, source, declared_encoding(data)), source)


def parse_text(text: str, source: str) -> HtmlElement:
    """Parse a page, or a part of one, that is text already; raises UnreadableDocument for what is no page."""
    root, cut = _parse(text)
    if cut:
        from dostyk.documents.markup.flatten import flatten

        root, cut = _parse(flatten(text))
    if root is None or cut:
        raise UnreadableDocument(f"{source}: this is no HTML page that can be read to its end")
    return root


def declared_encoding(data: bytes) -> str | None:
    """Give the encoding that a page's head names."""
    head = data[:DECLARATION]
    match = re.search(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", head, re.IGNORECASE)
    match = match or re.search(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", head)
    return match.group(1).decode("ascii") if match else None


def _parse(text: str) -> tuple[HtmlElement | None, bool]:
    """Parse; the second value tells that the parser gave up before the end."""
    from lxml import etree, html

    text = re.sub(r"^\s*<\?xml[^>]{0,300}\?>", "", text).replace("\0", "")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace") or b"<p></p>", parser=parser)
    except etree.ParserError:
        root = None
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, cut
