"""Offices → until when each is told to be held, and which have a later holder in the same post."""

from __future__ import annotations

from collections.abc import Sequence

from dostyk.facts import positions
from dostyk.facts.tables import table
from dostyk.facts.timing import Day, is_open, last_day
from dostyk.model.fact import Fact
from dostyk.model.statement import Modality, Statement


def last_told(fact: Fact) -> str | None:
    """The latest EDTF time at which a fact is told to hold: a statement's own, or, where that is open or absent, its page's."""
    times = [t for s in fact.statements for t in [_told(s)] if t and last_day(t)]
    return max(times, key=lambda t: (last_day(t), t), default=None)


def followed(offices: Sequence[Fact]) -> frozenset[str]:
    """Ids of offices in posts of one holder that somebody else is told to hold later."""
    single = [f for f in offices if f.kind == "Office" and f.modality in (Modality.ACTUAL, Modality.ONGOING) and _single(f)]
    return frozenset(a.id for a in single if any(_follows(b, a) for b in single))


def _told(statement: Statement) -> str | None:
    time = statement.time
    if time is None or is_open(time):
        return statement.document.published
    return time.rpartition("/")[2] or None


def _single(fact: Fact) -> bool:
    """Whether a post is one that a single person holds, and told whose."""
    singles = {frozenset(post.split()) for post in table("positions.toml")["single"]}
    return bool(fact.roles.get("of") and fact.roles.get("holder")) and _words(fact) in singles


def _follows(later: Fact, earlier: Fact) -> bool:
    """Whether another person is told to hold the same post on a later day."""
    if _ids(later, "holder") & _ids(earlier, "holder") or _words(later) != _words(earlier) or _ids(later, "of") != _ids(earlier, "of"):
        return False
    ones, twos = _ids(later, "to"), _ids(earlier, "to")
    if ones and twos and ones != twos:
        return False
    days: list[Day | None] = [last_day(last_told(f)) for f in (later, earlier)]
    return days[0] is not None and days[1] is not None and days[0] > days[1]


def _words(fact: Fact) -> frozenset[str]:
    return positions.position_words(fact.attributes.get("position", ""), fact.roles)


def _ids(fact: Fact, role: str) -> set[str]:
    return {m.id for m in fact.roles.get(role, ())}
