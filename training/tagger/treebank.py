"""Turn CoNLL-U files into tagged sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Token(NamedTuple):
    """One syntactic word as the treebank writes it; `joined` when no space stands before the next."""

    word: str
    lemma: str
    tag: str
    joined: bool


def read(path: Path) -> Iterator[list[Token]]:
    """Yield the sentences of a CoNLL-U file, without multiword ranges and empty nodes."""
    sentence: list[Token] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line == "\n":
                if sentence:
                    yield sentence
                sentence = []
            elif line[0] != "#":
                fields = line.rstrip("\n").split("\t")
                if fields[0].isdigit():
                    sentence.append(Token(fields[1], fields[2], fields[4], "SpaceAfter=No" in fields[9]))
    if sentence:
        yield sentence


def read_slashed(path: Path) -> list[list[Token]]:
    """Read lines of word_TAG; {D}, {Q} and {P} are the tagger's placeholders."""
    sentences = []
    for line in path.read_text(encoding="utf-8").splitlines():
        pairs = (item.rpartition("_") for item in line.split())
        sentences.append([Token("\ue000" + word[1] if word in ("{D}", "{Q}", "{P}") else word, "_", tag, False) for word, _, tag in pairs])
    return sentences
