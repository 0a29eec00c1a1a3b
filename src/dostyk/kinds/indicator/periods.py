"""Gives a figure its period, and a change the period it is compared with."""

from __future__ import annotations

import re

from dostyk.kinds.indicator.figure import Figure, Past, flow_of_goods
from dostyk.kinds.indicator.scene import Scene
from dostyk.model.analysis import Clause, DateMark, SpanType
from dostyk.model.statement import Modality

YEAR = re.compile(r"^(\d{4})(.*)$")
YEARLY = (
    "year-on-year", "year on year", "yoy", "y-o-y", "year-over-year", "on an annual basis", "from a year earlier", "than a year earlier", "from a year ago", "previous year", "year before", "year earlier", "same period",
    "same month", "same months", "on the year", "preceding year", "annually compared", "in annual terms", "than last year", "over last year",
)  # fmt: skip
COMPARERS = {"compared", "comparing", "than", "against", "versus", "relative", "comparison"}
FOUNDING = {"found", "establish", "open", "create", "set", "build", "launch", "begin", "start", "sign", "inaugurate", "complete", "commission", "join", "become", "twin", "elect", "appoint"}
BASES = {"figure", "figures", "level", "levels", "value", "result", "results", "total", "record"}
AVERAGE = ("average annual", "annual average", "on average per year", "average yearly", "compound annual", "cagr")
FLOWS = {
    "trade turnover", "trade balance", "tourist arrivals", "investment", "foreign direct investment", "passengers", "remittances", "freight volume", "re-exports", "trade in services", "overnight stays", "flight bookings",
    "freight trains", "transit", "loan", "grant", "aid", "development assistance", "technical cooperation",
}  # fmt: skip


def year_before(edtf: str) -> str | None:
    """Give the same period one year earlier, or None for an open or partial one."""
    ends = []
    for part in edtf.split("/"):
        match = YEAR.match(part)
        if match is None:
            return None
        ends.append(f"{int(match.group(1)) - 1:04d}{match.group(2)}")
    return "/".join(ends)


def periods(scene: Scene, figure: Figure) -> tuple[DateMark | None, str | None, str | None]:
    """Give (date it stands with, its EDTF time, base period) of a figure."""
    changing = figure.statistic in ("change", "multiple")
    usable = [d for d in scene.sentence.dates if d.edtf and not d.vague and d.duration is None]
    compared = [d for d in usable if _comparing(scene, d)]
    own = [d for d in usable if d not in compared]
    date = _nearest(scene, own, figure)
    time = _average(scene, figure, usable) or _time(date)
    last: Past | None = scene.reading.memory.get("figure")
    if time is None and last is not None and last.time and _goes_on(scene, figure, last):
        time = last.time
    if not changing:
        return date, time, None
    return date, time, _base(scene, figure, compared, time)


def _base(scene: Scene, figure: Figure, compared: list[DateMark], time: str | None) -> str | None:
    """The period that a change is measured from."""
    low = scene.sentence.text.lower()
    behind = [d for d in compared if d.start >= figure.start - 4] or compared
    if behind:
        nearest = min(behind, key=lambda d: abs(d.start - figure.quantity.start))
        base = nearest.edtf or ""
        if time and len(base) == 4 and len(time) > 4 and any(w in low for w in ("same period", "same month", "corresponding period", "same months", "similar period")):
            return "/".join(f"{base}{part[4:]}" for part in time.split("/"))
        return base
    if time and (any(d.same_period for d in scene.sentence.dates) or any(words in low for words in YEARLY)):
        return year_before(time)
    return None


def _time(date: DateMark | None) -> str | None:
    if date is None or not date.edtf:
        return None
    if date.relation in ("since", "from_start") and "/" not in date.edtf:
        return f"{date.edtf}/.."
    return date.edtf


def _average(scene: Scene, figure: Figure, dates: list[DateMark]) -> str | None:
    """An average yearly growth holds from the first to the last year that the sentence compares."""
    if figure.statistic != "change" or len(dates) < 2 or not any(w in scene.sentence.text.lower() for w in AVERAGE):
        return None
    first, last = dates[0].edtf or "", dates[-1].edtf or ""
    return f"{first}/{last}" if "/" not in first + last and first < last else None


