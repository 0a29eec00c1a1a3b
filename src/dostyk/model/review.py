"""Review: what a person judged of statements, with name, time and note; kept forever, undone only by another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from dostyk.model.document import Document
from dostyk.model.mention import Mention
from dostyk.model.statement import Evidence, Modality, Statement, mention_from_json, mention_json


class Act(StrEnum):
    """What a person did."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Said:
    """What a statement says, apart from the document it says it in; `part` numbers what it was split into, 0 where it was not.

    The offsets of `evidence` count in the text that the review names, see Subject.
    """

    kind: str
    evidence: Evidence
    roles: Mapping[str, tuple[Mention, ...]]
    attributes: Mapping[str, str]
    time: str | None = None
    modality: Modality = Modality.ACTUAL
    attribution: str | None = None
    confidence: float = 1.0
    extractor: str = ""
    part: int = 0

    @classmethod
    def of(cls, statement: Statement, part: int = 0) -> Said:
        """Take what a statement says."""
        return cls(
            kind=statement.kind,
            evidence=statement.evidence,
            roles=dict(statement.roles),
            attributes=dict(statement.attributes),
            time=statement.time,
            modality=statement.modality,
            attribution=statement.attribution,
            confidence=statement.confidence,
            extractor=statement.extractor,
            part=part,
        )

    def statement(self, document: Document) -> Statement:
        """Make the statement, by the constructor that all are made by; raises UngroundedStatement where the quote does not stand there."""
        return Statement(
            document=document,
            kind=self.kind,
            evidence=self.evidence,
            roles=self.roles,
            attributes=self.attributes,
            time=self.time,
            modality=self.modality,
            attribution=self.attribution,
            confidence=self.confidence,
            extractor=self.extractor,
        )

    def moved(self, shift: int) -> Said:
        """Give the same some characters further on (a negative number: further back)."""
        evidence = self.evidence
        return self if not shift else replace(self, evidence=Evidence(evidence.start + shift, evidence.end + shift, evidence.quote))

    def as_json(self) -> dict[str, Any]:
        """Give all of it, in the contract's form and order."""
        evidence = self.evidence
        return {
            "kind": self.kind,
            "roles": {role: [mention_json(mention) for mention in found] for role, found in sorted(self.roles.items())},
            "attributes": dict(sorted(self.attributes.items())),
            "time": self.time,
            "modality": self.modality.value,
            "attribution": self.attribution,
            "evidence": {"start": evidence.start, "end": evidence.end, "quote": evidence.quote},
            "confidence": self.confidence,
            "extractor": self.extractor,
            "part": self.part,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Said:
        """Read it back."""
        evidence = data["evidence"]
        return cls(
            kind=data["kind"],
            evidence=Evidence(evidence["start"], evidence["end"], evidence["quote"]),
            roles={role: tuple(mention_from_json(mention) for mention in found) for role, found in data["roles"].items()},
            attributes=data["attributes"],
            time=data["time"],
            modality=Modality(data["modality"]),
            attribution=data["attribution"],
            confidence=data["confidence"],
            extractor=data["extractor"],
            part=data["part"],
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """One statement that a review speaks of.

    `thread` names the reviews of one statement: the id it had when it was reviewed first, whatever became of it. `revision` counts
    them from 1; a review is kept only as the one after the revision it was made on. `document` is the id of the text that all offsets
    count in, `read` what the program had read there, `part` which part of it is meant where it was split. `results` is all that
    stands in its place from now on, nothing where it was rejected; None where the review leaves that as it is.
    """

    thread: str
    revision: int
    document: str
    read: Said
    part: int = 0
    results: tuple[Said, ...] | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One act of a person (`by`) on one statement, or on the two that were merged; `learned_at` is ISO 8601.

    `number` orders reviews in their ledger, 0 where it is not kept yet; `undoes` is the number of the review that is undone.
    """

    act: Act
    by: str
    learned_at: str
    subjects: tuple[Subject, ...]
    note: str | None = None
    undoes: int | None = None
    number: int = 0
