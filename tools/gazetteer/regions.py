"""Adds regions with ISO 3166-2 codes, and areas, seas and border crossings without one."""

from __future__ import annotations

import json
import re
from pathlib import Path

from gazetteer.collect import Gazetteer
from gazetteer.tables import lists, plain, rows, split, words


def add_regions(g: Gazetteer, npm: Path) -> None:
    """Add first-level regions: CLDR's codes and English names, corrected by hand."""
    base = npm / "node_modules"
    shown = json.loads((base / "cldr-subdivisions-full/subdivisions/en/en.json").read_text())["subdivisions"]["localeDisplayNames"]["subdivisions"]
    contains = json.loads((base / "cldr-core/supplemental/subdivisionContainment.json").read_text())["supplemental"]["subdivisionContainment"]
    by_hand = {row[0]: (row + [""] * 3)[1:3] for row in rows("regions.tsv")}
    codes = []
    for country, value in contains.items():
        if len(country) == 2:
            for code in value["_contains"]:
                codes.append(code)
                if country in words("two_levels") and code in contains:
                    codes += contains[code]["_contains"]
    codes += [key[:2].lower() + key[3:].lower() for key in by_hand]
    for code in dict.fromkeys(codes):
        ident = f"{code[:2].upper()}-{code[2:].upper()}"
        name = shown.get(code, "")
        canonical, others = by_hand.get(ident, [plain(bare(name)) if name else "", ""])
        if not (canonical or name) or canonical == "-":
            continue
        canonical = canonical or plain(name)
        number = g.entity(ident, canonical, "r", ident[:2])
        for text in [canonical, bare(canonical), name, bare(name), *split(others)]:
            flags = "d" if text in lists()["adjectives"] else ""
            for spelling in (text, plain(text)):
                if len(spelling) > 2 or spelling >= "\u3400":
                    g.name(number, spelling, flags or region_weakness(g, spelling, ident[:2], known=ident in by_hand), own=spelling == canonical)
    for row in rows("regions_ru_kk_zh.tsv"):
        if row[0] not in g.index:
            print("no region", row[0])
            continue
        for text in split(row[1]):
            g.name(g.index[row[0]], text)


def bare(name: str) -> str:
    """Take the kind of region off the end of a name."""
    return re.sub(rf" (?:{'|'.join(lists()['region_endings'])})$", "", name)


def region_weakness(g: Gazetteer, name: str, country: str, *, known: bool) -> str:
    """Say what a mention of a region needs: u, its kind beside it ("Eastern Province"); q, no sign of a person."""
    parts = re.findall(r"\w+", name.lower())
    if all(word in words("compass") for word in parts):
        return "u"
    if country in words("sure"):
        return "q" if name in words("doubtful") else ""
    if all(word in g.words.ordinary or word in words("compass") for word in parts):
        return "p" if plain(name) in g.words.persons or name.lower() in g.words.adjectives else "u"
    if plain(name) in g.words.given or (not known and name.lower() in g.words.rare):
        return "p"
    return "q" if plain(name) in g.words.persons else "p" if len(name) < 4 else ""


def add_places(g: Gazetteer) -> None:
    """Add areas, seas, border crossings: ids x:slug, unless GeoNames has a town of that name."""
    for row in rows("places.tsv"):
        slug, name, kind, country, others = (row + [""] * 5)[:5]
        mark = {"place": "p", "region": "r", "city": "t", "organisation": "o", "nothing": "n"}[kind]
        number = next((n for n, _, own in g.names.get(name, []) if own and mark == "t" and g.entities[n][3] == country), -1)
        if number < 0:
            number = g.entity(f"x:{slug}", name, mark, country)
        g.name(number, name, own=True)
        for text in split(others):
            g.name(number, text, "d" if text.endswith(tuple(words("adjective_endings"))) else "")