def _goes_on(scene: Scene, figure: Figure, last: Past) -> bool:
    """Whether a figure without a date holds for the period of the one before: flows and changes in the same passage."""
    gap = scene.sentence.paragraph - last.paragraph
    if gap > 1 or last.modality in (Modality.PLANNED, Modality.EXPECTED):
        return False
    if figure.quantity.unit.endswith("/a"):
        return False
    if figure.carried or figure.statistic in ("change", "multiple", "share"):
        return gap == 0 or figure.statistic == "share"
    return bool(flow_of_goods(figure.measure)) or figure.measure in FLOWS


def _comparing(scene: Scene, date: DateMark) -> bool:
    """Whether a date is the base of a comparison: behind "compared with", "than", "against", "from 2021" behind a change, before "figure"."""
    tokens = scene.tokens
    at = next((i for i, t in enumerate(tokens) if t.span is date), None)
    if at is None:
        return False
    if scene.low(at + 1) in BASES or scene.low(at + 1) in ("'s", "’s") and scene.low(at + 2) in BASES:  # noqa: RUF001
        return True
    for back in range(at - 1, max(-1, at - 9), -1):
        token = tokens[back]
        if token.low in COMPARERS:
            return True
        if token.span is not None and token.span.type is SpanType.QUANTITY:
            return _from_change(scene, back, at)
        if token.tag.startswith("VB") and token.tag != "VBN" or token.text in (",", ";", "("):
            break
    return date.same_period and not _heads(scene, date)


def _from_change(scene: Scene, quantity: int, at: int) -> bool:
    """ "up 14 % from 2021", "grew 5 % over 2019", "an increase of 3 % on the year 2020"."""
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


def _nearest(scene: Scene, dates: list[DateMark], figure: Figure) -> DateMark | None:
    """The date a figure belongs to: one right behind it, one between the figure before and it, one that leads, else the first."""
    dates = [d for d in dates if _within_reach(scene, d, figure)]
    if not dates:
        return None
    quantities = [q for q in scene.sentence.quantities if not any(d.start <= q.start < d.end for d in dates)]
    at, end = figure.quantity.start, figure.quantity.end
    following = min((q.start for q in quantities if q.start > at), default=scene.sentence.end)
    previous = max((q.end for q in quantities if q.end < at), default=scene.sentence.start)
    behind = [d for d in dates if end <= d.start < following]
    if behind and _attached(scene, end, behind[0]):
        return behind[0]
    between = [d for d in dates if previous <= d.start < at and not (previous > scene.sentence.start and _attached(scene, previous, d))]
    if between:
        return between[-1]
    before = [d for d in dates if d.end <= at]
    if before:
        leading = before[0]
        return leading if leading.lead - scene.sentence.start < 25 else before[-1]
    return dates[0]


def _within_reach(scene: Scene, date: DateMark, figure: Figure) -> bool:
    """Whether a date can hold for a figure: not inside a relative clause that the figure is outside of, not of another sentence part."""
    if date.lead - scene.sentence.start < 4:
        return True
    first, last = sorted((date.start, figure.quantity.start))
    between = scene.sentence.text[first - scene.sentence.start : last - scene.sentence.start]
    if ";" in between:
        return False
    flow = flow_of_goods(figure.measure) != "" or figure.measure in FLOWS
    for clause in scene.sentence.clauses:
        if not flow and clause.lemma in FOUNDING and clause.start <= date.start <= clause.end + 2 and not _part_of(scene, clause, figure):
            return False
        if clause.form == "participle" and clause.start <= date.start <= clause.end and not clause.start <= figure.quantity.start <= clause.end and clause is not figure.clause:
            return flow or date.start > figure.quantity.end and clause.start - figure.quantity.end < 3
    return True


def _part_of(scene: Scene, clause: Clause, figure: Figure) -> bool:
    """Whether a figure is what a clause founds, opens or builds."""
    noun = figure.noun or figure.thing
    return noun is not None and any(p is not None and any(m.first <= noun.head <= m.head for m in p.members()) for p in (clause.patient, clause.agent, clause.predicate))


def _attached(scene: Scene, end: int, date: DateMark) -> bool:
    """Whether a date follows a quantity closely: no comma, verb or "and" between."""
    between = scene.sentence.text[end - scene.sentence.start : date.lead - scene.sentence.start]
    return date.lead - end <= 3 or len(between) < 60 and not any(mark in between for mark in (",", ";", " and ", " while "))
