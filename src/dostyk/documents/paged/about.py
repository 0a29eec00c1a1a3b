"""What a PDF says of itself, in its Info dictionary and its XMP packet, and in the heads of its pages → claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dostyk.documents.claims import Claim, Trust
from dostyk.documents.headers import read_header
from dostyk.documents.naming import is_publisher

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MONTH = len("2024-01")
NEAR = 1500
"""Characters of the text in which a title that the file gives is looked for: there it is borne out."""
LONGEST = 300
PACKET = 512 * 1024
"""Bytes of the longest XMP packet that is read."""
BAD_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|powerpoint presentation|untitled|document\d*|\W*)(?:\s+-.*)?"  # "Microsoft Word - note 3"
    r"|.*\.(?:docx?|rtf|odt|pdf|indd|qxd|pptx?|tmp|xlsx?)",
    re.IGNORECASE,
)
"""Titles that programs write by themselves: names of files and of programs."""
DAY = re.compile(r"(?:D:)?(\d{4})-?(\d{2})?-?(\d{2})?")
NAMES = {"dc": "http://purl.org/dc/elements/1.1/", "prism": "http://prismstandard.org/namespaces/basic/2.0/"}


def claims_of(document: PdfDocument, data: bytes, text: str, heads: Iterable[str]) -> Iterator[Claim]:
    """Give the claims of Info, XMP and the repeated heads; `text` is what the document says to readers."""
    info = document.get_metadata_dict()
    packet = dict(_packet(data))
    for title, place in ((packet.get("title"), "XMP"), (info.get("Title"), "Info")):
        yield from _title(title or "", place, text)
    for name, place in ((packet.get("publisher"), "XMP"), (packet.get("creator"), "XMP"), (info.get("Author"), "Info")):
        if name and is_publisher(name.strip()):
            yield Claim("publisher", name.strip()[:LONGEST], Trust.TAIL, f"the author that the file names ({place})")
    for stated, place in ((packet.get("publicationDate"), "the XMP packet's date of publication"), (packet.get("date"), "the XMP packet's date")):
        yield from _day(stated, Trust.MARKUP if "publication" in place else Trust.TAIL, place)
    for claim in _day(info.get("CreationDate"), Trust.GUESSED, "the month in which the file was made (Info), which may not be that of publication"):
        yield replace(claim, value=claim.value[:MONTH])
    for head in heads:
        for claim in read_header(head).claims:
            yield replace(claim, trust=min(claim.trust, Trust.LINE), reason=f"the head or foot that its pages repeat: {head[:80]!r}")


def _title(title: str, place: str, text: str) -> Iterator[Claim]:
    title = " ".join(title.replace("\0", "").split())[:LONGEST]
    if not title or BAD_TITLE.fullmatch(title):
        return
    borne_out = _bare(title) in _bare(text[:NEAR])
    reason = f"the title that the file gives ({place}){', which stands in its text' if borne_out else ''}"
    yield Claim("title", title, Trust.MARKUP if borne_out else Trust.TAIL, reason)


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def _day(stated: str | None, trust: Trust, place: str) -> Iterator[Claim]:
    match = DAY.match(stated.strip()) if stated else None
    if match is None or not 1950 <= int(match[1]) <= 2100:
        return
    parts = [match[1]]
    for part, most in ((match[2], 12), (match[3], 31)):
        if part is None or not 1 <= int(part) <= most:
            break
        parts.append(part)
    yield Claim("published", "-".join(parts), trust, place)


def _packet(data: bytes) -> Iterator[tuple[str, str]]:
    """Read the last XMP packet that stands in the file unpacked; no entity or address in it is followed."""
    start = data.rfind(b"<x:xmpmeta")
    end = data.find(b"</x:xmpmeta>", start) if start >= 0 else -1
    if end < 0 or end - start > PACKET or b"<!DOCTYPE" in data[start:end]:
        return
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    root = etree.fromstring(data[start : end + len(b"</x:xmpmeta>")], parser)
    if root is None:
        return
    for prefix, space in NAMES.items():
        for name in ("title", "creator", "publisher", "date") if prefix == "dc" else ("publicationDate",):
            for element in root.iter(f"{{{space}}}{name}"):
                words = " ".join("".join(str(part) for part in element.itertext()).split())
                if words:
                    yield name, words
