"""Turns a page's numeric dates into its habit: day or month first."""

from __future__ import annotations

import re
from functools import cache


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d./-]*\d)")


def day_first(text: str) -> bool | None:
    """Tell from dates like "25/12/2013" and "12/25/2013" which number is the day; None where all can be read both ways, or as many
    one way as the other.
    """
    first = last = 0
    for match in _numeric().finditer(text):
        a, b = int(match[1]), int(match[3])
        first += 12 < a <= 31 and 1 <= b <= 12
        last += 12 < b <= 31 and 1 <= a <= 12
    return None if first == last else first > last
