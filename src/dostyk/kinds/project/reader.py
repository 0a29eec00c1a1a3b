"""Reads projects: named works with who builds them, where, and how far they are."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from dostyk.languages.words import words
from dostyk.kinds.wording import everything, without_article
from dostyk.model.analysis import PLACES, Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

STAGES_BY_MODALITY = {Modality.PLANNED: "planned", Modality.EXPECTED: "planned"}
SPOKEN_OF = {"be", "include", "discuss", "visit", "note", "mark", "see", "tour", "inspect"}
BUILDING = {"build", "construct", "finance", "fund", "complete", "commission", "finish", "open", "inaugurate", "renovate", "expand", "reconstruct", "launch", "modernise", "modernize"}
VAGUE = {"project", "initiative", "network", "scheme", "line", "field", "zone", "building", "complex", "corridor", "facility"}
STEPS = {"work": "under construction", "construction": "under construction", "commissioning": "operating", "completion": "completed", "test operation": "testing", "operation": "operating", "test": "testing"}
GENERAL = {"initiative", "line", "field", "route", "network", "park", "road", "port", "station", "zone", "hub", "building", "facility", "farm", "mine", "complex", "hotel", "mall", "corridor", "station", "airport"}


@cache
def _data() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    data = tomllib.loads(resources.files("dostyk.kinds.project").joinpath("en.toml").read_text("utf-8"))
    stages = {verb: stage for stage, verbs in data["stages"].items() for verb in verbs}
    types = tuple((word, name) for name, found in data["types"].items() for word in found)
    return stages, types


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each named project that a sentence says is planned, built, opened."""
    for phrase in everything(sentence):
        named = _project(phrase)
        if not named and not _unnamed(phrase):
            continue
        acted = _acted(sentence, phrase, phrase.clause)
        if acted is not None and (named or acted[0].lemma in BUILDING):
            yield _draft(sentence, phrase, acted, reading)
    for clause in sentence.clauses:
        yield from _step(sentence, clause, reading)


def _unnamed(phrase: Phrase) -> bool:
    """Whether a phrase describes one work without a name of its own ("a wastewater plant of 33 million euros", "a bridge over the X")."""
    if phrase.lemma not in words().classes["project"] or phrase.lemma.endswith("s") or phrase.lemma in VAGUE or phrase.determiner in ("this", "that", "any", "no", "every"):
        return False
    return any(t.tag.startswith("N") for t in phrase.modifiers)


