"""Reads events: what took place, where, when, who held it and who took part."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.languages.words import words
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import everything, title_of
from dostyk.model.analysis import PLACES, Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

HOLDING = {"hold", "host", "organise", "organize", "stage", "open", "launch", "take", "begin", "start", "celebrate", "mark", "declare", "have", "conduct", "run", "co-host", "co-organise", "co-organize", "inaugurate", "arrange", "proclaim", "name", "conclude", "kick", "present", "perform", "announce", "convene", "be", "occur", "go", "complete", "end", "close", "show", "undergo", "dedicate", "commemorate", "schedule", "plan", "feature", "give", "screen", "premiere", "drop", "cancel", "postpone", "stage"}
JOINING = {"attend", "participate", "join", "address", "visit", "speak", "compete", "exhibit", "perform", "take", "open", "represent", "showcase", "win"}
TALKS = {"meeting", "session", "mission", "dialogue", "training", "program", "programme", "course", "courses", "event", "events", "day", "days", "year", "week", "month", "season", "show", "tour", "activity", "race", "evening", "convention", "congress", "workshop", "camp", "reception", "drill", "performance", "performances", "exercise", "exercises", "lecture", "cup", "presentation", "ceremony", "celebration", "celebrations", "anniversary", "showing", "screening"}
NEEDS_NAME = {"meeting", "session", "mission", "year", "day", "days", "week", "month", "season", "program", "programme", "event", "events", "activity", "show", "tour", "dialogue", "course", "courses", "congress", "workshop", "camp", "training", "convention", "race", "evening", "cup"}


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each event that a sentence says takes place or is taken part in."""
    for phrase in everything(sentence):
        if not event(sentence, phrase):
            continue
        clause = _clause(sentence, phrase)
        if clause is not None:
            yield _draft(sentence, phrase, clause, reading)
        elif sentence.form == "item" and not sentence.clauses and phrase.first <= 2 and sentence.dates:
            yield _bare(sentence, phrase, reading)


