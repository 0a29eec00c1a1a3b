"""Facts whose sources really differ, and parts greater than their whole → findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dostyk.facts.dissents import gravest
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.findings.series import Figure, figures
from dostyk.facts.naming import name_fact, show_voice
from dostyk.facts.record import Record
from dostyk.facts.showing import capital, show_list, show_time
from dostyk.facts.sources import speakers_in_words
from dostyk.facts.timing import within
from dostyk.model.fact import Dissent, DissentType, Fact, Finding, Severity


def conflicts(record: Record) -> Iterator[Finding]:
    """One fact, values that neither rounding nor a bound, a unit or a scope explains; mirror figures and lost digits are said to be such."""
    for fact in record.facts:
        type = gravest(fact)
        if type not in _SERIOUS:
            continue
        values = [fact.voices[0], *(v for v in fact.voices[1:] if any(d.type is type and d.value == v.value for d in fact.dissents))]
        said = "; ".join(f"{show_voice(v)} according to {speakers_in_words(v.statements)}" for v in values)
        why = next(d.reason for d in fact.dissents if d.type is type and not d.one_source and not d.fact)
        statements = [s for v in values for s in v.statements]
        if type is DissentType.GARBLED:
            summary = f"Probably garbled: {name_fact(fact)} is given as {show_list(show_voice(v) for v in values)}"
            yield remark(FindingType.GARBLED, Severity.WARNING, (summary, f"{why} {capital(said)}."), statements, [fact])
        else:
            severity = Severity.CAUTION if type is DissentType.REPORTER else Severity.WARNING
            words = (f"Sources differ on {name_fact(fact)}", f"{_SERIOUS[type] or why} {capital(said)}.")
            yield remark(FindingType.CONFLICT, severity, words, statements, [fact])


_SERIOUS = {
    DissentType.CONFLICT: "Neither rounding, nor a bound, unit, period or scope explains the difference.",
    DissentType.REPORTER: "",
    DissentType.GARBLED: "",
}


def beside_each_other(record: Record) -> Iterator[Finding]:
    """Two facts of one line that are probably one: a reversed direction, days a little apart, one value for two periods; and mirror figures."""
    by_id = {f.id: f for f in record.facts if f.dissents}
    for fact in by_id.values():
        for dissent in fact.dissents:
            other = by_id.get(dissent.fact)
            if other is None or fact.id > other.id:
                continue
            told = _beside(fact, other, dissent)
            if told:
                type, severity, summary = told
                yield remark(type, severity, (summary, dissent.reason), [*fact.statements, *other.statements], [fact, other])


def _beside(fact: Fact, other: Fact, dissent: Dissent) -> tuple[FindingType, Severity, str] | None:
    """What is worth a remark of two facts: neither two periods of one series nor two scopes are."""
    if dissent.type is DissentType.DIRECTION:
        return FindingType.REVERSED, Severity.WARNING, f"Probably reversed: one value for {name_fact(fact)} and for {name_fact(other)}"
    if dissent.type is DissentType.REPORTER:
        return FindingType.CONFLICT, Severity.NOTE, f"Mirror figures differ: {name_fact(fact)} and {name_fact(other)}"
    if dissent.type is DissentType.GARBLED:
        return FindingType.GARBLED, Severity.CAUTION, f"Probably garbled: {name_fact(fact)} and {name_fact(other)} may be one"
    if dissent.type is DissentType.CONFLICT:
        return FindingType.CONFLICT, Severity.CAUTION, f"Sources differ on the days of {name_fact(fact)}"
    if dissent.type is DissentType.PERIOD and fact.attributes.get("value") == other.attributes.get("value"):
        return FindingType.CONFLICT, Severity.CAUTION, f"One figure for two periods: {name_fact(fact)} and {show_time(other.time)}"
    return None


def parts_above_whole(record: Record) -> Iterator[Finding]:
    """A figure for part of a period that is greater than the one for the whole."""
    lines: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures(record):
        if figure.sort == "flow":
            lines[figure.line].append(figure)
    for found in lines.values():
        for part in found:
            for whole in found:
                if part.time != whole.time and within(part.time, whole.time) and _above(part, whole):
                    yield _part_above(part, whole)


def _above(part: Figure, whole: Figure) -> bool:
    return part.bound not in ("under", "max", "about") and whole.bound not in ("over", "min", "about") and part.value > whole.value


def _part_above(part: Figure, whole: Figure) -> Finding:
    summary = f"Figure of {part.words} for {show_time(part.time)} exceeds that for the whole of {show_time(whole.time)}"
    reason = f"{part.shown} against {whole.shown}: a part cannot be greater than the whole, so one figure or its period is wrong."
    return remark(FindingType.CONFLICT, Severity.WARNING, (summary, reason), [*part.statements, *whole.statements])
