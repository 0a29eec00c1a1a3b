"""Data files → for each alphabet, what every letter may be written as in another script."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Alphabet:
    """An alphabet's letters (runs of up to `longest`) with the ways each is written; `loose`: vowels may be left out."""

    name: str
    letters: dict[str, tuple[str, ...]]
    longest: int
    loose: bool = False

    def spells(self, word: str) -> bool:
        """Say whether a word has no letters but this alphabet's."""
        return all(c in self.letters for c in word)


@cache
def data(file: str) -> dict[str, Any]:
    """Read a TOML file of this package."""
    return tomllib.loads(read(file))


def read(file: str) -> str:
    """Read a file of this package's data."""
    return files("dostyk.values.spellings").joinpath("data", file).read_text("utf-8")


def _letters(lines: str) -> dict[str, tuple[str, ...]]:
    """Read lines of a letter and the ways it is written."""
    out: dict[str, tuple[str, ...]] = {}
    for line in lines.strip().split("\n"):
        letter, *ways = line.split()
        if letter:
            out[letter] = tuple("" if way == "-" else way for way in ways)
    return out


def made(name: str, letters: dict[str, tuple[str, ...]], loose: bool = False) -> Alphabet:
    """Make an alphabet of its letters."""
    return Alphabet(name, letters, max(map(len, letters), default=1), loose)


@cache
def cyrillic() -> tuple[Alphabet, ...]:
    """Give the Cyrillic alphabets with their ways in Latin letters."""
    tables = data("cyrillic.toml")
    out = []
    for key, table in tables.items():
        if key in ("common", "adapted"):
            continue
        own = _letters(table["letters"]) if table["letters"].strip() else {}
        common = _letters(tables["common"]["letters"])
        out.append(made(table["name"], common | {k: tuple(dict.fromkeys((*ways, *common.get(k, ())))) for k, ways in own.items()}))
    every: dict[str, tuple[str, ...]] = {}
    for alphabet in out:
        every = alphabet.letters | every
    return (*out, made("Cyrillic", every))


@cache
def adapted() -> Alphabet:
    """Give the letters of other Cyrillic alphabets as Russian writes them; every letter may stand for itself."""
    table = data("cyrillic.toml")["adapted"]
    letters = {c: (c,) for c in "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"} | _letters(table["letters"])
    return made(table["name"], {k: tuple(dict.fromkeys((*ways, k))) for k, ways in letters.items()})


@cache
def others() -> tuple[Alphabet, ...]:
    """Give the alphabets of other scripts with their ways in Latin letters."""
    return tuple(made(t["name"], _letters(t["letters"]), t.get("loose", False)) for t in data("other.toml").values())
