"""Bytes of a Word file → its text with notes, claims of its properties and of its pages' heads, and remarks on what is no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from dostyk.documents.archives import Archive, open_archive
from dostyk.documents.claims import Claim, Page, Remark, Trust
from dostyk.documents.coverage import cover
from dostyk.documents.headers import read_header
from dostyk.documents.marking import behind
from dostyk.documents.markup.xml import local, parse_xml
from dostyk.documents.naming import is_publisher
from dostyk.documents.office.looks import W, styles_of
from dostyk.documents.office.walking import Walk
from dostyk.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_PART = 64 * 1024 * 1024
BODY = "word/document.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
HEADS = re.compile(r"word/(?:header|footer)\d*\.xml")
SHOWN = 120


def read_docx(data: bytes, source: str) -> Page:
    """Read a Word file; raises UnreadableDocument."""
    archive = open_archive(data, source, "Word file")
    members = {member.filename: member for member in archive.members}
    parts: dict[str, bytes] = {}
    for name in sorted(members):
        if name in (BODY, "word/styles.xml", "word/comments.xml", "docProps/core.xml", "docProps/app.xml", *NOTES) or HEADS.fullmatch(name):
            parts[name] = archive.take(members[name], LARGEST_PART)
    body = _tree(archive, parts, BODY)
    if body is None:
        raise UnreadableDocument(f"{source}: this is an archive without {BODY}, so no Word file; save it as DOCX again")
    styles = _tree(archive, parts, "word/styles.xml")
    walk = Walk(styles_of(styles), _dressed(styles))
    walk.walk(body)
    for name in NOTES:
        _read_notes(_tree(archive, parts, name), walk)
    seen = walk.text()
    text, marks = behind(seen, walk.unseen)
    heads = list(_heads(archive, parts))
    comments = _tree(archive, parts, "word/comments.xml")
    remarks = [*_remarks(walk, seen), *_remark_heads(heads), *_remark_comments(comments)]
    remarks += cover(_words_of(parts), [text]).remarks()
    return Page(text, (*_claims(archive, parts, walk), *_head_claims(heads)), marks, None, tuple(remarks))


def _tree(archive: Archive, parts: dict[str, bytes], name: str) -> _Element | None:
    if name not in parts:
        return None
    return parse_xml(parts[name], f"{archive.source}!{name}", "part of a Word file")[0]


def _dressed(styles: _Element | None) -> frozenset[str]:
    """Name the styles of tables that give rows a ground of their own, on which white letters are seen."""
    if styles is None:
        return frozenset()
    tables = (style for style in styles.iter(f"{W}style") if style.get(f"{W}type") == "table")
    return frozenset(style.get(f"{W}styleId") or "" for style in tables if next(style.iter(f"{W}shd"), None) is not None)


def _read_notes(notes: _Element | None, walk: Walk) -> None:
    """Read foot or end notes, each as paragraphs of their own behind the text."""
    for note in notes if notes is not None else ():
        if note.get(f"{W}type") in (None, "normal"):
            walk.walk(note)


def _heads(archive: Archive, parts: dict[str, bytes]) -> Iterator[str]:
    """Give the lines that stand at the head or foot of every page, each once."""
    lines: dict[str, None] = {}
    for name in parts:
        if HEADS.fullmatch(name):
            root = _tree(archive, parts, name)
            for paragraph in root.iter(f"{W}p") if root is not None else ():
                line = " ".join("".join(part.text or "" for part in paragraph.iter(f"{W}t")).split())
                if line and not line.isdigit():
                    lines[line] = None
    yield from lines


def _head_claims(heads: list[str]) -> Iterator[Claim]:
    for line in heads:
        if is_publisher(line):
            yield Claim("publisher", line, Trust.LINE, "the head or foot of its pages names it")
        yield from (claim for claim in read_header(line).claims if claim.field in ("publisher", "published"))


def _remark_heads(heads: list[str]) -> Iterator[Remark]:
    if heads:
        yield Remark(f"what stands at the head or foot of every page is no part of the text: “{_cut(' / '.join(heads))}”", routine=True)


def _remark_comments(comments: _Element | None) -> Iterator[Remark]:
    count = sum(local(one) == "comment" for one in comments) if comments is not None else 0
    if comments is not None and count:
        first = _cut(" ".join("".join(part.text or "" for part in comments.iter(f"{W}t")).split()))
        yield Remark(f"{count} comment{'s' if count > 1 else ''} of editors left out, beginning with “{first}”")


def _remarks(walk: Walk, seen: str) -> Iterator[Remark]:
    """Say what of the file is no text, and what tracked changes were taken how."""
    if walk.deleted or walk.inserted:
        yield Remark(f"it has tracked changes: inserted words ({walk.inserted}) are read as text, deleted ones ({walk.deleted}) are not")
    if walk.unseen:
        yield Remark(f"{sum(len(words.split()) for words, _ in walk.unseen)} words that nobody sees stand marked behind the text")
    if walk.pictures:
        lost = walk.large > 0 or not seen.strip()
        yield Remark(
            f"{walk.pictures} picture{'s' if walk.pictures > 1 else ''}, in which no text is read ({walk.large} large enough to hold some)", lost
        )
    if walk.objects + walk.chunks:
        yield Remark(f"{walk.objects + walk.chunks} embedded files, which are not read", lost=True)


def _claims(archive: Archive, parts: dict[str, bytes], walk: Walk) -> Iterator[Claim]:
    """Read the title in the text, and the properties of the file, which people seldom keep up."""
    from dostyk.documents.markup.head import iso_date

    if walk.titles:
        yield Claim("title", walk.titles[0], Trust.ELEMENT, "the paragraph that has the style of a title")
    trusts = {
        "title": ("title", Trust.TAIL),
        "language": ("language", Trust.TAIL),
        "modified": ("published", Trust.MODIFIED),
        "Company": ("publisher", Trust.TAIL),
    }
    for name in ("docProps/core.xml", "docProps/app.xml"):
        for element in _tree(archive, parts, name) if name in parts else ():  # type: ignore[union-attr]
            value = " ".join((element.text or "").split())
            if local(element) not in trusts or not value:
                continue
            field, trust = trusts[local(element)]
            held = iso_date(value) if field == "published" else value[:2].lower() if field == "language" else value
            if held and (field != "publisher" or is_publisher(value)):
                yield Claim(field, held, trust, f"the file's properties: {local(element)}")


def _words_of(parts: dict[str, bytes]) -> Iterator[str]:
    """Read the words of the file by another way, letter by letter from its bytes, without what was deleted or stands there twice."""
    for name in (BODY, *NOTES):
        raw = parts.get(name, b"")
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return
        raw = _without(_without(raw, b"mc:Fallback"), b"w:moveFrom")
        for paragraph in raw.split(b"</w:p>"):
            yield "".join(
                unescape(match[1].decode("utf-8", "replace")) if match[1] is not None else " "
                for match in re.finditer(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:br|cr|tab|noBreakHyphen)\b", paragraph)
            )


def _without(raw: bytes, tag: bytes) -> bytes:
    """Cut every element of one name out of raw XML."""
    if b"<" + tag not in raw:
        return raw
    pieces = re.split(rb"<(/?)" + tag + rb"(?=[ >])[^>]*>", raw)
    kept, depth = [pieces[0]], 0
    for closing, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        depth = max(0, depth + (-1 if closing else 1))
        kept += [piece] if depth == 0 else []
    return b"".join(kept)


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + " …"
