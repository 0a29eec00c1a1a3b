"""Answers the third-party suites for dates and EDTF strings: `suites_adapter_dates.py SUITE.jsonl [--their-ends] > answers.jsonl`.

Recognizers ends its worded ranges before the last unit named ("from 2014 to 2018" is 2014/2017) and looks back to yesterday ("the last two
weeks"); we end them with what is named, and with the document's date. With `--their-ends` the adapter takes that unit off again, so
that the figure tells how well dates are read and not which of the two conventions is followed.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dostyk.values import edtf
from dostyk.values.dates import DateSpan, read_dates

RANGE = re.compile(r"\b(?:to|through|till|until|and)\b|[-–~]")
BACK = re.compile(r"\b(?:last|past|previous)\b")
PERIOD = re.compile(r"quarter|half|\bQ\d|\bH\d", re.IGNORECASE)


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


def shortened(found: str) -> str:
    """Take the last unit off an interval."""
    first, _, last = found.partition("/")
    if not re.fullmatch(r"[\d-]+", first + last):
        return found
    if len(first) < len(last) and len(last) == 10:
        start = edtf.bounds(first)[0]
        first = start.isoformat() if start else first
    end = before(last)
    return first if end == first else f"{first}/{end}" if edtf.is_valid(f"{first}/{end}") else found


def before(last: str) -> str:
    """Give the year, month or day before."""
    if len(last) == 4:
        return f"{int(last) - 1:04}"
    if len(last) == 7:
        y, m = int(last[:4]), int(last[5:])
        return f"{y - (m == 1):04}-{(m - 2) % 12 + 1:02}"
    return (date.fromisoformat(last) - timedelta(1)).isoformat()


def answer(case: dict[str, Any], their_ends: bool) -> Iterator[dict[str, Any]]:
    """Yield what is found in one case."""
    if case["task"] == "edtf_syntax":
        yield {"valid": edtf.is_valid(case["text"])}
        return
    reference = (case["reference_date"] or "")[:10] or None
    for span in read_dates(case["text"], reference, day_first=False):
        if span.kind == "duration":
            yield {"type": "duration", "iso": span.duration}
        elif span.edtf:
            full, plain = as_interval(span), plain_interval(span)
            best, other = (full, plain) if reference else (plain, full)
            words = case["text"][span.start : span.end]
            if their_ends and best and "/" in best and ".." not in best and (RANGE.search(words) and not PERIOD.search(words) or BACK.search(words)):
                best, other = shortened(best), best
            yield {"type": "date", "edtf": best, "candidates": [other]}


if __name__ == "__main__":
    for text in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        record = json.loads(text)
        print(json.dumps({"id": record["id"], "got": list(answer(record, "--their-ends" in sys.argv))}, ensure_ascii=False))
