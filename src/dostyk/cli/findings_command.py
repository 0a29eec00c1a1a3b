"""`dostyk findings`: list what a careful reader would remark on."""

from __future__ import annotations

import click

from dostyk.cli.given import as_of_option, known_at_option, ledger_option
from dostyk.cli.session import Session


@click.command(
    "findings",
    short_help="List what a careful reader would remark on.",
    epilog="Example:\n\n  dostyk findings --json",
)
@as_of_option
@known_at_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
@ledger_option
@click.pass_obj
def command(session: Session, as_of: str | None, known_at: str | None, as_json: bool) -> int:
    """List findings: figures that disagree or are stale, garbled names, promises without an outcome."""
    from dostyk.cli.lines import json_line, print_table
    from dostyk.cli.showing import finding_json
    from dostyk.ledger import Ledger
    from dostyk.pipeline import reconcile_ledger

    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        _, findings = reconcile_ledger(ledger, known_at, as_of)
    if as_json:
        for finding in findings:
            click.echo(json_line(finding_json(finding)))
        return 0
    print_table(("id", "severity", "type", "says"), [(f.id, f.severity.value, f.type, f.summary) for f in findings])
    return 0
