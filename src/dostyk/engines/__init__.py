"""How one stage is run over many items: in this process, or in several, with the same results in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def run(stage: Callable[[Item], Result], items: Iterable[Item], workers: int = 1) -> Iterator[Result]:
    """Apply `stage` to every item in the engine that fits the number of workers."""
    if workers > 1:
        from dostyk.engines import processes

        return processes.map(stage, items, workers)
    from dostyk.engines import here

    return here.map(stage, items)
