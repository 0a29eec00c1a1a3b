"""Turns what a sentence says of a trip into drafts: one for each traveller, country and date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dostyk.kinds.people import Found
from dostyk.kinds.visit.parts import dates_apart, homes, host, together
from dostyk.model.analysis import Clause, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality


@dataclass(frozen=True, slots=True)
class Trip:
    """What a sentence says of one visit before it is spread over travellers and places."""

    who: list[Found]
    where: list[Found]
    anchor: int
    end: int
    modality: Modality
    kind: str = ""
    rule: str = "visit"
    several: bool = False


def spread(sentence: Sentence, trip: Trip, clause: Clause | None, reading: Reading) -> Iterator[Draft]:
    """Spread a trip over travellers, places and, where several dates stand side by side, dates."""
    invited = host(sentence, clause, reading)
    named = [f for f in trip.who if f[1].type is MentionType.PERSON]
    dates = dates_apart(sentence) if trip.several or sentence.form in ("item", "row") else []
    for phrase, who in [f for f in trip.who if not named or f in named or f[0].lemma != "delegation"]:
        if any(who.id == m.id for m in invited) and len(trip.who) > 1:
            continue
        home = homes(phrase, who, reading)
        for spots in together([(p.span, m) for p, m in trip.where if m.id != home]):
            roles: dict[str, list[Filler]] = {"visitor": [who], "destination": [m for _, m in spots]}
            if invited:
                roles["host"] = list(invited)
            points = [(p.start, p.end) for p in (phrase, *(s for s, _ in spots)) if p is not None and sentence.start <= p.start < sentence.end]
            start, end = min([trip.anchor, *(p[0] for p in points)]), max([trip.end, *(p[1] for p in points)])
            draft = Draft("Visit", start, end, roles, {}, "", trip.modality, rule=trip.rule, confidence=0.8, anchor=trip.anchor)
            if trip.kind:
                draft.attributes["visit_type"] = trip.kind
            if not dates:
                yield draft
            for date in dates:
                low, high = min(start, date.start), max(end, date.end)
                yield replace(draft, start=low, end=high, roles=dict(roles), attributes=dict(draft.attributes), time=date.edtf)


def without_countries(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Of "arrived in Hanoi on a visit to Vietnam" one visit: the country's gives its sort to the city's."""
    lies = {s.id: s.country for s in sentence.spans if s.type is SpanType.CITY}
    kept: list[Draft] = []
    for draft in drafts:
        place = draft.roles["destination"][0]
        country = place.id if isinstance(place, Mention) else ""
        closer = [
            d
            for d in drafts
            if d is not draft
            and d.roles["visitor"] == draft.roles["visitor"]
            and isinstance(m := d.roles["destination"][0], Mention)
            and lies.get(m.id) == country
        ]
        if not closer:
            kept.append(draft)
        for other_draft in closer[:1]:
            for name, value in draft.attributes.items():
                other_draft.attributes.setdefault(name, value)
    return kept
