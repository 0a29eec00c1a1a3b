"""Properties of runs and styles in a Word file → whether a reader sees what is written so, and why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SMALLEST = 3
"""Half points up to which letters cannot be read."""
NARROWEST = 10
"""Per cent of their width up to which letters cannot be read."""
LIGHT = 0xF0
"""Value of every colour from which a colour is white on paper."""
NEAR = 24
"""Difference up to which two colours cannot be told apart."""
DEEPEST = 20
GROUNDS = {"background1": "FFFFFF", "bg1": "FFFFFF", "light1": "FFFFFF", "white": "FFFFFF"}
HIGHLIGHTS = {"yellow": "FFFF00", "black": "000000", "white": "FFFFFF", "none": ""}


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look, as far as it is said: hidden or not, colour and ground (RRGGBB), size in half points, width in per cent."""

    hidden: bool | None = None
    colour: str | None = None
    ground: str | None = None
    size: float | None = None
    width: float | None = None

    def over(self, other: Look) -> Look:
        """Put what is said here over what is said there."""
        said = {name: getattr(self, name) for name in self.__slots__ if getattr(self, name) is not None}
        return replace(other, **said)

    def reason(self, grounded: bool) -> str | None:
        """Say why nobody sees such letters; `grounded`: they stand on a coloured ground that is not told here."""
        if self.hidden:
            return "hidden letters"
        if self.size is not None and self.size <= SMALLEST:
            return f"letters of {self.size / 2:g} pt"
        if self.width is not None and self.width <= NARROWEST:
            return f"letters drawn together to {self.width:g} % of their width"
        colour, ground = _rgb(self.colour), _rgb(self.ground)
        if colour is None or (ground is None and grounded):
            return None
        if ground is None:
            return "white on white" if min(colour) >= LIGHT else None
        return "in the colour of its ground" if max(abs(one - other) for one, other in zip(colour, ground, strict=True)) <= NEAR else None


def look_of(properties: _Element | None) -> Look:
    """Read run properties (w:rPr), or paragraph or cell properties for their ground."""
    if properties is None:
        return Look()
    hidden = _switch(properties, "vanish")
    colour, theme = _value(properties, "color"), _value(properties, "color", "themeColor")
    if theme in GROUNDS and _value(properties, "color", "themeShade") is None:
        colour = GROUNDS[theme or ""]
    ground, highlight = _value(properties, "shd", "fill"), _value(properties, "highlight")
    if highlight is not None:
        ground = HIGHLIGHTS.get(highlight, "808080") or ground
    return Look(hidden, colour, ground, _number(_value(properties, "sz")), _number(_value(properties, "w")))


def styles_of(root: _Element | None) -> dict[str, Look]:
    """Read every style with what it takes from the styles it is based on; the style "" is what holds where none is named."""
    if root is None:
        return {"": Look()}
    own: dict[str, Look] = {}
    based: dict[str, str] = {}
    for style in root.iter(f"{W}style"):
        name = style.get(f"{W}styleId") or ""
        own[name] = look_of(style.find(f"{W}rPr")).over(Look(ground=look_of(style.find(f"{W}pPr")).ground))
        based[name] = _value(style, "basedOn") or ""
    default = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    return {"": default, **{name: _based(name, own, based) for name in own}}


def _based(name: str, own: Mapping[str, Look], based: Mapping[str, str]) -> Look:
    look = Look()
    for _ in range(DEEPEST):
        if name not in own:
            break
        look, name = look.over(own[name]), based[name]
    return look


def _value(parent: _Element, name: str, attribute: str = "val") -> str | None:
    child = parent.find(W + name)
    return None if child is None else child.get(W + attribute)


def _switch(parent: _Element, name: str) -> bool | None:
    child = parent.find(W + name)
    return None if child is None else (child.get(f"{W}val") or "true").lower() not in ("0", "false", "off", "none")


def _number(value: str | None) -> float | None:
    return float(value) if value and re.fullmatch(r"\d{1,6}(?:\.\d{1,4})?", value) else None


def _rgb(value: str | None) -> tuple[int, int, int] | None:
    if value is None or not re.fullmatch(r"[0-9A-Fa-f]{6}", value):
        return None
    return int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16)
