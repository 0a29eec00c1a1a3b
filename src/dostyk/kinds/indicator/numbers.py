"""Reads numbers without a noun: "the number of tourists reached 31 thousand", "against 2,900 in 2015"."""

from __future__ import annotations

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import SUMS, Figure, flow_of_goods
from dostyk.kinds.indicator.measures import tables
from dostyk.kinds.indicator.people import doing
from dostyk.kinds.indicator.scene import Scene
from dostyk.model.analysis import Clause, QuantityMark

MAGNITUDES = ("million", "billion", "thousand")
NO_COUNT = SUMS | {
    "exports",
    "imports",
    "area",
    "interest rate",
    "re-exports",
    "length",
    "distance",
    "border length",
    "market share",
    "production",
    "inflation",
    "electricity generation",
    "power capacity",
    "gdp",
    "completion",
    "visa fee",
}


def alone(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """A number without a noun: "the number of tourists reached 31 thousand", "its population about 84,000"."""
    anchor = counting_anchor(scene, index)
    done = doing(scene, clause, None, index) if scene.tokens[min(index + 1, len(scene.tokens) - 1)].tag.startswith("VB") else None
    if done is not None and scene.reading.memory.get("figure") is not None:
        return Figure(quantity, index, done, "level", quantity.start, quantity.end, None, clause, carried=True, rule="number.doing", confidence=0.6)
    if anchor is None:
        return _carried(scene, quantity, index, clause)
    if anchor.measure in NO_COUNT or flow_of_goods(anchor.measure):
        return None
    tokens, lists = scene.tokens, tables()
    start, end = min(tokens[anchor.first].start, quantity.start), max(tokens[anchor.last].end, quantity.end)
    if {"maximum", "peak", "high"} & set(scene.lows(index - 3, index)):
        quantity.bound = "max"
    figure = Figure(quantity, index, anchor.measure, "level", start, end, anchor, clause, counted=anchor.counted, rule="number", confidence=0.7)
    verbs = scene.verbs(anchor.last, index)
    if scene.low(index - 1) == "by" and verbs and verbs[-1].lemma in lists.growing | lists.falling:
        figure.statistic, figure.falling = "change", verbs[-1].lemma in lists.falling
    return figure


def counting_anchor(scene: Scene, index: int) -> Anchor | None:
    """The measure that a lone number belongs to: the nearest before it, joined by a verb or standing right before."""
    lists = tables()
    if scene.low(index - 1) == "in" and scene.low(index + 1) not in MAGNITUDES:
        return None
    for anchor in reversed([a for a in scene.anchors if a.last < index]):
        if index - anchor.last > 24 or scene.blocked(anchor.last, index):
            return None
        between = scene.tokens[anchor.last + 1 : index]
        verbs = [t for t in between if t.tag.startswith("VB")]
        if verbs and any(t.lemma in lists.reaching | lists.growing | lists.falling for t in verbs):
            return anchor
        if not verbs and (len(between) <= 2 or between[-1].low in ("of", ":", "at", "to")):
            return anchor
    return None


def _before_noun(scene: Scene, index: int) -> bool:
    """Whether a number counts the noun behind it ("to two Indian companies"), so that it goes on with nothing."""
    if index + 1 >= len(scene.tokens):
        return False
    token = scene.tokens[index + 1]
    return token.tag in ("NN", "NNS", "JJ") or token.span is not None and token.span.demonym


def _carried(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """A bare number goes on with the count before it: "fell to 2,470 in 2020", "compared with 3,120 a year before"."""
    last = scene.reading.memory.get("figure")
    if (
        last is None
        or scene.sentence.paragraph != last.paragraph
        or last.measure in NO_COUNT
        or flow_of_goods(last.measure)
        or last.statistic in ("rank", "share")
    ):
        return None
    lists = tables()
    same = last.start == scene.sentence.start
    subject = scene.subject(clause)
    verb = scene.tokens[clause.verb] if clause is not None and clause.verb < index else None
    moving = verb is not None and verb.lemma in (lists.growing | lists.falling | lists.reaching) - lists.having
    going_on = moving and (subject is None or scene.stands_for(subject) or same and scene.anchor_of(subject) is not None)
    compared = same and (
        scene.lows(index - 2, index) in (["compared", "with"], ["compared", "to"]) or scene.low(index - 1) in ("against", "to", "from")
    )
    if not going_on and not compared or _before_noun(scene, index):
        return None
    start = min(quantity.start, verb.start) if verb is not None and quantity.start - verb.start < 80 else quantity.start
    figure = Figure(
        quantity,
        index,
        last.measure,
        "level",
        start,
        quantity.end,
        None,
        clause,
        counted=last.counted,
        carried=True,
        rule="carried.bare",
        confidence=0.6,
    )
    if scene.low(index - 2) == "compared":
        figure.start = scene.tokens[index - 2].start
    elif scene.low(index - 1) == "by" and verb is not None and verb.lemma in lists.growing | lists.falling:
        figure.statistic, figure.falling = "change", verb.lemma in lists.falling
    return figure
