"""Turns a language's date words written without spaces into tables and the patterns that find them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

LANGUAGE = "zh"
N = "〇零一二三四五六七八九十廿卅"
COUNT = "[0-9]+(?:\\.[0-9]+)?|[〇零一二三四五六七八九十廿卅百千两]+"


@cache
def table() -> Mapping[str, Any]:
    """Load the words."""
    found: dict[str, Any] = tomllib.loads(resources.files("dostyk").joinpath("languages", LANGUAGE, "dates.toml").read_text(encoding="utf-8"))
    return found


def either(words: Iterable[str]) -> str:
    """Give the alternatives of a pattern, longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def listed(name: str) -> list[str]:
    """Give the words of a list."""
    return str(table()[name]["words"]).split()


@cache
def one_of(*names: str) -> re.Pattern[str]:
    """Compile a pattern for any of the words of the named tables."""
    return re.compile(either(word for name in names for word in (table()[name] if "words" not in table()[name] else listed(name))))


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern in which `{name}` stands for the words of a table, `{N}` for a numeral and `{COUNT}` for a number."""
    groups = {name: f"(?:{either(words if 'words' not in words else listed(name))})" for name, words in table().items() if name != "approximate"}
    for name, words in groups.items():
        source = source.replace(f"<{name}>", words)
    return re.compile(source.replace("<N>", f"[{N}]").replace("<COUNT>", f"(?:{COUNT})"))
