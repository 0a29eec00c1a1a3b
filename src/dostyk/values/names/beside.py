"""Turns the word lists of beside.toml into sets and patterns for what stands beside a name."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dostyk.values.names.gazetteer import read


@cache
def _tables() -> dict[str, Any]:
    """Read beside.toml."""
    import tomllib

    return tomllib.loads(read("beside.toml"))


@cache
def words(name: str) -> frozenset[str]:
    """Give one of the word lists: signs and signs_not_of_people (of place), titles, never_given."""
    return frozenset(_tables()[name].split())


@cache
def smaller() -> dict[str, frozenset[str]]:
    """Give, for kinds that are mostly smaller than a region on record, the countries where they are not."""
    return {kind: frozenset(codes.split()) for kind, codes in _tables()["smaller"].items()}


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Compile what stands beside names: kinds of place after and before them, what joins them, US state codes, line ends."""
    tables = _tables()
    region, city = "|".join(tables["region_after"]), "|".join(tables["city_after"])
    place = "|".join(tables["place_after"])
    after = rf"(?:[ -]|\n(?=[a-z]))(?:(?P<region>{region})|(?P<city>{city})|(?P<place>{place}))(?P<plural>s|ies|y)?\b(?!{tables['not_followed_by']})"
    before = rf"\b(?:(?P<city>{'|'.join(tables['city_before'])})|(?P<region>{'|'.join(tables['region_before'])})) of[ \n](?:the )?$"
    return {
        "after": re.compile(after),
        "before": re.compile(before),
        "between": re.compile(tables["between"]),
        "compound": re.compile(r"-[A-Z\u0410-\u042f]|(?<=[а-яё])-[а-яё]"),
        "state": re.compile(r",? \(?([A-Z]{2})\b(?![a-z])"),
        "kazakh": re.compile(rf"(?:{tables['kazakh_plural']}(?:{tables['kazakh_case']})?|{tables['kazakh_case']})\b"),
        "capital": re.compile(r" [A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]"),
        "oblasts": re.compile(tables["oblasts"]),
        "lines": re.compile(r"[ \t]*\n{1,2}[ \t]*(?:[-*•·–]|\d{1,3}[.)])?[ \t]*"),
        "bullet": re.compile(r"[ \t]*(?:[-*•·–|]|\d{1,3}[.)])?[ \t]*"),
    }
