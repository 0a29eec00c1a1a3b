"""Bounded spans that stand together turned into one range: "more than 10 but less than 20", "at most 100 and at least 20"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dostyk.values.quantities.context import Context
from dostyk.values.quantities.span import QuantitySpan

_LOWER, _UPPER = ("over", "min"), ("under", "max")
_APPROXIMATE = ("nearly", "almost")


def paired(context: Context, spans: list[QuantitySpan]) -> list[QuantitySpan]:
    """Join each lower bound with the upper bound said right after it, or the other way round."""
    found: list[QuantitySpan] = []
    for span in spans:
        if found and (both := pair(context, found[-1], span)) is not None:
            found[-1] = both
        else:
            found.append(span)
    return found


def pair(context: Context, first: QuantitySpan, last: QuantitySpan) -> QuantitySpan | None:
    """Make a range of two bounded spans, if they are its ends."""
    if not ((first.bound in _LOWER and last.bound in _UPPER) or (first.bound in _UPPER and last.bound in _LOWER)) or last.start - first.end > 10:
        return None
    glue = context.low[first.end : last.start].strip().lstrip(",").strip()
    if glue and not context.lex.is_any("bound_joins", glue):
        return None
    if not (first.unit == last.unit or first.bare) or "/" in first.value + last.value or first.statistic != last.statistic:
        return None
    if any(context.low.startswith(_APPROXIMATE, span.start) for span in (first, last)):
        return None
    low, high = (first, last) if first.bound in _LOWER else (last, first)
    if Decimal(low.value) >= Decimal(high.value):
        return None
    return replace(last, start=first.start, value=f"{low.value}/{high.value}", bound="exact", sign=1, alternative=None)
