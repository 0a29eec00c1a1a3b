"""What one call of the program carries: its settings, whether to speak, and whether all went well."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from dostyk.settings import DEBUG_VARIABLE, Settings

if TYPE_CHECKING:
    from dostyk.documents.finding import Source

T = TypeVar("T")
SHOWN = 10
"""Names of files left out that are listed; more are counted only."""


class Session:
    """One call of the program."""

    def __init__(self, settings: Settings, quiet: bool = False) -> None:
        self.settings = settings
        self.quiet = quiet
        self.failures = 0
        self.ledger_named = False
        self._counting = False
        self._mistakes = 0

    def use_ledger(self, path: Path | None) -> None:
        """Take the ledger that the user named in this call, if any, instead of the one of the environment."""
        if path is not None:
            self.settings = self.settings.with_ledger(path)
            self.ledger_named = True

    def use_reader(self, reader: str | None, least: float | None) -> None:
        """Take the reader and the least confidence that the user named in this call, if any."""
        self.settings = self.settings.with_reader(reader, least)

    def fail(self, sentence: str) -> None:
        """Say on standard error what could not be done, and go on; the exit status will be 1."""
        self.failures += 1
        click.echo(f"{self._clear()}dostyk: {sentence}", err=True)

    def note(self, sentence: str) -> None:
        """Say something that is no result, on standard error, unless told to be quiet."""
        if not self.quiet:
            click.echo(f"{self._clear()}{sentence}", err=True)

    def report(self, failed: bool, sentence: str | None) -> None:
        """Say what there is to say of one document."""
        if failed:
            from dostyk.pipeline import MISTAKE

            mistaken = MISTAKE in (sentence or "")
            self._mistakes += mistaken
            if mistaken and self._mistakes > 1:
                self.failures += 1
            else:
                self.fail(sentence or "not read")
        elif sentence is not None:
            self.note(f"dostyk: {sentence}")

    def remark(self, source: str, remarks: Iterable[str]) -> None:
        """Say how a document was read, where there is something to say."""
        for words in remarks:
            self.note(f"dostyk: {source}: {words}")

    def wanted(self, sources: Iterable[Source]) -> list[Source]:
        """Give the sources that were asked for, and say in one line which files of a folder are of kinds that are not read."""
        from dostyk.documents import name_of

        own = {os.path.realpath(f"{self.settings.ledger_path()}{end}") for end in ("", "-wal", "-shm", "-journal")}
        listed = [source for source in sources if not source.left_out or os.path.realpath(source.name) not in own]
        odd = [name_of(source.name) for source in listed if source.left_out]
        if odd:
            shown = f"{', '.join(odd[:SHOWN])}{' …' if len(odd) > SHOWN else ''}"
            self.note(f"dostyk: left out: {len(odd)} file{'s' if len(odd) > 1 else ''} of kinds not read yet: {shown}")
        return [source for source in listed if not source.left_out]

    def status(self) -> int:
        """Give the exit status: 1 where something could not be read; mistakes of the program beyond the first are only counted."""
        if self._mistakes > 1:
            more = f"{self._mistakes - 1} more document{'s' if self._mistakes > 2 else ''}"
            click.echo(
                f"{self._clear()}dostyk: the same or another mistake of the program in {more}; {DEBUG_VARIABLE}=1 stops at the first and shows where",
                err=True,
            )
        self._mistakes = 0
        return 1 if self.failures else 0

    def watched(self, items: Iterable[T], total: int, doing: str) -> Iterator[T]:
        """Hand items on, counting them on standard error where that is a terminal."""
        if self.quiet or total < 2 or not sys.stderr.isatty():
            yield from items
            return
        self._counting = True
        for number, item in enumerate(items, 1):
            click.echo(f"\r{doing} {number}/{total}", nl=False, err=True)
            yield item
        click.echo(self._clear(), nl=False, err=True)
        self._counting = False

    def _clear(self) -> str:
        """Give what takes the count off the line of a terminal, where one stands there."""
        return "\r\033[K" if self._counting else ""
