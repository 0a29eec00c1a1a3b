"""Document: one text as it was read, the ground that every offset counts in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read.

    `text` is what offsets count in (Python string indices, that is code points) and is never changed.
    `published` is EDTF, at the finest precision that can be defended, or None.
    `content_hash` is the SHA-256 (hex) of the bytes that the text was read from.
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

    id: str = field(init=False, compare=False, default="")

    def __post_init__(self) -> None:
        """Give the document its id, a hash of the text: the same text has the same id on every machine."""
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "id", f"d{digest[:16]}")
