"""Open sets: a package folder becomes the tuple of its self-describing members."""

from __future__ import annotations

import functools
import importlib
import itertools
import pkgutil
from collections.abc import Sequence
from types import ModuleType
from typing import Protocol, cast

from dostyk.errors import StopError

DESCRIBED_BY = ("NAME", "DESCRIPTION", "EXAMPLES")


class Member(Protocol):
    """What every member of an open set says of itself, at the top of its module or of its sub-package."""

    NAME: str
    DESCRIPTION: str
    EXAMPLES: Sequence[object]


@functools.cache
def members(package: str) -> tuple[Member, ...]:
    """Import the modules and sub-packages of `package` and give them sorted by their NAME.

    Raises StopError where a member does not describe itself, or where two have one name.
    """
    folder = importlib.import_module(package)
    names = sorted(info.name for info in pkgutil.iter_modules(folder.__path__) if not info.name.startswith("_"))
    found = sorted((_member(f"{package}.{name}") for name in names), key=lambda member: member.NAME)
    for one, other in itertools.pairwise(found):
        if one.NAME == other.NAME:
            raise StopError(f"{package}: two members are called {one.NAME!r}; rename one of them")
    return tuple(found)


def member(package: str, name: str) -> Member:
    """Give the member of `package` that is called `name`; raises StopError, naming those there are."""
    known = {found.NAME: found for found in members(package)}
    if name not in known:
        raise StopError(f"{package}: no member is called {name!r}; there are {', '.join(known)}")
    return known[name]


def _member(module: str) -> Member:
    found: ModuleType = importlib.import_module(module)
    missing = [name for name in DESCRIBED_BY if not hasattr(found, name)]
    if missing:
        raise StopError(f"{module}: a member of an open set must have {', '.join(missing)}")
    return cast(Member, found)
