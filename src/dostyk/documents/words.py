"""The word lists of this room, read from data files once, when first needed."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import Any


@functools.cache
def words(file: str, name: str) -> frozenset[str]:
    """Give one list of a data file as a set for looking up; never iterated into output."""
    return frozenset(word_list(file, name))


@functools.cache
def word_list(file: str, name: str) -> tuple[str, ...]:
    """Give one list of a data file in the file's order."""
    return tuple(_table(file)[name])


@functools.cache
def word(file: str, name: str) -> str:
    """Give one single pattern of a data file."""
    return str(_table(file)[name])


@functools.cache
def table(file: str, name: str) -> dict[str, str]:
    """Give one table of a data file."""
    return {str(key): str(value) for key, value in _table(file)[name].items()}


@functools.cache
def _table(file: str) -> dict[str, Any]:
    return tomllib.loads(files("dostyk.documents").joinpath("data", file).read_text("utf-8"))
