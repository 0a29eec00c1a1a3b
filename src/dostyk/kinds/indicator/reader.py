"""Reads indicators: what each figure of a sentence measures, of whom, towards whom, how it compares."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.indicator.figures import Figure, find_figure
from dostyk.kinds.indicator.parties import assign
from dostyk.kinds.indicator.periods import year_before
from dostyk.kinds.indicator.ranks import read_ranks
from dostyk.model.analysis import Clause, Phrase, Sentence
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.statement import Modality

COMPARED = ("year-on-year", "year on year", "yoy", "y-o-y", "year-over-year", "annually compared", "on an annual basis", "from a year earlier", "than a year earlier", "compared to the previous year", "compared with the previous year", "over the previous year", "than the previous year", "than last year", "compared to last year", "compared with last year")


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each figure and each rank of a sentence."""
    for quantity in sentence.quantities:
        figure = find_figure(sentence, quantity, reading)
        if figure is not None:
            yield _draft(sentence, figure, reading)
    yield from read_ranks(sentence, reading)


def _draft(sentence: Sentence, figure: Figure, reading: Reading) -> Draft:
    quantity = figure.quantity
    roles: dict[str, list[Filler]] = {}
    subjects, partners = assign(sentence, figure, reading)
    if subjects:
        roles["subject"] = list(subjects)
    if partners:
        roles["partner"] = list(partners)
    if figure.counted is not None:
        roles["counted"] = [figure.counted]
    value = quantity.value
    if figure.falling and not value.startswith("-") and figure.statistic == "change":
        value = f"-{value}"
    attributes = {"measure": figure.measure, "value": value, "unit": quantity.unit}
    if quantity.bound != "exact":
        attributes["bound"] = quantity.bound
    if figure.statistic != "level":
        attributes["statistic"] = figure.statistic
    start, end = figure.start, figure.end
    modality = _modality(figure.clause, figure.phrase)
    draft = Draft("Indicator", start, end, roles, attributes, "", modality, rule=f"indicator.{figure.rule}", confidence=figure.confidence, anchor=quantity.start)
    _period(sentence, figure, draft, reading)
    reading.memory["figure"] = (figure.measure, subjects, partners, sentence.paragraph, draft.time if draft.time else None)
    return draft


def _modality(clause: Clause | None, phrase: Phrase | None) -> Modality:
    del phrase
    if clause is None:
        return Modality.ACTUAL
    if clause.modality in (Modality.PLANNED, Modality.EXPECTED, Modality.NEGATED, Modality.POSSIBLE):
        return clause.modality
    return Modality.ACTUAL


def _period(sentence: Sentence, figure: Figure, draft: Draft, reading: Reading) -> None:
    """Give the period of a carried figure and the base period of a change."""
    usable = [d for d in sentence.dates if d.edtf and not d.same_period and not d.vague and d.duration is None]
    low = sentence.text.lower()
    if not usable and figure.carried:
        draft.time = reading.memory.get("figure_time")
    elif usable and figure.statistic in ("change", "multiple"):
        compared = [d for d in usable if _comparing(sentence, d.lead)]
        rest = [d for d in usable if d not in compared]
        if rest:
            nearest = min(rest, key=lambda d: abs(d.start - figure.quantity.start))
            draft.time = nearest.edtf
            if nearest.relation in ("since", "from_start") and nearest.edtf and "/" not in nearest.edtf:
                draft.time = f"{nearest.edtf}/.."
        if compared:
            draft.attributes["compared_with"] = compared[0].edtf or ""
    else:
        since = [d for d in usable if d.relation in ("since", "from_start")]
        if len(usable) == 1 and since and "/" not in (since[0].edtf or "/"):
            draft.time = f"{since[0].edtf}/.."
    if draft.time == "" and usable:
        from dostyk.kinds.indicator.periods import nearest_date

        date = nearest_date(sentence, usable, figure)
        if date is not None:
            draft.time = date.edtf
    if draft.time:
        reading.memory["figure_time"] = draft.time
    if figure.statistic in ("change", "multiple") and "compared_with" not in draft.attributes and draft.time:
        if any(d.same_period for d in sentence.dates) or any(words in low for words in COMPARED):
            base = year_before(draft.time)
            if base:
                draft.attributes["compared_with"] = base


def _comparing(sentence: Sentence, lead: int) -> bool:
    before = sentence.text[max(0, lead - 24 - sentence.start) : lead - sentence.start].lower()
    return any(words in before for words in ("compared to", "compared with", "comparing", "than", "against", "relative to", "from the level of", "versus"))
