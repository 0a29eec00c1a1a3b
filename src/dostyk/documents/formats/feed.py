"""RSS or Atom feed → its entries, each a document with its own address and date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dostyk.documents.claims import Page
from dostyk.documents.parts import Budget, Part

NAME = "feed"
DESCRIPTION = "RSS and Atom feeds: each entry is a document with its own title, address and date."
EXAMPLES = (("<item><title>Visit</title><description>The minister arrives.</description></item>", "Visit\n\nThe minister arrives.\n"),)
SUFFIXES = (".rss", ".atom", ".xml", ".rdf")
MEDIA_TYPE = "application/rss+xml"


def recognises(head: bytes) -> bool:
    """Tell by the first element."""
    return re.search(rb"<(?:rss|feed|(?:\w+:)?RDF|item|entry)[\s>]", head) is not None and b"<html" not in head.lower()


def is_document(data: bytes, source: str) -> bool:
    """Tell one entry by itself, which is a document, from a whole feed, which is none; raises UnreadableDocument."""
    from dostyk.documents.feeds import is_entry

    return is_entry(data, source)


def read(data: bytes, source: str) -> Page:
    """Read one entry by itself; raises UnreadableDocument for what is none."""
    from dostyk.documents.feeds import read_entry

    return read_entry(data, source)


def parts(data: bytes, source: str, budget: Budget) -> Iterator[Part]:
    """Give the entries of a whole feed; raises UnreadableDocument for what is no feed."""
    from dostyk.documents.feeds import entries

    yield from entries(data, source)
