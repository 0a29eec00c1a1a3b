"""Turns a hit and the words beside it into the one place that is meant, or into none."""

from __future__ import annotations

import re

from dostyk.model.mention import MentionType
from dostyk.values.names.beside import patterns, smaller
from dostyk.values.names.gazetteer import Record, record
from dostyk.values.names.hits import Choice, Hit
from dostyk.values.names.persons import person_beside
from dostyk.values.names.standing import stands


def choose(flat: str, hit: Hit, after: Hit | None, before: Choice | None, prefer: frozenset[str]) -> Choice | None:
    """Give the place that a hit stands for, or None where it stands for none (a person, an ordinary word, a currency sign)."""
    flags, _, first, _, _ = hit.sense
    if first.type is MentionType.OTHER or "s" in flags:
        return None
    if "l" in flags:
        return Choice(first, hit.start, hit.end) if patterns()["oblasts"].match(flat, hit.end) else None
    if "h" in flags:
        return Choice(first, hit.start, hit.end) if patterns()["compound"].match(flat, hit.end) else None
    if "d" in flags:
        return None if "q" in flags and not _owning(flat, hit) and person_beside(flat, hit.start, hit.end) else Choice(first, hit.start, hit.end)
    if flat.startswith("$", hit.end) or (not {"p", "q"}.isdisjoint(flags) and not _owning(flat, hit) and person_beside(flat, hit.start, hit.end)):
        return None
    found = _of_country(flat, hit, after, before)
    grown = _grown(flat, hit, found, prefer)
    if grown is not None:
        return grown
    if found is None:
        found = _preferred(hit, prefer)
        if not stands(flat, hit, found, (before, after), prefer):
            return None
    return Choice(found, hit.start, hit.end)


def _owning(flat: str, hit: Hit) -> bool:
    """Say whether a hit follows "of": a country whose president is named next, not a person ("Parliament of Georgia | David B.")."""
    return flat.endswith((" of ", " of the "), 0, hit.start)


def _grown(flat: str, hit: Hit, hinted: Record | None, prefer: frozenset[str]) -> Choice | None:
    """Take "region", "Province", "City of" into the span; they say which bearer of the name is meant."""
    if flat.startswith("市", hit.end) and hit.sense.first.type is MentionType.CITY:
        return Choice(hit.sense.first, hit.start, hit.end + 1)
    match = patterns()["after"].match(flat, hit.end) if flat.startswith((" ", "-", "\n"), hit.end) else None
    start, end = hit.start, hit.end
    if match is not None:
        end = match.end()
    elif flat.endswith((" of ", " of the ", " of\n"), 0, start):
        match = patterns()["before"].search(flat, max(0, start - 24), start)
        start = match.start() if match is not None else start
    if match is None:
        return None
    region, place = match.group("region"), match.groupdict().get("place")
    if place:
        return _feature(hit, place, end)
    kind = MentionType.REGION if region else MentionType.CITY
    loose = match.group("plural") in ("s", "ies") if start == hit.start else False
    if loose and ("u" in hit.sense.flags or (not region and hit.sense.first.type is MentionType.REGION)):
        return None
    within = smaller().get(region.lower()) if region else None
    bearers = [found for found in map(record, hit.sense.numbers) if found.type is kind and (within is None or found.country in within)]
    wanted = [found for found in bearers if found.country in prefer or (hinted is not None and found.country == hinted.country)]
    if "u" in hit.sense.flags and len(bearers) > 1 and not wanted:
        return None
    if bearers:
        return Choice((wanted or bearers)[0], start, end)
    return _unlisted(hit, hinted or hit.sense.first, region, start, end)


def _feature(hit: Hit, word: str, end: int) -> Choice | None:
    """Make a river, a lake or the like of a name that a town bears too."""
    seat = hit.sense.first
    if seat.type is not MentionType.CITY:
        return None
    name = f"{seat.name} {word}"
    return Choice(seat, hit.start, end, "x:" + slug(name), name, MentionType.PLACE)


def slug(name: str) -> str:
    """Write a name in the letters of an id."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _unlisted(hit: Hit, seat: Record, region: str | None, start: int, end: int) -> Choice | None:
    """Make a region that is not on record from the town that it is named after."""
    if seat.type is not MentionType.CITY or not region or region == "State" or set("wu") & set(hit.sense.flags) or start != hit.start:
        return None
    name = f"{seat.name} {region.title()}"
    return Choice(seat, start, end, "x:" + slug(name), name, MentionType.REGION)


def _of_country(flat: str, hit: Hit, after: Hit | None, before: Choice | None) -> Record | None:
    """Choose the bearer that lies in the country or US state named right beside it."""
    sense = hit.sense
    if sense.first.type is MentionType.COUNTRY or (len(sense.numbers) == 1 and not sense.flags):
        return None
    if after is not None and "d" not in after.sense.flags and flat[hit.end : after.start] in (", ", " ("):
        found = _lying_in(hit, [record(number) for number in after.sense.numbers])
        if found is not None:
            return found
    if before is not None and 1 < hit.start - before.end < 20 and patterns()["between"].fullmatch(flat, before.end, hit.start):
        found = _lying_in(hit, [before.record])
        if found is not None:
            return found
    match = patterns()["state"].match(flat, hit.end)
    if match is not None:
        return next((r for r in map(record, sense.numbers) if r.country == "US" and r.admin == match.group(1)), None)
    return None


def _lying_in(hit: Hit, areas: list[Record]) -> Record | None:
    """Give the first bearer that lies in one of the areas."""
    for area in areas:
        for number in hit.sense.numbers:
            found = record(number)
            if found.type is MentionType.COUNTRY or found.country != area.country or found is area:
                continue
            if area.type is MentionType.COUNTRY or (
                area.type is MentionType.REGION and (not found.admin or area.id == f"{area.country}-{found.admin}")
            ):
                return found
    return None


def _preferred(hit: Hit, prefer: frozenset[str]) -> Record:
    """Choose the bearer in a preferred country, unless another one is a capital or twenty times as large."""
    first = hit.sense.first
    if not prefer or first.country in prefer or first.type in (MentionType.COUNTRY, MentionType.PLACE) or first.capital:
        return first
    for number in hit.sense.numbers[1:]:
        found = record(number)
        if found.country in prefer and (found.type is MentionType.REGION or found.people * 20 > first.people):
            return found
    return first
