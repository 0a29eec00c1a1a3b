"""`dostyk facts`: list what the statements of the ledger amount to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dostyk.cli.asking import country_option
from dostyk.cli.choosing import kind_option
from dostyk.cli.given import as_of_option, known_at_option, ledger_option
from dostyk.cli.session import Session

if TYPE_CHECKING:
    from dostyk.model.fact import Fact


@click.command(
    "facts",
    short_help="List what the statements amount to.",
    epilog="Example:\n\n  dostyk facts --kind Agreement",
)
@click.option("--kind", metavar="KIND", callback=kind_option, help="Only this kind: Visit, Agreement, Indicator …")
@click.option("--country", metavar="COUNTRY", callback=country_option, help="Only those that name this state or a place in it.")
@click.option("--limit", metavar="NUMBER", type=click.IntRange(min=1), help="At most so many, the oldest first.")
@as_of_option
@known_at_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
@ledger_option
@click.pass_obj
def command(
    session: Session, kind: str | None, country: str | None, limit: int | None, as_of: str | None, known_at: str | None, as_json: bool
) -> int:
    """List facts, each with how many statements and independent sources stand behind it, the values in which they differ, and how."""
    from dostyk.cli.lines import json_line, print_table
    from dostyk.cli.showing import fact_json, wording
    from dostyk.ledger import Ledger
    from dostyk.pipeline import facts_of
    from dostyk.results import Wanted

    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        facts = list(facts_of(ledger, Wanted(kind, country, limit), known_at, as_of))
    if as_json:
        for fact in facts:
            click.echo(json_line(fact_json(fact)))
        return 0
    rows = [
        (f.id, f.kind, f.time or "", f.modality.value, str(len(f.statements)), str(f.independent), wording(f.roles, f.attributes), _differing(f))
        for f in facts
    ]
    print_table(("id", "kind", "time", "modality", "said", "independent", "says", "differing"), rows)
    return 0


def _differing(fact: Fact) -> str:
    """Put the values side by side where the statements do not agree, each other one with how it differs; then what other facts have beside it."""
    own = [d for d in fact.dissents if not d.fact]
    values = [v.value for v in fact.voices[:1] if own] + [f"{d.value} ({d.type.value})" for d in own]
    beside = dict.fromkeys(f"{d.type.value} beside {d.fact}" for d in fact.dissents if d.fact)
    return "; ".join([*([" / ".join(values)] if values else []), *beside])
