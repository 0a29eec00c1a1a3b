"""The words of intention, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def words(name: str) -> frozenset[str]:
    """Give one of the lists of the kind's word file."""
    data = tomllib.loads(resources.files("dostyk.kinds.commitment").joinpath("en.toml").read_text("utf-8"))
    return frozenset(data["words"][name])
