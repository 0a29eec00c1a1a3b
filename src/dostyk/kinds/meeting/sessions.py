"""Reads sessions of bodies: joint commissions, committees and councils, who chaired them and where."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.meeting.parts import around, body_of, came_about, countries_of, place_of
from dostyk.kinds.people import Found, people
from dostyk.kinds.wording import everything, without_article, wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

CHAIR = ("chairmanship", "co-chairmanship", "chair", "presidency", "leadership")
LAST = "meeting.body"


def sessions(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each session of a body, from the noun or from "the Commission met in X"."""
    words = wordlists("meeting")
    for phrase in everything(sentence):
        if phrase.lemma in words["sessions"]:
            yield from _of_noun(sentence, phrase, reading)
    for clause in sentence.clauses:
        if clause.agent is not None and _is_body(clause.agent) and (clause.lemma in ("meet", "convene", "gather") or _its_session(clause)):
            chairs = _chairs(sentence, clause, reading)
            members: list[Filler] = [m for _, m in chairs] or list(_states(countries_of(clause.agent, reading), clause.agent.text, reading))
            if members:
                reading.memory[LAST] = (without_article(clause.agent.text), members)
                yield _draft(sentence, clause.agent, clause, members, without_article(clause.agent.text), place_of(clause.obliques, reading))


def _is_body(phrase: Phrase) -> bool:
    words = phrase.lemma.lower().split(" ")
    named = phrase.span is not None and phrase.span.type is SpanType.ORGANISATION
    return (
        phrase.office is None and not words[-1].endswith("s") and any(w in wordlists("meeting")["bodies"] for w in (words if named else words[-1:]))
    )


def _its_session(clause: Clause) -> bool:
    """Whether a body "held its 5th session", "concluded the works of its session"."""
    patient = clause.patient
    if patient is None or clause.lemma not in wordlists("meeting")["happening"] | wordlists("meeting")["holding"]:
        return False
    return any(p.lemma in wordlists("meeting")["sessions"] for p in [patient, *[m for c in patient.complements for m in c.members()]])


def _of_noun(sentence: Sentence, phrase: Phrase, reading: Reading) -> Iterator[Draft]:
    """Read "the 4th session of the Joint Commission was held in X", "X and Y co-chaired the session", "X attended the session"."""
    words = wordlists("meeting")
    clause = phrase.clause
    body, named = body_of(phrase, reading)
    body = body or _own_body(phrase) or _known_body(sentence, phrase, reading)
    if not body or phrase.determiner in ("each", "every", "any") or phrase.lemma.endswith("s"):
        return
    if phrase.preposition in ("at", "during", "in") and (clause is None or clause.lemma not in words["attending"]):
        yield from _where_it_met(sentence, phrase, named, reading)
        return
    near = around(sentence, phrase, clause)
    places = place_of([*phrase.complements, *near], reading)
    if clause is not None and clause.lemma == "host" and clause.agent is not None:
        places = places or [m for member in clause.agent.members() for m in reading.mentions(member, ("city",))]
    if phrase.preposition == "for" and clause is not None and clause.lemma not in words["happening"]:
        states: list[Filler] = list(_states(named, body, reading))
        if states and (places or clause.obliques):
            yield _draft(sentence, phrase, clause, states, body, places or place_of([p for p in clause.obliques if p.preposition == "to"], reading))
        return
    if clause is not None and clause.lemma in words["chairing"] and _held(clause, phrase) and (chairs := people(clause.agent, reading)):
        chairs += [f for o in clause.obliques if o.preposition == "with" for f in people(o, reading)]
        yield _draft(sentence, phrase, clause, [m for _, m in chairs], body, places)
    elif clause is not None and clause.lemma in words["attending"] and clause.agent is not phrase:
        for _, one in people(clause.agent, reading):
            if one.type is MentionType.PERSON:
                yield _draft(sentence, phrase, clause, [one], body, places)
    elif clause is None or clause.lemma in words["happening"]:
        members: list[Filler] = [m for _, m in _chairs(sentence, clause, reading)] or list(_states(named, body, reading))
        if members and (places or sentence.dates):
            yield _draft(sentence, phrase, clause, members, body, places)
            reading.memory[LAST] = (body, members)
    else:
        yield from _where_it_met(sentence, phrase, named, reading)


