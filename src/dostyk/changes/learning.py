"""A ledger and two times → what it learned between them, and which statements came in the place of which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dostyk.changes.differing import difference
from dostyk.ledger import Learned, Ledger
from dostyk.model.change import Difference, Event, Learning
from dostyk.model.review import Review
from dostyk.model.statement import Statement
from dostyk.review import Record
from dostyk.review.judged import outcome, pairs
from dostyk.review.telling import DONE, change
from dostyk.review.threads import Thread


@dataclass(frozen=True, slots=True)
class Window:
    """What a ledger learned after `since` and until `until`.

    `lines` gives for each document (by the number of its first version) that was learned of or reviewed how its statements at the end stand
    beside those at the beginning; `reasons` says of statements (by id, as they were) what took them away.
    """

    events: tuple[Event, ...]
    lines: dict[int, Difference]
    reasons: dict[str, str]

    @property
    def successors(self) -> dict[str, str]:
        """The ids that statements have at the end, by those they had at the beginning; without those that went, and those untouched."""
        return {before: after for found in self.lines.values() for before, after in found.pairs}


def learned(ledger: Ledger, since: str, until: str | None = None) -> Window:
    """Give what a ledger learned after one time and until another (ISO 8601; None: now), the oldest first."""
    return _Reading(ledger, since, until).window()


class _Reading:
    """The versions and reviews of one window, read once."""

    def __init__(self, ledger: Ledger, since: str, until: str | None) -> None:
        self.ledger, self.since, self.until = ledger, since, until
        self.versions: dict[int, list[Learned]] = {}
        self.first: dict[str, int] = {}
        self.named: dict[str, str] = {}
        for one in ledger.lineage(until):
            self.versions.setdefault(one.line, []).append(one)
            self.first.setdefault(one.document, one.number)
            self.named[one.document] = one.source
        self.then, self.now = Record(ledger, since), Record(ledger, until)

    def window(self) -> Window:
        reviews = [review for review in self.ledger.reviews(self.until) if review.learned_at > self.since]
        touched = {line for line, found in self.versions.items() if found[-1].learned_at > self.since} | set(self._lines_of(reviews))
        lines = {line: self._difference(line) for line in sorted(touched)}
        events = [
            *(event for line in sorted(touched) for event in self._of_line(line, lines[line])),
            *map(self._reviewed, reviews),
            *self._judged(),
            *self._removed(),
        ]
        events.sort(key=lambda event: event.at)
        reasons = dict(self._reasons(events))
        gone = {one.id for found in lines.values() for one in found.gone}
        for review in reviews:
            for thread in (subject.thread for subject in review.subjects):
                for id in gone & {thread, *(one.statement.id for one in self.then.find(thread))}:
                    reasons[id] = f"{DONE[review.act]} by {review.by}"
        return Window(tuple(events), lines, reasons)

    def _lines_of(self, reviews: Iterable[Review]) -> Iterator[int]:
        texts = {subject.document for review in reviews for subject in review.subjects}
        yield from (line for line, found in self.versions.items() if any(one.document in texts for one in found))

    def _difference(self, line: int) -> Difference:
        """Set what stands in a document at the end beside what stood at the beginning."""
        known = [one for one in self.versions[line] if one.learned_at <= self.since]
        before = self._standing(self.then, known[-1]) if known else []
        return difference(before, self._standing(self.now, self.versions[line][-1]))

    def _standing(self, record: Record, one: Learned) -> list[Statement]:
        return list(record.statements_of(self.ledger.version(one.number)))

    def _of_line(self, line: int, whole: Difference) -> Iterator[Event]:
        """Give what was learned of one document: its first version, further ones, other readings of the same bytes."""
        found = self.versions[line]
        fresh = [number for number, one in enumerate(found) if one.learned_at > self.since]
        for number in fresh:
            one, before = found[number], found[number - 1] if number else None
            only = len(fresh) == 1
            compared = whole if only else difference(self._standing(self.now, before) if before else [], self._standing(self.now, one))
            what = self._what(one, before)
            yield Event(
                one.learned_at,
                what,
                one.extractor,
                one.source,
                one.document,
                f"{len(compared.gained)} statements" if before is None else told(compared),
                before.document if before is not None and before.document != one.document else None,
                compared,
                len(compared.gained) + len(compared.pairs),
            )

    def _what(self, one: Learned, before: Learned | None) -> Learning:
        if before is None:
            return Learning.COPY if self.first[one.document] < one.number else Learning.NEW_SOURCE
        if before.content != one.content:
            return Learning.NEW_VERSION
        return Learning.READ_AGAIN if before.extractor != one.extractor else Learning.DESCRIBED_ANEW

    def _reviewed(self, review: Review) -> Event:
        subject = review.subjects[0]
        thread = self.now.threads[subject.thread]
        words = " ".join(part for part in (DONE[review.act], subject.thread, _what_changed(thread, review)) if part)
        note = f"{words} ({review.note})" if review.note else words
        return Event(
            review.learned_at,
            Learning.REVIEW,
            review.by,
            self.named.get(subject.document, ""),
            subject.document,
            note,
            statements=len(review.subjects),
        )

    def _judged(self) -> Iterator[Event]:
        for pair in pairs(self.ledger.judgements(self.until)).values():
            for judgement in pair.steps:
                if judgement.learned_at > self.since:
                    yield Event(judgement.learned_at, Learning.JUDGEMENT, judgement.by, "", pair.id, outcome(pair, judgement))

    def _removed(self) -> Iterator[Event]:
        for removal in self.ledger.removals():
            if self.since < removal.removed_at and (self.until is None or removal.removed_at <= self.until):
                gone = f"{removal.statements} statement{'s' if removal.statements != 1 else ''}"
                versions = f"{removal.versions} version{'s' if removal.versions != 1 else ''}"
                note = f"{versions} with {gone} count no more, and are out of the past as well ({removal.why})"
                yield Event(removal.removed_at, Learning.WITHDRAWAL, removal.who, "", removal.document, note, statements=removal.statements)

    def _reasons(self, events: Iterable[Event]) -> Iterator[tuple[str, str]]:
        """Say of what went in each document why, as the last version of it tells."""
        for event in events:
            for gone in event.difference.gone if event.difference else ():
                match event.what:
                    case Learning.NEW_VERSION:
                        yield gone.id, f"gone from the new version of {event.source}"
                    case Learning.READ_AGAIN:
                        yield gone.id, f"no longer read in {event.source} by {event.by}"
                    case _:
                        yield gone.id, f"no longer read in {event.source}"


def told(found: Difference) -> str:
    """Say in words how the statements of two versions of a document differ."""
    if found.is_none:
        return f"says the same: {len(found.same)} statements as before"
    counts = (("as before", len(found.same)), ("changed", len(found.changed)), ("gained", len(found.gained)), ("gone", len(found.gone)))
    return f"statements: {', '.join(f'{count} {word}' for word, count in counts if count)}"


def _what_changed(thread: Thread, review: Review) -> str:
    step = next(step for step in thread.steps if step[0].number == review.number)
    return change(thread, step)
