"""Turns a hit and the words beside it into the one place that is meant, or into none."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dostyk.model.mention import MentionType
from dostyk.values.names.gazetteer import Record, record
from dostyk.values.names.given import is_given_name, is_person_word
from dostyk.values.names.scanner import Hit

GAP = re.compile(r"(?:'s)? (?:(?:capital )?(?:city|town|port city|port|region|province|capital|district|county|prefecture|state)(?: of)? )?")
SIGNS = frozenset("in at near from to outside via between toward towards around within across through into reach reached visit visited".split())
TITLES = frozenset(
    "Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Sir Lord Lady President Minister Ambassador Senator Governor Professor General Secretary Mayor King Queen "
    "Prince Princess Chancellor Premier Judge Justice Captain Colonel Comrade Academician Chairman Congressman Representative Saint St. St".split()
)
BEFORE = re.compile(r"(?:^|[\s(\"“'-])([^\W\d_][\w'.-]*) $")
NEXT_CAPITAL = re.compile(r" ([A-Z][\w'-]*)")
STATE = re.compile(r",? \(?([A-Z]{2})\b(?![a-z])")


class Choice(NamedTuple):
    """The place that a hit stands for; the span may have grown; id, name, type are given where they are not the record's own."""

    record: Record
    start: int
    end: int
    id: str = ""
    name: str = ""
    type: MentionType | None = None


class Kinds(NamedTuple):
    """A word that says what sort of place a name is of."""

    start: int
    end: int
    word: str
    plural: bool


@cache
def kind_words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile the words for cities, regions, and both of them before "of"."""
    regions = (
        "(?:[Uu]y?gh?[ue]r |Hui |Zhuang |Kazakh |Mongol(?:ian)? |Tibetan |Kyrgyz |Hui )?[Aa]utonomous (?:[Rr]egion|[Pp]refecture|[Oo]blast|[Oo]krug|[Rr]epublic|[Cc]ounty|[Pp]rovince|[Aa]rea)"
        "|[Rr]egion|[Oo]blast|[Pp]rovince|[Pp]refecture|[Cc]ounty|[Kk]rai|[Tt]erritory|[Gg]overnorate|[Vv]oivodeship|[Dd]epartment|[Cc]anton|[Dd]istrict|[Vv]elayat|[Vv]iloyat|State"
    )
    after = re.compile(
        rf"[ -](?:(?P<region>{regions})|(?P<city>[Cc]it(?=y\b|ies\b)|[Mm]unicipalit(?=y\b|ies\b)))(?P<plural>s|ies|y)?\b(?! (?:University|Department|Council of))"
    )
    before = re.compile(
        r"\b(?:(?P<city>[Cc]ity|[Mm]unicipality|[Tt]own|[Cc]ities)|(?P<region>[Rr]egions?|[Pp]rovinces?|[Oo]blasts?|[Ss]tate|[Cc]ounty|[Pp]refecture|[Rr]epublic|[Ee]mirate|[Dd]istrict|[Gg]overnorate)) of (?:the )?$"
    )
    return after, before, re.compile(r"-[A-Z\u0410-\u042f]")


def choose(flat: str, hit: Hit, after: Hit | None, before: Choice | None, prefer: frozenset[str]) -> Choice | None:
    """Give the place that a hit stands for, or None where it stands for none (a person, an ordinary word, a currency sign)."""
    first = record(hit.numbers[0])
    if first.type is MentionType.OTHER or "s" in hit.flags:
        return None
    if "h" in hit.flags:
        return Choice(first, hit.start, hit.end) if kind_words()[2].match(flat, hit.end) else None
    if "d" in hit.flags:
        return None if "q" in hit.flags and person_beside(flat, hit) else Choice(first, hit.start, hit.end)
    if flat.startswith("$", hit.end):
        return None
    grown = _grown(flat, hit)
    if grown is not None:
        return grown
    found = _of_country(flat, hit, after, before)
    sure = found is not None
    if found is None:
        found = _preferred(hit, prefer)
    if not sure and not _stands(flat, hit, found, before, prefer):
        return None
    return Choice(found, hit.start, hit.end)


def _grown(flat: str, hit: Hit) -> Choice | None:
    """Take "region", "Province", "City of" into the span; they say which bearer of the name is meant."""
    after, before, _ = kind_words()
    match = after.match(flat, hit.end) if flat[hit.end : hit.end + 1] in (" ", "-") else None
    start, end = hit.start, hit.end
    if match is not None:
        end = match.end()
    elif flat.endswith((" of ", " of the "), 0, start):
        match = before.search(flat, max(0, start - 24), start)
        start = match.start() if match is not None else start
    if match is None:
        return None
    region = match.group("region")
    kind = MentionType.REGION if region else MentionType.CITY
    bearers = [record(number) for number in hit.numbers]
    for found in bearers:
        if found.type is kind:
            return Choice(found, start, end)
    first = bearers[0]
    if first.type is not MentionType.CITY or not region or region == "State" or "w" in hit.flags or flat[hit.end] == "-" or start != hit.start:
        return None
    name = f"{first.name} {region.title()}"
    return Choice(first, start, end, "x:" + slug(name), name, kind)


def slug(name: str) -> str:
    """Write a name in the letters of an id."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _of_country(flat: str, hit: Hit, after: Hit | None, before: Choice | None) -> Record | None:
    """Choose the bearer that lies in the country or US state named right beside it."""
    if record(hit.numbers[0]).type is MentionType.COUNTRY:
        return None
    if after is not None and "d" not in after.flags and flat[hit.end : after.start] in (", ", " ("):
        found = _lying_in(hit, [record(number) for number in after.numbers])
        if found is not None:
            return found
    if before is not None and 0 < hit.start - before.end < 20 and GAP.fullmatch(flat, before.end, hit.start):
        found = _lying_in(hit, [before.record])
        if found is not None:
            return found
    match = STATE.match(flat, hit.end)
    if match is not None:
        return next((r for r in map(record, hit.numbers) if r.country == "US" and r.admin == match.group(1)), None)
    return None


