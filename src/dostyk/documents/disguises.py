"""Text → marks on words that are shown as something else than they are: turned round, split by signs without width, or in look-alike letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dostyk.documents.words import word
from dostyk.model.mark import Mark, MarkSort

SCRIPTS = {"latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff", "cyrillic": "\u0400-\u052f", "greek": "\u0370-\u03ff\u1f00-\u1fff"}
MARKS = "\u0300-\u036f"
"""Accents that stand behind their letter; they belong to the word."""
WIDTHLESS = "\u180e\u200b-\u200d\u2060-\u2064\ufeff\U000e0000-\U000e007f"
TURNING = "\u202d\u202e"
"""Signs that make letters run against the order in which they stand; those that only isolate or embed change nothing within a script."""
_LETTERS = "".join(SCRIPTS.values())
_WORD = re.compile(rf"[{_LETTERS}][{_LETTERS}{MARKS}]+")
_SPLIT = re.compile(rf"(?:[{_LETTERS}0-9]{{1,200}}[{WIDTHLESS}]+)+[{_LETTERS}0-9]{{1,200}}")
_TURNED = re.compile(rf"[{TURNING}][^\n\u202c{TURNING}]*\u202c?")
_TAGS = re.compile("[\U000e0020-\U000e007f]{2,}")
_ALONE = re.compile(r"(?<=[A-Za-z,;] )[\u0400-\u052f]{4,60}(?= [A-Za-z])")
_SUSPECT = re.compile(rf"[{WIDTHLESS}{TURNING}]")


def disguises(text: str) -> Iterator[Mark]:
    """Mark every word of a text that a reader sees otherwise than it is kept; linear in the text."""
    if text.isascii():
        return
    if _SUSPECT.search(text):
        for match in _TURNED.finditer(text):
            yield _mark(match, "shown in another order than it stands")
        for match in _SPLIT.finditer(text):
            yield _mark(match, "signs without width inside a word")
        for match in _TAGS.finditer(text):
            yield _mark(match, "signs that nobody sees")
    for match in _WORD.finditer(text):
        if not match.group().isascii():
            pair = _mixed(match.group())
            if pair is not None:
                yield _mark(match, f"{pair[0].capitalize()} letters amid {pair[1].capitalize()} ones in one word")
    for match in _ALONE.finditer(text):
        if all(letter in word("lookalikes.toml", "cyrillic_as_latin") for letter in match.group()) and not match.group().isupper():
            yield _mark(match, "Cyrillic letters that look like Latin ones amid Latin words")


def _mark(match: re.Match[str], reason: str) -> Mark:
    return Mark(match.start(), match.end(), MarkSort.DISGUISED, reason)


def _mixed(found: str) -> tuple[str, str] | None:
    """Name the two scripts of a word of which one only imitates the other, or stands amid it; None where it has one, or one behind the other."""
    letters = {name: re.findall(f"[{signs}]", found) for name, signs in SCRIPTS.items()}
    present = [name for name in SCRIPTS if letters[name]]
    if len(present) != 2:
        return None
    for one, other in sorted([(present[0], present[1]), (present[1], present[0])], key=lambda pair: len(letters[pair[0]])):
        if all(letter in word("lookalikes.toml", f"{one}_as_{other}") for letter in letters[one]):
            return one, other
    few, many = sorted(present, key=lambda name: len(letters[name]))
    return (few, many) if re.search(f"[{SCRIPTS[many]}][{SCRIPTS[few]}]+[{SCRIPTS[many]}]", found) else None
