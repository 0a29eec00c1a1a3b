"""Finds the clause in which an event takes place, is taken part in, or is what something else happens at."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.kinds.acting import Act, Acts
from dostyk.kinds.event.names import Called
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import PLACES, Clause, Phrase, SpanType
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
        found = _held(acts, act, phrase) or _joined(act, phrase) or (_around(act) if how_called is Called.NAMED and phrase.lemma not in ENTERPRISES and phrase.lemma not in wordlists("event")["rounds"] else None)
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
    if clause.form == "infinitive" and lemma in ("mark", "celebrate", "commemorate", "observe") and not _meant_to(clause):
        return None
    if act.slot == "patient" and lemma in ("include", "comprise", "feature", "offer") and clause.agent is not None and clause.agent.lemma in lists["whole"]:
        return Occasion(clause, HELD, clause.modality, act)
    modality = _modality(acts, clause)
    if act.slot == "patient" and lemma in lists["hold"] and _fits(acts, clause, phrase):
        return Occasion(clause, JOINED if _person_opens(clause) else HELD, modality, act)
    if act.slot == "agent" and not clause.passive and lemma in lists["happen"] and _happens(acts, clause):
        return Occasion(clause, HELD, modality, act)
    if act.slot in ("predicate", "as") and lemma in lists["declared"] and act.holder is None and _declared(acts, clause):
        return Occasion(clause, HELD, modality, act)
    if act.slot == "predicate" and lemma == "be" and any(t.tag == "EX" for t in acts.sentence.tokens):
        return Occasion(clause, HELD, modality, act)
    return None


def _meant_to(clause: Clause) -> bool:
    """Whether an infinitive is what somebody plans, not what something else is for ("… plans to celebrate", not "held to celebrate")."""
    return clause.governor is not None and clause.governor.lemma in ("plan", "intend", "agree", "want", "prepare", "decide", "propose", "be", "go", "expect", "schedule", "promise")


def _fits(acts: Acts, clause: Clause, phrase: Phrase) -> bool:
    """Whether a light verb really says that its object is held: "Astana had a week of …", "the fair was put off", "called off"."""
    lemma, agent = clause.lemma, clause.agent
    if lemma in ("call", "put"):
        return _particle(acts, clause) == "off"
    if lemma in ("carry",):
        return _particle(acts, clause) == "out"
    if lemma in ("have", "see", "offer", "include", "present", "welcome", "support"):
        return not clause.passive and (agent is None or (agent.span is not None and agent.span.type in (*PLACES, SpanType.DATE, SpanType.ORGANISATION, SpanType.NAME)) or agent.lemma in ("city", "country"))
    if lemma == "see":
        return agent is not None and agent.span is not None and agent.span.type is SpanType.DATE
    return not (lemma in ("expect", "plan", "prepare", "announce", "promise", "foresee", "envisage") and not clause.passive and clause.form == "finite" and phrase.determiner == "the")


def _happens(acts: Acts, clause: Clause) -> bool:
    """Whether the verb says that its subject takes place."""
    lemma, patient = clause.lemma, clause.patient
    if lemma == "take":
        return patient is not None and patient.lemma == "place"
    if lemma == "be":
        return any(o.preposition in ("on", "under") and o.lemma in ("display", "show", "view", "way", "tour") for o in clause.obliques) or any(
            t.low in ("underway", "under") for t in acts.sentence.tokens[clause.verb + 1 : clause.verb + 3]
        )
    if lemma == "go":
        return any(o.preposition == "on" and o.lemma in ("show", "display", "view", "tour") for o in clause.obliques) or _particle(acts, clause) in ("ahead", "on")
    if lemma in ("open", "begin", "start", "close", "launch", "resume", "premiere", "occur", "commence", "kick", "wrap", "end", "finish", "last", "return", "travel", "run", "follow", "continue", "conclude", "tour"):
        return patient is None or patient.span is not None and patient.span.type in (SpanType.DATE, SpanType.QUANTITY) or lemma == "last"
    return lemma in ("gather", "attract", "bring", "feature", "draw", "unite", "include", "focus", "introduce", "coincide") and clause.form == "finite"


def _declared(acts: Acts, clause: Clause) -> bool:
    """Whether a span of time is declared to be the event ("2018 was declared the Year of Chile")."""
    subject = clause.patient if clause.passive else clause.agent
    if subject is None:
        return clause.passive and any(d.end <= clause.end for d in acts.sentence.dates)
    return subject.lemma in ("year", "month", "week", "day") or subject.span is not None and subject.span.type in (SpanType.DATE, SpanType.QUANTITY)


def _joined(act: Act, phrase: Phrase) -> Occasion | None:
    clause, lists = act.clause, wordlists("event")
    if act.slot == "predicate" and act.through in lists["guests"] and clause.lemma in ("be", "become"):
        return Occasion(clause, JOINED, clause.modality, act)
    if act.holder is not None and act.through not in lists["opening"]:
        return None
    lemma = clause.lemma
    if act.slot == "patient" and lemma in lists["attend"]:
        return Occasion(clause, JOINED, clause.modality, act)
    if act.slot in ("in", "at") and lemma in lists["join"] and not (lemma == "take" and not _part(clause)):
        return Occasion(clause, JOINED, clause.modality, act) if act.slot == "at" or lemma in ("participate", "compete", "take", "perform", "exhibit", "represent", "partake", "engage", "speak", "showcase", "play") else None
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


def _part(clause: Clause) -> bool:
    return clause.patient is not None and clause.patient.lemma == "part"


def _person_opens(clause: Clause) -> bool:
    """Whether somebody opens the event, rather than holds it."""
    agent = clause.agent
    return clause.lemma in ("open", "inaugurate", "launch", "close", "chair", "moderate", "unveil") and agent is not None and (agent.person is not None or agent.office is not None or agent.lemma in ("he", "she") or (agent.span is not None and agent.span.type is SpanType.PERSON))


def _particle(acts: Acts, clause: Clause) -> str:
    after = acts.sentence.tokens[clause.verb + 1].low if clause.verb + 1 < len(acts.sentence.tokens) else ""
    return clause.particle or after


def _modality(acts: Acts, clause: Clause) -> Modality:
    """The modality of an event: called off is negated, put off to a new date is planned."""
    lists, lemma = wordlists("event"), clause.lemma
    off = lemma in ("call", "put") and _particle(acts, clause) == "off"
    if lemma in lists["cancelled"] or (off and lemma == "call"):
        return Modality.NEGATED
    if lemma in lists["delayed"] or off:
        verb = acts.sentence.tokens[clause.verb]
        new = any(d.start > verb.end and acts.sentence.text[: d.start - acts.sentence.start].rstrip().lower().endswith(("to", "until", "till", "for")) or d.lead < d.start and d.relation == "until" for d in acts.sentence.dates)
        return Modality.PLANNED if new else Modality.NEGATED
    if lemma in ("schedule", "plan", "foresee", "envisage", "promise", "prepare", "expect") and clause.modality is Modality.ACTUAL:
        return Modality.PLANNED
    return clause.modality
