"""Judgement: what a person held of two entities, that they are one or two; kept forever, undone only by another one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a person held."""

    SAME = "same"
    DIFFERENT = "different"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Named:
    """One name of an end; `words` are what of it stands in statements: the name itself, or the parts that it was put together of."""

    text: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class End:
    """One of the two that a judgement speaks of: its sort (person, body, office …) and names, the one it goes by first.

    `id` is that of the reference data for places it knows, else "": ids of everything else are hashes of names, and change with them.
    """

    sort: str
    names: tuple[Named, ...]
    id: str = ""

    @property
    def name(self) -> str:
        """What it went by when it was judged."""
        return self.names[0].text


@dataclass(frozen=True, slots=True)
class Judgement:
    """One act of a person (`by`) on two entities; `learned_at` is ISO 8601.

    `pair` names the two whatever they are called later, and `revision` counts its judgements from 1: one is kept only as the one after
    the revision it was made on. `number` orders judgements in their ledger, 0 where it is not kept yet; `undoes` is the number of the one
    that is undone, which has the `ends`.
    """

    verdict: Verdict
    by: str
    learned_at: str
    pair: str
    revision: int
    ends: tuple[End, ...] = ()
    note: str | None = None
    undoes: int | None = None
    number: int = 0
