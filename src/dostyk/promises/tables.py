"""The data file of this room → tables, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Any:
    """One table or list of `promises.toml`."""
    return _all()[name]


@cache
def _all() -> dict[str, Any]:
    return tomllib.loads(files("dostyk.promises").joinpath("promises.toml").read_text("utf-8"))


def limit(kind: str) -> float:
    """Years after which what is told of a kind is no longer of a promise of that kind."""
    limits = table("within")
    return float(limits.get(kind, limits["others"]))
