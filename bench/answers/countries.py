"""Turns a case of task country_name into the code of the one country that Dostyk reads, or none."""

from __future__ import annotations

from typing import Any

from dostyk.values.names import country, country_alpha3


def answer(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the items of `got` for one case."""
    code = country(case["text"])
    alpha3 = country_alpha3(code) if code is not None else None
    return [{"iso3": alpha3}] if alpha3 else []
