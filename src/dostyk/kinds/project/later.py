"""Reads what later sentences say of a work named before: "works began in …", "it was opened in …", "completion is due in …"."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.naming import thing
from dostyk.kinds.project.names import holder_of, stage_of
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

STAGES = {
    "completion": "completed",
    "handover": "completed",
    "commissioning": "operating",
    "test": "testing",
    "tests": "testing",
    "testing": "testing",
}
TRYING = ("test", "trial", "pilot")
RUNNING = ("operation", "operations", "production", "deliveries", "generation", "traffic", "service")
WIDE = ("project", "facility", "complex", "work", "works", "site", "undertaking")


def remember(reading: Reading, mention: Mention, head: str) -> None:
    """Take note of the last work, and of the last one of each sort."""
    reading.memory["project"] = mention
    reading.memory[f"project {head}"] = mention


def again(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Give a draft where a clause's subject is a step of a work named before, or that work by a pronoun or its sort."""
    subject = _with_step(sentence, clause) or (clause.patient if clause.passive else clause.agent)
    if subject is None or not sentence.start <= subject.start < sentence.end:
        return
    known = _meant(subject, reading)
    step = subject.lemma in wordlists("project")["steps"]
    if known is None and step:
        known = _ofstep_of(subject, reading) or _works(sentence, subject)
    if known is None:
        return
    told = step_of(clause, subject) if step else _act(sentence, clause)
    if told is None or not sentence.dates:
        return
    stage, modality = told
    verb = sentence.tokens[clause.verb]
    roles: dict[str, list[Filler]] = {"project": [known]}
    start, end = min(subject.start, verb.start), max(subject.end if step else verb.end, verb.end)
    yield Draft("Project", start, end, roles, {"stage": stage}, "", modality, rule="project.later", confidence=0.65, anchor=verb.start)


def _with_step(sentence: Sentence, clause: Clause) -> Phrase | None:
    """The step of a work that a clause without a verb of its own tells of ("…, with | test operations | on some sections expected by May")."""
    if clause.form != "participle" or clause.lemma not in wordlists("project")["expecting"]:
        return None
    for phrase in sentence.phrases:
        between = sentence.tokens[phrase.last + 1 : clause.verb]
        if phrase.preposition == "with" and phrase.lemma in wordlists("project")["steps"] and phrase.last < clause.verb:
            return phrase if not any(t.tag.startswith(("VB", "MD")) or t.text in (",", ";") for t in between) else None
    return None


def _meant(subject: Phrase, reading: Reading) -> Mention | None:
    """The work that a pronoun or "the bridge", "the plant" means."""
    if subject.span is not None or subject.possessor is not None or subject.others:
        return None
    last = reading.memory.get("project")
    last = last if isinstance(last, Mention) else None
    if subject.lemma == "it":
        return last if reading.memory.get("project topic") else None
    if subject.determiner not in ("the", "this") or subject.complements:
        return None
    if last is not None and subject.lemma in ("project", "facility", "complex", "system") and not subject.modifiers:
        return last
    same = reading.memory.get(f"project {subject.lemma}")
    return same if isinstance(same, Mention) else None


def _works(sentence: Sentence, subject: Phrase) -> Mention | None:
    """Works that say themselves what they are, where no work was named before ("Extension works have started")."""
    if subject.lemma != "work" or subject.determiner in ("no", "a") or not subject.modifiers:
        return None
    if holder_of().get(subject.modifiers[-1].low) != "construction":
        return None
    return thing(sentence.text[subject.modifiers[0].start - sentence.start : sentence.tokens[subject.head].end - sentence.start])


def _ofstep_of(subject: Phrase, reading: Reading) -> Mention | None:
    """Whose works, completion or commissioning it is: the one named behind "of" or "on", else the last."""
    last = reading.memory.get("project")
    if not isinstance(last, Mention) or subject.determiner in ("no", "a") or subject.possessor is not None:
        return None
    for complement in subject.complements:
        same = reading.memory.get(f"project {complement.lemma}")
        if isinstance(same, Mention):
            return same
        return last if complement.lemma in (*WIDE, "it", "which") else None
    vague = [t for t in subject.modifiers if t.span is not None]
    return last if not vague else None


def step_of(clause: Clause, subject: Phrase) -> tuple[str, Modality] | None:
    """The stage that a step means: "works began", "completion is expected", "construction was finished", "production starts"."""
    lists, lemma = wordlists("project"), clause.lemma
    expected = Modality.EXPECTED if clause.modality is Modality.ACTUAL else clause.modality
    if any(t.low in TRYING for t in subject.modifiers):
        return ("testing", expected if lemma in lists["expecting"] else clause.modality)
    if subject.lemma in STAGES:
        if lemma in ("take", "begin", "start", "conduct", "complete", "hold", "finish", "commence"):
            return STAGES[subject.lemma], clause.modality
        return (STAGES[subject.lemma], expected) if lemma in lists["expecting"] else None
    if lemma in lists["ending"]:
        return "completed", clause.modality
    if lemma in ("begin", "start", "commence", "launch", "resume", "continue") or (
        lemma in ("get", "be") and any(o.preposition == "under" and o.lemma == "way" for o in clause.obliques)
    ):
        return "operating" if subject.lemma in RUNNING else "under construction", clause.modality
    if stage_of().get(lemma) == "cancelled":
        return "cancelled", clause.modality
    return ("operating" if subject.lemma in RUNNING else "under construction", expected) if lemma in ("expect", "schedule", "plan", "due") else None


def _act(sentence: Sentence, clause: Clause) -> tuple[str, Modality] | None:
    """The stage that a verb means for a work spoken of by a pronoun."""
    lists = wordlists("project")
    stage = stage_of().get(clause.lemma)
    due = next((o.lemma for o in clause.obliques if o.preposition == "for" and o.lemma in STAGES), "")
    if due and clause.lemma in ("be", "slate", "schedule", "expect", "plan", "set"):
        return STAGES[due], Modality.EXPECTED
    if stage is None or clause.lemma not in lists["building"] | {"come", "go", "enter"}:
        return None
    if clause.passive:
        return ("planned" if clause.modality in (Modality.PLANNED, Modality.EXPECTED) else stage), clause.modality
    opening = clause.patient is None or clause.patient.lemma in RUNNING
    if stage == "operating" and clause.lemma in ("open", "start", "begin", "reopen", "resume", "come", "go", "enter") and opening:
        return ("planned" if clause.modality in (Modality.PLANNED, Modality.EXPECTED) else stage), clause.modality
    return None
