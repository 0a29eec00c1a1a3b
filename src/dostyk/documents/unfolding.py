"""Sources → the documents in them: files that hold several are opened one after another, what they hold within limits."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dostyk.documents.choosing import HEAD, Format, choose_format
from dostyk.documents.finding import STANDARD_INPUT, Source
from dostyk.documents.parts import DEEPEST, Budget, Names, Part
from dostyk.errors import UnreadableDocument
from dostyk.settings import Settings

JOINTS = ("!", "#")


@dataclass(slots=True)
class Unfolding:
    """Sources as they are read: each file that holds documents is followed by them; `len` counts those that are known of so far."""

    sources: list[Source]
    settings: Settings
    _found: int = 0

    def __iter__(self) -> Iterator[Source]:
        """Give the sources in order, the parts of one file in the order in which it holds them; nothing is held longer than it is read."""
        for source in self.sources:
            for number, found in enumerate(unfold(source, self.settings)):
                self._found += number > 0
                yield found

    def __len__(self) -> int:
        """Count the sources that were given, and the parts that were found beyond them."""
        return len(self.sources) + self._found


def unfold(source: Source, settings: Settings) -> Iterator[Source]:
    """Give a source itself, or what it holds, or both, as an e-mail and its attachments; what goes wrong is a source with a failure."""
    if source.failure is not None or source.name == STANDARD_INPUT or source.part is not None or not _may_hold(source.name):
        yield source
        return
    from dostyk.documents.reading import load

    try:
        data = load(source.name, settings.size_limit)
    except UnreadableDocument:
        yield source
        return
    yield from _opened(source, data, source.name, Budget(settings.size_limit), 1)


def part_named(name: str, settings: Settings) -> Source | None:
    """Give the one document inside a file that is called so ("archive.zip!inner/name.docx"); None where no such file holds it."""
    for at in sorted(position for joint in JOINTS for position in _positions(name, joint)):
        if Path(name[:at]).is_file():
            return next((found for found in unfold(Source(name[:at]), settings) if found.name == name), None)
    return None


def _positions(name: str, joint: str) -> Iterator[int]:
    at = name.find(joint)
    while at > 0:
        yield at
        at = name.find(joint, at + 1)


def _may_hold(name: str) -> bool:
    """Tell by name and first bytes whether a file holds documents, so that others need not be read here."""
    try:
        if not stat.S_ISREG(os.stat(name).st_mode):  # noqa: PTH116
            return False
        with Path(name).open("rb") as stream:
            return hasattr(choose_format(name, stream.read(HEAD)), "parts")
    except (OSError, UnreadableDocument):
        return False


def _opened(source: Source, data: bytes, called: str, budget: Budget, depth: int) -> Iterator[Source]:
    """Give what a file of this name and these bytes is, and what it holds."""
    try:
        form = choose_format(called, data, source.part.media_type if source.part else None)
    except UnreadableDocument:
        yield source
        return
    parts: Callable[[bytes, str, Budget], Iterator[Part]] | None = getattr(form, "parts", None)
    if parts is None:
        yield source
        return
    itself = _is_document(form, data, source)
    if itself:
        yield source
    if depth > DEEPEST:
        yield replace(source, part=None, failure=f"{source.name}: more than {DEEPEST} files inside one another; what it holds is not read", file=None)
        return
    count = 0
    for found in _held(source, parts(data, source.name, budget), budget, depth):
        count += 1
        yield found
    if not count and not itself:
        yield Source(source.name, f"{source.name}: no documents in it; there is nothing to read", file=source.file)


def _is_document(form: Format, data: bytes, source: Source) -> bool:
    """Tell whether a file is a document itself, beside what it holds; one that is broken is, so that its reading says so."""
    tells = getattr(form, "is_document", None)
    try:
        return tells is not None and bool(tells(data, source.name))
    except UnreadableDocument:
        return True


def _held(source: Source, parts: Iterator[Part], budget: Budget, depth: int) -> Iterator[Source]:
    names = Names()
    try:
        for part in parts:
            budget.spend(source.name, len(part.data))
            name = f"{source.name}{part.joint}{names.unique(part.name)}" if part.name else source.name
            file = source.file or source.name
            if part.failure is not None:
                yield Source(name, f"{name}: {part.failure}", left_out=part.left_out, file=file)
            else:
                yield from _opened(Source(name, part=part, file=file), part.data, part.name, budget, depth + 1)
    except UnreadableDocument as error:
        yield Source(source.name, str(error))


def unfolded(sources: Iterable[Source], settings: Settings) -> Unfolding:
    """Make sources ready to be read."""
    return Unfolding(list(sources), settings)
