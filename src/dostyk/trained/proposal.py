"""What the model says of one place before the exact readers have read it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """Words that fill a slot: document offsets and how sure the model is."""

    start: int
    end: int
    score: float


@dataclass(slots=True)
class Proposal:
    """A statement as the model sees it: trigger (document offsets), its sentence's number, links by slot, what is said without words.

    `score` is the model's probability that something of this kind is stated here; `measure` one of the measures it knows, or ""
    where the words linked as measure tell. `implied` are slots that hold without words of their own.
    """

    kind: str
    sentence: int
    start: int
    end: int
    score: float
    links: dict[str, list[Link]] = field(default_factory=dict)
    modality: str = "actual"
    statistic: str = "level"
    measure: str = ""
    implied: frozenset[str] = frozenset()
