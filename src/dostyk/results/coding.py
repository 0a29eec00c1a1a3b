"""Facts, findings and promises → JSON that names their statements by number, and back, whatever fields those nouns have."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any

from dostyk.model import fact, mention, promise, statement
from dostyk.model.statement import Statement

_ROOMS = (fact, promise, mention, statement)


def write(thing: object, number: Callable[[Statement], int]) -> str:
    """Give a noun as JSON; `number` says by what number a statement is named."""
    return json.dumps(_plain(thing, number), ensure_ascii=False, separators=(",", ":"))


def read(body: str, statement_of: Callable[[int], Statement]) -> Any:
    """Give the noun back; `statement_of` gives a statement by its number. Raises ValueError or KeyError for what is no such JSON."""
    return _noun(json.loads(body), statement_of)


def _plain(value: Any, number: Callable[[Statement], int]) -> Any:
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, Statement):
        return {"s": number(value)}
    if isinstance(value, Enum):
        return {"e": [type(value).__name__, value.value]}
    if isinstance(value, tuple | list):
        return [_plain(one, number) for one in value]
    if isinstance(value, Mapping):
        return {"m": [[key, _plain(one, number)] for key, one in value.items()], "p": isinstance(value, MappingProxyType)}
    if is_dataclass(value):
        noun: Any = type(value)
        return {"n": noun.__name__, "f": [_plain(getattr(value, name), number) for name in _names(noun)]}
    raise TypeError(f"{type(value).__name__} cannot be stored")


def _noun(value: Any, statement_of: Callable[[int], Statement]) -> Any:
    if isinstance(value, list):
        return tuple(_noun(one, statement_of) for one in value)
    if not isinstance(value, dict):
        return value
    if "s" in value:
        return statement_of(value["s"])
    if "e" in value:
        name, one = value["e"]
        return _known()[name](one)
    if "m" in value:
        pairs = {key: _noun(one, statement_of) for key, one in value["m"]}
        return MappingProxyType(pairs) if value["p"] else pairs
    made = _known()[value["n"]]
    return made(**dict(zip(_names(made), (_noun(one, statement_of) for one in value["f"]), strict=True)))


@cache
def _names(noun: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(noun) if one.init)


@cache
def _known() -> dict[str, Any]:
    """The nouns and words of closed sets that may be stored, by name."""
    found = {name: one for room in _ROOMS for name, one in vars(room).items() if isinstance(one, type)}
    return {name: one for name, one in found.items() if is_dataclass(one) or issubclass(one, Enum)}
