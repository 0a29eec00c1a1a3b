"""Items → results in several processes, in the order of the items, the same results as in one process."""

from __future__ import annotations

import copyreg
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from types import MappingProxyType
from typing import Any, TypeVar

from dostyk.errors import StopError

Item = TypeVar("Item")
Result = TypeVar("Result")
AHEAD = 4
"""Items handed out ahead for each worker: enough that none waits, few enough that memory does not grow with the corpus."""


def map(stage: Callable[[Item], Result], items: Iterable[Item], workers: int) -> Iterator[Result]:
    """Apply `stage` (a function of a module, or a partial of one) to every item, in `workers` processes.

    Raises StopError where the system ends a worker, which happens when memory runs out.
    """
    _enable_mappings()
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    left = iter(items)
    waiting: deque[Future[Result]] = deque()
    with ProcessPoolExecutor(workers, multiprocessing.get_context(method), initializer=_enable_mappings) as pool:
        try:
            waiting.extend(pool.submit(stage, item) for item in islice(left, workers * AHEAD))
            while waiting:
                result = waiting.popleft().result()
                waiting.extend(pool.submit(stage, item) for item in islice(left, 1))
                yield result
        except BrokenProcessPool:
            raise StopError("a worker process was ended by the system, which may be short of memory; run it again with fewer workers") from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _enable_mappings() -> None:
    """Let unchangeable mappings, which statements hold, cross from one process to another."""
    copyreg.pickle(MappingProxyType, _reduce_mapping)


def _reduce_mapping(mapping: MappingProxyType[Any, Any]) -> tuple[Callable[..., Any], tuple[dict[Any, Any]]]:
    return _unchangeable, (dict(mapping),)


def _unchangeable(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)
