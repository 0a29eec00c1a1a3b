"""Gives a figure its period."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dostyk.kinds.indicator.bases import average, base_of, comparing, of_base, year_before
from dostyk.kinds.indicator.figure import Figure, Past, flow_of_goods
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, DateMark, Sentence
from dostyk.model.kind import Reading
from dostyk.model.statement import Modality
from dostyk.values.dates.fiscal import fiscal_year

FLOWS = {
    "trade turnover", "trade balance", "tourist arrivals", "investment", "foreign direct investment", "passengers", "remittances",
    "freight volume", "re-exports", "trade in services", "overnight stays", "flight bookings", "freight trains", "transit", "loan", "grant",
    "aid", "development assistance", "technical cooperation", "debt relief",
}  # fmt: skip
YEARS_TO = (
    "year to", "year ended", "year ending", "year ended in", "year ending in", "year through", "months to", "months ended", "months ending",
)  # fmt: skip
OF_THINGS = {"inside.thing", "bracket", "bracket.cost", "hyphened", "dimension", "dimension.of", "length.of"}  # sizes that last
FISCAL = re.compile(r"(?<!\d)(?P<begin>\d{4})[-–/](?P<end>\d{2})(?!\d)|\bFY ?'?(?P<short>(?:20)?\d{2})(?![\d-])")  # noqa: RUF001
LEADING = 4
"""Characters of a sentence within which a date leads it."""
DONE = ("VBD", "VBN")
PRESENT = ("VBZ", "VBP")


@dataclass(frozen=True, slots=True)
class Lead:
    """The date (EDTF) that led the last sentence led by one, its paragraph and start."""

    time: str
    paragraph: int
    start: int


def note_lead(sentence: Sentence, reading: Reading) -> None:
    """Keep the date that leads a sentence ("In 2022, …") for the flows that the next ones of its paragraph tell."""
    first = sentence.dates[0] if sentence.dates else None
    if first is not None and first.edtf and not first.vague and first.lead - sentence.start < LEADING and first.relation == "in":
        reading.memory["lead"] = Lead(first.edtf, sentence.paragraph, sentence.start)


def periods(scene: Scene, figure: Figure) -> tuple[DateMark | None, str | None, str | None]:
    """Give (date it stands with, its EDTF time, base period) of a figure."""
    changing = figure.statistic in ("change", "multiple")
    if figure.rule in OF_THINGS and not (figure.clause is not None and figure.clause.lemma in ("be", "cost", "total", "amount")):
        return None, None, None
    usable = [d for d in scene.sentence.dates if d.edtf and not d.vague and d.duration is None]
    bases = {id(d): base for d in usable if (base := of_base(scene, d)) is not None}
    compared = [d for d in usable if bases.get(id(d), figure.quantity) is not figure.quantity or id(d) not in bases and comparing(scene, d)]
    own = [d for d in usable if d not in compared]
    date = _nearest(scene, own, figure)
    if (earlier := _year_earlier(scene, figure)) is not None:
        return None, earlier, None
    time = (
        average(scene, figure, usable)
        or _both_years(scene, date)
        or _year_to(scene, date)
        or _until(scene, date)
        or _fiscal(scene, date)
        or _time(scene, date)
    )
    last: Past | None = scene.reading.memory.get("figure")
    lead: Lead | None = scene.reading.memory.get("lead")
    newer = lead is not None and lead.paragraph == scene.sentence.paragraph and (last is None or lead.start > last.start)
    if time is None and lead is not None and newer and _flows_on(scene, figure):
        time = lead.time
    elif time is None and last is not None and last.time and _goes_on(scene, figure, last):
        time = last.time
    if time is None and not own and _reported(scene, figure):
        time = scene.reading.memory["report"]
    if not changing:
        return date, time, None
    return date, time, base_of(scene, figure, compared, time)


def _until(scene: Scene, date: DateMark | None) -> str | None:
    """A period whose ends stand apart: "since 1993 up to 2013"."""
    if date is None or not date.edtf or "/" in date.edtf or date.relation not in ("since", "from_start"):
        return None
    closing = next((d for d in scene.sentence.dates if d.relation == "until" and 0 < d.start - date.end < 12 and d.edtf), None)
    return f"{date.edtf}/{closing.edtf}" if closing is not None and "/" not in (closing.edtf or "/") else None


def _fiscal(scene: Scene, date: DateMark | None) -> str | None:
    """The months of a fiscal year ("2018-19", "FY21") by the one country of the page whose fiscal years are no calendar years."""
    return fiscal(scene, date) if date is not None else None


def fiscal(scene: Scene, date: DateMark) -> str | None:
    """The months of a date that names a fiscal year, None where it names none or nobody knows whose."""
    match = FISCAL.search(date.text)
    if match is None or any(words in scene.sentence.text.lower() for words in wordlists("indicator")["taught"]):
        return None
    ends = int(match["end"] or match["short"])
    ends += 2000 if ends < 100 else 0
    if match["begin"] and int(match["begin"]) + 1 != ends:
        return None
    side = scene.reading.side()
    codes = [side.id] if side is not None and fiscal_year(side.id, ends) else [m.id for m in scene.reading.pair()]
    found = {period for code in codes if (period := fiscal_year(code, ends)) is not None}
    return found.pop() if len(found) == 1 else None


def _time(scene: Scene, date: DateMark | None) -> str | None:
    if date is None or not date.edtf:
        return None
    if date.relation in ("since", "from_start") and "/" not in date.edtf and not _when(scene, date):
        return f"{date.edtf}/.."
    return date.edtf


def _when(scene: Scene, date: DateMark) -> bool:
    """Whether "since 2014, when …" goes on with what happened in that year."""
    return scene.sentence.text[date.end - scene.sentence.start :].lstrip(" ,").lower().startswith(("when ", "in which "))


def _both_years(scene: Scene, date: DateMark | None) -> str | None:
    """Two years that one sum is for: "93 million euros for 2023 and 2024"."""
    at = next((i for i, t in enumerate(scene.tokens) if t.span is date), None) if date is not None else None
    if date is None or at is None or not date.edtf or len(date.edtf) != 4 or "respectively" in scene.sentence.text:
        return None
    other = scene.tokens[at + 2].span if at + 2 < len(scene.tokens) and scene.low(at + 1) == "and" else None
    if isinstance(other, DateMark) and date.edtf.isdigit() and other.edtf == str(int(date.edtf) + 1) and scene.low(at - 1) == "for":
        return f"{date.edtf}/{other.edtf}"
    return None


def _year_earlier(scene: Scene, figure: Figure) -> str | None:
    """The year before that of the last figure: "from 88 million the year before", "(previous year: 138)"."""
    last: Past | None = scene.reading.memory.get("figure")
    start = scene.sentence.start
    behind = scene.sentence.text[figure.quantity.end - start :].lstrip().lower()
    before = scene.sentence.text[: figure.quantity.start - start].rstrip(" :").lower()
    if figure.statistic != "level" or last is None or last.time is None or scene.sentence.paragraph != last.paragraph:
        return None
    told = any(d.same_period or d.edtf == year_before(last.time) for d in scene.sentence.dates) and any(
        words in before[-40:] for words in wordlists("indicator")["then"]
    )
    named = (
        told
        or behind.startswith(tuple(f"{joint}{words}" for joint in ("", "in ") for words in wordlists("indicator")["earlier"]))
        or before.endswith("previous year")
    )
    return year_before(last.time) if named and "/.." not in last.time else None


def _year_to(scene: Scene, date: DateMark | None) -> str | None:
    """The twelve months that end in a month: "in the year to June 2023" is 2022-07/2023-06, to December the calendar year."""
    if date is None or not date.edtf or len(date.edtf) != 7 or not date.edtf[5:].isdigit() or not 1 <= int(date.edtf[5:]) <= 12:
        return None
    before = scene.sentence.text[: date.start - scene.sentence.start].lower().rstrip()
    if not before.endswith(YEARS_TO):
        return None
    year, month = int(date.edtf[:4]), int(date.edtf[5:])
    return str(year) if month == 12 else f"{year - 1:04d}-{month + 1:02d}/{date.edtf}"


def _goes_on(scene: Scene, figure: Figure, last: Past) -> bool:
    """Whether a figure without a date holds for the period of the one before: flows and changes in the same passage."""
    gap = scene.sentence.paragraph - last.paragraph
    if gap > 1 or last.modality in (Modality.PLANNED, Modality.EXPECTED):
        return False
    if figure.carried or figure.statistic in ("change", "multiple", "share"):
        return _told_so_far(scene, figure) and (gap == 0 or scene.sentence.form == "item" or figure.statistic == "share")
    return _flows_on(scene, figure)


def _flows_on(scene: Scene, figure: Figure) -> bool:
    """Whether a figure is of what flows within a period, so that one that was named holds for it."""
    changing = figure.statistic in ("change", "multiple", "share")
    return _told_so_far(scene, figure) and (changing or bool(flow_of_goods(figure.measure)) or figure.measure in FLOWS)


def _told_so_far(scene: Scene, figure: Figure) -> bool:
    """Whether nothing says that a figure holds for every year, or up to the day of the page."""
    return not figure.quantity.unit.endswith("/a") and not any(
        f" {words}" in f" {scene.sentence.text.lower()}" for words in wordlists("indicator")["still"]
    )


def _reported(scene: Scene, figure: Figure) -> bool:
    """Whether a flow without a date is of the period that the report's title names: told of the past, nothing saying "so far"."""
    if scene.reading.memory.get("report") is None or not (
        flow_of_goods(figure.measure) or figure.measure in FLOWS or figure.measure.startswith("share of")
    ):
        return False
    if figure.quantity.unit.endswith("/a") or any(f" {words}" in f" {scene.sentence.text.lower()}" for words in wordlists("indicator")["still"]):
        return False
    return figure.clause is None or figure.clause.modality is Modality.ACTUAL and scene.tokens[figure.clause.verb].tag in DONE


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
    if _told_apart(scene, date, figure):
        return False
    flow = flow_of_goods(figure.measure) != "" or figure.measure in FLOWS or figure.measure in ("participants", "agreements")
    for clause in scene.sentence.clauses:
        if (
            not flow
            and clause.lemma in wordlists("indicator")["founding"]
            and clause.start <= date.start <= clause.end + 2
            and not _part_of(scene, clause, figure)
        ):
            return False
        if (
            clause.form == "participle"
            and clause.start <= date.start <= clause.end
            and not clause.start <= figure.quantity.start <= clause.end
            and clause is not figure.clause
        ):
            return flow or date.start > figure.quantity.end and clause.start - figure.quantity.end < 3
    return True


