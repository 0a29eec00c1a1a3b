"""Changes → what people read of them, and their JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dostyk.changes import says
from dostyk.cli.showing import fact_json, finding_json
from dostyk.facts.findings import FindingType
from dostyk.model.change import Changes, Difference, Event, FactChange, PromiseChange, Turn
from dostyk.model.promise import Promise

LISTED = 20
"""Facts of one turn that are listed after `ingest` and `remove`; more are counted."""
TOLD = (Turn.GONE, Turn.CHANGED, Turn.WEAKENED)
"""What `ingest` and `remove` say of facts one by one."""


def show_changes(changes: Changes) -> Iterator[str]:
    """Give the lines of all changes, counts first."""
    yield f"learned    {_counted(event.what.value for event in changes.events) or 'nothing'}"
    yield f"statements {_statements(changes.events) or 'as they were'}"
    yield f"facts      {_counted(change.turn.value for change in changes.facts) or 'as they were'}"
    yield f"findings   {len(changes.findings)} new, {len(changes.settled)} settled"
    yield f"promises   {_counted(change.turn.value for change in changes.promises) or 'as they were'}"
    for event in changes.events:
        about = event.source or event.document
        yield f"\n{event.at[:19]} {event.what.value}: {about} ({event.document}), by {event.by}\n  {event.note}"
        yield from _differences(event.difference if event.before or changes_what_was(event) else None)
    yield from ["", *map(fact_line, changes.facts)] if changes.facts else []
    yield from ["", *(f"finding {one.id} new: {one.type}: {one.summary}" for one in changes.findings)] if changes.findings else []
    yield from (f"finding {one.id} settled: {one.type}: {one.summary}" for one in changes.settled)
    yield from ["", *map(_promise_line, changes.promises)] if changes.promises else []


def changes_what_was(event: Event) -> bool:
    """Whether an event put statements into the place of earlier ones."""
    found = event.difference
    return found is not None and bool(found.same or found.changed or found.gone)


def fact_line(change: FactChange) -> str:
    """Say on one line what became of a fact."""
    head = f"fact {change.fact.id} {change.turn.value}: {says(change.fact)}"
    match change.turn:
        case Turn.CHANGED:
            parts = [change.words]
        case Turn.JOINED:
            parts = [f"was {says(change.before)}" if change.before else "", "is one with it now"]
        case Turn.PARTED:
            parts = [f"was one with {change.words}"]
        case _:
            parts = [change.words]
    parts += [f"lost {', '.join(change.lost)}"] if change.lost else []
    parts += [f"gained {', '.join(change.gained)}"] if change.gained and change.turn is not Turn.NEW else []
    parts += [f"told by {', '.join(change.gained)}"] if change.turn is Turn.NEW else []
    parts += change.because
    return "; ".join(part for part in (head, *parts) if part)


def effects(facts: Sequence[FactChange]) -> Iterator[str]:
    """Say what became of facts that others relied on: those gone, changed or weakened one by one, the others counted."""
    counted = _counted(change.turn.value for change in facts)
    yield f"facts: {counted or 'all as they were'}"
    for turn in TOLD:
        found = [change for change in facts if change.turn is turn]
        yield from (f"  {fact_line(change)}" for change in found[:LISTED])
        if len(found) > LISTED:
            yield f"  and {len(found) - LISTED} more {turn.value}; `dostyk changes` lists them"


def difference_json(found: Difference) -> dict[str, Any]:
    """Give how the statements of a document differ, by their ids."""
    return {
        "same": len(found.same),
        "changed": [{"before": one.id, "after": other.id} for one, other in found.changed],
        "gained": [statement.id for statement in found.gained],
        "gone": [statement.id for statement in found.gone],
    }


def changes_json(changes: Changes) -> Iterator[dict[str, Any]]:
    """Give all changes, one object each, the counts first."""
    yield {
        "since": changes.since,
        "until": changes.until,
        "learned": _counts(event.what.value for event in changes.events),
        "facts": _counts(change.turn.value for change in changes.facts),
        "findings": {"new": len(changes.findings), "settled": len(changes.settled)},
        "superseded": [one.id for one in changes.findings if one.type == FindingType.SUPERSEDED],
        "promises": _counts(change.turn.value for change in changes.promises),
    }
    yield from map(_event_json, changes.events)
    yield from map(_fact_json, changes.facts)
    yield from ({"change": "finding", "turn": "new", **finding_json(one)} for one in changes.findings)
    yield from ({"change": "finding", "turn": "settled", **finding_json(one)} for one in changes.settled)
    yield from map(_promise_json, changes.promises)


def _event_json(event: Event) -> dict[str, Any]:
    return {
        "change": "learned",
        "what": event.what.value,
        "at": event.at,
        "by": event.by,
        "source": event.source,
        "document": event.document,
        "before": event.before,
        "note": event.note,
        "statements": difference_json(event.difference) if event.difference is not None else event.statements,
    }


def _fact_json(change: FactChange) -> dict[str, Any]:
    return {
        "change": "fact",
        "turn": change.turn.value,
        "says": says(change.fact),
        "words": change.words,
        "gained": list(change.gained),
        "lost": list(change.lost),
        "because": list(change.because),
        "before": fact_json(change.before) if change.before is not None else None,
        "after": fact_json(change.after) if change.after is not None else None,
    }


def _promise_json(change: PromiseChange) -> dict[str, Any]:
    def short(promise: Promise | None) -> dict[str, Any] | None:
        return (
            None
            if promise is None
            else {"id": promise.id, "status": promise.state.value, "due": promise.due, "late_by": promise.late_by, "reason": promise.reason}
        )

    return {
        "change": "promise",
        "turn": change.turn.value,
        "content": _promise(change).content,
        "before": short(change.before),
        "after": short(change.after),
    }


def _promise(change: PromiseChange) -> Promise:
    found = change.after or change.before
    assert found is not None  # noqa: S101 - one of both is always there
    return found


def _promise_line(change: PromiseChange) -> str:
    promise, words = _promise(change), ""
    if change.before is not None and change.after is not None:
        words = f": {change.before.state.value} → {change.after.state.value}"
        if change.before.due != change.after.due:
            words += f", due {change.before.due or 'at no time given'} → {change.after.due or 'at no time given'}"
    return f"promise {promise.id} {change.turn.value}: {promise.content}{words or f' ({promise.state.value})'}"


def _differences(found: Difference | None) -> Iterator[str]:
    from dostyk.model.review import Said
    from dostyk.review.telling import differences
    from dostyk.review.telling import says as said

    if found is None:
        return
    for one, other in found.changed:
        yield f"  changed {one.id} → {other.id}: {differences(Said.of(one), Said.of(other))}"
    yield from (f"  gained  {one.id}: {said(Said.of(one))}" for one in found.gained)
    yield from (f"  gone    {one.id}: {said(Said.of(one))}" for one in found.gone)


def _statements(events: Iterable[Event]) -> str:
    counts: Counter[str] = Counter()
    for event in events:
        if event.difference is not None:
            found = event.difference
            counts.update({"gained": len(found.gained), "changed": len(found.changed), "gone": len(found.gone)})
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count)


def _counts(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))


def _counted(words: Iterable[str]) -> str:
    return ", ".join(f"{count} {word}" for word, count in Counter(words).items())
