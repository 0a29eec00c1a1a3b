"""Two organisations' names → whether they name one body, and why: abbreviations, word order, British and American spelling."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from dostyk.entities.spelling import fold, words
from dostyk.entities.wordlists import table

_SMALL = frozenset({"the", "of", "and", "for", "on", "in", "de", "la", "a", "an", "s"})
_BRACKET = re.compile(r"\(([A-Z][A-Za-z&.-]{1,11})\)")
_PLACING = frozenset({"in", "to", "from", "at"})


def same_organisation(a: str, b: str) -> tuple[bool, str]:
    """Whether two names name one organisation, with the reason."""
    if fold(a) == fold(b):
        return True, "same name"
    if name_key(a) == name_key(b):
        return True, "same words"
    for short, long in ((a, b), (b, a)):
        if is_abbreviation(short) and short.strip().replace(".", "") in abbreviations(long):
            return True, f"“{short}” abbreviates “{long}”"
    return False, "different names"


@lru_cache(maxsize=65536)
def name_key(name: str) -> tuple[str, ...]:
    """The telling words of a name in one order; known bodies' abbreviations written out, "in X" kept apart from "X"."""
    plain = _written_out(_BRACKET.sub(" ", name))
    kept, placing = [], ""
    for word in words(plain):
        if word in _PLACING:
            placing = word + ":"
        elif word not in _SMALL:
            kept.append(placing + _even(word))
            placing = ""
    return tuple(sorted(Counter(kept).elements()))


def is_abbreviation(name: str) -> bool:
    """Whether a name is one run of two to eight capitals ("SCO", "U.N.")."""
    letters = name.strip().replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalpha() and sum(c.isupper() for c in letters) >= max(2, len(letters) - 2)


@lru_cache(maxsize=65536)
def abbreviations(name: str) -> tuple[str, ...]:
    """What a name may be abbreviated to: what stands in brackets, its capitals, the known abbreviation."""
    found = [m.replace(".", "") for m in _BRACKET.findall(name)]
    plain = _BRACKET.sub(" ", name)
    capitals = "".join(w[0] for w in re.findall(r"[^\W\d_]+", plain) if w[0].isupper())
    if len(capitals) >= 3 and len(words(plain)) > 1:
        found.append(capitals)
    found += _known().get(_plain_words(plain), ())
    return tuple(dict.fromkeys(found))


@cache
def _known() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The known abbreviations of each body by the words of its name."""
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    for short, long in _bodies().items():
        known[_plain_words(long)] = (*known.get(_plain_words(long), ()), short)
    return known


def _plain_words(name: str) -> tuple[str, ...]:
    return tuple(_even(w) for w in words(name) if w not in _SMALL)


def _written_out(name: str) -> str:
    known = _bodies()
    return " ".join(known.get(part.strip(".,"), part) for part in name.replace("’s", "").replace("'s", "").split())


@cache
def _bodies() -> dict[str, str]:
    return {str(short): str(long) for short, long in table("bodies.toml")["bodies"].items()}


def _even(word: str) -> str:
    """British and American spellings, plain plurals and hyphens of the words bodies are named with."""
    for old, new in (("isation", "ization"), ("centre", "center"), ("programme", "program"), ("labour", "labor"), ("defence", "defense")):
        word = word.replace(old, new)
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
