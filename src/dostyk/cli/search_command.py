"""`dostyk search`: find words in the passages, statements and names of the ledger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import click

from dostyk.cli.asking import chosen, country_option
from dostyk.cli.choosing import kind_option
from dostyk.cli.given import edtf_option, known_at_option, ledger_option
from dostyk.cli.session import Session
from dostyk.errors import StopError

EXAMPLE = """Example:

  dostyk search '"silk road" kazakh* -tourism' --country CN --since 2019"""
_WITHOUT = re.compile(r"-[^-]")
_MARK = "\0"


class Words(click.Command):
    """A command whose words may begin with a hyphen: `-word` leaves out what has it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep click from reading `-word` as options; `-h` alone is one."""
        end = args.index("--") if "--" in args else len(args)
        kept = [f"{_MARK}{arg}" if _WITHOUT.match(arg) and arg != "-h" else arg for arg in args[:end]]
        return super().parse_args(ctx, kept + args[end:])


def _words(ctx: click.Context, parameter: click.Parameter, value: Sequence[str]) -> str:
    return " ".join(word.removeprefix(_MARK) for word in value)


@click.command("search", cls=Words, short_help="Find words in passages, statements and names.", epilog=EXAMPLE)
@click.argument("words", nargs=-1, required=True, callback=_words)
@click.option("--in", "places", type=click.Choice(("statements", "passages", "names")), multiple=True, help="Search only there; may be repeated.")
@click.option("--kind", metavar="KIND", callback=kind_option, help="Only statements of this kind: Visit, Agreement, Indicator …")
@click.option("--country", metavar="COUNTRY", callback=country_option, help="Only what names this country, or something in it.")
@click.option("--since", metavar="DATE", callback=edtf_option, help="Only what is of this day, month or year, or later.")
@click.option("--until", metavar="DATE", callback=edtf_option, help="Only what is of this day, month or year, or earlier.")
@click.option("--as-of", metavar="DATE", callback=edtf_option, help="Only statements that hold then.")
@click.option("--document", metavar="ID", help="Only this document, by its id or the beginning of it; older versions as well.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=10, show_default=True, metavar="N", help="At most so many of each.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines, offsets counted in the document's text.")
@known_at_option
@ledger_option
@click.pass_obj
def command(
    session: Session,
    words: str,
    places: tuple[str, ...],
    kind: str | None,
    country: str | None,
    since: str | None,
    until: str | None,
    as_of: str | None,
    known_at: str | None,
    document: str | None,
    limit: int,
    as_json: bool,
) -> int:
    """Find WORDS, all of which must stand in one passage, statement or name.

    A "phrase in quotes" stands as it is, -word must not stand there, and begin* finds words that begin so. Case, accents and the form
    of apostrophes do not count; Chinese words are found inside what is written without spaces. A statement is of its own time, or of
    its document's date where it has none; a passage is of its document's date. The best come first, before them what people corrected;
    what they rejected is not found among statements.
    """
    from dostyk.cli.hits import hit_json, show_hits
    from dostyk.cli.lines import json_line
    from dostyk.ledger import Ledger
    from dostyk.search import catch_up, find, parse

    query = parse(words)
    with Ledger.open(session.settings.ledger_path(), create=False) as ledger:
        catch_up(ledger)
        asked = replace(chosen(ledger, (since, until, as_of), document, known_at), kind=kind, country=country)
        told = ("statements",) if kind or as_of else ("statements", "passages", "names")
        where = tuple(place for place in told if not places or place in places)
        if not where:
            raise click.UsageError(f"--{'kind' if kind else 'as-of'} chooses among statements; leave out --in {places[0]}")
        search = find(ledger, query, asked, where, limit)
    if not search:
        raise StopError(f"nothing found in {_listed(where)} of {session.settings.ledger_path()} that has all of: {words}{_narrower(asked)}")
    for line in (json_line(data) for data in hit_json(search)) if as_json else show_hits(search):
        click.echo(line)
    if search.more and not as_json:
        session.note(f"there are more {_listed(search.more)}; --limit {limit * 2} shows more of them")
    return 0


def _listed(places: Sequence[str]) -> str:
    return " and ".join([", ".join(places[:-1]), places[-1]]) if len(places) > 1 else places[0]


def _narrower(asked: object) -> str:
    from dostyk.search import Chosen

    return "; fewer options, fewer words or begin* may find more" if asked != Chosen() else "; fewer words or begin* may find more"
