"""Reads meetings: who met, received, called on or talked with whom, and sessions of bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dostyk.kinds.meeting.parts import around, came_about, place_of, topic_of
from dostyk.kinds.meeting.sessions import sessions
from dostyk.kinds.people import Found, leader, led, people
from dostyk.kinds.wording import everything, wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

TYPES = ("person", "delegation", "organisation")


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each meeting that a sentence tells of; "met with X and Y" are two."""
    for clause in sentence.clauses:
        yield from _of_verb(sentence, clause, reading)
    for phrase in everything(sentence):
        last = phrase.lemma.split(" ")[-1]
        if last in wordlists("meeting")["talks"] or last.removesuffix("s") in wordlists("meeting")["talks"]:
            yield from _of_noun(sentence, phrase, reading)
    yield from sessions(sentence, reading)
    yield from _pictured(sentence, reading)


def _of_verb(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "X met (with) Y", "X received Y", "X called on Y", "X and Y discussed Z"."""
    words = wordlists("meeting")
    agent = clause.patient if clause.lemma == "call" and clause.passive and clause.agent is None else clause.agent
    own = [f for f in led(sentence, people(agent, reading), reading) if f[1].type is not MentionType.ORGANISATION]
    if not own:
        return
    topic = topic_of(clause.obliques)
    if clause.lemma in words["meeting"]:
        others = _partners(sentence, [clause.patient, *_with(clause)], reading)
        yield from _met(sentence, clause, own, others, topic, reading)
    elif clause.lemma in words["receiving"] and (clause.lemma == "receive" or _for_talks(clause)):
        yield from _met(
            sentence,
            clause,
            own[:1],
            [f for f in _partners(sentence, [clause.patient], reading) if f[1].type is not MentionType.ORGANISATION],
            topic,
            reading,
            alone=False,
        )
    elif clause.lemma in ("call", "pay") and (visited := _called_on(clause)) is not None:
        yield from _met(sentence, clause, own, [f for f in people(visited, reading) if f[1].type is MentionType.PERSON], "", reading, alone=False)
    elif clause.lemma in words["discussing"] and clause.patient is not None:
        about = " ".join(clause.patient.text.split()) if clause.lemma != "exchange" else topic
        others = [f for f in _partners(sentence, _with(clause), reading) if f[1].type is MentionType.PERSON]
        yield from _met(sentence, clause, own, others, about.removeprefix("the "), reading)


def _with(clause: Clause) -> list[Phrase | None]:
    return [o for o in clause.obliques if o.preposition == "with"]


def _called_on(clause: Clause) -> Phrase | None:
    """Whom somebody called on, or paid a courtesy call on."""
    if clause.lemma == "pay" and (
        clause.patient is None or clause.patient.lemma not in ("call", "visit") or "courtesy" not in clause.patient.words()
    ):
        return None
    inner = clause.patient.complements if clause.patient is not None else []
    return next(
        (
            o
            for o in [*clause.obliques, *inner]
            if o.preposition in ("on", "upon", "to")
            and (o.office is not None or o.person is not None or (o.span is not None and o.span.type is SpanType.PERSON))
        ),
        None,
    )


def _for_talks(clause: Clause) -> bool:
    return any(o.preposition == "for" and o.lemma in wordlists("meeting")["talks"] for o in clause.obliques)


def _partners(sentence: Sentence, phrases: Sequence[Phrase | None], reading: Reading) -> list[Found]:
    """Who is met: people; for a delegation its leader where one is named; bodies and companies."""
    found: list[Found] = []
    for phrase in phrases:
        for member in phrase.members() if phrase is not None else []:
            if member.lemma in wordlists("meeting")["delegations"]:
                found += leader(sentence, member, reading) or [(member, m) for m in reading.mentions(member, TYPES)]
        held = [f for f in people(phrase, reading) if f[0].lemma not in wordlists("meeting")["delegations"]]
        found += held
        if phrase is not None and not held and not found:
            found += [(member, m) for member in phrase.members() for m in reading.mentions(member, ("organisation",))]
    return found


def _met(
    sentence: Sentence, clause: Clause, own: list[Found], others: list[Found], topic: str, reading: Reading, alone: bool = True
) -> Iterator[Draft]:
    """One draft for each who was met; without any, the subjects met each other."""
    known = {m.id for _, m in own}
    others = [f for f in others if f[1].id not in known]
    places = place_of(clause.obliques, reading)
    verb = sentence.tokens[clause.verb]
    if others:
        for other in others:
            yield _draft(sentence, [*own, other], (verb.start, verb.end), came_about(sentence, clause.modality), places, topic)
    elif alone and len(known) > 1 and clause.patient is None or alone and len(known) > 1 and clause.lemma in wordlists("meeting")["discussing"]:
        yield _draft(sentence, own, (verb.start, verb.end), came_about(sentence, clause.modality), places, topic)


def _of_noun(sentence: Sentence, phrase: Phrase, reading: Reading) -> Iterator[Draft]:
    """Read "X held talks with Y", "talks between X and Y", "the meeting of X with Y"."""
    words = wordlists("meeting")
    clause = phrase.clause
    near = around(sentence, phrase, clause)
    others = _partners(sentence, [o for o in near if o.preposition == "with"], reading)
    within = [f for o in phrase.complements if o.preposition in ("between", "of", "among") for f in people(o, reading)]
    within = within or [f for o in near if o.preposition in ("between", "among") and o.first > phrase.last for f in people(o, reading)]
    own = _holders(sentence, clause, phrase, reading)
    modality = came_about(sentence, clause.modality if clause is not None else Modality.ACTUAL)
    point, places, topic = (phrase.start, phrase.end), place_of(near, reading), topic_of(near)
    if phrase.possessor is not None:
        own = own or people(phrase.possessor, reading)
    if within and (len(within) > 1 or others):
        yield _draft(sentence, [*within, *others], point, modality, places, topic)
    elif own and others:
        for other in others:
            if all(other[1].id != m.id for _, m in own):
                yield _draft(sentence, [*own, other], point, modality, places, topic)
    elif len(own) > 1:
        yield _draft(sentence, own, point, modality, places, topic)
    elif phrase.lemma in words["formal"] and (states := _states(sentence, phrase, near, reading)):
        yield _draft(sentence, [(phrase, m) for m in states], point, modality, places, topic, _worded(phrase))


def _holders(sentence: Sentence, clause: Clause | None, phrase: Phrase, reading: Reading) -> list[Found]:
    """Who holds the talks: the subject of the verb whose object they are, or two who do something "at a meeting"."""
    words = wordlists("meeting")
    if clause is None or clause.agent is None:
        return []
    if phrase.preposition in ("at", "during", "in") and phrase.determiner in ("a", "an", "their") and not phrase.complements:
        both = [f for f in people(clause.agent, reading) if f[1].type is MentionType.PERSON]
        return both if len(both) > 1 else []
    if clause.lemma not in words["holding"]:
        return []
    slots = [clause.patient, clause.predicate, *[o for o in clause.obliques if o.preposition in ("in", "for")]]
    if not any(m is phrase for slot in slots if slot is not None for m in slot.members()):
        return []
    return [f for f in led(sentence, people(clause.agent, reading), reading) if f[1].type is MentionType.PERSON]


def _states(sentence: Sentence, phrase: Phrase, near: list[Phrase], reading: Reading) -> list[Mention]:
    """The two states whose ministries or governments consult, where a place or date makes it an event."""
    clause = phrase.clause
    if clause is None or clause.lemma not in wordlists("meeting")["happening"] or not (place_of(near, reading) or clause.tense == "future"):
        return []
    between = [c for c in [*phrase.complements, *near] if c.preposition == "between"]
    named = {m.id: m for c in between for member in c.members() for m in (reading.mentions(member, ("country",)) or reading.countries(member))}
    if len(named) >= 2:
        return list(named.values())
    ministries = any(
        "foreign" in c.text.lower() or "ministr" in c.text.lower() or "countries" in c.text.lower() or "sides" in c.text.lower() for c in between
    )
    pair = reading.pair()
    holders = any(
        p.lemma in ("country", "side", "government", "party", "state") and p.text.lower().endswith("s") and not p.preposition
        for p in sentence.phrases
    )
    return pair if len(pair) == 2 and (ministries or holders or "political" in phrase.words() or "inter-ministerial" in phrase.words()) else []


def _worded(phrase: Phrase) -> str:
    return " ".join([*(t.text for t in phrase.modifiers if t.span is None), phrase.lemma + "s" if not phrase.lemma.endswith("s") else phrase.lemma])


def _pictured(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read a caption that puts two people in one place on one day ("President X and King Y at the Palace, Lima, 3 May 2019")."""
    if any(c.form == "finite" for c in sentence.clauses) or sentence.form == "heading" or not sentence.dates or len(sentence.tokens) > 24:
        return
    first = next((p for p in sentence.phrases if p.person is not None), None)
    if first is None or len(first.others) != 1 or first.others[0].person is None or first.preposition:
        return
    behind = [p for p in sentence.phrases if p.first > first.others[0].last]
    if behind and behind[0].preposition in ("at", "in"):
        spots = [m for p in behind if p.preposition in ("at", "in") or p.span is not None for m in reading.mentions(p, ("place",))]
        yield _draft(sentence, people(first, reading), (first.start, first.others[0].end), Modality.ACTUAL, spots[:1], "")


def _draft(
    sentence: Sentence, who: list[Found], point: tuple[int, int], modality: Modality, places: list[Mention], topic: str, body: str = ""
) -> Draft:
    points = [point, *((p.start, p.end) for p, _ in who if sentence.start <= p.start < sentence.end)]
    unique = {m.id: m for _, m in who}
    roles: dict[str, list[Filler]] = {"participant": list(unique.values())}
    if places:
        roles["place"] = list(places)
    draft = Draft(
        "Meeting", min(p[0] for p in points), max(p[1] for p in points), roles, {}, "", modality, rule="meeting", confidence=0.8, anchor=point[0]
    )
    if topic:
        draft.attributes["topic"] = topic
    if body:
        draft.attributes["body"] = body
    return draft
