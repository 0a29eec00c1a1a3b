"""Decoded page → the words that are to be seen on it, by a scan from tag to tag that shares nothing with the parser."""

from __future__ import annotations

import re
from html import unescape

from dostyk.documents.words import words

RAW = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed", "noframes"})
"""Elements whose content is no markup; all end with their first end tag."""
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_REST = re.compile("(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+>")
"""The rest of a tag whose quotes hold no tags themselves, as nearly all are."""
_QUOTE = re.compile("=\\s*([\"'])")
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


def scan(page: str) -> str:
    """Give the text of a page without its tags, blocks apart; linear in the page, whatever it holds."""
    parts: list[str] = []
    blocks, unseen = words("markup.toml", "blocks"), words("markup.toml", "unseen")
    at, inside, depth = 0, "", 0
    never: dict[str, bool] = {}
    while True:
        start = page.find("<", at)
        if depth == 0:
            parts.append(page[at : start if start >= 0 else len(page)])
        if start < 0:
            break
        tag = _TAG.match(page, start)
        if tag is None:
            comment = page.startswith("<!--", start)
            end = page.find("-->" if comment else ">", start + (4 if comment else 1)) if page[start + 1 : start + 2] in ("!", "?", "/") else start
            parts.append("<" if end == start and depth == 0 else "")
            at = len(page) if end < 0 else end + (3 if comment else 1)
            continue
        name, closing = tag.group(2).lower(), bool(tag.group(1))
        at = _end_of_tag(page, tag.end(), never)
        if depth == 0:
            parts.append(" " if name in blocks or name == "br" else "")
        if depth:
            depth += (0 if page[at - 2 : at - 1] == "/" else 1) * (-1 if closing else 1) if name == inside else 0
        elif name in RAW and not closing:
            at = _end_of_raw(page, name, at, never)
        elif name in unseen and not closing and name not in VOID and page[at - 2 : at - 1] != "/":
            inside, depth = name, 1
    return unescape("".join(parts))


def _end_of_tag(page: str, at: int, never: dict[str, bool]) -> int:
    """Find where a tag ends, past quotes that hold ">"; a quote that never ends is none."""
    rest = _REST.match(page, at)
    if rest is not None:
        return rest.end()
    while True:
        end = page.find(">", at)
        if end < 0:
            return len(page)
        quote = _QUOTE.search(page, at, end)
        if quote is None or never.get(quote.group(1)):
            return end + 1
        close = page.find(quote.group(1), quote.end())
        if close < 0:
            never[quote.group(1)] = True
            return end + 1
        at = close + 1


def _end_of_raw(page: str, name: str, at: int, never: dict[str, bool]) -> int:
    if never.get(name):
        return at
    end = re.compile(f"</{name}", re.IGNORECASE).search(page, at)
    if end is None:
        never[name] = True
        return at
    return end.start()
