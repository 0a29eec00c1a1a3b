"""Turns the words around a number in a Chinese text into what it tells: a change, a share, a multiple, a rate; and pairs of one amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dostyk.values.quantities.han.pieces import Piece
from dostyk.values.quantities.han.words import codes, either, table, units
from dostyk.values.quantities.span import QuantitySpan
from dostyk.values.quantities.units import same_kind

ALSO = re.compile(r" ?[(,，]? ?(?:约合|折合|合|相当于|即|约)$")
LISTED = ("、", "和", "与", "及", "以及", ",", "，")
OF_ALL = re.compile(r"占[^,，。;；、0-9]{0,12}$")
AFTER_NUMBER = re.compile(r" ?的?(?:增长|增幅|增速|降幅|涨幅|下降|升幅|跌幅)")


@cache
def _ending(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(str(table()[name]['words']).split())})(?:为|达到|达|近|约|了|的)?$")


@cache
def _rates() -> re.Pattern[str]:
    return re.compile(rf"({either(codes('rates'))})[^\W\d_]{{0,6}}$")


@cache
def _each() -> re.Pattern[str]:
    return re.compile(rf"每({either(units())})[^\W\d_]{{0,4}}$")


def statistic(f: str, start: int, end: int, made: Piece) -> str:
    """Say what a number is by the words beside it."""
    changed = _ending("change").search(f, max(0, start - 8), start) is not None
    if made.multiple:
        return "multiple"
    if made.unit in ("%", "{pp}", "[ppth]", "{bp}"):
        if changed or AFTER_NUMBER.match(f, end):
            return "change"
        if _ending("share").search(f, max(0, start - 10), start) or OF_ALL.search(f, max(0, start - 14), start):
            return "share"
    return "level"


def rate(f: str, start: int, made: Piece) -> str | None:
    """Read a rate that stands before a number: "每年500万吨", "日均3万人次"; "每吨500美元" is a price."""
    left = max(0, start - 12)
    if match := _rates().search(f, left, start):
        word = match[1]
        opens = match.start() == 0 or f[match.start() - 1] in ",，。、 "
        if len(word) > 1 or opens and match.end() - match.start() > 1 and not f[match.start() + 1].isdigit():
            return codes("rates")[word]
    each = _each().search(f, left, start)
    return units()[each[1]] if each and not made.bare and made.unit not in ("%",) else None


def pairs(f: str, spans: Sequence[QuantitySpan]) -> list[QuantitySpan]:
    """Join the same amount said again in another unit: "5000万美元（约合3.6亿元人民币）"."""
    found: list[QuantitySpan] = []
    for span in spans:
        gap = f[found[-1].end : span.start] if found else ""
        closed = gap in ("(", " (") and f[span.end : span.end + 1] == ")" and span.unit.isupper() and found[-1].unit.isupper()
        told = (
            closed
            or found
            and len(gap) < 8
            and (ALSO.search(gap) or gap in ("(", " (") and f[span.start : span.start + 2] in ("约合", "约为", "折合"))
        )
        if told and same_kind(found[-1].unit, span.unit) and not found[-1].alternative:
            found[-1] = replace(found[-1], alternative=(span.value, span.unit))
        else:
            listed = (
                found and gap in LISTED and found[-1].statistic in ("change", "share") and (span.unit, span.statistic) == (found[-1].unit, "level")
            )
            found.append(replace(span, statistic=found[-1].statistic) if listed else span)
    return found
