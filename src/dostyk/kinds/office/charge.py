"""Reads who is put in charge: "opened with X as chargé d'affaires", "the appointment of X as consul"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dostyk.kinds.office.accredited import agent_country, between, diplomat, of_mission
from dostyk.kinds.office.drafts import draft_of
from dostyk.kinds.office.titles import joined, title
from dostyk.kinds.wording import everything, wordlists
from dostyk.model.analysis import Phrase, Sentence, Span, SpanType
from dostyk.model.kind import Draft, Reading


def in_charge(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each person whom "with X as", "under X as" or "the appointment of X as" sets in a post."""
    phrases = list(everything(sentence))
    for post in phrases:
        if post.preposition != "as" or post.office is not post:
            continue
        carrier = next((p for p in phrases if _person(p) is not None and _joined(sentence, p, post)), None)
        person = _person(carrier) if carrier is not None else None
        if carrier is None or person is None or not _set_in(sentence, carrier):
            continue
        clause = carrier.clause or post.clause
        held = joined(title(post, reading), post, sentence, loose=True)
        second = next((p for p in phrases if p.first == post.last + 2 and p.office is p), None)
        if " and " in held.position and second is not None and not held.of:
            held = replace(held, of=title(second, reading).of, to=(*held.to, *title(second, reading).to))
        if diplomat(held) or _directs(post):
            sending, receiving = of_mission(sentence, reading)
            acting = agent_country(clause, reading)
            if not sending and len(acting) == 1:
                sending, receiving = acting, [m for m in reading.pair() if m.id != acting[0].id][:1]
            held = between(held, reading, sending, receiving)
        holder = reading.mentions(person, ("person",) if person.type is SpanType.PERSON else ("any",))
        if held.position and holder:
            draft = draft_of(held, holder[0], (person.start, post.end), "office.charge", 0.9)
            if clause is not None:
                draft.modality, draft.anchor = clause.modality, sentence.tokens[clause.verb].start
            draft.open_ended = False
            yield draft


def _person(phrase: Phrase) -> Span | None:
    """The name of the person that a phrase is."""
    span = phrase.person or phrase.span
    if span is None or (span.type is not SpanType.PERSON and not (span.type is SpanType.NAME and len(span.text.split()) > 1)):
        return None
    return span


def _joined(sentence: Sentence, carrier: Phrase, post: Phrase) -> bool:
    """Whether nothing but "as", or "serving as", stands between a person and a post."""
    if carrier.clause is not None and carrier.clause is post.clause and carrier.clause.lemma in wordlists("office")["presenting"]:
        return carrier.clause.verb < post.first <= carrier.clause.verb + 5
    between_them = [t.low for t in sentence.tokens[carrier.last + 1 : post.first]]
    small = wordlists("office")["set_in"]
    return 0 < len(between_them) < 7 and "as" in between_them and all(w in small for w in between_them)


def _set_in(sentence: Sentence, carrier: Phrase) -> bool:
    """Whether "with" or "under" stands before a person, or "of" behind a noun of appointing."""
    if carrier.preposition in ("with", "under"):
        return True
    clause = carrier.clause
    received = clause.patient.members() if clause is not None and clause.patient is not None else []
    if clause is not None and clause.lemma in wordlists("office")["receiving"] and any(m is carrier for m in received):
        return True
    if clause is not None and clause.agent is not None and clause.lemma in wordlists("office")["presenting"]:
        shown = clause.patient is not None and "credential" in clause.patient.text.lower()
        return shown and any(m is carrier for m in clause.agent.members())
    before = [t.low for t in sentence.tokens[max(0, carrier.first - 5) : carrier.first]]
    return carrier.preposition == "of" and any(w in wordlists("office")["appointments"] for w in before)


def _directs(post: Phrase) -> bool:
    return post.lemma.split(" ")[-1] in ("director", "officer", "representative", "minister")
