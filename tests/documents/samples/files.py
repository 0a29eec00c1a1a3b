"""Words → the bytes of small Word files, archives, e-mails, feeds and web archives."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Pack members into an archive, in the order given."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Write a Word file of a body in its markup; `parts` are others of its parts, as word_footnotes."""
    names = {name: f"{name.replace('_', '/', 1)}.xml" for name in parts}
    document = f"<w:document {W} {MC} {WP} {A}><w:body>{body}</w:body></w:document>"
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **{names[name]: parts[name] for name in parts}})


def paragraph(text: str, style: str = "", run: str = "") -> str:
    """Write a paragraph of one run, with properties of the paragraph and of the run in their markup."""
    return f'<w:p><w:pPr>{style}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """Write a table of plain cells."""
    cells = (("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row)) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def page(body: str, head: str = "") -> str:
    """Write a page."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def message(parts: Sequence[tuple[str, str, bytes]], headers: str = "") -> bytes:
    """Write an e-mail of parts: type, disposition and bytes."""
    head = headers or "From: Press Office <press@ministry.example>\r\nSubject: A visit\r\nDate: Mon, 4 Mar 2024 23:30:00 +0500\r\n"
    bodies = []
    for kind, disposition, content in parts:
        about = f"Content-Type: {kind}\r\n" + (f"Content-Disposition: {disposition}\r\n" if disposition else "")
        bodies.append(b"--edge\r\n" + about.encode() + b"\r\n" + content + b"\r\n")
    return head.encode() + b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=edge\r\n\r\n" + b"".join(bodies) + b"--edge--\r\n"


def rss(items: str, title: str = "The Port Times") -> bytes:
    """Write an RSS feed."""
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>".encode()


def record(kind: str, url: str, content: bytes, length: int | None = None) -> bytes:
    """Write one record of a web archive."""
    size = len(content) if length is None else length
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\nContent-Length: {size}\r\n\r\n"
    return head.encode() + content + b"\r\n\r\n"


def answer(body: bytes, kind: str = "text/html", status: int = 200, headers: str = "") -> bytes:
    """Write what a server answers."""
    return f"HTTP/1.1 {status} Words\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body


def packed_records(records: Sequence[bytes]) -> bytes:
    """Pack records one by one, as web archives are."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)
