"""Cuts words into the pieces of an encoder's vocabulary (WordPiece, lower case, without accents)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources

LONGEST = 40
"""Characters beyond which a word is one unknown piece."""
UNKNOWN = "[UNK]"


@cache
def vocabulary() -> Mapping[str, int]:
    """The shipped vocabulary: pieces and their numbers, one a line."""
    lines = resources.files("dostyk.trained").joinpath("data/vocabulary.txt").read_text("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


def plain(word: str) -> str:
    """Lower case without accents, as the vocabulary has it."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def pieces(word: str, known: Mapping[str, int]) -> list[int]:
    """Give the longest pieces that make up a word, from its beginning; one unknown piece where there are none."""
    low = plain(word)
    if not low or len(low) > LONGEST:
        return [known[UNKNOWN]]
    found: list[int] = []
    at = 0
    while at < len(low):
        end = len(low)
        while end > at and (number := known.get(("##" if at else "") + low[at:end])) is None:
            end -= 1
        if end == at:
            return [known[UNKNOWN]]
        found.append(number)  # type: ignore[arg-type]
        at = end
    return found
