"""Spreads a kind of place over a list: "Kainuu, Lapland and North Karelia regions", "cities of Lima and Cusco"."""

from __future__ import annotations

from collections.abc import Sequence

from dostyk.model.mention import MentionType
from dostyk.values.names.gazetteer import record
from dostyk.values.names.hits import Choice, Hit

JOINTS = frozenset((", ", " and ", ", and ", " & ", " or ", " and the ", ", the "))
CITIES = ("cities", "municipalities")


def spread(flat: str, hits: Sequence[Hit], chosen: Sequence[tuple[Hit, Choice]]) -> list[tuple[Hit, Choice]]:
    """Give the choices, with every hit (chosen or not) in a list with a plural kind word at either end settled as of that kind."""
    out = {hit.start: (hit, found) for hit, found in chosen}
    where = {hit.start: at for at, hit in enumerate(hits)}
    for hit, found in chosen:
        if found.end > hit.end and flat[found.end - 1] == "s":
            _settle(flat, hits, out, where[hit.start], (-1, flat[hit.end : found.end].lower()))
        elif found.start < hit.start and flat[found.start : hit.start].lower().split(" ", 1)[0].endswith("s"):
            out[hit.start] = (hit, found._replace(start=hit.start))
            _settle(flat, hits, out, where[hit.start], (1, flat[found.start : hit.start].lower()))
    return [out[start] for start in sorted(out)]


def _settle(flat: str, hits: Sequence[Hit], out: dict[int, tuple[Hit, Choice]], at: int, way: tuple[int, str]) -> None:
    """Walk along a list from the hit `at`, back (-1) or on (1), and settle each member that has a bearer of the kind that the word names."""
    step, word = way
    kind = MentionType.CITY if any(city in word for city in CITIES) else MentionType.REGION
    country = out[hits[at].start][1].record.country
    while 0 <= at + step < len(hits):
        left, right = (hits[at + step], hits[at]) if step < 0 else (hits[at], hits[at + step])
        if flat[left.end : right.start].replace("\n", " ") not in JOINTS or "d" in hits[at + step].sense.flags:
            return
        at += step
        hit = hits[at]
        bearers = [r for r in map(record, hit.sense.numbers) if r.type is kind]
        best = next((r for r in bearers if r.country == country), bearers[0] if bearers else None)
        if best is not None:
            out[hit.start] = (hit, Choice(best, hit.start, hit.end))
