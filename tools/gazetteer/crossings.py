"""Adds border crossings: pairs of places, one on either side, that are found in texts as places and looked up by country."""

from __future__ import annotations

import re

from gazetteer.collect import Gazetteer
from gazetteer.spellings import cyrillic_weakness, weakness
from gazetteer.tables import OUT, plain, rows, split


def add_crossings(g: Gazetteer) -> None:
    """Add the places of both sides, and write which of them belong together."""
    lines = ["# modes\tcountry\tid\tcountry\tid\tsource; made by tools/make_gazetteer.py from tools/gazetteer/crossings.tsv\n"]
    for modes, one, names, two, others, source in rows("crossings.tsv"):
        ids = [_shown(g, side(g, country, split(cell))) for country, cell in ((one, names), (two, others))]
        lines.append(f"{modes}\t{one}\t{ids[0]}\t{two}\t{ids[1]}\t{source}\n")
    (OUT / "crossings.tsv").write_text("".join(lines), encoding="utf-8")


def side(g: Gazetteer, country: str, names: list[str]) -> int:
    """Give the number of the place on one side: a place or town already known by its first name in the country, else a new one."""
    number = next((n for n, _, _ in g.names.get(names[0], []) if g.entities[n][2] in "pt" and g.entities[n][3] == country), -1)
    if number < 0:
        slug = "x:" + re.sub(r"[^a-z0-9]+", "-", plain(names[0]).lower()).strip("-")
        number = g.entity(slug if slug not in g.index else f"{slug}-{country.lower()}", names[0], "p", country)
    for text in names:
        if text != names[0] and number != next((n for n, _, _ in g.names.get(text, []) if g.entities[n][3] == country), number):
            continue
        for spelling in dict.fromkeys((text, plain(text))):
            latin = spelling[0] <= "\u024f"
            weak = weakness(g, spelling, 20_000, "XX", important=False) if latin else cyrillic_weakness(g, spelling, 20_000, "t")
            g.name(number, spelling, weak, own=spelling == names[0])
    return number


def _shown(g: Gazetteer, number: int) -> str:
    """Write a record's id as the program does."""
    ident = g.entities[number][0]
    return f"geonames:{ident}" if ident.isdigit() else ident
