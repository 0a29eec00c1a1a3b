"""`dostyk statements`: list what the documents of the ledger state."""

from __future__ import annotations

import click

from dostyk.cli.choosing import choose_version, kind_option
from dostyk.cli.given import as_of_option, known_at_option, ledger_option
from dostyk.cli.session import Session


@click.command(
    "statements",
    short_help="List what the documents of the ledger state.",
    epilog="Example:\n\n  dostyk statements --kind Visit --json",
)
@click.option("--kind", metavar="KIND", callback=kind_option, help="Only this kind: Visit, Agreement, Indicator …")
@click.option("--document", metavar="ID", help="Only this document, by its id or the beginning of it; older versions as well.")
@as_of_option
@known_at_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines, as `dostyk extract` does.")
@ledger_option
@click.pass_obj
def command(session: Session, kind: str | None, document: str | None, as_of: str | None, known_at: str | None, as_json: bool) -> int:
    """List the statements of all current documents, in the order in which they were learned and stand in their text.

    With --as-of, those that make the record of that day: pages as they stood then, and what later ones tell of what had begun by then.
    """
    from dostyk.cli.lines import json_line, print_table
    from dostyk.cli.showing import wording
    from dostyk.ledger import Ledger
    from dostyk.pipeline import standing
    from dostyk.promises import as_it_stood
    from dostyk.review import Record

    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        if document is None:
            found = [one for one in standing(ledger, known_at, as_of)[0] if kind in (None, one.kind)]
        else:
            found = list(as_it_stood(Record(ledger, known_at).statements_of(choose_version(ledger, document, known_at), kind), as_of))
    if as_json:
        for statement in found:
            click.echo(json_line(statement.as_json()))
        return 0
    rows = [(s.id, s.kind, s.time or "", s.modality.value, wording(s.roles, s.attributes), s.document.source) for s in found]
    print_table(("id", "kind", "time", "modality", "says", "source"), rows)
    return 0
