"""Says who gives a figure of its own ("the Bureau of Statistics counts …")."""

from __future__ import annotations

from dostyk.languages.words import listed
from dostyk.model.analysis import Clause, Phrase


def counted_by(clause: Clause) -> Phrase | None:
    """Who gives a figure of its own: "the Bureau of Statistics counts …", "the figure of the country's customs is …"; None where nobody does."""
    if clause.agent is None or clause.form != "finite":
        return None
    if clause.lemma in listed("counting"):
        return clause.agent if _keeps(clause.agent) and clause.agent.lemma not in listed("tallies") else None
    if clause.lemma == "be" and clause.agent.lemma in listed("tallies"):
        held = [c for c in clause.agent.complements if c.preposition in ("of", "from", "by")]
        return next((c for c in [*held, *([clause.agent.possessor] if clause.agent.possessor else [])] if _keeps(c)), None)
    return None


def _keeps(phrase: Phrase) -> bool:
    return any(word.strip(".,").lower() in listed("counters") for word in phrase.text.split())
