"""Which countries an adjective of a part of the world describes ("the Baltic state"); after the United Nations' M49 regions."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from dostyk.values.names.gazetteer import read


@cache
def _areas() -> dict[str, frozenset[str]]:
    """Give the codes by adjective."""
    return {adjective: frozenset(area["codes"].split()) for area in tomllib.loads(read("areas.toml"))["area"] for adjective in area["adjectives"]}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _areas()), key=lambda a: (-len(a), a)))})\b")


def countries_of_area(words: str) -> frozenset[str]:
    """Give the ISO 3166-1 alpha-2 codes of the part of the world that words name by its longest adjective; empty where they name none."""
    found = _pattern().search(words.lower())
    return _areas()[found.group()] if found else frozenset()
