"""Fact: what one or many statements amount to; Finding: what a careful reader would remark on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dostyk.model.mention import Mention
from dostyk.model.statement import Modality, Statement


@dataclass(frozen=True, slots=True)
class Voice:
    """One value that some of a fact's statements give for what the fact is about."""

    value: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or many statements amount to.

    `roles`, `attributes` and `time` hold the finest agreed value; `statements` are all that stand behind it, in
    document order; `voices` lists the differing values of its value slot side by side (one voice: they agree).
    """

    id: str
    kind: str
    key: str
    roles: Mapping[str, tuple[Mention, ...]]
    attributes: Mapping[str, str]
    time: str | None
    modality: Modality
    statements: tuple[Statement, ...]
    voices: tuple[Voice, ...] = ()


class Severity(StrEnum):
    """How much a finding matters to somebody who would rely on the record."""

    NOTE = "note"
    CAUTION = "caution"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a careful reader would remark on, with the statements it rests on.

    `type` is one of the finding types of `dostyk.facts` (renamed to itself, conflict, superseded, stale, …).
    """

    id: str
    type: str
    severity: Severity
    summary: str
    reason: str
    statements: tuple[Statement, ...] = ()
    facts: tuple[str, ...] = field(default=())
