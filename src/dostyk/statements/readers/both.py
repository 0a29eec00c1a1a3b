"""Rules and model together: where they agree confidence is high, where they differ the one that is right more often speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dostyk.model.analysis import Sentence
from dostyk.trained.proposal import Proposal
from dostyk.trained.proposing import propose

NAME = "both"
DESCRIPTION = "Rules and model, weighed against each other by how often each was right."
EXAMPLES = ("On 3 May 2019 the Foreign Minister of Peru, Ana Ruiz, paid a working visit to Seoul, her second there in a year.",)
RULES = True
LEAST = 0.15
"""Score below which a trigger is not followed; low, because a rule that says the same may confirm it."""


def proposals(text: str, sentences: Sequence[Sentence]) -> Mapping[int, Sequence[Proposal]]:
    """Give what the model proposes."""
    return propose(text, sentences, LEAST)
