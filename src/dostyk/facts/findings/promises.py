"""Promises and the rest of the record → for each what was promised, due when, and what the record shows of it."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.facts.findings.outcomes import Outcome, State, outcome
from dostyk.facts.findings.promised import Promise, promised
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.record import Record
from dostyk.facts.showing import show_due, show_list, show_time
from dostyk.facts.sources import source_name
from dostyk.model.fact import Finding, Severity

_TYPES = {
    State.KEPT: (FindingType.PROMISE_KEPT, Severity.NOTE, "Kept"),
    State.LATE: (FindingType.PROMISE_LATE, Severity.CAUTION, "Late, as far as the record shows"),
    State.MISSED: (FindingType.PROMISE_MISSED, Severity.CAUTION, "Not reached"),
    State.UNRESOLVED: (FindingType.PROMISE_UNRESOLVED, Severity.NOTE, "No outcome in the record"),
    State.OPEN: (FindingType.PROMISE_OPEN, Severity.NOTE, "Not yet due, no outcome so far"),
}


def promises(record: Record) -> Iterator[Finding]:
    """Each promise with its state; what one sentence promises is one promise."""
    for promise in promised(record):
        yield _told(promise, outcome(promise, record))


def _told(promise: Promise, found: Outcome) -> Finding:
    type, severity, head = _TYPES[found.state]
    due = show_due(promise.due)
    documents = list(dict.fromkeys(s.document for s in promise.lead.statements))
    announced = show_list(f"{source_name(d)} ({show_time(d.published)})" for d in documents)
    again = f"It was announced {len(documents)} times." if len(documents) > 1 else ""
    reason = " ".join(part for part in (f"Announced by {announced}.", found.words, again) if part)
    return remark(
        type, severity, (f"{head}: {promise.words} ({due})", reason), [*promise.statements, *found.statements], [*promise.facts, *found.facts]
    )
