"""Turns a line that is a date, or begins with one as a heading ("2015:", "12 March 2020 –"), into EDTF."""

from __future__ import annotations

import re
from functools import cache

from dostyk.values.dates.reader import read_dates


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(r"[\s*•·#>\[(«“\"–—-]*"), re.compile(r"(?:\s*(?:year|г\.?))?(?:\s*\([^()\d]{1,30}\)$)?[\s\])»”\"]*(?:[:：–—|.]|-\s|$)")


def read_heading_date(line: str, language: str = "en") -> str | None:
    """Read the date that a line consists of or opens with, before a colon, dash or bar; None where it does neither or the year is missing."""
    begin, after = _patterns()
    opening = begin.match(line)
    start = opening.end() if opening else 0
    for span in read_dates(line[:200], language=language):
        if span.vague or span.edtf is None or span.kind != "date":
            continue
        fits = min(span.lead, span.start) <= start and after.match(line, span.end) is not None
        return span.edtf if fits and not span.edtf.startswith("XXXX") else None
    return None
