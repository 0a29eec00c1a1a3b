"""Lexicon: a language's number, bound, unit and currency words, loaded from its data file into tables for look-up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from dostyk.values.quantities.names import Named, index, name_units


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Tables of one language; every key is lower case, except of symbols and short scales."""

    numerals: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    vague: Mapping[str, Decimal]
    short_scales: Mapping[str, Decimal]
    money_scales: Mapping[str, Decimal]
    ordinals: Mapping[str, Decimal]
    parts: Mapping[str, Decimal]
    multiples: Mapping[str, Decimal]
    words: Mapping[str, frozenset[str]]
    starts: Mapping[str, tuple[str, ...]]
    year_words: frozenset[str]
    bounds_before: Mapping[str, tuple[tuple[str, str], ...]]
    bounds_after: Mapping[str, tuple[tuple[str, str], ...]]
    bound_verbs: Mapping[str, str]
    weak_bounds: Mapping[str, frozenset[str]]
    rates: Mapping[str, str]
    rates_before: Mapping[str, str]
    names: Mapping[str, tuple[Named, ...]]
    articled: frozenset[str]
    time: Mapping[str, str]
    rate_hint: re.Pattern[str]
    countries: Mapping[str, tuple[str, ...]]
    currency_names: Mapping[str, tuple[str, str]]
    show: Mapping[str, str]

    def is_any(self, group: str, word: str) -> bool:
        """Say whether a lower-case word is of a group of the `words` table, which a language may leave out."""
        return word in self.words.get(group, ())


def split(words: str) -> list[str]:
    """Give the entries of a list separated by commas, or by spaces where it has no commas."""
    return [w for w in (part.strip() for part in (words.split(",") if "," in words else words.split())) if w]


def data(name: str) -> dict[str, Any]:
    """Read a data file of the package by its path below `dostyk`."""
    return tomllib.loads(files("dostyk").joinpath(name).read_text(encoding="utf-8"))


def decimals(table: Mapping[str, Any]) -> dict[str, Decimal]:
    """Turn a table of numbers into exact decimals."""
    return {word: Decimal(str(value)).normalize() + 0 for word, value in table.items()}


def by_edge(table: Mapping[str, str], last: bool) -> dict[str, tuple[tuple[str, str], ...]]:
    """Index the phrases of {bound: phrases} by their last (or first) word, longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for bound, phrases in table.items():
        for phrase in split(phrases):
            edge = re.findall(r"[^\W\d_]+|[^\w\s]+", phrase)
            found.setdefault(edge[-1 if last else 0], []).append((phrase, bound))
    return {word: tuple(sorted(group, key=lambda item: -len(item[0]))) for word, group in found.items()}


def groups(tables: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    """Turn lists of words into sets."""
    return {name: frozenset(split(value)) for table in tables for name, value in table.items() if isinstance(value, str)}


def articled(spellings: Mapping[str, Named], words: Mapping[str, frozenset[str]], times: frozenset[str]) -> frozenset[str]:
    """Give the units with the articles that stand for one of them ("a gallon"), without those that are something else then ("a degree")."""
    units = (named for named in spellings.values() if named.sort != "money" and named.codes[0] not in times and len(named.phrase) > 3)
    barred = words.get("not_articled", frozenset())
    return frozenset(f"{article} {named.phrase}" for named in units if named.phrase not in barred for article in words.get("unit_article", ()))


def currency_names(raw: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Give each currency's name for display in the singular and the plural; the adjective is left out where the noun is its own."""
    nouns = [split(words.partition(" : ")[0])[0] for words in raw["currencies"].values()]
    found = {}
    for (code, words), noun in zip(raw["currencies"].items(), nouns, strict=True):
        adjectives = split(words.partition(" : ")[2])
        name = f"{adjectives[0]} {noun}" if adjectives and (nouns.count(noun) > 1 and noun != "pound sterling") else noun
        found[code] = (name, name if noun in split(raw["invariable"]) else name + "s")
    return found


@cache
def lexicon(language: str) -> Lexicon:
    """Load the tables of a language; raises FileNotFoundError where there are none."""
    raw = data(f"languages/{language}/quantities.toml")
    scales = decimals(raw["scales"])
    bounds = dict(raw["bounds"])
    softeners = bounds.pop("softeners")
    countries = {code: tuple(split(words.partition(" : ")[2])) for code, words in raw["currencies"].items()}
    time = {plural: code for code, words in raw["time"].items() if not code.startswith("not_") for w in split(words) for plural in (w, w + "s")}
    words = groups([raw["words"], raw["currency_words"], {"softeners": softeners, "not_rate_after": raw["time"]["not_rate_after"]}])
    spellings = name_units(raw)
    return Lexicon(
        numerals=decimals(raw["numerals"]),
        scales=scales,
        vague={word + "s": value for word, value in scales.items()} | {"tens": Decimal(10)},
        short_scales=decimals(raw["short_scales"]),
        money_scales=decimals(raw["short_scales_of_money"]),
        ordinals=decimals(raw["ordinals"]),
        parts=decimals(raw["parts"]),
        multiples=decimals(raw["multiples"]),
        words=words,
        starts={name: tuple(sorted(group)) for name, group in words.items()},
        year_words=words["year_before"] - words["range_to"] - words["and"] - set(by_edge(bounds, last=True)),
        bounds_before=by_edge(bounds, last=True),
        bounds_after=by_edge(raw["bounds_after"], last=False),
        bound_verbs={verb: bound for bound, verbs in raw["bound_verbs"].items() for verb in split(verbs)},
        weak_bounds=groups([raw["weak_bounds"]]),
        rates=raw["rates"],
        rates_before=raw["rates_before"],
        names=index(spellings),
        articled=articled(spellings, words, frozenset(time.values())),
        time=time,
        rate_hint=re.compile("|".join(map(re.escape, (*(f" {word} " for word in split(raw["words"]["per"])), *raw["rates"])))),
        countries=countries,
        currency_names=currency_names(raw),
        show=raw["show"],
    )
