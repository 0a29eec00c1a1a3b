"""Place ids and names → the state they belong to and the names they had, out of the reference data."""

from __future__ import annotations

from functools import lru_cache

from dostyk.entities.wordlists import table
from dostyk.model.entity import Entity, Name
from dostyk.model.mention import Mention, MentionType
from dostyk.values import names

PLACES = frozenset({MentionType.COUNTRY, MentionType.REGION, MentionType.CITY, MentionType.PLACE})


@lru_cache(maxsize=65536)
def place_entity(id: str, name: str, type: MentionType) -> Entity:
    """The place with an id, with all its names; one that the reference data does not know keeps the name it came with."""
    for found in names.lookup(name):
        if found.id == id:
            return found
    return Entity(id, type, name, names.names_of(id) or (Name(name),), state_of_id(id), "as the reference data names it")


def state_of_id(id: str) -> str | None:
    """The state that a country or region id shows ("KZ-10" → "KZ", "HK" → "CN"), None for other ids."""
    head = id.partition("-")[0]
    if len(head) == 2 and head.isalpha() and head.isupper():
        return str(table("bodies.toml")["inside"].get(head, head))
    return None


def state_of(mention: Mention) -> str | None:
    """The state that a mentioned place lies in."""
    own = state_of_id(mention.id)
    if own is None and mention.type in PLACES:
        known = place_entity(mention.id, mention.name, mention.type).country
        own = state_of_id(known) if known else None
    return own


@lru_cache(maxsize=65536)
def states_named(text: str) -> tuple[str, ...]:
    """The states that a name speaks of by their own names and demonyms; towns in it do not count ("Paris Agreement")."""
    found = [state_of_id(span.country or span.id) for span in names.find_places(text) if span.type is MentionType.COUNTRY]
    return tuple(dict.fromkeys(code for code in found if code))


@lru_cache(maxsize=65536)
def states_in(text: str) -> tuple[str, ...]:
    """The states that places and demonyms in a short text belong to, in order of appearance."""
    found = [state_of_id(span.country or span.id) for span in names.find_places(text)]
    return tuple(dict.fromkeys(code for code in found if code))
