"""A run of figures turned into the number it writes: "1,200" is 1200, "17,62" is 17.62, "1 200 000" is 1200000, "4.12.2013" is none."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

# A run of figures with its separators; spaces and apostrophes only before groups of three.
FIGURES = re.compile(
    r"[0-9]{1,3}(?:([ \u00a0\u202f\u2009'’])[0-9]{3}(?![0-9]))(?:\1[0-9]{3}(?![0-9]))*(?:[.,][0-9]++(?![.,][0-9]))?"
    r"|[0-9]+(?:[.,][0-9]+)*"
)
# Telephone numbers, dates, scores, times, versions: figures chained by two or more strokes, or by a colon.
CHAINED = re.compile(r"[0-9]++(?:[-–—/.][0-9]++){0,6}:[0-9:.]+|[0-9]++(?:[-–—/][0-9]++){2,}|[0-9]++/[0-9]{4,}|[0-9]++\+[0-9]++")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
_MIXED = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3})\.([0-9]+)|([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)")
_POINT = re.compile(r"([0-9]+)[.,]([0-9]+)")
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009'’")
LONGEST = 40


@lru_cache(maxsize=8192)
def shape(figures: str) -> Decimal | None:
    """Give the number that a run of figures writes, or None for what is no number (a date, a version, a list).

    One comma before exactly three figures separates thousands ("1,200"), otherwise it is a decimal comma; one point
    is always a decimal point. Runs longer than 40 characters are not numbers.
    """
    if len(figures) > LONGEST:
        return None
    plain = figures.translate(_SPACES)
    if plain.isdecimal():
        return Decimal(plain)
    if _GROUPED.fullmatch(plain) and not plain.startswith("0,"):
        return Decimal(plain.replace(",", "").replace(".", ""))
    if mixed := _MIXED.fullmatch(plain):
        whole, part = (mixed[1], mixed[2]) if mixed[1] else (mixed[3], mixed[4])
        return Decimal(f"{whole.replace(',', '').replace('.', '')}.{part}")
    if point := _POINT.fullmatch(plain):
        return Decimal(f"{point[1]}.{point[2]}")
    return None


def written(value: Decimal) -> str:
    """Write a number without exponent or needless zeros."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) if value else "0"
