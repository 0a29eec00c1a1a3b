"""Turns the gazetteer's files into records that are looked up by number or by name."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from dostyk.model.mention import MentionType

TYPES = {
    "c": MentionType.COUNTRY,
    "r": MentionType.REGION,
    "t": MentionType.CITY,
    "p": MentionType.PLACE,
    "o": MentionType.ORGANISATION,
    "n": MentionType.OTHER,
}
_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Record:
    """One place of the gazetteer; `people` is its population (0: unknown), `admin` the US state of a US city, or a country's alpha-3 code."""

    number: int
    id: str
    name: str
    type: MentionType
    country: str | None
    people: int
    admin: str
    capital: bool


def read(name: str) -> str:
    """Read one data file of this package."""
    from importlib.resources import files

    return files("dostyk.values.names").joinpath("data", name).read_text(encoding="utf-8")


@cache
def entity_lines() -> list[str]:
    """Give the lines that records are made from."""
    return read("entities.tsv").rstrip("\n").split("\n")


@cache
def names(script: str) -> list[str]:
    """Give the names of a script group ("latin" or "other"), in code point order."""
    return read(f"names_{script}.txt").split("\n")


@cache
def bearers_text(script: str) -> str:
    """Give the text whose lines are those of `bearers`."""
    return read(f"bearers_{script}.txt")


@cache
def bearers(script: str) -> list[str]:
    """Give, line by line with `names`, flags and numbers of the records that bear a name, likeliest first."""
    return bearers_text(script).split("\n")


def borne_by(script: str, number: int) -> list[str]:
    """Give the names of a record in one script group, without demonyms and case forms, in code point order."""
    text, wanted = bearers_text(script), str(number)
    out: list[str] = []
    line = done = 0
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if text[at - 1 : at] not in _DIGITS and text[end : end + 1] not in _DIGITS:
            line += text.count("\n", done, at)
            done = at
            if {"d", "i"}.isdisjoint(flags_and_numbers(bearers(script)[line])[0]):
                out.append(names(script)[line])
        at = text.find(wanted, end)
    return out


@lru_cache(maxsize=50_000)
def record(number: int) -> Record:
    """Make the record of a number."""
    ident, name, kind, country, people, admin = (entity_lines()[number].split("\t") + [""] * 3)[:6]
    if kind == "t" and ident.isdigit():
        ident = "geonames:" + ident
    if kind == "c":
        country = ident
    return Record(number, ident, name, TYPES[kind], country or None, int(people or 0), admin.rstrip("*"), admin.endswith("*"))


def flags_and_numbers(line: str) -> tuple[str, tuple[int, ...]]:
    """Take a line of `bearers` apart."""
    numbers = line.lstrip("abcdefghijklmnopqrstuvwxyz")
    return line[: len(line) - len(numbers)], tuple(map(int, numbers.split(",")))


def line_of(name: str) -> str | None:
    """Look one spelling up, case and accents as in the data: its line of `bearers`."""
    if not name:
        return None
    script = "latin" if is_latin(name[0]) else "other"
    known = names(script)
    at = bisect_left(known, name)
    if at == len(known) or known[at] != name:
        return None
    return bearers(script)[at]


def is_latin(letter: str) -> bool:
    """Say whether a letter's names are kept with the Latin ones."""
    return letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff"


@cache
def number_of() -> dict[str, int]:
    """Give the record number of every id."""
    out: dict[str, int] = {}
    for number, line in enumerate(entity_lines()):
        ident = line[: line.index("\t")]
        out[f"geonames:{ident}" if ident.isdigit() else ident] = number
    return out
