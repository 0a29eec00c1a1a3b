"""Rules alone: the fastest, without the model."""

from __future__ import annotations

from collections.abc import Sequence

from dostyk.model.analysis import Sentence

NAME = "rules"
DESCRIPTION = "The hand-written rules alone: fast, and nothing but Python."
EXAMPLES = ("On 3 May 2019 the Foreign Minister of Peru, Ana Ruiz, paid a working visit to Seoul.",)
RULES = True
FLOOR = FLOOR_MODEL = 0.0


def proposals(text: str, sentences: Sequence[Sentence]) -> None:
    """Nobody else is asked."""
    return
