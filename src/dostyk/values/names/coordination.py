"""Spreads a kind of place over a list: "Pavlodar, Zhambyl and East Kazakhstan regions", "cities of Almaty and Astana"."""

from __future__ import annotations

from dostyk.model.mention import MentionType
from dostyk.values.names.context import Choice
from dostyk.values.names.gazetteer import record
from dostyk.values.names.scanner import Hit

JOINTS = frozenset((", ", " and ", ", and ", " & ", " or ", " and the ", ", the "))
CITIES = ("cities", "municipalities")


def spread(flat: str, chosen: list[tuple[Hit, Choice]]) -> list[tuple[Hit, Choice]]:
    """Give the choices, those in a list with a plural kind word at either end settled as of that kind."""
    out = list(chosen)
    for at, (hit, found) in enumerate(chosen):
        if found.end > hit.end and flat[found.end - 1] == "s":
            _settle(flat, out, at, -1, flat[hit.end : found.end].lower())
        elif found.start < hit.start and flat[found.start : hit.start].lower().split(" ", 1)[0].endswith("s"):
            out[at] = (hit, found._replace(start=hit.start))
            _settle(flat, out, at, 1, flat[found.start : hit.start].lower())
    return out


def _settle(flat: str, out: list[tuple[Hit, Choice]], at: int, step: int, word: str) -> None:
    """Walk along a list from `at` and settle each member that has a bearer of the kind that `word` names."""
    kind = MentionType.CITY if any(city in word for city in CITIES) else MentionType.REGION
    country = out[at][1].record.country
    here = at
    while 0 <= here + step < len(out):
        left, right = sorted((here, here + step))
        if flat[out[left][1].end : out[right][1].start].replace("\n", " ") not in JOINTS:
            return
        here += step
        hit, _ = out[here]
        if "d" in hit.sense.flags:
            return
        bearers = [r for r in map(record, hit.sense.numbers) if r.type is kind]
        best = next((r for r in bearers if r.country == country), bearers[0] if bearers else None)
        if best is not None:
            out[here] = (hit, Choice(best, out[here][1].start, out[here][1].end))
