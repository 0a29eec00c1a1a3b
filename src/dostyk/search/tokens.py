"""Text in any script → the tokens that are searched, folded, with their offsets in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dostyk.values import han

UNSPACED = (
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
"""Letters of scripts that set no space between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
APOSTROPHES = "'’‘`´ʹʻʼʽʾʿˈ′＇"
JOINERS = "\u00ad\u200b\u200c\u200d\u2060"
"""What may stand inside a word unseen: soft hyphens, and marks that join or part letters."""
ELIDED = frozenset({"l", "d", "qu", "dell", "nell", "sull", "dall", "all"})
"""French and Italian words that lose their vowel before another word ("l'Europe", "chargé d'affaires")."""
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ə": "a", "ς": "σ"})
_CYRILLIC = str.maketrans({"ё": "е", "ѐ": "е", "ѝ": "и"})
_MARKED = re.compile("[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]")
"""Letters whose marks are folded away; in other scripts a mark makes another letter (й, ў), or is a vowel."""
_LOOSE = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0640\u0670]")
"""Marks that stand for themselves: accents, stress, and the vowel points of Hebrew and Arabic."""
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_NO_WORD = re.compile(f"[{APOSTROPHES}{JOINERS}\\x00-/:-@\\[-`{{-\\x7f]")


@dataclass(frozen=True, slots=True)
class Token:
    """One searched token; `start` and `end` are string indices.

    Where words are not set apart there is one token a letter, made of it and the next one, so that any two letters that stand together
    are found; `lead` is then where its first letter ends, and `end` elsewhere. `run` tells such tokens.
    """

    start: int
    end: int
    text: str
    lead: int
    run: bool = False


def tokenise(text: str) -> Iterator[Token]:
    """Give the tokens of a text in order; takes time in proportion to its length."""
    for found in _pattern().finditer(text):
        if found.lastgroup == "run":
            yield from _letters(text, found.start(), found.end())
        else:
            yield from _words(found.group(), found.start())


def folded(text: str) -> list[str]:
    """Give the tokens of a text without their offsets."""
    out: list[str] = []
    for found in _pattern().finditer(text):
        word = found.group()
        if found.lastgroup == "word" and word.isalnum() and word.isascii():
            out.append(word.lower())
        else:
            out += (token.text for token in (_words(word, 0) if found.lastgroup == "word" else _letters(word, 0, len(word))))
    return out


def _letters(text: str, start: int, end: int) -> Iterator[Token]:
    """Pair each letter with the next one of its run; the last one stands alone."""
    at = [n for n in range(start, end) if text[n] not in "\r\n"]
    plain = [fold(text[n]) for n in at]
    for n, first in enumerate(at):
        last = at[n + 1] if n + 1 < len(at) else first
        yield Token(first, last + 1, plain[n] + (plain[n + 1] if last > first else ""), first + 1, run=True)


def _words(word: str, start: int) -> Iterator[Token]:
    """Give a word without its possessive ending, and what is elided before it as a word of its own."""
    found = _APOSTROPHE.search(word)
    if found is not None:
        at = found.start()
        if word[:at].lower() in ELIDED and at + 1 < len(word):
            yield Token(start, start + at, fold(word[:at]), start + at)
            word, start = word[at + 1 :], start + at + 1
        if len(word) > 2 and word[-2] in APOSTROPHES and word[-1] in "sS":
            word = word[:-2]
    plain = fold(word)
    if plain:
        yield Token(start, start + len(word), plain, start + len(word))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Fold one word or letter: case, diacritics of Latin and Greek, stress marks, ё, width, traditional characters, apostrophes."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", han.fold(plain))
        plain = _MARKED.sub(lambda found: unicodedata.normalize("NFKD", found.group()), plain)
        plain = _LOOSE.sub("", plain).translate(_LETTERS).translate(_CYRILLIC)
    return _NO_WORD.sub("", plain)


@cache
def _pattern() -> re.Pattern[str]:
    marks = _ranges([code for code in range(0x300, 0x10000) if unicodedata.category(chr(code))[0] == "M"])
    letter = rf"[^\W_{UNSPACED}]"
    inner = rf"(?:{letter}|[{marks}{JOINERS}]|[{APOSTROPHES}](?={letter}))*"
    return re.compile(rf"(?P<run>[{UNSPACED}](?:(?:\r?\n)?[{UNSPACED}])*)|(?P<word>{letter}{inner})")


def _ranges(codes: list[int]) -> str:
    """Write code points as the inside of a character class."""
    out: list[list[int]] = []
    for code in codes:
        if out and out[-1][1] == code - 1:
            out[-1][1] = code
        else:
            out.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in out)
