"""Element tree → the same without what is hidden or only surrounds the text, and the element that holds the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dostyk.documents.markup.hidden import Hidden
from dostyk.documents.markup.weights import Weight, weigh_all
from dostyk.documents.words import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DATA = "markup.toml"
SHORT = 70
"""Letters up to which a part that is called clutter is taken out even if it holds no links."""
NO_WORDS = frozenset({"script", "style", "template", "head", "img", "svg", "link", "meta", "iframe", "noscript"})
PROSE = 5
"""Words from which what is hidden may be a sentence."""
MOST = 0.5
NEARLY_ALL = 0.8
COVERAGE = 0.85
"""Share of the page's letters outside links that a marked element must hold to be taken for the text; else the whole body is."""
FOLDS = ("accordion", "collapse", "faq", "toggle")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LIST_OF_LINKS = frozenset({"ul", "ol", "div", "table", "td", "section", "dl"})


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was removed from a page: prose that readers do not see with why, and the words of all that was removed, by what it was."""

    unseen: tuple[tuple[str, str], ...]
    hidden: tuple[str, ...]
    around: tuple[str, ...]


def take_out(root: HtmlElement, around: bool = True) -> TakenOut:
    """Remove what readers do not see, then, if `around`, what surrounds the text: navigation, footers, lists of links to elsewhere."""
    unseen, hidden = _take_hidden(root)
    page = weigh_all(root)[0][root].prose
    framing = weigh_all(root, lambda element, weight: _is_around(element, weight, page))[1] if around else []
    words = []
    for element in framing:
        words.append(" ".join(element.itertext()))
        element.drop_tree()
    return TakenOut(tuple(unseen), tuple(hidden), tuple(words))


def _take_hidden(root: HtmlElement) -> tuple[list[tuple[str, str]], list[str]]:
    """Remove what is not seen; give the prose among it, with why it is not seen, and all its words."""
    from lxml import etree

    sheet, tags = Hidden(root), words(DATA, "unseen")
    found: list[tuple[HtmlElement, str | None]] = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.getparent() is None or element.tag == "body":
            continue
        reason = None
        if isinstance(element.tag, str) and not (element.tag in tags and not _is_fold(element)) and not _is_note_mark(element):
            reason = sheet.why(element)
            if reason is None:
                continue
        found.append((element, reason))
        walk.skip_subtree()
    unseen, hidden = [], []
    for element, reason in found:
        text = " ".join(element.itertext()) if isinstance(element.tag, str) and element.tag not in NO_WORDS else ""
        hidden.append(text)
        if reason is not None and _is_prose(element, text):
            unseen.append((" ".join(text_of(element).split()), reason))
        element.drop_tree()
    return unseen, hidden


def text_of(element: HtmlElement) -> str:
    """Give all the words of an element, with a space between blocks; those of scripts and comments are none."""
    from dostyk.documents.markup.writing import write_text

    return write_text(element) if isinstance(element.tag, str) and element.tag not in NO_WORDS else ""


def _is_prose(element: HtmlElement, text: str) -> bool:
    """Tell hidden sentences, which somebody may have meant to be read by programs, from labels, menus and forms that are hidden for now."""
    count = len(text.split())
    if count < PROSE or not re.search(r"[.!?。！？…][\"'”»)]*(?:\s|$)", text) or _is_clutter(element) or element.tag in words(DATA, "around"):
        return False
    linked = sum(len("".join(link.itertext()).split()) for link in element.iter("a"))
    return 2 * linked < count and next(element.iter("input", "select", "textarea", "dialog"), None) is None


def find_main(root: HtmlElement) -> HtmlElement:
    """Give the smallest element that is marked as the text and holds nearly all of it; else the whole body."""
    body: HtmlElement = next(root.iter("body"), root)
    weights = weigh_all(body)[0]
    needed = COVERAGE * weights[body].prose
    names = words(DATA, "body")
    found = [element for element in body.iter() if _is_marked(element, names) and weights[element].prose >= needed]
    return min(found, key=lambda element: weights[element].letters, default=body)


def _is_fold(element: HtmlElement) -> bool:
    """Tell whether a button is the heading of a part that folds."""
    parent = element.getparent()
    if element.tag != "button" or parent is None:
        return False
    return parent.tag in HEADINGS or "aria-expanded" in element.attrib or any(word in " ".join(_names(parent)) for word in FOLDS)


def _is_note_mark(element: HtmlElement) -> bool:
    """Tell whether an element only points to a note: a raised "[1]"."""
    return element.tag == "sup" and re.fullmatch(r"\s*\[\w{1,4}\]\s*", "".join(element.itertext())) is not None


def _is_marked(element: HtmlElement, names: frozenset[str]) -> bool:
    if element.tag in ("main", "article") or element.get("role") in ("main", "article") or element.get("itemprop") == "articleBody":
        return True
    return any(name in names for name in _names(element))


def _is_around(element: HtmlElement, weight: Weight, page: int) -> bool:
    """Tell whether an element only surrounds the text; nothing that holds the page's heading or a third of its prose does."""
    if element.tag in ("html", "body", "main", "article", "h1") or weight.landmark or weight.prose * 3 > page:
        return False
    if element.tag in words(DATA, "around") or element.get("role", "").lower() in words(DATA, "roles"):
        return True
    links = weight.linked >= MOST * weight.letters
    if element.tag == "header":
        return links and weight.links > 1
    if _is_clutter(element):
        return weight.letters <= SHORT or links
    return element.tag in LIST_OF_LINKS and weight.links >= 4 and weight.linked >= NEARLY_ALL * weight.letters


def _is_clutter(element: HtmlElement) -> bool:
    clutter = words(DATA, "clutter")
    names = _names(element)
    return any(name in clutter or any(part in clutter for part in re.split(r"[_-]+", name)) for name in names)


def _names(element: HtmlElement) -> list[str]:
    attributes = element.attrib
    return f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split() if attributes else []
