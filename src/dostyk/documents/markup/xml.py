"""Bytes of an XML file → element tree; entities are never expanded and nothing outside the file is ever asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dostyk.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml.etree import _Element

PROLOG = 65_536
"""Bytes in which a file may declare its own entities."""


def parse_xml(data: bytes, source: str, what: str, lenient: bool = False) -> tuple[_Element, bool]:
    """Parse; the second value tells that the file is broken and was read as far as it goes, which only a `lenient` call allows.

    Raises UnreadableDocument for what declares entities of its own, and for what is no XML.
    """
    from lxml import etree

    if re.search(rb"<!ENTITY", data[:PROLOG].replace(b"\0", b""), re.IGNORECASE):
        raise UnreadableDocument(f"{source}: this {what} declares entities of its own, which are not expanded; it is not read")
    root, broken = _parse(data, False), False
    if root is None and lenient:
        root, broken = _parse(data.replace(b"\0", b""), True), True
    if root is None:
        raise UnreadableDocument(f"{source}: this {what} is broken and cannot be read")
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction, etree.Entity)
    return root, broken


def _parse(data: bytes, recover: bool) -> _Element | None:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=recover)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(element: _Element) -> str:
    """Give an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]
