"""`dostyk ingest`: read documents into the ledger."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from dostyk.cli.clock import now
from dostyk.cli.given import check_one, given_from, given_options, ledger_option, reader_options
from dostyk.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dostyk.pipeline import Outcome


@click.command(
    "ingest",
    short_help="Read documents into the ledger.",
    epilog="Example:\n\n  dostyk --ledger record.db ingest documents/",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@given_options
@reader_options
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes to read in.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line a document.")
@ledger_option
@click.pass_obj
def command(session: Session, /, paths: tuple[str, ...], workers: int, as_json: bool, **values: Any) -> int:
    """Read files and folders (`-`: standard input, with --source or --url) and keep them, with what they state, in the ledger.

    What the ledger holds already changes nothing; a changed document becomes a new version, and the old one stays readable. Then it is said what
    changed in its statements, and which facts are gone, changed or lost a source by it.
    """
    from collections import Counter
    from dataclasses import replace

    from dostyk.changes import told
    from dostyk.cli.changing import effects
    from dostyk.cli.lines import json_line
    from dostyk.documents.finding import STANDARD_INPUT, find_sources
    from dostyk.ledger import Ledger
    from dostyk.pipeline import changes_between, failures, ingest

    given = given_from(values)
    sources = session.wanted(find_sources(paths))
    check_one(given, len(sources))
    if STANDARD_INPUT in paths:
        if not (given.source or given.url):
            raise click.UsageError("standard input has no name to be kept under; say with --source or --url where it comes from")
        check_one(given := replace(given, source=given.source or given.url), len(sources))
    settings = session.settings.with_given(given).with_workers(workers)
    stream = sys.stdin.buffer if STANDARD_INPUT in paths else None
    if not settings.ledger_path().exists():
        unread = failures(sources, settings, stream)
        if unread is not None:
            for outcome in unread:
                session.fail(outcome.sentence or "not read")
                if as_json:
                    click.echo(json_line(_json(outcome)))
            return session.status()
    states: Counter[str] = Counter()
    begun, moved = now(), 0
    differences: list[str] = []
    with Ledger.open(settings.ledger_path()) as ledger:
        for outcome in session.watched(ingest(sources, ledger, settings, now, stream), len(sources), "reading"):
            states[f"the same as {outcome.same_as}" if outcome.state == "same" else outcome.state] += 1
            session.report(outcome.state == "failed", outcome.sentence)
            session.remark(outcome.source, outcome.remarks)
            if as_json:
                click.echo(json_line(_json(outcome)))
            elif outcome.difference is not None:
                differences.append(f"{outcome.source}: {outcome.state}; {told(outcome.difference)}")
            moved += outcome.difference is not None and not outcome.difference.is_none
        if not as_json:
            session.note(f"{counted(states)} in {ledger.path}")
        for line in differences:
            session.note(line)
        for line in effects(changes_between(ledger, begun).facts) if moved and not session.quiet else ():
            session.note(line)
    return session.status()


def _json(outcome: Outcome) -> dict[str, Any]:
    """Give what became of one document; `changes` by the ids of statements, where there was a version before."""
    from dataclasses import fields

    from dostyk.cli.changing import difference_json

    found = {field.name: getattr(outcome, field.name) for field in fields(outcome) if field.name != "difference"}
    return {**found, "changes": difference_json(outcome.difference)} if outcome.difference is not None else found


def counted(states: Mapping[str, int]) -> str:
    """Put counts of states on one line; of many copies only how many there are."""
    copies = {state: count for state, count in states.items() if state.startswith("the same as ")}
    if len(copies) > 1:
        states = {**{state: count for state, count in states.items() if state not in copies}, "the same as others": sum(copies.values())}
    return ", ".join(f"{count} {state}" for state, count in sorted(states.items())) or "nothing to read"
