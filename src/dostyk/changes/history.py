"""A fact and its ledger → the steps by which it was learned: what each document was read to say of it, what changed, what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dostyk.facts import record_of
from dostyk.ledger import Learned, Ledger
from dostyk.model.change import Step
from dostyk.model.fact import Fact
from dostyk.model.review import Said
from dostyk.model.statement import Statement
from dostyk.review import Record
from dostyk.review.telling import DONE, change, says

Reading = tuple[Learned, list[Statement]]


def history(ledger: Ledger, fact: Fact, known_at: str | None = None) -> list[Step]:
    """Give the steps of a fact as it is known at a time (ISO 8601; None: now), the oldest first; each document speaks for itself.

    Other versions of documents count where what they say makes one fact with it, by the rules of its kind, whatever value they give.
    """
    record = Record(ledger, known_at)
    now = [one for statement in fact.statements for one in record.find(statement.id) if one.statement.id == statement.id]
    reads = [one.read.statement(one.statement.document) for one in now]
    kinds = sorted({fact.kind, *(read.kind for read in reads)})
    readings = _readings(ledger, kinds, known_at)
    ever = [statement for _, statements in readings for statement in statements]
    seeds = {statement.id for statement in (*fact.statements, *reads)}
    together = record_of([*ever, *fact.statements], same=record.same()).facts
    ids = seeds | {statement.id for made in together if any(s.id in seeds for s in made.statements) for statement in made.statements}
    lines: dict[int, list[Reading]] = {}
    for one, statements in readings:
        lines.setdefault(one.line, []).append((one, [statement for statement in statements if statement.id in ids]))
    steps = [step for found in lines.values() for step in _of_document(found)]
    return sorted([*steps, *_decided(record, ids, readings)], key=lambda step: step.at)


def _readings(ledger: Ledger, kinds: Sequence[str], known_at: str | None) -> list[Reading]:
    """Give every version there was with what was read in it of some kinds, the oldest first."""
    learned = {one.number: one for one in ledger.lineage(known_at)}
    return [
        (learned[version.number], [statement for kind in kinds for statement in ledger.statements_of(version, kind)])
        for version in ledger.versions(known_at, history=True)
    ]


def _of_document(readings: Iterable[Reading]) -> Iterator[Step]:
    """Give a step for each version of a document that says something else than the one before."""
    before, words, told = None, "", False
    for one, statements in readings:
        now = " + ".join(dict.fromkeys(says(Said.of(statement)) for statement in statements))
        if now != words:
            again = before is not None and before.content == one.content
            how = "read again" if again else "new version" if before is not None else "told"
            gone = f"no longer read by {one.extractor}" if again else "gone from its new version"
            yield Step(one.learned_at, ("told again" if told and not words else how) if now else gone, one.source, now)
        before, words, told = one, now, told or bool(now)


def _decided(record: Record, ids: set[str], readings: Sequence[Reading]) -> Iterator[Step]:
    """Give a step for each review of its statements."""
    sources = {one.document: one.source for one, _ in readings}
    for thread in record.threads.values():
        if thread.id in ids:
            for review, subject in thread.steps:
                said = change(thread, (review, subject))
                note = f" ({review.note})" if review.note else ""
                yield Step(review.learned_at, f"{DONE[review.act]} by {review.by}", sources.get(subject.document, ""), f"{said}{note}".strip())
