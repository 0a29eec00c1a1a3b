"""Institutions told apart by ordinals → the count that follows from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dostyk.facts import wording
from dostyk.facts.findings.remark import FindingType, remark
from dostyk.facts.record import Record
from dostyk.facts.showing import show_count, show_list, show_ordinal
from dostyk.model.fact import Fact, Finding, Severity
from dostyk.model.statement import Modality


def counts_by_ordinal(record: Record) -> Iterator[Finding]:
    """Say of what is called the first, the second and the third that there are three, or at least three."""
    numbered: dict[str, dict[int, Fact]] = defaultdict(dict)
    for fact in record.of_kind("Institution", "Project"):
        role = fact.kind.lower()
        taken = wording.take_apart(fact.roles[role][0].name) if fact.roles.get(role) and fact.modality is Modality.ACTUAL else None
        if taken is not None and len(taken.numbers) == 1 and taken.telling:
            number = int(min(taken.numbers))
            if 0 < number <= 30:
                numbered[" ".join(sorted(taken.telling | taken.generic))].setdefault(number, fact)
    for found in numbered.values():
        if len(found) > 1:
            yield _count(found)


def _count(found: dict[int, Fact]) -> Finding:
    highest = max(found)
    whole = sorted(found) == list(range(1, highest + 1))
    first = found[min(found)]
    name = _without_ordinal(first.roles[first.kind.lower()][0].name)
    how = "" if whole else "at least "
    plural = name if name.endswith("s") else f"{name}s"
    summary = f"Implied: there are {how}{show_count(highest)} {plural}"
    reason = f"The record tells of the {show_list(show_ordinal(n) for n in sorted(found))}" + ("." if whole else "; the others are not told of.")
    return remark(FindingType.IMPLIED, Severity.NOTE, (summary, reason), [s for f in found.values() for s in f.statements], found.values())


def _without_ordinal(name: str) -> str:
    kept = [w for w in name.split() if not wording.take_apart(w).numbers]
    return " ".join(kept) or name
