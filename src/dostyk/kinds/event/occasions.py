"""Finds the clause in which an event takes place, is taken part in, or is what something else happens at."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.kinds.acting import Act, Acts
from dostyk.kinds.event.names import Called
from dostyk.kinds.event.verbs import declared, fits, happens, meant_to, modality_of, person_opens, takes_part
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase
from dostyk.model.statement import Modality

HELD, JOINED, AROUND = "held", "joined", "around"
ENTERPRISES = ("programme", "program", "mission", "season", "course")


@dataclass(frozen=True, slots=True)
class Occasion:
    """The clause that tells of an event; `how` says whether the event is held there, joined, or the setting of something else."""

    clause: Clause
    how: str
    modality: Modality
    act: Act


def occasion(acts: Acts, phrase: Phrase, how_called: Called) -> Occasion | None:
    """The clause that tells most of an event: what was called off before what is held, held before joined, joined before a mere setting."""
    best: tuple[int, Occasion] | None = None
    founded = wordlists("event")["founding"] if {phrase.lemma, phrase.text.split()[-1].lower()} & wordlists("event")["founded"] else frozenset()
    for act in acts.of(phrase):
        if act.clause.lemma in founded:
            continue
        found = (
            _held(acts, act, phrase)
            or _joined(act, phrase)
            or (
                _around(act)
                if how_called is Called.NAMED and phrase.lemma not in ENTERPRISES and phrase.lemma not in wordlists("event")["rounds"]
                else None
            )
        )
        if found is None:
            continue
        weight = _weight(found)
        if best is None or weight > best[0]:
            best = (weight, found)
    return best[1] if best is not None else None


def _weight(found: Occasion) -> int:
    finite = found.clause.form != "participle"
    called_off = finite and found.modality is Modality.NEGATED
    return 8 * called_off + 4 * (found.how == HELD) + 2 * (found.how == JOINED) + finite


def _held(acts: Acts, act: Act, phrase: Phrase) -> Occasion | None:
    clause, lists = act.clause, wordlists("event")
    if act.holder is not None and act.through not in lists["opening"]:
        return None
    lemma = clause.lemma
    if clause.form == "infinitive" and lemma in ("mark", "celebrate", "commemorate", "observe") and not meant_to(clause):
        return None
    if (
        act.slot == "patient"
        and lemma in ("include", "comprise", "feature", "offer")
        and clause.agent is not None
        and clause.agent.lemma in lists["whole"]
    ):
        return Occasion(clause, HELD, clause.modality, act)
    modality = modality_of(acts, clause)
    if act.slot == "patient" and lemma in lists["hold"] and fits(acts, clause, phrase):
        return Occasion(clause, JOINED if person_opens(clause) else HELD, modality, act)
    if act.slot == "with" and act.holder is None and lemma in lists["rounding"] and phrase.determiner in ("a", "an"):
        return Occasion(clause, HELD, modality, act)
    if act.slot == "agent" and not clause.passive and lemma in lists["happen"] and happens(acts, clause):
        return Occasion(clause, HELD, modality, act)
    if act.slot in ("predicate", "as") and lemma in lists["declared"] and act.holder is None and declared(acts, clause):
        return Occasion(clause, HELD, modality, act)
    if act.slot == "predicate" and lemma == "be" and any(t.tag == "EX" for t in acts.sentence.tokens):
        return Occasion(clause, HELD, modality, act)
    return None


def _joined(act: Act, phrase: Phrase) -> Occasion | None:
    clause, lists = act.clause, wordlists("event")
    if act.slot == "predicate" and act.through in lists["guests"] and clause.lemma in ("be", "become"):
        return Occasion(clause, JOINED, clause.modality, act)
    if act.holder is not None and act.through not in lists["opening"]:
        return None
    lemma = clause.lemma
    if act.slot == "patient" and lemma in lists["attend"]:
        return Occasion(clause, JOINED, clause.modality, act)
    if act.slot in ("in", "at") and lemma in lists["join"] and not (lemma == "take" and not takes_part(clause)):
        return (
            Occasion(clause, JOINED, clause.modality, act)
            if act.slot == "at"
            or lemma in ("participate", "compete", "take", "perform", "exhibit", "represent", "partake", "engage", "speak", "showcase", "play")
            else None
        )
    return None


def _around(act: Act) -> Occasion | None:
    """The event as the setting of what the clause tells ("travelled to Lima for the X Forum", "signed at the X Expo")."""
    clause, lists = act.clause, wordlists("event")
    if act.holder is not None and act.through not in lists["around"]:
        return None
    if act.slot in ("at", "during", "following", "after") or (act.slot in ("within", "on", "in", "as", "under") and act.holder is not None):
        return Occasion(clause, AROUND, clause.modality, act)
    if act.slot in ("for", "to") and clause.lemma in lists["travel"]:
        return Occasion(clause, AROUND, clause.modality, act)
    return None
