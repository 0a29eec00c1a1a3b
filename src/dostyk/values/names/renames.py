"""Turns an entity and a date into the name, the capital or the successors that it had then, with sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dostyk.values.names.gazetteer import read


@dataclass(frozen=True, slots=True)
class Dated:
    """One name, or one capital (`name` is then its id), of an entity, with abbreviations and names in other languages.

    `valid` is an EDTF interval; `kind` is "spelling" for what was written beside the name in force.
    """

    id: str
    name: str
    valid: str
    source: str
    kind: str = ""
    others: tuple[str, ...] = ()

    def reads(self, name: str) -> bool:
        """Say whether this is what a name reads."""
        return name == self.name or name in self.others


@cache
def _tables() -> dict[str, list[dict[str, Any]]]:
    """Read renames.toml."""
    import tomllib

    return tomllib.loads(read("renames.toml"))


@cache
def _names() -> dict[str, tuple[Dated, ...]]:
    """Give the dated names of each entity."""
    out: dict[str, tuple[Dated, ...]] = {}
    for row in _tables()["name"]:
        dated = Dated(row["id"], row["name"], row["valid"], row["source"], row.get("kind", ""), tuple(row.get("others", ())))
        out[dated.id] = (*out.get(dated.id, ()), dated)
    return out


@cache
def _capitals() -> dict[str, tuple[Dated, ...]]:
    """Give the dated capitals of each country."""
    out: dict[str, tuple[Dated, ...]] = {}
    for row in _tables()["capital"]:
        out[row["of"]] = (*out.get(row["of"], ()), Dated(row["of"], row["id"], row["valid"], row["source"]))
    return out


def dated_names(entity_id: str) -> tuple[Dated, ...]:
    """Give the names of an entity with the intervals in which they were in force and the sources; empty where it kept one name."""
    return _names().get(entity_id, ())


@cache
def _bodies() -> dict[str, str | None]:
    """Give the country of each ministry, company or other body, None for international ones."""
    return {row["id"]: row["body"] or None for row in _tables()["name"] if "body" in row}


@cache
def _bodies_by_name() -> dict[str, tuple[str, ...]]:
    """Give the ids of bodies by every name they had."""
    out: dict[str, tuple[str, ...]] = {}
    for ident in _bodies():
        for name in dict.fromkeys(name for dated in _names()[ident] for name in (dated.name, *dated.others)):
            out[name] = (*out.get(name, ()), ident)
    return out


def bodies_named(name: str) -> tuple[str, ...]:
    """Give the ids of the ministries, companies and international bodies that bear or bore a name."""
    return _bodies_by_name().get(name, ())


def body(ident: str) -> tuple[str, str | None] | None:
    """Give a body's last name and its country (None: international); None for an id that is no body's."""
    if ident not in _bodies():
        return None
    return next(dated.name for dated in reversed(_names()[ident]) if not dated.kind), _bodies()[ident]


def renamed_to(name: str) -> tuple[Dated, ...]:
    """Give the dated names, of any entity, that read `name`."""
    return tuple(dated for found in _names().values() for dated in found if dated.reads(name))


def all_dated() -> tuple[Dated, ...]:
    """Give every dated name on record."""
    return tuple(dated for found in _names().values() for dated in found)


def name_then(entity_id: str, at: str) -> str | None:
    """Give the name in force on an EDTF date; of several the one in force longest in it; None where none is recorded for then."""
    best = _best([d for d in dated_names(entity_id) if not d.kind], at)
    return best.name if best is not None else None


def capital_then(code: str, at: str | None) -> str | None:
    """Give the id of a country's capital on an EDTF date (None: the last one known), where the record has dates for it."""
    found = _capitals().get(code, ())
    if at is None:
        return found[-1].name if found else None
    best = _best(list(found), at)
    return best.name if best is not None else None


def has_dated_capitals(code: str) -> bool:
    """Say whether a country's capitals are recorded by date."""
    return code in _capitals()


def successors(code: str) -> tuple[str, ...]:
    """Give the states that came after one that is gone, the one that continues it first."""
    for row in _tables()["succession"]:
        if row["id"] == code:
            return tuple(row["successors"])
    return ()


def _best(found: list[Dated], at: str) -> Dated | None:
    """Choose what holds for the greatest part of a date; raises ValueError on what is no EDTF."""
    from dostyk.values.edtf import edges

    span = edges(at)
    if span is None:
        return None
    best, most = None, 0
    for dated in found:
        held = edges(dated.valid)
        if held is None:
            continue
        low, high = max(span[0], held[0]), min(span[1], held[1])
        length = _days(high) - _days(low) + 1
        if low <= high and length >= most:
            best, most = dated, length
    return best


def _days(day: tuple[int, int, int]) -> int:
    """Count days roughly, for comparing lengths."""
    return day[0] * 372 + day[1] * 31 + day[2]
