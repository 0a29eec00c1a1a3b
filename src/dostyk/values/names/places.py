"""Turns a text into the places that it names, each with its id, settled by what stands beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dostyk.model.mention import MentionType
from dostyk.values.names.context import choose
from dostyk.values.names.coordination import spread
from dostyk.values.names.gazetteer import record
from dostyk.values.names.hits import Choice, Hit
from dostyk.values.names.scanner import scan
from dostyk.values.names.standing import again


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


def find_places(text: str, prefer: Sequence[str] = (), language: str | None = None) -> list[PlaceSpan]:
    """Find places in a text, in order and without overlap.

    `prefer` holds ISO 3166-1 codes of the countries that the text is about: of several towns so named theirs is meant.
    Without it they are the two countries named most, if named three times. `language` ("en", "ru", "kk", "zh") only says
    whether Kazakh endings are looked for behind names; without it, letters that only Kazakh has say so.
    """
    flat, hits = scan(text, language)
    wanted = frozenset(prefer) or _named_most(hits)
    chosen: list[tuple[Hit, Choice | None]] = []
    doubtful: list[Hit] = []
    lists = False
    last, taken = len(hits) - 1, 0
    for at, hit in enumerate(hits):
        start, end, sense = hit
        if start < taken:
            continue
        found = None
        if not sense.plain:
            found = choose(flat, hit, hits[at + 1] if at < last else None, _choice(chosen[-1]) if chosen else None, wanted)
            if found is None:
                doubtful.append(hit)
                continue
            end = found.end
            lists = lists or found.end > hit.end or found.start < start
        chosen.append((hit, found))
        taken = end
    if doubtful:
        chosen = again(flat, chosen, doubtful)
    if lists:
        chosen = [*spread(flat, hits, [(pair[0], _choice(pair)) for pair in chosen])]
    return [_span(text, hit, found) for hit, found in chosen]


def _named_most(hits: list[Hit]) -> frozenset[str]:
    """Give the codes of the two countries with most hits, if they have three."""
    counts = Counter(hit.sense.first.id for hit in hits if hit.sense.plain and hit.sense.first.type is MentionType.COUNTRY)
    return frozenset(code for code, times in counts.most_common(2) if times >= 3)


def _choice(pair: tuple[Hit, Choice | None]) -> Choice:
    """Give the choice of a settled hit; a plain one means its first bearer."""
    hit, found = pair
    return found or Choice(hit.sense.first, hit.start, hit.end)


def _span(text: str, hit: Hit, chosen: Choice | None) -> PlaceSpan:
    """Make the span of a settled hit."""
    start, end, sense = hit
    found = sense.first
    if chosen is None:
        return PlaceSpan(start, end, text[start:end], found.id, found.name, found.type, found.country, "d" in sense.flags, sense.others)
    found, start, end, ident, name, kind = chosen
    others = sense.others if found is sense.first else tuple(r.id for r in map(record, sense.numbers) if r is not found)
    return PlaceSpan(
        start, end, text[start:end], ident or found.id, name or found.name, kind or found.type, found.country, "d" in sense.flags, others
    )
