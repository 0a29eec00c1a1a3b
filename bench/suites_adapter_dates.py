"""Answers the third-party suites for dates and EDTF strings: `suites_adapter_dates.py SUITE.jsonl > answers.jsonl`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from dostyk.values import edtf
from dostyk.values.dates import DateSpan, read_dates


def as_interval(span: DateSpan) -> str | None:
    """Word a date with its relation as one EDTF string, as the suites have it: "since 2018" is 2018-01-01/.., "before 2018" is ../2018-01-01."""
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


def answer(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
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
            yield {"type": "date", "edtf": best, "candidates": [other]}


if __name__ == "__main__":
    for text in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        record = json.loads(text)
        print(json.dumps({"id": record["id"], "got": list(answer(record))}, ensure_ascii=False))
