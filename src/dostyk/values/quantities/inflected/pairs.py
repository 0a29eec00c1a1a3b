"""Bounded spans that stand together turned into one range: "свыше 10, но менее 20"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dostyk.values.quantities.inflected.lexis import Lexis
from dostyk.values.quantities.span import QuantitySpan

_LOWER, _UPPER = ("over", "min"), ("under", "max")
CLOSE = 12


def paired(text: str, spans: list[QuantitySpan], lex: Lexis) -> list[QuantitySpan]:
    """Join each lower bound with the upper bound said right after it."""
    found: list[QuantitySpan] = []
    for span in spans:
        if found and ends(text, found[-1], span, lex):
            first = found.pop()
            span = replace(span, start=first.start, value=f"{first.value}/{span.value}", bound="exact", alternative=None)
        found.append(span)
    return found


def ends(text: str, first: QuantitySpan, last: QuantitySpan, lex: Lexis) -> bool:
    """Say whether two spans are the ends of one range."""
    if first.bound not in _LOWER or last.bound not in _UPPER or last.start - first.end > CLOSE:
        return False
    if not (first.unit == last.unit or first.bare) or "/" in first.value + last.value or first.statistic != last.statistic:
        return False
    words = text[first.end : last.start].replace(",", " ").lower().split()
    return len(words) == 1 and lex.is_any("bound_joins", words[0]) and Decimal(first.value) < Decimal(last.value)
