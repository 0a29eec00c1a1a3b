"""Gives the period that a change is measured from, and tells which dates are only compared with."""

from __future__ import annotations

import re

from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import DateMark, QuantityMark, SpanType

YEAR = re.compile(r"^(\d{4})(.*)$")


def comparing(scene: Scene, date: DateMark) -> bool:
    """Whether a date is the base of a comparison: behind "compared with", "than", "against", "from 2021" behind a change, before "figure"."""
    tokens = scene.tokens
    at = next((i for i, t in enumerate(tokens) if t.span is date), None)
    if at is None:
        return False
    if (
        (
            scene.low(at + 1) in wordlists("indicator")["bases"]
            and not (at + 2 < len(tokens) and tokens[at + 2].tag in ("NN", "NNS") and scene.low(at - 1) != "the")
        )
        or scene.low(at + 1) in ("'s", "’s")
        and scene.low(at + 2) in wordlists("indicator")["bases"]
    ):  # noqa: RUF001
        return True
    for back in range(at - 1, max(-1, at - 9), -1):
        token = tokens[back]
        if token.low in wordlists("indicator")["comparers"]:
            return True
        if token.low in wordlists("indicator")["bases"] and token.tag.startswith("NN") and scene.low(back - 1) == "the":
            return any(isinstance(t.span, QuantityMark) for t in tokens[:back])
        if token.span is not None and token.span.type is SpanType.QUANTITY:
            return _from_change(scene, back, at)
        if token.tag.startswith("VB") and token.tag != "VBN" or token.text in (",", ";", "("):
            break
    return date.same_period and not _heads(scene, date)


def of_base(scene: Scene, date: DateMark) -> QuantityMark | None:
    """The figure that another is compared with and whose period a date is ("up 8 % from 718 million in 2021", "against 58 million in 2020")."""
    tokens = scene.tokens
    at = next((i for i, t in enumerate(tokens) if t.span is date), None)
    if at is None or scene.low(at - 1) not in ("in", "for", "during", "(") or at < 3:
        return None
    figure = tokens[at - 2].span
    if not isinstance(figure, QuantityMark):
        return None
    before = scene.lows(at - 6, at - 2)
    while before and before[-1] in wordlists("indicator")["about"]:
        before.pop()
    led = before[-1:] in (["against"], ["than"], ["versus"]) or before[-2:-1] in (["compared"], ["comparison"])
    changed = before[-1:] == ["from"] and any(
        t.low in wordlists("indicator")["changing"] or t.lemma in wordlists("indicator")["changing"] for t in tokens[: at - 2]
    )
    return figure if led or changed else None


def _from_change(scene: Scene, quantity: int, at: int) -> bool:
    """Read "up 14 % from 2021", "grew 5 % over 2019", "an increase of 3 % on the year 2020"."""
    token = scene.tokens[quantity]
    unit = getattr(token.span, "unit", "")
    if scene.low(quantity - 1) == "(" and quantity > 1:
        unit = getattr(scene.tokens[quantity - 2].span, "unit", unit)
    if unit not in ("%", "{pp}") and getattr(token.span, "statistic", "") != "multiple":
        return False
    return any(w in ("from", "over", "on", "against") for w in scene.lows(quantity + 1, at)[:3])


def _heads(scene: Scene, date: DateMark) -> bool:
    """Whether a "same period" opens its clause: "in the same period imports fell"."""
    before = scene.sentence.text[: date.lead - scene.sentence.start].rstrip()
    return not before or before[-1] in ",;:" or before.endswith((" and", " while"))


def base_of(scene: Scene, figure: Figure, compared: list[DateMark], time: str | None) -> str | None:
    """The period that a change is measured from."""
    low = scene.sentence.text.lower()
    behind = [d for d in compared if d.start >= figure.start - 4] or compared
    if behind:
        nearest = min(behind, key=lambda d: abs(d.start - figure.quantity.start))
        base = nearest.edtf or ""
        if (
            time
            and len(base) == 4
            and len(time) > 4
            and any(w in low for w in ("same period", "same month", "corresponding period", "same months", "similar period"))
        ):
            return "/".join(f"{base}{part[4:]}" for part in time.split("/"))
        if time and len(base) == 4 and time.count("-") == 2 and base == f"{int(time[:4]) - 1}":
            return year_before(time)  # the year before a fiscal year is one, too
        return base
    if time and (any(d.same_period for d in scene.sentence.dates) or any(words in low for words in wordlists("indicator")["yearly"])):
        return year_before(time)
    return None


def year_before(edtf: str) -> str | None:
    """Give the same period one year earlier, or None for an open or partial one."""
    ends = []
    for part in edtf.split("/"):
        match = YEAR.match(part)
        if match is None:
            return None
        ends.append(f"{int(match.group(1)) - 1:04d}{match.group(2)}")
    return "/".join(ends)


def average(scene: Scene, figure: Figure, dates: list[DateMark]) -> str | None:
    """An average yearly growth holds from the first to the last year that the sentence compares."""
    if figure.statistic != "change" or len(dates) < 2 or not any(w in scene.sentence.text.lower() for w in wordlists("indicator")["average"]):
        return None
    first, last = dates[0].edtf or "", dates[-1].edtf or ""
    return f"{first}/{last}" if "/" not in first + last and first < last else None
