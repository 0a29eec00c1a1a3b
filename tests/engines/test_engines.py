"""Every engine gives the same results in the same order."""

import os
from collections.abc import Iterator
from types import MappingProxyType

import pytest

from dostyk.engines import here, processes, run
from dostyk.errors import StopError


def double(number: int) -> int:
    return 2 * number


def mapping(number: int) -> MappingProxyType[str, int]:
    return MappingProxyType({"number": number})


def fail_on_three(number: int) -> int:
    if number == 3:
        raise ValueError("three")
    return number


def end_on_three(number: int) -> int:
    if number == 3:
        os._exit(1)
    return number


def test_results_come_in_the_order_of_the_items() -> None:
    wanted = [double(number) for number in range(50)]
    assert list(here.map(double, range(50))) == wanted
    assert list(processes.map(double, range(50), 2)) == wanted
    assert list(run(double, range(50), 2)) == list(run(double, range(50))) == wanted


def test_unchangeable_mappings_cross_from_process_to_process() -> None:
    assert [dict(found) for found in processes.map(mapping, range(3), 2)] == [{"number": 0}, {"number": 1}, {"number": 2}]


def test_items_are_taken_only_as_they_are_needed() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = processes.map(double, items(), 2)
    assert [next(results), next(results)] == [0, 2]
    results.close()  # type: ignore[attr-defined]
    assert len(taken) < 20


def test_a_failure_is_raised_here_and_an_ended_worker_is_a_sentence() -> None:
    with pytest.raises(ValueError, match="three"):
        list(processes.map(fail_on_three, range(6), 2))
    with pytest.raises(StopError, match="fewer workers"):
        list(processes.map(end_on_three, range(6), 2))
