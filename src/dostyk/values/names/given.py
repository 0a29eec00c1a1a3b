"""Turns a capitalised word into what it is among people's names: a given name, a surname, neither."""

from __future__ import annotations

from functools import cache

from dostyk.values.names.gazetteer import read


@cache
def _people() -> dict[str, str]:
    """Give the flags of each word: g(iven name), s(urname), m(onosyllabic surname), o(rdinary word or place as well)."""
    return dict(line.split("\t") for line in read("people.tsv").rstrip("\n").split("\n"))


def is_given_name(word: str) -> bool:
    """Say whether a word, as capitalised in texts, is a common given name somewhere."""
    return "g" in _people().get(word, "")


def is_surname(word: str) -> bool:
    """Say whether a word is a common surname; short Chinese, Korean and Vietnamese ones stand first in a name."""
    return "s" in _people().get(word, "")


def is_family_first(word: str) -> bool:
    """Say whether a word is a Chinese, Korean or Vietnamese surname, which stands before the given name."""
    return "m" in _people().get(word, "")


def is_person_word(word: str) -> bool:
    """Say whether a word is a given name or surname and hardly anything else."""
    flags = _people().get(word, "")
    return bool(flags) and "o" not in flags
