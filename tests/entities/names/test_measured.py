"""Sixty sentences a language, our own, with the names marked by kind; "= name" where the canonical name differs."""

import re
from collections import Counter
from pathlib import Path

import pytest

from dostyk.entities.names import read_names

KINDS = {"p": "person", "o": "organisation", "i": "instrument", "j": "project", "e": "event"}
MARK = re.compile(r"\[([poije]) ([^\]=]+?)(?: = ([^\]]+))?\]")
FLOORS = {"en": 1.0, "ru": 1.0, "kk": 0.95, "zh": 1.0}

Key = tuple[int, int, str]


def marked(line: str) -> tuple[str, dict[Key, str]]:
    """Take the marks out of a sentence."""
    text, names, last = "", {}, 0
    for found in MARK.finditer(line):
        text += line[last : found.start()]
        names[_bare(text + found[2], len(text), len(text) + len(found[2]), KINDS[found[1]])] = found[3] or found[2]
        text, last = text + found[2], found.end()
    return text + line[last:], names


def _bare(text: str, start: int, end: int, kind: str) -> Key:
    """Leave quotation marks around a name aside."""
    return start + (text[start] in '«“"《'), end - (text[end - 1] in '»”"》'), kind


@pytest.mark.parametrize("language", FLOORS)
def test_names_of_the_measured_sentences(language: str) -> None:
    counts: Counter[str] = Counter()
    for line in Path(__file__).with_name(f"{language}.txt").read_text(encoding="utf-8").splitlines():
        text, wanted = marked(line)
        read = {_bare(text, s.start, s.end, s.type): s.name for s in read_names(text, language) if s.type in KINDS.values()}
        counts["right"] += len(wanted.keys() & read.keys())
        counts["wanted"] += len(wanted)
        counts["read"] += len(read)
        counts["misnamed"] += sum(read[key] != name for key, name in wanted.items() if key in read and key[2] == "person")
    assert counts["right"] / counts["wanted"] >= FLOORS[language]
    assert counts["right"] / counts["read"] >= FLOORS[language]
    assert not counts["misnamed"]
