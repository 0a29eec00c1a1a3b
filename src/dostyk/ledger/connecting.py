"""A ledger file → an open connection that keeps its promises, or one sentence that says why not."""

from __future__ import annotations

import os
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
    """Open a ledger file: to write, made where there is none, if `create`; else to read, which needs no right to write it.

    Raises LedgerError for a file that is none, is newer, is damaged, or cannot be opened so.
    """
    import apsw

    _check_library(apsw.sqlite_lib_version())
    _check_path(path, create)
    try:
        try:
            flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
            connection = apsw.Connection(str(path), flags=flags)
            connection.set_busy_timeout(int(PATIENCE * 1000))
            _prepare(connection, path)
            return connection
        except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError):
            if create or not os.access(path, os.R_OK):
                raise
        return _to_read(path)
    except apsw.Error as error:
        raise explain(error, path, create) from None


def explain(error: Exception, path: Path, writing: bool = True) -> LedgerError:
    """Say of an error of the database, in one sentence, what is wrong with which file and what to do."""
    import apsw

    match error:
        case apsw.NotADBError():
            return LedgerError(f"{path}: this file is no ledger, nor any other database; choose another with --ledger")
        case apsw.BusyError():
            return LedgerError(f"{path}: another process keeps writing to this ledger; try again when it has finished")
        case apsw.CantOpenError() | apsw.ReadOnlyError() | apsw.PermissionsError():
            doing = "writing" if writing else "reading"
            rights = f"{'write' if writing else 'read'} the file and its folder"
            return LedgerError(f"{path}: this ledger cannot be opened for {doing}; see that you may {rights}")
        case apsw.FullError() | apsw.IOError():
            return LedgerError(f"{path}: this ledger cannot be used ({str(error).lower()}); see that its disk works and has room, and try again")
        case apsw.CorruptError() | apsw.SQLError() | apsw.ConstraintError() | apsw.FormatError():
            return damaged(path, str(error).lower())
        case _:
            return LedgerError(f"{path}: this ledger cannot be used ({type(error).__name__}: {str(error).lower()}); put back a copy")


def damaged(path: Path, how: str) -> LedgerError:
    """Say that a ledger's content is broken."""
    return LedgerError(f"{path}: this ledger is damaged ({how}); put back a copy of it, or ingest its documents into a new one with --ledger")


def _to_read(path: Path) -> Connection:
    """Open a ledger that may not be written; where not even SQLite's helper files may be, as a file that does not change."""
    import apsw

    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    address = path.absolute().as_uri()
    connection = apsw.Connection(f"{address}?mode=ro", flags=flags)
    try:
        connection.set_busy_timeout(int(PATIENCE * 1000))
        _check(connection, path)
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError):
        log = Path(f"{path}-wal")
        if log.exists() and log.stat().st_size:
            what = f"{path}: this ledger cannot be read in place, because its latest changes stand in {log.name}"
            raise LedgerError(f"{what}; copy both files to a folder you may write, and name the copy with --ledger") from None
        connection = apsw.Connection(f"{address}?mode=ro&immutable=1", flags=flags)
        _check(connection, path)
    if connection.pragma("user_version") != schema.VERSION:
        raise LedgerError(f"{path}: this ledger was made by an older version of Dostyk; open it once where it may be written")
    return connection


def _check_library(version: str) -> None:
    if tuple(int(part) for part in version.split(".")[:3]) < OLDEST:
        raise LedgerError(f"SQLite {version} can lose what two programs write at once; install apsw {'.'.join(map(str, OLDEST))} or later")


def _check_path(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path}: this is a folder; name a file, such as {path / 'ledger.db'}")
    if not create and path.is_file() and not path.stat().st_size:
        raise LedgerError(f"{path}: this file is empty, so no ledger yet; fill it with `dostyk ingest`, or name another with --ledger")
    if path.exists() and not path.is_file():
        raise LedgerError(f"{path}: this is no file; name one with --ledger, such as ledger.db")
    if not create and not path.exists():
        raise LedgerError(f"{path}: there is no ledger yet; make one with `dostyk ingest`, or name another with --ledger")
    if create:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LedgerError(f"{path}: its folder cannot be made ({(error.strerror or str(error)).lower()})") from None


def _check(connection: Connection, path: Path) -> bool:
    """Refuse what is no ledger, or a newer one; tells whether it is empty."""
    application, version = connection.pragma("application_id"), connection.pragma("user_version")
    empty = not connection.execute("SELECT count(*) FROM sqlite_schema").get
    if application != APPLICATION and not (empty and application == 0):
        raise LedgerError(f"{path}: this is a database of another program; choose another file with --ledger")
    if isinstance(version, int) and version > schema.VERSION:
        raise LedgerError(f"{path}: this ledger was made by a newer version of Dostyk; upgrade Dostyk to open it")
    return empty


def _prepare(connection: Connection, path: Path) -> None:
    empty = _check(connection, path)
    _patiently_wal(connection)
    connection.pragma("synchronous", "FULL")
    connection.pragma("foreign_keys", True)
    connection.pragma("trusted_schema", False)
    connection.pragma("mmap_size", 0)
    if empty:
        _create(connection)
    elif connection.pragma("user_version") != schema.VERSION:
        _upgrade(connection)


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


def _upgrade(connection: Connection) -> None:
    """Bring an older ledger up to date, step by step, unless another process has just done so."""
    connection.execute("BEGIN IMMEDIATE")
    for version, step in enumerate((schema.FROM_1, schema.FROM_2, schema.FROM_3), start=1):
        if connection.pragma("user_version") == version:
            connection.execute(step)
            connection.pragma("user_version", version + 1)
    connection.execute("COMMIT")
