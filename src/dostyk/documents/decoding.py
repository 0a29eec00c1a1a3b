"""Bytes → text: byte order mark, UTF-8, a declared encoding, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

from dostyk.errors import UnreadableDocument

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LABELS = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
}
"""Encodings that pages name and what browsers read them as (the WHATWG encoding standard)."""
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
SAMPLE = 65536
DAMAGE = 0.02
"""Share of broken sequences up to which bytes are still called UTF-8: a cut or mangled letter, not another encoding."""


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """Decode a document's bytes without changing anything in them; a byte order mark is no part of the text.

    Raises UnreadableDocument for bytes that are no text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _wide(data)
    if wide is not None:
        return data.decode(wide, "replace")
    if b"\0" in data:
        raise UnreadableDocument(f"{source}: this is a binary file (it holds NUL bytes); give plain text or an HTML page")
    escaped = b"\x1b$" in data and _codec(declared)
    if escaped:
        return data.decode(escaped, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data, source, declared)


def _decode_other(data: bytes, source: str, declared: str | None) -> str:
    named = _codec(declared)
    if named is not None and named != "utf-8":
        text = data.decode(named, "replace")
        if text.count(REPLACEMENT) <= DAMAGE * len(text):
            return text
    if _damaged_utf8(data):
        return data.decode("utf-8", "replace")
    guessed = _guess(data)
    if guessed is None:
        raise UnreadableDocument(f"{source}: the encoding of this file cannot be told, or it is no text; save it as UTF-8")
    return data.decode(guessed, "replace")


def _damaged_utf8(data: bytes) -> bool:
    """Tell whether nearly all sequences above ASCII are good UTF-8."""
    good = sum(character > "\x7f" and character != REPLACEMENT for character in data.decode("utf-8", "replace")[:SAMPLE])
    bad = data.decode("utf-8", "replace")[:SAMPLE].count(REPLACEMENT)
    return good > 0 and bad <= max(1, DAMAGE * good) and good > bad


def _wide(data: bytes) -> str | None:
    """Name the UTF-16 byte order of text without a mark: in Western text every other byte is NUL."""
    head = data[:2048]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.3 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None


def _codec(label: str | None) -> str | None:
    if not label:
        return None
    name = label.strip().strip("\"'").lower()
    try:
        return LABELS.get(name) or codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def _guess(data: bytes) -> str | None:
    """Name the encoding that a sample looks like; None where nothing fits."""
    from dostyk.documents.guessing import guess_encoding

    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, (first.start() if first else 0) - 512)
    if data[start : start + SAMPLE].count(b"\x00") or _control_share(data[:SAMPLE]) > 0.02:
        return None
    best = guess_encoding(data[start : start + SAMPLE])
    return None if best is None else LABELS.get(best, best)


def _control_share(data: bytes) -> float:
    controls = sum(byte < 9 or 13 < byte < 32 for byte in data)
    return controls / max(1, len(data))
