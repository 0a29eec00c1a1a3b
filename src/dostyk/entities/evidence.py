"""Two entities → what speaks for their being one and what against, each with its weight and in words; never more than a proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.entities.organisation_names import abbreviations, is_abbreviation, name_key
from dostyk.entities.person_names import Likeness, compare, take_apart
from dostyk.entities.places import PLACES, states_named
from dostyk.entities.sameness import same_name
from dostyk.entities.spelling import fold, one_letter_apart, words
from dostyk.entities.traits import Traits, meet, post_words
from dostyk.model.mention import MentionType

NAMES = {Likeness.PART: 0.7, Likeness.INITIALS: 0.6, Likeness.ROMANISED: 0.7, Likeness.SAME: 0.7, Likeness.SPELLING: 0.5, Likeness.SURNAME: 0.35}
"""Weight of the likeness of two persons' names; of a surname alone, another reason is needed as well."""
SPELT, CONTAINED, ABBREVIATED, SAME_NAME, ONE_LETTER = 0.7, 0.5, 0.6, 0.7, 0.45
UNNAMED = 0.6
"""Weight of holding the post by which somebody is named, at the time he is spoken of."""
SAME_POST, SAME_STATE, SAME_PLACE, SAME_DATE, SAME_SIGNING = 0.3, 0.1, 0.15, 0.1, 0.45
OTHER_POST, OTHER_STATE, OTHER_DATE, OTHER_NUMBER, TOGETHER, OTHER_TIME = -0.2, -0.5, -0.45, -0.6, -0.9, -0.6
"""All weights were set by hand on the invented pairs of tests/entities/test_proposing.py: what a person should look at is at 0.4 or more."""
_FEWEST = 2
"""Telling words that a name must have that is contained in another: "the agreement" is contained in every one."""
_LETTERS = 6
"""Letters of the shortest name that may be a slip of the pen for another."""
_MOST_NAMES = 12
"""Names of one entity that are compared, the commonest."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason in words; its weight is above 0 where it speaks for one, below 0 where it speaks for two."""

    weight: float
    words: str


def weigh(a: Traits, b: Traits) -> list[Evidence]:
    """Give what speaks for two entities being one and against it, the heaviest first; nothing where their names give no reason to ask."""
    alike = max(_names(a, b), key=lambda e: e.weight, default=None)
    if alike is None:
        return []
    found = [alike, *_around(a, b, alike)]
    return sorted(found, key=lambda e: (-e.weight, e.words))


def _names(a: Traits, b: Traits) -> Iterator[Evidence]:
    """What the names of two entities have in common."""
    people = [one for one in (a, b) if one.entity.type is MentionType.PERSON]
    if len(people) == 2:
        yield from _unnamed(a, b)
        yield from _unnamed(b, a)
    placed = a.entity.type in PLACES or b.entity.type in PLACES
    for one in _common(a):
        for other in _common(b):
            if fold(one) == fold(other) and not placed:
                yield Evidence(SAME_NAME, f"both are called “{one}”; what sort of thing that is was read differently")
            elif len(people) == 2:
                yield from _persons(one, other)
            elif not people:
                yield from _things(one, other, a, b)


def _common(one: Traits) -> list[str]:
    return sorted(one.names, key=lambda name: (-one.names[name], name))[:_MOST_NAMES]


def _persons(one: str, other: str) -> Iterator[Evidence]:
    if take_apart(one).post or take_apart(other).post:
        return
    likeness, reason = compare(one, other)
    if likeness in NAMES:
        yield Evidence(NAMES[likeness], f"“{one}” and “{other}”: {reason}")
        return
    same, reason = same_name(one, other, MentionType.PERSON)
    if same:
        yield Evidence(SPELT, f"“{one}” and “{other}”: {reason}")


def _unnamed(a: Traits, b: Traits) -> Iterator[Evidence]:
    """Somebody who is named by nothing but a post, and who held it then."""
    names = [name for name in _common(a) if take_apart(name).post]
    if len(names) < len(a.names) or any(take_apart(name).post for name in b.names):
        return
    for name in names:
        for post in b.posts:
            if post_words(name) != post.words:
                continue
            then = [meet(time, post.time) for time in a.times]
            if any(then):
                yield Evidence(UNNAMED, f"“{name}” names a post, and “{b.entity.name}” held it at that time")
            elif None in then or not then:
                yield Evidence(UNNAMED / 2, f"“{name}” names a post that “{b.entity.name}” held; when is not said")


