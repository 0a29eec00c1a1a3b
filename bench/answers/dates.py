"""Answers cases of the tasks `date` and `edtf_syntax` of the third-party suites: what the reader of dates says, in the scorer's form.

A date is given with its relation as one EDTF string, as statements and records have it: an interval ends with what is named last ("from 2014
to 2018" is 2014/2018), an open one is as precise as the text ("before 2018" is ../2018). Numeric dates of the English suites are American.
"""

from __future__ import annotations

from typing import Any

from dostyk.values import edtf
from dostyk.values.dates import DateSpan, read_dates


def answer(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Give what is found in one case: `got` of the suites' README."""
    if case["task"] == "edtf_syntax":
        return [{"valid": edtf.is_valid(case["text"])}]
    language = case["lang"] or "en"
    reference = (case["reference_date"] or "")[:10] or None
    spans = read_dates(case["text"], reference, language, day_first=False if language == "en" else None)
    return [_item(span) for span in spans if span.kind == "duration" or span.edtf]


def _item(span: DateSpan) -> dict[str, Any]:
    return {"type": "duration", "iso": span.duration} if span.kind == "duration" else {"type": "date", "edtf": span.interval}
