"""Makes the draft of a meeting from who took part and what else a sentence tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dostyk.kinds.people import Found, leader, people
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

TYPES = ("person", "delegation", "organisation")


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of a meeting beside who took part; `point` is where its verb or noun stands."""

    point: tuple[int, int]
    modality: Modality = Modality.ACTUAL
    places: Sequence[Mention] = ()
    topic: str = ""
    body: str = ""


def met(sentence: Sentence, who: Sequence[Found], told: Told) -> Draft:
    """The draft of one meeting of all these."""
    points = [told.point, *((p.start, p.end) for p, _ in who if sentence.start <= p.start < sentence.end)]
    roles: dict[str, list[Filler]] = {"participant": list({m.id: m for _, m in who}.values())}
    if told.places:
        roles["place"] = list(told.places)
    attributes = {name: value for name, value in (("topic", told.topic), ("body", told.body)) if value}
    start, end = min(p[0] for p in points), max(p[1] for p in points)
    return Draft("Meeting", start, end, roles, attributes, "", told.modality, rule="meeting", confidence=0.8, anchor=told.point[0])


def partners(sentence: Sentence, phrases: Sequence[Phrase | None], reading: Reading) -> list[Found]:
    """Who is met: people; for a delegation its leader where one is named; bodies and companies."""
    found: list[Found] = []
    for phrase in phrases:
        if phrase is not None and (phrase.quantity is not None or (phrase.span is not None and phrase.span.type is SpanType.QUANTITY)):
            continue
        for member in phrase.members() if phrase is not None else []:
            if member.lemma in wordlists("meeting")["delegations"]:
                found += leader(sentence, member, reading) or [(member, m) for m in reading.mentions(member, TYPES)]
        held = [f for f in people(phrase, reading) if f[0].lemma not in wordlists("meeting")["delegations"]]
        found += held
        if phrase is not None and not held and not found:
            found += [(member, m) for member in phrase.members() for m in reading.mentions(member, ("organisation",))]
    return found
