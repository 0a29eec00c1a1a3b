"""Turns a stretch of text into tokens that know what they may be in a date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from dostyk.values.dates.lexicon import Kinds, Lexicon
from dostyk.values.dates.node import Node
from dostyk.values.dates.numerals import pieces, roman

Read = tuple[Node, int] | None
"""What was read and the token after it; None where nothing can be read."""
Rule = Callable[["Line", int, int], Read]
"""Reads a date of one form at a token of a line; the last argument is how deep it stands in another date."""
DEPTH = 6
"""How deep a date may stand in a date ("the end of the first half of this year" is three)."""
NOTHING: Kinds = {}


class Token(NamedTuple):
    """One word, number or mark; `kinds` is what it may be, `glued` whether a letter, digit or hyphened word touches it on the left."""

    start: int
    end: int
    low: str
    kinds: Kinds
    cap: bool
    glued: bool
    possessive: bool


END = Token(-1, -2, "", NOTHING, False, False, False)
PADDING = [END] * 12
"""Stands after the last token, so that looking a few tokens ahead, or back from the first (Python's negative indices), finds nothing."""


class Rules:
    """The rules of a grammar in order, each with the kind of token that a date of its form begins with."""

    __slots__ = ("chosen", "pairs")

    def __init__(self, pairs: Sequence[tuple[str, Rule]]) -> None:
        self.pairs = pairs
        self.chosen: dict[tuple[str, ...], list[Rule]] = {}

    def of(self, kinds: Kinds) -> list[Rule]:
        """Give the rules that may read what begins with such a token, each once."""
        key = tuple(kinds)
        if key not in self.chosen:
            self.chosen[key] = list(dict.fromkeys(rule for kind, rule in self.pairs if kind in kinds))
        return self.chosen[key]


class Line:
    """The tokens of a stretch of text that no date reaches beyond."""

    __slots__ = ("count", "kinds", "lexicon", "read", "rules", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], lexicon: Lexicon) -> None:
        self.text = text
        self.count = len(tokens)
        self.tokens = tokens + PADDING
        self.kinds = [token.kinds for token in self.tokens]
        self.lexicon = lexicon
        self.rules = Rules(())
        self.read: dict[int, Read] = {}

    def point(self, i: int, depth: int = 0) -> Read:
        """Read the longest date that begins at a token, without the other end of a range."""
        key = 16 * i + depth
        if key not in self.read:
            self.read[key] = self._point(i, depth) if depth <= DEPTH and self.kinds[i] else None
        return self.read[key]

    def _point(self, i: int, depth: int) -> Read:
        best: Read = None
        for rule in self.rules.of(self.kinds[i]):
            found = rule(self, i, depth + 1)
            if found and (best is None or found[1] > best[1]):
                best = found
        return best

    def inner(self, i: int, depth: int) -> Read:
        """Read a date that another is a part of: after "of", "of the", "in", a dash, or directly."""
        j = i + 1 if self.has(i, "of", "in", "dash") else i
        return self.point(j, depth) or (self.point(j + 1, depth) if self.has(j, "the") else None)

    def at(self, i: int) -> Token:
        """Give a token; an empty one just before the first and after the last."""
        return self.tokens[i]

    def get(self, i: int, kind: str) -> Any:
        """Give the value of a kind that a token may be, None where it may not."""
        return self.kinds[i].get(kind)

    def has(self, i: int, *names: str) -> bool:
        """Tell whether the token may be of one of the kinds."""
        kinds = self.kinds[i]
        for name in names:  # noqa: SIM110 (three times as fast as any(), and called for every token)
            if name in kinds:
                return True
        return False

    def word(self, i: int) -> str:
        """Give the lower-case form of a token, "" where there is none."""
        return self.tokens[i].low

    def joined(self, i: int) -> bool:
        """Tell whether no white space stands before the token."""
        return self.tokens[i].start == self.tokens[i - 1].end


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|www\.)\S+|(\d+(?:[.,/:\-–—‑−~～]\d+)*)([^\W\d_]*)|([^\W\d_]+)((?:['’]s\b)?)|[^\w\s]|_+")


def _glued(kinds: Kinds) -> Kinds:
    """Say what the letters glued to a number make of it: "3years", "5h", "19c"."""
    unit = kinds.get("glued_unit") or kinds.get("unit")
    found = {"with_unit": unit} if unit else {}
    return {**found, "with_century": True} if "centuryword" in kinds else found


def tokens(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Token]:
    """Yield the tokens between two offsets."""
    words, before, new = lexicon.words, start, tuple.__new__  # half the time of Token(...), and most of what reading costs
    for match in _pattern().finditer(text, start, end):
        at, stop = match.span()
        group = match.lastindex
        glued = before == at > start and (text[at - 1].isalnum() or text[at - 1] == "_")
        before = stop
        if group == 4:
            word = match[3]
            low = word.lower()
            kinds = words.get(low, NOTHING)
            if word[0] in "IVXІХ" and (value := roman(word)):
                kinds = {**kinds, "roman": value}
            yield new(Token, (at, stop, low, kinds, word[0].isupper(), glued, match[4] != ""))
        elif group == 2:
            for first, last, kinds in pieces(match[1], match[2]):
                if "suffix" in kinds:
                    kinds = {**kinds, **_glued(words.get(kinds["suffix"], NOTHING))}
                yield Token(at + first, at + last, text[at + first : at + last].lower(), kinds, False, glued and first == 0, False)
        else:
            low = match[0]
            yield new(Token, (at, stop, low, words.get(low, NOTHING), False, glued, False))
