"""Turns words into what they measure, in the words statisticians use."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Tables:
    """Wordings of measures and ranks, longest first, and counted nouns that say nothing."""

    measures: dict[str, str]
    ranks: tuple[tuple[str, str], ...]
    generic: frozenset[str]
    pattern: re.Pattern[str]


@cache
def tables() -> Tables:
    """Read the tables, once."""
    data = tomllib.loads(resources.files("dostyk.kinds.indicator").joinpath("en.toml").read_text("utf-8"))
    measures = {word: name for name, found in data["measures"].items() for word in found}
    ranks = sorted(((word, name) for name, found in data["ranks"].items() for word in found), key=lambda r: -len(r[0]))
    words = sorted(measures, key=lambda w: (-len(w), w))
    pattern = re.compile(r"\b(" + "|".join(re.escape(w) for w in words) + r")(?:s|es)?\b", re.IGNORECASE)
    return Tables(measures, tuple(ranks), frozenset(data["generic"]["nouns"]), pattern)


def measure_of(lemma: str, modifiers: list[str]) -> str | None:
    """The measure that a head noun with its modifiers names, or None."""
    found = tables().measures
    for start in range(len(modifiers) + 1):
        name = " ".join([*modifiers[start:], lemma])
        if name in found:
            return found[name]
    return None


def measure_in(text: str) -> str | None:
    """The first measure that a run of text names, or None."""
    match = tables().pattern.search(text)
    return tables().measures[match.group(1).lower()] if match else None


def rank_of(text: str) -> str | None:
    """The rank that words after a superlative name ("trading partner" → "trading partner rank"), or None."""
    low = text.lower()
    for words, name in tables().ranks:
        if low.startswith(words) or low.endswith(words) or f" {words}" in low or words in low:
            return name
    return None