def _own_body(phrase: Phrase) -> str:
    """What a dialogue or forum between two named states is called by itself ("2nd Peru-Norway strategic dialogue")."""
    named = [t for t in phrase.modifiers if t.span is not None and t.span.type is SpanType.COUNTRY]
    return without_article(phrase.text) if phrase.lemma in ("dialogue", "forum") and len(named) > 1 else ""


def _held(clause: Clause, phrase: Phrase) -> bool:
    """Whether the session is what is chaired, not what somebody leads a delegation to."""
    return clause.patient is None or any(m is phrase for m in clause.patient.members())


def _where_it_met(sentence: Sentence, phrase: Phrase, named: list[Mention], reading: Reading) -> Iterator[Draft]:
    """Read "… at the eighth session of the Commission, which met in X under the chairmanship of A and B"."""
    body = body_of(phrase, reading)[0]
    for clause in sentence.clauses:
        if (
            clause.verb > phrase.last
            and clause.lemma in ("meet", "convene", "hold", "take")
            and any(t.low in ("which", "that") for t in sentence.tokens[max(phrase.last, clause.verb - 4) : clause.verb])
        ):
            members: list[Filler] = [m for _, m in _chairs(sentence, clause, reading)] or list(_states(named, body, reading))
            if members:
                yield _draft(sentence, phrase, clause, members, body, place_of(clause.obliques, reading))
                reading.memory[LAST] = (body, members)
                return


def _known_body(sentence: Sentence, phrase: Phrase, reading: Reading) -> str:
    """The body spoken of before, where "the next session" names none."""
    kept = reading.memory.get(LAST)
    if kept is None or phrase.complements or not any(w in wordlists("meeting")["ordinals"] or w[:1].isdigit() for w in phrase.words()):
        return ""
    return str(kept[0])


def _states(named: list[Mention], body: str, reading: Reading) -> list[Mention]:
    """The states whose body it is: those that it names, else the two that the text is about, unless it is the body of many."""
    if len(named) >= 2:
        return named[:2]
    if set(body.lower().replace("(", " ").replace(")", " ").split()) & wordlists("meeting")["of_many"]:
        return []
    pair = reading.pair()
    return pair if len(pair) == 2 else []


def _chairs(sentence: Sentence, clause: Clause | None, reading: Reading) -> list[Found]:
    """Who chaired: behind "co-chaired by" or "under the chairmanship of"."""
    for phrase in sentence.phrases:
        if phrase.lemma in CHAIR and phrase.preposition in ("under", "with"):
            return [f for c in phrase.complements if c.preposition == "of" for f in people(c, reading)]
    for other in sentence.clauses:
        if other is not clause and other.lemma in ("chair", "co-chair", "cochair") and other.passive and other.agent is not None:
            return people(other.agent, reading)
    return []


def _draft(sentence: Sentence, phrase: Phrase, clause: Clause | None, members: list[Filler], body: str, places: list[Mention]) -> Draft:
    unique = {m.id: m for m in members if isinstance(m, Mention)}
    roles: dict[str, list[Filler]] = {"participant": list(unique.values())}
    if places:
        roles["place"] = list(places)
    verb = sentence.tokens[clause.verb] if clause is not None else None
    start = min(phrase.start, verb.start) if verb is not None else phrase.start
    end = max(phrase.end, verb.end) if verb is not None else phrase.end
    modality = came_about(sentence, clause.modality if clause is not None else Modality.ACTUAL)
    told = verb is not None and clause is not None and phrase.last < clause.verb and not phrase.preposition
    anchor = verb.start if told and verb is not None else phrase.start
    return Draft("Meeting", start, end, roles, {"body": body}, "", modality, rule="meeting.session", confidence=0.8, anchor=anchor)
