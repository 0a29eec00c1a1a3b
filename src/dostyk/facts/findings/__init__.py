"""Facts → findings: each rule is a small function of the record."""

from __future__ import annotations

from collections.abc import Iterable

from dostyk.facts.record import Record
from dostyk.model.fact import Finding


def find(record: Record) -> Iterable[Finding]:
    return []
