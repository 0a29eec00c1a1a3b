"""Turns a word written with the name of its endings ("январ~month", "жыл~back") into all its forms and the case of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

Endings = Mapping[str, str]
"""Name → endings with spaces between; "дан:from" is an ending of the case `from`, "-" the bare word."""

Scripts = Mapping[str, str]
"""Name of another way to write the language → pairs of a letter and what stands for it ("ғ:ğ ш:ş")."""


def forms(word: str, endings: Endings, scripts: Scripts) -> Iterator[tuple[str, str]]:
    """Yield every form of a word in all scripts with its case ("" where the ending tells none); a word without "~" is its only form."""
    stem, mark, name = word.partition("~")
    if not stem or not mark:
        yield from ((spelled, "") for spelled in spellings(word, scripts))
        return
    for ending in endings[name].split():
        letters, _, case = ending.partition(":")
        yield from ((spelled, case) for spelled in spellings(stem + letters.removeprefix("-"), scripts))


def spellings(word: str, scripts: Scripts) -> tuple[str, ...]:
    """Give a word or phrase as it is and in the other scripts, each once."""
    return tuple(dict.fromkeys((word, *(word.translate(_table(pairs)) for pairs in scripts.values()))))


@cache
def _table(pairs: str) -> dict[int, str]:
    return {ord(letter): other for letter, _, other in (pair.partition(":") for pair in pairs.split())}
