"""Reads what entry, passage or work costs or needs: tolls, fees, electronic permits, schemes for young people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dostyk.kinds.regime.visas import draft
from dostyk.kinds.wording import everything, without_article
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.statement import Modality


def charged(sentence: Sentence, clause: Clause, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Read "charges a toll of 2 dollars per ton", "pay 40 dollars for an electronic permit"."""
    verb, thing = sentence.tokens[clause.verb], clause.patient
    if thing is None or clause.modality is Modality.NEGATED:
        return
    end = max([thing.end, *[c.end for c in thing.complements]])
    if clause.lemma in words["charging"] and thing.lemma in words["charge"] and _by_state(clause, reading) and _sum_in(sentence, thing.start, end):
        yield from draft(
            sentence, _worded(sentence, thing.start, end), min(verb.start, thing.start), max(end, verb.end), verb.start, clause.modality, reading
        )
    elif clause.lemma == "pay" and not clause.passive and _sum_in(sentence, thing.start, end):
        held = next((p for p in everything(sentence) if p.preposition == "for" and p.start >= thing.end and p.lemma in words["permit"]), None)
        if held is not None and held.start - thing.end <= 8:
            yield from draft(sentence, _worded(sentence, thing.start, held.end), verb.start, held.end, verb.start, clause.modality, reading)


def permitted(sentence: Sentence, clause: Clause, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Read "visitors need an electronic travel authority"."""
    thing, who = clause.patient, clause.agent
    if clause.lemma not in ("need", "require") or clause.passive or thing is None or who is None or clause.modality is Modality.NEGATED:
        return
    named = any(s.type is SpanType.COUNTRY for s in sentence.spans)
    if not named or who.lemma not in words["people"] or thing.lemma not in words["permit"] or thing.lemma == "visa":
        return
    verb, tokens, end = sentence.tokens[clause.verb], sentence.tokens, thing.end
    if thing.last + 3 < len(tokens) and tokens[thing.last + 1].text == "(" and tokens[thing.last + 3].text == ")":
        end = tokens[thing.last + 3].end
    yield from draft(sentence, _worded(sentence, thing.start, end), verb.start, end, verb.start, clause.modality, reading)


def schemes(sentence: Sentence, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Read "Working Holiday Scheme: up to 200 young people may work for a year"."""
    granting = any(c.lemma in words["granting"] or c.modality is Modality.POSSIBLE for c in sentence.clauses)
    for phrase in everything(sentence):
        if phrase.lemma in words["scheme"] and {w for t in phrase.modifiers for w in t.low.split()} & words["mobility"] and granting:
            yield from draft(sentence, _worded(sentence, phrase.start, phrase.end), phrase.start, phrase.end, phrase.start, _said(phrase), reading)
            return


def _by_state(clause: Clause, reading: Reading) -> bool:
    """Whether a state charges it, or nobody is named."""
    return clause.agent is None or bool(reading.mentions(clause.agent, ("country",)))


def _said(phrase: Phrase) -> Modality:
    """How the clause of a scheme says it."""
    return phrase.clause.modality if phrase.clause is not None else Modality.ACTUAL


def _sum_in(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a sum of money stands in a run."""
    return any(start <= q.start < end and q.unit[:3].isupper() and q.unit[:3].isalpha() for q in sentence.quantities)


def _worded(sentence: Sentence, start: int, end: int) -> str:
    return without_article(sentence.text[start - sentence.start : end - sentence.start])
