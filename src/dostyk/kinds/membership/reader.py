"""Reads memberships: who joined, belongs to, observes, is to join or left which organisation, and since when."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.membership.accession import accession, drafts
from dostyk.kinds.membership.bodies import (
    LINKS,
    Body,
    apposed_to,
    bodies_of,
    each_once,
    joined_before,
    known_before,
    lists,
    members_of,
    named_as_whole,
    named_whole,
    phrases_behind,
    stands_in,
)
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import MentionType
from dostyk.model.statement import Modality


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each member and organisation."""
    words = lists()
    for clause in sentence.clauses:
        yield from _verb(sentence, clause, reading)
    for phrase in everything(sentence):
        if _head(phrase, words):
            yield from _noun(sentence, phrase, reading)
        elif phrase.lemma in words["nouns"]:
            yield from accession(sentence, phrase, reading)


def _head(phrase: Phrase, words: dict[str, frozenset[str]]) -> bool:
    """Read "member of", "observer at", "dialogue partner of", "observer status in"."""
    before = {t.low for t in phrase.modifiers}
    lemma = phrase.lemma.rstrip("s") if phrase.lemma != "status" else phrase.lemma
    if phrase.lemma == "state" and "member" in before:
        return True
    if lemma in words["heads"]:
        return lemma in words["plain"] or bool(before & words["sorts"])
    inner = any(c.lemma in ("observer", "member") for c in phrase.complements)
    return lemma in words["status"] and (bool(before & words["sorts"]) or inner) and lemma != "membership"


def _verb(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "joined X", "acceded to X", "was admitted to X", "left X", "belongs to X"."""
    words = lists()
    if clause.lemma in words["join"]:
        targets = [clause.patient] if not clause.passive else []
        who, sure = clause.agent, True
    elif clause.lemma in words["comprise"] and not clause.passive:
        yield from _comprised(sentence, clause, reading)
        return
    elif clause.lemma in words["accede"]:
        targets = [o for o in clause.obliques if o.preposition == "to"]
        who, sure = clause.agent, True
    elif clause.lemma in words["leave"]:
        targets = [clause.patient] if clause.lemma in ("leave", "quit", "exit") else [o for o in clause.obliques if o.preposition == "from"]
        who, sure = clause.agent if not clause.passive else clause.patient, False
    elif clause.lemma in words["admit"] and clause.passive:
        targets = [o for o in clause.obliques if o.preposition in ("to", "into", "in", "by")]
        who, sure = clause.patient, True
    else:
        return
    bodies = [b for target in targets for b in bodies_of(target, reading)]
    if not bodies and (clause.lemma in words["admit"] or clause.lemma in words["join"] and _it(clause.patient)):
        bodies = known_before(sentence, reading) or named_as_whole(sentence, reading)
    modality = clause.modality if sure else Modality.NEGATED
    if not sure and clause.modality is not Modality.ACTUAL:
        return
    yield from drafts(sentence, members_of(who, reading), bodies, clause, modality, reading)


def _it(target: Phrase | None) -> bool:
    """Whether what is joined goes without saying, or is "the association", "the bloc"."""
    if target is None:
        return True
    return (
        target.span is None and target.determiner == "the" and target.lemma in lists()["wholes"] and not target.modifiers and not target.complements
    )


def _comprised(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "the organisation includes A, B and C": states are its members, where there are several."""
    patient, whole = clause.patient, clause.agent
    members = members_of(patient, reading)
    if patient is None or whole is None or len(members) < 2 or len(members) < len(patient.members()):
        return
    if any(m.type is not MentionType.COUNTRY for m in members) or clause.modality is not Modality.ACTUAL:
        return
    bodies = [b for b in bodies_of(whole, reading) if b.mention.type is MentionType.ORGANISATION]
    bodies = [b for b in bodies if whole.span is not None and whole.span.text.split()[-1].lower() not in lists()["without"]]
    for draft in drafts(sentence, members, bodies[:1], clause, Modality.ACTUAL, reading):
        draft.time = None if clause.tense == "present" else draft.time
        yield draft


def _noun(sentence: Sentence, phrase: Phrase, reading: Reading) -> Iterator[Draft]:
    """Read "is a member of X", "X, an observer at Y", "was granted observer status in Y"."""
    clause = phrase.clause
    bodies = [b for c in (*phrase.complements, *phrases_behind(sentence, phrase)) if c.preposition in LINKS for b in bodies_of(c, reading)]
    bodies += [
        Body(m, t.start, t.end)
        for t in phrase.modifiers
        if t.span is not None
        for m in reading.mentions(t.span, ("organisation", "name"))
        if m.type is not MentionType.COUNTRY
    ]
    bodies += [
        Body(m, t.start, t.end)
        for t in phrase.modifiers
        if t.span is None and t.text[:1].isupper() and t is not sentence.tokens[0] and (m := reading.named_before(t.low)) is not None
    ]
    bodies = [b for b in bodies if not any(m.start <= b.start < m.end for m in named_whole(sentence, phrase))] + named_whole(sentence, phrase)
    if phrase.possessor is not None:
        bodies += bodies_of(phrase.possessor, reading)
    members = apposed_to(sentence, phrase, reading)
    modality = Modality.ACTUAL
    if not members and clause is not None and clause.lemma in lists()["verbs"]:
        if not (
            stands_in(clause.predicate, phrase)
            or stands_in(clause.patient, phrase)
            or any(stands_in(o, phrase) for o in clause.obliques if o.preposition == "as")
        ):
            return
        members = members_of(clause.patient if clause.passive and not stands_in(clause.patient, phrase) else clause.agent, reading)
        members += joined_before(sentence, clause, members, reading)
        modality = clause.modality
        known = reading.memory.get("membership")
        if not members and known is not None and known[0] == sentence.paragraph and known[1] is not None:
            members = [known[1]]
    if (
        not bodies
        and not any(t.span is not None and t.span.type is SpanType.NAME for t in phrase.modifiers)
        and not any(c.preposition in ("of", "in", "at", "to") for c in (*phrase.complements, *phrases_behind(sentence, phrase)))
    ):
        bodies = known_before(sentence, reading)
    if bodies and not members:
        reading.memory["membership"] = (sentence.paragraph, None, bodies[0].mention)
    yield from drafts(sentence, members, each_once(bodies), phrase, modality, reading)
