"""Mentions around a figure, by how they stand to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dostyk.kinds.wording import wordlists
from dostyk.languages.words import words
from dostyk.model.mention import Mention, MentionType

PLACE_TYPES = (MentionType.COUNTRY, MentionType.REGION, MentionType.CITY, MentionType.PLACE)


@dataclass(slots=True)
class Around:
    """Mentions by how they stand to the figure: `nation` by adjective, `beside` behind "with", `actor` who does what the clause says.

    `group`: the other side is many ("trade with countries along the river"), so it is not the page's other country.
    """

    own: list[Mention] = field(default_factory=list)
    nation: list[Mention] = field(default_factory=list)
    beside: list[Mention] = field(default_factory=list)
    towards: list[Mention] = field(default_factory=list)
    source: list[Mention] = field(default_factory=list)
    inside: list[Mention] = field(default_factory=list)
    actor: list[Mention] = field(default_factory=list)
    between: bool = False
    group: bool = False

    def add(self, sort: str, found: list[Mention]) -> None:
        """Put mentions into a list, each once."""
        held: list[Mention] = getattr(self, sort)
        held += [m for m in found if all(m.id != h.id for h in held)]


def places(found: list[Mention]) -> list[Mention]:
    """Those mentions that are places, or organisations of states that trade as one ("the EU")."""
    return [m for m in found if m.type in PLACE_TYPES or m.type is MentionType.ORGANISATION and is_bloc(m.name)]


def is_bloc(name: str) -> bool:
    """Whether a name is that of an organisation of states, by its abbreviation or its words."""
    found = name.lower().split()
    return name.lower() in words().blocs or len(found) > 1 and not wordlists("indicator")["blocs"].isdisjoint(found)
