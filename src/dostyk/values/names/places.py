"""Turns a text into the places that it names, each with its id, settled by what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dostyk.model.mention import MentionType
from dostyk.values.names import context
from dostyk.values.names.gazetteer import Record, record
from dostyk.values.names.scanner import Hit, scan


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """One place named in a text; `demonym`: by its people or adjective; `candidates`: ids of the other places so called."""

    start: int
    end: int
    text: str
    id: str
    name: str
    type: MentionType
    country: str | None
    demonym: bool = False
    candidates: tuple[str, ...] = ()


def find_places(text: str, prefer: Sequence[str] = ()) -> list[PlaceSpan]:
    """Find places in a text, in order and without overlap.

    `prefer` holds ISO 3166-1 codes of the countries that the text is about: of several towns so named theirs is meant.
    """
    flat, hits = scan(text)
    wanted = frozenset(prefer)
    return [_span(text, flat, hit, chosen, wanted) for hit, chosen in _settled(flat, hits, wanted)]


def _settled(flat: str, hits: list[Hit], prefer: frozenset[str]) -> Iterator[tuple[Hit, context.Choice]]:
    """Choose the place for each hit that stands as a place."""
    before: context.Choice | None = None
    for at, hit in enumerate(hits):
        if before is not None and hit.start < before.end:
            continue
        after = hits[at + 1] if at + 1 < len(hits) else None
        chosen = context.choose(flat, hit, after, before, prefer)
        if chosen is not None:
            before = chosen
            yield hit, chosen


def _span(text: str, flat: str, hit: Hit, chosen: context.Choice, prefer: frozenset[str]) -> PlaceSpan:
    """Make the span of a settled hit."""
    found = chosen.record
    others = tuple(_id(record(n)) for n in hit.numbers if n != found.number)
    return PlaceSpan(
        chosen.start,
        chosen.end,
        text[chosen.start : chosen.end],
        chosen.id or found.id,
        chosen.name or found.name,
        chosen.type or found.type,
        found.country,
        "d" in hit.flags,
        others,
    )


def _id(found: Record) -> str:
    """Give the id of a record."""
    return found.id
