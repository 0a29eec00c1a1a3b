"""Letters that no table has → how they are read, worked out from their names and parts in Unicode (Indic scripts, kana, Hangul, Ethiopic)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from dostyk.values.spellings.tables import Alphabet, made

_KIND = re.compile(r"(?:LETTER|SYLLABLE|VOWEL SIGN|SIGN|AU LENGTH MARK) ?(.*)$")
_LEADS = "g/k kk/gg n d/t tt/dd r/l m b/p pp/bb s/sh ss - j/ch jj ch k t p h".split()
_VOWELS = "a/ah ae ya yae eo/u/o e yeo/you/yo ye o wa wae oe/oi yo u/oo/woo wo/weo we wi yu eu/u ui i/ee/yi".split()
_TAILS = "- g/k k k n n n d/t l/r k m l l l p l m p p s t ng j/t ch/t k t p h/-".split()
_KOREAN = {"이": ("lee", "yi", "rhee", "i"), "박": ("park", "pak", "bak"), "최": ("choi", "choe"), "정": ("jung", "chung", "jeong", "chong")}
_SIGNS = {"ANUSVARA": ("n", "m", "ng"), "CANDRABINDU": ("n", "m", ""), "VISARGA": ("h", ""), "VIRAMA": ("",), "NUKTA": ("",), "AVAGRAHA": ("",)}
_VOWEL_WAYS = {
    "a": ("a", "o", ""),
    "aa": ("a", "aa"),
    "i": ("i", "e"),
    "ii": ("i", "ee"),
    "u": ("u",),
    "uu": ("u", "oo"),
    "e": ("e",),
    "ee": ("e",),
    "oo": ("o",),
    "vocalic r": ("ri", "ru", "r"),
}
_KANA = {"si": ("shi", "si"), "ti": ("chi", "ti"), "tu": ("tsu", "tu"), "hu": ("fu", "hu"), "zi": ("ji", "zi"), "di": ("ji", "di"), "n": ("n", "m")}


@lru_cache(maxsize=4096)
def from_unicode(script: str, word: str) -> list[Alphabet]:
    """Give the letters of a word as an alphabet with their ways in Latin letters; none where a letter's name does not tell how it is read."""
    letters: dict[str, tuple[str, ...]] = {}
    for c in word:
        ways = _korean(c) if script == "HANGUL" else _ways(script, c)
        if not ways:
            return []
        letters[c] = ways
    if script in ("HIRAGANA", "KATAKANA"):
        letters |= _small(word, letters)
    return [made(script.capitalize(), letters)]


def _korean(c: str) -> tuple[str, ...]:
    """Take a Hangul syllable apart into lead, vowel and tail."""
    index = ord(c) - 0xAC00
    if not 0 <= index < 11172:
        return ()
    parts = [_LEADS[index // 588], _VOWELS[index % 588 // 28], _TAILS[index % 28]]
    leads, vowels, tails = (["" if way == "-" else way for way in part.split("/")] for part in parts)
    return tuple(dict.fromkeys((*_KOREAN.get(c, ()), *(a + b + t for a in leads for b in vowels for t in tails))))


def _ways(script: str, c: str) -> tuple[str, ...]:
    """Work out from a letter's name how it may be written."""
    name = unicodedata.name(c, "")
    found = _KIND.search(name)
    if found is None:
        return ("",) if c in "ー्" else ()
    read = found.group(1).lower()
    if script in ("HIRAGANA", "KATAKANA"):
        read = read.removeprefix("small ")
        return _KANA.get(read, (read,))
    if "SIGN" in name and found.group(1) in _SIGNS:
        return _SIGNS[found.group(1)]
    if "VOWEL SIGN" in name or read in _VOWEL_WAYS or read in ("ai", "au", "o"):
        return _VOWEL_WAYS.get(read, (read,))
    if script == "ETHIOPIC":
        return tuple(dict.fromkeys((read, read.rstrip("aeiou"), read.rstrip("aeiou") + "e", read.rstrip("aeiou") + "i")))
    if not read.endswith("a") or not read.isalpha():
        return ()
    stem = read[:-1]
    stems = [stem] + ([stem[1:]] if len(stem) > 1 and stem[0] == stem[1] else [])
    more = {"c": ["ch"], "ch": ["chh"], "v": ["w", "b"], "ss": ["sh"], "sh": ["s"], "b": ["v"], "y": ["j"], "j": ["z"]}.get(stem, [])
    return tuple(dict.fromkeys(form for s in [*stems, *more] for form in (s + "a", s, s + "o")))


def _small(word: str, letters: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Join a kana with the small one beside it ("kya", "sha", "kko")."""
    out: dict[str, tuple[str, ...]] = {}
    for one, two in pairwise(word):
        if "SMALL Y" in unicodedata.name(two, ""):
            stems = [way[:-1] for way in letters[one]]
            joined = [stem + tail for stem in stems for tail in letters[two]]
            out[one + two] = (*joined, *(stem + tail[1:] for stem in stems for tail in letters[two] if stem in ("sh", "ch", "j")))
        elif "SMALL TU" in unicodedata.name(one, ""):
            doubled = [way[0] + way for way in letters[two] if way]
            out[one + two] = (*doubled, *("t" + way for way in letters[two] if way.startswith("ch")))
    return out
