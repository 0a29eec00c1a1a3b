"""Reads what is done with a work through a noun before it: its construction, completion, opening, contract, plan."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.kinds.acting import Act, Acts
from dostyk.kinds.project.names import holder_of, stage_of
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause
from dostyk.model.statement import Modality

AHEAD = (Modality.PLANNED, Modality.EXPECTED)


@dataclass(frozen=True, slots=True)
class Step:
    """A clause that acts on a work, the stage it means and the modality."""

    clause: Clause
    stage: str
    modality: Modality
    act: Act


def through(acts: Acts, act: Act) -> Step | None:
    """Read what is done with the construction, completion, opening, contract or plan of a work."""
    clause, lists = act.clause, wordlists("project")
    sort, lemma = holder_of().get(act.through, ""), act.clause.lemma
    stage = stage_of().get(lemma, "")
    off = stage == "cancelled"
    if act.slot == "for" and sort == "construction" and lemma in lists["funding"]:
        return Step(clause, reached_at("agreed", clause.modality), clause.modality, act)
    if act.slot not in ("patient", "agent", "predicate") and not (
        sort in ("operation", "ceremony", "ground") and lemma in lists["affirming"] and act.slot in ("at", "in")
    ):
        return None
    if sort in ("ceremony", "part"):
        return (
            _ceremony(act, clause)
            if sort == "ceremony"
            else (Step(clause, reached_at(stage, clause.modality), clause.modality, act) if stage and act.slot == "patient" else None)
        )
    if off and sort:
        return Step(clause, "cancelled", clause.modality, act)
    if sort == "construction":
        if lemma in lists["ending"]:
            return Step(clause, reached_at("completed", clause.modality), clause.modality, act)
        if lemma in lists["starting"] and (lemma != "be" or any(o.lemma == "way" for o in clause.obliques) or "underway" in after_verb(acts, clause)):
            return Step(clause, reached_at("under construction", clause.modality), clause.modality, act)
        if lemma in lists["agreeing"] or lemma in lists["expecting"]:
            planned = clause.modality if clause.modality is not Modality.ACTUAL else Modality.PLANNED
            return Step(clause, "agreed" if lemma in lists["agreeing"] else "planned", planned, act) if lemma != "be" else None
    if sort in ("completion", "operation"):
        when = "completed" if sort == "completion" else "operating"
        if lemma in lists["funding"] and act.slot == "patient":
            return Step(clause, reached_at("under construction", clause.modality), clause.modality, act)
        if lemma in lists["affirming"]:
            return Step(clause, when, clause.modality, act)
        return (
            Step(clause, when, Modality.EXPECTED if clause.modality is Modality.ACTUAL else clause.modality, act)
            if lemma in lists["expecting"]
            else None
        )
    if sort == "ground" and (lemma in lists["affirming"] or lemma in lists["starting"]):
        return Step(clause, "under construction", clause.modality, act)
    if sort == "plan" and lemma in lists["showing"]:
        return Step(clause, "planned", Modality.PLANNED if clause.modality is Modality.ACTUAL else clause.modality, act)
    if sort == "contract" and lemma in lists["agreeing"]:
        return Step(clause, "agreed", Modality.PLANNED if clause.modality is Modality.ACTUAL else clause.modality, act)
    return None


def _ceremony(act: Act, clause: Clause) -> Step | None:
    """A ceremony: groundbreaking, or opening."""
    low = act.holder.text.lower() if act.holder is not None else ""
    if clause.lemma not in wordlists("project")["affirming"]:
        return None
    if any(w in low for w in ("ground", "stone", "start", "launch of construction")):
        return Step(clause, "under construction", clause.modality, act)
    return (
        Step(clause, "operating", clause.modality, act) if any(w in low for w in ("open", "inaugurat", "commission", "handover", "unveil")) else None
    )


def after_verb(acts: Acts, clause: Clause) -> list[str]:
    """The three words behind a verb, in lower case."""
    return [t.low for t in acts.sentence.tokens[clause.verb + 1 : clause.verb + 4]]


def reached_at(stage: str, modality: Modality) -> str:
    """The stage that is reached: what is still to come is planned, what did not come to be is cancelled."""
    if modality is Modality.NEGATED:
        return "cancelled"
    return "planned" if modality in AHEAD and stage != "cancelled" else stage
