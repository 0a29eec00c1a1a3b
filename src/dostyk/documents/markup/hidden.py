"""Attributes and style sheets of a page → which of its elements a reader does not see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dostyk.documents.words import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LENGTH = r"(?:px|pt|em|rem|%|vw|vh|ex|ch)?"
_END = r"\s*(?:;|!|$)"
_STYLES = (
    ("not displayed", r"display\s*:\s*none"),
    ("not visible", r"visibility\s*:\s*(?:hidden|collapse)"),
    (
        "transparent",
        rf"(?:^|[;\s])opacity\s*:\s*0?(?:\.0\d*)?%?{_END}|(?:^|[;\s])color\s*:\s*(?:transparent|(?:rgb|hsl)a\([^)]{{1,40}}[,/]\s*0?(?:\.0\d*)?%?\s*\))",
    ),
    ("letters without size", rf"font-size\s*:\s*(?:0?(?:\.\d+)?|1(?:\.0+)?(?=px|pt)){_LENGTH}{_END}"),
    (
        "without size",
        r"clip\s*:\s*rect\(\s*[01](?:px)?[ ,]+[01]|clip-path\s*:\s*(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0)|scale[XY]?\(\s*0(?:\.0+)?\s*[,)]",
    ),
    (
        "off the page",
        r"text-indent\s*:\s*-(?:\d{3,}|\d{2,}(?=em|rem|%))|(?:left|top|right|bottom|margin-left|margin-top)\s*:\s*-(?:\d{4,}|\d{3,}(?=em|rem|%|vw|vh))|translate(?:[XY]|3d)?\(\s*(?:0(?:px)?\s*,\s*)?-(?:\d{4,}|\d{3,}(?=em|rem|%|vw|vh))",
    ),
)
_SORTS = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _STYLES)
_HINT = re.compile("none|hid|coll|clip|opac|transp|a[(]|size|scale|indent|left|top|right|bottom|trans", re.IGNORECASE)
"""What stands in every style that hides; most styles have none of it."""
_NO_SIZE = re.compile(rf"(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01]?{_LENGTH}{_END}", re.IGNORECASE)
_CLIPPED = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|[;\s])color\s*:\s*([^;!]{1,40})", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color|-image)?\s*:\s*([^;!]{1,200})", re.IGNORECASE)
_SELECTOR = r"\s*(?:\w+)?([.#][\w-]+)\s*"
_NAMED = {
    "white": "ffffff",
    "black": "000000",
    "snow": "fffafa",
    "ivory": "fffff0",
    "ghostwhite": "f8f8ff",
    "whitesmoke": "f5f5f5",
    "floralwhite": "fffaf0",
}
WHITE = "ffffff"
NEAR = 24
"""Difference of colours, each of 255, up to which letters cannot be told from their ground."""


def is_hidden_by(attributes: Mapping[str, str]) -> bool:
    """Tell by an element's own attributes whether it is kept from readers."""
    return why_hidden(attributes) is not None


def why_hidden(attributes: Mapping[str, str]) -> str | None:
    """Say by an element's own attributes why readers do not see it; None where they do."""
    if "hidden" in attributes and attributes["hidden"].strip().lower() != "until-found":
        return "hidden"
    if attributes.get("aria-hidden", "").strip().lower() == "true":
        return "said to be no text (aria-hidden)"
    style = attributes.get("style")
    reason = _why(style) if style else None
    if reason is not None:
        return reason
    classes = attributes.get("class", "").lower().split()
    if not any(name in words("markup.toml", "hidden") for name in classes) or any(
        name.endswith(("block", "flex", "inline", "table")) for name in classes
    ):
        return None
    return "shown to screen readers only, or not at all"


def _why(style: str) -> str | None:
    if not _HINT.search(style):
        return None
    for reason, pattern in _SORTS:
        if pattern.search(style):
            return reason
    return "without size" if _NO_SIZE.search(style) and _CLIPPED.search(style) else None


