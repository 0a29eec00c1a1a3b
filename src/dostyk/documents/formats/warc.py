"""Web archive (WARC) → the pages that were fetched, each a document with its own address."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.documents.parts import Budget, Part

NAME = "warc"
DESCRIPTION = "Web archives (WARC, packed or not): each page that was answered is a document with its own address."
EXAMPLES: tuple[tuple[str, str], ...] = ()
SUFFIXES = (".warc", ".warc.gz")
MEDIA_TYPE = "application/warc"


def recognises(head: bytes) -> bool:
    """Tell by the version that each record begins with, packed or not."""
    import zlib

    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def parts(data: bytes, source: str, budget: Budget) -> Iterator[Part]:
    """Give the pages in the order in which they were kept; raises UnreadableDocument where the archive breaks off or grows too large."""
    from dostyk.documents.web_archives import pages

    yield from pages(data, source, budget)
