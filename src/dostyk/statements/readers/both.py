"""Rules and model together: what both say is more certain, and what the model alone is sure enough of is added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dostyk.model.analysis import Sentence
from dostyk.trained.proposal import Proposal
from dostyk.trained.proposing import propose

NAME = "both"
DESCRIPTION = "The rules, and what the model alone is sure enough of; what both say is more certain."
EXAMPLES = ("On 3 May 2019 the Foreign Minister of Peru, Ana Ruiz, paid a working visit to Seoul, her second there in a year.",)
RULES = True
FLOOR = 0.0
FLOOR_MODEL = 0.55
"""Set on documents held out from training, where adding more costs as much precision as it brings recall (docs/models/reader.md)."""
LEAST = 0.15
"""Score below which a trigger is not followed; low, because a rule that says the same may confirm it."""


def proposals(text: str, sentences: Sequence[Sentence]) -> Mapping[int, Sequence[Proposal]]:
    """Give what the model proposes."""
    return propose(text, sentences, LEAST)
