"""Hit, Sense, Choice: a run of a text that spells a name, what the name may mean, and the place that is meant."""

from __future__ import annotations

from typing import NamedTuple

from dostyk.model.mention import MentionType
from dostyk.values.names.gazetteer import Record


class Sense(NamedTuple):
    """What a spelling may mean: flags, bearers with the likeliest first, ids of the others; `plain`: the first is meant wherever it stands."""

    flags: str
    numbers: tuple[int, ...]
    first: Record
    others: tuple[str, ...]
    plain: bool


class Hit(NamedTuple):
    """One run of the text that spells a name."""

    start: int
    end: int
    sense: Sense


class Choice(NamedTuple):
    """The place that a hit stands for; the span may have grown; id, name, type are given where they are not the record's own."""

    record: Record
    start: int
    end: int
    id: str = ""
    name: str = ""
    type: MentionType | None = None
