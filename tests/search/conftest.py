"""What searches read: a ledger that is filled from texts, with statements that somebody else has read."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dostyk.ledger import Entry, Ledger
from dostyk.model.document import Document
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Evidence, Statement
from dostyk.search import keep

Record = Callable[..., Document]


def person(name: str, text: str = "") -> Mention:
    return Mention(text or name, name, f"p-{name}", MentionType.PERSON)


def state(code: str, name: str) -> Mention:
    return Mention(name, name, code, MentionType.COUNTRY)


PERU, KENYA = state("PE", "Peru"), state("KE", "Kenya")


def statement(document: Document, kind: str, quote: str, time: str | None = None, **roles: tuple[Mention, ...]) -> Statement:
    start = document.text.index(quote)
    attributes = {"position": "Ambassador"} if kind == "Office" else {"title": quote} if kind == "Agreement" else {}
    return Statement(document, kind, Evidence.of(document, start, start + len(quote)), roles, attributes, time)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path / "ledger.db")


@pytest.fixture
def record(ledger: Ledger) -> Record:
    """Keep a text, with the statements that a function makes of its document."""

    def kept(
        text: str,
        make: Callable[[Document], list[Statement]] = lambda document: [],
        source: str = "page.txt",
        learned: str = "2026-01-01T00:00:00",
        published: str = "2020-05-01",
        language: str = "en",
    ) -> Document:
        document = Document(text, source, published=published, language=language, content_hash=hashlib.sha256(text.encode()).hexdigest())
        ledger.record(Entry(document, text.encode(), "test", make(document)), learned, also=keep)
        return document

    return kept