def event(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase names an event: a head of the class; everyday words need a name, ordinal or adjective of their own."""
    classes = words().classes["event"]
    if phrase.office is not None:
        return False
    head = phrase.lemma
    if phrase.span is not None and phrase.span.type in (SpanType.NAME, SpanType.ORGANISATION):
        parts = phrase.span.text.lower().split()
        if not any(p in classes for p in parts) or len(parts) < 2:
            return False
        return parts[-1] in classes or parts[0] in classes
    if head not in classes and head.rstrip("s") not in classes:
        return False
    named = _named(phrase) or _quoted(sentence, phrase)
    if head in NEEDS_NAME:
        return named
    return named or bool(phrase.modifiers) or any(c.preposition in ("of", "on", "for") for c in phrase.complements)


def _named(phrase: Phrase) -> bool:
    if any(t.span is not None and t.span.type is not SpanType.QUANTITY for t in phrase.modifiers):
        return True
    if phrase.possessor is not None and phrase.possessor.span is not None:
        return True
    if any(t.text[:1].isupper() and t.span is None for t in phrase.modifiers):
        return True
    return any(c.preposition == "of" and (c.span is not None or _capital(c)) for c in phrase.complements)


def _capital(phrase: Phrase) -> bool:
    return phrase.text.split()[-1][:1].isupper()


def _quoted(sentence: Sentence, phrase: Phrase) -> bool:
    return any(s.type is SpanType.QUOTE and 0 <= s.start - phrase.end <= 12 for s in sentence.spans)


def _clause(sentence: Sentence, phrase: Phrase) -> Clause | None:
    """The clause in which the event takes place or is taken part in."""
    for clause in sentence.clauses:
        slots = [s for s in (clause.patient, clause.agent, clause.predicate) if s is not None]
        direct = any(m is phrase for s in slots for m in s.members())
        through = any(m is phrase for s in slots if s.lemma in ("opening", "ceremony", "holding", "part", "start", "launch", "series") for c in s.complements for m in c.members())
        oblique = any(m is phrase for o in clause.obliques if o.preposition in ("in", "at", "as", "of") for m in o.members())
        if clause.lemma in HOLDING and direct and clause.lemma != "visit" and not (clause.lemma in ("be", "have", "take", "go") and not _occurs(sentence, clause, phrase)):
            return clause
        if clause.lemma in HOLDING and through:
            return clause
        if clause.lemma in JOINING and (clause.lemma != "take" or _part(clause)) and (direct and clause.patient is not None and any(m is phrase for m in clause.patient.members()) or oblique or through):
            return clause
        if clause.lemma in ("mark", "begin", "declare") and oblique and clause.passive:
            return clause
    return None


def _part(clause: Clause) -> bool:
    return clause.patient is not None and clause.patient.lemma == "part"


def _occurs(sentence: Sentence, clause: Clause, phrase: Phrase) -> bool:
    """Whether "be", "have", "take" say that the event happens: "there was", "took place", "Astana had"."""
    if clause.lemma == "take":
        return clause.patient is not None and clause.patient.lemma in ("place", "part")
    if clause.lemma == "be":
        return any(t.tag == "EX" for t in sentence.tokens)
    if clause.lemma == "have":
        subject = clause.agent
        return clause.patient is phrase and (subject is None or (subject.span is not None and subject.span.type in (*PLACES, SpanType.DATE, SpanType.ORGANISATION)) or subject.lemma in ("city", "country"))
    return False


def _draft(sentence: Sentence, phrase: Phrase, clause: Clause, reading: Reading) -> Draft:
    name, end = title_of(sentence, phrase)
    name = _trim(name)
    roles: dict[str, list[Filler]] = {"event": [thing(name)]}
    places = _places(sentence, phrase, clause, reading)
    if places:
        roles["place"] = list(places)
    agents = [m for member in (clause.agent.members() if clause.agent is not None and not any(x is phrase for x in clause.agent.members()) else []) for m in reading.mentions(member)]
    if agents:
        joined = clause.lemma in JOINING and clause.lemma not in ("open",)
        cities = [a for a in agents if a.type.value in ("city", "region")] if not joined else []
        if clause.lemma in ("host", "hold", "have") and cities and len(cities) == len(agents):
            roles["place"] = list({m.id: m for m in [*cities, *places]}.values())
        else:
            roles["participant" if joined else "organiser"] = list(agents)
    attenders = [m for c in sentence.clauses if c.lemma in ("attend", "join") and c.passive and c.agent is not None for member in c.agent.members() for m in reading.mentions(member, ("person",))]
    if attenders:
        roles.setdefault("participant", list(attenders))
    verb = sentence.tokens[clause.verb]
    modality = Modality.NEGATED if clause.lemma in ("cancel", "drop") and clause.passive else clause.modality
    return Draft("Event", min(phrase.start, verb.start), max(end, verb.end), roles, {}, "", modality, rule="event", confidence=0.7, anchor=verb.start)


def _bare(sentence: Sentence, phrase: Phrase, reading: Reading) -> Draft:
    name, end = title_of(sentence, phrase)
    roles: dict[str, list[Filler]] = {"event": [thing(_trim(name))]}
    places = [m for p in sentence.phrases if p.preposition in ("in", "at") for m in reading.mentions(p, ("place",))]
    if places:
        roles["place"] = list(places)
    return Draft("Event", phrase.start, end, roles, {}, "", Modality.ACTUAL, rule="event.item", confidence=0.6, anchor=phrase.start)


def _trim(name: str) -> str:
    for lead in ("first ever ", "successful "):
        name = name.removeprefix(lead)
    return name


def _places(sentence: Sentence, phrase: Phrase, clause: Clause, reading: Reading) -> list[Mention]:
    slots = [o for o in (*clause.obliques, *phrase.complements) if o.preposition in ("in", "at")]
    for other in sentence.clauses:
        if other.form in ("participle", "finite") and other is not clause and other.patient is not None and any(m is phrase for m in other.patient.members()):
            slots += [o for o in other.obliques if o.preposition in ("in", "at")]
    found = [m for s in slots if not any(x is phrase for x in s.members()) for member in s.members() for m in reading.mentions(member, ("place", "organisation"))]
    return list({m.id: m for m in found}.values())
