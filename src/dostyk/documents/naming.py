"""A run of words → whether it is a name, a publisher's name, a place, a byline, a shelf or a path through a site."""

from __future__ import annotations

import re

from dostyk.documents.words import word_list, words

FRONT = "front.toml"
EDGES = " \t.,:;|-–—()[]*_·•/\"'“”‘’>»©"
_CONNECTORS = frozenset({"of", "the", "for", "and", "in", "to", "on", "de", "du", "la", "&", "del", "des", "al", "at"})


def is_name(text: str) -> bool:
    """Tell whether a run of words is written as a name is: each word with a capital, a few small ones between."""
    found = text.split()
    if not 0 < len(found) <= 14 or text[-1] in "?!":
        return False
    return found[0][:1].isupper() and all(word[:1].isupper() or word[:1].isdigit() or word.lower().strip(",") in _CONNECTORS for word in found)


def is_publisher(text: str) -> bool:
    """Tell whether a name is one of a body that publishes: a known agency, or a name with "Ministry", "Times" … in it."""
    low = text.lower().strip(EDGES)
    if low in words(FRONT, "agencies"):
        return True
    if not is_name(text.strip(EDGES)):
        return False
    nouns = words(FRONT, "publisher_nouns")
    return any(word.strip(EDGES) in nouns for word in low.split()) or low.startswith(word_list(FRONT, "publisher_heads"))


def is_rubric(text: str) -> bool:
    """Tell whether a line only names the shelf that a text stands on, or counts it ("issue 34")."""
    low = text.lower().strip(EDGES)
    return low in words(FRONT, "rubrics") or re.fullmatch(r"(?:issue|no|vol|volume|number|edition|№)\.? ?\d+(?: ?\(\d+\))?", low) is not None


def is_path(text: str) -> bool:
    """Tell whether a line is a path through a site: "Home > Relations > Europe"."""
    return len(re.findall(r"\s[>›»/]\s", text)) >= 2 and not re.search(r"[.!?]$", text)


def is_place(text: str) -> bool:
    """Tell whether a run of words is, all of it, the name of a place."""
    text = text.strip(EDGES)
    if len(text.split()) > 4 or not is_name(text):
        return False
    from dostyk.values.names import find_places

    return any(span.start == 0 and span.end == len(text) and not span.demonym for span in find_places(text))


def is_author(text: str) -> bool:
    """Tell whether a run of words says who wrote."""
    return _begins(text, "author")


def is_byline(text: str) -> bool:
    """Tell whether a run of words is of no part of the text, such as who took a photograph, or a bare number."""
    low = text.lower().strip(EDGES)
    return not low or low.replace(" ", "").isdecimal() or _begins(text, "byline")


def _begins(text: str, name: str) -> bool:
    low = [word.strip(EDGES) for word in text.lower().split()]
    low = [word for word in low if word]
    labels = words(FRONT, name)
    return len(low) <= 12 and any(" ".join(low[:size]) in labels for size in (1, 2, 3))
