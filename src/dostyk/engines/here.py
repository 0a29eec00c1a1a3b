"""Items → results in this process, one after another, each only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def map(stage: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """Apply `stage` to every item in order."""
    for item in items:
        yield stage(item)
