"""Turns the one-character signs by which Chinese texts name countries ("中方", "中哈关系", "访华") into hits."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache

from dostyk.values.names.gazetteer import number_of, read, record
from dostyk.values.names.hits import Hit, Sense


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """Give the ids that each sign may stand for, the usual one first ("-": none unless the text names one)."""
    found = {sign: tuple(ids.split()) for sign, ids in tomllib.loads(read("signs.toml"))["codes"].items()}
    return {**found, "华": ("CN",), "華": ("CN",)}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Compile where signs stand."""
    return {name: re.compile(text) for name, text in tomllib.loads(read("signs.toml"))["patterns"].items()}


@cache
def _sense(ident: str) -> Sense:
    """Make the sense of a country or part of the world meant by a sign."""
    found = record(number_of()[ident])
    return Sense("d", (found.number,), found, (), True)


def signs(flat: str, hits: Sequence[Hit]) -> list[Hit]:
    """Find the signs that are no part of a longer name; one that several countries share stands for the one that a hit names."""
    if max(flat, default="") < "\u4e00":
        return []
    patterns = _patterns()
    runs = [match.span(1) for match in patterns["side"].finditer(flat) if not patterns["not_side"].match(flat, max(0, match.start() - 1))]
    runs += [match.span(1) for match in patterns["several"].finditer(flat)]
    runs += [match.span(match.lastindex or 0) for match in patterns["towards"].finditer(flat) if not patterns["words"].match(flat, match.end() - 1)]
    if not runs:
        return []
    taken = {at for hit in hits if flat[hit.start] >= "\u3400" for at in range(hit.start, hit.end)}
    found = {at for start, end in runs if taken.isdisjoint(range(start, end)) for at in range(start, end)}
    named = {hit.sense.first.id for hit in hits}
    out = []
    for at in sorted(found):
        meant = _codes()[flat[at]]
        ident = next((ident for ident in meant if ident in named), meant[0])
        if ident != "-":
            out.append(Hit(at, at + 1, _sense(ident)))
    return out
