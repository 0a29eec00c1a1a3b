"""Two wordings of a title, a name or a subject → whether they may mean one thing, judged by their telling words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dostyk.entities.organisation_names import name_key
from dostyk.entities.spelling import words
from dostyk.facts.tables import table

# Tuned on invented pairs in tests/facts/test_wording.py: below it, "trade agreement" meets "trade and customs agreement".
_SHARED_OF_ALL = 0.5
_SHARED_OF_SHORTER = 0.8


@dataclass(frozen=True, slots=True)
class Wording:
    """The stems of a wording: those that tell, those that do not, and the numbers in it (ordinals, years)."""

    telling: frozenset[str]
    generic: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=65536)
def take_apart(text: str) -> Wording:
    """Reduce a wording to stems; known abbreviations are written out."""
    generic, empty, same = _set("generic"), _set("empty"), _same()
    telling, plain, numbers = set(), set(), set()
    for word in _spelt_out(text):
        for part in same.get(word, word).split():
            number = _number(part)
            if number:
                numbers.add(number)
            elif part in empty or len(part) < 2:
                continue
            elif part in generic or stem(part) in generic:
                plain.add(stem(part))
            else:
                telling.add(stem(part))
    return Wording(frozenset(telling), frozenset(plain), frozenset(numbers))


def same_wording(a: str, b: str) -> bool:
    """Whether two wordings may mean one thing: no number against another, nearly all telling words shared."""
    one, two = take_apart(a), take_apart(b)
    if one == two:
        return True
    if one.numbers != two.numbers and (one.numbers and two.numbers or _ordinals(one, two)):
        return False
    if one.telling and two.telling:
        return _near(one.telling, two.telling)
    return not one.telling and not two.telling and _near(one.generic, two.generic)


def exactly(a: str, b: str) -> bool:
    """Whether two wordings have the same telling words and numbers; without any, the same words."""
    one, two = take_apart(a), take_apart(b)
    return one.telling == two.telling and one.numbers == two.numbers and (bool(one.telling) or one.generic == two.generic)


def overlap(a: str, b: str) -> float:
    """The share of the telling words of both that both have, 0 to 1."""
    one, two = take_apart(a).telling, take_apart(b).telling
    return len(one & two) / len(one | two) if one | two else 0.0


def shares_words(a: str, b: str) -> bool:
    """Whether at least half of the telling words of the shorter wording stand in the other."""
    one, two = take_apart(a).telling, take_apart(b).telling
    return 0 < min(len(one), len(two)) <= 2 * len(one & two)


def years_in(text: str) -> frozenset[str]:
    """The years that a wording names."""
    return frozenset(n for n in take_apart(text).numbers if len(n) == 4)


def key(text: str) -> str:
    """The stems of a wording in one order, to be compared for equality."""
    taken = take_apart(text)
    return " ".join(sorted(taken.telling | taken.generic | taken.numbers))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its usual endings ("friendship", "friendly" → "friend")."""
    for ending in table("wording.toml")["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _near(one: frozenset[str], two: frozenset[str]) -> bool:
    shared = len(one & two)
    return shared >= _SHARED_OF_SHORTER * min(len(one), len(two)) > 0 and shared >= _SHARED_OF_ALL * len(one | two)


def _ordinals(one: Wording, two: Wording) -> bool:
    """Whether a number that is no year stands in one only ("training centre", "second training centre")."""
    return any(len(n) < 4 for n in one.numbers ^ two.numbers)


def _number(word: str) -> str:
    known = table("wording.toml")["numbers"].get(word)
    if known:
        return str(known)
    match = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)?", word)
    return match[1] if match else ""


def _spelt_out(text: str) -> tuple[str, ...]:
    """Words of a text, abbreviations of known bodies replaced by the words of their names."""
    found: list[str] = []
    for word in text.replace("–", "-").replace("-", " ").split():
        plain = word.strip(".,;:()“”\"'’")
        if plain.isupper() and 2 <= len(plain) <= 8:
            found += [part.removeprefix("in:") for part in name_key(plain)]
        else:
            found += words(word)
    return tuple(found)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(table("wording.toml")[name])


@cache
def _same() -> dict[str, str]:
    return {str(k): str(v) for k, v in table("wording.toml")["same"].items()}
