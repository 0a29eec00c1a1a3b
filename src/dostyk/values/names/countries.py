"""Turns any usual name or code of a country into its ISO 3166-1 code, and a code into its English name and capital."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dostyk.model.entity import Entity
from dostyk.model.mention import MentionType
from dostyk.values.names.gazetteer import Record, bearers, flags_and_numbers, names, number_of, read, record
from dostyk.values.names.renames import capital_then, has_dated_capitals

WORDS = {
    "st": "saint",
    "rep": "republic",
    "dem": "democratic",
    "fed": "federation",
    "is": "islands",
    "n": "north",
    "s": "south",
    "and": "",
    "the": "",
    "of": "",
}


def key(name: str) -> str:
    """Write a name without case, accents, punctuation, articles; words in order of the alphabet, so that inversions agree."""
    flat = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i").replace("ø", "o"))
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    flat = re.sub(r"[.'’`*]", "", flat).replace("&", " and ")
    words = [WORDS.get(word, word) for word in re.findall(r"\w+", flat)]
    return " ".join(sorted(word for word in words if word))


@cache
def _countries() -> dict[str, Record]:
    """Give every country's record by code."""
    found = (record(number) for ident, number in number_of().items() if not ident.startswith("geonames:"))
    return {r.id: r for r in found if r.type is MentionType.COUNTRY}


@cache
def _by_key() -> dict[str, str]:
    """Give the codes by key of every name, and by alpha-2 and alpha-3 code in small letters."""
    numbers = {str(r.number): r.id for r in _countries().values()}
    out: dict[str, str] = {}
    for script in ("latin", "other"):
        for name, line in zip(names(script), bearers(script), strict=True):
            first = line.split(",", 1)[0].lstrip("abcefgijklmnopqrstuvwxyz")
            if first in numbers and "d" not in flags_and_numbers(line)[0]:
                out.setdefault(key(name), numbers[first])
    for code, found in _countries().items():
        for text in (code, found.admin):
            if text:
                out.setdefault(text.lower(), code)
    return out


def country(name_or_code: str) -> str | None:
    """Give the code of a country (ISO 3166-1 alpha-2; ISO 3166-3 for states that are gone) from a name or code in any case, or None."""
    return _by_key().get(key(name_or_code)) or None


def country_name(code: str) -> str | None:
    """Give the English short name of a country code, None for what is no country code."""
    found = _countries().get(code)
    return found.name if found is not None else None


def capital_of(code: str, at: str | None = None) -> Entity | None:
    """Give the capital of a country now, or on an EDTF date; None where there is none or none is on record for then."""
    ident = capital_then(code, at)
    if ident is None and not (at is not None and has_dated_capitals(code)):
        ident = _capitals().get(code)
    if ident is None:
        return None
    found = record(number_of()[ident])
    return Entity(found.id, found.type, found.name, (), found.country)


@cache
def _capitals() -> dict[str, str]:
    """Give the id of each country's present capital."""
    return dict(line.split("\t") for line in read("capitals.tsv").rstrip("\n").split("\n"))
