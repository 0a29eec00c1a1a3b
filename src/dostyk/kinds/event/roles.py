"""Finds where an event takes place, who holds it and who takes part."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.acting import Acts, where
from dostyk.kinds.event.occasions import AROUND, HELD, JOINED, Occasion
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType

IN = ("in", "at", "near")
WHO = (MentionType.PERSON, MentionType.ORGANISATION, MentionType.COUNTRY, MentionType.CITY, MentionType.REGION)


def places(acts: Acts, phrase: Phrase, told: Occasion, reading: Reading) -> list[Mention]:
    """Where the event takes place; the city in its name ("the Lima summit") where nothing else is said."""
    slots = [*told.clause.obliques, *phrase.complements]
    if told.act.holder is not None:
        slots += told.act.holder.complements
    for other in _clauses(acts, phrase):
        slots += other.obliques
    if told.clause.lemma in ("plan", "schedule", "drop", "cancel", "foresee", "reserve"):
        return _listed(slots, phrase, (*IN, "for"), reading)
    prepositions = IN if told.clause.lemma not in wordlists("event")["travel"] else (*IN, "to")
    found = _listed(slots, phrase, prepositions, reading)
    if not found:
        for token in phrase.modifiers:
            if token.span is not None and token.span.type is SpanType.CITY and not token.span.demonym:
                found += reading.mentions(token.span)
        if phrase.span is not None:
            found += [m for part in phrase.span.parts[:1] if part.type is SpanType.CITY for m in reading.mentions(part)]
    return list({m.id: m for m in found}.values())


def _listed(slots: list[Phrase], phrase: Phrase, prepositions: tuple[str, ...], reading: Reading) -> list[Mention]:
    """The places behind some prepositions, each once."""
    found: list[Mention] = []
    for slot in slots:
        if slot.preposition in prepositions and not any(m is phrase for m in slot.members()):
            for member in slot.members():
                found += [m for m in _seat(member, reading) if slot.preposition != "for" or m.type is MentionType.CITY]
    return list({m.id: m for m in found}.values())


def _seat(member: Phrase, reading: Reading) -> Iterator[Mention]:
    """The places of one phrase: itself, or what it stands in ("the theatre in Lima")."""
    yield from where(reading, member)
    for complement in member.complements:
        if complement.preposition in IN:
            for inner in complement.members():
                yield from reading.mentions(inner, ("place", "organisation"))


def _clauses(acts: Acts, phrase: Phrase) -> Iterator[Clause]:
    """The other clauses in which the event is held ("…, held in Lima")."""
    hold = wordlists("event")["hold"]
    for act in acts.of(phrase):
        if act.slot in ("patient", "agent") and act.clause.lemma in hold | {"take"} and act.holder is None:
            yield act.clause


def organisers(acts: Acts, phrase: Phrase, told: Occasion, reading: Reading) -> list[Mention]:
    """Who holds the event: the subject of the verb, or "by" behind it."""
    found: list[Mention] = []
    clauses = [told.clause] if told.how == HELD else []
    clauses += [c for c in _clauses(acts, phrase) if c is not told.clause and c.form == "participle" and c.lemma != "attend"]
    for clause in clauses:
        if (
            clause.lemma in ("gather", "attract", "take", "attend", "feature", "bring", "draw", "include")
            or clause is told.clause
            and told.act.slot == "agent"
        ):
            continue
        found += _who(clause.agent, phrase, reading)
    return list({m.id: m for m in found}.values())


def participants(acts: Acts, phrase: Phrase, told: Occasion, reading: Reading) -> list[Mention]:
    """Who takes part: the subject of "attended", "spoke at"; "attended by"; "with the participation of"."""
    found: list[Mention] = []
    clause = told.clause
    if told.how == JOINED or (told.how == AROUND and not clause.passive):
        found += _who(clause.agent, phrase, reading)
    for other in acts.sentence.clauses:
        if other is not clause and other.lemma in ("attend", "join", "address") and other.passive and other.agent is not None:
            found += _who(other.agent, phrase, reading)
    if (
        told.how == HELD
        and told.act.slot == "agent"
        and clause.lemma in ("feature", "gather", "bring", "attract", "unite")
        and clause.patient is not None
    ):
        found += [m for member in clause.patient.members() for m in reading.mentions(member, ("person", "organisation"))]
    for slot in clause.obliques:
        if slot.preposition in ("with", "in") and slot.lemma in ("participation", "presence", "attendance", "involvement"):
            for complement in slot.complements:
                found += _who(complement, phrase, reading)
    return list({m.id: m for m in found}.values())


def _who(slot: Phrase | None, phrase: Phrase, reading: Reading) -> list[Mention]:
    """Whom a phrase names; counts of people ("300 businessmen") and dates are nobody."""
    if slot is None or any(m is phrase for m in slot.members()):
        return []
    found = []
    for member in slot.members():
        if (
            member.span is not None
            and member.span.type in (SpanType.DATE, SpanType.QUANTITY)
            or (member.quantity is not None and member.quantity.bare and member.span is None)
        ):
            continue
        found += [
            m
            for m in reading.mentions(member)
            if m.type in WHO or member.span is not None or member.modifiers or member.complements or member.possessor is not None
        ]
    return found
