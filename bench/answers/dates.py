"""A case of a suite of dates or EDTF strings → dates in its scorer's form.

Relations are worded as EDTF intervals ("since 2018" is 2018-01-01/.., "before 1928" is ../1928), because the scorer has no other word for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from dostyk.values import edtf
from dostyk.values.dates import DateSpan, read_dates


def as_interval(span: DateSpan) -> str | None:
    """Word a date with its relation as one EDTF string, as the suite has it: "since 2018" is 2018-01-01/.., "before 2018" is ../2018-01-01."""
    found = span.edtf
    if found is None or span.relation in ("in", "as_of"):
        return found
    first, last = edtf.bounds(found)
    if span.relation in ("since", "from_start") and first:
        return f"{first.isoformat()}/.."
    if span.relation == "after" and last:
        return f"{(last + timedelta(1)).isoformat()}/.."
    if span.relation == "before" and first:
        return f"../{first.isoformat()}"
    return f"../{last.isoformat()}" if last else found


def plain_interval(span: DateSpan) -> str | None:
    """Word a date with its relation as EDTF without working out the day: "before 1928" is ../1928."""
    if span.edtf is None or span.relation in ("in", "as_of") or "/" in span.edtf:
        return span.edtf
    return f"../{span.edtf}" if span.relation in ("before", "until", "by") else f"{span.edtf}/.."


def answer(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Give what is found in one case."""
    if case["task"] == "edtf_syntax":
        return [{"valid": edtf.is_valid(case["text"])}]
    reference = (case["reference_date"] or "")[:10] or None
    return list(dates(case["text"], reference, case["lang"] or "en"))


def dates(text: str, reference: str | None, language: str) -> Iterator[dict[str, Any]]:
    """Yield the dates and lengths of time of a text."""
    for span in read_dates(text, reference, language, day_first=False):
        if span.kind == "duration":
            yield {"type": "duration", "iso": span.duration}
        elif span.edtf:
            full, plain = as_interval(span), plain_interval(span)
            best, other = (full, plain) if reference else (plain, full)
            yield {"type": "date", "edtf": best, "candidates": [other]}
