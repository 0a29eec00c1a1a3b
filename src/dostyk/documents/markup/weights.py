"""Element tree → how many letters each element holds, and how many of them in links, in one pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LANDMARKS = frozenset({"h1", "article", "main"})


@dataclass(slots=True)
class Weight:
    """What an element holds: letters (no white space), letters in links, number of links, and whether a landmark is in it."""

    letters: int = 0
    linked: int = 0
    links: int = 0
    landmark: bool = False

    @property
    def prose(self) -> int:
        """Letters outside links."""
        return self.letters - self.linked

    def add(self, other: Weight) -> None:
        """Count what another element holds into this one."""
        self.letters += other.letters
        self.linked += other.linked
        self.links += other.links
        self.landmark = self.landmark or other.landmark


Weights = dict["HtmlElement", Weight]


def weigh_all(root: HtmlElement, leave_out: Callable[[HtmlElement, Weight], bool] | None = None) -> tuple[Weights, list[HtmlElement]]:
    """Weigh every element, innermost first; those that `leave_out` says yes to are listed, and count nothing in their parents."""
    from lxml import etree

    weights: Weights = {}
    left_out: list[HtmlElement] = []
    open_: list[Weight] = []
    in_links = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        link = element.tag == "a" and element.get("href") is not None
        if event == "start":
            in_links += link
            weight = Weight(links=int(link), landmark=element.tag in LANDMARKS)
            _count(weight, element.text, in_links > 0)
            open_.append(weight)
            continue
        in_links -= link
        weight = open_.pop()
        weights[element] = weight
        if open_:
            if leave_out is not None and leave_out(element, weight):
                left_out.append(element)
            else:
                open_[-1].add(weight)
            _count(open_[-1], element.tail, in_links > 0)
    return weights, left_out


def _count(weight: Weight, text: str | None, linked: bool) -> None:
    if text:
        letters = sum(map(len, text.split()))
        weight.letters += letters
        weight.linked += letters if linked else 0
