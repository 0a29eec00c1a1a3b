"""`dostyk documents`: list the documents of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from dostyk.cli.given import as_of_option, known_at_option, ledger_option
from dostyk.cli.session import Session

if TYPE_CHECKING:
    from dostyk.ledger import Version

SHOWN = ("title", "publisher", "url", "language", "published", "source")


@click.command(
    "documents",
    short_help="List the documents of the ledger.",
    epilog="Example:\n\n  dostyk documents --json",
)
@click.option("--all", "history", is_flag=True, help="Older versions as well.")
@as_of_option
@known_at_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
@ledger_option
@click.pass_obj
def command(session: Session, history: bool, as_of: str | None, known_at: str | None, as_json: bool) -> int:
    """List documents in the order in which they were learned, each with its id and how many statements it makes.

    With --as-of, the pages as they stood then: those that may have been published by that day, each in its version of that day.
    """
    from dostyk.cli.lines import json_line, print_table
    from dostyk.ledger import Ledger
    from dostyk.review import published_by

    if history and as_of is not None:
        raise click.UsageError("--as-of chooses one version of each document, --all asks for every one; leave out one or the other")
    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        current = {version.number for version in ledger.versions(known_at)}
        chosen = published_by(ledger.lineage(known_at), as_of) if as_of is not None else None
        versions = [one for one in ledger.versions(known_at, history or chosen is not None) if chosen is None or one.number in chosen]
        found = [(version, ledger.count_statements(version.number)) for version in versions]
    if as_json:
        for version, count in found:
            click.echo(json_line(_json(version, count, version.number in current)))
        return 0
    rows = [_row(version, count, version.number in current) for version, count in found]
    print_table(("id", "date", "publisher", "title", "source", "statements"), rows)
    return 0


def _row(version: Version, count: int, current: bool) -> tuple[str, ...]:
    document = version.document
    source = document.source if current else f"{document.source} (an older version)"
    return (document.id, document.published or "", document.publisher or "", document.title or "", source, str(count))


def _json(version: Version, count: int, current: bool) -> dict[str, Any]:
    document = version.document
    about = {field: getattr(document, field) for field in SHOWN}
    return {"id": document.id, **about, "learned_at": version.learned_at, "current": current, "statements": count}
