"""Reads how often a line is served ("flies Oslo–Lima twice a week") and between which places flights go."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.nearby import PLACE_TYPES
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.naming import thing
from dostyk.model.analysis import QuantityMark, SpanType
from dostyk.model.mention import Mention

SERVED = {"flights", "freight trains", "passengers"}
ENDS = (SpanType.CITY, SpanType.REGION, SpanType.COUNTRY)


def read_frequency(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """Give "once a week" and "three times weekly" as a count of flights or trains, where the sentence speaks of such."""
    if not quantity.unit.startswith("1/") or quantity.bare and scene.low(index + 1) not in ("times", "time"):
        return None
    anchor = next((a for a in reversed(scene.anchors) if a.measure in SERVED and a.last < index), None)
    verb = next((t for t in reversed(scene.tokens[:index]) if t.tag.startswith("VB") and t.lemma == "fly"), None)
    if anchor is None and verb is None:
        return None
    first = scene.tokens[anchor.first].start if anchor is not None else verb.start if verb is not None else quantity.start
    words = anchor.phrase.text if anchor is not None and anchor.phrase is not None else "flights"
    measure = anchor.measure if anchor is not None else "flights"
    end = max(quantity.end, scene.tokens[index + 1].end) if quantity.bare else quantity.end
    return Figure(
        quantity,
        index,
        measure,
        "level",
        first,
        end,
        anchor,
        scene.clause_at(index),
        counted=thing(words.split(" between ")[0].split(" from ")[0]),
        rule="frequency",
        confidence=0.7,
    )


def route(scene: Scene) -> tuple[list[Mention], list[Mention]]:
    """The two ends of a line: both are subjects of "between X and Y", the first one of "from X to Y" and "X–Y"; else nothing."""
    reading = scene.reading
    ends: dict[str, Mention] = {}
    at = 0
    for number, token in enumerate(scene.tokens):
        if token.span is not None and token.span.type is SpanType.CITY:
            for found in reading.mentions(token.span):
                at = at or number
                ends.setdefault(found.id, found)
    if len(ends) == 2:
        first, second = ends.values()
        if "between" in scene.lows(at - 3, at) or "and" in scene.lows(at + 1, at + 2):
            return [first, second], []
        return ([second], [first]) if scene.low(at - 1) == "to" else ([first], [second])
    for phrase in scene.phrases:
        if phrase.lemma in ("city", "capital") and not ends and len(both := reading.mentions(phrase, ("city",))) == 2:
            return [m for m in both if m.type in PLACE_TYPES], []
    return [], []
