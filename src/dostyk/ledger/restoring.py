"""A backup → the ledger, verified before it counts; what it takes the place of is set aside, never lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dostyk.errors import LedgerError
from dostyk.ledger import chain, copying, removing, verifying
from dostyk.ledger.connecting import connect, explain, open_to_read
from dostyk.ledger.derived import Derived
from dostyk.ledger.removing import Removal

if TYPE_CHECKING:
    from apsw import Connection


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: how the backup was verified, and of the ledger it replaced, if there was one, what became of it.

    `aside` is where the replaced ledger is now; `more` how many rows it had that the backup lacks (None where that cannot be said);
    `back` are documents that had been removed from it and are there again.
    """

    verified: verifying.Verified
    aside: Path | None = None
    more: int | None = None
    back: tuple[Removal, ...] = ()


def restore(backup: Path, path: Path, replace: bool = False, derived: Sequence[Derived] = ()) -> Restored:
    """Make a backup the ledger at `path`; where one is, only with `replace`, and it is renamed, not deleted. Raises LedgerError.

    Nothing at `path` is touched before the copy has been verified. Where `verified.wrong` says something, nothing was restored.
    """
    if not backup.is_file():
        raise LedgerError(f"{backup}: there is no such backup; name a file that `dostyk backup` wrote")
    if path.exists() and backup.resolve() == path.resolve():
        raise LedgerError(f"{path}: the backup is this ledger itself; name the file of a backup")
    if path.exists() and not replace:
        raise LedgerError(f"{path}: there is a ledger already; name another with --ledger, or set it aside with --replace")
    with copying.unfinished(path) as part:
        _copy(backup, part)
        restored = connect(part, create=False)
        try:
            verified = verifying.verify(restored, derived)
            aside, more, back = _compare(path, restored) if path.exists() else (None, None, ())
        finally:
            restored.close()
        if not verified.wrong:
            if aside is not None:
                _set_aside(path, aside)
            copying.settle(part, path)
    return Restored(verified, None if verified.wrong else aside, more, back)


def _copy(backup: Path, part: Path) -> None:
    """Copy a backup without leaving anything beside it; the log of a ledger that was copied by hand while in use counts as well."""
    import apsw

    log = Path(f"{backup}-wal")
    try:
        connection = open_to_read(backup, still=not (log.exists() and log.stat().st_size))
        try:
            copying.copy(connection, part)
        finally:
            connection.close()
    except apsw.Error as error:
        raise explain(error, backup, writing=False) from None


def _compare(path: Path, restored: Connection) -> tuple[Path, int | None, tuple[Removal, ...]]:
    """Say where the ledger that is replaced will go, how many rows only it has, and what had been removed from it."""
    import apsw

    aside = next(place for place in (path.with_name(f"{path.name}.replaced{end}") for end in _ends()) if not place.exists())
    try:
        old = open_to_read(path)
        try:
            removed = removing.removals(old)
            number, link = chain.head(restored)
            row = old.execute("SELECT lower(hex(link)) FROM chain WHERE number = ?", (number,)).fetchone()
            more = chain.head(old)[0] - number if row and row[0] == link else None
        finally:
            old.close()
    except (apsw.Error, LedgerError):
        return aside, None, ()
    held = {str(row[0]) for row in restored.execute("SELECT document FROM versions")}
    return aside, more, tuple(one for one in removed if one.document in held)


def _ends() -> list[str]:
    return ["", *(f"-{number}" for number in range(2, 10_000))]


def _set_aside(path: Path, aside: Path) -> None:
    """Give a ledger that nobody has open a second name; the first goes over to the restored one in one step, so that it is never missing.

    What SQLite kept beside a ledger that cannot be opened any more goes with it.
    """
    import apsw

    try:
        old = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            old.pragma("journal_mode", "DELETE")
        finally:
            old.close()
    except (apsw.BusyError, apsw.LockedError):
        raise LedgerError(f"{path}: another process has this ledger open; restore when it has finished") from None
    except apsw.Error:
        pass
    try:
        os.link(path, aside)
    except OSError:
        shutil.copyfile(path, aside)
    for end in copying.COMPANIONS:
        if Path(f"{path}{end}").exists():
            Path(f"{path}{end}").rename(f"{aside}{end}")
