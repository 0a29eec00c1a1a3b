"""Answers small questions about an instrument's clause: in force, under negotiation, only counted, dated."""

from __future__ import annotations

from itertools import pairwise

from dostyk.kinds.agreement.heads import singular
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.statement import Modality

Act = tuple[str, Modality, Clause | None]


def under_negotiation(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says "is under negotiation", "is in preparation"."""
    after = [t.low for t in sentence.tokens[clause.verb + 1 : clause.verb + 5]]
    return any(
        a in ("under", "in") and b in ("negotiation", "negotiations", "discussion", "preparation", "consideration") for a, b in pairwise(after)
    )


def only_counted(phrase: Phrase) -> bool:
    """Whether it is only a number of instruments ("five agreements")."""
    if phrase.quantity is None or not phrase.quantity.bare or phrase.complements or singular(phrase.lemma) == "package":
        return False
    return not any(t.span is not None and t.span.type is not SpanType.QUANTITY for t in phrase.modifiers)


def holds(slot: Phrase | None, phrase: Phrase) -> bool:
    """Whether a phrase is the slot's or coordinated with it."""
    return slot is not None and any(m is phrase for m in slot.members())


def into_force(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says "is in force", "came into force", "took effect", "became effective"."""
    after = [t.low for t in sentence.tokens[clause.verb : clause.verb + 8]]
    if clause.lemma in ("come", "enter", "be", "remain", "put", "bring", "go"):
        near = [w for w in after if w not in ("has", "been", "not", "yet", "also", "now", "already", "still", "officially", "provisionally")]
        return near[1:3] in (["into", "force"], ["in", "force"], ["into", "effect"], ["in", "effect"], ["into", "operation"]) or any(
            p.lemma in ("force", "effect") and p.preposition in ("in", "into") for p in clause.obliques
        )
    if clause.lemma == "take":
        return "effect" in after[1:3]
    return clause.lemma == "become" and "effective" in after[1:3]


def modality_of(clause: Clause) -> Modality:
    """What two sides agreed to extend is extended; negotiations go on."""
    governor = clause.governor
    if (
        clause.lemma in ("extend", "renew", "amend", "terminate")
        and governor is not None
        and governor.lemma in ("agree", "decide")
        and clause.modality is Modality.PLANNED
    ):
        return governor.modality
    return clause.modality


def has_date(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a title is followed by its date: "of 8 April 2005", "(2005)"."""
    end = max([phrase.end, *[m.end for c in phrase.complements for m in c.members()]])
    for date in sentence.dates:
        gap = sentence.text[end - sentence.start : date.start - sentence.start].strip().lower()
        if (
            date.edtf
            and "/" not in date.edtf
            and 0 <= date.start - end <= 16
            and gap in ("of", "(", "(signed", "dated", "(signed on", ", signed", "from")
        ):
            return True
    return False
