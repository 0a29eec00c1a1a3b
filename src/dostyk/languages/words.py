"""Turns the language's word lists into look-ups."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one language by class, `every` those of all classes; every set holds lower-case forms."""

    office_heads: frozenset[str]
    office_before: frozenset[str]
    office_after: tuple[str, ...]
    generic_offices: frozenset[str]
    titles: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    every: frozenset[str]
    office_openers: frozenset[str] = frozenset()
    blocs: frozenset[str] = frozenset()

    def is_(self, name: str, lemma: str) -> bool:
        """Whether a head noun belongs to a class such as `organisation` or `instrument`."""
        return lemma in self.classes[name]


def words(language: str = "en") -> Words:
    """Give the word lists of a language."""
    return _words(language)


@cache
def _words(language: str) -> Words:
    """Read the word lists of a language, once."""
    data = tomllib.loads(resources.files(f"dostyk.languages.{language}").joinpath("words.toml").read_text("utf-8"))
    offices = data["offices"]
    classes = {name: frozenset(found) for part in ("names", "grammar") for name, found in data[part].items()}
    return Words(
        office_heads=frozenset(offices["heads"]),
        office_before=frozenset(offices["before"]),
        office_after=tuple(offices["after"]),
        generic_offices=frozenset(offices["generic"]),
        titles=frozenset(offices["titles"]),
        office_openers=frozenset(form for head in offices["heads"] for form in (head.split()[0], f"{head.split()[0]}s")),
        blocs=frozenset(data["organisations"]["blocs"]),
        classes=classes,
        every=frozenset().union(*classes.values()),
    )


@cache
def listed(name: str, language: str = "en") -> frozenset[str]:
    """Give one of the grammar's word lists by its name in `words.toml`."""
    return words(language).classes[name]
