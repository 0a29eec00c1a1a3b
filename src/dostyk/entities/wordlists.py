"""Data files beside the code → word lists and tables."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(file: str) -> dict[str, Any]:
    """Everything a TOML file of this package holds."""
    return tomllib.loads(files("dostyk.entities").joinpath(file).read_text("utf-8"))


def wordlist(file: str, name: str) -> list[str]:
    """One list of words of a TOML file of this package."""
    return [str(word) for word in table(file)[name]]
