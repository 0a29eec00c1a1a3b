"""Bytes of a feed → its entries, each as a file of its own with what feed and entry say of it; and one entry → its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.documents.claims import Claim, Page, Remark, Trust
from dostyk.documents.mail import day_of
from dostyk.documents.markup.xml import local, parse_xml
from dostyk.documents.naming import is_publisher
from dostyk.documents.parts import Part
from dostyk.errors import UnreadableDocument
from dostyk.model.mark import Mark

if TYPE_CHECKING:
    from lxml.etree import _Element

ENTRIES = ("item", "entry")
BODIES = ("encoded", "content", "description", "summary")
"""Elements that hold an entry's text, the fullest first."""
DATES = ("published", "pubDate", "issued", "date", "created", "updated", "modified")
ENTRY_TYPE = "application/rss+xml"
SHORT = 600
"""Characters up to which a text that is only described, not given, is a summary of something longer."""


def entries(data: bytes, source: str) -> Iterator[Part]:
    """Cut a feed into its entries; raises UnreadableDocument for what is no feed.

    An entry is called by its own id, else by its address, else by its number.
    """
    from lxml import etree

    root, broken = _parse(data, source)
    about = _claims_of_feed(root)
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        about = (*about, Claim("language", language[:2].lower(), Trust.TAIL, "the feed's language"))
    for number, element in enumerate(_entries(root)):
        element.tail = None
        name = _text(element, "guid") or _text(element, "id") or _address(element) or str(number + 1)
        yield Part(name, etree.tostring(element, encoding="utf-8"), "#", ENTRY_TYPE, about)
    if broken:
        yield Part("end", joint="#", failure="this feed is broken there; its entries are read as far as it goes")


def is_entry(data: bytes, source: str) -> bool:
    """Tell one entry by itself from a whole feed."""
    return local(_parse(data, source)[0]) in ENTRIES


def read_entry(data: bytes, source: str) -> Page:
    """Read one entry: its title, the fullest text that it gives, and what it says of itself."""
    from dostyk.documents.formats.html import read_fragment

    entry, _ = _parse(data, source)
    if local(entry) not in ENTRIES:
        raise UnreadableDocument(f"{source}: feeds hold several documents; give it to ingest, or name one of them behind a #")
    title = _plain(_text(entry, "title"), source)
    bodies = [(name, _markup(entry, name)) for name in BODIES]
    name, body = max(bodies, key=lambda found: len(found[1]) if found[0] != "summary" or not bodies[1][1] else 0)
    page = read_fragment(body, source) if body.strip() else Page("")
    text = f"{title}\n\n{page.text}" if title and not page.text.startswith(title) else page.text
    shift = len(text) - len(page.text)
    marks = tuple(_shifted(mark, shift) for mark in page.marks)
    short = name in ("description", "summary") and len(page.text) < SHORT
    remarks = (Remark("the feed gives a summary only; the page at its address may say more", routine=True),) if short else ()
    return Page(text, tuple(_claims_of_entry(entry, title)), marks, None, (*page.remarks, *remarks))


def _shifted(mark: Mark, by: int) -> Mark:
    from dataclasses import replace

    return replace(mark, start=mark.start + by, end=mark.end + by)


def _parse(data: bytes, source: str) -> tuple[_Element, bool]:
    start = re.search(rb"<", data[:1024].replace(b"\0", b""))
    root, broken = parse_xml(data.lstrip() if start else data, source, "feed", lenient=True)
    if local(root) not in ("rss", "feed", "RDF", *ENTRIES):
        raise UnreadableDocument(f"{source}: this is XML, but no feed that I read (it begins with <{local(root)}>)")
    return root, broken


def _entries(root: _Element) -> list[_Element]:
    return [element for element in root.iter("{*}item", "{*}entry") if element is not root]


def _child(element: _Element, name: str) -> _Element | None:
    return next((child for child in element if local(child) == name and (len(child) or (child.text or "").strip())), None)


def _text(element: _Element, name: str) -> str:
    child = _child(element, name)
    return "" if child is None else " ".join("".join(str(text) for text in child.itertext()).split())


def _plain(markup: str, source: str) -> str:
    """Write a title, which may be escaped markup, as plain words."""
    from dostyk.documents.markup.parsing import parse_text

    if not re.search(r"[<&]", markup):
        return markup
    return " ".join("".join(parse_text(f"<p>{markup}</p>", source).itertext()).split())


def _markup(entry: _Element, name: str) -> str:
    """Give an element's content as HTML: escaped, as plain text, or as XHTML inside it."""
    from html import escape

    from lxml import etree

    child = _child(entry, name)
    if child is None or (name == "content" and child.get("src")):
        return ""
    if len(child):
        inner = "".join(etree.tostring(part, encoding="unicode") for part in child)
        return re.sub(r"(</?)\w+:", r"\1", (child.text or "") + inner)
    text = child.text or ""
    if child.get("type") in ("text", "text/plain"):
        return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
    return text


def _address(element: _Element) -> str | None:
    """Give the address of an entry or of a feed's site."""
    found = []
    for link in element:
        if local(link) == "link" and link.get("rel", "alternate") == "alternate":
            found.append(link.get("href") or (link.text or ""))
    guid = _child(element, "guid")
    if guid is not None and guid.get("isPermaLink", "true").lower() == "true":
        found.append(guid.text or "")
    return next((url.strip() for url in found if re.match(r"https?://\S+$", url.strip())), None)


def _claims_of_feed(root: _Element) -> tuple[Claim, ...]:
    about = root if local(root) == "feed" else next((child for child in root if local(child) == "channel"), root)
    title, language = _text(about, "title"), _text(about, "language")
    claims = []
    if title:
        claims.append(Claim("publisher", title, Trust.MARKUP if is_publisher(title) else Trust.DERIVED, "the feed's title"))
    if re.match(r"[A-Za-z]{2}\b", language):
        claims.append(Claim("language", language[:2].lower(), Trust.TAIL, "the feed's language"))
    return tuple(claims)


def _claims_of_entry(entry: _Element, title: str) -> Iterator[Claim]:
    from dostyk.documents.markup.head import iso_date

    if title:
        yield Claim("title", title, Trust.LABELLED, "the entry's title")
    url = _address(entry)
    if url:
        yield Claim("url", url, Trust.LABELLED, "the entry's address")
    for name in DATES:
        date = day_of(_text(entry, name)) or iso_date(_text(entry, name)) if _text(entry, name) else None
        if date:
            yield Claim("published", date, Trust.MODIFIED if name in ("updated", "modified") else Trust.LABELLED, f"the entry's element {name}")
    source = _child(entry, "source")
    named = "" if source is None else _text(source, "title") or " ".join((source.text or "").split())
    for name, words in (("source", named), ("publisher", _text(entry, "publisher")), ("creator", _text(entry, "creator"))):
        if words and (name != "creator" or is_publisher(words)):
            yield Claim("publisher", words, Trust.MARKUP, f"the entry's element {name}")
