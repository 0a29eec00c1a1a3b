"""Turns a language's `dates.toml` into tables: word → what it may be in a date."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from dostyk.values.dates.forms import forms, spellings
from dostyk.values.dates.node import Node

Kinds = Mapping[str, Any]
"""What a token may be, by name, with its value: {"month": 5, "cap": True}."""

VALUED = {  # table → name of the kind
    "months": "month",
    "months_short": "month",
    "weekdays": "weekday",
    "weekdays_short": "weekday",
    "units": "unit",
    "units_plural": "unit",
    "units_glued": "glued_unit",
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
    "year_words": "year_word",
    "relatives": "relative",
    "adjective_units": "adjective_unit",
}
LISTED = (
    "ambiguous", "qualified_years", "fiscal", "approximate", "uncertain", "now", "future", "strong", "weak", "determiners", "identifiers",
    "amounts", "verbs", "measures", "counted", "often",
)  # fmt: skip
QUALIFIED = {"months_short": "short", "weekdays_short": "short", "units_plural": "plural_unit"}
ANCHORS = (
    "month", "weekday", "unit", "season", "tens", "today", "era", "fiscal", "sun", "numerals", "year_word", "relative", "adjective_unit", "anchor",
)  # fmt: skip
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
YEAR_HEADS = (19, 20, 1000)
"""Numerals in words that a year may begin with or hold: "nineteen ninety-six", "two thousand and fifteen"."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language; `anchors` are those without one of which (or a number of a date's form) there is no date."""

    words: Mapping[str, Kinds]
    anchors: frozenset[str]
    holidays: Mapping[str, tuple[tuple[tuple[str, ...], Node], ...]]
    leads: Mapping[str, str]
    longest_lead: int
    vague: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
    future_after: bool = False
    past: tuple[str, ...] = ()
    past_words: frozenset[str] = frozenset()
    ahead_only: frozenset[str] = frozenset()
    agreed: frozenset[str] = frozenset()
    agreed_on: frozenset[str] = frozenset()
    not_past_after: frozenset[str] = frozenset()
    trails: Mapping[str, str] = field(default_factory=dict)
    grammar: str = "particles"
    eras: tuple[tuple[tuple[str, ...], int], ...] = ()
    relatives: tuple[tuple[tuple[str, ...], Any], ...] = ()


@cache
def lexicon(language: str) -> Lexicon:
    """Load the tables of a language (ISO 639-1, a region after a hyphen is ignored); where it has none, only dates in figures are read."""
    file = resources.files("dostyk").joinpath("languages", language.split("-")[0].lower(), "dates.toml")
    return build(tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {})


def build(tables: Mapping[str, Any]) -> Lexicon:
    """Make the lexicon from the tables of a `dates.toml` and the marks common to all languages."""
    marks = tomllib.loads(resources.files("dostyk").joinpath("values", "dates", "marks.toml").read_text(encoding="utf-8"))
    words: dict[str, dict[str, Any]] = {}
    for source in (marks, tables):
        _add_words(words, source)
    holidays: dict[str, list[tuple[tuple[str, ...], Node]]] = {}
    for phrase, rule in tables.get("holidays", {}).items():
        parts = tuple(part.removesuffix("'s") for part in phrase.replace("s' ", "s ' ").split())
        holidays.setdefault(parts[0], []).append((parts, feast(rule)))
        words.setdefault(parts[0], {})["holiday"] = True
    vague: dict[str, list[tuple[str, ...]]] = {}
    scripts = tables.get("scripts", {})
    for phrase in (spelled for known in tables.get("vague", {}).get("phrases", ()) for spelled in spellings(known, scripts)):
        parts = tuple(phrase.split())
        vague.setdefault(parts[0], []).append(parts)
        words.setdefault(parts[0], {})["vague"] = True
    leads = dict(tables.get("leads", {}))
    for phrase in leads:
        words.setdefault(phrase.split()[-1], {})["lead"] = True
    return Lexicon(
        words=words,
        anchors=_anchors(words, vague, holidays),
        holidays={first: tuple(sorted(days, key=lambda day: len(day[0]), reverse=True)) for first, days in holidays.items()},
        leads=leads,
        longest_lead=max((len(phrase.split()) for phrase in leads), default=0),
        vague={first: _by_second(phrases) for first, phrases in vague.items()},
        future_after=tables.get("future", {}).get("either_side", False),
        past=tuple(tables.get("future", {}).get("past_endings", ())),
        ahead_only=frozenset(tables.get("future", {}).get("only_before", ())),
        past_words=frozenset(tables.get("future", {}).get("past_words", ())),
        agreed=frozenset(tables.get("future", {}).get("agreed", ())),
        agreed_on=frozenset(tables.get("future", {}).get("agreed_on", ())),
        not_past_after=frozenset(tables.get("future", {}).get("not_past_after", ())),
        trails={spelled: relation for phrase, relation in tables.get("trails", {}).items() for spelled in spellings(phrase, scripts)},
        grammar=tables.get("grammar", "particles"),
        eras=_phrases(words, tables.get("era_phrases", {}), "era_first"),
        relatives=_phrases(words, tables.get("relative_phrases", {}), "relative_first"),
    )


