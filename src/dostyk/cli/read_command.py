"""`dostyk read`: print the dates, the quantities or the names of documents, each reader by itself."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from dostyk.cli.given import edtf_option
from dostyk.cli.session import Session
from dostyk.languages import READ

SAYS = {
    "dates": "Print the dates of documents as EDTF, with what is stated and what is derived from what.",
    "quantities": "Print the quantities of documents: value, unit, bound, and in English what they measure, whose and when.",
    "names": "Print the names in documents, and whom or what they mean.",
}
EXAMPLES = {
    "dates": "dostyk read dates page.html --published 2019-10-07",
    "quantities": "dostyk read quantities page.txt --json",
    "names": "dostyk read names page.txt --language ru",
}


@click.group("read", short_help="Print the dates, quantities or names of documents.", epilog=f"Example:\n\n  {EXAMPLES['dates']}")
def command() -> None:
    """Read documents by one reader alone; nothing is kept."""


def _command(name: str) -> Callable[..., int]:
    """Make the command of one reader."""

    @command.command(name, help=f"{SAYS[name]} `-` reads standard input.", short_help=SAYS[name], epilog=f"Example:\n\n  {EXAMPLES[name]}")
    @click.argument("paths", metavar="FILE...", nargs=-1, required=True)
    @click.option("--json", "as_json", is_flag=True, help="Print JSON lines, one a span, with all that was read.")
    @click.option("--language", type=click.Choice(READ), help="The documents' language [default: as each seems to be in].")
    @click.option("--published", metavar="DATE", callback=edtf_option, help="When they were published: 2019-10-07, 2019-10 or 2019.")
    @click.pass_obj
    def run(session: Session, /, paths: tuple[str, ...], as_json: bool, **given: Any) -> int:
        return _read(session, name, paths, as_json, given)

    return run


for _name in SAYS:
    _command(_name)


def _read(session: Session, name: str, paths: tuple[str, ...], as_json: bool, given: dict[str, Any]) -> int:
    """Read every document with one reader, and print what it finds; a document that cannot be read stops no other."""
    from dostyk.cli.lines import json_line, print_table
    from dostyk.cli.readers import READERS, doubts, spoken
    from dostyk.documents import read_closely, read_part
    from dostyk.documents.finding import STANDARD_INPUT, find_sources
    from dostyk.documents.unfolding import unfolded
    from dostyk.errors import ItemError
    from dostyk.settings import Given

    records, row, heads = READERS[name]
    settings = session.settings.with_given(Given(language=given["language"], published=given["published"]))
    rows: list[tuple[str, ...]] = []
    sources = session.wanted(find_sources(paths))
    for source in unfolded(sources, settings):
        try:
            if source.failure is not None:
                if source.left_out:
                    session.leave(source.name, source.failure)
                else:
                    session.fail(source.failure)
                continue
            if source.part is not None:
                reading = read_part(source.part, source.name, settings)
            else:
                reading = read_closely(sys.stdin.buffer if source.name == STANDARD_INPUT else source.name, settings)
        except ItemError as error:
            session.fail(str(error))
            continue
        language = spoken(reading.document)
        if language not in READ:
            known = ", ".join(READ)
            session.note(f"dostyk: {source.name}: not read, it seems to be in {language}; say --language ({known}) if it is in one of these")
            continue
        for found in records(reading):
            if as_json:
                click.echo(json_line(found))
            else:
                place = f"{found['start']}–{found['end']}"
                rows.append((*([source.name] if len(sources) > 1 else []), place, " ".join(found["quote"].split()), *row(found)))
        if name == "dates":
            for doubt in doubts(reading.document):
                session.note(f"dostyk: warning: {doubt}")
    if rows:
        print_table((*(["source"] if len(sources) > 1 else []), *heads), rows)
    return session.status()
