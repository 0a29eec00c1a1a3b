"""The options by which a user says which part of the record he asks for → what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dostyk.ledger import Ledger
    from dostyk.search import Chosen


def country_option(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Give the ISO 3166-1 code of a country by its name or code in any language there is; an unknown one is refused."""
    if value is None:
        return None
    from dostyk.values.names import country

    code = country(value.strip())
    if code is None:
        raise click.BadParameter(f"{value!r} is no country; write its name or its code, as Kazakhstan, KZ or KAZ")
    return code


def chosen(ledger: Ledger, times: tuple[str | None, str | None, str | None], document: str | None = None, known_at: str | None = None) -> Chosen:
    """Make what is chosen of --since, --until, --as-of (EDTF), --document and --known-at; raises click.UsageError where they contradict."""
    from dostyk.cli.choosing import choose_version
    from dostyk.search import Chosen, bounds

    since, until, as_of = times
    if as_of is not None and (since or until):
        raise click.UsageError("--as-of asks for one time, --since and --until for a stretch of it; leave out one or the other")
    if document is not None and known_at is not None:
        raise click.UsageError("--document names one document in the state it has that id for, so --known-at has nothing to choose; leave out one")
    low, high = bounds(as_of or since)[0], bounds(as_of or until)[1]
    if low is not None and high is not None and low > high:
        raise click.UsageError(f"--until {until} is before --since {since}; exchange them")
    version = choose_version(ledger, document).number if document is not None else None
    return Chosen(since=low, until=high, version=version, known_at=known_at)
