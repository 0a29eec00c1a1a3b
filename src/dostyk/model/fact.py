"""Fact: what one or many statements amount to; Finding: what a careful reader would remark on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dostyk.model.mention import Mention
from dostyk.model.statement import Modality, Statement


class DissentType(StrEnum):
    """How two values given for one thing differ; all but the last two say why neither need be wrong."""

    ROUNDING = "rounding"
    BOUND = "bound"
    UNIT = "unit"
    PERIOD = "period"
    SCOPE = "scope"
    DIRECTION = "direction"
    PRELIMINARY = "preliminary against final"
    REPORTER = "reporter"
    GARBLED = "garbled"
    CONFLICT = "real conflict"


@dataclass(frozen=True, slots=True)
class Voice:
    """One value that some of a fact's statements give for what the fact is about; `unit` (UCUM or ISO 4217) is "" where it is no figure.

    `independent` counts the independent sources among the statements.
    """

    value: str
    statements: tuple[Statement, ...]
    unit: str = ""
    independent: int = 1


@dataclass(frozen=True, slots=True)
class Dissent:
    """A value that stands against a fact's leading one: how it differs, the reason in words, the statements that give it.

    `value` is as a voice has it. `fact` is the id of another fact, where it is that one's value and only looks like a contradiction;
    "" where it is a voice of this one. `one_source`: those who give it give the leading value as well.
    """

    type: DissentType
    value: str
    reason: str
    statements: tuple[Statement, ...]
    fact: str = ""
    one_source: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or many statements amount to.

    `roles`, `attributes` and `time` hold the finest agreed value; `statements` are all that stand behind it, in
    document order; `voices` lists the differing values of its value slot side by side (one voice: they agree), and
    `dissents` says how each differs from the first. `independent` counts the independent sources among the statements.
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
    dissents: tuple[Dissent, ...] = ()
    independent: int = 1


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
