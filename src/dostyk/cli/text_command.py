"""`dostyk text`: print the text that a document's offsets count in."""

from __future__ import annotations

import sys

import click

from dostyk.cli.session import Session


@click.command(
    "text",
    short_help="Print the text of a document, in which offsets count.",
    epilog="Example:\n\n  dostyk text page.html > page.txt",
)
@click.argument("file", metavar="FILE")
@click.option("--about", is_flag=True, help="Print what is known about the document instead, and from where.")
@click.pass_obj
def command(session: Session, file: str, about: bool) -> int:
    """Print the text that statements are read from, exactly as offsets count in it (`-` reads standard input)."""
    from dostyk.documents import read_closely

    reading = read_closely(sys.stdin.buffer if file == "-" else file, session.settings)
    if about:
        for field, reason in reading.reasons.items():
            click.echo(f"{field + ':':<11}{getattr(reading.document, field)}  ({reason})")
        for remark in reading.remarks:
            click.echo(f"{'remark:':<11}{remark.words}")
    else:
        click.echo(reading.document.text, nl=False)
    return 0
