"""The shipped model alone: it finds and links, the exact readers read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dostyk.model.analysis import Sentence
from dostyk.trained.proposal import Proposal
from dostyk.trained.proposing import propose

NAME = "model"
DESCRIPTION = "The small trained model alone: wordings that no rule knows, several times slower."
EXAMPLES = ("Seoul was the last stop of Foreign Minister Ana Ruiz, who had flown in from Lima on 3 May 2019 for talks.",)
RULES = False
FLOOR = FLOOR_MODEL = 0.4
LEAST = 0.4
"""Score below which a trigger is not followed."""


def proposals(text: str, sentences: Sequence[Sentence]) -> Mapping[int, Sequence[Proposal]]:
    """Give what the model proposes."""
    return propose(text, sentences, LEAST)
