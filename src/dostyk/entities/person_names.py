"""Two persons' names → whether they may name one person, and why: order, initials, patronymics, titles, spelling."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from dostyk.entities.spelling import fold, one_letter_apart, words
from dostyk.entities.wordlists import wordlist

# A shorter word one letter apart ("Wang", "Wan") is another name rather than another spelling.
_SPELLING_LENGTH = 6


class Likeness(IntEnum):
    """How far two names agree; weaker than SAME needs support: no other candidate, no contradicting office."""

    NO = 0
    SURNAME = 1
    SPELLING = 2
    INITIALS = 3
    PART = 4
    SAME = 5


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart: full words in order, initials, and whether it only describes a post."""

    full: tuple[str, ...]
    initials: tuple[str, ...]
    post: bool = False


@lru_cache(maxsize=65536)
def take_apart(name: str) -> PersonName:
    """Strip titles; tell full words from initials."""
    plain = words(name)
    if set(plain[1:]) & _list("post") or (len(plain) == 1 and plain[0] in _list("post")):
        return PersonName(plain, (), post=True)
    while len(plain) > 1 and plain[0] in _list("before"):
        plain = plain[1:]
    while len(plain) > 1 and plain[-1] in _list("after"):
        plain = plain[:-1]
    return PersonName(tuple(w for w in plain if len(w) > 1), tuple(w for w in plain if len(w) == 1))


def same_person(a: str, b: str) -> tuple[bool, str]:
    """Whether two names may name one person, with the reason; initials and parts of names count as "may"."""
    likeness, reason = compare(a, b)
    return likeness > Likeness.SURNAME, reason


def compare(a: str, b: str) -> tuple[Likeness, str]:
    """How far two names agree, with the reason."""
    one, two = take_apart(a), take_apart(b)
    if one.post or two.post:
        return (Likeness.SAME, "same post in the same words") if one == two else (Likeness.NO, "a post is not a name")
    if not one.full or not two.full:
        return Likeness.NO, "nothing but initials"
    if Counter(one.full) == Counter(two.full) and one.initials == two.initials:
        if one.full != two.full:
            return Likeness.SAME, "same words in another order"
        return Likeness.SAME, "same name" if fold(a) == fold(b) else "same name but for titles or spelling marks"
    if _by_initials(one, two) or _by_initials(two, one):
        return Likeness.INITIALS, "initials fit"
    if not one.initials and not two.initials:
        return _by_parts(one, two)
    return Likeness.NO, "different names"


def _by_initials(short: PersonName, long: PersonName) -> bool:
    """Whether the full words of `short` stand in `long` and its initials begin the words left over, in order."""
    left = list(long.full)
    for word in short.full:
        if word not in left:
            return False
        left.remove(word)
    if not short.initials or long.initials or len(short.initials) > len(left):
        return False
    return all(word.startswith(initial) for initial, word in zip(short.initials, left, strict=False))


def _by_parts(one: PersonName, two: PersonName) -> tuple[Likeness, str]:
    """A missing patronymic or middle name, a bare surname, a letter of difference."""
    shorter, longer = sorted((one.full, two.full), key=lambda w: (len(w), w))
    if len(shorter) >= 2 and not Counter(shorter) - Counter(longer):
        return Likeness.PART, "a middle name or patronymic is missing in one"
    if len(shorter) == 1 and len(longer) >= 2:
        return (Likeness.SURNAME, "one word of the name") if shorter[0] in longer else (Likeness.NO, "different names")
    if len(shorter) == len(longer) >= 2:
        differing = [(x, y) for x, y in zip(one.full, two.full, strict=True) if x != y]
        if len(differing) == 1 and len(min(differing[0], key=len)) >= _SPELLING_LENGTH and one_letter_apart(*differing[0]):
            return Likeness.SPELLING, f"“{differing[0][0]}” and “{differing[0][1]}” are one letter apart"
    return Likeness.NO, "different names"


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(wordlist("titles.toml", name))
