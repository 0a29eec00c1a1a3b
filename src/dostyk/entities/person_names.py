"""Two persons' names → whether they may name one person, and why: order, initials, patronymics, titles, spelling."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache, lru_cache

from dostyk.entities.spelling import fold, one_letter_apart, words
from dostyk.entities.wordlists import wordlist
from dostyk.values.spellings import name_parts, same_spelling, script_of

# Initials of one Cyrillic letter that Latin writes with several.
_DOTTED = re.compile(r"\b(sh|zh|kh|ch|yu|ya|ye|yo|ts|dzh|shch|ju|ja|iu|ia)\.")
# A shorter word one letter apart ("Wang", "Wan") is another name rather than another spelling.
_SPELLING_LENGTH = 6


class Likeness(IntEnum):
    """How far two names agree; weaker than SAME needs support: no other candidate, no contradicting office."""

    NO = 0
    SURNAME = 1
    SPELLING = 2
    ROMANISED = 3
    INITIALS = 4
    PART = 5
    SAME = 6


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart: full words in order, initials, and whether it only describes a post."""

    full: tuple[str, ...]
    initials: tuple[str, ...]
    post: bool = False


@lru_cache(maxsize=65536)
def take_apart(name: str) -> PersonName:
    """Strip titles; tell full words from initials."""
    plain = _chinese(name) or words(name)
    if set(plain[1:]) & _list("post") or (len(plain) == 1 and plain[0] in _list("post")):
        return PersonName(plain, (), post=True)
    while len(plain) > 1 and plain[0] in _list("before"):
        plain = plain[1:]
    while len(plain) > 1 and plain[-1] in _list("after"):
        plain = plain[:-1]
    dotted = {found.group(1) for found in _DOTTED.finditer(fold(name))}
    initials = tuple(w for w in plain if w in dotted or (len(w) == 1 and w < "\u3400"))
    return PersonName(tuple(w for w in plain if w not in initials), initials)


def _chinese(name: str) -> tuple[str, ...]:
    """The surname and the given name of a name in Chinese characters; empty for other names."""
    bare = name.strip()
    for title in _list("chinese"):
        bare = bare.removesuffix(title)
    return name_parts(bare) if bare and all(script_of(c) == "CJK" for c in bare) else ()


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
    likeness, reason = _grade(one, two, a, b)
    if likeness > Likeness.SURNAME:
        return likeness, reason
    first, second = sorted((one, two), key=lambda n: (n.full, n.initials))
    respelt, how = _respelt(first, second)
    if not how:
        return likeness, reason
    again, more = _grade(first, respelt, "", " ")
    if again is Likeness.SAME:
        again = Likeness.ROMANISED if how.startswith("two rom") else again
        return again, how if more.startswith("same name") else f"{how}; {more}"
    return (again, f"{how}; {more}") if again > Likeness.NO else (likeness, reason)


def _respelt(one: PersonName, two: PersonName) -> tuple[PersonName, str]:
    """The second name with its words as the first one spells them, and by what letters; nothing where no word is so spelt."""
    left = [w for w in one.full if w not in two.full]
    if len(one.full) > 8 or len(two.full) > 8:
        return two, ""
    written, how = [], ""
    for word in two.full:
        found = next(((w, r) for w in left if word not in one.full and (r := same_spelling(w, word))), None)
        if found is not None:
            left.remove(found[0])
            how = how or found[1]
        written.append(found[0] if found else word)
    if not how:
        return two, ""
    return replace(two, full=tuple(written)), how


def _grade(one: PersonName, two: PersonName, a: str, b: str) -> tuple[Likeness, str]:
    """How far two names taken apart agree as they are spelt."""
    if Counter(one.full) == Counter(two.full) and _same_initials(one.initials, two.initials):
        if one.full != two.full:
            return Likeness.SAME, "same words in another order"
        return Likeness.SAME, "same name" if fold(a) == fold(b) else "same name but for titles or spelling marks"
    if _by_initials(one, two) or _by_initials(two, one):
        return Likeness.INITIALS, "initials fit"
    if not one.initials and not two.initials:
        return _by_parts(one, two)
    return Likeness.NO, "different names"


def _same_initials(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two rows of initials are the same, in whatever script."""
    return one == two or (len(one) == len(two) and all(same_spelling(a, b) for a, b in zip(one, two, strict=True)))


def _by_initials(short: PersonName, long: PersonName) -> bool:
    """Whether the full words of `short` stand in `long` and its initials begin the words left over, in order."""
    left = list(long.full)
    for word in short.full:
        if word not in left:
            return False
        left.remove(word)
    if not short.initials or long.initials or len(short.initials) > len(left):
        return False
    return all(_begins(word, initial) for initial, word in zip(short.initials, left, strict=False))


def _begins(word: str, initial: str) -> bool:
    """Whether a word begins with an initial, in whatever script either is written."""
    return word.startswith(initial) or any(same_spelling(word[:n], initial) for n in (1, 2, 3))


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