def _phrases(words: dict[str, dict[str, Any]], phrases: Mapping[str, Any], first: str) -> tuple[tuple[tuple[str, ...], Any], ...]:
    """Give phrases as words, longest first, and mark their first words."""
    for phrase in phrases:
        words.setdefault(phrase.split()[0], {})[first] = True
    return tuple(sorted(((tuple(phrase.split()), value) for phrase, value in phrases.items()), key=lambda item: -len(item[0])))


def _add_words(words: dict[str, dict[str, Any]], tables: Mapping[str, Any]) -> None:
    """Enter the words of all tables with what they may be."""
    for table, kind in VALUED.items():
        for written, value in tables.get(table, {}).items():
            for word in _entered(words, written, tables):
                word[kind] = value
                if table in QUALIFIED:
                    word[QUALIFIED[table]] = True
    for table in LISTED:
        for written in tables.get(table, {}).get("words", ()):
            for word in _entered(words, written, tables):
                word[table] = True
    for role, members in tables.get("roles", {}).items():
        for written in members:
            for word in _entered(words, written, tables):
                word[role] = role


def _entered(words: dict[str, dict[str, Any]], written: str, tables: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Enter all forms of a word and yield what each may be."""
    for form, case in forms(written, tables.get("endings", {}), tables.get("scripts", {})):
        kinds = words.setdefault(form, {})
        if case:
            kinds["case"] = case
        yield kinds


def feast(rule: str) -> Node:
    """Read the rule of a feast day: "12-25", "easter-2" (days from Western Easter), "11-thu-4+1" (a day after the fourth Thursday of November)."""
    if rule.startswith("easter"):
        return Node("easter", int(rule[6:] or 0))
    if rule[2:].count("-") == 1:
        return Node("day", int(rule[3:]), Node("month", int(rule[:2])))
    nth, _, later = rule[7:].partition("+")
    day = Node("nth", int(nth), Node("month", int(rule[:2])), str(WEEKDAYS.index(rule[3:6]) + 1))
    return Node("shift", int(later), day, "D") if later else day


def _by_second(phrases: list[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Sort the phrases of one first word by their second ("" for none), longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[1] if len(phrase) > 1 else "", []).append(phrase)
    return {second: tuple(members) for second, members in found.items()}


def _anchors(
    words: Mapping[str, Kinds], vague: Mapping[str, list[tuple[str, ...]]], holidays: Mapping[str, list[tuple[tuple[str, ...], Node]]]
) -> frozenset[str]:
    """Give the words that call for a closer look, in the ways they may be written."""
    found = {word for word, kinds in words.items() if any(name in kinds for name in ANCHORS) or kinds.get("card") in YEAR_HEADS}
    found |= {max(phrase, key=len) for phrases in vague.values() for phrase in phrases}
    found |= {max(parts, key=len) for days in holidays.values() for parts, _ in days if found.isdisjoint(parts)}
    return frozenset(form for word in found for form in (word, word.capitalize(), word.upper()))
