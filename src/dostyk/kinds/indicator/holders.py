"""Reads sums and sizes said of a thing: "a school of 4 million dollars", "the canal, 80 km long", "the dam (350 MW)"."""

from __future__ import annotations

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import Figure, is_money
from dostyk.kinds.indicator.linking import of_anchor
from dostyk.kinds.indicator.measures import singular, tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.model.analysis import Clause, Phrase, QuantityMark, SpanType

JOINING = {
    "of",
    "worth",
    "totalling",
    "totaling",
    "amounting",
    "valued",
    "estimated",
    "exceeding",
    "reaching",
    "at",
    ":",
    "-",
    "–",
    "—",
    "to",
    "for",
    "with",
    "in",
    "about",
    "by",
}  # noqa: RUF001


def thing_before(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """A thing right before says whose cost or size it is: "a school of 4 million dollars", "the campus, valued at", "the canal, 80 km long"."""
    lists, unit = tables(), quantity.unit.split("/")[0]
    if unit in ("m", "km", "mi"):
        return _dimension(scene, quantity, index, clause)
    if not is_money(unit):
        return None
    at = index - 1
    while at >= 0 and scene.low(at) in JOINING | {"is", "are", "was", ",", "an", "a", "the", "total"}:
        at -= 1
    if (
        at < 0
        or at >= index - 1
        or scene.low(index - 1) not in ("of", "worth", "at", "totalling", "totaling")
        or any(a.first <= at <= a.last for a in scene.anchors)
    ):
        return None
    holder = next((p for p in scene.phrases if p.head == at), None)
    if holder is None:
        return None
    owner = holder
    outer = next((p for p in scene.phrases if any(holder in c.members() for c in p.complements)), None)
    if outer is not None and scene.low(index - 1) != "of":
        owner = outer
    if singular(owner.lemma) not in lists.things and singular(holder.lemma) not in lists.things:
        return None
    if singular(owner.lemma) not in lists.things:
        owner = holder
    return Figure(quantity, index, "project cost", "level", owner.start, quantity.end, None, clause, thing=owner, rule="cost", confidence=0.7)


def _dimension(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """A length or height said with its adjective: "80 kilometres long"."""
    measure = tables().dimensions.get(scene.low(index + 1))
    if measure is None:
        return _of_size(scene, quantity, index, clause)
    subject = scene.subject(clause) if clause is not None and clause.verb < index and clause.lemma == "be" else None
    before = [p for p in scene.phrases if p.last < index and not p.preposition and (p.span is None or p.span.type is not SpanType.DATE)]
    holder = subject or (before[-1] if before else None)
    if holder is None:
        return None
    return Figure(
        quantity, index, measure, "level", holder.start, scene.tokens[index + 1].end, None, clause, thing=holder, rule="dimension", confidence=0.7
    )


def _of_size(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """A thing with its measure behind "of": "the Bergen road of 460 km", "a dam of 70 metres"."""
    whole = [p for p in scene.phrases if p.preposition == "of" and p.first in (index + 2, index + 3)] if scene.low(index + 1) == "of" else []
    if whole and tables().things.get(singular(whole[0].lemma.split()[-1])) == "length":
        end = whole[0].end
        return Figure(quantity, index, "length", "level", quantity.start, end, None, clause, thing=whole[0], rule="length.of", confidence=0.6)
    holder = next((p for p in scene.phrases if p.head == index - 2), None) if scene.low(index - 1) == "of" else None
    measure = tables().things.get(singular(holder.lemma.split()[-1])) if holder is not None else None
    if holder is None or measure not in ("length", "height") or quantity.unit.split("/")[0] != "m" and measure == "height":
        return None
    return Figure(quantity, index, measure, "level", holder.start, quantity.end, None, clause, thing=holder, rule="dimension.of", confidence=0.65)


def bracketed(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """A bracket right behind a thing: "the Inga dam (350 MW)", "a clinic (2 million euros)", "tea (US$ 9 million)" among exports."""
    opening = next((i for i in range(index - 1, max(-1, index - 6), -1) if scene.low(i) == "("), None)
    if opening is None or opening == 0:
        return None
    holder = next((p for p in scene.phrases if p.last == opening - 1 and not any(p in o.members() and o is not p for o in scene.phrases)), None)
    if holder is not None and holder.preposition in ("at", "in", "near") and holder.span is not None:
        holder = next((p for p in scene.phrases if p.last == holder.first - 2 and not p.preposition), holder)
    if holder is None or holder.span is not None and holder.span.type in (SpanType.COUNTRY, SpanType.QUANTITY, SpanType.PERSON, SpanType.DATE):
        return None
    lists, unit = tables(), quantity.unit.split("/")[0]
    if not is_money(unit):
        measure = lists.units.get(unit)
        if measure is None:
            return None
        return Figure(quantity, index, measure, "level", holder.start, quantity.end, None, clause, thing=holder, rule="bracket", confidence=0.7)
    if singular(holder.lemma) in lists.things:
        return Figure(
            quantity, index, "project cost", "level", holder.start, quantity.end, None, clause, thing=holder, rule="bracket.cost", confidence=0.65
        )
    flow = next((a for a in reversed(scene.anchors) if a.last < opening and a.measure in ("exports", "imports")), None)
    if flow is None or holder.span is not None:
        return None
    name = " ".join([*(t.low for t in holder.modifiers), scene.low(holder.head)])
    made = Anchor(f"{flow.measure} of {name}", flow.first, flow.last, flow.head, phrase=flow.phrase)
    figure = of_anchor(scene, quantity, index, made, "bracket.goods", 0.65)
    figure.start = holder.start
    return figure


def by_unit(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The unit alone says it: square kilometres are an area, megawatts a capacity."""
    measure = tables().units.get(quantity.unit.split("/")[0])
    if measure is None:
        return None
    holder = None
    if scene.low(index - 1) == "of" and index >= 2:
        holder = next((p for p in scene.phrases if p.head == index - 2), None)
    elif clause is not None and clause.verb < index:
        holder = scene.subject(clause)
    if measure == "area" and scene.low(index + 1) == "of":
        noun = scene.low(index + 2)
        measure = f"{singular(noun)} area" if noun.isalpha() and scene.tokens[index + 2].tag.startswith("NN") else measure
    if holder is None and clause is not None:
        return None
    start = holder.start if holder is not None and scene.sentence.start <= holder.start < quantity.start else quantity.start
    return Figure(quantity, index, measure, "level", start, quantity.end, None, clause, thing=holder, rule="unit", confidence=0.6)
