"""`dostyk rebuild`: make everything derived again from what is kept."""

from __future__ import annotations

import click

from dostyk.cli.given import ledger_option
from dostyk.cli.session import Session


@click.command("rebuild", short_help="Make again what is derived.", epilog="Example:\n\n  dostyk rebuild")
@ledger_option
@click.pass_obj
def command(session: Session) -> int:
    """Drop whatever is stored in the ledger and can be made again, and make it again, byte for byte; finish removals that were interrupted.

    Documents, statements, tombstones and the chain are never touched. Briefs are stored nowhere.
    """
    from dostyk.ledger import Ledger
    from dostyk.pipeline import DERIVED

    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        ledger.rebuild(DERIVED)
    session.note(f"{', '.join(one.name for one in DERIVED) or 'nothing stored is derived'}: rebuilt in {ledger.path}" if DERIVED else
                 f"nothing that is derived is stored in {ledger.path}")  # fmt: skip
    return 0
