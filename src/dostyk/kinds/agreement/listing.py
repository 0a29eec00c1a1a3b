"""Finds instruments that are listed as part of what was signed."""

from __future__ import annotations

from dostyk.kinds.agreement.heads import lists, singular, table
from dostyk.kinds.agreement.told import Act, holds
from dostyk.model.analysis import Phrase, Sentence
from dostyk.model.statement import Modality

MARKS = ("including", "include", "included", "includes", "such", "namely", ":", "among", "comprising", "comprised")


def listed_with(sentence: Sentence, phrase: Phrase) -> Act | None:
    """It is one of the documents that a clause of the sentence says were signed ("…, among them the Agreement on")."""
    if phrase.clause is not None and phrase.clause.lemma in ("provide", "stipulate", "regulate", "implement", "allow", "envisage"):
        return None
    if (noun := _signing_of_several(sentence, phrase)) is not None:
        return noun
    for clause in sentence.clauses:
        if (
            clause.lemma not in (*lists()["formal"], "yield", "produce", "see", "bring", "exchange", "reach")
            or clause.patient is None
            or clause.form == "infinitive"
        ):
            continue
        if singular(clause.patient.lemma) not in lists()["several"] or holds(clause.patient, phrase) or phrase.first <= clause.patient.last:
            continue
        start = max(clause.verb, clause.patient.last)
        if any(t.low in MARKS for t in sentence.tokens[start + 1 : phrase.first]):
            return table("actions").get(clause.lemma, "signed"), clause.modality if clause.form == "finite" else Modality.ACTUAL, clause
    return None


def _signing_of_several(sentence: Sentence, phrase: Phrase) -> Act | None:
    """Read "the signing of seven instruments, including X and Y"; "the documents signed include X"."""
    tokens = sentence.tokens
    for at in range(phrase.first - 1, max(0, phrase.first - 120), -1):
        if tokens[at].low not in MARKS:
            continue
        before = tokens[max(0, at - 8) : at]
        signing = any(t.low in ("signing", "signature", "signed", "exchanged") for t in before) and any(
            singular(t.low) in lists()["several"] for t in before
        )
        if signing and not any(t.text in (";", ".") for t in tokens[at : phrase.first]):
            clause = phrase.clause
            return "signed", clause.modality if clause is not None and clause.modality is Modality.PLANNED else Modality.ACTUAL, None
        return None
    return None
