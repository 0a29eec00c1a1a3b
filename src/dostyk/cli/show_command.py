"""`dostyk show`: show one statement, document, fact or finding with the quotes behind it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from dostyk.cli.given import as_of_option, known_at_option, ledger_option
from dostyk.cli.session import Session
from dostyk.errors import StopError

if TYPE_CHECKING:
    from dostyk.cli.showing import Where
    from dostyk.ledger import Ledger
    from dostyk.model.layout import Place
    from dostyk.model.statement import Statement


@click.command(
    "show",
    short_help="Show a statement, document, fact, finding or promise with its quotes.",
    epilog="Example:\n\n  dostyk show s3f2a",
)
@click.argument("id_", metavar="ID")
@as_of_option
@known_at_option
@ledger_option
@click.pass_obj
def command(session: Session, id_: str, as_of: str | None, known_at: str | None) -> int:
    """Show whatever has this id, or an id that begins so; older versions of documents are found as well.

    A fact comes with its history: what each document was learned to say of it and when, what changed, and what is gone.
    """
    from dostyk.ledger import Ledger

    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        found = _kept(ledger, id_, (known_at, as_of)) or _made(ledger, id_, (known_at, as_of))
        if not found:
            then = "" if known_at is None and as_of is None else " as it was known or stood then"
            raise StopError(
                f"nothing in this ledger{then} has an id that begins with {id_!r}; `dostyk statements`, `facts`, `findings` and `promises` list ids"
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


Clocks = tuple[str | None, str | None]
"""Known at (ISO 8601), as of (EDTF)."""


def _kept(ledger: Ledger, prefix: str, clocks: Clocks) -> list[tuple[str, Iterable[str]]]:
    from dostyk.cli.reviewing import show_reviewed
    from dostyk.cli.showing import show_removal, show_statement, show_version
    from dostyk.promises import as_it_stood
    from dostyk.review import Record

    where = _places(ledger)
    known_at, as_of = clocks
    record = Record(ledger, known_at, as_of)
    reviewed = record.find(prefix)
    known = {id for one in reviewed for id in record.ids(one)}
    older = [one for one in ledger.find_statements(prefix, known_at) if one.id not in known]
    found: list[tuple[str, Iterable[str]]] = [
        (one.statement.id, list(show_reviewed(one, record, where))) for one in reviewed if any(as_it_stood([one.statement], as_of))
    ]
    found += [(one.id, list(show_statement(one, where))) for one in as_it_stood(older, as_of)]
    current = {version.number for version in ledger.versions(known_at, document=prefix)}
    for version in ledger.versions(known_at, history=True, document=prefix):
        count = ledger.count_statements(version.number)
        found.append((version.document.id, list(show_version(version, count, version.number in current))))
    return [*found, *((removal.document, show_removal(removal)) for removal in ledger.removals() if prefix and removal.document.startswith(prefix))]


def _made(ledger: Ledger, prefix: str, clocks: Clocks) -> list[tuple[str, Iterable[str]]]:
    from dostyk.changes import history
    from dostyk.cli.showing import show_fact, show_finding, show_history, show_promise
    from dostyk.model.fact import Fact, Finding
    from dostyk.model.promise import Promise
    from dostyk.pipeline import promises_of, reconcile_ledger, results_of

    if prefix[:1] not in ("f", "g", "p"):
        return []
    known_at, as_of = clocks
    things: Iterable[Fact | Finding | Promise]
    if known_at is None and as_of is None:
        things = results_of(ledger).find(prefix)
    else:
        facts, findings = reconcile_ledger(ledger, known_at, as_of)
        promises = promises_of(ledger, as_of, known_at) if prefix.startswith("p") else ()
        every: list[Fact | Finding | Promise] = [*facts, *promises, *findings]
        things = [one for one in every if one.id.startswith(prefix)]
    where = _places(ledger)
    found: list[tuple[str, Iterable[str]]] = []
    for one in things:
        if isinstance(one, Fact):
            found.append((one.id, [*show_fact(one, where), *show_history(history(ledger, one, known_at))]))
        else:
            found.append((one.id, show_finding(one, where) if isinstance(one, Finding) else show_promise(one, where)))
    return found


def _places(ledger: Ledger) -> Where:
    """Look up on which pages quotes stand, each document's layout once."""
    layout = functools.cache(ledger.layout)

    def where(statement: Statement) -> Sequence[Place]:
        found = layout(statement.document.id, statement.document.content_hash)
        return found.places(statement.evidence.start, statement.evidence.end) if found is not None else ()

    return where
