"""Reads projects: named works with who builds them, where, and how far they are."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.acting import Act, Acts, acts_of
from dostyk.kinds.naming import thing
from dostyk.kinds.project.holders import Step
from dostyk.kinds.project.later import again, remember, step_of
from dostyk.kinds.project.lists import example, line
from dostyk.kinds.project.names import Called, built, called, located
from dostyk.kinds.project.roles import builders, places
from dostyk.kinds.project.stages import steps
from dostyk.kinds.project.titles import name_of, type_of, worth_of
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.statement import Modality


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each work that a sentence says is planned, built, opened."""
    acts = acts_of(sentence, reading.memory)
    told: list[Phrase] = []
    for phrase in acts.phrases:
        found = list(_told(acts, phrase, reading))
        told += [phrase] if found else []
        yield from found
    for phrase, draft in _works_on(acts, reading):
        told.append(phrase)
        yield draft
    subjects = {id(p) for p in told}
    for clause in sentence.clauses:
        subject = clause.patient if clause.passive else clause.agent
        if id(subject) not in subjects:
            yield from again(sentence, clause, reading)
    _follow(acts, told, reading)


def _told(acts: Acts, phrase: Phrase, reading: Reading) -> Iterator[Draft]:
    """What is said of one work: step by step, or as an example or line of a list."""
    how = called(acts.sentence, phrase)
    if how is Called.NAMED and acts.of(phrase) and phrase.span is None and phrase.lemma not in wordlists("project")["buildings"]:
        reading.memory[f"project {phrase.lemma}"] = thing(name_of(acts.sentence, phrase))
    if how is Called.NOT and phrase.span is not None and phrase.span.type in (SpanType.NAME, SpanType.PERSON):
        step = example(acts, phrase) or _erected(acts, phrase)
        if step is not None and step.act.slot in ("predicate", "patient"):
            yield from _drafts(_draft(acts, phrase, Called.NAMED, step, reading))
        return
    if how is Called.NOT:
        step = _raised(acts, phrase)
        draft = _draft(acts, phrase, Called.DESCRIBED, step, reading) if step is not None else None
        yield from _drafts(draft if draft is not None and "place" in draft.roles and "participant" in draft.roles else None)
        return
    done = steps(acts, phrase, how)
    if not done and (how is Called.NAMED or phrase.span is not None) and (step := example(acts, phrase)) is not None:
        done = [step]
    for number, step in enumerate(done):
        draft = _draft(acts, phrase, how, step, reading)
        if draft is not None:
            if number:
                draft.start = acts.sentence.tokens[step.clause.verb].start
            yield draft
    stage = line(acts, phrase) if not done else None
    if stage is not None and (how is Called.NAMED or stage or acts.sentence.form == "row"):
        yield from _drafts(_draft(acts, phrase, how, None, reading, stage))


def _drafts(draft: Draft | None) -> Iterator[Draft]:
    if draft is not None:
        yield draft


def _erected(acts: Acts, phrase: Phrase) -> Step | None:
    """The clause in which something known by its name alone was put up somewhere on a day ("The Independence Column was erected in Lima in 1921")."""
    for act in acts.of(phrase):
        clause = act.clause
        if (
            (
                act.slot == "patient"
                and act.holder is None
                and clause.passive
                and clause.form == "finite"
                and clause.lemma in ("build", "construct", "erect")
            )
            and any(o.preposition == "in" for o in clause.obliques)
            and any(d.edtf for d in acts.sentence.dates)
        ):
            return Step(clause, "completed" if clause.modality is Modality.ACTUAL else "planned", clause.modality, act)
    return None


def _raised(acts: Acts, phrase: Phrase) -> Step | None:
    """The clause in which something outside the lists is built by somebody somewhere ("… plans to build a 50 MW electrolyser in Lima")."""
    raising = ("build", "construct", "erect", "raise", "set")
    act = next((a for a in acts.of(phrase) if a.slot == "patient" and a.holder is None and a.clause.lemma in raising[:4]), None)
    if act is None or not built(acts.sentence, phrase):
        return None
    stage = "planned" if act.clause.modality in (Modality.PLANNED, Modality.EXPECTED) else "under construction"
    return Step(act.clause, stage, act.clause.modality, act)


def _works_on(acts: Acts, reading: Reading) -> Iterator[tuple[Phrase, Draft]]:
    """Read "work on the X bridge is to start in May": the step is the subject, the work stands behind "on"."""
    for clause in acts.sentence.clauses:
        subject = clause.patient if clause.passive else clause.agent
        if subject is None or subject.lemma not in ("work", "works", "construction", "groundbreaking") or subject.complements:
            continue
        for phrase in clause.obliques:
            how = called(acts.sentence, phrase) if phrase.preposition in ("on", "at", "for") and phrase.start > subject.end else Called.NOT
            told = step_of(clause, subject) if how is not Called.NOT else None
            if told is None and how is not Called.NOT and clause.lemma == "take":
                told = "under construction", clause.modality
            if told is not None:
                step = Step(clause, told[0] if told[1] is not Modality.PLANNED else "planned", told[1], Act(clause, "on"))
                if (draft := _draft(acts, phrase, Called.NAMED, step, reading)) is not None:
                    yield subject, draft


def _follow(acts: Acts, told: list[Phrase], reading: Reading) -> None:
    """Remember whether "it" in the next sentence can mean the work: it was this sentence's subject or object, or still is."""
    pronoun = any(s is not None and s.lemma in ("it", "works", "work", "construction") for c in acts.sentence.clauses for s in (c.agent, c.patient))
    reading.memory["project topic"] = bool(told) or (pronoun and bool(reading.memory.get("project topic")))


def _draft(acts: Acts, phrase: Phrase, how: Called, step: Step | None, reading: Reading, stage: str = "") -> Draft | None:
    sentence = acts.sentence
    name = name_of(sentence, phrase)
    seats = places(acts, phrase, step, reading)
    by = builders(acts, phrase, step, reading)
    dated = any(d.edtf and not d.vague for d in sentence.dates)
    enough = seats or by or dated and phrase.lemma != "project" or step is not None and step.stage == "cancelled" or located(sentence, phrase)
    if how is Called.DESCRIBED and not enough:
        return None
    roles: dict[str, list[Filler]] = {"project": [thing(name)]}
    remember(reading, thing(name), phrase.lemma if phrase.span is None else name.split()[-1].lower())
    if seats:
        roles["place"] = list(seats)
    if by:
        roles["participant"] = list(by)
    if step is None:
        return Draft(
            "Project",
            phrase.start,
            phrase.end,
            roles,
            {"project_type": type_of(name, phrase), "stage": stage},
            "",
            Modality.PLANNED if stage == "planned" else Modality.ACTUAL,
            rule="project.list",
            confidence=0.6,
            anchor=phrase.start,
        )
    verb = sentence.tokens[step.clause.verb]
    attributes = {"project_type": type_of(name, phrase), "stage": step.stage, **worth_of(sentence, phrase)}
    anchor = verb.start
    start, end = min(phrase.start, verb.start), max(phrase.end, verb.end)
    return Draft(
        "Project", start, end, roles, attributes, "", step.modality, rule="project", confidence=0.75 if how is Called.NAMED else 0.65, anchor=anchor
    )
