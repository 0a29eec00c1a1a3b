"""Turns a country's name into keys under which its different spellings meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from dostyk.values.names.gazetteer import read


@cache
def _lists() -> dict[str, frozenset[str]]:
    """Read the word lists."""
    import tomllib

    return {name: frozenset(text.split()) for name, text in tomllib.loads(read("country_words.toml")).items() if isinstance(text, str)}


@cache
def _same() -> dict[str, str]:
    """Read the words that stand for others."""
    import tomllib

    found: dict[str, str] = tomllib.loads(read("country_words.toml"))["same"]
    return found


def key(name: str) -> str:
    """Write a name without case, accents, punctuation and small words, the rest in the order of the alphabet."""
    return " ".join(sorted(words(name)))


def words(name: str) -> list[str]:
    """Give the words of a name as keys have them."""
    flat = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i").replace("ø", "o"))
    flat = "".join(c for c in flat if not (c < "\u0900" and unicodedata.combining(c)))
    flat = re.sub(r"['’`*]", "", re.sub(r"\b[dl]['’](?=\w)", "", flat))
    flat = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", flat).replace("&", " and ")
    return [_same().get(word, word) for word in re.findall(r"[\w\u0900-\u109f\u1780-\u17ff]+", flat) if word not in _lists()["small"]]


@cache
def shared() -> frozenset[str]:
    """Give the keys that two territories share."""
    import tomllib

    return frozenset(tomllib.loads(read("country_words.toml"))["shared"]["keys"])


def bare(text: str) -> str:
    """Take the words for forms of state out of a key."""
    return " ".join(word for word in text.split() if word not in _lists()["forms"])


def democratic(text: str) -> bool:
    """Say whether a key has one of the words by which two Koreas and two Congos differ."""
    return not _lists()["democratic"].isdisjoint(text.split())


def marked(text: str) -> str:
    """Take the words for forms of state out of a key, but leave a mark for "people's" and "democratic", by which two Koreas and Congos differ."""
    return bare(text) + (" +" if democratic(text) else "")


def outside_and_inside(name: str) -> list[str]:
    """Give a name, then what stands outside its brackets, then what stands inside them."""
    name = name.strip()
    if not re.search(r"\w", name) or len(name) > 120:
        return []
    outside, inside = re.sub(r"\([^()]*\)", " ", name).strip(), re.findall(r"\(([^()]+)\)", name)
    return [text for text in dict.fromkeys([name, outside, *inside]) if re.search(r"\w", text)]


def close(text: str, known: Mapping[str, str]) -> str | None:
    """Give the code of the one country whose key is the same with words cut short, or but for a slip; None where there are more, or none."""
    cut = {code for other, code in known.items() if _cut_short(text, other)}
    if len(cut) == 1:
        return min(cut)
    most = 2 if len(text) >= 10 else 1 if len(text) >= 5 else 0
    found: dict[str, int] = {}
    for other, code in known.items():
        if len(other) >= 4 and abs(len(other) - len(text)) <= most and other[0] == text[0]:
            away = 1 if len(text) > 5 and sorted(text) == sorted(other) else distance(text, other, most)
            if away <= most:
                found[code] = min(found.get(code, 9), away)
    least = min(found.values(), default=9)
    nearest = [code for code, away in found.items() if away == least]
    return nearest[0] if len(nearest) == 1 else None


def _cut_short(text: str, other: str) -> bool:
    """Say whether every word of a key begins a word of another one, as in "cen african rep"."""
    if text[0] != other[0]:
        return False
    left, right = text.split(), other.split()
    return len(left) == len(right) > 1 and all(len(a) > 2 and b.startswith(a) for a, b in zip(left, right, strict=True))


def distance(a: str, b: str, most: int) -> int:
    """Count the letters to put in, leave out, change or swap with their neighbour to make `b` of `a`; `most` + 1 where it is more."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]
