"""What all commands that keep a judgement of a person have in common: who, why, on which state, and what to say if somebody was faster."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dostyk.cli.clock import now
from dostyk.cli.given import ledger_option
from dostyk.cli.session import Session
from dostyk.errors import ReviewConflict, UnusableCorrection
from dostyk.settings import EDITOR_VARIABLE

if TYPE_CHECKING:
    from dostyk.review import Signature

F = TypeVar("F", bound=Callable[..., Any])


def review_options(function: F) -> F:
    """Add --by, --note, --revision, --json and --ledger to a command that keeps a review."""
    for option in (
        ledger_option,
        click.option("--json", "as_json", is_flag=True, help="Print what was kept as a JSON line."),
        click.option("--revision", type=click.IntRange(0), metavar="N", help="Only if nobody reviewed it since this revision (`review show`)."),
        click.option("--note", metavar="TEXT", help="Why, for whoever reads the log."),
        click.option("--by", metavar="NAME", help=f"Who reviews [default: ${EDITOR_VARIABLE}, else the login name]."),
    ):  # fmt: skip
        function = option(function)
    return function


@contextmanager
def refused(session: Session) -> Iterator[None]:
    """Show both texts where somebody was faster; what is not well formed is wrong usage."""
    try:
        yield
    except UnusableCorrection as error:
        raise click.UsageError(str(error)) from None
    except ReviewConflict as error:
        session.fail(str(error))
        click.echo(f"  theirs: {error.theirs}\n  yours:  {error.yours}", err=True)


def signature_of(session: Session, options: dict[str, Any]) -> Signature:
    """Say who reviews: as told, else as the environment says, else whoever is logged in."""
    from dostyk.review import Signature

    name = options["by"] if options["by"] is not None else session.settings.editor
    if name is None:
        try:
            name = getpass.getuser()
        except (OSError, KeyError):
            name = ""
    return Signature(name, now(), options["note"])
