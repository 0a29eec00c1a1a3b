"""Turns a language's `dates.toml` into tables: word → what it may be in a date."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

Kinds = Mapping[str, Any]
"""What a token may be, by name, with its value: {"month": 5, "cap": True}."""

VALUED = {  # table → name of the kind
    "months": "month",
    "months_short": "month",
    "weekdays": "weekday",
    "weekdays_short": "weekday",
    "units": "unit",
    "units_plural": "unit",
    "seasons": "season",
    "cardinals": "card",
    "ordinals": "ord",
    "decades": "tens",
    "deictic": "deictic",
    "contextual": "context",
    "days": "today",
    "shifts": "shift",
    "parts": "part",
    "joins": "join",
    "quarters": "letter",
    "eras": "era",
}
LISTED = (
    "ambiguous", "qualified_years", "fiscal", "approximate", "uncertain", "now", "future", "strong", "weak", "determiners", "identifiers",
    "amounts", "verbs", "measures", "counted",
)  # fmt: skip
QUALIFIED = {"months_short": "short", "weekdays_short": "short", "units_plural": "plural_unit"}
ANCHORS = ("month", "weekday", "unit", "season", "tens", "today", "era", "vague", "fiscal", "holiday", "sun", "numerals")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language; `anchors` are those without one of which (or a number of a date's form) there is no date."""

    words: Mapping[str, Kinds]
    anchors: frozenset[str]
    holidays: Mapping[str, tuple[tuple[tuple[str, ...], int, int], ...]]
    leads: Mapping[str, str]
    longest_lead: int
    vague: Mapping[str, tuple[tuple[str, ...], ...]]
    future: re.Pattern[str]


@cache
def lexicon(language: str) -> Lexicon:
    """Load the tables of a language; raises LookupError where it has none."""
    file = resources.files("dostyk").joinpath("languages", language, "dates.toml")
    if not file.is_file():
        raise LookupError(f"no dates are read in language {language!r}: it has no dates.toml")
    return build(tomllib.loads(file.read_text(encoding="utf-8")))


def build(tables: Mapping[str, Any]) -> Lexicon:
    """Make the lexicon from the tables of a `dates.toml`."""
    words: dict[str, dict[str, Any]] = {}
    for table, kind in VALUED.items():
        for word, value in tables[table].items():
            words.setdefault(word, {})[kind] = value
            if table in QUALIFIED:
                words[word][QUALIFIED[table]] = True
    for table in LISTED:
        for word in tables[table]["words"]:
            words.setdefault(word, {})[table] = True
    for role, members in tables["roles"].items():
        for word in members:
            words.setdefault(word, {})[role] = role
    vague: dict[str, list[tuple[str, ...]]] = {}
    for phrase in tables["vague"]["phrases"]:
        parts = tuple(phrase.split())
        vague.setdefault(parts[0], []).append(parts)
        words.setdefault(parts[0], {})["vague"] = True
    holidays: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
    for phrase, day in tables["holidays"].items():
        parts = tuple(part.removesuffix("'s") for part in phrase.replace("s' ", "s ' ").split())
        holidays.setdefault(parts[0], []).append((parts, int(day[:2]), int(day[3:])))
        words.setdefault(parts[0], {})["holiday"] = True
    leads = dict(tables["leads"])
    for phrase in leads:
        words.setdefault(phrase.split()[-1], {})["lead"] = True
    return Lexicon(
        words=words,
        anchors=_anchors(words, vague),
        holidays={first: tuple(sorted(days, key=lambda day: len(day[0]), reverse=True)) for first, days in holidays.items()},
        leads=leads,
        longest_lead=max(len(phrase.split()) for phrase in leads),
        vague={first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in vague.items()},
        future=re.compile(r"\b(?:" + "|".join(map(re.escape, tables["future"]["words"])) + r")\b", re.IGNORECASE),
    )


def _anchors(words: Mapping[str, Kinds], vague: Mapping[str, list[tuple[str, ...]]]) -> frozenset[str]:
    """Give the words that call for a closer look, in the ways they may be written."""
    found = {word for word, kinds in words.items() if any(name in kinds for name in ANCHORS)}
    found -= {"in", "at", "by", "of", "to", "as", "up", "for", "over", "until", "till", "right", "just", "so", "thus", "these", "still", "on"}
    found |= {phrase[-1] for phrases in vague.values() for phrase in phrases}
    return frozenset(form for word in found for form in (word, word.capitalize(), word.upper()))
