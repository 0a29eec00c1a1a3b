"""The register of promises that some pages make, and one promise of it."""

from collections.abc import Callable, Iterable

import pytest

from dostyk.facts import record_of
from dostyk.model.promise import Promise
from dostyk.model.statement import Statement
from dostyk.promises import as_it_stood, register

Registered = Callable[..., tuple[Promise, ...]]


def register_of(statements: Iterable[Statement], as_of: str | None = None) -> tuple[Promise, ...]:
    return register(record_of(as_it_stood(statements, as_of), as_of))


@pytest.fixture
def registered() -> Registered:
    """Make the register of what some statements promise: `registered(statements, as_of)`."""
    return register_of
