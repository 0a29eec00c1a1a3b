"""A ledger on a real file, in which pages are kept and reviewed on days that go on from 2026-01-01."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.conftest import Said, told

from dostyk.ledger import Entry, Ledger
from dostyk.model.statement import Statement


@dataclass
class Shelf:
    """One ledger and the day it is."""

    ledger: Ledger
    days: int = 0

    def day(self) -> str:
        self.days += 1
        return f"2026-01-{self.days:02}T12:00:00.000000+00:00"

    def keep(self, page: str, *said: Said, published: str | None = "2020", by: str = "dostyk 1", foot: str = "") -> list[Statement]:
        """Keep a page of a publisher of its own; other words on the same page make a new version of it."""
        made = told(f"Paper {page}", published, *said, heading=f"Kenya and Norway, page {page}\n\n", title=f"Kenya and Norway, {page}")
        text = made[0].document.text + foot
        document = replace(made[0].document, text=text, content_hash=hashlib.sha256(text.encode()).hexdigest())
        statements = [replace(one, document=document) for one in made]
        self.ledger.record(Entry(document, text.encode(), by, statements), self.day())
        return statements


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Ledger.open(tmp_path / "shelf.db") as ledger:
        yield Shelf(ledger)
