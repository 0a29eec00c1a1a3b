"""Says of a verb near an event whether it really means that the event is held, and with what modality."""

from __future__ import annotations

from dostyk.kinds.acting import Acts
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import PLACES, Clause, Phrase, SpanType
from dostyk.model.statement import Modality


def fits(acts: Acts, clause: Clause, phrase: Phrase) -> bool:
    """Whether a light verb really says that its object is held: "Astana had a week of …", "the fair was put off", "called off"."""
    lemma, agent = clause.lemma, clause.agent
    if lemma in ("call", "put"):
        return particle(acts, clause) == "off"
    if lemma in ("carry",):
        return particle(acts, clause) == "out"
    if lemma in ("have", "see", "offer", "include", "present", "welcome", "support"):
        return not clause.passive and (
            agent is None
            or (agent.span is not None and agent.span.type in (*PLACES, SpanType.DATE, SpanType.ORGANISATION, SpanType.NAME))
            or agent.lemma in ("city", "country")
        )
    if lemma == "see":
        return agent is not None and agent.span is not None and agent.span.type is SpanType.DATE
    return not (
        lemma in ("expect", "plan", "prepare", "announce", "promise", "foresee", "envisage")
        and not clause.passive
        and clause.form == "finite"
        and phrase.determiner == "the"
    )


def meant_to(clause: Clause) -> bool:
    """Whether an infinitive is what somebody plans, not what something else is for ("… plans to celebrate", not "held to celebrate")."""
    return clause.governor is not None and clause.governor.lemma in (
        "plan",
        "intend",
        "agree",
        "want",
        "prepare",
        "decide",
        "propose",
        "be",
        "go",
        "expect",
        "schedule",
        "promise",
    )


def happens(acts: Acts, clause: Clause) -> bool:
    """Whether the verb says that its subject takes place."""
    lemma, patient = clause.lemma, clause.patient
    if lemma == "take":
        return patient is not None and patient.lemma == "place"
    if lemma == "be":
        return any(o.preposition in ("on", "under") and o.lemma in ("display", "show", "view", "way", "tour") for o in clause.obliques) or any(
            t.low in ("underway", "under") for t in acts.sentence.tokens[clause.verb + 1 : clause.verb + 3]
        )
    if lemma == "go":
        return any(o.preposition == "on" and o.lemma in ("show", "display", "view", "tour") for o in clause.obliques) or particle(acts, clause) in (
            "ahead",
            "on",
        )
    if lemma in (
        "open",
        "begin",
        "start",
        "close",
        "launch",
        "resume",
        "premiere",
        "occur",
        "commence",
        "kick",
        "wrap",
        "end",
        "finish",
        "last",
        "return",
        "travel",
        "run",
        "follow",
        "continue",
        "conclude",
        "tour",
    ):
        return patient is None or patient.span is not None and patient.span.type in (SpanType.DATE, SpanType.QUANTITY) or lemma == "last"
    return (
        lemma in ("gather", "attract", "bring", "feature", "draw", "unite", "include", "focus", "introduce", "coincide") and clause.form == "finite"
    )


def declared(acts: Acts, clause: Clause) -> bool:
    """Whether a span of time is declared to be the event ("2018 was declared the Year of Chile")."""
    subject = clause.patient if clause.passive else clause.agent
    if subject is None:
        return clause.passive and any(d.end <= clause.end for d in acts.sentence.dates)
    return subject.lemma in ("year", "month", "week", "day") or subject.span is not None and subject.span.type in (SpanType.DATE, SpanType.QUANTITY)


def takes_part(clause: Clause) -> bool:
    """Whether "take" is "take part"."""
    return clause.patient is not None and clause.patient.lemma == "part"


def person_opens(clause: Clause) -> bool:
    """Whether somebody opens the event, rather than holds it."""
    agent = clause.agent
    return (
        clause.lemma in ("open", "inaugurate", "launch", "close", "chair", "moderate", "unveil")
        and agent is not None
        and (
            agent.person is not None
            or agent.office is not None
            or agent.lemma in ("he", "she")
            or (agent.span is not None and agent.span.type is SpanType.PERSON)
        )
    )


def particle(acts: Acts, clause: Clause) -> str:
    """The particle of a verb ("off" in "called off"), or the word behind it."""
    after = acts.sentence.tokens[clause.verb + 1].low if clause.verb + 1 < len(acts.sentence.tokens) else ""
    return clause.particle or after


def modality_of(acts: Acts, clause: Clause) -> Modality:
    """The modality of an event: called off is negated, put off to a new date is planned."""
    lists, lemma = wordlists("event"), clause.lemma
    off = lemma in ("call", "put") and particle(acts, clause) == "off"
    if lemma in lists["cancelled"] or (off and lemma == "call"):
        return Modality.NEGATED
    if lemma in lists["delayed"] or off:
        verb = acts.sentence.tokens[clause.verb]
        new = any(
            d.start > verb.end
            and acts.sentence.text[: d.start - acts.sentence.start].rstrip().lower().endswith(("to", "until", "till", "for"))
            or d.lead < d.start
            and d.relation == "until"
            for d in acts.sentence.dates
        )
        return Modality.PLANNED if new else Modality.NEGATED
    if lemma in ("schedule", "plan", "foresee", "envisage", "promise", "prepare", "expect") and clause.modality is Modality.ACTUAL:
        return Modality.PLANNED
    return clause.modality
