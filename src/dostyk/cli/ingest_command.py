"""`dostyk ingest`: read documents into the ledger."""

from __future__ import annotations

from typing import Any

import click

from dostyk.cli.clock import now
from dostyk.cli.given import given_from, given_options, ledger_option
from dostyk.cli.session import Session


@click.command(
    "ingest",
    short_help="Read documents into the ledger.",
    epilog="Example:\n\n  dostyk --ledger record.db ingest documents/",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@given_options
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes to read in.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line a document.")
@ledger_option
@click.pass_obj
def command(session: Session, /, paths: tuple[str, ...], workers: int, as_json: bool, **values: Any) -> int:
    """Read files and folders and keep them, with what they state, in the ledger.

    What the ledger holds already changes nothing; a changed document becomes a new version, and the old one stays readable.
    """
    from collections import Counter
    from dataclasses import asdict

    from dostyk.cli.lines import json_line
    from dostyk.documents.finding import find_sources
    from dostyk.ledger import Ledger
    from dostyk.pipeline import ingest

    given = given_from(values)
    sources = find_sources(paths)
    if given.source is not None and len(sources) > 1:
        raise click.UsageError("--source names one document; give one PATH with it")
    settings = session.settings.with_given(given).with_workers(workers)
    states: Counter[str] = Counter()
    with Ledger.open(settings.ledger_path()) as ledger:
        for outcome in session.watched(ingest(sources, ledger, settings, now), len(sources), "reading"):
            states[outcome.state] += 1
            session.report(outcome.state == "failed", outcome.sentence)
            if as_json:
                click.echo(json_line(asdict(outcome)))
        if not as_json:
            session.note(f"{', '.join(f'{count} {state}' for state, count in sorted(states.items()))} in {ledger.path}")
    return session.status()
