"""`dostyk entity`: whom or what a name means, all its names, and what is said of it."""

from __future__ import annotations

import click

from dostyk.cli.asking import chosen
from dostyk.cli.given import edtf_option, known_at_option, ledger_option
from dostyk.cli.session import Session
from dostyk.errors import StopError


@click.command("entity", short_help="Show whom or what a name means.", epilog="Example:\n\n  dostyk entity Nur-Sultan --as-of 2020")
@click.argument("name", nargs=-1, required=True)
@click.option("--as-of", metavar="DATE", callback=edtf_option, help="Whom the name meant then, and what is said of that time.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line, or one for each it may mean.")
@known_at_option
@ledger_option
@click.pass_obj
def command(session: Session, name: tuple[str, ...], as_of: str | None, known_at: str | None, as_json: bool) -> int:
    """Show the person, office, state, place, body, instrument, project or event that NAME means, or an id.

    Names come with script, language, validity and source; what is said by kind of statement, as people corrected it; and why the names
    are held to be one's: rules and judgements (`dostyk review same`, `dostyk review different`).
    Where NAME may mean several, they are listed, and the exit status is 1.
    """
    from dostyk.cli.lines import json_line
    from dostyk.cli.portraits import meant_json, meant_line, portrait_json, show_portrait
    from dostyk.ledger import Ledger
    from dostyk.search import ask, catch_up, portray

    asked = " ".join(name)
    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        catch_up(ledger)
        limits = chosen(ledger, (None, None, as_of), known_at=known_at)
        answer = ask(ledger, asked, limits, as_of)
        portrait = portray(ledger, answer.meant[0], limits, as_of) if len(answer.meant) == 1 else None
    if portrait is not None:
        for line in [json_line(portrait_json(portrait))] if as_json else show_portrait(portrait, asked):
            click.echo(line)
        if answer.nearest:
            session.note(f"dostyk: names that hold its name: {', '.join(answer.nearest)}")
        return 0
    if not answer.meant:
        near = f"; the nearest are {', '.join(answer.nearest)}" if answer.nearest else ""
        searched = f"the names in its statements, their other spellings and the reference data on places and bodies{near}"
        raise StopError(f"{session.settings.ledger_path()}: nobody and nothing here is called {asked!r}; searched were {searched}")
    for meant in answer.meant:
        click.echo(json_line(meant_json(meant)) if as_json else meant_line(meant))
    session.fail(f"{asked!r} may mean {len(answer.meant)} things; ask for one of them by its full name or its id")
    return session.status()
