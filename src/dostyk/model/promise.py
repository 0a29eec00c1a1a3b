"""Promise: what somebody intends, plans or is expected to do, each time it was announced, and what the record shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dostyk.model.mention import Mention
from dostyk.model.statement import Statement


class PromiseState(StrEnum):
    """What came of a promise, as far as a record shows; none of them says that a promise was broken because nothing is heard of it."""

    KEPT = "kept"
    LATE = "late"
    PARTLY = "partly"
    MISSED = "missed"
    DISPUTED = "disputed"
    OVERDUE = "overdue"
    OPEN = "open"
    ANNOUNCED_AGAIN = "announced again"
    NO_OUTCOME = "no outcome in the record"
    UNCHECKABLE = "not checkable"


class Degree(StrEnum):
    """How far what the record tells fulfils a promise; `AGAINST`: it says that it was not done."""

    FULL = "full"
    PART = "part"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Announcement:
    """A promise as made on one day: `made` is when its page was published, `due` what it says then; both EDTF or None."""

    made: str | None
    due: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the record tells of a promise: `when` it happened (EDTF), or None where only its page has a date."""

    degree: Degree
    when: str | None
    words: str
    statements: tuple[Statement, ...]
    fact: str


@dataclass(frozen=True, slots=True)
class Search:
    """Where an outcome was looked for: kinds of statements, names, the days from and to, documents published in them or without a date."""

    kinds: tuple[str, ...]
    names: tuple[str, ...]
    since: str | None
    until: str | None
    documents: int
    undated: int


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise with all its announcements, the oldest first.

    `by` is who promised, `content` what, in words; `measure` says what would show that it was kept, "" where nothing would.
    `late_by` is how long after the first due time it was kept, in words. `told_by` are the states whose side tells of the outcome.
    """

    id: str
    kind: str
    by: tuple[Mention, ...]
    content: str
    measure: str
    announcements: tuple[Announcement, ...]
    state: PromiseState
    reason: str
    searched: Search
    outcomes: tuple[Outcome, ...] = ()
    late_by: str | None = None
    told_by: tuple[str, ...] = ()
    forecast: bool = False
    facts: tuple[str, ...] = ()

    @property
    def due(self) -> str | None:
        """When it was due as last announced, EDTF."""
        return next((a.due for a in reversed(self.announcements) if a.due), None)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of the promise, then those of its outcomes."""
        announced = [s for a in self.announcements for s in a.statements]
        return (*announced, *(s for o in self.outcomes for s in o.statements))
