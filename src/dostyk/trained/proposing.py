"""Asks the model about a document: proposals by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dostyk.model.analysis import Sentence
from dostyk.trained.heads import KINDS, SLOTS
from dostyk.trained.network import network
from dostyk.trained.pieces import vocabulary
from dostyk.trained.proposal import Link, Proposal
from dostyk.trained.windows import windows


def propose(text: str, sentences: Sequence[Sentence], least: float = 0.5) -> dict[int, list[Proposal]]:
    """Give the model's proposals for a document, by the number of their sentence; `least` is the smallest score of a trigger."""
    found: dict[int, list[Proposal]] = {}
    model = network()
    for window in windows(text, sentences, vocabulary()):
        for trigger, linked in model.read(window, least):
            words = window.words
            proposal = Proposal(
                KINDS[trigger.kind], words[trigger.start].sentence, words[trigger.start].start, words[trigger.end].end, trigger.score,
                {}, linked.modality, linked.statistic, linked.measure, linked.implied,
            )  # fmt: skip
            for slot, first, last, score in linked.links:
                proposal.links.setdefault(SLOTS[slot], []).append(Link(words[first].start, words[last].end, score))
            found.setdefault(proposal.sentence, []).append(proposal)
    return found
