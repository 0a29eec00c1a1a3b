"""The announcements of a promise with what is told of it → its state; silence never says more than that nothing is in the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dostyk.facts.sources import voice_of
from dostyk.facts.timing import Day, compatible, first_day, last_day, years_between
from dostyk.model.promise import Announcement, Degree, Outcome, PromiseState
from dostyk.promises.lateness import is_late
from dostyk.promises.outcomes import order
from dostyk.promises.tables import table


@dataclass(frozen=True, slots=True)
class Case:
    """What a promise is judged by; `now` is the day it is judged on."""

    announcements: Sequence[Announcement]
    outcomes: Sequence[Outcome]
    measure: str
    is_target: bool
    now: Day | None

    @property
    def first_due(self) -> str | None:
        """When it was due as first announced with a time."""
        return next((a.due for a in self.announcements if a.due), None)

    @property
    def last_due(self) -> str | None:
        """When it was due as last announced with a time."""
        return next((a.due for a in reversed(self.announcements) if a.due), None)

    @property
    def moved(self) -> bool:
        """Whether a later announcement gives a time that is not the first one."""
        return any(a.due is not None and not compatible(self.first_due, a.due) for a in self.announcements)

    def of(self, degree: Degree) -> list[Outcome]:
        """The outcomes of one degree, the oldest first."""
        return sorted((o for o in self.outcomes if o.degree is degree), key=order)

    @property
    def is_overdue(self) -> bool:
        """Whether the last day it was due on had passed."""
        end = last_day(self.last_due)
        return end is not None and self.now is not None and end < self.now


def judge(case: Case) -> PromiseState:
    """Give the state of a promise."""
    if not case.measure:
        return PromiseState.UNCHECKABLE
    full, against = case.of(Degree.FULL), case.of(Degree.AGAINST)
    if full:
        if _denied_by_others(case, full[0], against):
            return PromiseState.DISPUTED
        return PromiseState.LATE if late(case, full[0]) else PromiseState.KEPT
    if against and not _announced_after(case, against[-1]):
        return PromiseState.MISSED
    return _pending(case)


def late(case: Case, done: Outcome) -> bool:
    """Whether what was done was certainly done after it was first due: by its date, or because later pages still told of less."""
    if is_late(case.first_due, done.when):
        return True
    return done.when is None and not_done_before(case) is not None


def not_done_before(case: Case) -> str | None:
    """The date of the last page after the first due time that still announced it or told of a part only, EDTF."""
    due, first = last_day(case.first_due), next(iter(case.of(Degree.FULL)), None)
    done = first_day(first.statements[0].document.published) if first else None
    pages = [a.made for a in case.announcements[1:]] + [o.statements[0].document.published for o in case.of(Degree.PART)]
    dated = [(day, page) for page in pages if page for day in [first_day(page)] if day and due and day > due and (done is None or day <= done)]
    return max(dated)[1] if dated else None


def _denied_by_others(case: Case, done: Outcome, against: Sequence[Outcome]) -> bool:
    """Whether another source says of the same time that it was not so; of a plan first cancelled and then done, nobody denies it."""
    sources = {voice_of(s.document) for s in done.statements}
    for other in against:
        if {voice_of(s.document) for s in other.statements} & sources:
            continue
        if other.when is not None and done.when is not None:
            if compatible(other.when, done.when):
                return True
        elif not case.is_target and order(other) >= order(done):
            return True
    return False


def _announced_after(case: Case, denied: Outcome) -> bool:
    """Whether it was announced again after the page that says that it was not done."""
    said, made = last_day(denied.statements[0].document.published), _last_made(case)
    return said is not None and made is not None and made > said


def _pending(case: Case) -> PromiseState:
    """The state of what nothing in the record says was done."""
    is_due = case.last_due is None or case.is_overdue
    if case.of(Degree.PART) and is_due:
        return PromiseState.PARTLY
    if case.is_overdue:
        return PromiseState.OVERDUE
    if case.moved or case.last_due is None and _again_later(case):
        return PromiseState.ANNOUNCED_AGAIN
    return PromiseState.NO_OUTCOME if case.last_due is None or case.now is None else PromiseState.OPEN


def _again_later(case: Case) -> bool:
    """Whether what has no due time was announced on pages that lie far enough apart to be more than the same news twice."""
    first, last = first_day(case.announcements[0].made), _last_made(case)
    return first is not None and last is not None and years_between(first, last) >= table("again_after")


def _last_made(case: Case) -> Day | None:
    return max((day for a in case.announcements for day in [first_day(a.made)] if day), default=None)
