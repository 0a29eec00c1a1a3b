"""Says whose a count is by what is done: the event that people come to, who carries, trains or employs, the airline that flies."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.flows import without
from dostyk.kinds.indicator.meant import thing_meant
from dostyk.kinds.indicator.measures import singular
from dostyk.kinds.indicator.nearby import PLACE_TYPES, Around, places
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.indicator.topics import gathering_named, is_gathering
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase, SpanType
from dostyk.model.mention import Mention, MentionType


def come_to(scene: Scene, figure: Figure) -> list[Mention]:
    """The event whose guests or exhibitors are counted ("120 firms took part in it", "a forum with the participation of 120 firms")."""
    clause, noun = figure.clause, figure.noun
    if noun is None or clause is None:
        return []
    lists = wordlists("indicator")
    before = scene.lows(noun.first - 4, noun.first)
    if before and before[-1] in ("of", "by") and not lists["participation"].isdisjoint(before) and noun.lemma != "capital":
        subject = scene.subject(clause)
        return _event(scene, figure, subject) if subject is not None and subject.head != noun.head else []
    if clause.lemma not in lists["coming"] or clause.lemma == "take" and scene.low(clause.verb + 1) != "part":
        return []
    if clause.passive:
        return _event(scene, figure, clause.patient) if clause.verb < figure.index else []
    agent = clause.agent
    if agent is None or agent.head != noun.head and not (singular(agent.lemma) in lists["standing"] and agent.first <= figure.index <= agent.last):
        return []
    aims = [o for o in clause.obliques if o.preposition in ("in", "at") and not places(scene.reading.mentions(o, ("place",)))]
    aim = clause.patient if clause.patient is not None and clause.patient.lemma != "part" else next(iter(aims), None)
    return _event(scene, figure, aim)


def _event(scene: Scene, figure: Figure, phrase: Phrase | None) -> list[Mention]:
    """The event that a phrase names, or that it or nothing points back to: one of the sentence before the figure, else the one named last."""
    if phrase is None or phrase.lemma in ("it", "which", "this", "that", "they", "where"):
        before = [p for p in scene.phrases if p.head < figure.index and is_gathering(p) and p is not figure.noun]
        if before:
            named = thing_meant(scene, before[-1])
            return [named] if named is not None and named.type not in PLACE_TYPES else []
        known = gathering_named(scene.reading)
        return [known] if known is not None else []
    if phrase.determiner in ("the", "this") and phrase.span is None:
        known = gathering_named(scene.reading, singular(phrase.lemma.split()[-1]))
        if known is not None:
            return [known]
    found = thing_meant(scene, phrase)
    return [found] if found is not None and found.type not in PLACE_TYPES else []


def visited(scene: Scene, figure: Figure) -> list[Mention]:
    """The place that people who are counted came to ("12,000 citizens of X visited Y")."""
    clause = figure.clause
    if clause is None or figure.noun is None or clause.lemma not in wordlists("indicator")["visiting"]:
        return []
    aims = [clause.patient, *(o for o in clause.obliques if o.preposition in ("to", "in", "into", "at"))]
    return next((found for aim in aims if aim is not None and (found := places(scene.reading.mentions(aim, ("place",))))), [])


def doer(scene: Scene, figure: Figure) -> list[Mention]:
    """Who or what does what is counted: a body, plant or line that carries, trains, employs or awards, be it named or pointed at."""
    clause = figure.clause
    if clause is None or figure.noun is None or clause.lemma not in wordlists("indicator")["doing"]:
        return []
    agent = _agent(scene, figure, clause)
    if agent is None or agent.quantity is not None or agent.lemma in ("we", "i", "they", "he", "she", "who") or agent.person is not None:
        return []
    if singular(agent.lemma.split()[-1]) in wordlists("indicator")["nationals"]:
        return []
    found = _named(scene, agent) or thing_meant(scene, agent)
    if found is None or found.type in PLACE_TYPES or found.type is MentionType.PERSON:
        return []
    return [found] if _telling(agent, found) else []


def _named(scene: Scene, agent: Phrase) -> Mention | None:
    """The body that a phrase ends by naming ("the bus maker X", "our agency Y")."""
    span = scene.tokens[agent.head].span
    if agent.span is not None or span is None or span.demonym or span.type not in (SpanType.ORGANISATION, SpanType.NAME):
        return None
    return next(iter(scene.reading.mentions(span)), None)


def _agent(scene: Scene, figure: Figure, clause: Clause) -> Phrase | None:
    """Who acts in a clause whose object is counted; behind "by" where it is passive."""
    if clause.passive:
        return next((o for o in clause.obliques if o.preposition == "by" and o is not figure.noun), None)
    return clause.agent if clause.verb < figure.index else None


def _telling(agent: Phrase, found: Mention) -> bool:
    """Whether a doer is more than a bare noun ("company" says nothing; "the plant", "X Company" do)."""
    return agent.lemma in ("it", "which", "that") or agent.span is not None or agent.determiner in ("the", "its", "this") or " " in found.name


def airline(scene: Scene, figure: Figure) -> list[Mention]:
    """Who flies, where flights are counted and their line is told with the one who serves it."""
    clause = figure.clause
    if clause is None or clause.passive or clause.agent is None or clause.agent.quantity is not None:
        return []
    found = [m for member in clause.agent.members() for m in scene.reading.mentions(member)]
    named = [m for m in found if m.type in (MentionType.ORGANISATION, MentionType.OTHER)]
    span = clause.agent.span
    capital = span is not None and span.type in (SpanType.ORGANISATION, SpanType.NAME)
    return named[:2] if named and capital and clause.lemma in wordlists("indicator")["flying"] else []


def towards_whom(around: Around, found: list[Mention]) -> list[Mention]:
    """Where those come from, or where it happens, that somebody's count is of."""
    return without([*places(around.source), *around.inside, *places(around.towards)], found)[:1]
