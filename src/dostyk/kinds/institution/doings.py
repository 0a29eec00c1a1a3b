"""Finds the clauses in which an institution is founded, works, moves or closes."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.kinds.acting import Act, Acts
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import PLACES, Clause, Phrase, SpanType
from dostyk.model.statement import Modality

STANDING = ("university", "hospital", "bank", "chamber", "council", "association", "ministry")


@dataclass(frozen=True, slots=True)
class Doing:
    """A clause that tells of an institution; `founded`: it comes to be there; `seated`: the subject says where it is ("Lima has a …")."""

    clause: Clause
    modality: Modality
    founded: bool
    seated: bool = False


def doings(acts: Acts, phrase: Phrase) -> list[Doing]:
    """The clauses that tell of an institution, in order; where it stands and who built it is told with what else is said."""
    lists = wordlists("institution")
    told = [
        found
        for act in acts.of(phrase)
        if (found := _founded(acts, act) or _opened(act) or (_working(acts, act, phrase) if act.holder is None else None)) is not None
    ]
    weak = lists["standing"] | lists["loose"]
    return [d for d in told if d.clause.lemma not in weak or not d.clause.passive] or told[:1]


def _founded(acts: Acts, act: Act) -> Doing | None:
    """Whether the institution is what is founded, or what opens."""
    clause, lists = act.clause, wordlists("institution")
    if act.holder is not None:
        return None
    modality = (
        Modality.PLANNED
        if clause.lemma in ("promise", "plan", "foresee", "envisage", "propose", "announce") and clause.modality is Modality.ACTUAL
        else clause.modality
    )
    modality = Modality.ACTUAL if modality is Modality.ONGOING else modality
    if act.slot == "patient" and clause.lemma in lists["founding"]:
        return Doing(clause, modality, True)
    if act.slot == "agent" and clause.lemma == "come" and _into_being(acts, clause):
        return Doing(clause, modality, True)
    if act.slot == "agent" and not clause.passive and clause.lemma in lists["beginning"]:
        patient = clause.patient
        if (
            patient is None
            or patient.lemma in ("door", "doors", *lists["settling"])
            or (patient.span is not None and patient.span.type is SpanType.DATE)
        ):
            return Doing(clause, modality, clause.lemma != "close")
    return None


def _into_being(acts: Acts, clause: Clause) -> bool:
    """Whether something comes "into being", "into existence"."""
    after = [t.low for t in acts.sentence.tokens[clause.verb + 1 : clause.verb + 3]]
    return after[:1] == ["into"] and after[-1] in ("being", "existence")


def _opened(act: Act) -> Doing | None:
    """Whether the institution's opening takes place, is attended, is agreed on."""
    clause, lists = act.clause, wordlists("institution")
    if act.holder is None or act.through not in lists["opening"]:
        return None
    if clause.lemma in lists["intending"]:
        return Doing(clause, Modality.PLANNED, True)
    if clause.lemma in lists["affirming"] and act.slot in ("agent", "patient", "in", "to", "at"):
        return Doing(clause, clause.modality, True)
    return None


def _working(acts: Acts, act: Act, phrase: Phrase) -> Doing | None:
    clause, lists = act.clause, wordlists("institution")
    modality = Modality.ACTUAL if clause.modality is Modality.ONGOING else clause.modality
    doing = Doing(clause, modality, False)
    if (
        act.slot == "agent"
        and clause.lemma == "be"
        and any(t.low in ("active", "present", "operational") for t in acts.sentence.tokens[clause.verb + 1 : clause.verb + 4])
    ):
        return doing
    if act.slot == "agent" and not clause.passive:
        if clause.lemma in lists["working"] and (clause.patient is None or clause.lemma in ("relocate", "move", "commence")):
            return doing
        placed = any(c.preposition in ("in", "at") for c in (*phrase.complements, *clause.obliques))
        teaches = clause.lemma in lists["teaching"] and placed and not any(w in phrase.text.lower().split() for w in STANDING)
        return doing if teaches else None
    if act.slot == "patient" and clause.passive and clause.lemma in lists["housed"]:
        return doing if clause.lemma != "take" or clause.particle == "over" else None
    if act.slot == "patient" and not clause.passive and clause.lemma in ("close", "relocate", "move", "reopen", "upgrade"):
        return doing
    if act.slot == "predicate" and clause.lemma == "be" and any(t.tag == "EX" for t in acts.sentence.tokens):
        return doing
    agent = clause.agent
    if act.slot == "patient" and clause.lemma in ("have", "house", "host") and agent is not None and agent.span is not None:
        seat = agent.span.type in PLACES and agent.span.type is not SpanType.COUNTRY or clause.lemma != "have"
        return Doing(clause, modality, False, seat) if seat or agent.span.type in (SpanType.ORGANISATION, SpanType.NAME) else None
    return None
