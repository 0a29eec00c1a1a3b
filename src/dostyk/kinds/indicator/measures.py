"""Turns words into what they measure, in the words statisticians use; the kind's word lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dostyk.kinds.wording import data


@dataclass(frozen=True, slots=True)
class Tables:
    """The word lists: `measures` by wording (every word singular), `openings` their first words, `longest` the most words one has; verbs by
    what they do.
    """

    measures: dict[str, str]
    openings: frozenset[str]
    longest: int
    ranks: tuple[tuple[str, str], ...]
    superlatives: frozenset[str]
    ranking: frozenset[str]
    world: frozenset[str]
    counting: frozenset[str]
    sizing: frozenset[str]
    sharing_nouns: frozenset[str]
    plain: frozenset[str]
    goods: frozenset[str]
    growing: frozenset[str]
    falling: frozenset[str]
    reaching: frozenset[str]
    having: frozenset[str]
    sharing: frozenset[str]
    over: frozenset[str]
    under: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    measuring: dict[str, str]
    people: dict[str, str]
    people_nouns: frozenset[str]
    perfects: dict[str, str]
    rates: dict[str, str]
    recurring: dict[str, str]
    units: dict[str, str]
    hyphened: dict[str, str]
    dimensions: dict[str, str]
    things: dict[str, str]
    generic: frozenset[str]
    giving: frozenset[str]
    gathering: frozenset[str]
    gathered: frozenset[str]
    few: frozenset[str]
    pattern: re.Pattern[str]


@cache
def tables() -> Tables:
    """Read the tables, once."""
    own = data("indicator")
    measures = {" ".join(singular(w) for w in words.split()): name for words, name in _inverted(own["measures"]).items()}
    verbs = {name: frozenset(found) for name, found in own["verbs"].items()}
    words = sorted(measures, key=lambda w: (-len(w), w))
    return Tables(
        measures=measures,
        openings=frozenset(w.split(" ", 1)[0] for w in measures),
        longest=max(len(w.split()) for w in measures),
        ranks=tuple(
            sorted(((" ".join(singular(w) for w in k.split()), v) for k, v in _inverted(own["ranks"]).items()), key=lambda r: (-len(r[0]), r[0]))
        ),
        superlatives=frozenset(own["ranking"]["superlatives"]),
        ranking=frozenset(own["ranking"]["verbs"]),
        world=frozenset(own["ranking"]["world"]),
        counting=frozenset(own["numbering"]["count"]),
        sizing=frozenset(own["numbering"]["size"]),
        sharing_nouns=frozenset(own["numbering"]["share"]),
        plain=frozenset(own["plain"]["modifiers"]),
        goods=frozenset(own["plain"]["goods"]),
        **verbs,
        up=frozenset(own["change"]["up"]),
        down=frozenset(own["change"]["down"]),
        measuring=_inverted(own["measuring"]),
        people=_inverted(own["people"]),
        people_nouns=frozenset(own["people_nouns"]["nouns"]),
        perfects=own["perfects"],
        rates=own["rates"],
        recurring=own["recurring"],
        units=own["units"],
        hyphened=own["hyphened"],
        dimensions=own["dimensions"],
        things=_inverted(own["things"]),
        gathered=frozenset(own["people_nouns"]["gathered"]),
        generic=frozenset(own["generic"]["nouns"]),
        few=frozenset(own["generic"]["few"]),
        pattern=re.compile(r"\b(" + "|".join(re.escape(w) for w in words) + r")(?:s|es)?\b", re.IGNORECASE),
    )


def _inverted(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: name for name, found in table.items() for word in found}


def singular(word: str) -> str:
    """A noun's singular, as the lists have it ("companies" → "company"); other words as they are."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def measure_of(words: Sequence[str]) -> str | None:
    """The measure that a noun and the words before it name (all in lower case), or None."""
    found = tables().measures
    plain = [singular(w) for w in words]
    for start in range(max(0, len(plain) - tables().longest), len(plain)):
        if name := found.get(" ".join(plain[start:])):
            return name
    return None


def measure_in(text: str) -> str | None:
    """The first measure that a run of text names, or None."""
    match = tables().pattern.search(text)
    return tables().measures[match.group(1).lower()] if match else None


def rank_of(text: str) -> str | None:
    """The rank that words after a superlative name ("trading partner" → "trading partner rank"), or None."""
    low = f" {' '.join(singular(w) for w in text.lower().split())} "
    for words, name in tables().ranks:
        if f" {words} " in low:
            return name
    return None
