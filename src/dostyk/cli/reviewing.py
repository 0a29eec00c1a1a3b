"""Reviews and the queue → what people read of them, and their JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dostyk.cli.showing import Where, nowhere, show_statement
from dostyk.model.review import Review
from dostyk.review import Item, Record, Reviewed
from dostyk.review.telling import DONE, change
from dostyk.review.threads import Step, Thread


def show_reviewed(one: Reviewed, record: Record, where: Where = nowhere) -> Iterator[str]:
    """Show a statement as it stands, and all reviews of it, the newest last."""
    yield from show_statement(one.statement, where)
    thread = record.threads.get(one.thread)
    if thread is None:
        return
    yield ""
    state = (
        "it stands no more" if not one.stands else f"decided by review {one.review.number}" if one.review is not None else "it stands as it was read"
    )
    yield f"  reviews:     revision {one.revision}, {state}{'' if one.still_read else '; the program does not read it any more'}"
    yield from show_steps(thread)


def show_steps(thread: Thread) -> Iterator[str]:
    """Show the reviews of a thread, one a line."""
    kept = {review.number for review, _ in thread.in_force}
    for review, subject in thread.steps:
        done = change(thread, (review, subject))
        undone = "" if review.number in kept or review.undoes is not None else " [undone]"
        note = f" ({review.note})" if review.note else ""
        yield f"  {subject.revision:>3}. {review.learned_at[:19]} {review.by} {DONE[review.act]}{f' {done}' if done else ''}{note}{undone}"


def item_json(item: Item) -> dict[str, Any]:
    """Give one item of the queue with all its reasons."""
    return {
        "id": item.id,
        "revision": item.revision,
        "points": item.points,
        "reasons": [{"points": reason.points, "words": reason.words} for reason in item.reasons],
        "stale": item.stale is not None,
        "source": item.source,
        "statement": item.says.as_json(),
    }


def step_json(thread: Thread, step: Step) -> dict[str, Any]:
    """Give one review as far as it speaks of one statement."""
    review, subject = step
    return {
        "review": review.number,
        "at": review.learned_at,
        "by": review.by,
        "act": review.act.value,
        "statement": subject.thread,
        "revision": subject.revision,
        "document": subject.document,
        "quote": subject.read.evidence.quote,
        "undoes": review.undoes,
        "in_force": any(review.number == kept.number for kept, _ in thread.in_force),
        "change": change(thread, step),
        "results": None if subject.results is None else [said.as_json() for said in subject.results],
        "note": review.note,
    }


def log_row(thread: Thread, step: Step) -> tuple[str, ...]:
    """Give one review as a row of the log."""
    review, subject = step
    return str(review.number), review.learned_at[:19], review.by, review.act.value, subject.thread, change(thread, step), review.note or ""


def kept_json(review: Review, ids: list[str]) -> dict[str, Any]:
    """Give what became of a review that was just made; `ids` are those of the statements that stand after it."""
    subjects = [{"statement": subject.thread, "revision": subject.revision} for subject in review.subjects]
    return {"review": review.number, "act": review.act.value, "by": review.by, "at": review.learned_at, "subjects": subjects, "statements": ids}
