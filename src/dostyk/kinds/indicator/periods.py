"""Turns periods into the periods they are compared with, and chooses the date that a figure belongs to."""

from __future__ import annotations

import re

from dostyk.kinds.indicator.figures import Figure
from dostyk.model.analysis import DateMark, Sentence

YEAR = re.compile(r"^(\d{4})(.*)$")


def year_before(edtf: str) -> str | None:
    """Give the same period one year earlier, or None for an open or partial one."""
    ends = []
    for part in edtf.split("/"):
        match = YEAR.match(part)
        if match is None:
            return None
        ends.append(f"{int(match.group(1)) - 1:04d}{match.group(2)}")
    return "/".join(ends)


def nearest_date(sentence: Sentence, dates: list[DateMark], figure: Figure) -> DateMark | None:
    """Choose among several dates: one right behind the figure, else the last one before it, else the first.

    A date that stands between the previous figure and this one, or behind this one before the next, is its own.
    """
    at, end = figure.quantity.start, figure.quantity.end
    following = min((q.start for q in sentence.quantities if q.start > at), default=sentence.end)
    behind = [d for d in dates if end <= d.start < following]
    if behind and (behind[0].lead - end <= 25 or _same_clause(sentence, end, behind[0].lead)):
        return behind[0]
    before = [d for d in dates if d.end <= at]
    if before:
        return before[-1]
    return dates[0] if dates else None


def _same_clause(sentence: Sentence, start: int, end: int) -> bool:
    between = sentence.text[start - sentence.start : end - sentence.start]
    return "," not in between and " and " not in between and ";" not in between and len(between) < 60
