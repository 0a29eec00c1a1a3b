"""A position as worded → the words that tell which post it is, so that wordings of one post meet."""

from __future__ import annotations

from functools import cache

from dostyk.entities.spelling import words
from dostyk.facts.items import Item, Roles
from dostyk.facts.tables import table


def same_position(a: Item, b: Item) -> bool:
    """Whether two offices of one holder may be one: no rank word against another, one wording within the other."""
    one, two = (position_words(i.attributes.get("position", ""), i.roles) for i in (a, b))
    ranks = _set("rank")
    return one & ranks == two & ranks and (one <= two or two <= one)


def position_words(position: str, roles: Roles) -> frozenset[str]:
    """The telling words of a position, without the names of what it belongs to and the country accredited to."""
    named = {w for role in ("of", "to") for m in roles.get(role, ()) for name in (m.name, m.text) for w in words(name)}
    same, filler = _same(), _set("filler")
    found = {part for word in words(position.replace("-", " ")) for part in same.get(word, word).split()}
    telling = frozenset(w for w in found if w not in filler)
    return telling - named or telling


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(table("positions.toml")[name])


@cache
def _same() -> dict[str, str]:
    return {str(k): str(v) for k, v in table("positions.toml")["same"].items()}
