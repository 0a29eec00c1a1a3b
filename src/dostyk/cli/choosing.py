"""What a user types to choose kinds and documents → the kind or version meant, or one sentence that says why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dostyk.errors import StopError

if TYPE_CHECKING:
    from dostyk.ledger import Ledger, Version


def kind_option(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Give a kind by its name in any case; an unknown one is refused, naming those there are."""
    if value is None:
        return None
    from dostyk.kinds.load import kinds

    names = [kind.name for kind in kinds()]
    found = next((name for name in names if name.casefold() == value.strip().casefold()), None)
    if found is None:
        raise click.BadParameter(f"{value!r} is no kind of statement; there are {', '.join(names)}")
    return found


def choose_version(ledger: Ledger, prefix: str, known_at: str | None = None) -> Version:
    """Give the latest version, learned by `known_at`, of the one document whose id begins so, current or not; raises StopError."""
    found = list(ledger.versions(known_at, history=True, document=prefix)) if prefix else []
    ids = sorted({version.document.id for version in found})
    if not ids:
        then = " that was known then" if known_at is not None else ""
        raise StopError(f"no document in this ledger{then} has an id that begins with {prefix!r}; `dostyk documents` lists them")
    if len(ids) > 1:
        raise StopError(
            f"{len(ids)} documents have ids that begin with {prefix!r}: {', '.join(ids[:5])}{' …' if len(ids) > 5 else ''}; write more of it"
        )
    return found[-1]
