"""Statements nobody has reviewed, facts and findings → what a person should look at, what matters most first, and why."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dostyk.model.fact import Fact, Finding, Severity
from dostyk.model.review import Said
from dostyk.model.statement import Modality, Statement
from dostyk.review.applying import Reviewed
from dostyk.review.matching import told
from dostyk.review.record import Stale, said_by
from dostyk.values import edtf

CHANGED = 100
"""Points of a statement that was reviewed, and whose passage has changed: somebody's work has lost its ground."""
SEVERITY = {Severity.WARNING: 40, Severity.CAUTION: 20, Severity.NOTE: 5}
"""Points of the most severe finding that rests on a statement."""
DISPUTED = 30
"""Points of a statement behind a fact for which the statements give different values."""
DUE = 25
"""Points of a promise that is due within SOON of the day of the queue, or was due before it."""
DOUBT = 50
"""Points of a statement without any confidence; of a surer one as many as it is unsure (at 0.8: 10)."""
UNSEEN = 35
"""Points of a statement that rests on words no reader of the page sees: it makes no fact before somebody accepts it."""
SOON = timedelta(days=90)
PENDING = (Modality.PLANNED, Modality.EXPECTED)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something should be looked at: so many points, and a few words."""

    points: int
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at: a statement nobody has reviewed, or a review that has lost its passage (`stale`); heaviest reason first.

    `points` are those of all reasons together: by them the queue is ordered.
    """

    id: str
    revision: int
    says: Said
    source: str
    reasons: tuple[Reason, ...]
    reviewed: Reviewed | None = None
    stale: Stale | None = None

    @property
    def points(self) -> int:
        """How much it matters."""
        return sum(reason.points for reason in self.reasons)


def queue(reviewed: Iterable[Reviewed], stale: Sequence[Stale], record: tuple[Sequence[Fact], Sequence[Finding]], as_of: str) -> list[Item]:
    """Give what is to be looked at, most points first, then in the order given; `as_of` is the day (YYYY-MM-DD) promises are due by.

    A statement that somebody accepted, corrected, split or rejected is not in it; where its passage has changed since, the same one as it
    is read now is, or, where nothing like that is read, the review itself.
    """
    facts, findings = record
    severest: dict[str, Finding] = {}
    for finding in findings:
        for statement in finding.statements:
            known = severest.get(statement.id)
            if known is None or SEVERITY[finding.severity] > SEVERITY[known.severity]:
                severest[statement.id] = finding
    disputed = {statement.id: fact for fact in facts if len(fact.voices) > 1 for statement in fact.statements}
    lost_as = _by_told(stale)
    items: list[Item] = []
    settled: set[str] = set()
    for one in reviewed:
        if one.review is not None or not one.stands:
            continue
        lost = lost_as.get((one.statement.document.id, told(one.read)), [])
        settled |= {was.thread.id for was in lost}
        statement = one.statement
        found = [*map(_lost, lost), *_reasons(statement, severest.get(statement.id), disputed.get(statement.id), as_of)]
        items.append(Item(statement.id, one.revision, Said.of(statement), statement.document.source, _sorted(found), one))
    for was in stale:
        if was.thread.id not in settled:
            says = next(iter(was.thread.anchor.results or ()), was.thread.anchor.read)
            items.append(Item(was.thread.id, was.thread.revision, says, was.documents[0].source, (_lost(was),), stale=was))
    return sorted(items, key=lambda item: -item.points)


def _by_told(stale: Sequence[Stale]) -> dict[tuple[str, Hashable], list[Stale]]:
    """Find stale threads by what they say, in each document that may say it in other words."""
    found: dict[tuple[str, Hashable], list[Stale]] = {}
    for one in stale:
        for document in one.documents:
            for key in dict.fromkeys(map(told, said_by(one.thread))):
                found.setdefault((document.id, key), []).append(one)
    return found


def _reasons(statement: Statement, finding: Finding | None, fact: Fact | None, as_of: str) -> Iterator[Reason]:
    if finding is not None:
        yield Reason(SEVERITY[finding.severity], f"{finding.severity}: {finding.type} ({finding.id})")
    if fact is not None:
        yield Reason(DISPUTED, f"disputed: {' / '.join(voice.value for voice in fact.voices)} ({fact.id})")
    if statement.is_barred:
        yield Reason(UNSEEN, f"its quote is marked: {'; '.join(dict.fromkeys(mark.words for mark in statement.marks))}")
    due = _due(statement, as_of)
    if due:
        yield Reason(DUE, due)
    doubt = round(DOUBT * (1 - statement.confidence))
    if doubt:
        yield Reason(doubt, f"confidence {statement.confidence:.2f}")


def _due(statement: Statement, as_of: str) -> str:
    """Say when a promise was or will be due, if that is before or soon after a day."""
    if statement.time is None or (statement.kind != "Commitment" and statement.modality not in PENDING):
        return ""
    try:
        last, day = edtf.bounds(statement.time)[1], date.fromisoformat(as_of)
    except ValueError:
        return ""
    if last is None or last > day + SOON:
        return ""
    return f"promise {'due' if last >= day else 'was due'} by {last.isoformat()}"


def _lost(stale: Stale) -> Reason:
    review, _ = stale.thread.deciding or stale.thread.steps[-1]
    return Reason(CHANGED, f"{review.by} reviewed it ({review.act}, {review.learned_at[:10]}), but {stale.why}")


def _sorted(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(reasons, key=lambda reason: -reason.points))
