"""Turns a country's name or code into its ISO 3166-1 code, and a code into its English name and capital."""

from __future__ import annotations

from functools import cache

from dostyk.model.entity import Entity
from dostyk.model.mention import MentionType
from dostyk.values.names.country_keys import bare, close, democratic, key, marked, outside_and_inside, shared, words
from dostyk.values.names.gazetteer import Record, bearers, entity_lines, flags_and_numbers, line_of, names, number_of, read, record
from dostyk.values.names.renames import capital_then, has_dated_capitals


@cache
def _countries() -> dict[str, Record]:
    """Give every country's record by code."""
    found = (record(number) for number, line in enumerate(entity_lines()) if line.split("\t", 3)[2] == "c")
    return {r.id: r for r in found}


@cache
def _by_key() -> dict[str, str]:
    """Give the codes by key of every name, and by alpha-2 and alpha-3 code in small letters."""
    numbers = {str(r.number): r.id for r in _countries().values()}
    out: dict[str, str] = {}
    for script in ("latin", "other"):
        for name, line in zip(names(script), bearers(script), strict=True):
            first = line.split(",", 1)[0].lstrip("abcdefghijklmnopqrstuvwxyz")
            if first in numbers and "d" not in flags_and_numbers(line)[0]:
                out.setdefault(key(name), numbers[first])
    for code, found in _countries().items():
        for text in (code, found.admin):
            if text:
                out.setdefault(text.lower(), code)
    return out


@cache
def _further() -> dict[str, str]:
    """Give the codes by key of the names in further languages, of names written in one word, and of names without "Republic of" where one is left."""
    out: dict[str, str] = {}
    for line in read("territories.tsv").rstrip("\n").split("\n"):
        code, _, text = line.partition("\t")
        if code in _countries():
            out.setdefault(text, code)
    short: dict[str, set[str]] = {}
    for known in (_by_key(), dict(out)):
        for text, code in known.items():
            for shorter in (bare(text), marked(text)):
                short.setdefault(shorter, set()).add(code)
    for found in _countries().values():
        short.setdefault("".join(words(found.name)), set()).add(found.id)
    for text, codes in short.items():
        if len(codes) == 1 and len(text) > 3:
            out.setdefault(text, min(codes))
    return out


def country(name_or_code: str) -> str | None:
    """Give the code of a country (ISO 3166-1 alpha-2; ISO 3166-3 for states that are gone) from a name or code, or None.

    Case, accents, articles, order and brackets do not count; names in some eighty languages are known; a slip of one
    letter (two in long names) is forgiven where only one country is as near.
    """
    tried = [key(text) for text in outside_and_inside(name_or_code)]
    if tried and tried[0] in shared():
        return None
    for text in tried:
        if text in _by_key():
            return _by_key()[text]
        if text == tried[0] and text != tried[-1] and text in _further():
            return _further()[text]
    if not tried or _is_area(name_or_code):
        return None
    for text in tried:
        for shorter in (text, marked(text), bare(text)):
            if shorter in _further():
                return _further()[shorter]
        if not democratic(text) and bare(text) in _by_key():
            return _by_key()[bare(text)]
    return close(tried[0], _by_key())


def _is_area(name: str) -> bool:
    """Say whether a name is that of a part of the world or an organisation."""
    line = line_of(name.strip()) or line_of(name.strip().title())
    return line is not None and record(flags_and_numbers(line)[1][0]).type in (MentionType.PLACE, MentionType.ORGANISATION)


def country_name(code: str) -> str | None:
    """Give the English short name of a country code, None for what is no country code."""
    found = _countries().get(code)
    return found.name if found is not None else None


def country_alpha3(code: str) -> str | None:
    """Give the ISO 3166-1 alpha-3 code of an alpha-2 code; None for what has none (states that are gone, and x: ids)."""
    found = _countries().get(code)
    return found.admin or None if found is not None else None


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
