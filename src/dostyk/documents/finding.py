"""Paths as the user gave them → the documents to read, folders opened and in order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dostyk.documents.choosing import is_read, suffixes
from dostyk.documents.parts import Part

STANDARD_INPUT = "-"
ABOUT = ("README", "LICENSE", "NOTICE")
"""Names of files that are about a folder and none of its documents; they are read where they are named themselves."""


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read, by its path; `failure` is the sentence that says why it cannot be, `known` that it was read before.

    `left_out`: met while walking a folder, of a kind that is not read; nobody asked for it, so it is no failure. `part` is set for a
    document inside a file: its name is then the file's, a joint and its own ("archive.zip!inner/name.docx", "feed.xml#entry"), `file` the file's.
    """

    name: str
    failure: str | None = None
    known: bool = False
    left_out: bool = False
    part: Part | None = None
    file: str | None = None


def find_sources(paths: Iterable[str]) -> list[Source]:
    """List what is to be read: files as given, folders recursively, sorted by name, hidden files and a folder's README left out."""
    return [source for path in paths for source in _find(path)]


def _find(path: str) -> Iterator[Source]:
    if path == STANDARD_INPUT or not Path(path).is_dir():
        yield Source(path)
        return
    found = list(_in_folder(path))
    yield from found
    if not any(source.failure is None for source in found):
        yield Source(path, f"{path}: no documents in this folder; I read {', '.join(suffixes())}")


def _in_folder(path: str) -> Iterator[Source]:
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError as error:
        yield Source(path, f"{path}: this folder cannot be opened ({(error.strerror or str(error)).lower()})")
        return
    for entry in entries:
        if entry.name.startswith(".") or Path(entry.name).stem.upper() in ABOUT:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _in_folder(entry.path)
        elif (entry.is_file() or _is_broken(entry)) and is_read(entry.name):
            yield Source(entry.path)
        else:
            yield Source(entry.path, f"{entry.path}: {_kind(entry)} is not a format I read; left out", left_out=True)


def _is_broken(entry: os.DirEntry[str]) -> bool:
    """Tell a link to nothing: somebody wanted a document there, so its reading must fail and say so."""
    return entry.is_symlink() and not Path(entry.path).exists()


def _kind(entry: os.DirEntry[str]) -> str:
    if not entry.is_file():
        return "what is no regular file"
    return Path(entry.name).suffix or "a file without suffix"
