"""A fact and its ledger → the steps by which it was learned: what each document was read to say of it, what changed, what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dostyk.facts import record_of
from dostyk.ledger import Learned, Ledger
from dostyk.model.change import Step
from dostyk.model.fact import Fact
from dostyk.review import Record, Reviewed
from dostyk.review.telling import DONE, change, says

Reading = tuple[Learned, list[Reviewed]]


def history(ledger: Ledger, fact: Fact, known_at: str | None = None) -> list[Step]:
    """Give the steps of a fact as it is known at a time (ISO 8601; None: now), the oldest first; each document speaks for itself.

    Other versions of documents, and what was rejected, count where what they say makes one fact with it by the rules of its kind, whatever value
    they give. A step says what had been read; what people made of it are steps of their own.
    """
    record = Record(ledger, known_at)
    readings = _readings(record, fact.kind)
    ever = [one.statement for _, found in readings for one in found]
    held = {statement.id for statement in fact.statements}
    together = record_of([*ever, *fact.statements], same=record.same(), judgements=record.judgements()).facts
    ids = held | {statement.id for made in together if any(s.id in held for s in made.statements) for statement in made.statements}
    lines: dict[int, list[Reading]] = {}
    threads: dict[str, None] = {}
    for one, found in readings:
        told = [reviewed for reviewed in found if reviewed.statement.id in ids]
        threads.update((reviewed.thread, None) for reviewed in told)
        lines.setdefault(one.line, []).append((one, told))
    steps = [step for found in lines.values() for step in _of_document(found)]
    return sorted([*steps, *_decided(record, threads, readings)], key=lambda step: step.at)


def _readings(record: Record, kind: str) -> list[Reading]:
    """Give every version there was with what stands or was read in it of a kind, the oldest first."""
    learned = {one.number: one for one in record.ledger.lineage(record.known_at)}
    versions = record.ledger.versions(record.known_at, history=True)
    return [(learned[version.number], list(record.reviewed_of(version, kind))) for version in versions]


def _of_document(readings: Iterable[Reading]) -> Iterator[Step]:
    """Give a step for each version of a document that was read to say something else than the one before."""
    before, words, told = None, "", False
    for one, found in readings:
        now = " + ".join(dict.fromkeys(says(reviewed.read) for reviewed in found))
        if now != words:
            again = before is not None and before.content == one.content
            how = "read again" if again else "new version" if before is not None else "told"
            gone = f"no longer read by {one.extractor}" if again else "gone from its new version"
            yield Step(one.learned_at, ("told again" if told and not words else how) if now else gone, one.source, now)
        before, words, told = one, now, told or bool(now)


def _decided(record: Record, ids: Iterable[str], readings: Sequence[Reading]) -> Iterator[Step]:
    """Give a step for each review of its statements."""
    sources = {one.document: one.source for one, _ in readings}
    for thread in (record.threads[id] for id in ids if id in record.threads):
        for review, subject in thread.steps:
            note = f" ({review.note})" if review.note else ""
            said = f"{change(thread, (review, subject))}{note}".strip()
            yield Step(review.learned_at, f"{DONE[review.act]} by {review.by}", sources.get(subject.document, ""), said)
