"""Writes entities, names and bearers, in the form that dostyk.values.names.gazetteer reads."""

from __future__ import annotations

from gazetteer.collect import Gazetteer
from gazetteer.tables import OUT, words

USUAL = frozenset((("CD", "Congolese"), ("DO", "Dominican"), ("DO", "Dominicans")))
"""Whose people are usually meant by a word that two countries share."""


def capitals_in_letters(g: Gazetteer) -> None:
    """Add the all-capital spelling of countries and great cities, for headlines."""
    for name in list(g.names):
        if len(name) < 4 or name.isupper() or not name.isascii():
            continue
        holders = [
            (n, f)
            for n, f, own in g.names[name]
            if (g.entities[n][2] == "c" and not set("hsd") & set(f)) or (own and g.entities[n][4] >= 500_000 and "w" not in f)
        ]
        for number, flags in holders[:1]:
            g.name(number, name.upper(), flags)


def ranked(g: Gazetteer, name: str) -> list[int]:
    """Order the bearers of a name: countries, then own names before borrowed ones, then by people."""

    def score(item: tuple[int, str, bool]) -> tuple[float, int]:
        number, _, own = item
        _, _, kind, country, people, admin = g.entities[number]
        if kind == "c":
            return (1e12 if own else 9.1e11 if (country, name) in USUAL else 9e11, -number)
        if kind in "pon":
            return (5e8 if own else 1e6, -number)
        if kind == "r":
            return (2e5 if country not in {"US", "CA", "AU"} else 8e5, -number)
        return (people * (8 if own else 1) * (5 if admin.endswith("*") else 1), -number)

    return [number for number, _, _ in sorted(g.names[name], key=score, reverse=True)]


def write(g: Gazetteer) -> None:
    """Write entities, and per script group the sorted names with, line by line, their flags and bearers."""
    OUT.mkdir(parents=True, exist_ok=True)
    used = sorted({n for holders in g.names.values() for n, _, _ in holders})
    renumber = {old: new for new, old in enumerate(used)}
    with (OUT / "entities.tsv").open("w", encoding="utf-8") as out:
        for old in used:
            ident, name, kind, country, people, admin = g.entities[old]
            shown = "" if ident == country else country
            out.write(f"{ident}\t{name}\t{kind}\t{shown}\t{people or ''}\t{admin}\n".replace("\t\t\t\n", "\n"))
    groups: dict[str, list[tuple[str, str]]] = {"latin": [], "other": []}
    for name, holders in g.names.items():
        order = ranked(g, name)
        flags = next(f for n, f, _ in holders if n == order[0]) + ("q" if name in words("doubtful") else "")
        groups["latin" if name[0] <= "\u024f" or "\u1e00" <= name[0] <= "\u1eff" else "other"].append(
            (name, flags + ",".join(str(renumber[n]) for n in order[:8]))
        )
    for group, pairs in groups.items():
        pairs.sort()
        (OUT / f"names_{group}.txt").write_text("\n".join(n for n, _ in pairs), encoding="utf-8")
        (OUT / f"bearers_{group}.txt").write_text("\n".join(b for _, b in pairs), encoding="utf-8")
        print(group, len(pairs))
    print(len(used), "entities")
