"""Two words of any scripts → whether one name may be so written in both, and by which letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from dostyk.values.spellings.chinese import characters, is_pinyin, syllables
from dostyk.values.spellings.latin import latin, plain, script_of
from dostyk.values.spellings.matching import meet, writes
from dostyk.values.spellings.named import from_unicode
from dostyk.values.spellings.tables import Alphabet, adapted, cyrillic, others

# Of shorter Latin words a different letter makes another name ("Jan", "Yan").
_SHORT = 4


@lru_cache(maxsize=65536)
def same_spelling(a: str, b: str) -> str:
    """Give by what letters two words (no spaces) are spellings of one name, "" where they are not; the order of the two does not matter.

    Every letter must have its counterpart in one alphabet's tables; likeness alone is never enough.
    """
    one, two = plain(a), plain(b)
    if not one or not two:
        return ""
    if one == two:
        return "the same letters"
    scripts = sorted(((_script(one), one), (_script(two), two)))
    (first, one), (second, two) = scripts
    if first == second == "LATIN":
        return _both_latin(one, two)
    if first == second == "CYRILLIC":
        return _both_cyrillic(one, two)
    if second == "LATIN":
        return _against_latin(first, one, two)
    if first == "LATIN":
        return _against_latin(second, two, one)
    if {first, second} == {"CJK", "CYRILLIC"}:
        han, letters = (one, two) if first == "CJK" else (two, one)
        letters = letters.replace("ъ", "")
        return "Chinese characters and Cyrillic (Palladius)" if writes(han, characters(han, True), letters, letters) else ""
    return ""


def _script(word: str) -> str:
    """Give the script of a word's letters; "" where they are of several."""
    found = {script_of(c) for c in word} - {"", "COMBINING"}
    return found.pop() if len(found) == 1 else ""


def _both_latin(one: str, two: str) -> str:
    """Compare two Latin words: but for marks, or as two romanisations of one word."""
    a, b = latin(one), latin(two)
    if a[1] == b[1] or _bare(one) == _bare(two):
        return "the same letters but for marks"
    if min(len(a[1]), len(b[1])) < _SHORT or (is_pinyin(a[1]) and is_pinyin(b[1])):
        return ""
    for alphabet in cyrillic():
        if meet(a, b, alphabet):
            return f"two romanisations of one {alphabet.name} spelling"
    return ""


def _bare(word: str) -> str:
    """Write a word without any marks."""
    return "".join(c for c in unicodedata.normalize("NFD", latin(word)[0]) if not unicodedata.combining(c))


def _both_cyrillic(one: str, two: str) -> str:
    """Compare two Cyrillic words: the letters of another language as Russian writes them."""
    russian = adapted()
    for source, target in ((one, two), (two, one)):
        if russian.spells(source) and writes(source, russian, target, target):
            return "the letters of another language as Russian writes them"
    return ""


def _against_latin(script: str, source: str, word: str) -> str:
    """Compare a word of another script with a Latin one."""
    exact, bare = latin(word)
    if script == "CYRILLIC":
        found = next((a for a in cyrillic() if a.spells(source) and writes(source, a, exact, bare)), None)
        if found is not None:
            return f"{found.name} letters and a romanisation of them"
        letters = source.replace("ъ", "")
        return "pinyin and Cyrillic (Palladius)" if writes(bare, syllables(), letters, letters) else ""
    for alphabet in _alphabets(script, source):
        if writes(source, alphabet, exact, bare):
            return f"{alphabet.name} and a romanisation of it"
    return ""


def _alphabets(script: str, source: str) -> list[Alphabet]:
    """Give the alphabets other than Cyrillic ones that a word may be written in."""
    if script == "CJK":
        return [characters(source, False)]
    known = [a for a in others() if a.spells(source)]
    return known or from_unicode(script, source)
