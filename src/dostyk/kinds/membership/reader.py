"""Reads memberships: who joined, belongs to, observes, is to join or left which organisation, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.kinds.naming import thing
from dostyk.kinds.wording import everything, wordlists
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

BODIES = (MentionType.COUNTRY, MentionType.CITY, MentionType.REGION, MentionType.ORGANISATION, MentionType.PLACE)
LINKS = ("of", "in", "at", "to", "with", "into", "by")


@dataclass(slots=True)
class Body:
    """An organisation that a sentence names, with where its name stands."""

    mention: Mention
    start: int
    end: int


def lists() -> dict[str, frozenset[str]]:
    """The word lists of this kind."""
    return dict(wordlists("membership"))


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each member and organisation."""
    words = lists()
    for clause in sentence.clauses:
        yield from _verb(sentence, clause, reading)
    for phrase in everything(sentence):
        if _head(phrase, words):
            yield from _noun(sentence, phrase, reading)
        elif phrase.lemma in words["nouns"]:
            yield from _accession(sentence, phrase, reading)


def _head(phrase: Phrase, words: dict[str, frozenset[str]]) -> bool:
    """ "member of", "observer at", "dialogue partner of", "observer status in"."""
    before = {t.low for t in phrase.modifiers}
    lemma = phrase.lemma.rstrip("s") if phrase.lemma != "status" else phrase.lemma
    if phrase.lemma == "state" and "member" in before:
        return True
    if lemma in words["heads"]:
        return lemma in ("member", "observer", "founder", "co-founder") or bool(before & words["sorts"])
    inner = any(c.lemma in ("observer", "member") for c in phrase.complements)
    return lemma in words["status"] and (bool(before & words["sorts"]) or inner) and lemma != "membership"


def _verb(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """ "joined X", "acceded to X", "was admitted to X", "left X", "belongs to X"."""
    words = lists()
    if clause.lemma in words["join"]:
        targets = [clause.patient] if not clause.passive else []
        who, sure = clause.agent, True
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
    bodies = [b for target in targets for b in _bodies(target, reading)]
    if not bodies and clause.lemma in words["admit"]:
        bodies = _before(sentence, reading)
    modality = clause.modality if sure else Modality.NEGATED
    if not sure and clause.modality is not Modality.ACTUAL:
        return
    yield from _drafts(sentence, _members(who, reading), bodies, clause, modality, reading)


def _noun(sentence: Sentence, phrase: Phrase, reading: Reading) -> Iterator[Draft]:
    """ "is a member of X", "X, an observer at Y", "was granted observer status in Y"."""
    clause = phrase.clause
    bodies = [b for c in (*phrase.complements, *_behind(sentence, phrase)) if c.preposition in LINKS for b in _bodies(c, reading)]
    bodies += [
        Body(m, t.start, t.end)
        for t in phrase.modifiers
        if t.span is not None
        for m in reading.mentions(t.span, ("organisation", "name"))
        if m.type is not MentionType.COUNTRY
    ]
    if phrase.possessor is not None:
        bodies += _bodies(phrase.possessor, reading)
    members = _apposed(sentence, phrase, reading)
    modality = Modality.ACTUAL
    if not members and clause is not None and clause.lemma in lists()["verbs"]:
        if not (
            _in(clause.predicate, phrase) or _in(clause.patient, phrase) or any(_in(o, phrase) for o in clause.obliques if o.preposition == "as")
        ):
            return
        members = _members(clause.patient if clause.passive and not _in(clause.patient, phrase) else clause.agent, reading)
        modality = clause.modality
        known = reading.memory.get("membership")
        if not members and known is not None and known[0] == sentence.paragraph and known[1] is not None:
            members = [known[1]]
    if not bodies and not any(c.preposition in ("of", "in", "at", "to") for c in (*phrase.complements, *_behind(sentence, phrase))):
        bodies = _before(sentence, reading)
    yield from _drafts(sentence, members, _unique(bodies), phrase, modality, reading)


def _accession(sentence: Sentence, phrase: Phrase, reading: Reading) -> Iterator[Draft]:
    """ "X's accession to Y took place in D", "the accession of X to Y is expected in D"."""
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
        for c in (*phrase.complements, *_behind(sentence, phrase))
        if c.preposition in ("to", "into", "in") or (c.preposition == "of" and phrase.lemma == "membership")
    ]
    bodies = [b for c in to for b in _bodies(c, reading)]
    members = _members(phrase.possessor, reading) or [m for c in phrase.complements if c.preposition == "of" for m in _members(c, reading)]
    if not members and phrase.determiner in ("its", "our", "their") and (owner := reading.owner(phrase)) is not None:
        members = [owner]
    known = reading.memory.get("membership")
    if not members and known is not None and known[1] is not None and sentence.paragraph - known[0] <= 1:
        members = [known[1]]
    bodies = bodies or (_before(sentence, reading) if any(t.low in ("full", "formal", "official") for t in phrase.modifiers) else [])
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
    told = clause is not None and (_in(clause.agent, phrase) or _in(clause.patient, phrase))
    if happened and dated and (told or _date_behind(sentence, phrase.end) is not None):
        expected = any(c.lemma in ("expect", "plan", "schedule") and c.verb > phrase.last for c in sentence.clauses)
        modality = Modality.EXPECTED if expected else clause.modality if clause is not None else Modality.ACTUAL
        yield from _drafts(sentence, members, bodies, phrase, modality, reading)


