"""The three readers under one signature, in every language that is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dostyk.entities.names import read_names
from dostyk.languages import READ
from dostyk.values.dates import read_dates
from dostyk.values.quantities import read_quantities

Reader = Callable[[str, str], Sequence[Any]]
REFERENCE = "2021-06-15"

READERS: dict[str, Reader] = {
    "dates": lambda text, language: read_dates(text, REFERENCE, language),
    "quantities": lambda text, language: read_quantities(text, language),
    "names": lambda text, language: read_names(text, language, REFERENCE),
}


CASES = [(reader, language) for reader in READERS for language in READ]
