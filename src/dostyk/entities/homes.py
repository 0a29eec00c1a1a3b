"""Mentions and the offices stated → the state that each person, body or place belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dostyk.entities.places import PLACES, state_of, states_named
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Statement


class Homes:
    """Which state each mention belongs to; people by the posts they are stated to hold."""

    def __init__(self, by_id: Mapping[str, str]) -> None:
        self._by_id = dict(by_id)

    @classmethod
    def of_offices(cls, offices: Iterable[Mapping[str, tuple[Mention, ...]]]) -> Homes:
        """Read from the roles of `Office` statements or facts whose country each holder serves (most often stated wins)."""
        votes: dict[str, Counter[str]] = {}
        for roles in offices:
            state = _state_of_post(roles)
            if state:
                for holder in roles.get("holder", ()):
                    votes.setdefault(holder.id, Counter())[state] += 1
        return cls({id: min(found, key=lambda code: (-found[code], code)) for id, found in sorted(votes.items())})

    @classmethod
    def of_statements(cls, statements: Iterable[Statement]) -> Homes:
        """Read from statements, as they came."""
        return cls.of_offices(s.roles for s in statements if s.kind == "Office")

    def of(self, mention: Mention) -> str | None:
        """The state (ISO 3166-1) that a mention belongs to, None where nothing tells."""
        if mention.type in PLACES:
            return state_of(mention)
        if mention.id in self._by_id:
            return self._by_id[mention.id]
        return _named_in(mention) if mention.type in (MentionType.ORGANISATION, MentionType.PERSON) else None

    def of_all(self, roles: Mapping[str, tuple[Mention, ...]]) -> tuple[str, ...]:
        """The states that a statement's roles involve, in order, each once."""
        found = [code for mentions in roles.values() for m in mentions for code in self.involved(m)]
        return tuple(dict.fromkeys(found))

    def involved(self, mention: Mention) -> tuple[str, ...]:
        """The states a mention involves: its own, or all those its name speaks of ("China-Kazakhstan Centre")."""
        own = self.of(mention)
        if own:
            return (own,)
        return () if mention.type is MentionType.PERSON else states_named(mention.name)


def _state_of_post(roles: Mapping[str, tuple[Mention, ...]]) -> str | None:
    for mention in roles.get("of", ()):
        state = state_of(mention) if mention.type in PLACES else _named_in(mention)
        if state:
            return state
    return None


def _named_in(mention: Mention) -> str | None:
    """The one state that a name speaks of ("Labour Party of Norway", "President of Latvia")."""
    states = states_named(mention.name)
    return states[0] if len(states) == 1 else None
