"""Chinese characters and pinyin → what they may be written as in pinyin, in Wade–Giles and in Cyrillic (Palladius)."""

from __future__ import annotations

from functools import cache, lru_cache

from dostyk.values.spellings.tables import Alphabet, data, made, read


@cache
def _ways() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Give, for each pinyin syllable, its ways in Latin and in Cyrillic letters."""
    tables = data("pinyin.toml")
    cyrillic: dict[str, str] = {}
    wade: dict[str, str] = {}
    rows = {name: list(zip(*(tables[name][key].split() for key in ("pinyin", "palladius", "wade")), strict=True)) for name in list(tables)[:-1]}
    for first, first_p, first_w in rows["initials"]:
        palatal = first in ("j", "q", "x")
        finals = rows["soft"] + rows["round"] if palatal else rows["finals"] + rows["soft"]
        for last, last_p, last_w in finals:
            cyrillic[first + last], wade[first + last] = first_p + last_p, first_w + last_w
    for group in ("alone", "apart"):
        for syllable, in_p, in_w in rows[group]:
            cyrillic[syllable], wade[syllable] = in_p, in_w
    latin_ways = {s: tuple(dict.fromkeys((s, s.replace("v", "u"), s.replace("v", "yu"), w))) for s, w in wade.items()}
    cyrillic_ways = {s: tuple(dict.fromkeys((c, c.replace("э", "е"), c.replace("уэй", "ой")))) for s, c in cyrillic.items()}
    return latin_ways, cyrillic_ways


@cache
def _characters() -> dict[str, list[str]]:
    """Give the pinyin of every character, its readings in the order of the alphabet."""
    out: dict[str, list[str]] = {}
    for line in read("han.tsv").rstrip("\n").split("\n"):
        syllable, characters = line.split("\t")
        for character in characters:
            out.setdefault(character, []).append(syllable)
    return out


@lru_cache(maxsize=4096)
def characters(word: str, cyrillic: bool) -> Alphabet:
    """Give the characters of a word as an alphabet, written in Latin or in Cyrillic letters."""
    ways = _ways()[cyrillic]
    known = _characters()
    letters = {c: tuple(dict.fromkeys(w for s in known.get(c, ()) for w in ways.get(s, (s,)))) for c in word}
    return made("Chinese characters", letters)


@cache
def syllables() -> Alphabet:
    """Give pinyin as an alphabet of syllables, written in Cyrillic letters."""
    return made("pinyin", {s.replace("v", "u"): w for s, w in _ways()[1].items()} | _merged())


def _merged() -> dict[str, tuple[str, ...]]:
    """Join the ways of syllables that are told apart by ü alone."""
    ways = _ways()[1]
    return {s: ways[s] + ways[s.replace("u", "v")] for s in ("lu", "nu")}


@lru_cache(maxsize=65536)
def is_pinyin(word: str) -> bool:
    """Say whether a word in small bare letters is made of pinyin syllables."""
    if len(word) > 24:
        return False
    known = syllables().letters
    reached = {0}
    for at in range(len(word)):
        if at in reached:
            reached |= {at + n for n in range(1, 7) if word[at : at + n] in known and at + n <= len(word)}
    return len(word) in reached


@cache
def _palladius() -> frozenset[str]:
    """Give all syllables in Cyrillic letters."""
    return frozenset(way for ways in _ways()[1].values() for way in ways)


@lru_cache(maxsize=65536)
def is_palladius(word: str) -> bool:
    """Say whether a word in small Cyrillic letters is made of one or two Chinese syllables."""
    if not 1 <= len(word) <= 12:
        return False
    reached = {0}
    for _ in range(2):
        reached = {at + n for at in reached for n in range(1, 7) if word[at : at + n] in _palladius()}
        if len(word) in reached:
            return True
    return False


@cache
def double_surnames() -> frozenset[str]:
    """Give the surnames of two characters."""
    return frozenset(data("pinyin.toml")["surnames"]["double"].split())


def name_parts(name: str) -> tuple[str, ...]:
    """Part a name of two to four characters into surname and given name; longer and shorter ones stay whole."""
    if name[:2] in double_surnames() and 3 <= len(name) <= 4:
        return name[:2], name[2:]
    return (name[:1], name[1:]) if 2 <= len(name) <= 3 else (name,)
