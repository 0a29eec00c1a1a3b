"""Turns a text into words and marks with their offsets, and says which words open a sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.(?:-(?=[^\W\d_]\.))?)+(?![^\W\d_]{2})"  # initials: "A.", "A.B.", "K.-Zh." comes apart at the second
    r"|[^\W\d_]+(?:[’'ʼ‘-][^\W\d_]+)*|\d+|\S"
)
_POSSESSIVE = re.compile(r"['’]s$")
_CLOSING = frozenset("»”\"')’]")


class Token(NamedTuple):
    """A word or mark; `cap`: it begins with a capital; `first`: a sentence, line or quotation opens with it; `owning`: "'s" was cut off."""

    text: str
    start: int
    end: int
    cap: bool
    first: bool
    owning: bool = False

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def word(self) -> bool:
        """Whether it is a word."""
        return self.text[0].isalpha()

    @property
    def initial(self) -> bool:
        """Whether it is one initial or several."""
        return self.text.endswith(".") and self.text[0].isalpha()


def _is_syllable(text: str, start: int, end: int, before: list[Token]) -> bool:
    """Whether a letter with a full stop is a Chinese syllable that ends a sentence ("Ван И.") and no initial."""
    if text[start] not in "ИУЭЯЮ" or not before or not before[-1].cap or len(before[-1].text) > 5 or before[-1].initial:
        return False
    return end >= len(text) or text[end : end + 1].isspace()


def tokenise(text: str, titles: frozenset[str] = frozenset()) -> list[Token]:
    """Cut a text into tokens; a full stop behind one of the `titles` opens no sentence."""
    out: list[Token] = []
    opening = True
    last_end = 0
    for found in _TOKEN.finditer(text):
        word, start, end = found.group(), found.start(), found.end()
        if "\n" in text[last_end:start]:
            opening = True
        last_end = end
        letter = word[0].isalpha()
        if letter and len(word) == 2 and word[1] == "." and _is_syllable(text, found.start(), found.end(), out):
            word, end = word[0], end - 1
        owning = letter and _POSSESSIVE.search(word) is not None
        if owning:
            word, end = word[:-2], end - 2
        out.append(Token(word, start, end, letter and word[0].isupper(), opening, owning))
        if letter or word.isdigit():
            opening = False
        elif word in ".!?…":
            opening = not (word == "." and len(out) > 1 and out[-2].low in titles)
        elif word in '«“"„•–—-*|:;':
            opening = opening or word in '«“"„•|;:'
        elif word not in _CLOSING:
            opening = False
    return out
