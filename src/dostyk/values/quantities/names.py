"""Words for units and currencies turned into codes: every spelling that a language's data implies, indexed by its first word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

FLAT = str.maketrans({"-": " ", "\u00a0": " ", "\u202f": " ", "\n": " ", "\u2011": " ", "’": "'", "‘": "'", "`": "'"})


class Named(NamedTuple):
    """One spelling: its words, the codes it can mean (the likeliest first), and what sort of thing they are."""

    phrase: str
    codes: tuple[str, ...]
    sort: str


def flat(text: str) -> str:
    """Give a text in lower case with plain spaces for hyphens and line breaks, of the same length."""
    return text.lower().translate(FLAT)


def plurals(word: str) -> tuple[str, ...]:
    """Give an English noun phrase with its regular plurals, on its head ("barrel of oil") or its end."""
    head, of, rest = word.partition(" of ")
    if of:
        return word, f"{head}s of {rest}"
    first, space, rest = word.partition(" ")
    if first in ("degree", "deg", "ton", "tonne", "part") and space:
        return word, word + "s", f"{first}s {rest}"
    return (word,) if word.endswith("s") else (word, word + "s")


def _entries(words: str) -> list[str]:
    return [w.strip() for w in words.split(",") if w.strip()]


def prefixed(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give (name, code) of the units that take prefixes; of lengths also the squares and cubes."""
    for code, words in raw["prefixed"].items():
        for word in _entries(words):
            for prefix, letter in [("", ""), *raw["prefixes"].items()]:
                name, unit = prefix + word, letter + code
                yield name, unit
                if code == "m":
                    yield from powers(raw["lengths"], name, unit)


def powers(lengths: Mapping[str, str], name: str, unit: str) -> Iterator[tuple[str, str]]:
    """Give the names of a length's square and cube."""
    for power, before, after in (("2", lengths["square"], lengths["squared"]), ("3", lengths["cubic"], lengths["cubed"])):
        for word in _entries(before):
            yield f"{word} {name}", unit + power
            if len(word) < 4:
                yield f"{word}. {name}", unit + power
        yield f"{name}s {after}", unit + power


def name_units(raw: Mapping[str, Any]) -> dict[str, Named]:
    """Give every spelling of a language's units and currencies."""
    found: dict[str, Named] = {}

    def add(words: str, code: str, sort: str) -> None:
        for spelling in plurals(flat(words)):
            known = found.get(spelling)
            codes = (*known.codes, code) if known and known.sort == sort and code not in known.codes else (code,)
            if known is None or known.sort == sort:
                found[spelling] = Named(spelling, codes, sort)

    for name, code in prefixed(raw):
        add(name, code, "unit")
    for code, words in raw["units"].items():
        for word in _entries(words):
            add(word, code, "unit")
            if code in ("[in_i]", "[ft_i]", "[yd_i]", "[mi_i]", "[nmi_i]"):
                for name, unit in powers(raw["lengths"], flat(word), code):
                    add(name, unit, "unit")
    for word, worth in raw["currency_parts"].items():
        add(word, worth, "part")
    for code, words in raw["currencies"].items():
        nouns, _, adjectives = words.partition(" : ")
        for noun in _entries(nouns):
            add(noun, code, "money")
            for adjective in _entries(adjectives):
                add(f"{adjective} {noun}", code, "money")
                if adjective.endswith("."):
                    add(f"{adjective.replace('.', '')} {noun}", code, "money")
    for word in _entries(raw["currency_words"]["plain"]):
        for spelling in plurals(word):
            found[spelling] = found[spelling]._replace(codes=found[spelling].codes[:1])
    return found


def index(spellings: Mapping[str, Named]) -> dict[str, tuple[Named, ...]]:
    """Index spellings by their first run of letters, longest first."""
    found: dict[str, list[Named]] = {}
    for phrase, named in spellings.items():
        first = re.match(r"[^\W\d_]+", phrase)
        if first:
            found.setdefault(first.group(), []).append(named)
    return {word: tuple(sorted(group, key=lambda named: (-len(named.phrase), named.phrase))) for word, group in found.items()}