class Hidden:
    """What a page hides, by attributes of elements and by the simple rules of its own style sheets."""

    def __init__(self, root: HtmlElement) -> None:
        self._hides: dict[str, str] = {}
        self._colours: dict[str, str] = {}
        self._grounds: dict[str, str] = {}
        self._plain = not any("stylesheet" in (link.get("rel") or "").lower() for link in root.iter("link"))
        for head, style in _rules(root):
            reason, colour, ground = _why(style), _colour(_COLOUR, style), _GROUND.search(style)
            self._plain = self._plain and ground is None
            for selector in head.split(","):
                match = re.fullmatch(_SELECTOR, selector)
                name = match.group(1) if match else selector.strip().lower()
                if match and reason is not None:
                    self._hides.setdefault(name, reason)
                if colour:
                    self._colours[name] = colour
                if ground is not None:
                    self._grounds[name] = _colour(_GROUND, style) or "?"

        inline = root.xpath("boolean(//*[@bgcolor or @background or contains(@style, 'background')])")
        self._grounded = bool(self._grounds) or bool(inline)

    def why(self, element: HtmlElement) -> str | None:
        """Say why an element itself is not seen; its children are then not seen with it."""
        attributes = element.attrib
        if not attributes and not self._colours:
            return None
        reason = why_hidden(attributes) if attributes else None
        if reason is not None:
            return reason
        if not (self._hides or self._colours) and "style" not in attributes and "color" not in attributes:
            return None
        names = _names(element)
        found = next((self._hides[name] for name in names if name in self._hides), None) if self._hides else None
        return found or self._of_its_ground(element, names)

    def _of_its_ground(self, element: HtmlElement, names: list[str]) -> str | None:
        """Tell letters in the colour of their ground; what ground they have may be said by the page's own styles, or by none at all."""
        style, colour = element.get("style"), element.get("color")
        said = (_colour(_COLOUR, style) if style else None) or (_hex(colour) if colour else None)
        said = said or (next((self._colours[name] for name in names if name in self._colours), None) if self._colours else None)
        if said is None or element.tag in ("body", "html", "a") or not (self._grounded or _alike(said, WHITE)):
            return None
        ground = self._ground(element)
        if ground is None:
            ground = WHITE if self._plain else "?"
        if "?" in ground or not _alike(said, ground):
            return None
        return "white on white" if ground == WHITE else "in the colour of its ground"

    def _ground(self, element: HtmlElement | None) -> str | None:
        """Give the colour of the nearest ground that is said, "?" for one that is no plain colour; None where none is."""
        for _ in range(64):
            if element is None:
                return None
            style = element.get("style") or ""
            if _GROUND.search(style):
                return _colour(_GROUND, style) or "?"
            if element.get("bgcolor") or element.get("background"):
                return _hex(element.get("bgcolor") or "") or "?"
            found = next((self._grounds[name] for name in _names(element) if name in self._grounds), None) if self._grounds else None
            if found is not None:
                return found
            element = element.getparent()
        return "?"


def _alike(one: str, other: str) -> bool:
    """Tell whether two colours cannot be told apart."""
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= NEAR for at in (0, 2, 4))


def _names(element: HtmlElement) -> list[str]:
    """Give the selectors of one word that an element answers to."""
    names = ["." + name for name in (element.get("class") or "").split()]
    return [*names, "#" + (element.get("id") or ""), str(element.tag)]


def _colour(pattern: re.Pattern[str], style: str) -> str | None:
    match = pattern.search(style) if "o" in style or "O" in style else None
    return _hex(match.group(1)) if match else None


def _hex(value: str) -> str | None:
    """Give a plain colour as RRGGBB; None for what is no plain colour, such as a picture."""
    value = value.strip().lower()
    if re.fullmatch(r"#[0-9a-f]{6}(?:ff)?", value):
        return value[1:7]
    if re.fullmatch(r"#[0-9a-f]{3}", value):
        return "".join(sign * 2 for sign in value[1:])
    match = re.fullmatch(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*1(?:\.0+)?\s*)?\)", value)
    if match:
        return "".join(f"{min(255, int(part)):02x}" for part in match.groups())
    return _NAMED.get(value)


def _rules(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Read from <style> every rule, its selectors and what it says; rules inside @media are left aside."""
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
                    if not head.strip().startswith("@"):
                        yield re.sub(r"/\*.{0,2000}?\*/", " ", head, flags=re.DOTALL), text[start : match.start()]
                    start = match.end()
