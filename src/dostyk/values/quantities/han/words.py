"""Turns a language's quantity words written without spaces into tables and the patterns that find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from dostyk.values.quantities.lexicon import data

LANGUAGE = "zh"


@cache
def table() -> Mapping[str, Any]:
    """Load the words."""
    return data(f"languages/{LANGUAGE}/quantities.toml")


def either(words: Iterable[str]) -> str:
    """Give the alternatives of a pattern, longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@cache
def any_of(name: str) -> re.Pattern[str]:
    """Compile a pattern for the words of a list or the keys of a table."""
    found = table()[name]
    return re.compile(either(str(found["words"]).split() if "words" in found else found))


@cache
def codes(name: str) -> Mapping[str, str]:
    """Give the code of every word of a table of codes."""
    return {word: code for code, words in table()[name].items() for word in str(words).split()}


@cache
def units() -> Mapping[str, str]:
    """Give the code of every unit and currency, by its words and by the symbols of all languages."""
    shared = data("values/units.toml")
    symbols = {code: code for code in shared["same"]["symbols"].split() if len(code) > 1 or code in "mgtWVLK%"}
    symbols |= {sign: code for sign, code in shared["written"].items() if " " not in code and (len(sign) > 1 or not sign.isascii())}
    money = {code: code for code in data("values/currencies.toml")["codes"].split()}
    return {**symbols, **money, **codes("currencies"), **codes("units")}


@cache
def unit_pattern() -> re.Pattern[str]:
    """Compile a pattern for a unit: a word, or a symbol that no Latin letter follows."""
    words = [word for word in units() if not word[-1].isascii() or not word[-1].isalpha()]
    symbols = [word for word in units() if word[-1].isascii() and word[-1].isalpha()]
    return re.compile(rf"(?:(?:{either(symbols)})(?![A-Za-z0-9])|{either(words)})")


@cache
def prefixed() -> re.Pattern[str]:
    """Compile a pattern for the units that begin like a numeral ("千瓦", "兆字节")."""
    return re.compile(either(word for word in codes("units") if word[0] in "千兆"))
