"""The options by which a user says what documents do not say of themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dostyk.settings import Given

F = TypeVar("F", bound=Callable[..., Any])


def given_options(function: F) -> F:
    """Add --published, --publisher, --url and --source to a command."""
    for option in (
        click.option("--source", metavar="NAME", help="Say NAME where the documents were read from."),
        click.option("--url", metavar="ADDRESS", help="The address the documents stand at."),
        click.option("--publisher", metavar="NAME", help="Who published the documents."),
        click.option("--published", metavar="DATE", callback=edtf_option, help="When they were published: 2019-10-07, 2019-10 or 2019."),
    ):
        function = option(function)
    return function


def ledger_option(function: F) -> F:
    """Let --ledger stand behind a command as well as before it."""

    def use(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> None:
        ctx.obj.use_ledger(value)

    kind = click.Path(path_type=Path)
    return click.option("--ledger", type=kind, metavar="FILE", callback=use, expose_value=False, help="The ledger file.")(function)


def given_from(values: dict[str, Any]) -> Given:
    """Collect the options of `given_options` from a command's parameters."""
    return Given(**{name: values[name] for name in ("source", "url", "publisher", "published")})


def edtf_option(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse a date that is no EDTF."""
    if value is None:
        return None
    from dostyk.values.edtf import is_valid

    if not value or not is_valid(value):
        raise click.BadParameter(f"{value!r} is not a date; write it as 2019-10-07, 2019-10 or 2019 (EDTF)")
    return value
