"""Name pairs of the suites (task name_pair) → `dostyk.entities.same_name`."""

from __future__ import annotations

from typing import Any

from dostyk.entities import same_name


def answer(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Answer whether the two names of a case are one."""
    pair = case["expected"][0]
    return [{"match": same_name(pair["a"], pair["b"])[0]}]
