"""The open set of readers: who finds the statements in analysed sentences.

A member says of itself NAME, DESCRIPTION and EXAMPLES (documents it is good at), RULES (whether the hand-written rules speak), FLOOR and
FLOOR_MODEL (the confidence below which what rules say, and what the model alone says, is left unsaid unless the user asks for it) and
`proposals(text, sentences)`: what else is proposed, by the number of the sentence, or None where nobody else is asked. Whoever
proposes only points at words; the statements are built by the kinds and the exact readers, and each needs its verified quote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, cast

from dostyk.model.analysis import Sentence
from dostyk.registry import Member, member, members
from dostyk.trained.proposal import Proposal


class Reader(Member, Protocol):
    """What every reader offers beside its description."""

    RULES: bool
    FLOOR: float
    FLOOR_MODEL: float

    def proposals(self, text: str, sentences: Sequence[Sentence]) -> Mapping[int, Sequence[Proposal]] | None:
        """Say what is stated, by the number of the sentence; None where nobody but the rules is asked."""


def reader(name: str) -> Reader:
    """Give the reader of a name; raises StopError, naming those there are."""
    return cast(Reader, member(__name__, name))


def names() -> list[str]:
    """The names of all readers."""
    return [found.NAME for found in members(__name__)]
