"""Collects the words and people's names that some places are called by too."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from gazetteer.tables import OUT, common


@dataclass(frozen=True)
class Words:
    """What names of towns are also: ordinary words, capitalised adjectives, rare words; given names, frequent ones; people's names, common ones."""

    ordinary: set[str]
    adjectives: set[str]
    rare: set[str]
    given: set[str]
    frequent: set[str]
    surnames: set[str]
    persons: set[str]


def read_words(npm: Path, treebanks: Path) -> Words:
    """Read them from people.tsv, the treebanks and the list of rare words."""
    people = [line.split("\t") for line in (OUT / "people.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")]
    return Words(
        ordinary=ordinary_words(treebanks),
        adjectives=ordinary_words(treebanks, adjectives=True),
        rare=set(json.loads((npm / "node_modules/an-array-of-english-words/index.json").read_text())),
        given={word for word, flags in people if "c" in flags and "g" in flags},
        frequent={word for word, flags in people if "f" in flags},
        surnames={word for word, _ in people},
        persons={word for word, flags in people if "c" in flags},
    )


def ordinary_words(treebanks: Path, adjectives: bool = False) -> set[str]:
    """Collect the words that the treebanks write with a small letter and their adjectives, or only the capitalised adjectives."""
    found: set[str] = set() if adjectives else set(common())
    for path in sorted(treebanks.glob("*-*.conllu")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            cells = line.split("\t")
            if (
                len(cells) > 3
                and cells[1].isalpha()
                and (
                    (not adjectives and cells[1].islower() and cells[3] not in {"PROPN", "X"})
                    or (cells[3] == "ADJ" and cells[1].istitle() and cells[0] != "1")
                )
            ):
                found.add(cells[1].lower())
    return found
