"""`dostyk show`: show one statement, document, fact or finding with the quotes behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from dostyk.cli.given import ledger_option
from dostyk.cli.session import Session
from dostyk.errors import StopError

if TYPE_CHECKING:
    from dostyk.ledger import Ledger


@click.command(
    "show",
    short_help="Show a statement, document, fact, finding or promise with its quotes.",
    epilog="Example:\n\n  dostyk show s3f2a",
)
@click.argument("id_", metavar="ID")
@ledger_option
@click.pass_obj
def command(session: Session, id_: str) -> int:
    """Show whatever has this id, or an id that begins so; older versions of documents are found as well."""
    from dostyk.ledger import Ledger

    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        found = _kept(ledger, id_) or _made(ledger, id_)
    if not found:
        raise StopError(
            f"nothing in this ledger has an id that begins with {id_!r}; `dostyk statements`, `facts`, `findings` and `promises` list ids"
        )
    ids = sorted({one for one, _ in found})
    if len(ids) > 1:
        raise StopError(f"{len(ids)} ids begin with {id_!r}: {', '.join(ids[:5])}{' …' if len(ids) > 5 else ''}; write more of it")
    for number, (_, lines) in enumerate(found):
        for line in [""] if number else []:
            click.echo(line)
        for line in lines:
            click.echo(line)
    return 0


def _kept(ledger: Ledger, prefix: str) -> list[tuple[str, Iterable[str]]]:
    from dostyk.cli.reviewing import show_reviewed
    from dostyk.cli.showing import show_removal, show_statement, show_version
    from dostyk.review import Record

    record = Record(ledger)
    reviewed = record.find(prefix)
    known = {id for one in reviewed for id in record.ids(one)}
    found: list[tuple[str, Iterable[str]]] = [(one.statement.id, list(show_reviewed(one, record))) for one in reviewed]
    found += [(one.id, list(show_statement(one))) for one in ledger.find_statements(prefix) if one.id not in known]
    current = {version.number for version in ledger.versions(document=prefix)}
    for version in ledger.versions(history=True, document=prefix):
        count = ledger.count_statements(version.number)
        found.append((version.document.id, list(show_version(version, count, version.number in current))))
    return [*found, *((removal.document, show_removal(removal)) for removal in ledger.removals() if prefix and removal.document.startswith(prefix))]


def _made(ledger: Ledger, prefix: str) -> list[tuple[str, Iterable[str]]]:
    from dostyk.cli.showing import show_fact, show_finding, show_promise
    from dostyk.model.fact import Fact, Finding
    from dostyk.pipeline import results_of

    if prefix[:1] not in ("f", "g", "p"):
        return []
    found: list[tuple[str, Iterable[str]]] = []
    for one in results_of(ledger).find(prefix):
        found.append((one.id, show_fact(one) if isinstance(one, Fact) else show_finding(one) if isinstance(one, Finding) else show_promise(one)))
    return found
