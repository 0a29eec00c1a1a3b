"""Bytes of a PDF → nothing, or a refusal: forms that draw forms that draw forms, many times each, are found before anything draws them."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from dostyk.errors import UnreadableDocument

MOST = 20_000
"""Forms that one form may draw, with all that those draw; maps and drawings reach some thousands."""
DEEPEST = 60
"""Forms within forms that are followed; PDFium follows fewer."""
MOST_HEADS = 50
"""Objects in which the names of one form are looked up."""
Objects = dict[int, tuple[bytes, bytes]]
CONTENT = 1 << 20
"""Bytes of a form's content that are looked at."""
PACKED = 8 << 20
"""Bytes of a packed group of objects that are looked at."""
OBJECT = re.compile(rb"(?<![0-9])(\d{1,9})\s+\d{1,5}\s+obj\b")
REFERENCE = re.compile(rb"(?<![0-9])(\d{1,9})\s+\d{1,5}\s+R\b")
DRAWS = re.compile(rb"/([^\s/<>\[\]()]{1,127})\s+Do\b")
ENTRY = re.compile(rb"/([^\s/<>\[\]()]{1,127})\s+(\d{1,9})\s+\d{1,5}\s+R\b")
FORM = re.compile(rb"/Subtype\s*/Form\b")
BODY = re.compile(rb"stream\r?\n")


def check_forms(data: bytes, source: str) -> None:
    """Raise UnreadableDocument where drawing one form would draw more than MOST others."""
    if b"/Form" not in data:
        return
    objects = dict(_objects(data))
    drawn = {number: Counter(DRAWS.findall(content)) for number, (head, content) in objects.items() if content and FORM.search(head)}
    forms = {number: _children(number, names, objects, drawn.keys()) for number, names in drawn.items()}
    cost: dict[int, int] = {}
    for number in forms:
        if _cost(number, forms, cost, []) > MOST:
            raise UnreadableDocument(f"{source}: this PDF draws forms within forms more than {MOST} times over, as only bombs do; it is not read")


def _children(number: int, names: Counter[bytes], objects: Objects, forms: Collection[int]) -> Counter[int]:
    """Say which forms a form draws how often: names are looked up in its dictionary and in the objects that this names."""
    head = objects[number][0]
    heads = [head, *(objects[other][0] for other in sorted(_named(head)) if other in objects and other not in forms)]
    heads += [objects[deeper][0] for one in heads[1:] for deeper in sorted(_named(one)) if deeper in objects and deeper not in forms][:MOST_HEADS]
    known = {name: int(other) for one in reversed(heads) for name, other in ENTRY.findall(one)}
    found: Counter[int] = Counter()
    for name, count in names.items():
        if known.get(name) in forms:
            found[known[name]] += count
    return found


def _cost(number: int, forms: Mapping[int, Counter[int]], cost: dict[int, int], above: list[int]) -> int:
    """Say how many forms one form draws, itself counted; one that comes back to itself by way of one that draws several never ends."""
    if number in above:
        return 2 * MOST if any(forms[one].total() > 1 for one in above[above.index(number) :]) else 1
    if number not in cost:
        if len(above) > DEEPEST:
            return 1
        total = 1
        for other, count in sorted(forms[number].items()):
            total = min(2 * MOST, total + count * _cost(other, forms, cost, [*above, number]))
        cost[number] = total
    return cost[number]


def _named(head: bytes) -> set[int]:
    return {int(number) for number in REFERENCE.findall(head)}


def _objects(data: bytes) -> Iterator[tuple[int, tuple[bytes, bytes]]]:
    """Give the objects of a file by number: what stands before its stream, and of forms the stream itself, unpacked."""
    found = list(OBJECT.finditer(data))
    for match, after in zip(found, [*found[1:], None], strict=True):
        end = after.start() if after is not None else len(data)
        body = BODY.search(data, match.end(), end)
        head = data[match.end() : min(body.start() if body else end, match.end() + 65536)]
        content = b""
        if body and (b"/Form" in head or b"/ObjStm" in head):
            content = (
                _unpacked(data[body.end() : end], CONTENT if b"/Form" in head else PACKED) if b"/FlateDecode" in head else data[body.end() : end]
            )
        if b"/ObjStm" in head:
            yield from _grouped(head, content)
        yield int(match[1]), (head, content)


def _grouped(head: bytes, content: bytes) -> Iterator[tuple[int, tuple[bytes, bytes]]]:
    """Give the objects that are packed together in one stream."""
    first = re.search(rb"/First\s+(\d{1,9})", head)
    start = int(first[1]) if first else 0
    numbers = [int(word) for word in content[:start].split() if word.isdigit()]
    for number, place in zip(numbers[::2], numbers[1::2], strict=False):
        yield number, (content[start + place : start + place + 4096], b"")


def _unpacked(data: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return b""
