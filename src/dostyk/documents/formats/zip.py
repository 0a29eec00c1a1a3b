"""ZIP archive → its members, each a document of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from dostyk.documents.parts import Budget, Part
from dostyk.errors import UnreadableDocument

NAME = "zip"
DESCRIPTION = "ZIP archives: every member of a format that is read, archives in archives as well; nothing is written to disk."
EXAMPLES: tuple[tuple[str, str], ...] = ()
SUFFIXES = (".zip",)
MEDIA_TYPE = "application/zip"
ABOUT = ("__MACOSX/", ".")


def recognises(head: bytes) -> bool:
    """Tell by the first bytes of a member, or of the end of an archive without any."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def parts(data: bytes, source: str, budget: Budget) -> Iterator[Part]:
    """Unpack member by member, in the order of their names; raises UnreadableDocument for what is no archive, or a bomb."""
    from dostyk.documents.archives import open_archive, shown
    from dostyk.documents.choosing import is_read

    archive = open_archive(data, source, "archive")
    names = {member.filename for member in archive.members}
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise UnreadableDocument(f"{source}: this is an office file of a kind that is not read; save it as DOCX or PDF")
    for member in sorted(archive.members, key=lambda member: (shown(member), member.header_offset)):
        name = shown(member)
        if any(step.startswith(".") and step.strip(".") for step in PurePosixPath(name).parts) or name.startswith("__MACOSX/"):
            continue
        if not is_read(name):
            suffix = PurePosixPath(name).suffix or "a file without suffix"
            yield Part(name, failure=f"{suffix} is not a format I read; left out", left_out=True)
            continue
        try:
            yield Part(name, archive.take(member, budget.part))
        except UnreadableDocument as error:
            yield Part(name, failure=str(error).partition(f"!{name}: ")[2] or str(error))
