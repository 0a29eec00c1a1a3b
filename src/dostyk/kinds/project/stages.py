"""Finds the clause that acts on a work and the stage that it means."""

from __future__ import annotations

from dostyk.kinds.acting import Act, Acts
from dostyk.kinds.project.holders import Step, after_verb, reached_at, through
from dostyk.kinds.project.names import Called, holder_of, neighbour, stage_of
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import PLACES, Clause, Phrase
from dostyk.model.statement import Modality


def steps(acts: Acts, phrase: Phrase, how: Called) -> list[Step]:
    """What the sentence says happens to a work, finite clauses before participles, each stage once."""
    found: list[Step] = [begun] if (begun := _related(acts, phrase)) is not None else []
    beside = neighbour(acts.sentence, phrase)
    for act in acts.of(phrase) or (acts.of(beside) if beside is not None else []):
        if acts.sentence.tokens[max(0, act.clause.verb - 1)].low in ("than", "as", "if"):
            continue
        beneath = act.holder is not None and not (act.through in wordlists("project")["light"] and act.clause.form == "participle")
        step = through(acts, act) if beneath else _direct(acts, act, phrase, how)
        if step is not None and not any(s.stage == step.stage and s.clause is step.clause for s in found):
            found.append(step)
    if len(found) > 1:
        found = [s for s in found if s.clause.lemma != "be" or s.stage != "under construction"] or found
    return sorted(found, key=lambda s: s.clause.form == "participle")


def _related(acts: Acts, phrase: Phrase) -> Step | None:
    """Read a relative clause on a work: "…, on which work started in May", "…, which X broke ground on in May"."""
    tokens, lists = acts.sentence.tokens, wordlists("project")
    for clause in acts.sentence.clauses:
        which = next((i for i in range(clause.verb - 1, phrase.last, -1) if tokens[i].low in ("which", "whose")), 0)
        if (
            not which
            or any(t.tag.startswith("V") for t in tokens[phrase.last + 1 : clause.verb])
            or _nearer(acts, phrase, which - 2 * (tokens[which - 1].low == "of"))
        ):
            continue
        subject = clause.patient if clause.passive else clause.agent
        on = tokens[which].low == "whose" or tokens[which - 1].low in ("on", "of", "for")
        if (
            on
            and subject is not None
            and subject.first >= which - 2
            and holder_of().get(subject.lemma) == "construction"
            and clause.lemma in lists["starting"]
        ):
            return Step(clause, reached_at("under construction", clause.modality), clause.modality, Act(clause, "on"))
        if clause.lemma == "break" and clause.patient is not None and clause.patient.lemma == "ground":
            return Step(clause, "under construction", clause.modality, Act(clause, "on"))
    return None


def _nearer(acts: Acts, phrase: Phrase, which: int) -> bool:
    """Whether another phrase that is no place stands between a work and the relative word."""
    return any(phrase.last < p.first and p.last < which and (p.span is None or p.span.type not in PLACES) for p in acts.sentence.phrases)


def _direct(acts: Acts, act: Act, phrase: Phrase, how: Called) -> Step | None:
    clause, lists = act.clause, wordlists("project")
    stage = stage_of().get(clause.lemma)
    if phrase.lemma in lists["flights"] and clause.lemma not in lists["flying"]:
        return None
    if clause.lemma == "be" and act.slot == "agent":
        return _state(acts, act)
    since = any(d.relation == "since" for d in acts.sentence.dates)
    if (
        clause.lemma in ("deliver", "carry", "transport", "supply", "connect", "link", "serve")
        and how is Called.NAMED
        and since
        and (act.slot == "agent" or clause.passive)
    ):
        return Step(clause, "operating", clause.modality, act)
    if act.slot == "for" and clause.lemma == "pay":
        return Step(clause, "", clause.modality, act)
    if phrase.lemma == "project" and clause.lemma in ("begin", "start", "launch") and act.slot in ("agent", "patient"):
        return Step(clause, reached_at("under construction", clause.modality), clause.modality, act)
    if clause.lemma == "break" and act.slot in ("on", "for") and clause.patient is not None and clause.patient.lemma == "ground":
        return Step(clause, "under construction", clause.modality, act)
    if (
        clause.lemma in ("produce", "generate", "manufacture", "process", "supply")
        and act.slot == "agent"
        and how is Called.NAMED
        and not clause.passive
        and phrase.span is None
    ):
        return Step(clause, "" if clause.modality is not Modality.ACTUAL else "operating", clause.modality, act)
    if clause.lemma in lists["greeting"] and clause.patient is not None and _first_guests(clause.patient, act):
        return Step(clause, reached_at("operating", clause.modality), clause.modality, act)
    if clause.lemma == "receive" and act.slot == "patient" and not clause.passive and any(t.low == "new" for t in phrase.modifiers):
        return Step(clause, reached_at("completed", clause.modality), clause.modality, act)
    if clause.lemma == "mark" and act.slot == "agent" and how is Called.NAMED:
        return Step(clause, "", clause.modality, act)
    if (
        stage is None
        or (how is Called.DESCRIBED and clause.lemma not in lists["building"])
        or (phrase.lemma in lists["buildings"] and clause.lemma not in lists["raising"])
    ):
        return None
    if act.slot == "patient":
        if stage == "operating" and not _launched(acts, clause):
            return None
        if clause.lemma == "put" and "hold" in after_verb(acts, clause):
            return Step(clause, "cancelled", clause.modality, act)
        return Step(clause, reached_at(_reached(stage, clause), clause.modality), clause.modality, act)
    if act.slot == "agent" and not clause.passive and stage == "operating":
        return Step(clause, reached_at(stage, clause.modality), clause.modality, act) if _opens(clause) else None
    return None


