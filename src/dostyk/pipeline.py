"""Paths → documents → statements → ledger → facts, findings and briefs: the one place that knows the order."""

from __future__ import annotations

import functools
import os
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from dostyk import engines
from dostyk.documents import Reading, read_closely
from dostyk.documents.finding import STANDARD_INPUT, Source
from dostyk.errors import ItemError
from dostyk.model.document import Document
from dostyk.model.statement import Statement
from dostyk.settings import DEBUG_VARIABLE, Settings


@dataclass(frozen=True, slots=True)
class Extraction:
    """What came of one source: its reading and its statements, or the sentence that says why there are none.

    `note` is a sentence the user should know although nothing failed.
    """

    source: str
    reading: Reading | None = None
    statements: tuple[Statement, ...] = ()
    failure: str | None = None
    note: str | None = None


def extract_sources(sources: Iterable[Source], settings: Settings, stream: BinaryIO | None = None) -> Iterator[Extraction]:
    """Read sources and extract their statements, in order; `stream` is what `-` reads. A failure stops no other source."""
    if stream is not None and any(source.name == STANDARD_INPUT for source in (sources := list(sources))):
        return (extract_source(source, settings, stream) for source in sources)
    return engines.run(functools.partial(extract_source, settings=settings), sources, settings.workers)


def extract_source(source: Source, settings: Settings, stream: BinaryIO | None = None) -> Extraction:
    """Read one source and extract its statements."""
    if source.failure is not None:
        return Extraction(source.name, failure=source.failure)
    try:
        reading = read_closely(stream if stream is not None and source.name == STANDARD_INPUT else source.name, settings)
        return Extraction(source.name, reading, *_statements(reading.document))
    except ItemError as error:
        return Extraction(source.name, failure=str(error))
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        return Extraction(source.name, failure=f"{source.name}: a mistake of the program itself ({type(error).__name__}: {error}); please report it")


def _statements(document: Document) -> tuple[tuple[Statement, ...], None, str | None]:
    if document.language not in languages_read():
        return (), None, f"{document.source}: read and kept, but statements are not yet read from its language ({document.language or 'unknown'})"
    from dostyk.statements import extract

    return tuple(extract(document)), None, None


@functools.cache
def languages_read() -> tuple[str, ...]:
    """List the languages that statements are read from: the members of the open set `languages`."""
    from dostyk import languages

    return tuple(sorted(info.name for info in pkgutil.iter_modules(languages.__path__) if info.ispkg))
