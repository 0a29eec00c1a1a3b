"""Turns a text into the dates in it that cannot be right: days that do not exist, or that fall on another weekday."""

from __future__ import annotations

from dostyk.values.dates.period import weekday_of
from dostyk.values.dates.reader import readings


def impossible_dates(text: str, language: str = "en") -> list[tuple[int, int, str]]:
    """Find days that do not exist ("30 February 2015", "31/04/2016"): start, end and the words."""
    return [(found.start, found.end, text[found.start : found.end]) for found in readings(text, language=language) if found.span is None]


def misfit_weekdays(text: str, language: str = "en") -> list[tuple[int, int, str]]:
    """Find fully stated days that fall on another weekday than the text says ("Monday, 6 May 2014"): start, end and the words."""
    dated = [found for found in readings(text, language=language) if found.node.op == "day" and found.node.m and found.period]
    return [(r.start, r.end, text[r.start : r.end]) for r in dated if r.period and weekday_of(r.period) not in (None, r.node.m)]
