"""`dostyk run`: from a folder of documents to a brief, in one go."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dostyk.cli.clock import now
from dostyk.cli.given import ledger_option, reader_options
from dostyk.cli.session import Session

if TYPE_CHECKING:
    from dostyk.ledger import Ledger


SHOWN = {"same": "the same as another"}


@click.command(
    "run",
    short_help="From a folder of documents to a brief, in one go.",
    epilog="Example:\n\n  dostyk run documents/ --output out/",
)
@click.argument("folder", metavar="FOLDER")
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="DIR", default=Path("out"), show_default=True, help="Where to write ledger and briefs."
)
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes to read in.")
@reader_options
@ledger_option
@click.pass_obj
def command(session: Session, folder: str, output: Path, workers: int) -> int:
    """Read a folder into a ledger in DIR, reconcile it, write a brief on the countries it speaks of, and say what was done."""
    from dostyk.documents.finding import find_sources
    from dostyk.ledger import Ledger
    from dostyk.pipeline import failures, ingest

    settings = session.settings.with_workers(workers)
    path = settings.ledger_path() if session.ledger_named else output / "ledger.db"
    settings = settings.with_ledger(path)
    session.settings = settings
    sources = [source for source in session.wanted(find_sources([folder])) if not _is_own(source.name, output)]
    if all(source.failure is not None for source in sources) or not Path(folder).exists():
        for source in sources:
            session.fail(source.failure or f"{folder}: no such folder; name one that holds documents")
        return session.status()
    unread = None if path.exists() else failures(sources, settings)
    if unread is not None:
        for outcome in unread:
            session.fail(outcome.sentence or "not read")
        return session.status()
    states: Counter[str] = Counter()
    with Ledger.open(path) as ledger:
        for outcome in session.watched(ingest(sources, ledger, settings, now), len(sources), "reading"):
            states[outcome.state] += 1
            session.report(outcome.state == "failed", outcome.sentence)
            session.remark(outcome.source, outcome.remarks)
        for line in _summary(ledger, states, output):
            click.echo(line)
    return session.status()


def _is_own(name: str, output: Path) -> bool:
    """Tell a brief that an earlier run wrote from the documents among which it may stand."""
    path = Path(os.path.realpath(name))
    return path.parent == Path(os.path.realpath(output)) and re.fullmatch(r"brief-[A-Z]{2}-[A-Z]{2}\.html", path.name) is not None


def _summary(ledger: Ledger, states: Counter[str], output: Path) -> Iterator[str]:
    from dostyk.pipeline import main_pairs, reconcile_ledger, write_brief
    from dostyk.review import Record

    statements = list(Record(ledger).statements())
    facts, findings = reconcile_ledger(ledger)
    read = sum(count for state, count in states.items() if state != "failed")
    known = {SHOWN.get(state, state): count for state, count in states.items() if state not in ("failed", "new")}
    yield f"documents    {read} read{_details(known)}, {states['failed']} failed"
    yield f"statements   {len(statements)}{_details(Counter(statement.kind for statement in statements))}"
    silent = sum(version.silent or 0 for version in ledger.versions())
    yield f"silent       {silent} more sentences look like statements and gave none (`dostyk extract --explain` shows them)"
    yield f"facts        {len(facts)}, {sum(len(fact.voices) > 1 for fact in facts)} of them with differing values"
    yield f"findings     {len(findings)}{_details(Counter(finding.type for finding in findings))}"
    yield f"ledger       {ledger.path}"
    pairs = main_pairs(statements)
    if not pairs:
        yield "brief        none, because no statement speaks of two countries"
    for one, other in pairs:
        path = output / f"brief-{one}-{other}.html"
        write_brief((facts, findings), (one, other), None, path)
        yield f"brief        {path}"


def _details(counts: dict[str, int]) -> str:
    inside = ", ".join(f"{count} {name}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return f" ({inside})" if inside else ""
