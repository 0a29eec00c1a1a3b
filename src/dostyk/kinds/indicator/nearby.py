"""Mentions around a figure, by how they stand to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dostyk.model.mention import Mention, MentionType

PLACE_TYPES = (MentionType.COUNTRY, MentionType.REGION, MentionType.CITY, MentionType.PLACE)


@dataclass(slots=True)
class Around:
    """Mentions by how they stand to the figure: `nation` by adjective, `beside` behind "with", `actor` who does what the clause says."""

    own: list[Mention] = field(default_factory=list)
    nation: list[Mention] = field(default_factory=list)
    beside: list[Mention] = field(default_factory=list)
    towards: list[Mention] = field(default_factory=list)
    source: list[Mention] = field(default_factory=list)
    inside: list[Mention] = field(default_factory=list)
    actor: list[Mention] = field(default_factory=list)
    between: bool = False

    def add(self, sort: str, found: list[Mention]) -> None:
        """Put mentions into a list, each once."""
        held: list[Mention] = getattr(self, sort)
        held += [m for m in found if all(m.id != h.id for h in held)]


def places(found: list[Mention]) -> list[Mention]:
    """Those mentions that are places."""
    return [m for m in found if m.type in PLACE_TYPES]
