"""Reads accessions told by a noun: "X's accession to Y took place in D"."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.membership.bodies import Body, bodies_of, dated_behind, known_before, members_of, phrases_behind, stands_in
from dostyk.model.analysis import Clause, Phrase, Sentence
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality


def accession(sentence: Sentence, phrase: Phrase, reading: Reading) -> Iterator[Draft]:
    """Read "X's accession to Y took place in D", "the accession of X to Y is expected in D"."""
    clause = phrase.clause
    _note(sentence, phrase, reading)
    if clause is not None and clause.lemma in (
        "apply",
        "support",
        "seek",
        "want",
        "discuss",
        "back",
        "negotiate",
        "require",
        "promote",
        "advocate",
        "request",
        "oppose",
        "welcome",
        "consider",
    ):
        return
    to = [
        c
        for c in (*phrase.complements, *phrases_behind(sentence, phrase))
        if c.preposition in ("to", "into", "in") or (c.preposition == "of" and phrase.lemma == "membership")
    ]
    bodies = [b for c in to for b in bodies_of(c, reading)]
    members = members_of(phrase.possessor, reading) or [m for c in phrase.complements if c.preposition == "of" for m in members_of(c, reading)]
    if not members and phrase.determiner in ("its", "our", "their") and (owner := reading.owner(phrase)) is not None:
        members = [owner]
    known = reading.memory.get("membership")
    if not members and known is not None and known[1] is not None and sentence.paragraph - known[0] <= 1:
        members = [known[1]]
    bodies = bodies or (known_before(sentence, reading) if any(t.low in ("full", "formal", "official") for t in phrase.modifiers) else [])
    happened = clause is None or clause.lemma in (
        "take",
        "come",
        "complete",
        "expect",
        "plan",
        "schedule",
        "be",
        "occur",
        "follow",
        "happen",
        "put",
        "approve",
        "date",
        "become",
        "enter",
        "ratify",
    )
    dated = any(d.edtf and not d.vague for d in sentence.dates)
    told = clause is not None and (stands_in(clause.agent, phrase) or stands_in(clause.patient, phrase))
    if happened and dated and (told or dated_behind(sentence, phrase.end) is not None):
        expected = any(c.lemma in ("expect", "plan", "schedule") and c.verb > phrase.last for c in sentence.clauses)
        modality = Modality.EXPECTED if expected else clause.modality if clause is not None else Modality.ACTUAL
        yield from drafts(sentence, members, bodies, phrase, modality, reading)


def _note(sentence: Sentence, phrase: Phrase, reading: Reading) -> None:
    """Keep which membership is spoken of, for "it was admitted", "full accession"."""
    clause = phrase.clause
    bodies = [
        b
        for c in (*phrase.complements, *phrases_behind(sentence, phrase))
        if c.preposition in ("to", "in", "of", "into")
        for b in bodies_of(c, reading)
    ]
    members = members_of(phrase.possessor, reading) or (
        members_of(clause.agent, reading) if clause is not None and clause.agent is not phrase else []
    )
    known = reading.memory.get("membership")
    if bodies:
        reading.memory["membership"] = (sentence.paragraph, members[0] if members else None, bodies[0].mention)
    elif known is not None and sentence.paragraph - known[0] <= 1 and members and known[1] is None:
        reading.memory["membership"] = (sentence.paragraph, members[0], known[2])


def drafts(
    sentence: Sentence, members: list[Mention], bodies: list[Body], anchor: Phrase | Clause, modality: Modality, reading: Reading
) -> Iterator[Draft]:
    """One draft for each member and organisation; dates that stand "respectively" go to one organisation each."""
    dates = [d for d in sentence.dates if d.edtf and not d.vague]
    mark = next((t.start for t in sentence.tokens if t.low == "respectively"), None)
    if mark is not None:
        dates = [d for d in dates if d.end <= mark][-len(bodies) :]
    apart = len(bodies) > 1 and len(dates) == len(bodies) and mark is not None
    since = any(d.relation in ("since", "from_start") for d in dates)
    at = sentence.tokens[anchor.verb].start if isinstance(anchor, Clause) else anchor.start
    until = sentence.tokens[anchor.verb].end if isinstance(anchor, Clause) else anchor.end
    for member in members:
        for number, body in enumerate(bodies):
            if member.id == body.mention.id:
                continue
            roles: dict[str, list[Filler]] = {"member": [member], "organisation": [body.mention]}
            start, end = min(at, body.start if body.start > sentence.start else at), max(until, body.end)
            if (named := sentence.text.find(member.text)) >= 0:  # who it is said of belongs to the evidence
                start, end = min(start, sentence.start + named), max(end, sentence.start + named + len(member.text))
            draft = Draft("Membership", start, end, roles, {}, "", modality, modality is not Modality.NEGATED, "membership", 0.8, at)
            date = dates[number] if apart else dated_behind(sentence, body.end) if len(bodies) > 1 else None
            if date is not None and date.edtf:
                open_ended = "/" not in date.edtf and (date.relation in ("since", "from_start") or (apart and since))
                draft.time = f"{date.edtf}/.." if open_ended else date.edtf
                draft.end = max(draft.end, date.end)
            elif (
                len(dates) == 1
                and any(a.low == "since" and b.low == "then" for a, b in zip(sentence.tokens, sentence.tokens[1:], strict=False))
                and dates[0].end <= at
            ):
                draft.time = f"{dates[0].edtf}/.."
            reading.memory["membership"] = (sentence.paragraph, member, body.mention)
            yield draft
