"""Turns countries and places into the border crossings between and at them, with the place on either side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dostyk.values.names.gazetteer import number_of, read, record


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a crossing: country (ISO 3166-1 alpha-2), id and name of the checkpoint, station, port or town."""

    country: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two places that face each other at a border; `modes`: road, rail, water, pass, dry-port; `source`: what the entry rests on."""

    sides: tuple[Side, Side]
    modes: tuple[str, ...]
    source: str


@cache
def _crossings() -> tuple[Crossing, ...]:
    """Read crossings.tsv."""
    out = []
    for line in read("crossings.tsv").split("\n"):
        if line and not line.startswith("#"):
            modes, one, first, two, second, source = line.split("\t")
            out.append(Crossing((_side(one, first), _side(two, second)), tuple(modes.split()), source))
    return tuple(out)


def _side(country: str, ident: str) -> Side:
    """Make one side."""
    return Side(country, ident, record(number_of()[ident]).name)


def crossings(country: str, other: str | None = None) -> tuple[Crossing, ...]:
    """Give the crossings of a country, or those between two, by ISO 3166-1 alpha-2 codes; general reference, not complete."""
    wanted = {country, other} - {None}
    return tuple(found for found in _crossings() if wanted <= {side.country for side in found.sides})


def crossing_at(place_id: str) -> tuple[Crossing, ...]:
    """Give the crossings that a place, by its id, is one side of; empty where it is none."""
    return tuple(found for found in _crossings() if place_id in {side.id for side in found.sides})
