"""Says whose a count or a size is: the place it is counted in, who has it, the thing that is so long."""

from __future__ import annotations

from dostyk.kinds.indicator.doers import come_to, doer, towards_whom, visited
from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.flows import Parties, flow, other_country, without
from dostyk.kinds.indicator.meant import COSTLY, its_owner, page_subject, thing_meant
from dostyk.kinds.indicator.measures import singular, tables
from dostyk.kinds.indicator.nearby import PLACE_TYPES, Around, places
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.indicator.topics import thing_named, what_it_is
from dostyk.model.analysis import Phrase, SpanType
from dostyk.model.mention import Mention, MentionType

PEOPLE = {
    "tourist arrivals", "students", "patients", "citizens", "residents", "diaspora", "specialists", "workers", "jobs", "companies", "joint ventures",
    "passengers", "projects", "freight trains", "visas", "flight bookings", "overnight stays", "troops", "teachers", "doctors",
}  # fmt: skip
PLACE_NOUNS = {"city", "town", "region", "province", "district", "municipality", "country", "republic", "capital"}
NAMED = (SpanType.NAME, SpanType.ORGANISATION, SpanType.CITY, SpanType.REGION, SpanType.INSTITUTION)


def counted(scene: Scene, around: Around, figure: Figure) -> Parties:
    """Counts: the place they are counted in is the subject, where they come from the partner."""
    reading = scene.reading
    origin = places(around.source)
    place = without([*around.inside, *places(around.towards)], origin)
    holder = without(around.actor, origin)
    clause = figure.clause
    if (
        clause is not None
        and clause.lemma in tables().gathering
        and clause.verb < figure.index
        and clause.agent is not None
        and clause.agent.quantity is None
    ):
        gathered = reading.mentions(clause.agent)
        if gathered and gathered[0].type not in PLACE_TYPES:
            return gathered[:1], []
    if figure.measure == "participants" and clause is not None and (event := clause.patient if clause.passive else clause.agent) is not None:
        return reading.mentions(event)[:1], []
    if (
        figure.measure in ("companies", "joint ventures")
        and clause is not None
        and origin
        and clause.agent is figure.noun
        and clause.lemma in ("sell", "export", "invest", "import", "buy")
    ):
        return origin[:1], without([*place, *places(around.towards)], origin)[:1]
    if clause is not None and clause.agent is not None and figure.noun is not None and clause.verb < figure.index and clause.lemma in tables().having:
        named = _holder(scene, clause.agent, origin)
        if named:
            return named, without(origin, named)[:1]
    if found := come_to(scene, figure) or visited(scene, figure) or doer(scene, figure):
        return found[:1], towards_whom(around, found)
    own = without(around.own, origin)
    if clause is not None and clause.lemma in tables().giving and figure.noun is not None and figure.measure not in PEOPLE:
        return flow(around, reading, figure, None)
    if place:
        return place[:1], (origin or [m for m in [*own, *holder] if m.type is MentionType.COUNTRY and m.id != place[0].id])[:1]
    if own:
        return (own[:2] if len(own) == 2 and around.between else own[:1]), origin[:1]
    if holder:
        return holder[:1], origin[:1]
    if figure.measure in PEOPLE and origin:
        other = other_country(origin[:1], reading)
        if other:
            return other, origin[:1]
    last = reading.memory.get("figure")
    if clause is not None and clause.form in ("gerund", "participle") and last is not None and last.start == scene.sentence.start and last.subjects:
        return list(last.subjects)[:1], without(origin or list(last.partners), list(last.subjects))[:1]
    if origin and _persons(scene, figure) and (home := other_country(origin[:1], reading)):
        return home, origin[:1]
    if origin:
        return origin[:1], other_country(origin[:1], reading)
    topic = _topic(scene, figure)
    if topic:
        return topic, []
    return page_subject(scene), []


def _persons(scene: Scene, figure: Figure) -> bool:
    """Whether persons are counted, by the ending of the noun ("surgeons", "specialists", "engineers")."""
    noun = singular(scene.tokens[figure.noun.head].low) if figure.noun is not None else ""
    return noun.endswith(("ist", "er", "or", "ian", "eon", "nurse", "man", "woman")) and noun not in ("tractor", "harvester", "computer", "trailer")


def _holder(scene: Scene, agent: Phrase | None, origin: list[Mention]) -> list[Mention]:
    """Who has what is counted: a named thing, an organisation, a place, or what a pronoun stands for."""
    if agent is None or agent.quantity is not None:
        return []
    if agent.lemma in PLACE_NOUNS and (known := thing_meant(scene, agent)) is not None and known.type is not MentionType.OTHER:
        return [known]
    if agent.lemma in ("city", "town", "municipality", "region", "district"):
        return page_subject(scene)
    found = scene.reading.mentions(agent)
    if agent.lemma in ("we", "they", "i", "who", "which"):
        return []
    if agent.lemma == "it" and (known := what_it_is(scene.reading, scene.sentence)) is not None:
        return [known]
    return [m for m in found if m.type in PLACE_TYPES or m.type is MentionType.ORGANISATION or agent.span is not None or agent.lemma == "it"][:1] or (
        found[:1] if agent.modifiers or agent.complements or agent.determiner in ("the", "its") else []
    )


def _topic(scene: Scene, figure: Figure) -> list[Mention]:
    """What the passage is about where the figure itself names nobody: the sentence's first name, the thing named last."""
    for phrase in scene.phrases:
        span = next((t.span for t in scene.tokens[phrase.first : phrase.head + 1] if t.span is not None and t.span.type in NAMED), None)
        if span is not None and span.start < figure.start and phrase.head < figure.index:
            found = thing_meant(scene, phrase) if phrase.span is not span else None
            return [found] if found is not None else scene.reading.mentions(span)[:1]
    phrases = [
        p
        for p in scene.phrases
        if p.last < figure.index
        and not p.preposition
        and singular(p.lemma.split()[-1]) in tables().things
        and not (p.quantity is not None and p.quantity.bare)
    ]
    if phrases and (found := thing_meant(scene, phrases[0])) is not None:
        return [found]
    last = what_it_is(scene.reading, scene.sentence)
    return [last] if last is not None else []


def owned(scene: Scene, around: Around, figure: Figure) -> Parties:
    """Area, population, capacity, cost, price: whose it is."""
    reading = scene.reading
    if figure.thing is not None:
        found = thing_meant(scene, figure.thing)
        if found:
            return [found], []
    anchor, clause = figure.anchor, figure.clause
    if anchor is not None and "its" in (scene.low(anchor.first - 1), scene.low(anchor.head - 1), scene.low(anchor.first - 2)):
        known = its_owner(scene, figure)
        if known is not None:
            return [known], []
    if around.own:
        return around.own[:1], []
    if anchor is not None and anchor.phrase is not None:
        for complement in anchor.phrase.complements:
            if complement.preposition == "of" and complement.quantity is None and (named := thing_meant(scene, complement)) is not None:
                return [named], []
    agent = scene.subject(clause)
    if agent is not None and agent.quantity is None and scene.anchor_of(agent) is None:
        found_agent = thing_meant(scene, agent)
        if found_agent is not None:
            return [found_agent], []
    if figure.measure in COSTLY and (known := thing_named(reading)) is not None:
        return [known], []
    if around.inside:
        return around.inside[:1], []
    return (_topic(scene, figure) or around.towards[:1] or page_subject(scene)), []
