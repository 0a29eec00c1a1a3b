"""`dostyk remove`: take a document out of the ledger for good, and leave a tombstone."""

from __future__ import annotations

import getpass
import sys

import click

from dostyk.cli.clock import now
from dostyk.cli.given import ledger_option
from dostyk.cli.session import Session


def _words(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse an empty reason or name: the tombstone is all that is left."""
    if value is not None and not value.strip():
        raise click.BadParameter("it is empty; the tombstone is all that will be left of the document")
    return " ".join(value.split()) if value is not None else None


@click.command(
    "remove",
    short_help="Remove a document's text for good.",
    epilog='Example:\n\n  dostyk remove d3f2a --why "published by mistake, removal asked for by the ministry"',
)
@click.argument("document", metavar="DOCUMENT")
@click.option("--why", required=True, metavar="TEXT", callback=_words, help="Why; it stays in the ledger.")
@click.option("--by", metavar="NAME", callback=_words, help="Who removes it.  [default: your name on this computer]")
@ledger_option
@click.pass_obj
def command(session: Session, document: str, why: str, by: str | None) -> int:
    """Remove the document whose id begins so: bytes, text, versions, copies, statements and quotes, from every page of the file.

    It cannot be undone. A tombstone says who removed what when and why; its statements count no more, and the same bytes or the
    same text are not read in again. Then it is said which facts went with it, and which stand on other sources. Backups made
    before still hold it.
    """
    from dostyk.changes import compare
    from dostyk.cli.changing import effects
    from dostyk.cli.choosing import choose_version
    from dostyk.ledger import Ledger
    from dostyk.pipeline import DERIVED, state_of

    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        chosen = choose_version(ledger, document).document.id
        before = state_of(ledger)
        removal = ledger.remove(chosen, by or _name(), why, now(), DERIVED)
        compared = compare(before, state_of(ledger))
    versions = f"{removal.versions} version{'s' if removal.versions != 1 else ''}"
    statements = f"{removal.statements} statement{'s' if removal.statements != 1 else ''}"
    click.echo(f"{removal.document} removed by {removal.who}: {versions} and {statements} count no more, and their text and quotes are gone")
    for line in effects(compared.facts):
        session.note(line)
    session.note("backups and copies made before still hold it")
    return 0


def _name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise click.UsageError(f"this computer ({sys.platform}) does not say who you are; add --by NAME") from None
