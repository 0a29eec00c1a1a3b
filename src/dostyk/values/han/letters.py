"""Turns Chinese text in any form of writing into one form of the same length: simplified characters, narrow letters, digits and marks."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

_GROUPED = re.compile("(?<=[０-９])，(?=[０-９]{3})")
"""A wide comma stays one, but between wide digits."""


@cache
def _table() -> dict[int, str]:
    """Load what each character is read as; ASCII in wide form (U+FF01 to U+FF5E) is read as ASCII."""
    pairs = tomllib.loads(resources.files("dostyk").joinpath("values", "han", "letters.toml").read_text(encoding="utf-8"))["pairs"]
    wide = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}
    return {**wide, 0x3000: " ", 0xA0: " ", **{ord(pair[0]): pair[1] for pair in pairs.split() if pair[0] != pair[1]}}


def fold(text: str) -> str:
    """Give a text of the same length, character by character, in simplified characters and narrow digits; offsets are those of the text."""
    if "，" in text:
        text = _GROUPED.sub(",", text)
    return text.translate(_table())
