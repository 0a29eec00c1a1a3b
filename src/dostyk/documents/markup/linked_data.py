"""schema.org data inside a page → claims about its title, publisher, address, language and date."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dostyk.documents.claims import Claim, Trust
from dostyk.documents.words import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST = 500


def read_linked_data(root: HtmlElement) -> Iterator[Claim]:
    """Read every ld+json block; what is no JSON is passed over. Articles stand before bare pages."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                found += _objects(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    found.sort(key=lambda data: _types(data) == ["WebPage"])
    for data in found:
        yield from _claims(data)


def _objects(data: Any) -> list[dict[str, Any]]:
    """List the objects that describe a text, at the top and in graphs."""
    waiting, objects = [data], []
    for _ in range(MOST):
        if not waiting:
            break
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            if any(name in words("markup.toml", "schema_types") for name in _types(item)):
                objects.append(item)
            waiting += [item[key] for key in ("@graph", "mainEntity") if key in item]
    return objects


def _types(data: dict[str, Any]) -> list[str]:
    kind = data.get("@type", [])
    return [str(name) for name in (kind if isinstance(kind, list) else [kind])]


def _claims(data: dict[str, Any]) -> Iterator[Claim]:
    from dostyk.documents.markup.head import iso_date

    reason = "the page's schema.org data"
    for key, trust in (("datePublished", Trust.MARKUP), ("dateCreated", Trust.MARKUP), ("dateModified", Trust.MODIFIED)):
        date = iso_date(data[key]) if isinstance(data.get(key), str) else None
        if date:
            yield Claim("published", date, trust, f"{reason}: {key}")
    for key, field in (("headline", "title"), ("name", "title"), ("url", "url"), ("inLanguage", "language")):
        value = data.get(key)
        if isinstance(value, str) and value.strip():
            yield Claim(field, value.strip() if field != "language" else value.strip()[:2].lower(), Trust.MARKUP, reason)
    publisher = data.get("publisher") or data.get("sourceOrganization")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    if isinstance(name, str) and name.strip() and not name.startswith("http"):
        yield Claim("publisher", name.strip(), Trust.MARKUP, reason)
