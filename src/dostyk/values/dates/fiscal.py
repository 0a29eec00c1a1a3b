"""Gives the months of a country's fiscal year."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def _begins() -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(resources.files("dostyk.values.dates").joinpath("fiscal.toml").read_text("utf-8"))["begins"]
    return found


def fiscal_year(code: str, ends: int) -> str | None:
    """The fiscal year of a country (ISO 3166-1 alpha-2) that ends in a calendar year, as an EDTF interval of months; None where it is that year.

    A fiscal year that begins within a month is given from that month to the one in which it ends.
    """
    begins = _begins().get(code)
    if begins is None:
        return None
    month, day = (int(part) for part in begins.split("-"))
    last = month if day > 1 else month - 1
    return f"{ends - 1:04d}-{month:02d}/{ends:04d}-{last:02d}"
