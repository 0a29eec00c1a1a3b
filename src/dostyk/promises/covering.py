"""The wording of a promise and the name of something told of → whether the one may speak of the other."""

from __future__ import annotations

import re
from functools import lru_cache

from dostyk.entities import Homes
from dostyk.entities.places import PLACES, state_of, states_in
from dostyk.entities.spelling import words
from dostyk.facts import wording
from dostyk.facts.figures import without_places
from dostyk.facts.identity import Handles
from dostyk.facts.items import Item
from dostyk.facts.tables import table as facts_table
from dostyk.model.mention import Mention, MentionType
from dostyk.promises.tables import table
from dostyk.values import names

PLACE_ROLES = ("place", "location", "destination")
# Share of the telling words of a name that must stand in the wording of the promise.
_OF_NAME = 0.8
# Stems of a wording that it is found by, at most.
_STEMS = 12
# Stems of a wording, at most, of which one alone may be all that another shares with it.
_FEW = 2


def name_of(item: Item) -> str:
    """What the statement is about, by the role or attribute that names it; "" for kinds that are told by their roles alone."""
    for slot in table("named").get(item.statement.kind, ()):
        if slot in item.attributes:
            return item.attributes[slot]
        if item.roles.get(slot):
            return item.roles[slot][0].name
    return ""


@lru_cache(maxsize=65536)
def covers(content: str, name: str, several: bool = False) -> bool:
    """Whether nearly all of a name stands in the wording of a promise, and makes up most of what that is about, places apart.

    Where several things are promised, each may be told by its ordinal.
    """
    if not name or not several and ordinals(content) != ordinals(name) or _years_differ(content, name):
        return False
    thing, about = _thing(name), _thing(content)
    return bool(thing) and len(thing & about) >= _OF_NAME * len(thing) and 2 * len(thing & about) > len(about)


@lru_cache(maxsize=65536)
def _thing(text: str) -> frozenset[str]:
    """The stems of what a wording is about: without places and verbs; the general words where nothing else is left."""
    taken = wording.take_apart(_without_verbs(without_places(text)))
    return taken.telling or taken.generic


@lru_cache(maxsize=65536)
def _without_verbs(text: str) -> str:
    verbs = {form for row in table("acts") for verb in row["verbs"] for form in (verb, wording.stem(verb))}
    return " ".join(w for w in text.split() if not verbs & {w.lower(), wording.stem(w.lower())})


def keys(item: Item, homes: Homes) -> Handles:
    """Under what statements of different kinds that may speak of one thing are found and looked for: stems that they share, and a state of both.

    Those of which one covers the other, or that are worded alike, share two stems, or have no more than two; a state that both involve, or
    one of them involves none.
    """
    text = item.attributes.get("content") or name_of(item)
    if not text:
        return Handles((), ())
    thing, worded = sorted(_thing(text))[:_STEMS], sorted(wording.take_apart(text).telling)[:_STEMS]
    stems = {f"{a} {b}" for some in (thing, worded) for n, a in enumerate(some) for b in some[n + 1 :]}
    stems |= {stem for some in (thing, worded) if len(some) <= _FEW for stem in some}
    states = sorted({*homes.of_all(item.roles), *states_in(item.attributes.get("content", ""))})
    found = tuple(f"{stem}|{mark}" for stem in sorted(stems) for mark in (*(states or ("anywhere",)), "all"))
    looks = tuple(f"{stem}|{mark}" for stem in sorted(stems) for mark in ((*states, "anywhere") if states else ("all",)))
    return Handles(found, looks)


def ordinals(text: str) -> frozenset[str]:
    """The ordinal numbers in a wording ("the third workshop" → 3)."""
    known = facts_table("wording.toml")["numbers"]
    found = [str(known[w]) if w in known else "".join(re.findall(r"^(\d+)(?:st|nd|rd|th)$", w)) for w in words(text)]
    return frozenset(n for n in found if n)


def _years_differ(one: str, two: str) -> bool:
    """Whether both name years and none of them is the same; the year a promise is due does not count as its name's."""
    a, b = (wording.years_in(re.sub(r"\b(?:by|in|until|before|end of)\s+\d{4}\b", "", text)) for text in (one, two))
    return bool(a) and bool(b) and not a & b


def places(item: Item, content: str = "") -> list[Mention]:
    """The places of a statement, and those that a wording names; people's adjectives and what stands for who acts do not count."""
    found = [m for role in PLACE_ROLES for m in item.roles.get(role, ()) if m.type in PLACES]
    return found or list(_named_places(content))


@lru_cache(maxsize=65536)
def _named_places(text: str) -> tuple[Mention, ...]:
    return tuple(Mention(s.text, s.name, s.id, s.type) for s in names.find_places(text) if not s.demonym) if text else ()


def places_meet(ones: list[Mention], twos: list[Mention]) -> bool:
    """Whether one of two lists is empty, a place stands in both, or a place of one lies in a state of the other."""
    if not ones or not twos:
        return True
    return any(_meet(x, y) for x in ones for y in twos)


def _meet(x: Mention, y: Mention) -> bool:
    if x.id == y.id:
        return True
    states = [m.type is MentionType.COUNTRY for m in (x, y)]
    return states[0] is not states[1] and state_of(x) == state_of(y)
