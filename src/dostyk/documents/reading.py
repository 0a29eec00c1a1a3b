"""A path or an open stream → a Document, with the bytes it was read from and the reason for each thing known about it."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from dostyk.documents.choosing import choose_format
from dostyk.documents.claims import Page, Remark
from dostyk.documents.disguises import disguises
from dostyk.documents.language import languages_in
from dostyk.documents.metadata import describe
from dostyk.documents.parts import Part
from dostyk.errors import UnreadableDocument
from dostyk.model.document import Document
from dostyk.model.layout import Layout
from dostyk.model.mark import joined
from dostyk.settings import Settings

STANDARD_INPUT = "-"
OTHER = 0.1
"""Share of a text in another language from which people are told of it."""


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
    """Read one document, or one inside a file ("archive.zip!inner/name.docx"), and keep its bytes and the reasons for its metadata."""
    settings = settings or Settings()
    named = isinstance(source, str | Path)
    if isinstance(source, str) and "://" not in source and not os.path.lexists(source):
        from dostyk.documents.unfolding import part_named

        held = part_named(source, settings)
        if held is not None and held.part is not None:
            return read_part(held.part, settings.given.source or name_of(source), settings)
    name = settings.given.source or name_of(source)
    data = load(source, settings.size_limit)
    return read_bytes(data, name, name_of(source) if named else None, settings)


def read_part(part: Part, name: str, settings: Settings) -> Reading:
    """Read one document inside a file; what the user says of the file's own place and title is not said of it. Raises UnreadableDocument."""
    given = replace(settings.given, source=None, url=None, title=None)
    return read_bytes(part.data, name, part.name, settings.with_given(given), part)


def read_bytes(data: bytes, name: str, called: str | None, settings: Settings, part: Part | None = None) -> Reading:
    """Read a document of which only the bytes are at hand; raises UnreadableDocument.

    `name` is what it is known by, `called` the name whose suffix tells its format (None: its bytes alone tell); `part` what the file
    it stands in says of it.
    """
    if not data.strip():
        raise UnreadableDocument(f"{name}: the file is empty; there is nothing to read")
    page, media_type = parse(data, name, called, part.media_type if part else None)
    if not page.text.strip():
        raise UnreadableDocument(f"{name}: no visible text in it; there is nothing to read")
    if len(page.text) > settings.text_limit:
        most, found = settings.text_limit / 1e6, len(page.text) / 1e6
        raise UnreadableDocument(
            f"{name}: {found:.1f} million characters, more than the {most:g} million that are read as one document; cut it into parts"
        )
    page = replace(page, claims=(*page.claims, *(part.claims if part else ())))
    known = describe(replace(page, text=page.seen), settings.given, name)
    document = Document(
        text=page.text,
        source=name,
        media_type=media_type,
        content_hash=hashlib.sha256(data).hexdigest(),
        marks=page.marks,
        **{field: claim.value for field, claim in known.items()},
    )
    reasons = {field: claim.reason for field, claim in sorted(known.items())}
    return Reading(document, data, reasons, page.layout, (*page.remarks, *_other_languages(page.seen, document.language)))


def _other_languages(text: str, language: str | None) -> Iterator[Remark]:
    """Say that a good part of a text is in other languages than it is read in."""
    shares = languages_in(text)
    others = [f"{share:.0%} in {name}" for name, share in shares.items() if name != language and share >= OTHER]
    if others and language in shares:
        yield Remark(f"not all of it is in {language}: {', '.join(others)}")


def parse(data: bytes, name: str, called: str | None, media_type: str | None = None) -> tuple[Page, str]:
    """Turn bytes into a page and its media type, words that are shown otherwise than they are kept marked; raises UnreadableDocument."""
    form = choose_format(called, data, media_type)
    read = getattr(form, "read", None)
    if read is None:
        raise UnreadableDocument(
            f"{name}: {form.DESCRIPTION.split(':')[0]} hold several documents; give it to ingest, or name one of them behind a !"
        )
    page: Page = read(data, name)
    disguised = tuple(disguises(page.text))
    remarks = page.remarks
    if disguised:
        first = page.text[disguised[0].start : disguised[0].end][:40]
        words = "1 word is" if len(disguised) == 1 else f"{len(disguised)} words are"
        remarks = (*remarks, Remark(f"{words} marked, because a reader sees other letters than stand there: {first!a}"))
    return replace(page, marks=joined((*page.marks, *disguised)), remarks=remarks), form.MEDIA_TYPE


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
