"""Collects entities and, for each name, the entities that bear it."""

from __future__ import annotations

from collections import defaultdict

from gazetteer.tables import straight
from gazetteer.words import Words


class Gazetteer:
    """Entities in order, and for each name the entities that bear it."""

    def __init__(self, words: Words) -> None:
        self.entities: list[tuple[str, str, str, str, int, str]] = []
        self.index: dict[str, int] = {}
        self.names: dict[str, list[tuple[int, str, bool]]] = defaultdict(list)
        self.words = words

    def entity(self, ident: str, name: str, kind: str, country: str, population: int = 0, admin: str = "") -> int:
        """Add an entity; `kind` is c(ountry), r(egion), t(own), p(lace), o(rganisation), or n(othing: a name that hides others)."""
        if ident in self.index:
            return self.index[ident]
        self.index[ident] = len(self.entities)
        self.entities.append((ident, name, kind, country, population, admin))
        return self.index[ident]

    def name(self, number: int, name: str, flags: str = "", own: bool = False) -> None:
        """Give an entity a name; flags: d(emonym), h(yphen must follow), s(trict lookup only), i(nflected)."""
        name = straight(name)
        if not name or any(n == number for n, _, _ in self.names[name]):
            return
        self.names[name].append((number, flags, own))
