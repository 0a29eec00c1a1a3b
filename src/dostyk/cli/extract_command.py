"""`dostyk extract`: print what documents state, one JSON line a statement."""

from __future__ import annotations

import sys
from typing import Any

import click

from dostyk.cli.given import check_one, given_from, given_options
from dostyk.cli.session import Session


@click.command(
    "extract",
    short_help="Print what documents state, as JSON lines.",
    epilog="Example:\n\n  dostyk extract page.html --published 2019-10-07 > statements.jsonl",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@given_options
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes to read in; the output is the same.")
@click.pass_obj
def command(session: Session, /, paths: tuple[str, ...], workers: int, **values: Any) -> int:
    """Read files and folders (`-`: standard input) and print every statement they make; nothing is kept."""
    from dostyk.cli.lines import json_line
    from dostyk.documents.finding import find_sources
    from dostyk.pipeline import extract_sources

    given = given_from(values)
    sources = session.wanted(find_sources(paths))
    check_one(given, len(sources))
    settings = session.settings.with_given(given).with_workers(workers)
    results = extract_sources(sources, settings, sys.stdin.buffer)
    for result in session.watched(results, len(sources), "reading"):
        session.report(result.failure is not None, result.failure or result.note)
        for statement in result.statements:
            click.echo(json_line(statement.as_json()))
    return session.status()
