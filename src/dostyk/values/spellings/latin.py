"""Turns words into what is compared: small letters without apostrophes; Latin ones once with their marks and once without those that tell nothing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Apostrophes, primes, ayn, hamza and what is typed for them; ties and combining commas.
_DROPPED = frozenset(
    "'\"”“„’‘`´ʹʺʻʼʽʾʿˈˊ′″ˮ׳\u0640\u200b\u200c\u200d\u200e\u200f\ufeff\u0361\u035e\u035f\u0360\ufe20\ufe21\u0315\u0313\u0314\u00ad\u00b7"
)
_CARON, _BREVE, _COMMA, _CEDILLA = "\u030c", "\u0306", "\u0326", "\u0327"
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ɛ": "e", "ɔ": "o"})
# Marks that make another letter of a consonant; the rest (dots, lines) only tell two letters of another script apart.
_TELLING = {
    "c": "\u030c\u0301\u0327\u0302",
    "s": "\u030c\u0301\u0327\u0302",
    "z": "\u030c\u0301",
    "g": "\u0306\u0301",
    "n": "\u0303\u0301",
    "k": "\u0301",
    "j": "\u030c",
}
_VOWELS = frozenset("aeiouy")
# Accents, vowel points: never written in names as a rule.
_POINTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670]")
_NAMES = re.compile(r"^(CJK|LATIN|CYRILLIC|GREEK|ARMENIAN|GEORGIAN|ARABIC|HEBREW|HANGUL|HIRAGANA|KATAKANA|[A-Z]+)")


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """Give the script of a letter as its Unicode name begins ("LATIN", "CYRILLIC", "CJK"); "" for what is no letter."""
    if not (letter.isalpha() or unicodedata.category(letter) in ("Mc", "Mn", "Lm")):
        return ""
    found = _NAMES.match(unicodedata.name(letter, ""))
    return found.group(1) if found is not None else ""


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """Write a word of any script in small letters without apostrophes, marks of Latin letters kept."""
    small = word.casefold()
    if any("\u0370" <= c <= "\u03ff" or "\u1f00" <= c <= "\u1fff" for c in small):
        small = _POINTS.sub("", unicodedata.normalize("NFD", small))
    small = unicodedata.normalize("NFC", small)
    if not any(c < "\u0250" and c.isalpha() for c in small):
        small = _POINTS.sub("", small)
    return "".join(c for c in small if c not in _DROPPED)


@lru_cache(maxsize=65536)
def latin(word: str) -> tuple[str, str]:
    """Give a Latin word twice, letter for letter: with the marks that tell, and with bare vowels."""
    exact: list[str] = []
    bare: list[str] = []
    for c in unicodedata.normalize("NFD", plain(word).translate(_LETTERS)):
        if c in _DROPPED:
            continue
        if not unicodedata.combining(c):
            exact.append(c)
            bare.append(c)
        elif exact:
            _mark(exact, bare, c)
    return "".join(exact), "".join(bare)


def _mark(exact: list[str], bare: list[str], mark: str) -> None:
    """Put a combining mark on the last letter, where it tells something."""
    base = bare[-1]
    if base in _VOWELS:
        written = unicodedata.normalize("NFC", exact[-1] + mark)
        exact[-1] = written if len(written) == 1 else exact[-1]
        return
    if mark == _BREVE and base in "szcj":
        mark = _CARON
    if mark == _COMMA:
        mark = _CEDILLA
    if mark in _TELLING.get(base, ""):
        written = unicodedata.normalize("NFC", base + mark)
        if len(written) == 1:
            exact[-1] = bare[-1] = written
