"""An open ledger → a second file with the same rows, whole or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dostyk.errors import LedgerError

if TYPE_CHECKING:
    from apsw import Connection

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite adds to a file's name for the files it keeps beside it."""


def write(connection: Connection, path: Path) -> None:
    """Copy what the ledger holds at this moment to a new file; raises LedgerError where there is one, and apsw.Error."""
    if path.exists():
        raise LedgerError(f"{path}: there is such a file already; name another, so that no copy is lost")
    with unfinished(path) as part:
        copy(connection, part)
        settle(part, path)


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """Give the name under which a file is made beside its place until it is whole; what is left under it is taken away."""
    part = part_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        forget(part)
        yield part
    except OSError as error:
        raise LedgerError(f"{path}: this file cannot be written ({(error.strerror or str(error)).lower()})") from None
    finally:
        forget(part)


def part_of(path: Path) -> Path:
    """Say under which name a file is made until it is whole; a process that was killed leaves it, the next one takes it away."""
    return path.with_name(f"{path.name}.part")


def copy(connection: Connection, path: Path) -> None:
    """Copy a ledger, as it is at one moment, to a file that is not there yet, without its free pages.

    Raises LedgerError where the file cannot be written, and apsw.Error for what is wrong with the ledger.
    """
    import apsw

    try:
        connection.execute("VACUUM INTO ?", (str(path.absolute()),))
    except (apsw.CantOpenError, apsw.FullError, apsw.IOError, apsw.ReadOnlyError) as error:
        raise LedgerError(f"{path.parent}: no copy can be written there ({str(error).lower()}); see that there is room and that you may") from None


def settle(part: Path, path: Path) -> None:
    """Put a whole file in its place; it is on the disk before its name is."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def forget(path: Path) -> None:
    """Delete a file and what SQLite keeps beside it, where they are."""
    for end in ("", *COMPANIONS):
        if Path(f"{path}{end}").exists():
            Path(f"{path}{end}").unlink()
