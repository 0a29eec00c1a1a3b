"""`dostyk changes`: list what the ledger learned between two times, and what became of facts by it."""

from __future__ import annotations

import click

from dostyk.cli.given import as_of_option, ledger_option, since_option, until_option
from dostyk.cli.session import Session


@click.command(
    "changes",
    short_help="List what was learned since a time, and what facts it changed.",
    epilog="Example:\n\n  dostyk changes --since 2026-01-31",
)
@click.option("--since", metavar="TIME", callback=since_option, required=True, help="From that day or minute on (UTC): 2026-01-31.")
@click.option("--until", metavar="TIME", callback=until_option, help="Up to the end of that day or minute (UTC) [default: now].")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines: first a count, then each change with its ids.")
@ledger_option
@click.pass_obj
def command(session: Session, since: str, until: str | None, as_of: str | None, as_json: bool) -> int:
    """List new sources, copies, new versions, pages read again by another version of Dostyk, reviews and withdrawals, the oldest first.

    Then the facts that are gone, changed, weakened, parted, joined, confirmed or new, and what is new among findings and promises.
    """
    from dostyk.cli.changing import changes_json, show_changes
    from dostyk.cli.lines import json_line
    from dostyk.ledger import Ledger
    from dostyk.pipeline import changes_between

    if until is not None and until <= since:
        raise click.UsageError("--until is before --since; exchange them")
    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        found = changes_between(ledger, since, until, as_of)
    if as_json:
        for data in changes_json(found):
            click.echo(json_line(data))
        return 0
    for line in show_changes(found):
        click.echo(line)
    return 0
