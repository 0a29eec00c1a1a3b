"""A statement → whom and what it names: its mentions, the instrument of its title, the office of its position."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from dostyk.entities.places import PLACES, state_of, states_in, states_named
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement

OFFICE, INSTRUMENT = "office", "instrument"
SORTS = {"project": "project", "event": "event", "institution": "institution"}
"""Roles that say what sort of thing stands in them."""
TYPES = {MentionType.COUNTRY: "state", MentionType.ORGANISATION: "body", MentionType.DOCUMENT: INSTRUMENT, MentionType.OTHER: "thing"}
"""What types of mention are called; the others by their own names."""


def named(statement: Statement) -> Iterator[tuple[str, Mention]]:
    """Give each thing a statement names with its sort: state, city, person, body, office, instrument, project, event …"""
    for role, mentions in statement.roles.items():
        for mention in mentions:
            yield SORTS.get(role) or TYPES.get(mention.type, mention.type.value), mention
    for sort, mention in things(statement).items():
        yield sort, mention


def things(statement: Statement) -> dict[str, Mention]:
    """Give the instrument and the office that a statement names in its attributes, as mentions.

    A position of which neither the statement nor its own words say whose it is ("President") is no office that could be told from others.
    """
    title, position = statement.attributes.get("title"), statement.attributes.get("position")
    if statement.kind == "Agreement" and title:
        return {INSTRUMENT: _mention(title, MentionType.DOCUMENT)}
    if statement.kind == "Office" and position and (statement.roles.get("of") or states_in(position)):
        return {OFFICE: _mention(post_of(statement), MentionType.OTHER)}
    return {}


def post_of(statement: Statement) -> str:
    """Name the post of an `Office` statement: the position, and whose it is where that is said."""
    position = statement.attributes.get("position", "")
    of = " and ".join(mention.name for mention in statement.roles.get("of", ()))
    return f"{position} of {of}" if of and of not in position else position


def with_things(statement: Statement) -> Statement:
    """Give a statement with its instrument and its office as roles, so that they are resolved like whatever else it names."""
    more = {f"{sort} named": (mention,) for sort, mention in things(statement).items()}
    return replace(statement, roles={**statement.roles, **more}) if more else statement


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
