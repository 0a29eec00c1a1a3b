"""Turns a text into hits: runs of it that spell a name of the gazetteer, from word edge to word edge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dostyk.model.mention import MentionType
from dostyk.values.names.beside import patterns
from dostyk.values.names.gazetteer import bearers, flags_and_numbers, line_of, names, record
from dostyk.values.names.hits import Hit, Sense
from dostyk.values.names.signs import signs

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

SAME_LENGTH = (
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u02bb", "'"),
    ("\u02bc", "'"),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2013", "-"),
)


def sense_of(line: str) -> Sense:
    """Make the sense of a line of `bearers`."""
    flags, numbers = flags_and_numbers(line)
    first, *rest = [record(number) for number in numbers]
    flags = flags.replace("i", "")
    country = first.type is MentionType.COUNTRY
    plain = (country and flags in ("", "d") and first.id != "US" and all(r.country != first.id for r in rest)) or (
        first.type is MentionType.PLACE and not flags
    )
    return Sense(flags, numbers, first, tuple(r.id for r in rest), plain)


class Scanner:
    """Finds any list of names in texts, as written, from word edge to word edge.

    Of names that overlap the first is found, of those that begin together the longest.
    """

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names; a hit tells them by their place in this list (of equal ones the first)."""
        from ahocorasick_rs import AhoCorasick, Implementation

        self._numbers: dict[str, int] = {}
        for number, name in enumerate(names):
            if name:
                self._numbers.setdefault(name, number)
        self._names = list(self._numbers)
        self._automaton = AhoCorasick(self._names, implementation=Implementation.ContiguousNFA, store_patterns=False)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Give start and end of each hit, in characters, and the number of its name, in order, without overlap; the cost is linear in the text."""
        best: dict[int, tuple[int, int]] = {}
        length = len(text)
        for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if text[start] < "\u3400":
                if start and text[start].isalnum() and text[start - 1].isalnum():
                    continue
                if end < length and text[end].isalnum() and text[end - 1].isalnum():
                    continue
            if start not in best or best[start][0] < end:
                best[start] = (end, pattern)
        out, taken = [], 0
        for start in sorted(best):
            end, pattern = best[start]
            if start >= taken:
                out.append((start, end, self._numbers[self._names[pattern]]))
                taken = end
        return out


def scan(text: str, language: str | None = None) -> tuple[str, list[Hit]]:
    """Give the text with one spelling for apostrophes, spaces, hyphens (offsets unchanged), and its hits in order, some over a line end."""
    flat = text if text.isascii() else _one_spelling(text)
    joined = flat.replace("\n", " ") if "\n" in flat else flat
    hits = _hits(joined, "latin")
    if not text.isascii() and _other_letters().search(text):
        kazakh = language == "kk" or (language is None and _kazakh_letters().search(text) is not None)
        others = _hits(joined, "other", kazakh)
        hits = sorted(hits + others + signs(joined, others), key=lambda hit: (hit.start, -hit.end))
    return flat, hits


@cache
def _kazakh_letters() -> re.Pattern[str]:
    """Match a letter that Kazakh has and Russian has not."""
    return re.compile("[ӘәҒғҚқҢңӨөҰұҮүҺһ]")


@cache
def _other_letters() -> re.Pattern[str]:
    """Match a letter of the scripts whose names are kept apart from the Latin ones."""
    return re.compile("[\u0370-\u1dff\u3400-\u9fff]")


def _one_spelling(text: str) -> str:
    """Write apostrophes straight, hyphens short, spaces plain; every replacement is one character for one."""
    for old, new in SAME_LENGTH:
        if old in text:
            text = text.replace(old, new)
    return text


@cache
def _automaton(script: str) -> AhoCorasick:
    """Build the automaton of a script group on first use."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    return AhoCorasick(names(script), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.NoncontiguousNFA, store_patterns=False)


@cache
def _senses(script: str) -> dict[int, Sense]:
    """Keep the senses met so far, by pattern."""
    return {}


def _hits(flat: str, script: str, kazakh: bool = False) -> list[Hit]:
    """Find the names of one script group that begin and end at word edges, with `kazakh` also before Kazakh endings."""
    out: list[Hit] = []
    senses = _senses(script)
    length = len(flat)
    for pattern, start, end in _automaton(script).find_matches_as_indexes(flat):
        if end < length and flat[end].isalnum() and flat[start] < "\u3400" and flat[end - 1] not in ").":
            if start and flat[start - 1].isalnum():
                continue
            ending = patterns()["kazakh"].match(flat, end) if kazakh else None
            out += [Hit(start, ending.end(), sense_of(bearers(script)[pattern]))] if ending else _shorter(flat, start, end)
        elif not start or not (flat[start - 1].isalnum() or flat[start - 1] in "_@") or flat[start] >= "\u3400":
            sense = senses.get(pattern)
            if sense is None:
                sense = senses[pattern] = sense_of(bearers(script)[pattern])
            out.append(Hit(start, end, sense))
    return out


def _shorter(flat: str, start: int, end: int) -> list[Hit]:
    """Read names in a run whose longest reading ended inside a word."""
    stop = flat.rfind(" ", start, end)
    while stop > start:
        known = line_of(flat[start:stop])
        if known is not None:
            return [Hit(start, stop, sense_of(known))]
        stop = flat.rfind(" ", start, stop)
    return []
