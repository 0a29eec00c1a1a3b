"""`dostyk brief`: write a brief on two countries."""

from __future__ import annotations

from pathlib import Path

import click

from dostyk.cli.given import as_of_option, known_at_option, ledger_option
from dostyk.cli.session import Session


@click.command(
    "brief",
    short_help="Write a brief on two countries.",
    epilog="Example:\n\n  dostyk brief Kazakhstan China --output brief.html",
)
@click.argument("one", metavar="COUNTRY")
@click.argument("other", metavar="COUNTRY")
@as_of_option
@known_at_option
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Where to write; the suffix says the format [default: brief-XX-YY.html]."
)
@ledger_option
@click.pass_obj
def command(session: Session, one: str, other: str, as_of: str | None, known_at: str | None, output: Path | None) -> int:
    """Write what the ledger holds on the relationship of two countries, every sentence with a footnote to its quote."""
    from dostyk.ledger import Ledger
    from dostyk.pipeline import reconcile_ledger, write_brief

    parties = (_country(one), _country(other))
    if parties[0] == parties[1]:
        raise click.UsageError(f"{one} and {other} are one country; name two")
    path = output or Path(f"brief-{parties[0]}-{parties[1]}.html")
    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        write_brief(reconcile_ledger(ledger, known_at, as_of), parties, as_of, path, known_at)
    click.echo(str(path))
    return 0


def _country(name: str) -> str:
    from dostyk.values.names import country

    code = country(name)
    if code is None:
        raise click.BadParameter(f"{name!r} is no country I know; write its English name or its two-letter code, such as KZ", param_hint="COUNTRY")
    return code
