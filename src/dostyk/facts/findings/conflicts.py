"""Facts whose sources really differ, and parts greater than their whole → findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dostyk.facts import figures as figures_of
from dostyk.facts.figures import Dissent, decimals, value_dissent
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.findings.series import Figure, figures
from dostyk.facts.identity import identity
from dostyk.facts.items import Item
from dostyk.facts.naming import name_fact
from dostyk.facts.record import Record
from dostyk.facts.showing import show_figure, show_time
from dostyk.facts.sources import independent, sources_in_words
from dostyk.facts.timing import compatible, within
from dostyk.model.fact import Fact, Finding, Severity, Voice
from dostyk.model.statement import Statement


def conflicts(record: Record) -> Iterator[Finding]:
    """One fact, values that neither rounding nor a bound explains."""
    for fact in record.facts:
        if dissent(fact) is not Dissent.REAL or not _one_scope(record, fact):
            continue
        said = "; ".join(f"{_show(fact, v)} according to {sources_in_words(v.statements)}" for v in fact.voices)
        reason = f"Neither rounding, nor a bound, nor another period explains the difference: {said}."
        yield remark(FindingType.CONFLICT, Severity.WARNING, (f"Sources differ on {name_fact(fact)}", reason), fact.statements, [fact])


def _one_scope(record: Record, fact: Fact) -> bool:
    """Whether all figures of a fact name the same parties and count the same; one that names no partner may mean another scope."""
    if fact.kind != "Indicator":
        return True
    items = [record.items[s.id] for s in fact.statements]
    roles = ("subject", "counted") if figures_of.measure_of(items[0]).symmetric else ("subject", "partner", "counted")
    return all(len({frozenset(i.ids(role)) for i in items}) == 1 for role in roles if role != "counted") and len({_counts(i) for i in items}) == 1


def _counts(item: Item) -> bool:
    return bool(item.roles.get("counted"))


def dissent(fact: Fact) -> Dissent:
    """How the sources of a fact differ, the gravest difference counting; what one source says in two ways is no difference."""
    if len(fact.voices) < 2:
        return Dissent.NONE
    said = [_values(fact, source) for source in independent(fact.statements)]
    pairs = [(a, b) for n, a in enumerate(said) for b in said[n + 1 :] if a and b]
    found = {_least(identity(fact.kind).value, a, b) for a, b in pairs}
    return next((d for d in (Dissent.REAL, Dissent.BOUND, Dissent.ROUNDING) if d in found), Dissent.NONE)


def _values(fact: Fact, source: Sequence[Statement]) -> list[tuple[str, str]]:
    """The values that one source gives, with their bounds."""
    ids = {s.id for s in source}
    return [(v.value, _bound(v)) for v in fact.voices if any(s.id in ids for s in v.statements)]


def _least(slot: str, ones: Sequence[tuple[str, str]], twos: Sequence[tuple[str, str]]) -> Dissent:
    """The smallest difference between what two sources say; a source that gives several values may mean several stages."""
    order = (Dissent.NONE, Dissent.ROUNDING, Dissent.BOUND, Dissent.REAL)
    if slot == "time":
        return Dissent.NONE if any(compatible(a, b) for a, _ in ones for b, _ in twos) else Dissent.REAL
    return min((value_dissent(a, b) for a in ones for b in twos), key=order.index)


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


def _show(fact: Fact, voice: Voice) -> str:
    if identity(fact.kind).value == "time":
        return show_time(voice.value)
    return show_figure(voice.value, fact.attributes.get("unit", "1"), _bound(voice)) if decimals(voice.value) else voice.value


def _bound(voice: Voice) -> str:
    return voice.statements[0].attributes.get("bound", "exact")
