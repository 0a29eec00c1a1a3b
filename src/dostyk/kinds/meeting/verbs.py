"""Reads meetings from verbs: "X met Y", "X received Y", "X called on Y", "X and Y discussed Z"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dostyk.kinds.meeting.parts import came_about, place_of, topic_of
from dostyk.kinds.meeting.told import Told, met, partners
from dostyk.kinds.people import Found, led, people
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import MentionType


def of_verb(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each whom the subject met; where nobody is named, the subjects met each other."""
    words = wordlists("meeting")
    if clause.lemma not in ("call", "pay") and not any(clause.lemma in words[name] for name in ("meeting", "receiving", "discussing")):
        return
    agent = clause.patient if clause.lemma == "call" and clause.passive and clause.agent is None else clause.agent
    own = [f for f in led(sentence, people(agent, reading), reading) if f[1].type is not MentionType.ORGANISATION]
    if not own:
        return
    others: list[Found] | None = None
    topic = topic_of(clause.obliques)
    if clause.lemma in words["meeting"]:
        others = partners(sentence, [clause.patient, *_with(clause)], reading)
    elif clause.lemma in words["receiving"] and (clause.lemma == "receive" or _for_talks(clause)):
        own, others = own[:1], [f for f in partners(sentence, [clause.patient], reading) if f[1].type is not MentionType.ORGANISATION]
    elif clause.lemma in ("call", "pay") and (visited := _called_on(clause)) is not None:
        others, topic = _people(people(visited, reading)), ""
    elif clause.lemma in words["discussing"] and clause.patient is not None:
        others = _people(partners(sentence, _with(clause), reading))
        topic = topic if clause.lemma == "exchange" else " ".join(clause.patient.text.split()).removeprefix("the ")
    if others is not None:
        verb = sentence.tokens[clause.verb]
        told = Told((verb.start, verb.end), came_about(sentence, clause.modality), place_of(clause.obliques, reading), topic)
        yield from _each(sentence, own, others, told, clause)


def _people(found: Sequence[Found]) -> list[Found]:
    return [f for f in found if f[1].type is MentionType.PERSON]


def _each(sentence: Sentence, own: list[Found], others: list[Found], told: Told, clause: Clause) -> Iterator[Draft]:
    """One draft for each who was met; without any, the subjects of "met" and "discussed" met each other."""
    words = wordlists("meeting")
    known = {m.id for _, m in own}
    others = [f for f in others if f[1].id not in known]
    for other in others:
        yield met(sentence, [*own, other], told)
    mutual = clause.lemma in words["discussing"] or (clause.lemma in words["meeting"] and clause.patient is None)
    if not others and mutual and len(known) > 1:
        yield met(sentence, own, told)


def _with(clause: Clause) -> list[Phrase | None]:
    return [o for o in clause.obliques if o.preposition == "with"]


def _called_on(clause: Clause) -> Phrase | None:
    """Whom somebody called on, or paid a courtesy call on."""
    if clause.lemma == "pay" and (
        clause.patient is None or clause.patient.lemma not in ("call", "visit") or "courtesy" not in clause.patient.words()
    ):
        return None
    inner = clause.patient.complements if clause.patient is not None else []
    return next(
        (
            o
            for o in [*clause.obliques, *inner]
            if o.preposition in ("on", "upon", "to")
            and (o.office is not None or o.person is not None or (o.span is not None and o.span.type is SpanType.PERSON))
        ),
        None,
    )


def _for_talks(clause: Clause) -> bool:
    return any(o.preposition == "for" and o.lemma in wordlists("meeting")["talks"] for o in clause.obliques)
