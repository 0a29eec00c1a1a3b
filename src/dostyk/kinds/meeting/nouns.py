"""Reads meetings from nouns: "X held talks with Y", "talks between X and Y", "consultations between the ministries", captions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dostyk.kinds.meeting.parts import around, came_about, place_of, topic_of
from dostyk.kinds.meeting.sessions import LAST
from dostyk.kinds.meeting.told import Told, met, partners
from dostyk.kinds.people import Found, led, people
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality


def of_noun(sentence: Sentence, phrase: Phrase, reading: Reading) -> Iterator[Draft]:
    """Give the drafts of a noun of talking: of those it is between, of its holders with each partner, else of the two states."""
    clause = phrase.clause
    near = around(sentence, phrase, clause)
    others = partners(sentence, [o for o in near if o.preposition == "with"], reading)
    within = [f for o in phrase.complements if o.preposition in ("between", "of", "among") for f in people(o, reading)]
    within = within or [f for o in near if o.preposition in ("between", "among") and o.first > phrase.last for f in people(o, reading)]
    own = _holders(sentence, clause, phrase, reading) or _chairs(clause, phrase, reading) or people(phrase.possessor, reading)
    own = own or (_still_here(sentence, phrase, reading) if clause is None else [])
    modality = came_about(sentence, clause.modality if clause is not None else Modality.ACTUAL)
    told = Told(
        (phrase.start, phrase.end), modality, place_of([o for o in near if not phrase.preposition or o.preposition != "to"], reading), topic_of(near)
    )
    if within and (len(within) > 1 or others):
        yield met(sentence, [*within, *others], told)
    elif own and others:
        yield from (met(sentence, [*own, other], told) for other in others if all(other[1].id != m.id for _, m in own))
    elif len(own) > 1:
        yield met(sentence, own, told)
    elif _formal(phrase) and (states := _states(sentence, phrase, near, reading)):
        reading.memory[LAST] = (_worded(phrase), states)
        yield met(sentence, [(phrase, m) for m in states], replace(told, body=_worded(phrase)))


def _still_here(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Found]:
    """Who came, as the line said just before ("… in Lima. Talks with Minister X")."""
    if reading.memory.get("visitors.paragraph") != sentence.paragraph:
        return []
    return [(phrase, m) for m in reading.memory.get("visitors", [])]


def _formal(phrase: Phrase) -> bool:
    """Whether states hold such talks: negotiations, consultations, a dialogue."""
    return phrase.lemma.lower().split(" ")[-1].removesuffix("s") in wordlists("meeting")["formal"]


def _holders(sentence: Sentence, clause: Clause | None, phrase: Phrase, reading: Reading) -> list[Found]:
    """Who holds the talks: the subject of the verb whose object they are, or two who do something "at a meeting"."""
    words = wordlists("meeting")
    if clause is None or clause.agent is None:
        return []
    if phrase.preposition in ("at", "during", "in") and phrase.determiner in ("a", "an", "his", "her") and _only_with(phrase, clause):
        return [f for f in people(clause.agent, reading) if f[1].type is MentionType.PERSON]
    if phrase.preposition in ("at", "during", "in") and phrase.determiner in ("a", "an", "their") and not phrase.complements:
        both = [f for f in people(clause.agent, reading) if f[1].type is MentionType.PERSON]
        return both if len(both) > 1 else []
    if clause.lemma not in words["holding"]:
        return []
    slots = [clause.patient, clause.predicate, *[o for o in clause.obliques if o.preposition in ("in", "for")]]
    if not any(m is phrase for slot in slots if slot is not None for m in slot.members()):
        return []
    return [f for f in led(sentence, people(clause.agent, reading), reading) if f[1].type is MentionType.PERSON]


def _only_with(phrase: Phrase, clause: Clause) -> bool:
    """Whether talks name whom they are with, and nobody else hangs on them ("During a meeting with Y, X said …")."""
    partner = any(p.preposition == "with" and 0 < p.first - phrase.last <= 3 for p in [*phrase.complements, *clause.obliques])
    return partner and not any(c.preposition in ("of", "between", "for") for c in phrase.complements)


def _chairs(clause: Clause | None, phrase: Phrase, reading: Reading) -> list[Found]:
    """Who chaired the talks: "the consultations were co-chaired by X and Y"."""
    if (
        clause is None
        or clause.lemma not in ("chair", "co-chair", "cochair")
        or clause.patient is None
        or not any(m is phrase for m in clause.patient.members())
    ):
        return []
    return people(clause.agent, reading)


def _states(sentence: Sentence, phrase: Phrase, near: list[Phrase], reading: Reading) -> list[Mention]:
    """The two states whose ministries or governments consult, where a place or date makes it an event."""
    clause = phrase.clause
    words = wordlists("meeting")
    if (
        clause is None
        or clause.lemma not in words["happening"] | words["holding"]
        or not (sentence.dates or place_of(near, reading) or clause.tense == "future")
    ):
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
    agents = [m for member in (clause.agent.members() if clause.agent is not None else []) for m in reading.mentions(member, ("country",))]
    if len(agents) > 1:
        return agents
    return pair if len(pair) == 2 and (ministries or holders or _official(phrase)) else []


def _official(phrase: Phrase) -> bool:
    """Whether talks bear a name or number that makes them talks of the two states ("Foreign Office Consultations", "third talks")."""
    low = phrase.words()
    named = phrase.span is not None and phrase.span.type is SpanType.NAME
    return named or any(
        w in ("political", "inter-ministerial", "ministerial", "intergovernmental") or w in wordlists("meeting")["ordinals"] or w[:1].isdigit()
        for w in low
    )


def _worded(phrase: Phrase) -> str:
    head = phrase.span.text if phrase.span is not None else phrase.lemma
    return " ".join([*(t.text for t in phrase.modifiers if t.span is None), head if head.endswith("s") else head + "s"])


def pictured(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read a caption that puts two people in one place on one day ("President X and King Y at the Palace, Lima, 3 May 2019")."""
    if any(c.form == "finite" for c in sentence.clauses) or sentence.form == "heading" or not sentence.dates or len(sentence.tokens) > 24:
        return
    first = next((p for p in sentence.phrases if p.person is not None), None)
    if first is None or len(first.others) != 1 or first.others[0].person is None or first.preposition:
        return
    behind = [p for p in sentence.phrases if p.first > first.others[0].last]
    if behind and behind[0].preposition in ("at", "in"):
        spots = [m for p in behind if p.preposition in ("at", "in") or p.span is not None for m in reading.mentions(p, ("place",))]
        yield met(sentence, people(first, reading), Told((first.start, first.others[0].end), places=spots[:1]))
