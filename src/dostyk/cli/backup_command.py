"""`dostyk backup`: copy the ledger to a file, whole, while others write."""

from __future__ import annotations

from pathlib import Path

import click

from dostyk.cli.given import LEDGER_FILE, ledger_option
from dostyk.cli.session import Session


@click.command("backup", short_help="Copy the ledger to a file.", epilog="Example:\n\n  dostyk backup /media/stick/record-2026-11-22.db")
@click.argument("file", type=LEDGER_FILE)
@ledger_option
@click.pass_obj
def command(session: Session, file: Path) -> int:
    """Write the ledger, as it is at one moment, to a new FILE, verify the copy, and print its head; others may go on writing.

    A FILE that is there is never overwritten. A copy in which something is wrong is kept, but the exit status is 1.
    """
    from dostyk.ledger import Ledger
    from dostyk.pipeline import DERIVED

    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        ledger.backup(file)
    with Ledger.open(file, create=False) as copy:
        verified = copy.verify(DERIVED)
    for sentence in verified.wrong:
        session.fail(f"{file}: {sentence}")
    click.echo(f"{file}: {verified.links:,} links, head {verified.head}")
    return session.status()