def _first_guests(patient: Phrase, act: Act) -> bool:
    """Whether a work takes in the first of those whom it is for ("welcomed its first passengers")."""
    return act.slot == "agent" and patient.lemma in wordlists("project")["users"] and any(t.low == "first" for t in patient.modifiers)


def _reached(stage: str, clause: Clause) -> str:
    """What is said to have been built stands; what has been handed over is complete; paying for it tells no stage."""
    if (
        clause.lemma
        in (
            "build",
            "construct",
            "erect",
            "implement",
            "realise",
            "realize",
            "renovate",
            "rehabilitate",
            "reconstruct",
            "restore",
            "execute",
            "modernise",
            "modernize",
            "upgrade",
            "expand",
            "extend",
            "refurbish",
            "electrify",
        )
        and clause.modality is Modality.ACTUAL
        and clause.tense == "past"
    ):
        return "completed"
    return "completed" if clause.lemma in ("hand", "deliver", "transfer") else stage


def _launched(acts: Acts, clause: Clause) -> bool:
    """Whether a light verb says that the work goes into operation: "put into operation", "handed over"."""
    after = [t.low for t in acts.sentence.tokens[clause.verb + 1 : clause.verb + 4]]
    match clause.lemma:
        case "put":
            return any(w in after for w in ("into", "in", "on"))
        case "hand":
            return "over" in after
        case "come" | "go" | "enter" | "work" | "function":
            return False
        case "start" | "begin" | "run" | "commence" | "deliver" | "transfer" | "introduce" | "resume":
            return clause.passive or clause.lemma in ("run", "resume", "introduce") or (clause.agent is not None and clause.agent.span is not None)
    return True


def _opens(clause: Clause) -> bool:
    """Whether an active verb says that its subject opens or goes into operation."""
    target = [p.lemma for p in (clause.patient, *clause.obliques) if p is not None]
    running = any(
        t in ("operation", "operations", "service", "production", "use", "work", "construction", "function", "exploitation", "stream") for t in target
    )
    if clause.lemma in ("come", "go", "enter", "start", "begin", "commence"):
        return running or (clause.lemma in ("start", "begin") and clause.patient is None and clause.tense == "past")
    return clause.patient is None and clause.lemma in ("open", "launch", "resume", "operate", "function", "work", "run", "reopen")


def _state(acts: Acts, act: Act) -> Step | None:
    """Read "is under construction", "is in operation", "is 96 percent complete", "is still at the stage of study"."""
    clause = act.clause
    pairs = {(o.preposition, o.lemma) for o in clause.obliques} | {(o.preposition, c.lemma) for o in clause.obliques for c in o.complements}
    after = [t.low for t in acts.sentence.tokens[clause.verb + 1 : clause.verb + 7]]
    nouns = {lemma for _, lemma in pairs}
    stage = ""
    if ("under", "construction") in pairs or ("under", "way") in pairs or "underway" in after or ("under", "development") in pairs:
        stage = "under construction"
    elif any((p, n) in pairs for p in ("in", "into") for n in ("operation", "service", "use")) or "operational" in after:
        stage = "operating"
    elif (
        nouns & {"stage", "phase"}
        and nouns & {"study", "design", "planning", "preparation", "feasibility"}
        or nouns & {"planning", "consideration", "preparation"}
    ):
        stage = "planned"
    elif "complete" in after or "finished" in after or "completed" in after or "ready" in after:
        share = clause.predicate is not None and clause.predicate.quantity is not None and clause.predicate.quantity.unit == "%"
        stage = "under construction" if share or "percent" in after or "%" in after else "completed"
    elif "due" in after and nouns & {"completion", "commissioning"}:
        return Step(clause, "completed", Modality.EXPECTED, act)
    return Step(clause, stage, clause.modality, act) if stage else None
