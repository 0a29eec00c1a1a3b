"""Sitemap → the addresses that it lists, with when each was changed; it holds no document."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.documents.parts import Budget, Part
from dostyk.errors import UnreadableDocument

NAME = "sitemap"
DESCRIPTION = "Sitemaps: lists of addresses, which hold no document themselves; how many they list is said."
EXAMPLES: tuple[tuple[str, str], ...] = ()
SUFFIXES = (".xml.gz",)
MEDIA_TYPE = "application/xml"
LARGEST = 64 * 1024 * 1024
"""Bytes of the longest sitemap that is unpacked; the protocol allows 50 MB."""


@dataclass(frozen=True, slots=True)
class Address:
    """One address of a site, and the day on which its page was changed last (EDTF), where the sitemap says so."""

    url: str
    changed: str | None = None


def recognises(head: bytes) -> bool:
    """Tell by the first element."""
    return re.search(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", head) is not None


def parts(data: bytes, source: str, budget: Budget) -> Iterator[Part]:
    """Give no document; what there is to say stands in one part that is left out. Raises UnreadableDocument for what is no sitemap."""
    found = addresses(data, source)
    yield Part("", failure=f"a list of {len(found):,} addresses and no document; nothing is fetched from them", left_out=True)


def addresses(data: bytes, source: str) -> tuple[Address, ...]:
    """List the addresses of a sitemap, or of the sitemaps that an index of sitemaps lists, in its order; raises UnreadableDocument."""
    from dostyk.documents.markup.head import iso_date
    from dostyk.documents.markup.xml import local, parse_xml

    if data.startswith(b"\x1f\x8b"):
        data = _unpack(data, source)
    root, _ = parse_xml(data.lstrip(), source, "sitemap", lenient=True)
    if local(root) not in ("urlset", "sitemapindex"):
        raise UnreadableDocument(f"{source}: this is XML, but no sitemap (it begins with <{local(root)}>)")
    found = []
    for entry in root.iterchildren("{*}url", "{*}sitemap"):
        held = {local(child): (child.text or "").strip() for child in entry}
        if re.match(r"https?://\S+$", held.get("loc", "")):
            found.append(Address(held["loc"], iso_date(held["lastmod"]) if held.get("lastmod") else None))
    return tuple(found)


def _unpack(data: bytes, source: str) -> bytes:
    import io

    try:
        unpacked = gzip.GzipFile(fileobj=io.BytesIO(data)).read(LARGEST + 1)
    except (OSError, EOFError, zlib.error):
        raise UnreadableDocument(f"{source}: this packed sitemap is broken") from None
    if len(unpacked) > LARGEST:
        raise UnreadableDocument(f"{source}: larger than {LARGEST // (1024 * 1024)} MB when unpacked; it is not read")
    return unpacked
