"""Judges names of towns: worth looking for, needing a sign of place beside them, near enough to be the same name."""

from __future__ import annotations

import re

from gazetteer.collect import Gazetteer
from gazetteer.tables import CYRILLIC, LATIN, common, plain, words


def skeleton(name: str) -> str:
    """Write what an English ear keeps of a name: consonants, alike ones alike, none twice."""
    name = plain(name).lower()
    for old, new in (
        ("sh", "x"),
        ("ch", "x"),
        ("zh", "j"),
        ("dj", "j"),
        ("kh", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("gh", "g"),
        ("q", "k"),
        ("ck", "k"),
        ("c", "k"),
        ("w", "v"),
        ("y", ""),
        ("dh", "d"),
        ("bh", "b"),
    ):
        name = name.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou' .\-]", "", name))


def near(text: str, canonical: str) -> bool:
    """Say whether an English page may write a name so: like sounds, no other language's ending."""
    if len(text) > len(canonical) + 3 or len(text.split()) > len(canonical.split()) + 1 or len(text) < len(canonical) - 3:
        return False
    if text.endswith("a") and canonical[-1] not in "aeiou":
        return False
    if re.search(r"(?:o|as|us|is|os|um|ul|en|by|aj|ij|ij|eh|io)$", text) and text[-1] != canonical[-1]:
        return False
    if re.search(r"(?:tj|sj|zs|cz|sz|ŝ|dsch|tsch|oe|ae|ue|uu|ii|kk|dz|x|ts[jc]|[^aeiou]j|w[^aeiouh])", text.lower()) and not re.search(
        r"(?:oe|ae|ue|x|w)", canonical.lower()
    ):
        return False
    if text[0] != canonical[0] and {text[0], canonical[0]} not in (
        {"K", "Q"},
        {"C", "K"},
        {"J", "Z"},
        {"Y", "E"},
        {"G", "H"},
        {"V", "W"},
        {"H", "K"},
    ):
        return False
    return (
        skeleton(text) == skeleton(canonical)
        or plain(text).replace(" ", "").replace("-", "").lower() == canonical.replace(" ", "").replace("-", "").lower()
    )


def part_of(text: str, canonical: str) -> bool:
    """Say whether a name is the first or the last words of a longer one ("Leon de los Aldama")."""
    text = plain(text)
    return len(text) > 3 and text.isascii() and text[0].isupper() and (canonical.startswith(text + " ") or canonical.endswith(" " + text))


def weakness(g: Gazetteer, name: str, people: int, code: str, important: bool) -> str:
    """Say what a mention needs: w, t, p, a sign of place beside it (p: and none of a person); q, no sign of a person."""
    single, small = " " not in name and "-" not in name, people < 100_000 and not important
    parts = re.findall(r"[\w']+", name.lower())
    if all(word in g.words.ordinary or word in words("compass") for word in parts) and (single or small):
        return "q" if people >= 1_000_000 else "w"
    if single and plain(name) in g.words.frequent:
        return "p"
    if single and plain(name) in g.words.persons:
        return "q" if people >= 300_000 or (important and people >= 100_000) else "p"
    if small and single and (plain(name) in g.words.surnames or name.lower() in g.words.rare):
        return "p"
    if len(name) <= 3 and people < 200_000:
        return "w"
    if not single:
        return "t" if small and all(plain(word) in g.words.persons for word in name.split()) else ""
    return "t" if small and (code in words("anglophone") or len(name) <= 4) else ""


def keep(g: Gazetteer, name: str, people: int, code: str, important: bool) -> bool:
    """Say whether a name of a city is worth looking for at all."""
    if not LATIN.match(name) or name in words("months") or len(name) < 3 or name.lower() in common():
        return False
    single = " " not in name
    if single and name.lower() in g.words.ordinary and people < 50_000 and not important:
        return False
    return not (single and plain(name) in g.words.persons and people < 30_000 and not important)


def cyrillic_weakness(g: Gazetteer, name: str, people: int, kind: str) -> str:
    """Say what a mention of a town in Cyrillic letters needs: w, a sign of place before it; p, that and none of a person; q, none of a person."""
    if kind != "t" or " " in name or "-" in name:
        return ""
    if name.lower() in words("ordinary_ru"):
        return "w"
    if not re.search(r"(?:[оеё]в|[иы]н)(?:[аоеуы]|ым|ой|ом)?$", name):
        return ("q" if people >= 300_000 else "p") if name in words("given_ru") or latin(name) in g.words.given else ""
    if name in words("never_surnames") or people >= 1_000_000:
        return ""
    return "q" if people >= 250_000 and re.search(r"[вн]$", name) else "p" if latin(name) in g.words.surnames or re.search(r"[оеё]в", name) else ""


def latin(name: str) -> str:
    """Write a Cyrillic name in English letters, as people.tsv does."""
    return "".join(CYRILLIC.get(c.lower(), c.lower()) for c in name).capitalize()
