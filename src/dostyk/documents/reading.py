"""A path or an open stream → a Document, with the bytes it was read from and the reason for each thing known about it."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from dostyk.documents.choosing import choose_format
from dostyk.documents.claims import Remark
from dostyk.documents.metadata import describe
from dostyk.errors import UnreadableDocument
from dostyk.model.document import Document
from dostyk.model.layout import Layout
from dostyk.settings import Settings

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read, the very bytes, and in words where title, publisher, url, language and date come from.

    `layout` tells where on its pages the text stands, if it has pages; `remarks` what people are to be told about the reading.
    """

    document: Document
    data: bytes
    reasons: Mapping[str, str]
    layout: Layout | None = None
    remarks: tuple[Remark, ...] = ()


def read(source: str | Path | BinaryIO, settings: Settings | None = None) -> Document:
    """Read one document; raises UnreadableDocument, whose message is one sentence for the user."""
    return read_closely(source, settings).document


def read_closely(source: str | Path | BinaryIO, settings: Settings | None = None) -> Reading:
    """Read one document and keep its bytes and the reasons for its metadata."""
    settings = settings or Settings()
    name = settings.given.source or name_of(source)
    data = load(source, settings.size_limit)
    if not data.strip():
        raise UnreadableDocument(f"{name}: the file is empty; there is nothing to read")
    form = choose_format(name if isinstance(source, str | Path) else None, data)
    page = form.read(data, name)
    if not page.text.strip():
        raise UnreadableDocument(f"{name}: no visible text in it; there is nothing to read")
    if len(page.text) > settings.text_limit:
        most, found = settings.text_limit / 1e6, len(page.text) / 1e6
        raise UnreadableDocument(
            f"{name}: {found:.1f} million characters, more than the {most:g} million that are read as one document; cut it into parts"
        )
    known = describe(replace(page, text=page.seen), settings.given, name)
    document = Document(
        text=page.text,
        source=name,
        media_type=form.MEDIA_TYPE,
        content_hash=hashlib.sha256(data).hexdigest(),
        marks=page.marks,
        **{field: claim.value for field, claim in known.items()},
    )
    reasons = {field: claim.reason for field, claim in sorted(known.items())}
    return Reading(document, data, reasons, page.layout, page.remarks)


def name_of(source: str | Path | BinaryIO) -> str:
    """Name a source as it was given; bytes of a file name that are no UTF-8 are written as escapes."""
    return os.fsencode(source).decode("utf-8", "backslashreplace") if isinstance(source, str | Path) else STANDARD_INPUT


def _check_file(source: str | Path, name: str) -> None:
    """Refuse what is no file at all, and what would never end, such as a named pipe."""
    if re.match(r"[a-z][a-z0-9+.-]*://", name) and not Path(source).exists():
        raise UnreadableDocument(f"{name}: addresses are not fetched; save the page as a file, and name that with --url {name}")
    if not Path(source).is_dir() and not stat.S_ISREG(Path(source).stat().st_mode):
        raise UnreadableDocument(f"{name}: this is a pipe or a device, not a file; save it as a file, or give it on standard input as -")


def load(source: str | Path | BinaryIO, limit: int) -> bytes:
    """Take all bytes of a source; raises UnreadableDocument where there are none to be had, or more than `limit`."""
    name = name_of(source)
    try:
        if isinstance(source, str | Path):
            _check_file(source, name)
            with Path(source).open("rb") as stream:
                data = stream.read(limit + 1)
        else:
            data = source.read(limit + 1)
    except FileNotFoundError:
        raise UnreadableDocument(f"{name}: no such file") from None
    except IsADirectoryError:
        raise UnreadableDocument(f"{name}: this is a folder, not a document") from None
    except OSError as error:
        raise UnreadableDocument(f"{name}: cannot be read ({(error.strerror or str(error)).lower()})") from None
    if len(data) > limit:
        raise UnreadableDocument(f"{name}: larger than {limit // (1024 * 1024)} MB, the most that is read at once; cut it into parts")
    return data