def _step(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read what happens next to a project named before: "works began in …", "commissioning is due in …", "completion is expected in …"."""
    subject = clause.patient if clause.passive else clause.agent
    if subject is None or subject.lemma.rstrip("s") not in STEPS or not sentence.start <= subject.start < sentence.end:
        return
    stage = STEPS[subject.lemma.rstrip("s")]
    if clause.lemma not in ("begin", "start", "be", "expect", "schedule", "plan", "complete", "finish", "launch", "resume", "end", "commence", "due"):
        return
    if subject.lemma.rstrip("s") in ("construction", "work") and clause.lemma in ("complete", "finish", "end"):
        stage = "completed"
    known = [m for c in subject.complements for m in reading.mentions(c) if c.lemma in words().classes["project"]] or [m for m in [reading.memory.get("project")] if m is not None]
    if not known or not sentence.dates:
        return
    modality = Modality.EXPECTED if clause.lemma in ("expect", "schedule", "be") else clause.modality
    verb = sentence.tokens[clause.verb]
    roles: dict[str, list[Filler]] = {"project": [known[0]]}
    yield Draft("Project", min(subject.start, verb.start), max(subject.end, verb.end), roles, {"stage": stage}, "", modality, rule="project.step", confidence=0.65, anchor=verb.start)


def _project(phrase: Phrase) -> bool:
    """Whether a phrase names a project: a head of the class, with a name, a place or a capacity before it."""
    classes = words().classes["project"]
    last = phrase.span.text.split()[-1].lower() if phrase.span is not None and phrase.span.type in (SpanType.NAME, SpanType.ORGANISATION) else ""
    if phrase.lemma not in classes and last not in classes and f"{phrase.modifiers[-1].low if phrase.modifiers else ''} {phrase.lemma}" not in classes:
        return False
    if last and last in classes:
        return True
    names = [t for t in phrase.modifiers if t.span is not None and t.span.type is not SpanType.QUANTITY]
    named = any(not t.span.demonym for t in names if t.span is not None) or any(t.text[:1].isupper() and t.span is None for t in phrase.modifiers)
    sized = phrase.quantity is not None and not phrase.quantity.bare
    return named or (sized and phrase.lemma in ("plant", "station", "farm", "project")) or (phrase.possessor is not None and phrase.possessor.span is not None and phrase.lemma not in GENERAL and bool(phrase.modifiers))


def _acted(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> tuple[Clause, str, Modality] | None:
    """The clause that acts on the project and the stage that it means."""
    stages, _ = _data()
    candidates = [c for c in sentence.clauses if c.form == "participle" and c.patient is not None and any(m is phrase for m in c.patient.members())]
    if clause is not None:
        candidates.append(clause)
    for candidate in sorted(candidates, key=lambda c: c.form == "participle"):
        stage = stages.get(candidate.lemma)
        if stage is None and candidate.lemma == "mark" and candidate.agent is not None and any(m is phrase for m in candidate.agent.members()):
            return candidate, "", candidate.modality
        if stage is None:
            continue
        slots = [candidate.patient, candidate.agent, candidate.predicate]
        direct = any(m is phrase for s in slots if s is not None for m in s.members())
        among = candidate.patient is not None and candidate.patient.lemma.startswith("project") and phrase.preposition in ("such as", "including", "as", "like") and phrase.first > candidate.patient.last
        construction = any(m is phrase for s in slots if s is not None for c in s.complements for m in c.members())
        if not (direct or among or construction):
            continue
        if candidate.lemma in ("begin", "start") and any(o.lemma in ("operation", "operations") for o in [candidate.patient, *candidate.obliques] if o is not None):
            stage = "operating"
        elif construction and candidate.lemma in ("begin", "start", "launch"):
            stage = "under construction"
        elif construction and candidate.lemma == "complete":
            stage = "completed"
        elif among and candidate.lemma in ("implement", "realise", "realize"):
            stage = "completed"
        return candidate, STAGES_BY_MODALITY.get(candidate.modality, stage), candidate.modality
    return None


def _draft(sentence: Sentence, phrase: Phrase, acted: tuple[Clause, str, Modality], reading: Reading) -> Draft:
    clause, stage, modality = acted
    name = without_article(phrase.text if not phrase.complements else sentence.text[phrase.start - sentence.start : phrase.complements[0].start - sentence.start].rsplit(" ", 2)[0])
    if phrase.complements:
        name = without_article(sentence.text[phrase.start - sentence.start : sentence.tokens[phrase.head].end - sentence.start])
    from dostyk.kinds.naming import thing

    roles: dict[str, list[Filler]] = {"project": [thing(name)]}
    reading.memory["project"] = roles["project"][0]
    places = _places(phrase, clause, reading)
    if places:
        roles["place"] = list(places)
    builders = _builders(sentence, phrase, clause, reading)
    if builders:
        roles["participant"] = list(builders)
    verb = sentence.tokens[clause.verb]
    start, end = min(phrase.start, verb.start), max(phrase.end, verb.end)
    attributes = {"project_type": _type(name), "stage": stage}
    return Draft("Project", start, end, roles, attributes, "", modality, rule="project", confidence=0.75, anchor=verb.start if clause.verb > phrase.head else phrase.start)


def _type(name: str) -> str:
    low = f" {name.lower()} "
    return next((kind for word, kind in _data()[1] if word in low), "")


def _places(phrase: Phrase, clause: Clause, reading: Reading) -> list[Mention]:
    slots = [o for o in (*clause.obliques, *phrase.complements) if o.preposition in ("in", "at", "near")]
    found = [m for s in slots for member in s.members() for m in reading.mentions(member, ("place",))]
    for token in phrase.modifiers:
        if token.span is not None and token.span.type in PLACES and not token.span.demonym and token.span.type is not SpanType.COUNTRY:
            found.append(reading.mentions(token.span)[0])
    return list({m.id: m for m in found}.values())


def _builders(sentence: Sentence, phrase: Phrase, clause: Clause, reading: Reading) -> list[Mention]:
    """Who stands behind it: "by …" of the clause or of a participle on the project, else who acts."""
    slots = [clause.agent] if clause.agent is not None and not any(m is phrase for m in clause.agent.members()) else []
    for other in sentence.clauses:
        if other.form == "participle" and other.agent is not None and other.patient is not None and any(m is phrase for m in other.patient.members()):
            slots.append(other.agent)
    found = []
    for slot in slots:
        for member in slot.members() if slot is not None else []:
            for mention in reading.mentions(member, ("organisation", "country", "person", "name")):
                found.append(Mention(mention.text, mention.name, mention.id, MentionType.ORGANISATION) if mention.type is MentionType.OTHER else mention)
    return list({m.id: m for m in found}.values())
