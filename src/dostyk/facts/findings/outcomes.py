"""A promise and the record → what came of it: kept, late, missed, not yet due, or nothing in the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dostyk.facts.figures import decimals
from dostyk.facts.findings.promised import Promise
from dostyk.facts.findings.series import Figure, figures, line_of
from dostyk.facts.identity import identity, same_promise, text_of
from dostyk.facts.items import Item
from dostyk.facts.measures import measure
from dostyk.facts.record import Record
from dostyk.facts.showing import show_time
from dostyk.facts.sources import source_name
from dostyk.facts.tables import table
from dostyk.facts.timing import Day, first_day, last_day, years_between
from dostyk.facts.wording import years_in
from dostyk.model.fact import Fact
from dostyk.model.statement import Statement


class State(StrEnum):
    """What came of a promise."""

    KEPT = "kept"
    LATE = "late"
    MISSED = "missed"
    UNRESOLVED = "no outcome in the record"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The state of a promise, in words, and what shows it."""

    state: State
    words: str
    statements: tuple[Statement, ...] = ()
    facts: tuple[Fact, ...] = ()


def outcome(promise: Promise, record: Record) -> Outcome:
    """What the record shows of a promise."""
    if decimals(promise.lead.attributes.get("value", "")) and "measure" in promise.lead.attributes and promise.lead.kind == "Commitment":
        return _target(promise, record)
    done = sorted(_fulfilling(promise, record), key=lambda f: (_day(f) or (0, 0, 0), f.id))
    if not done:
        return _nothing(promise, record)
    first = done[0]
    due, day = last_day(promise.due), _day(first)
    late = bool(due and day and day > due)
    told = f"{source_name(first.statements[0].document)} tells of it{f', {show_time(first.time)}' if first.time else ''}."
    return Outcome(State.LATE if late else State.KEPT, told, first.statements, (first,))


def _target(promise: Promise, record: Record) -> Outcome:
    """A number to be reached: the first figure of the same measure at or above it, and the figure for the due period."""
    a = promise.lead.attributes
    family = measure(a["measure"], a.get("unit", "1"))
    roles = {"subject": promise.lead.roles.get("actor", ())} if family.symmetric else promise.lead.roles
    line = line_of(family.name, a.get("unit", "1"), roles, family.symmetric)
    known = sorted((f for f in figures(record) if _comparable(f, line, family.symmetric)), key=lambda f: (last_day(f.time) or (0, 0, 0), f.time))
    goal, due = decimals(a["value"])[0], last_day(promise.due)
    made = first_day(promise.item.statement.document.published)
    since = [f for f in known if made is None or (last_day(f.time) or made) >= made]
    reached = next((f for f in since if f.value >= goal and f.bound not in ("under", "max")), None)
    at_due = next((f for f in known if promise.due and f.time == promise.due), None)
    if reached and (due is None or (last_day(reached.time) or (0, 0, 0)) <= due):
        return Outcome(State.KEPT, f"Reached: {_said(reached)}.", reached.statements, (reached.fact,))
    if reached:
        before = f"For {show_time(promise.due)} the record has {at_due.shown}." if at_due else f"The record has nothing for {show_time(promise.due)}."
        shown = (*reached.statements, *(at_due.statements if at_due else ()))
        return Outcome(State.LATE, f"{before} First at or above the target: {_said(reached)}.", shown, (reached.fact,))
    if at_due:
        return Outcome(State.MISSED, f"The record has {_said(at_due)}.", at_due.statements, (at_due.fact,))
    return _nothing(promise, record)


def _comparable(figure: Figure, line: tuple[str, ...], symmetric: bool) -> bool:
    """Whether a figure is of the measure promised: for the same parties, or, where the promise names none of its own, the same unit."""
    if figure.line[:2] != line[:2]:
        return False
    return figure.line[2] == line[2] if symmetric else not line[2] or figure.line[2:4] == line[2:4]


def _said(figure: Figure) -> str:
    return f"{figure.shown} in {show_time(figure.time)} ({source_name(figure.statements[0].document)})"


def _fulfilling(promise: Promise, record: Record) -> Iterator[Fact]:
    """Facts told as having come about, of the same identity, not before the promise was made."""
    made = first_day(promise.item.statement.document.published)
    for fact in record.told_like(promise.item):
        if not same_promise(promise.item, record.item(fact)) or not _far_enough(promise.lead, fact):
            continue
        day = _day(fact)
        begun = first_day(promise.due) or made
        if day is not None and begun is not None and day >= begun and not _too_far(promise, day) and _same_year_named(promise, record.item(fact)):
            yield fact


def _too_far(promise: Promise, day: Day) -> bool:
    """Whether an outcome comes so long after a promise was due, or was made, that it is that of another."""
    limits = table("findings/promises.toml")["within"]
    start = last_day(promise.due) or last_day(promise.item.statement.document.published)
    return start is not None and years_between(start, max(day, start)) > limits.get(promise.lead.kind, limits["others"])


def _same_year_named(promise: Promise, told: Item) -> bool:
    """Whether no year in the wording of a promise stands against another in the wording of what is told ("the 2013 summit")."""
    rule = identity(promise.lead.kind)
    pairs = [(years_in(text_of(promise.item, slot)), years_in(text_of(told, slot))) for slot in (*rule.words, *rule.alike)]
    return all(not one or not two or bool(one & two) for one, two in pairs)


def _far_enough(promised: Fact, told: Fact) -> bool:
    """Whether a project has come as far as was promised."""
    stages = table("findings/promises.toml")["stages"]
    wanted = stages.get(promised.attributes.get("stage", ""), 4 if promised.kind == "Project" else 0)
    return promised.kind != "Project" or bool(stages.get(told.attributes.get("stage", ""), 0) >= wanted)


def _day(fact: Fact) -> Day | None:
    """When a fact came about: its own first day, or the first day of the earliest page that tells of it."""
    own = first_day(fact.time)
    pages = [d for s in fact.statements for d in [first_day(s.document.published)] if d]
    return own or min(pages, default=None)


def _nothing(promise: Promise, record: Record) -> Outcome:
    due = last_day(promise.due)
    if due and record.now and due > record.now:
        return Outcome(State.OPEN, "")
    return Outcome(State.UNRESOLVED, "")
