"""Attributes and style sheets of a page → which of its elements a reader does not see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dostyk.documents.words import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STYLE = (
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:^|[;\s])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|text-indent\s*:\s*-\d{3,}|(?:left|top|right|margin-left)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*[01](?:px)?[ ,]+[01]"
    r"|(?:^|[;\s])color\s*:\s*transparent"
)
_SELECTOR = r"\s*(?:\w+)?([.#][\w-]+)\s*"


def is_hidden_by(attributes: Mapping[str, str]) -> bool:
    """Tell by an element's own attributes whether it is kept from readers."""
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    style = attributes.get("style")
    if style and re.search(_STYLE, style, re.IGNORECASE):
        return True
    classes = attributes.get("class", "").lower().split()
    if not any(name in words("markup.toml", "hidden") for name in classes):
        return False
    return not any(name.endswith(("block", "flex", "inline", "table")) for name in classes)


class Hidden:
    """What a page hides, by attributes of elements and by the simple rules of its own style sheets."""

    def __init__(self, root: HtmlElement) -> None:
        self._names = frozenset(_hidden_names(root))

    def __contains__(self, element: HtmlElement) -> bool:
        """Tell whether an element itself is hidden; its children are then hidden with it."""
        attributes = element.attrib
        if not attributes:
            return False
        if is_hidden_by(attributes):
            return True
        if not self._names:
            return False
        names = ["." + name for name in attributes.get("class", "").split()]
        return any(name in self._names for name in [*names, "#" + attributes.get("id", "")])


def _hidden_names(root: HtmlElement) -> Iterator[str]:
    """Read from <style> the classes and ids that a rule of one plain selector hides; rules inside @media are left aside."""
    for sheet in root.iter("style"):
        if "print" in (sheet.get("media") or ""):
            continue
        depth, start, head = 0, 0, ""
        text = sheet.text or ""
        for match in re.finditer(r"[{}]", text):
            if match.group() == "{":
                depth += 1
                if depth == 1:
                    head, start = text[start : match.start()], match.end()
            else:
                depth = max(0, depth - 1)
                if depth == 0:
                    if not head.strip().startswith("@") and re.search(_STYLE, text[start : match.start()], re.IGNORECASE):
                        yield from _plain(head)
                    start = match.end()


def _plain(selectors: str) -> Iterator[str]:
    for selector in selectors.split(","):
        match = re.fullmatch(_SELECTOR, selector)
        if match:
            yield match.group(1)
