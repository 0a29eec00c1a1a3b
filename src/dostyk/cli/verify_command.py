"""`dostyk verify`: compare the ledger with its chain, its hashes, its quotes and a rebuild."""

from __future__ import annotations

import re

import click

from dostyk.cli.given import ledger_option
from dostyk.cli.session import Session


def _hash_option(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse what cannot be the hash of a head."""
    if value is not None and not re.fullmatch(r"[0-9a-fA-F]{64}", value.strip()):
        raise click.BadParameter(f'{value!r} is no hash; write the 64 digits that `dostyk verify` printed behind "head"')
    return value.strip().lower() if value is not None else None


@click.command(
    "verify",
    short_help="Check that nothing in the ledger was changed.",
    epilog='Example:\n\n  dostyk verify\n\n  dostyk verify --expect "$(cat head-of-last-week.txt)"',
)
@click.option("--expect", metavar="HASH", callback=_hash_option, help="A head noted earlier; the ledger must go on from it.")
@click.option("--head", "only_head", is_flag=True, help="Print the head alone, to note it down elsewhere; nothing is checked.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@ledger_option
@click.pass_obj
def command(session: Session, expect: str | None, only_head: bool, as_json: bool) -> int:
    """Compare every row with its link in the chain, files and texts with their hashes, quotes with their texts, what is derived with a rebuild.

    Whatever is wrong is said in one sentence each, and the exit status is 1. Whoever changes the file and its chain together can
    be found out only by a head that was noted somewhere else: print it with --head, and give it with --expect later.
    """
    from dataclasses import asdict

    from dostyk.cli.lines import json_line
    from dostyk.ledger import Ledger
    from dostyk.pipeline import DERIVED

    if only_head and (expect or as_json):
        raise click.UsageError("--head prints the head and checks nothing; leave out --expect and --json")
    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        if only_head:
            click.echo(ledger.head())
            return 0
        verified = ledger.verify(DERIVED, expect)
    for sentence in verified.wrong:
        session.fail(f"{ledger.path}: {sentence}")
    if as_json:
        click.echo(json_line(asdict(verified)))
        return session.status()
    if not verified.wrong:
        click.echo(f"rows     {verified.links:,} links, every row as it was written")
        click.echo(f"quotes   {verified.quotes:,}, each stands in its text")
        click.echo(f"derived  {', '.join(one.name for one in DERIVED) or 'nothing stored'}")
    if verified.expected is not None:
        click.echo(f"expected link {verified.expected:,}; {verified.links - verified.expected:,} added since")
    click.echo(f"head     {verified.head}")
    return session.status()
