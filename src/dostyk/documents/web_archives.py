"""Bytes of a web archive → the answers of servers in it, as the bytes of pages with their addresses."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dostyk.documents.claims import Claim, Trust
from dostyk.documents.parts import Budget, Part
from dostyk.errors import UnreadableDocument

MOST_HEADERS = 65_536
STEEPEST = 200
"""Bytes that one packed byte may become."""
UNSUSPICIOUS = 1024 * 1024
READ = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "text/markdown")
"""Media types of answers that are read, beside those of the formats themselves."""


@dataclass(frozen=True, slots=True)
class _Record:
    headers: Mapping[str, str]
    content: bytes
    whole: bool


def pages(data: bytes, source: str, budget: Budget) -> Iterator[Part]:
    """Give every answer that holds a page; those that hold pictures and the like are counted in one part that is left out."""
    odd: Counter[str] = Counter()
    for record in _records(_unpacked(data, source, budget), source):
        kind = record.headers.get("warc-type", "").lower()
        url = record.headers.get("warc-target-uri", "").strip("<> ")
        if kind not in ("response", "resource"):
            continue
        part = (
            _answer(record, url, budget) if kind == "response" else _page(record, url, record.headers.get("content-type", ""), record.content, budget)
        )
        if part is None:
            odd[_type(record.headers.get("content-type", "")) if kind == "resource" else "answers that are no pages"] += 1
        else:
            yield part
    if odd:
        told = ", ".join(f"{count} {name}" for name, count in sorted(odd.items()))
        yield Part("other records", failure=f"{told}; left out", left_out=True)


def _unpacked(data: bytes, source: str, budget: Budget) -> bytes:
    """Unpack an archive whose records are packed one by one, or all together."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    found, at, size = [], 0, 0
    limit = min(budget.bytes, max(UNSUSPICIOUS, STEEPEST * len(data)))
    while data[at : at + 2] == b"\x1f\x8b":
        member = zlib.decompressobj(31)
        try:
            found.append(member.decompress(data[at:] if at == 0 else memoryview(data)[at:], limit - size + 1))
        except zlib.error:
            raise UnreadableDocument(f"{source}: this archive is broken and cannot be unpacked") from None
        size += len(found[-1])
        if size > limit:
            raise UnreadableDocument(f"{source}: grows to more than {limit // (1024 * 1024)} MB when unpacked; it is not read")
        if not member.eof:
            break
        at = len(data) - len(member.unused_data)
    return b"".join(found)


def _records(data: bytes, source: str) -> Iterator[_Record]:
    at = 0
    while at < len(data):
        match = re.compile(rb"\s*WARC/\d\.\d\r?\n").match(data, at)
        if match is None:
            raise UnreadableDocument(f"{source}: broken from byte {at:,} on; the records before it are read")
        end = re.compile(rb"\r?\n\r?\n").search(data, match.end() - 2, match.end() + MOST_HEADERS)
        headers = _headers(data[match.end() : end.start()]) if end else {}
        length = headers.get("content-length", "")
        if end is None or not re.fullmatch(r"\d{1,12}", length):
            raise UnreadableDocument(f"{source}: the record at byte {at:,} does not say how long it is; the records before it are read")
        stop = end.end() + int(length)
        yield _Record(headers, data[end.end() : stop], stop <= len(data) and "warc-truncated" not in headers)
        at = stop
        while data[at : at + 1] in (b"\r", b"\n"):
            at += 1


def _headers(data: bytes) -> dict[str, str]:
    lines = re.sub(rb"\r?\n[ \t]+", b" ", data).decode("utf-8", "replace").splitlines()
    return {name.strip().lower(): value.strip() for name, colon, value in (line.partition(":") for line in lines) if colon}


def _answer(record: _Record, url: str, budget: Budget) -> Part | None:
    """Take the page out of one answer of a server; None for errors, redirections and what is no page."""
    head, gap, body = _cut(record.content)
    status = re.match(rb"HTTP/\d(?:\.\d)? (\d{3})", head)
    if not gap or status is None or not status[1].startswith(b"2"):
        return None
    headers = _headers(head.split(b"\n", 1)[-1])
    kind = headers.get("content-type", "")
    if not _is_page(kind):
        return None
    try:
        body = _decoded(
            _joined(body) if "chunked" in headers.get("transfer-encoding", "").lower() else body, headers.get("content-encoding", ""), budget.part
        )
    except (ValueError, zlib.error) as error:
        return Part(url, failure=str(error) or "its body is broken")
    return _page(record, url, kind, body, budget)


def _page(record: _Record, url: str, kind: str, body: bytes, budget: Budget) -> Part | None:
    if not _is_page(kind) or not url:
        return None
    if len(body) > budget.part:
        return Part(url, failure=f"larger than {budget.part // (1024 * 1024)} MB, the most that is read at once")
    if not record.whole:
        return Part(url, failure="cut off in the archive; it is not read, because its end is missing")
    claims = [Claim("url", url, Trust.MARKUP, "the address in the web archive")] if url.startswith(("http://", "https://")) else []
    return Part(url, body, media_type=_type(kind), claims=tuple(claims))


def _cut(content: bytes) -> tuple[bytes, bytes, bytes]:
    match = re.compile(rb"\r?\n\r?\n").search(content, 0, MOST_HEADERS)
    return (content[: match.start()], b"\n", content[match.end() :]) if match else (content, b"", b"")


def _type(kind: str) -> str:
    return kind.partition(";")[0].strip().lower()


def _is_page(kind: str) -> bool:
    from dostyk.documents.choosing import format_of_type

    return _type(kind) in READ or format_of_type(_type(kind)) is not None


def _joined(body: bytes) -> bytes:
    """Join the chunks of a body; one that was joined already is left as it is."""
    pieces, at = [], 0
    while at < len(body):
        match = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n").match(body, at)
        if match is None:
            if at == 0:
                return body
            raise ValueError("the chunks of its body are broken")
        size = int(match[1], 16)
        if size == 0:
            break
        pieces.append(body[match.end() : match.end() + size])
        at = match.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1 if body[at : at + 1] == b"\n" else 0
    return b"".join(pieces)


def _decoded(body: bytes, coding: str, limit: int) -> bytes:
    """Unpack a body; one that was unpacked already is left as it is."""
    coding = coding.strip().lower()
    if coding in ("", "identity") or (coding in ("gzip", "x-gzip") and not body.startswith(b"\x1f\x8b")):
        return body
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise ValueError(f"packed as {coding[:20]}, which is not unpacked")
    window = 31 if coding != "deflate" else 15 if body[:1] == b"\x78" else -15
    unpacked = zlib.decompressobj(window).decompress(body, limit + 1)
    if len(unpacked) > limit or len(unpacked) > max(UNSUSPICIOUS, STEEPEST * len(body)):
        raise ValueError("grows out of all proportion when unpacked; it is not read")
    return unpacked
