"""Says whether a name that is also a word, a person's name, or half of a longer name stands for a place."""

from __future__ import annotations

import re

from dostyk.model.mention import MentionType
from dostyk.values.names.beside import patterns, words
from dostyk.values.names.gazetteer import Record
from dostyk.values.names.given import is_given_name
from dostyk.values.names.hits import Choice, Hit
from dostyk.values.names.persons import (
    family_name_with_given,
    given_with_surname,
    opens,
    person_before,
    person_beside,
    titled,
    word_before,
)

LISTED = (", ", " and ", ", and ", " & ", "; ", "-", " - ", "/")


def stands(flat: str, hit: Hit, found: Record, beside: tuple[Choice | None, Hit | None], prefer: frozenset[str]) -> bool:
    """Say whether a name that is also a word or a person's name stands for a place here."""
    flags = hit.sense.flags
    before, after = beside
    if found.type is MentionType.COUNTRY and flat.endswith((" of ", " of the "), 0, hit.start):
        return True
    if found.type is MentionType.CITY and _part_of_longer(flat, hit, found, after, before):
        return False
    if not flags:
        if found.type is not MentionType.CITY:
            return True
        if (
            found.people < 50_000
            and patterns()["capital"].match(flat, hit.end)
            and not found.capital
            and word_before(flat, hit.start) not in words("signs")
        ):
            return False
        return not (titled(flat, hit.start) if " " in found.name and found.people > 300_000 else person_before(flat, hit.start))
    if "u" in flags or ("w" not in flags and person_beside(flat, hit.start, hit.end)):
        return False
    if family_name_with_given(flat, hit.start, hit.end):
        return False
    if "q" in flags:
        return found.type is not MentionType.CITY or found.people >= 1_000_000 or not given_with_surname(flat, hit.start, hit.end)
    if found.country in prefer and "w" not in flags and (found.people > 50_000 or found.country not in ("US", "GB")):
        return True
    if "w" not in flags and _in_list(flat, hit, found, before, after):
        return True
    signs = "signs_not_of_people" if is_given_name(flat[hit.start : hit.end]) and not found.capital else "signs"
    return word_before(flat, hit.start) in words(signs) and patterns()["capital"].match(flat, hit.end) is None


def _in_list(flat: str, hit: Hit, found: Record, before: Choice | None, after: Hit | None) -> bool:
    """Say whether a hit is listed with towns, stands after a town of its region, or stands alone on one of several lines of places."""
    if before is not None:
        gap = flat[before.end : hit.start]
        town = before.record.type is MentionType.CITY and before.type in (None, MentionType.CITY)
        if town and (
            gap.replace("\n", " ") in LISTED or (found.type is MentionType.REGION and found.country == before.record.country and gap == ", ")
        ):
            return True
        if _alone(flat, hit) and patterns()["lines"].fullmatch(gap):
            return True
    if after is None or "d" in after.sense.flags:
        return False
    gap = flat[hit.end : after.start]
    if gap.replace("\n", " ") in LISTED and after.sense.first.type is MentionType.CITY and not after.sense.flags:
        return True
    return _alone(flat, hit) and patterns()["lines"].fullmatch(gap) is not None


def _alone(flat: str, hit: Hit) -> bool:
    """Say whether a hit fills its line, a bullet or number before it aside."""
    if hit.end < len(flat) and flat[hit.end] not in "\n\t|":
        return False
    low = max(0, hit.start - 9)
    begin = flat.rfind("\n", low, hit.start) + 1
    if begin == 0 and low > 0:
        return False
    line = flat[begin : hit.start]
    return patterns()["bullet"].fullmatch(line) is not None


def _part_of_longer(flat: str, hit: Hit, found: Record, after: Hit | None, before: Choice | None) -> bool:
    """Say whether a town's name is one half of a longer name that is not on record: "New Granada", "Saxe-Coburg"."""
    if flat.endswith("New ", 0, hit.start):
        return True
    if flat.endswith("-", 0, hit.start) and (before is None or before.end != hit.start - 1) and found.people < 1_000_000:
        word = re.search(r"(\w+)-$", flat[max(0, hit.start - 20) : hit.start])
        return word is not None and word.group(1)[0].isupper()
    joined = patterns()["compound"].match(flat, hit.end) is not None
    return joined and found.people < 300_000 and (after is None or after.start != hit.end + 1)


def again(flat: str, chosen: list[tuple[Hit, Choice | None]], doubtful: list[Hit]) -> list[tuple[Hit, Choice | None]]:
    """Give the choices with further mentions of a doubtful name that stood for a town elsewhere in the text, unless a person or a first word."""
    sure: dict[tuple[int, ...], Record] = {}
    for hit, found in chosen:
        if found is not None and hit.sense.flags and found.record.type is MentionType.CITY:
            kind_or_country = found.end > hit.end or found.start < hit.start or flat.startswith((", ", " ("), hit.end)
            if kind_or_country or "p" not in hit.sense.flags:
                sure[hit.sense.numbers] = found.record
    more = [
        (hit, Choice(sure[hit.sense.numbers], hit.start, hit.end))
        for hit in doubtful
        if hit.sense.numbers in sure and not person_beside(flat, hit.start, hit.end) and not ("w" in hit.sense.flags and opens(flat, hit.start))
    ]
    return sorted([*chosen, *more], key=lambda pair: pair[0].start) if more else chosen
