"""Statement: one thing that one document says at one place, with the quote that shows it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from dostyk.errors import UngroundedStatement
from dostyk.model.document import Document
from dostyk.model.mark import BARRED, Mark
from dostyk.model.mention import Mention, MentionType


class Modality(StrEnum):
    """In which way the source says it."""

    ACTUAL = "actual"
    ONGOING = "ongoing"
    PLANNED = "planned"
    EXPECTED = "expected"
    NEGATED = "negated"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The run of text that a reader checks a statement by.

    `start` and `end` are string indices into the document's text. Made only by `Evidence.of`, or checked against
    the document by the statement that carries it.
    """

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, document: Document, start: int, end: int) -> Evidence:
        """Quote the document's text from `start` to `end`; raises UngroundedStatement where there is none."""
        if not 0 <= start < end <= len(document.text):
            raise UngroundedStatement(f"{document.source}: offsets {start} to {end} are outside its text of {len(document.text)} characters")
        return cls(start, end, document.text[start:end])


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says at one place; cannot be made without its document and a quote that stands in it.

    `vouched`: a person has judged it, so that marks on its quote bar it no longer.
    """

    document: Document = field(repr=False)
    kind: str
    evidence: Evidence
    roles: Mapping[str, tuple[Mention, ...]]
    attributes: Mapping[str, str] = field(default_factory=dict)
    time: str | None = None
    modality: Modality = Modality.ACTUAL
    attribution: str | None = None
    confidence: float = 1.0
    extractor: str = ""
    vouched: bool = False
    _id: str = field(init=False, repr=False, compare=False, default="")

    def __post_init__(self) -> None:
        """Refuse a quote that does not stand at its offsets; keep roles and attributes in one order, unchangeable."""
        start, end, quote = self.evidence.start, self.evidence.end, self.evidence.quote
        if not quote or self.document.text[start:end] != quote:
            raise UngroundedStatement(f"{self.document.source}: the quote of a {self.kind} does not stand at offset {start}")
        roles = {role: tuple(found) for role, found in sorted(self.roles.items()) if found}
        object.__setattr__(self, "roles", MappingProxyType(roles))
        object.__setattr__(self, "attributes", MappingProxyType(dict(sorted(self.attributes.items()))))

    @property
    def id(self) -> str:
        """Hash of the document's text, the place, the kind and the words: resolving a name or a date better keeps it."""
        if self._id:
            return self._id
        words = {role: [m.text for m in found] for role, found in self.roles.items()}
        parts = [self.document.id, self.kind, self.evidence.start, self.evidence.end, words, dict(self.attributes)]
        object.__setattr__(self, "_id", "s" + hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()[:16])
        return self._id

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is to be known of its quote: the marks of the document that it overlaps."""
        return self.document.marks_in(self.evidence.start, self.evidence.end)

    @property
    def is_barred(self) -> bool:
        """Whether it rests on words that a reader of the page does not see, and nobody has accepted it: then it makes no fact."""
        return not self.vouched and any(mark.sort in BARRED for mark in self.marks)

    def as_json(self) -> dict[str, Any]:
        """Give the statement in the contract's form, keys in the contract's order."""
        return {
            "id": self.id,
            "kind": self.kind,
            "roles": {role: [mention_json(m) for m in found] for role, found in self.roles.items()},
            "attributes": dict(self.attributes),
            "time": self.time,
            "modality": self.modality.value,
            "attribution": self.attribution,
            "document": document_json(self.document),
            "evidence": {"start": self.evidence.start, "end": self.evidence.end, "quote": self.evidence.quote, **mark_json(self)},
            "confidence": round(self.confidence, 2),
            "extractor": self.extractor,
        }

    @classmethod
    def from_json(cls, document: Document, data: Mapping[str, Any]) -> Statement:
        """Read a statement back; the document is needed because the quote is checked again."""
        evidence = data["evidence"]
        return cls(
            document=document,
            kind=data["kind"],
            evidence=Evidence(evidence["start"], evidence["end"], evidence["quote"]),
            roles={role: tuple(mention_from_json(m) for m in found) for role, found in data["roles"].items()},
            attributes=data["attributes"],
            time=data["time"],
            modality=Modality(data["modality"]),
            attribution=data["attribution"],
            confidence=data["confidence"],
            extractor=data["extractor"],
        )


def mark_json(statement: Statement) -> dict[str, str]:
    """Say what is to be known of a quote; nothing where nothing is."""
    words = dict.fromkeys(mark.words for mark in statement.marks)
    return {"mark": "; ".join(words)} if words else {}


def mention_json(mention: Mention) -> dict[str, str]:
    """Give a mention in the contract's form."""
    return {"text": mention.text, "name": mention.name, "id": mention.id, "type": mention.type.value}


def mention_from_json(data: Mapping[str, str]) -> Mention:
    """Read a mention back."""
    return Mention(data["text"], data["name"], data["id"], MentionType(data["type"]))


def document_json(document: Document) -> dict[str, str | None]:
    """Give what a statement says of its document."""
    fields = ("id", "source", "title", "publisher", "url", "language", "published")
    return {name: getattr(document, name) for name in fields}
