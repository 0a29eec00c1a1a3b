"""`dostyk restore`: make a backup the ledger, once it has been verified."""

from __future__ import annotations

from pathlib import Path

import click

from dostyk.cli.given import LEDGER_FILE, ledger_option
from dostyk.cli.session import Session


@click.command("restore", short_help="Make a backup the ledger.", epilog="Example:\n\n  dostyk restore /media/stick/record-2026-11-22.db")
@click.argument("file", type=LEDGER_FILE)
@click.option("--replace", is_flag=True, help="Set a ledger that is there aside (it is renamed, not deleted).")
@ledger_option
@click.pass_obj
def command(session: Session, file: Path, replace: bool) -> int:
    """Copy FILE, verify the copy, and only then make it the ledger; where anything is wrong, nothing is changed and the exit status is 1."""
    from dostyk.ledger import restore
    from dostyk.pipeline import DERIVED

    path = session.settings.ledger_path()
    restored = restore(file, path, replace, DERIVED)
    for sentence in restored.verified.wrong:
        session.fail(f"{file}: {sentence}")
    if restored.verified.wrong:
        session.note(f"{path}: nothing was restored")
        return session.status()
    click.echo(f"{path}: restored, {restored.verified.links:,} links, head {restored.verified.head}")
    if restored.aside is not None:
        had = "another history" if restored.more is None else f"{restored.more:,} links more" if restored.more else "the same rows"
        click.echo(f"{restored.aside}: the ledger that was there, with {had}")
    for removal in restored.back:
        session.note(f"dostyk: {removal.document} is in the ledger again, though {removal.who} removed it ({removal.why}); remove it once more")
    return session.status()
