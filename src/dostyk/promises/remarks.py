"""The register of promises → findings: each promise that can be checked, with what the record shows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.record import Record
from dostyk.facts.showing import show_due
from dostyk.model.fact import Finding, Severity
from dostyk.model.promise import Promise, PromiseState
from dostyk.promises.register import register
from dostyk.promises.speakers import sources_of

_TYPES = {
    PromiseState.KEPT: (FindingType.PROMISE_KEPT, Severity.NOTE, "Kept"),
    PromiseState.LATE: (FindingType.PROMISE_LATE, Severity.CAUTION, "Late, as far as the record shows"),
    PromiseState.PARTLY: (FindingType.PROMISE_PARTLY, Severity.NOTE, "Kept in part, as far as the record shows"),
    PromiseState.MISSED: (FindingType.PROMISE_MISSED, Severity.CAUTION, "Not reached"),
    PromiseState.DISPUTED: (FindingType.PROMISE_DISPUTED, Severity.CAUTION, "Sources differ on whether it was kept"),
    PromiseState.OVERDUE: (FindingType.PROMISE_UNRESOLVED, Severity.NOTE, "No outcome in the record"),
    PromiseState.NO_OUTCOME: (FindingType.PROMISE_UNRESOLVED, Severity.NOTE, "No outcome in the record"),
    PromiseState.ANNOUNCED_AGAIN: (FindingType.PROMISE_AGAIN, Severity.NOTE, "Announced again, no outcome so far"),
    PromiseState.OPEN: (FindingType.PROMISE_OPEN, Severity.NOTE, "Not yet due, no outcome so far"),
}


def remarks(record: Record) -> Iterator[Finding]:
    """A finding for each promise of a record; forecasts of figures, and what nobody could check, give none."""
    yield from remarks_on(register(record))


def remarks_on(promises: Iterable[Promise]) -> Iterator[Finding]:
    """A finding for each promise of a register, as `remarks` gives them."""
    for promise in promises:
        if promise.state in _TYPES and not promise.forecast:
            yield _told(promise)


def _told(promise: Promise) -> Finding:
    type, severity, head = _TYPES[promise.state]
    first = {s.document: s for a in promise.announcements for s in a.statements}
    summary = f"{head}: {promise.content} ({show_due(promise.due)})"
    words = (summary, f"Announced by {sources_of(list(first.values()))}. {promise.reason}")
    facts = dict.fromkeys((*promise.facts, *(o.fact for o in promise.outcomes)))
    return replace(remark(type, severity, words, promise.statements), facts=tuple(facts))
