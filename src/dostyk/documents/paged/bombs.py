"""Bytes of a PDF → nothing, or a refusal: streams that inflate to absurd sizes are found before anything inflates them whole."""

from __future__ import annotations

import re
import zlib

from dostyk.documents.paged.forms import check_forms
from dostyk.errors import UnreadableDocument

MOST = 64 * 1024 * 1024
"""Bytes that one compressed stream may hold: eight times a page scanned at 150 dots an inch in colour."""
MOST_IN_ALL = 384 * 1024 * 1024
"""Bytes that all compressed streams of a file may hold together."""
RATIO = 1032
"""How many times the bytes of a stream Deflate can hold at most."""
DICTIONARY = 4096
"""Bytes before a stream in which its dictionary is looked for."""
PIECE = 1 << 20
STREAM = re.compile(rb">>\s*stream\r?\n")
PACKER = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)\b")
FILTERS = re.compile(rb"/Filter\s*\[([^\]]{0,512})\]")
SMALL = MOST // RATIO // 8
"""Bytes of a stream that cannot hold much, and is not looked into."""


def check(data: bytes, source: str) -> None:
    """Raise UnreadableDocument where a stream, or all of them together, would inflate beyond what is read."""
    total = 0
    found = list(STREAM.finditer(data))
    for number, match in enumerate(found):
        start = match.end()
        follows = found[number + 1].start() if number + 1 < len(found) else len(data)
        dictionary = _dictionary(data, match.start())
        chain = FILTERS.search(dictionary)
        if chain is not None and len(PACKER.findall(chain.group(1))) > 1:
            raise UnreadableDocument(f"{source}: this PDF packs a stream several times over, as only bombs do; it is not read")
        if follows - start > SMALL and b"FlateDecode" in dictionary:
            count = inflated(data, start, MOST)
            total += count
            if count >= MOST or total >= MOST_IN_ALL:
                most = MOST if count >= MOST else MOST_IN_ALL
                raise UnreadableDocument(
                    f"{source}: this PDF unpacks to more than {most // (1024 * 1024)} MB, the most that is read; it is a bomb or a mistake"
                )
    check_forms(data, source)


def _dictionary(data: bytes, end: int) -> bytes:
    start = max(0, end - DICTIONARY)
    return data[max(start, data.rfind(b"obj", start, end)) : end + 2]


def inflated(data: bytes, start: int, most: int) -> int:
    """Count the bytes that a Deflate stream holds, `most` at most; what is no such stream counts nothing."""
    engine = zlib.decompressobj()
    count, rest = 0, data[start : start + PIECE]
    start += PIECE
    try:
        while rest and not engine.eof:
            count += len(engine.decompress(rest, PIECE))
            if count >= most:
                return most
            rest = engine.unconsumed_tail
            if not rest:
                rest, start = data[start : start + PIECE], start + PIECE
    except zlib.error:
        pass
    return count
