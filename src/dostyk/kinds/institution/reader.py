"""Reads institutions: which one was opened, moved or works, where, by whom, since when."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.languages.words import words
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import everything, without_article
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

FOUNDING = {"open", "establish", "found", "inaugurate", "create", "launch", "set", "unveil", "start", "begin", "initiate", "reopen", "form"}
WORKING = {"operate", "function", "work", "relocate", "move", "use", "run", "exist", "be", "close", "house", "teach"}
ORDINALS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "new", "another"}
NOT_JOINT = {"department", "office", "chair", "council", "association", "society", "league", "bank", "fund", "house", "hospital", "museum", "theatre", "chamber", "hub", "alliance"}


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each institution that a sentence says was founded, moved or works."""
    for phrase in everything(sentence):
        if not institution(phrase):
            continue
        for clause in _clauses(sentence, phrase):
            yield from _drafts(sentence, phrase, clause, reading)
    for clause in sentence.clauses:
        yield from _again(sentence, clause, reading)


def institution(phrase: Phrase) -> bool:
    """Whether a phrase names an institution: a head of the class, with a name of its own."""
    classes = words().classes["institution"]
    span = phrase.span
    if phrase.office is not None:
        return False
    if span is not None and span.type in (SpanType.ORGANISATION, SpanType.NAME, SpanType.QUOTE):
        text = span.name if span.type is SpanType.QUOTE else span.text
        parts = text.lower().split()
        return any(p in classes or p.rstrip("s") in classes for p in parts) and (phrase.quantity is None)
    if phrase.lemma not in classes or phrase.quantity is not None:
        return False
    named = any(t.span is not None and t.span.type is not SpanType.QUANTITY for t in phrase.modifiers) or any(t.span is None and t.text[:1].isupper() and t.tag.startswith("N") for t in phrase.modifiers)
    owned = phrase.lemma in ("branch", "campus") and (bool(phrase.complements) or phrase.clause is not None)
    return named or owned


def _clauses(sentence: Sentence, phrase: Phrase) -> list[Clause]:
    """The clauses in which the institution is founded, moved or works."""
    found = []
    for clause in sentence.clauses:
        direct = any(m is phrase for s in (clause.patient, clause.agent) if s is not None for m in s.members())
        created = clause.patient is not None and clause.patient.lemma in ("creation", "establishment", "opening", "inauguration") and any(m is phrase for c in clause.patient.complements for m in c.members())
        if clause.lemma in FOUNDING and ((clause.patient is not None and any(m is phrase for m in clause.patient.members())) or (clause.lemma in ("open", "start", "begin", "launch") and direct and clause.patient is None) or created):
            found.append(clause)
        elif clause.lemma in WORKING - {"be"} and direct and (clause.patient is None or clause.passive or clause.lemma in ("relocate", "move")) and (clause.lemma != "use" or clause.passive):
            found.append(clause)
        elif created:
            found.append(clause)
        elif clause.lemma in ("start", "begin", "commence") and direct and clause.patient is not None and clause.patient.lemma in ("operation", "operations", "work", "activity"):
            found.append(clause)
    return found


def _again(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read what a later clause says of an institution named before: "the center relocated", "started operation in May"."""
    subject = clause.patient if clause.passive else clause.agent
    operating = clause.lemma in ("start", "begin", "commence") and clause.patient is not None and clause.patient.lemma in ("operation", "operations", "work", "operating")
    if subject is None or not (clause.lemma in ("relocate", "move", "reopen") or operating) or institution(subject):
        return
    for mention in reading.mentions(subject, ("organisation", "any")):
        known = mention.name.lower().split()
        if any(w in words().classes["institution"] for w in known) and mention.text[:1].isupper():
            verb = sentence.tokens[clause.verb]
            roles: dict[str, list[Filler]] = {"institution": [mention]}
            places = reading.memory.get(("place", mention.name))
            if places:
                roles["place"] = list(places)
            end = max(verb.end, clause.patient.end if clause.patient is not None else 0)
            yield Draft("Institution", min(subject.start, verb.start) if subject.end < verb.start and subject.start >= sentence.start else verb.start, end, roles, {}, "", clause.modality, rule="institution.again", confidence=0.7, anchor=verb.start)


def _drafts(sentence: Sentence, phrase: Phrase, clause: Clause, reading: Reading) -> Iterator[Draft]:
    places = _places(sentence, phrase, clause, reading)
    founders = _founders(phrase, clause, reading)
    ordinals = [t.low for t in phrase.modifiers if t.low in ORDINALS - {"new", "another"}]
    name = _name(sentence, phrase, founders)
    verb = sentence.tokens[clause.verb]
    start, end = min(phrase.start, verb.start), max(phrase.end, verb.end, max((p.end for p, _ in places), default=0))
    modality = Modality.ACTUAL if clause.modality is Modality.ONGOING else clause.modality
    names = [f"{o} {_without(name, ordinals)}" for o in ordinals] if len(ordinals) > 1 else [name]
    paired = len(names) > 1 and len(places) == len(names)
    for index, one in enumerate(names):
        mention = thing(one, MentionType.ORGANISATION)
        roles: dict[str, list[Filler]] = {"institution": [mention]}
        here = [places[index]] if paired else places
        if here:
            roles["place"] = [m for _, m in here]
            reading.memory[("place", mention.name)] = roles["place"]
        if founders:
            roles["founder"] = list(founders)
        yield Draft("Institution", start, end, roles, {}, "", modality, rule="institution", confidence=0.75, anchor=verb.start)


def _without(name: str, ordinals: list[str]) -> str:
    """The name in the singular and without its ordinals ("second and third Luban Workshops" → "Luban Workshop")."""
    kept = [w for w in name.split() if w.lower() not in ordinals and w.lower() not in ("and", ",")]
    return " ".join(kept).removesuffix("s")


def _name(sentence: Sentence, phrase: Phrase, founders: list[Mention]) -> str:
    if phrase.span is not None and phrase.span.type is SpanType.QUOTE and not phrase.modifiers:
        return phrase.span.name
    if phrase.lemma in ("branch", "campus") and not phrase.complements and founders:
        return f"{without_article(phrase.text)} of {founders[0].name}"
    end = phrase.end
    return without_article(sentence.text[phrase.start - sentence.start : end - sentence.start]).replace("“", "").replace("”", "").replace('"', "")


def _places(sentence: Sentence, phrase: Phrase, clause: Clause, reading: Reading) -> list[tuple[Phrase, Mention]]:
    slots = [o for o in (*clause.obliques, *phrase.complements) if o.preposition in ("in", "at", "to", "within")]
    found: dict[str, tuple[Phrase, Mention]] = {}
    for slot in slots:
        for member in slot.members():
            for mention in reading.mentions(member, ("place", "organisation")):
                found.setdefault(mention.id, (member, mention))
            for inner in member.complements:
                if inner.preposition == "in" and not reading.mentions(member, ("place", "organisation")):
                    for item in inner.members():
                        for mention in reading.mentions(item, ("place",)):
                            found.setdefault(mention.id, (item, mention))
    return list(found.values())


def _founders(phrase: Phrase, clause: Clause, reading: Reading) -> list[Mention]:
    slot = clause.agent
    found = []
    for member in slot.members() if slot is not None and slot is not phrase and not any(m is phrase for m in slot.members()) else []:
        found += reading.mentions(member, ("country", "organisation", "person", "region"))
    for token in phrase.modifiers:
        if token.span is not None and token.span.type is SpanType.COUNTRY and token.span.demonym:
            found += reading.mentions(token.span)
    return list({m.id: m for m in found}.values())
