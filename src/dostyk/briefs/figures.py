"""Indicator facts → sentences, a level and its growth in one, and series for charts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dostyk.briefs.ordering import newest_first
from dostyk.briefs.sentences import sentence
from dostyk.briefs.slots import Context
from dostyk.facts.figures import decimals
from dostyk.facts.findings.series import line_of
from dostyk.facts.items import document_id
from dostyk.facts.measures import measure
from dostyk.facts.naming import name_series
from dostyk.facts.showing import capital, show_figure
from dostyk.facts.timing import edges, first_day
from dostyk.model.brief import Point, Sentence, Series
from dostyk.model.fact import Fact
from dostyk.model.mention import MentionType
from dostyk.model.statement import Modality

_TOLD_ABOUT = ("level", "maximum")


def between_parties(fact: Fact) -> bool:
    """Whether a figure is about both countries, or their places, rather than about one place alone."""
    return fact.kind == "Indicator" and len({m.id for role in ("subject", "partner") for m in fact.roles.get(role, ())}) > 1


def is_told(fact: Fact) -> bool:
    """Whether a figure is told as being so or as expected; what is denied, only possible or only planned is none, nor what a person would measure."""
    told = fact.kind == "Indicator" and fact.modality in (Modality.ACTUAL, Modality.ONGOING, Modality.EXPECTED)
    people = fact.kind == "Indicator" and any(m.type is MentionType.PERSON for m in fact.roles.get("subject", ()))
    return told and not people and not _of_anything(fact)


def _of_anything(fact: Fact) -> bool:
    """Whether a count between two parties says neither what it counts nor when, and so may be of any part of it."""
    family = measure(fact.attributes.get("measure", ""), fact.attributes.get("unit", "1"))
    plain = fact.attributes.get("unit", "1") == "1" and fact.attributes.get("statistic", "level") == "level"
    return plain and family.symmetric and not fact.roles.get("counted") and fact.time is None


def figure_sentences(facts: Sequence[Fact], context: Context) -> list[Sentence]:
    """Figures by measure, the most often told first, each measure's newest first; growth stands with its level."""
    worths = [f for f in facts if f.kind == "Agreement" and "value" in f.attributes]
    indicators = [f for f in facts if is_told(f) and not any(_is_worth_of(f, w) for w in worths)]
    growths = [f for f in indicators if f.attributes.get("statistic") == "change"]
    taken: set[str] = set()
    made: list[Sentence] = []
    for fact in _by_measure(indicators):
        if fact.id in taken or (fact in growths and any(_level_of(fact, f) for f in indicators)):
            continue
        growth = next((g for g in growths if _level_of(g, fact)), None)
        taken |= {fact.id, growth.id} if growth else {fact.id}
        made.append(sentence(fact, context, _grown(growth), [growth]) if growth else sentence(fact, context))
    return made


def series(facts: Sequence[Fact]) -> list[Series]:
    """Three or more dated figures of one measure in one unit between the same two, in order of period; the longest first."""
    lines: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if _charts(fact):
            lines[_line(fact)].append(fact)
    made = [_series(found) for _, found in sorted(lines.items()) if len({f.time for f in found}) > 2]
    return sorted(made, key=lambda s: (-len(s.points), s.title))


def _charts(fact: Fact) -> bool:
    a = fact.attributes
    told = fact.kind == "Indicator" and fact.modality is Modality.ACTUAL and a.get("statistic", "level") == "level"
    return (
        told
        and a.get("bound") != "max"
        and edges(fact.time) is not None
        and first_day(fact.time) is not None
        and len(decimals(a.get("value", ""))) == 1
    )


def _series(found: Sequence[Fact]) -> Series:
    """A series of every voice's value for every period, those in the unit of the series."""
    unit = found[0].attributes.get("unit", "1")
    points = [
        Point(f.time or "", v.value, v.statements[0].attributes.get("bound", "exact"), v.statements[0])
        for f in found
        for v in f.voices
        if decimals(v.value) and v.unit == unit
    ]
    points.sort(key=lambda p: (first_day(p.time) or (0, 0, 0), p.time, p.value))
    return Series(capital(name_series(found[0])), unit, tuple(points))


def _line(fact: Fact) -> tuple[str, ...]:
    unit = fact.attributes.get("unit", "1")
    family = measure(fact.attributes.get("measure", ""), unit)
    return line_of(family.name, unit, dict(fact.roles), family.symmetric)


def _level_of(growth: Fact, level: Fact) -> bool:
    """Whether a growth is that of a level: same measure, same parties, same period."""
    if growth is level or level.attributes.get("statistic", "level") != "level" or growth.attributes.get("statistic") != "change":
        return False
    one, two = _line(growth), _line(level)
    return one[:1] + one[2:] == two[:1] + two[2:] and growth.time is not None and edges(growth.time) == edges(level.time)


def _is_worth_of(figure: Fact, instrument: Fact) -> bool:
    """Whether a figure is the worth of an instrument, told in the same words."""
    if any(figure.attributes.get(slot) != instrument.attributes.get(slot) for slot in ("value", "unit")):
        return False
    spans = [(document_id(s.document), s.evidence) for s in instrument.statements]
    return any(document_id(s.document) == id and s.evidence.start < e.end and e.start < s.evidence.end for s in figure.statements for id, e in spans)


def _grown(growth: Fact) -> str:
    value = growth.attributes.get("value", "")
    size = show_figure(value.lstrip("-"), growth.attributes.get("unit", "%"), growth.attributes.get("bound", "exact"))
    return f", {'down' if value.startswith('-') else 'up'} {size}"


def _by_measure(indicators: Sequence[Fact]) -> list[Fact]:
    counts: dict[str, int] = defaultdict(int)
    for fact in indicators:
        counts[_family(fact)] += len(fact.statements)
    return sorted(
        newest_first(indicators), key=lambda f: (-counts[_family(f)], _family(f), f.attributes.get("statistic", "level") not in _TOLD_ABOUT)
    )


def _family(fact: Fact) -> str:
    return measure(fact.attributes.get("measure", ""), fact.attributes.get("unit", "1")).name
