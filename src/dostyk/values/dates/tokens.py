"""Turns a stretch of text into tokens that know what they may be in a date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from dostyk.values.dates.lexicon import Kinds, Lexicon
from dostyk.values.dates.node import Node
from dostyk.values.dates.numerals import DASHES, pieces, roman

Read = tuple[Node, int] | None
"""What was read and the token after it; None where nothing can be read."""
Rule = Callable[["Line", int, int], Read]
"""Reads a date of one form at a token of a line; the last argument is how deep it stands in another date."""
DEPTH = 6
"""How deep a date may stand in a date ("the end of the first half of this year" is three)."""
NOTHING: Kinds = {}
SOFT = 50
"""A line of at least so many characters may be wrapped: a date may go on in the next one."""


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
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    gate = re.compile(r"\d+ [^\W\d_]\.[^\W\d_]\.|['’‘]\d\d\b|\d+(?:[./\-–~]\d+)+|\w+")
    token = re.compile(r"(?:https?://|www\.)\S+|(\d+(?:[.,/:\-–—‑−~～]\d+)*)([^\W\d_]*)|([^\W\d_]+)((?:['’]s\b)?)|[^\w\s]|_+")
    return gate, token


def lines(text: str, lexicon: Lexicon) -> Iterator[Line]:
    """Yield the stretches of a text that may hold a date, in order."""
    gate, anchors, done = _patterns()[0], lexicon.anchors, 0
    for match in gate.finditer(text):
        word = match[0]
        if match.start() < done or not (word in anchors or _numeric(word)):
            continue
        start = text.rfind("\n", done, match.start()) + 1 or done
        start = _back(text, start, done)
        done = _line_end(text, match.end())
        yield Line(text, parted(list(tokens(text, start, done, lexicon))), lexicon)


def _glued(kinds: Kinds) -> Kinds:
    """Say what the letters glued to a number make of it: "3years", "5h", "19c"."""
    unit = kinds.get("glued_unit") or kinds.get("unit")
    found = {"with_unit": unit} if unit else {}
    return {**found, "with_century": True} if "centuryword" in kinds else found


def _numeric(word: str) -> bool:
    """Tell whether digits in the word may make it a date."""
    if word[0] in "'’‘":
        return True
    if word.isdigit():
        return len(word) == 4 and "1000" <= word <= "2199"
    return len(word) <= 24 and (word[0].isdigit() or word[-1].isdigit() or word[-2:-1].isdigit())


def _back(text: str, start: int, floor: int) -> int:
    """Go back over line ends that only wrap a long line."""
    while start - 1 > floor:
        before = text.rfind("\n", floor, start - 1) + 1 or floor
        if not _soft(text, before, start - 1):
            return start
        start = before
        if start <= floor:
            return floor
    return start


def _line_end(text: str, at: int) -> int:
    while True:
        end = text.find("\n", at)
        if end < 0:
            return len(text)
        if not _soft(text, text.rfind("\n", 0, end) + 1, end):
            return end
        at = end + 1


def _soft(text: str, start: int, end: int) -> bool:
    """Tell whether the line from `start` to `end` is long and goes on in the next."""
    return end - start >= SOFT and text[end - 1] not in ".:;!?" and text[end + 1 : end + 2].strip() != ""


def parted(found: list[Token]) -> list[Token]:
    """Part "2021-7" again where a month follows: "5 May 2021-7 June 2021"."""
    for i in range(len(found) - 2, 0, -1):
        numeric = found[i].kinds.get("numeric")
        if numeric and numeric[0] in ("ym", "years") and "month" in found[i + 1].kinds and "month" in found[i - 1].kinds:
            year, mark, day = re.split(rf"([/{DASHES}])", found[i].low)
            ends = [found[i].start + n for n in (0, len(year), len(year) + len(mark), len(found[i].low))]
            found[i : i + 1] = [
                Token(a, b, low, dict(pieces(low, "")[0][2]) if low.isdigit() else {"dash": True}, False, False, False)
                for a, b, low in zip(ends, ends[1:], (year, mark, day), strict=False)
            ]
    return found


def tokens(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Token]:
    """Yield the tokens between two offsets."""
    words, before, new = lexicon.words, start, tuple.__new__  # half the time of Token(...), and most of what reading costs
    for match in _patterns()[1].finditer(text, start, end):
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
