"""Turns a word written with the name of its endings ("январ~month", "жыл~back") into all its forms and the case of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Endings = Mapping[str, str]
"""Name → endings with spaces between; "дан:from" is an ending of the case `from`, "-" the bare word."""


def forms(word: str, endings: Endings) -> Iterator[tuple[str, str]]:
    """Yield every form of a word with its case ("" where the ending tells none); a word without "~" is its only form."""
    stem, mark, name = word.partition("~")
    if not stem or not mark:
        yield word, ""
        return
    for ending in endings[name].split():
        letters, _, case = ending.partition(":")
        yield stem + letters.removeprefix("-"), case
