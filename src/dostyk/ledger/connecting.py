"""A ledger file → an open connection that keeps its promises, or one sentence that says why not."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from dostyk.errors import LedgerError
from dostyk.ledger import schema

if TYPE_CHECKING:
    from apsw import Connection

APPLICATION = 0x446F7374
"""What makes an SQLite file a ledger: "Dost" in its header."""
PATIENCE = 30.0
"""Seconds to wait for another process that is writing; its transactions are one document long."""
OLDEST = (3, 51, 3)
"""SQLite before this can lose transactions of two connections that write in WAL mode at once."""


def connect(path: Path, create: bool) -> Connection:
    """Open a ledger file, made if `create`; raises LedgerError for a file that is none, is newer, or cannot be written."""
    import apsw

    _check_library(apsw.sqlite_lib_version())
    _check_path(path, create)
    flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
    try:
        connection = apsw.Connection(str(path), flags=flags)
        connection.set_busy_timeout(int(PATIENCE * 1000))
        _prepare(connection, path)
    except apsw.NotADBError:
        raise LedgerError(f"{path}: this file is no ledger, nor any other database; choose another with --ledger") from None
    except apsw.BusyError:
        raise LedgerError(f"{path}: another process keeps writing to this ledger; try again when it has finished") from None
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError):
        raise LedgerError(f"{path}: this ledger cannot be opened for writing; see that you may write the file and its folder") from None
    except (apsw.CorruptError, apsw.IOError, apsw.FullError) as error:
        raise LedgerError(f"{path}: this ledger cannot be used ({str(error).lower()}); put back a copy") from None
    return connection


def _check_library(version: str) -> None:
    if tuple(int(part) for part in version.split(".")[:3]) < OLDEST:
        raise LedgerError(f"SQLite {version} can lose what two programs write at once; install apsw {'.'.join(map(str, OLDEST))} or later")


def _check_path(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path}: this is a folder; name a file, such as {path / 'ledger.db'}")
    if not create and not path.exists():
        raise LedgerError(f"{path}: there is no ledger yet; make one with `dostyk ingest`, or name another with --ledger")
    if create:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LedgerError(f"{path}: its folder cannot be made ({(error.strerror or str(error)).lower()})") from None


def _prepare(connection: Connection, path: Path) -> None:
    application, version = connection.pragma("application_id"), connection.pragma("user_version")
    empty = not connection.execute("SELECT count(*) FROM sqlite_schema").get
    if application != APPLICATION and not (empty and application == 0):
        raise LedgerError(f"{path}: this is a database of another program; choose another file with --ledger")
    if isinstance(version, int) and version > schema.VERSION:
        raise LedgerError(f"{path}: this ledger was made by a newer version of Dostyk; upgrade Dostyk to open it")
    _patiently_wal(connection)
    connection.pragma("synchronous", "FULL")
    connection.pragma("foreign_keys", True)
    connection.pragma("trusted_schema", False)
    connection.pragma("mmap_size", 0)
    if empty:
        _create(connection)


def _patiently_wal(connection: Connection) -> None:
    """Turn write-ahead logging on; where two processes do so at once, SQLite does not wait by itself."""
    import apsw

    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.pragma("journal_mode", "WAL")
            return
        except apsw.BusyError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def _create(connection: Connection) -> None:
    """Make the tables, unless another process has just done so."""
    connection.execute("BEGIN IMMEDIATE")
    if not connection.execute("SELECT count(*) FROM sqlite_schema").get:
        connection.execute(schema.CREATE)
        connection.execute(schema.triggers())
        connection.pragma("application_id", APPLICATION)
        connection.pragma("user_version", schema.VERSION)
    connection.execute("COMMIT")
