"""Facts → facts in the order that a reader wants them: newest or oldest first, the undated last, the best attested before."""

from __future__ import annotations

from collections.abc import Iterable

from dostyk.facts.sources import independent
from dostyk.facts.timing import Day, first_day, last_day
from dostyk.model.fact import Fact
from dostyk.model.statement import Modality

_FAR = (10**9, 1, 1)


def newest_first(facts: Iterable[Fact]) -> list[Fact]:
    """By last day, newest first; undated ones last."""
    return sorted(facts, key=lambda f: (f.time is None, _backwards(last_day(f.time) or first_day(f.time)), f.id))


def oldest_first(facts: Iterable[Fact]) -> list[Fact]:
    """By first day, oldest first; undated ones last."""
    return sorted(facts, key=lambda f: (f.time is None, first_day(f.time) or _FAR, f.id))


def best_attested_first(facts: Iterable[Fact]) -> list[Fact]:
    """By independent sources, then the newest."""
    return sorted(newest_first(facts), key=lambda f: -len(independent(f.statements)))


def held(facts: Iterable[Fact], *kinds: str) -> list[Fact]:
    """Facts of some kinds told as being so or having been so."""
    return [f for f in facts if f.kind in kinds and f.modality in (Modality.ACTUAL, Modality.ONGOING, Modality.NEGATED)]


def _backwards(day: Day | None) -> tuple[int, int, int]:
    return (-day[0], -day[1], -day[2]) if day else (0, 0, 0)