def _lying_in(hit: Hit, areas: list[Record]) -> Record | None:
    """Give the first bearer that lies in one of the areas."""
    for area in areas:
        for number in hit.numbers:
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
    first = record(hit.numbers[0])
    if not prefer or first.country in prefer or first.type in (MentionType.COUNTRY, MentionType.PLACE) or first.capital:
        return first
    for number in hit.numbers[1:]:
        found = record(number)
        if found.country in prefer and (found.type is MentionType.REGION or found.people * 20 > first.people):
            return found
    return first


def _stands(flat: str, hit: Hit, found: Record, before: Choice | None, prefer: frozenset[str]) -> bool:
    """Say whether a name that is also a word or a person's name stands for a place here."""
    flags = hit.flags
    if not flags:
        return found.type is not MentionType.CITY or found.people >= 1_000_000 or " " in found.name or not _person_before(flat, hit)
    if flags != "w" and person_beside(flat, hit):
        return False
    if "q" in flags:
        return True
    if found.country in prefer and flags != "w" and (found.people > 50_000 or found.country not in ("US", "GB")):
        return True
    if (
        before is not None
        and flat[before.end : hit.start] in (", ", " and ", ", and ")
        and before.type in (None, MentionType.CITY)
        and before.record.type is MentionType.CITY
    ):
        return True
    word = BEFORE.search(flat, max(0, hit.start - 20), hit.start)
    return word is not None and word.group(1) in SIGNS and NEXT_CAPITAL.match(flat, hit.end) is None


def person_beside(flat: str, hit: Hit) -> bool:
    """Say whether the words beside a hit make it part of a person's name."""
    if _person_before(flat, hit):
        return True
    following = NEXT_CAPITAL.match(flat, hit.end)
    return following is not None and is_person_word(following.group(1))


def _person_before(flat: str, hit: Hit) -> bool:
    """Say whether a title, an initial or a given name stands right before a hit."""
    word = BEFORE.search(flat, max(0, hit.start - 20), hit.start)
    if word is None:
        return False
    text = word.group(1)
    return (
        text in TITLES
        or (len(text) == 2 and text[0].isupper() and text[1] == ".")
        or (text[0].isupper() and is_person_word(text) and is_given_name(text))
    )
