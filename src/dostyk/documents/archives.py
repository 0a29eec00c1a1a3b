"""Bytes of a ZIP archive → its members' bytes, each taken only as far as the limits go; names are never paths on this machine."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from dostyk.errors import UnreadableDocument

MOST_MEMBERS = 10_000
MOST_UNPACKED = 256 * 1024 * 1024
"""Bytes of all members of one archive together."""
STEEPEST = 200
"""Bytes that one packed byte may become; running text packs to a quarter, forms and tables to a fiftieth."""
UNSUSPICIOUS = 1024 * 1024
"""Bytes of a member below which its packing is not looked at."""


@dataclass(frozen=True, slots=True)
class Archive:
    """One archive that is open, with the members that are files, in the order in which they are listed."""

    source: str
    file: zipfile.ZipFile
    members: tuple[zipfile.ZipInfo, ...]

    def take(self, member: zipfile.ZipInfo, limit: int) -> bytes:
        """Unpack one member; raises UnreadableDocument where it is locked, broken, or becomes more than `limit` bytes."""
        name = f"{self.source}!{shown(member)}"
        if member.flag_bits & 0x1:
            raise UnreadableDocument(f"{name}: locked by a password; unlock it, and give it again")
        if member.file_size > limit:
            raise UnreadableDocument(f"{name}: larger than {limit // (1024 * 1024)} MB, the most that is read at once; cut it into parts")
        if member.file_size > UNSUSPICIOUS and member.file_size > STEEPEST * max(1, member.compress_size):
            raise UnreadableDocument(f"{name}: grows to more than {STEEPEST} times its packed size, as no document does; it is not unpacked")
        try:
            with self.file.open(member) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
            raise UnreadableDocument(f"{name}: this member of the archive is broken ({str(error).lower() or type(error).__name__})") from None
        if len(data) > limit or len(data) > max(UNSUSPICIOUS, STEEPEST * max(1, member.compress_size)):
            raise UnreadableDocument(f"{name}: becomes larger than its archive says; it is not unpacked")
        return data


def open_archive(data: bytes, source: str, what: str) -> Archive:
    """Open an archive and refuse what no honest one is, before anything is unpacked; raises UnreadableDocument."""
    if data.count(b"PK\x01\x02") > 4 * MOST_MEMBERS:
        raise UnreadableDocument(f"{source}: more than {MOST_MEMBERS:,} files in it, which are not opened; cut it into parts")
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
        members = tuple(member for member in file.infolist() if not member.is_dir())
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        raise UnreadableDocument(f"{source}: this {what} is broken and cannot be opened") from None
    if len(members) > MOST_MEMBERS:
        raise UnreadableDocument(f"{source}: {len(members):,} files in it, more than the {MOST_MEMBERS:,} that are opened; cut it into parts")
    if sum(member.compress_size for member in members) > len(data):
        raise UnreadableDocument(f"{source}: its members overlap, so that it would grow without end; it is not unpacked")
    size = sum(member.file_size for member in members)
    if size > MOST_UNPACKED:
        raise UnreadableDocument(
            f"{source}: {size / 1e6:,.0f} MB when unpacked, more than the {MOST_UNPACKED // (1024 * 1024)} MB that are; cut it into parts"
        )
    return Archive(source, file, members)


def shown(member: zipfile.ZipInfo) -> str:
    """Write a member's name for people: forward slashes, no signs that control a terminal."""
    name = member.filename.replace("\\", "/")
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in name) or "(no name)"
