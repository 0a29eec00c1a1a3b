"""Turns a text into hits: runs of it that spell a name of the gazetteer, from word edge to word edge."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dostyk.values.names.gazetteer import bearers, exact, flags_and_numbers, names

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

SAME_LENGTH = (("\u2019", "'"), ("\u2018", "'"), ("\u02bb", "'"), ("\u02bc", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2010", "-"), ("\u2011", "-"))


class Hit(NamedTuple):
    """One run of the text that spells a name: its flags and the numbers of its bearers, likeliest first."""

    start: int
    end: int
    flags: str
    numbers: tuple[int, ...]


def scan(text: str) -> tuple[str, list[Hit]]:
    """Give the text with one spelling for quotes, spaces, hyphens and line ends (offsets unchanged), and its hits in order."""
    flat = text if text.isascii() else _one_spelling(text)
    flat = flat.replace("\n", " ") if "\n" in flat else flat
    hits = _hits(flat, "latin")
    if not text.isascii() and not text.translate(_LATIN_LETTERS_GONE).isascii():
        hits = sorted(hits + _hits(flat, "other"))
    return flat, hits


class _Letters(dict[int, int]):
    """Maps Latin letters, punctuation and symbols beyond ASCII to a full stop, other letters to themselves."""

    def __missing__(self, code: int) -> int:
        keep = code >= 0x0370 and not 0x1E00 <= code < 0x3005
        self[code] = code if keep else 0x2E
        return self[code]


_LATIN_LETTERS_GONE = _Letters()


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


@lru_cache(maxsize=20_000)
def _meaning(script: str, pattern: int) -> tuple[str, tuple[int, ...]]:
    """Give flags and bearers of a pattern."""
    return flags_and_numbers(bearers(script)[pattern])


def _hits(flat: str, script: str) -> list[Hit]:
    """Find the names of one script group that begin and end at word edges."""
    out: list[Hit] = []
    length = len(flat)
    for pattern, start, end in _automaton(script).find_matches_as_indexes(flat):
        if script == "other" and flat[start] >= "\u3400":
            out.append(Hit(start, end, *_meaning(script, pattern)))
            continue
        if start and (flat[start - 1].isalnum() or flat[start - 1] in "_@"):
            continue
        if end < length and flat[end].isalnum() and flat[end - 1] not in ").":
            out += _shorter(flat, start, end)
            continue
        out.append(Hit(start, end, *_meaning(script, pattern)))
    return out


def _shorter(flat: str, start: int, end: int) -> list[Hit]:
    """Read names in a run whose longest reading ended inside a word."""
    stop = flat.rfind(" ", start, end)
    while stop > start:
        known = exact(flat[start:stop])
        if known is not None:
            return [Hit(start, stop, *known)]
        stop = flat.rfind(" ", start, stop)
    return []