def _things(one: str, other: str, a: Traits, b: Traits) -> Iterator[Evidence]:
    places = [t.entity.type in PLACES for t in (a, b)]
    if any(places):
        if all(places) and _reference(a) + _reference(b) < 2 and same_name(one, other, MentionType.CITY)[0]:
            yield Evidence(SPELT, f"“{one}” and “{other}”: {same_name(one, other, MentionType.CITY)[1]}")
        return
    for brief, long in ((one, other), (other, one)):
        if is_abbreviation(brief) and brief.strip().replace(".", "") in abbreviations(long):
            yield Evidence(ABBREVIATED, f"“{brief}” abbreviates “{long}”, and another name as well")
    spelt = len(one.split()) == len(other.split()) or not (one + other).isascii()
    spelt = spelt and not is_abbreviation(one) and not is_abbreviation(other)
    same, reason = same_name(one, other, MentionType.ORGANISATION) if spelt else (False, "")
    if same:
        yield Evidence(SPELT, f"“{one}” and “{other}”: {reason}")
    yield from _contained(one, other)
    if min(len(one), len(other)) >= _LETTERS and one_letter_apart(fold(one), fold(other)) and _numbers(one) == _numbers(other):
        yield Evidence(ONE_LETTER, f"“{one}” and “{other}” are one letter apart")
    if a.sort == b.sort == "instrument" and _same_signing(a, b) and set(name_key(one)) & set(name_key(other)):
        yield Evidence(SAME_SIGNING, f"“{one}” and “{other}” have the same parties and the same date")


def _contained(one: str, other: str) -> Iterator[Evidence]:
    short, long = sorted((one, other), key=lambda name: (len(name), name))
    few, many = (_plain(name) for name in (short, long))
    if len(few) >= _FEWEST and few < many:
        yield Evidence(CONTAINED, f"every word of “{short}” stands in “{long}”")


def _plain(name: str) -> frozenset[str]:
    return frozenset(word.rpartition(":")[2] for word in name_key(name))


def _reference(one: Traits) -> int:
    return int(not one.entity.id.startswith("x:"))


def _around(a: Traits, b: Traits, alike: Evidence) -> Iterator[Evidence]:
    """What is told of two entities beside their names."""
    if a.id in b.beside:
        yield Evidence(TOGETHER, "they are named beside one another, as two")
    yield from _states(a, b)
    if MentionType.PERSON in (a.entity.type, b.entity.type):
        yield from _posts(a, b)
        return
    if a.places & b.places:
        yield Evidence(SAME_PLACE, "both are at the same place")
    yield from _dates(a, b, alike)
    differing = _numbers(*a.names) ^ _numbers(*b.names)
    if differing and not (_numbers(*a.names) <= _numbers(*b.names) and _numbers(*b.names) <= _numbers(*a.names)):
        yield Evidence(OTHER_NUMBER, f"a number stands in one only: {', '.join(sorted(differing))}")


def _states(a: Traits, b: Traits) -> Iterator[Evidence]:
    one, two = (t.states or _named_states(t) for t in (a, b))
    if one & two:
        yield Evidence(SAME_STATE, f"both belong to {', '.join(sorted(one & two))}")
    elif one and two:
        yield Evidence(OTHER_STATE, f"one belongs to {', '.join(sorted(one))}, the other to {', '.join(sorted(two))}")


def _named_states(one: Traits) -> set[str]:
    return {state for name in one.names for state in states_named(name)} if one.entity.type is not MentionType.PERSON else set()


def _posts(a: Traits, b: Traits) -> Iterator[Evidence]:
    """A post that both held at one time, posts that one held while the other held another, the same post at different times."""
    met = [(x, y, meet(x.time, y.time)) for x in a.posts for y in b.posts]
    same = [(x, y, at) for x, y, at in met if x.words == y.words]
    if any(at for _, _, at in same):
        yield Evidence(SAME_POST, f"both are told to be {next(x.called for x, _, at in same if at)} at one time")
        return
    other = next(((x, y) for x, y, at in met if at and x.words != y.words and not (x.words <= y.words or y.words <= x.words)), None)
    if other is not None:
        yield Evidence(OTHER_POST, f"one is {other[0].called} while the other is {other[1].called}")


def _dates(a: Traits, b: Traits, alike: Evidence) -> Iterator[Evidence]:
    met = [meet(x, y) for x in a.dates for y in b.dates]
    if any(met):
        if alike.weight != SAME_SIGNING:
            yield Evidence(SAME_DATE, f"both are of {min(a.dates)}" if a.dates == b.dates else "their dates agree")
        if a.sort == b.sort == "instrument" and a.parties & b.parties and alike.weight != SAME_SIGNING:
            yield Evidence(SAME_STATE, "both are between the same parties")
    elif met and None not in met:
        yield Evidence(OTHER_DATE, f"one is of {min(a.dates)}, the other of {min(b.dates)}")


def _same_signing(a: Traits, b: Traits) -> bool:
    return bool(a.parties & b.parties) and any(len(x) >= len("2020-01") and meet(x, y) for x in a.dates for y in b.dates if len(y) >= len("2020-01"))


_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())


def _numbers(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in words(name) if word in _ORDINALS or re.fullmatch(r"\d+(?:st|nd|rd|th)?", word))
