"""The options by which a user says what documents do not say of themselves."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from dostyk.settings import READER, Given

F = TypeVar("F", bound=Callable[..., Any])


def _url_option(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse an address that is none."""
    if value is not None and not re.fullmatch(r"https?://[^\s/?#]+\S*", value, re.IGNORECASE):
        raise click.BadParameter(f"{value!r} is not an address; write it in full, as https://ministry.example/page (a name goes into --source)")
    return value


def given_options(function: F) -> F:
    """Add --published, --publisher, --url and --source to a command."""
    for option in (
        click.option("--source", metavar="NAME", help="Say NAME where the documents were read from."),
        click.option("--url", metavar="ADDRESS", callback=_url_option, help="The address the documents stand at."),
        click.option("--publisher", metavar="NAME", help="Who published the documents."),
        click.option("--published", metavar="DATE", callback=edtf_option, help="When they were published: 2019-10-07, 2019-10 or 2019."),
    ):
        function = option(function)
    return function


def reader_options(function: F) -> F:
    """Add --reader and --least-confidence, which go into the settings, to a command."""

    def use_reader(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            from dostyk.statements.readers import names

            if value not in names():
                raise click.BadParameter(f"no reader is called {value!r}; there are {', '.join(names())}")
            ctx.obj.use_reader(value, None)

    def use_least(ctx: click.Context, parameter: click.Parameter, value: float | None) -> None:
        ctx.obj.use_reader(None, value)

    for option in (
        click.option("--least-confidence", type=click.FloatRange(0, 1), metavar="P", callback=use_least, expose_value=False,
                     help="Leave unsaid what is less likely right than P (0 to 1)."),
        click.option("--reader", metavar="NAME", callback=use_reader, expose_value=False,
                     help=f"Who reads: rules, model or both.  [default: {READER}]"),
    ):  # fmt: skip
        function = option(function)
    return function


def ledger_option(function: F) -> F:
    """Let --ledger stand behind a command as well as before it."""

    def use(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> None:
        ctx.obj.use_ledger(value)

    return click.option("--ledger", type=LEDGER_FILE, metavar="FILE", callback=use, expose_value=False, help="The ledger file.")(function)


class LedgerFile(click.Path):
    """The name of a ledger file; an empty one, as an unset variable of a script gives, is refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse an empty name, which would stand for the folder one is in."""
        if value == "":
            self.fail("the name is empty; name a file, such as ledger.db", param, ctx)
        return super().convert(value, param, ctx)


LEDGER_FILE = LedgerFile(path_type=Path)


def check_one(given: Given, documents: int) -> None:
    """Refuse --source for several documents: they cannot all have been read from one place."""
    if given.source is not None and documents > 1:
        raise click.UsageError(f"--source (or the address of standard input) names one document, but here are {documents}; give one PATH with it")


def given_from(values: dict[str, Any]) -> Given:
    """Collect the options of `given_options` from a command's parameters."""
    return Given(**{name: values[name] for name in ("source", "url", "publisher", "published")})


def edtf_option(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse what is no day, month or year; an interval has none of its own."""
    if value is None:
        return None
    from dostyk.values.edtf import is_valid

    if not re.fullmatch(r"\d{4}(-\d\d){0,2}[~?%]?", value) or not is_valid(value):
        raise click.BadParameter(f"{value!r} is not a date; write one day, month or year, as 2019-10-07, 2019-10 or 2019")
    return value


def as_of_option(function: F) -> F:
    """Add --as-of to a command: the time (EDTF, without intervals) as of which it asks, None for the newest page."""
    help = "As things stood then: 2019-10-07, 2019-10 or 2019 [default: the newest page]."
    return click.option("--as-of", metavar="DATE", callback=edtf_option, help=help)(function)


def known_at_option(function: F) -> F:
    """Add --known-at to a command: the time (ISO 8601) up to which it looks, None for now."""
    help = "As the ledger knew it by the end of that day or minute (UTC): 2026-01-31 or 2026-01-31T12:30."
    return click.option("--known-at", metavar="TIME", callback=until_option, help=help)(function)


def since_option(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Give the moment before the first that is meant by a day or a time (ISO 8601, UTC), to the microsecond."""
    if value is None:
        return None
    text = value.strip()
    first = f"{text}-01-01"[:10] if re.fullmatch(r"\d{4}(-\d\d)?", text) else text
    first = f"{text}-01" if len(text) == len("2026-01") else first
    if _last_moment(text) is None:
        raise click.BadParameter(f"{value!r} is not a time; write a day or a time in UTC, as 2026-01-31 or 2026-01-31T12:30")
    moment = datetime.fromisoformat(first)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return (moment - timedelta(microseconds=1)).isoformat(timespec="microseconds")


def until_option(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Give the last moment that is meant by a day or a time (ISO 8601, UTC), to the microsecond, as the ledger writes when it learned something."""
    if value is None:
        return None
    if (moment := _last_moment(value.strip())) is None:
        raise click.BadParameter(f"{value!r} is not a time; write a day or a time in UTC, as 2026-01-31 or 2026-01-31T12:30")
    return moment.isoformat(timespec="microseconds")


def _last_moment(value: str) -> datetime | None:
    """The last moment of a year, month, day, minute or second (ISO 8601, UTC where nothing else is said), or None."""
    try:
        if match := re.fullmatch(r"(\d{4})(?:-(\d\d))?", value):
            year, month = int(match[1]), int(match[2] or 12)
            return datetime(year, month, monthrange(year, month)[1], 23, 59, 59, 999_999, UTC)
        moment = datetime.fromisoformat(value)
        if not re.search(r"\d[T ]\d", value):
            moment = datetime.combine(moment, time.max)
        elif re.search(r"[T ]\d\d:\d\d(?!:)", value):
            moment = moment.replace(second=59, microsecond=999_999)
        elif "." not in value:
            moment = moment.replace(microsecond=999_999)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