def _note(sentence: Sentence, phrase: Phrase, reading: Reading) -> None:
    """Keep which membership is spoken of, for "it was admitted", "full accession"."""
    clause = phrase.clause
    bodies = [
        b for c in (*phrase.complements, *_behind(sentence, phrase)) if c.preposition in ("to", "in", "of", "into") for b in _bodies(c, reading)
    ]
    members = _members(phrase.possessor, reading) or (_members(clause.agent, reading) if clause is not None and clause.agent is not phrase else [])
    known = reading.memory.get("membership")
    if bodies:
        reading.memory["membership"] = (sentence.paragraph, members[0] if members else None, bodies[0].mention)
    elif known is not None and sentence.paragraph - known[0] <= 1 and members and known[1] is None:
        reading.memory["membership"] = (sentence.paragraph, members[0], known[2])


def _in(slot: Phrase | None, phrase: Phrase) -> bool:
    return slot is not None and any(m is phrase or any(c is phrase for c in m.complements) for m in slot.members())


def _behind(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """Phrases right behind, and those coordinated with a preposition of their own ("of the g7+ and of the CPLP")."""
    last = max([phrase.last, *[m.last for c in phrase.complements for m in c.members()]])
    found = []
    for other in sentence.phrases:
        gap = [t.low for t in sentence.tokens[last + 1 : other.first]]
        if other.first > last and other.preposition in LINKS and all(w in (*LINKS, "and", ",", "the", "both", "as", "well", "+") for w in gap):
            found.append(other)
            last = max(m.last for m in other.members())
    return found


def _bodies(phrase: Phrase | None, reading: Reading) -> list[Body]:
    """The organisations that a phrase and its company name."""
    found = []
    for member in phrase.members() if phrase is not None else []:
        span = member.span
        name = span.text if span is not None else ""
        if span is None and any(c.isdigit() for c in member.lemma) and member.lemma[:1].isalpha() and " " not in member.lemma:
            found.append(Body(thing(member.lemma, MentionType.ORGANISATION), member.start, member.end))
        if span is None or not any(c.isupper() for c in name) or name.split()[-1].lower() in lists()["without"]:
            continue
        found += [Body(m, member.start, member.end) for m in reading.mentions(member, ("organisation", "name")) if m.type is not MentionType.COUNTRY]
    return found


def _members(phrase: Phrase | None, reading: Reading) -> list[Mention]:
    """The states, regions, cities and bodies that a phrase means."""
    found = [m for member in (phrase.members() if phrase is not None else []) for m in reading.mentions(member)]
    known = [m for m in found if m.type in BODIES]
    return list({m.id: m for m in known}.values())


def _apposed(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Mention]:
    """Whose apposition it is: "X, a member of Y since D,", "X and Z, both members of Y"."""
    before = phrase.first - 1
    if before < 1 or sentence.tokens[before].text not in (",", "(", "–") and sentence.tokens[before].low not in ("both", "all"):  # noqa: RUF001
        return []
    at = before if sentence.tokens[before].text == "," else before - 1
    for other in sentence.phrases:
        if max(m.last for m in other.members()) == at - 1:
            return _members(other, reading)
    return []


def _before(sentence: Sentence, reading: Reading) -> list[Body]:
    """The organisation spoken of before, in this paragraph or the last."""
    known = reading.memory.get("membership")
    if known is None or sentence.paragraph - known[0] > 1:
        return []
    return [Body(known[2], sentence.start, sentence.start)]


def _unique(bodies: list[Body]) -> list[Body]:
    return list({b.mention.id: b for b in bodies}.values())


def _date_behind(sentence: Sentence, end: int) -> DateMark | None:
    """The date right behind a name, in a bracket or not."""
    return next((d for d in sentence.dates if d.edtf and not d.vague and 0 <= min(d.lead, d.start) - end <= 3), None)


def _drafts(
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
            draft = Draft("Membership", start, end, roles, {}, "", modality, modality is not Modality.NEGATED, "membership", 0.8, at)
            date = dates[number] if apart else _date_behind(sentence, body.end) if len(bodies) > 1 else None
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