def _told_apart(scene: Scene, date: DateMark, figure: Figure) -> bool:
    """Whether a figure is said in the present and the date belongs to a verb of what was done ("the mill, opened in 2018, makes 5 t")."""
    clause = figure.clause
    running = clause is not None and scene.tokens[clause.verb].tag == "VBG" and scene.low(clause.verb - 1) in ("is", "are")
    if clause is None or scene.tokens[clause.verb].tag not in PRESENT and not running or clause.modality is Modality.PLANNED:
        return False
    if not min(figure.quantity.start, scene.tokens[clause.verb].start) > date.start and not date.start > clause.end:
        return False
    before = [c for c in scene.sentence.clauses if scene.tokens[c.verb].start < date.start]
    if before and before[-1].form == "participle" and _acted_on(before[-1], figure):
        return False
    return bool(before) and before[-1] is not clause and scene.tokens[before[-1].verb].tag in DONE


def _acted_on(clause: Clause, figure: Figure) -> bool:
    """Whether what a participle says was done is done with the figure's own words ("the 28 agreements signed in May")."""
    done = clause.patient
    at = figure.noun.head if figure.noun is not None else figure.anchor.head if figure.anchor is not None else figure.index
    return done is not None and any(m.first <= at <= m.last for m in done.members())


def _part_of(scene: Scene, clause: Clause, figure: Figure) -> bool:
    """Whether a figure is what a clause founds, opens or builds."""
    noun = figure.noun or figure.thing
    return noun is not None and any(
        p is not None and any(m.first <= noun.head <= m.head for m in p.members()) for p in (clause.patient, clause.agent, clause.predicate)
    )


def _attached(scene: Scene, end: int, date: DateMark) -> bool:
    """Whether a date follows a quantity closely: no comma, verb or "and" between."""
    between = scene.sentence.text[end - scene.sentence.start : date.lead - scene.sentence.start]
    return date.lead - end <= 3 or len(between) < 60 and not any(mark in between for mark in (",", ";", " and ", " while "))
