"""Change: what the ledger learned between two times, and what became of statements, facts, findings and promises by it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dostyk.model.fact import Fact, Finding
from dostyk.model.promise import Promise
from dostyk.model.statement import Statement


class Learning(StrEnum):
    """What the ledger learned at one time."""

    NEW_SOURCE = "new source"
    COPY = "copy"
    NEW_VERSION = "new version"
    READ_AGAIN = "read again"
    DESCRIBED_ANEW = "described anew"
    REVIEW = "review"
    JUDGEMENT = "judgement"
    WITHDRAWAL = "withdrawal"


class Turn(StrEnum):
    """What became of a fact or a promise."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    JOINED = "joined"
    PARTED = "parted"
    CONFIRMED = "confirmed"
    WEAKENED = "weakened"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sets of statements side by side: those that say the same (ids, before and after), those that say something else of the same, the rest."""

    same: tuple[tuple[str, str], ...] = ()
    changed: tuple[tuple[Statement, Statement], ...] = ()
    gained: tuple[Statement, ...] = ()
    gone: tuple[Statement, ...] = ()

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The ids, before and after, of statements that speak of the same."""
        return (*self.same, *((one.id, other.id) for one, other in self.changed))

    @property
    def is_none(self) -> bool:
        """Whether both sets say the same."""
        return not (self.changed or self.gained or self.gone)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that the ledger learned: `at` when (ISO 8601), by whom or which program, of which source and text (by its id).

    `before` is the id of the text that stood there before, `note` says in words what happened; `difference` is None where that is not told
    by statements (a withdrawal, whose statements are gone). `statements` counts those that the event speaks of.
    """

    at: str
    what: Learning
    by: str
    source: str
    document: str
    note: str
    before: str | None = None
    difference: Difference | None = None
    statements: int = 0


@dataclass(frozen=True, slots=True)
class FactChange:
    """What became of one fact.

    `turn`: new; gone (nothing stands behind it any more); changed (its values, `words` says how); joined (it is one with another now);
    parted (it was one with another before); confirmed or weakened (sources `gained` or `lost`, its values as before). Sources that a
    changed fact gained or lost are named as well. `because` says what took its statements away.
    """

    turn: Turn
    before: Fact | None
    after: Fact | None
    words: str = ""
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    because: tuple[str, ...] = ()

    @property
    def fact(self) -> Fact:
        """The fact as it stands now, or as it stood last."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - one of both is always there
        return found


@dataclass(frozen=True, slots=True)
class PromiseChange:
    """What became of one promise: new, gone, or changed in its state or its due time."""

    turn: Turn
    before: Promise | None
    after: Promise | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the history of a fact: when it was learned (ISO 8601), what happened, in which source, what it says since then."""

    at: str
    what: str
    source: str
    says: str


@dataclass(frozen=True, slots=True)
class Changes:
    """All that was learned after `since` and until `until` (ISO 8601; None: now), oldest first, and what became of the record by it."""

    since: str
    until: str | None
    events: tuple[Event, ...] = ()
    facts: tuple[FactChange, ...] = ()
    findings: tuple[Finding, ...] = ()
    settled: tuple[Finding, ...] = field(default=())
    promises: tuple[PromiseChange, ...] = ()
