"""Parts: the documents that one file holds, such as the members of an archive, and what they may cost together."""

from __future__ import annotations

from dataclasses import dataclass, field

from dostyk.documents.claims import Claim
from dostyk.errors import UnreadableDocument

MOST_PARTS = 10_000
MOST_BYTES = 512 * 1024 * 1024
"""Bytes of all parts of one file together, however deep; they are held one after another, never at once."""
DEEPEST = 4
"""Files inside one another: an archive in an e-mail in an archive is the third."""


@dataclass(frozen=True, slots=True)
class Part:
    """One document inside a file: its name there, its bytes, and what the file says of it.

    `joint` stands between the names of file and part: "!" before a member, "#" before an entry. `media_type` chooses the format where
    it is known better than by name and bytes. `failure` says in one sentence, without a name, why it is not read; `left_out`: nobody
    would ask for it (a picture, a style sheet), so that its not being read is no failure.
    """

    name: str
    data: bytes = b""
    joint: str = "!"
    media_type: str | None = None
    claims: tuple[Claim, ...] = ()
    failure: str | None = None
    left_out: bool = False


@dataclass(slots=True)
class Budget:
    """What is left to spend on the parts of one file; `part` is how many bytes one of them may have."""

    part: int
    parts: int = MOST_PARTS
    bytes: int = MOST_BYTES

    def spend(self, source: str, size: int) -> None:
        """Take one more part; raises UnreadableDocument where too much would be spent."""
        self.parts -= 1
        self.bytes -= size
        if self.parts < 0:
            raise UnreadableDocument(f"{source}: more than {MOST_PARTS:,} documents in it; the rest is not read; cut it into parts")
        if self.bytes < 0:
            raise UnreadableDocument(f"{source}: more than {MOST_BYTES // (1024 * 1024)} MB in it; the rest is not read; cut it into parts")


@dataclass(slots=True)
class Names:
    """The names of one file's parts, no two of them alike."""

    _counts: dict[str, int] = field(default_factory=dict)

    def unique(self, name: str) -> str:
        """Give a name that no other part has: the second "a.txt" is "a.txt (2)"."""
        self._counts[name] = self._counts.get(name, 0) + 1
        return name if self._counts[name] == 1 else f"{name} ({self._counts[name]})"
