"""Data files beside the code → tables, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(file: str) -> dict[str, Any]:
    """Everything a TOML file of this package holds."""
    return tomllib.loads(files("dostyk.briefs").joinpath(file).read_text("utf-8"))
