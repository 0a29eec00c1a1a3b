"""Document: one text as it was read, the ground that every offset counts in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from dostyk.model.mark import Mark


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read.

    `text` is what offsets count in (Python string indices, that is code points) and is never changed.
    `published` is EDTF, at the finest precision that can be defended, or None.
    `content_hash` is the SHA-256 (hex) of the bytes that the text was read from. `marks` are the runs of the text that a reader of
    the page does not see as they stand here, in the order of the text.
    """

    text: str
    source: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    media_type: str = "text/plain"
    content_hash: str = ""
    marks: tuple[Mark, ...] = ()

    id: str = field(init=False, compare=False, default="")

    def __post_init__(self) -> None:
        """Give the document its id, a hash of the text: the same text has the same id on every machine."""
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "id", f"d{digest[:16]}")

    def marks_in(self, start: int, end: int) -> tuple[Mark, ...]:
        """Give the marks on any of the text from `start` to `end`."""
        return tuple(mark for mark in self.marks if mark.start < end and start < mark.end)
