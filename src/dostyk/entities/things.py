"""A statement → whom and what it names: its mentions, the instrument of its title, the office of its position."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from dostyk.entities.places import PLACES, state_of, states_in, states_named
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement

OFFICE, INSTRUMENT = "office", "instrument"
SORTS = {"project": "project", "event": "event", "institution": "institution"}
"""Roles that say what sort of thing stands in them."""
TYPES = {MentionType.COUNTRY: "state", MentionType.ORGANISATION: "body", MentionType.DOCUMENT: INSTRUMENT, MentionType.OTHER: "thing"}
"""What types of mention are called; the others by their own names."""


Roles = Mapping[str, tuple[Mention, ...]]


def named(kind: str, roles: Roles, attributes: Mapping[str, str]) -> Iterator[tuple[str, Mention]]:
    """Give each thing a statement names with its sort: state, city, person, body, office, instrument, project, event …"""
    for role, mentions in roles.items():
        for mention in mentions:
            yield SORTS.get(role) or TYPES.get(mention.type, mention.type.value), mention
    yield from things(kind, roles, attributes).items()


def things(kind: str, roles: Roles, attributes: Mapping[str, str]) -> dict[str, Mention]:
    """Give the instrument and the office that a statement names in its attributes, as mentions.

    A position of which neither the statement nor its own words say whose it is ("President") is no office that could be told from others.
    """
    title, position = attributes.get("title"), attributes.get("position")
    if kind == "Agreement" and title:
        return {INSTRUMENT: _mention(title, MentionType.DOCUMENT)}
    if kind == "Office" and position and (roles.get("of") or states_in(position)):
        return {OFFICE: _mention(post_of(roles, position), MentionType.OTHER)}
    return {}


def post_of(roles: Roles, position: str) -> str:
    """Name a post: the position, and whose it is where that is said."""
    of = " and ".join(mention.name for mention in roles.get("of", ()))
    return f"{position} of {of}" if of and of not in position else position


def _mention(name: str, type: MentionType) -> Mention:
    return Mention(name, name, f"x:{hashlib.sha256(f'{type.value} {name}'.encode()).hexdigest()[:12]}", type)


def countries(statement: Statement) -> list[str]:
    """Give the states a statement names or whose places and bodies it names, as ISO 3166-1 codes."""
    found: set[str] = set()
    for mentions in statement.roles.values():
        for mention in mentions:
            if mention.type in PLACES:
                state = state_of(mention)
                found.update([state] if state else [])
            elif mention.type is not MentionType.PERSON:
                found.update(states_named(mention.name))
    return sorted(found)
