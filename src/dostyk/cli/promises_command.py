"""`dostyk promises`: list what was promised, due when, and what the record shows of it."""

from __future__ import annotations

from collections import Counter

import click

from dostyk.cli.given import as_of_option, known_at_option, ledger_option
from dostyk.cli.session import Session
from dostyk.model.promise import Promise, PromiseState


def _states(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[PromiseState, ...]:
    """Refuse a status that there is none of; "no outcome" and "announced-again" do."""
    found = []
    for word in value:
        plain = " ".join(word.lower().replace("-", " ").replace("_", " ").split())
        fitting = [s for s in PromiseState if s.value.startswith(plain) and plain]
        if not fitting:
            raise click.BadParameter(f"{word!r} is no status; there are {', '.join(s.value for s in PromiseState)}")
        found += fitting
    return tuple(found)


@click.command(
    "promises",
    short_help="List what was promised and what came of it.",
    epilog="Example:\n\n  dostyk promises --as-of 2021-06-30 --status overdue",
)
@as_of_option
@known_at_option
@click.option("--status", "states", metavar="STATUS", multiple=True, callback=_states, help="Only these: kept, late, partly, overdue, open …")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines, with the quotes and what was searched.")
@ledger_option
@click.pass_obj
def command(session: Session, as_of: str | None, known_at: str | None, states: tuple[PromiseState, ...], as_json: bool) -> int:
    """List promises with who made them, when they were due and what the record shows; silence is never taken for a promise broken."""
    from dostyk.cli.lines import json_line, print_table
    from dostyk.cli.showing import promise_json
    from dostyk.ledger import Ledger
    from dostyk.pipeline import promises_of

    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        found = promises_of(ledger, as_of, known_at)
    shown = [p for p in found if (p.state in states if states else p.state is not PromiseState.UNCHECKABLE)]
    if as_json:
        for promise in shown:
            click.echo(json_line(promise_json(promise)))
    else:
        print_table(("id", "status", "due", "by", "promised", "because"), [_row(p) for p in shown])
    vague = Counter(p.state for p in found)[PromiseState.UNCHECKABLE]
    if vague and not states:
        session.note(f"dostyk: left out: {vague} intention{'s' if vague > 1 else ''} that nobody could check; --status not-checkable lists them")
    return 0


def _row(promise: Promise) -> tuple[str, ...]:
    state = f"{promise.state.value} by {promise.late_by}" if promise.state is PromiseState.LATE and promise.late_by else promise.state.value
    by = ", ".join(mention.name for mention in promise.by)
    return (promise.id, state, promise.due or "", by, promise.content, promise.reason)
