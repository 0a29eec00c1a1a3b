"""A ledger on a real file, and how to keep a page in it as one version or another of the program reads it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dostyk.kinds.naming import thing
from dostyk.ledger import Entry, Ledger
from dostyk.model.document import Document
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Modality, Statement
from dostyk.review import Record, Reviewed, Signature

PLACES = {"Japan": "JP", "Peru": "PE", "France": "FR"}


@dataclass(frozen=True)
class Said:
    """One statement to be read: its quote, and roles as names with semicolons between."""

    kind: str
    quote: str
    roles: Mapping[str, str]
    time: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    modality: str = "actual"
    confidence: float = 0.75


def mention(name: str) -> Mention:
    if name in PLACES:
        return Mention(name, name, PLACES[name], MentionType.COUNTRY)
    return thing(name, MentionType.PERSON)


@dataclass
class Desk:
    """One ledger, kept and reviewed at times that grow by a day with each act, from 2026-01-01 on."""

    path: Path
    days: int = 0
    ledger: Ledger = field(init=False)

    def __post_init__(self) -> None:
        self.ledger = Ledger.open(self.path)

    def day(self) -> str:
        self.days += 1
        return f"2026-01-{self.days:02}"

    def keep(self, text: str, *said: Said, by: str = "dostyk 1", place: str = "/pages/page.txt", url: str | None = None) -> Document:
        """Keep a page with what a version of the program reads in it; says nothing of what is unchanged."""
        data = text.encode()
        document = Document(text, "page.txt", title="A page", url=url, published="2020-05-05", content_hash=hashlib.sha256(data).hexdigest())
        read = sorted((statement(document, one) for one in said), key=lambda one: (one.evidence.start, one.evidence.end, one.kind, one.id))
        self.ledger.record(Entry(document, data, by, read, place=place), self.day())
        return document

    def record(self, known_at: str | None = None) -> Record:
        return Record(self.ledger, known_at)

    def standing(self, known_at: str | None = None) -> list[Statement]:
        return list(self.record(known_at).statements())

    def the(self, id: str) -> Reviewed:
        (found,) = self.record().find(id)
        return found

    def only(self) -> Reviewed:
        (found,) = self.record().reviewed()
        return found

    def signed(self, by: str = "Aigul", note: str | None = None) -> Signature:
        return Signature(by, self.day(), note)

    def again(self) -> None:
        """Close the file and open it, as another process would."""
        self.ledger.close()
        self.ledger = Ledger.open(self.path)


def statement(document: Document, said: Said) -> Statement:
    start = document.text.index(said.quote)
    roles = {role: tuple(mention(name.strip()) for name in found.split(";")) for role, found in said.roles.items()}
    evidence = Evidence.of(document, start, start + len(said.quote))
    return Statement(document, said.kind, evidence, roles, said.attributes, said.time, Modality(said.modality), None, said.confidence, "rules")


def visit(quote: str, time: str | None = "2015", visitor: str = "Jeanne Roux", destination: str = "Japan", **more: str) -> Said:
    return Said("Visit", quote, {"visitor": visitor, "destination": destination}, time, attributes=more)


def times(statements: Sequence[Statement]) -> list[str | None]:
    return [one.time for one in statements]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "ledger.db")
