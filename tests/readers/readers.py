"""The three readers under one signature, for the languages that each has words of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import resources
from typing import Any

from dostyk.languages import READ
from dostyk.values.dates import read_dates
from dostyk.values.names import find_places
from dostyk.values.quantities import read_quantities

Reader = Callable[[str, str], Sequence[Any]]
REFERENCE = "2021-06-15"

READERS: dict[str, Reader] = {
    "dates": lambda text, language: read_dates(text, REFERENCE, language),
    "quantities": lambda text, language: read_quantities(text, language),
    "names": lambda text, language: find_places(text),
}


def has_words(reader: str, language: str) -> bool:
    return reader == "names" or resources.files("dostyk").joinpath("languages", language, f"{reader}.toml").is_file()


CASES = [(reader, language) for reader in READERS for language in READ if has_words(reader, language)]
