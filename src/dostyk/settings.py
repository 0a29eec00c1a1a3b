"""Settings: what the edges decide (ledger, workers, limits, what the user says of documents), read once and handed down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

LEDGER_VARIABLE = "DOSTYK_LEDGER"
EDITOR_VARIABLE = "DOSTYK_EDITOR"
DEBUG_VARIABLE = "DOSTYK_DEBUG"
SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes of the largest file that is opened; larger ones are refused rather than read in part."""
TEXT_LIMIT = 4_000_000
"""Characters of the longest text that is read as one document, about two thousand pages; longer ones would take minutes and gigabytes."""

READER = "both"
"""The reader where none is asked for: the one that is measured best on the checking half of the quality set (docs/models/reader.md)."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of documents that do not say it themselves; it stands above whatever is found in them.

    `published` is EDTF, `language` ISO 639-1, `source` replaces the file name or address a document was read from.
    """

    source: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is decided before work begins; `ledger` is None where the user's data folder is to be used.

    `reader` names who reads statements, `least` is the confidence (0 to 1) below which a statement is left
    unsaid, None where the reader's own is to hold. `editor` is the name that reviews are made in, None where it is the login name.
    """

    ledger: Path | None = None
    workers: int = 1
    size_limit: int = SIZE_LIMIT
    text_limit: int = TEXT_LIMIT
    given: Given = Given()
    reader: str = READER
    least: float | None = None
    editor: str | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Read what the environment says; an empty variable says nothing."""
        ledger = environment.get(LEDGER_VARIABLE)
        return cls(ledger=Path(ledger) if ledger else None, editor=environment.get(EDITOR_VARIABLE) or None)

    def with_given(self, given: Given) -> Settings:
        """Give the same settings with other words of the user about documents."""
        return replace(self, given=given)

    def with_ledger(self, ledger: Path) -> Settings:
        """Give the same settings with another ledger."""
        return replace(self, ledger=ledger)

    def with_workers(self, workers: int) -> Settings:
        """Give the same settings with another number of processes."""
        return replace(self, workers=workers)

    def with_reader(self, reader: str | None, least: float | None) -> Settings:
        """Give the same settings with another reader or another least confidence; None leaves either as it is."""
        return replace(self, reader=self.reader if reader is None else reader, least=self.least if least is None else least)

    def ledger_path(self) -> Path:
        """Say where the ledger is: as told, else in the user's data folder."""
        if self.ledger is not None:
            return self.ledger
        from platformdirs import user_data_path

        return user_data_path("dostyk", appauthor=False) / "ledger.db"
