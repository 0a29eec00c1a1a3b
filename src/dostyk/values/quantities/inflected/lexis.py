"""Lexis: what an inflected language's data file says, as tables looked up by stem and phrases looked up by token."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from dostyk.values.quantities.context import codes, signs
from dostyk.values.quantities.inflected.forms import Forms
from dostyk.values.quantities.inflected.phrases import Phrases
from dostyk.values.quantities.lexicon import data
from dostyk.values.quantities.units import table

Values = Mapping[str, Decimal]
_TABLES = ("numerals", "scales", "vague", "ordinals", "parts", "multiples", "compounds", "few", "sets", "numerators", "occasions")
_PHRASES = ("units", "rates", "rates_before", "bounds_before", "bounds_after", "halves")


@dataclass(frozen=True, slots=True)
class Lexis:
    """Tables of one language."""

    forms: Forms
    values: Mapping[str, Values]
    groups: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Phrases]
    units_of: Mapping[str, str]
    halved: Mapping[str, str]
    begins: Callable[[str], bool]
    member: Callable[[str, str], bool]
    named_by: Mapping[str, tuple[str, ...]]
    case_endings: tuple[str, ...]
    shown: Mapping[str, str]
    bound_verbs: Mapping[str, str]

    def value(self, name: str, word: str) -> Decimal | None:
        """Give the number that a word stands for in one of the tables of numbers."""
        return self.forms.find(self.values[name], word) if word else None

    def is_any(self, group: str, word: str) -> bool:
        """Say whether a word is a form of an entry of a group."""
        return bool(word) and self.member(group, word)

    def case(self, word: str) -> str:
        """Give the case ending of a word by the letters that end it, where the language's bounds ask for one."""
        return next((ending for ending in self.case_endings if len(word) > len(ending) + 1 and word.endswith(ending)), "")

    def bound_verb(self, word: str) -> str | None:
        """Give the bound that a verb says of the number it governs, else None."""
        return self.forms.find(self.bound_verbs, word.lower().replace("ё", "е"))

    def unit_of(self, word: str) -> str | None:
        """Give the unit of an adjective that goes with figures ("процентный": %)."""
        return self.forms.find(self.units_of, word)


@cache
def lexis(language: str) -> Lexis | None:
    """Load the tables of a language whose data says that its words take endings, else None; FileNotFoundError without data."""
    raw = data(f"languages/{language}/quantities.toml")
    return build(raw) if "endings" in raw else None


def build(raw: Mapping[str, Any]) -> Lexis:
    """Build the tables."""
    forms = Forms(raw["endings"])
    values = {name: numbers(forms, raw.get(name, {})) for name in _TABLES}
    groups = {name: frozenset(forms.add(entry) for entry in entries(words)) for name, words in raw["groups"].items()}
    phrases = {name: spelled(forms, raw.get(name, {})) for name in _PHRASES}
    named_by = {}
    for code, words in raw["currencies"].items():
        names, _, stems = words.partition(" : ")
        named_by[code] = tuple(entries(stems))
        for phrase in entries(names):
            phrases["units"].add(phrase, code)
    units_of = {forms.add(word): code for code, words in raw["unit_adjectives"].items() for word in words.split()}
    halved = {forms.add(word): code for code, words in raw["halved"].items() for word in words.split()}
    starts: frozenset[str] = frozenset().union(groups["every"], groups["top"], *(values[name] for name in _TABLES if name != "compounds"))
    cases = tuple(sorted(groups["from_endings"] | groups["change_endings"] | groups["part_endings"], key=lambda e: (-len(e), e)))
    verbs = {forms.add(word): bound for bound, words in raw["bound_verbs"].items() for word in words.split()}
    begins = beginner(forms, starts, (*values["compounds"], *groups["half_prefixes"]))
    return Lexis(forms, values, groups, phrases, units_of, halved, begins, membership(forms, groups), named_by, cases, raw["show"], verbs)


def beginner(forms: Forms, starts: frozenset[str], prefixes: tuple[str, ...]) -> Callable[[str], bool]:
    """Make the test whether a quantity may begin with a word."""

    @lru_cache(maxsize=1 << 15)
    def begins(word: str) -> bool:
        return (len(word) > 5 and word.startswith(prefixes)) or any(key in starts for key, _ in forms.keys(word))

    return begins


def membership(forms: Forms, groups: Mapping[str, frozenset[str]]) -> Callable[[str, str], bool]:
    """Make the test whether a word is a form of an entry of a group."""

    @lru_cache(maxsize=1 << 16)
    def member(group: str, word: str) -> bool:
        return any(key in groups[group] for key, _ in forms.keys(word))

    return member


@cache
def sign_heads() -> frozenset[str]:
    """Give the characters that signs and codes of currencies begin with."""
    return frozenset(sign[0] for sign in (*signs(), *codes()))


def numbers(forms: Forms, raw: Mapping[str, str]) -> Values:
    """Turn {number: words} into {key: number}."""
    return {forms.add(word): Decimal(number).normalize() + 0 for number, words in raw.items() for word in words.split()}


def spelled(forms: Forms, raw: Mapping[str, str]) -> Phrases:
    """Turn {meaning: phrases} into phrases to look up."""
    found = Phrases(forms)
    for meaning, words in raw.items():
        for phrase in entries(words):
            found.add(phrase, meaning)
    return found


def entries(words: str) -> list[str]:
    """Give the entries of a list separated by commas."""
    return [entry for entry in (part.strip() for part in words.split(",")) if entry]


@cache
def symbols() -> Mapping[str, str]:
    """Give the symbols of units that are written alike in every language, and what each means ("bcm": "1e9 m3")."""
    raw = table()
    return {**{symbol: symbol for symbol in raw["same"]["symbols"].split()}, **raw["written"]}
