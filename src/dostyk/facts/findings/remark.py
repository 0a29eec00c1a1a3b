"""What a rule has seen → a finding with an id, its statements each once in document order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum

from dostyk.model.fact import Fact, Finding, Severity
from dostyk.model.statement import Statement


class FindingType(StrEnum):
    """What sort of thing a finding remarks on."""

    GARBLED = "garbled"
    NAME_NOT_VALID = "name not valid at its date"
    IMPOSSIBLE_DATE = "impossible date"
    REVERSED = "reversed"
    CONFLICT = "conflict"
    SUPERSEDED = "superseded"
    STALE = "stale"
    UNDATED = "undated"
    SINGLE_SIDED = "single-sided"
    SINGLE_SOURCE = "single-source"
    NOT_RECIPROCATED = "not reciprocated"
    PAID = "paid content"
    SPEAKER = "speaker is not the publisher"
    IMPLIED = "implied"
    IMPLAUSIBLE = "implausible"
    PROMISE_KEPT = "promise kept"
    PROMISE_LATE = "promise late"
    PROMISE_PARTLY = "promise kept in part"
    PROMISE_MISSED = "promise missed"
    PROMISE_UNRESOLVED = "promise without outcome"
    PROMISE_OPEN = "promise open"
    PROMISE_AGAIN = "promise announced again"
    PROMISE_DISPUTED = "promise disputed"


def remark(type: FindingType, severity: Severity, words: tuple[str, str], statements: Iterable[Statement], facts: Iterable[Fact] = ()) -> Finding:
    """Make a finding; `words` are its summary and its reason."""
    once = {s.id: s for s in statements}
    ordered = sorted(once.items(), key=lambda s: (s[1].document.published or "", s[1].document.source, s[1].evidence.start, s[0]))
    key = "\n".join([type.value, words[0], *sorted(once)])
    id = "g" + hashlib.sha256(key.encode()).hexdigest()[:16]
    return Finding(id, type.value, severity, words[0], words[1], tuple(s for _, s in ordered), tuple(dict.fromkeys(f.id for f in facts)))
