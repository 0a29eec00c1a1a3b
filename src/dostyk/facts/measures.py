"""A measure as worded → its family, and whether it is a flow over a period, a stock at a date, or a state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from dostyk.entities.spelling import words
from dostyk.facts.tables import table

MONEY_SORT = "flow"


@dataclass(frozen=True, slots=True)
class Measure:
    """A family of measures: `sort` is flow, stock or state; `symmetric` where two parties share one figure; `label` is for readers."""

    name: str
    sort: str
    symmetric: bool = False
    shape: str = "of"
    label: str = ""


@lru_cache(maxsize=8192)
def measure(name: str, unit: str = "1") -> Measure:
    """The family that a measure's name belongs to; an unknown one is a family of its own, sorted by its unit."""
    plain = _plain(name)
    known = _families().get(plain) or _by_words(plain)
    if known:
        return known
    if unit == "rank" or "/" in unit:
        return Measure(plain, "state", shape="rank" if unit == "rank" else "of", label=_proper(name))
    is_money = len(unit) == 3 and unit.isupper()
    shape = "out" if plain.endswith("exports") else "taken" if plain.endswith("imports") else "place" if unit == "1" else "of"
    return Measure(plain, MONEY_SORT if is_money else "stock", shape=shape, label=_proper(name))


def is_known(name: str) -> bool:
    """Whether a measure's name is one of a family in the data."""
    return _plain(name) in _families() or _by_words(_plain(name)) is not None


def _proper(name: str) -> str:
    """A name as written, without "number of"."""
    return " ".join(name.removeprefix("number of ").split())


@cache
def _families() -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for name, row in table("measures.toml").items():
        family = Measure(name, row["sort"], row.get("symmetric", False), row.get("shape", "place"), name)
        found |= {_plain(n): family for n in [name, *row["names"]]}
    return found


def _by_words(plain: str) -> Measure | None:
    """The family one word of each of whose lists is in a name, in whatever wording ("pairs of partner towns")."""
    held = set(plain.split())
    for name, row in table("measures.toml").items():
        if "words" in row and all(held & set(some) for some in row["words"]):
            return _families()[_plain(name)]
    return None


def _plain(name: str) -> str:
    return " ".join(w for w in words(name.replace("-", " ")) if w not in ("the", "of", "number"))
