"""`dostyk extract`: print what documents state, one JSON line a statement."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from dostyk.cli.given import check_one, given_from, given_options, reader_options
from dostyk.cli.session import Session

if TYPE_CHECKING:
    from dostyk.documents.finding import Source
    from dostyk.settings import Settings


@click.command(
    "extract",
    short_help="Print what documents state, as JSON lines.",
    epilog="Example:\n\n  dostyk extract page.html --published 2019-10-07 > statements.jsonl",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@given_options
@reader_options
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes to read in; the output is the same.")
@click.option("--explain", is_flag=True, help="Say instead, sentence by sentence, what was seen, which rules spoke, and what gave nothing.")
@click.pass_obj
def command(session: Session, /, paths: tuple[str, ...], workers: int, explain: bool, **values: Any) -> int:
    """Read files and folders (`-`: standard input) and print every statement they make; nothing is kept."""
    from dostyk.cli.lines import json_line
    from dostyk.documents.finding import find_sources
    from dostyk.pipeline import extract_sources

    given = given_from(values)
    sources = session.wanted(find_sources(paths))
    check_one(given, len(sources))
    settings = session.settings.with_given(given).with_workers(workers)
    if explain:
        return _explain(session, sources, settings)
    results = extract_sources(sources, settings, sys.stdin.buffer)
    for result in session.watched(results, len(sources), "reading"):
        session.report(result.failure is not None, result.failure or result.note)
        session.remark(result.source, (remark.words for remark in result.reading.remarks) if result.reading is not None else ())
        for statement in result.statements:
            click.echo(json_line(statement.as_json()))
    return session.status()


def _explain(session: Session, sources: list[Source], settings: Settings) -> int:
    """Print how each source was read."""
    from dostyk.cli.explaining import lines_of
    from dostyk.pipeline import explain_sources

    for result in session.watched(explain_sources(sources, settings, sys.stdin.buffer), len(sources), "reading"):
        session.report(result.failure is not None, result.failure or result.note)
        for line in lines_of(result.source, result.account) if result.account else ():
            click.echo(line)
    return session.status()
