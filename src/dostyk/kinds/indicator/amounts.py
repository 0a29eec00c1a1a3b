"""Reads what a sum or a physical quantity measures: by the measure it stands with, the verb, the unit, the thing it is said of."""

from __future__ import annotations

from dataclasses import replace

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import Figure, fits, is_money
from dostyk.kinds.indicator.measures import singular, tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.languages.words import words
from dostyk.model.analysis import Clause, Phrase, QuantityMark, SpanType
from dostyk.model.statement import Modality

JOINING = {"of", "worth", "totalling", "totaling", "amounting", "valued", "estimated", "exceeding", "reaching", "at", ":", "-", "–", "—", "to", "for", "with", "in", "about", "by"}  # noqa: RUF001
NEAR = 24
SUMMED = {"projects": "project value", "agreements": "contract value"}


def read_amount(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """Say what a quantity with a unit measures, or None where that is not clear."""
    clause = scene.clause_at(index)
    phrase = scene.phrase_at(index)
    if _instrument(scene, phrase, index):
        return None
    for find in (_inside, _behind, _thing_before, _before, _by_verb, _bracketed, _by_unit, _carried):
        figure = find(scene, quantity, index, phrase, clause)
        if figure is not None:
            return figure
    return None


def _instrument(scene: Scene, phrase: Phrase | None, index: int) -> bool:
    """Whether the sum belongs to a single instrument, which states it itself ("a $5 million loan agreement")."""
    if phrase is not None and phrase.head > index:
        head = phrase.lemma
        return words().is_("instrument", head) and not head.endswith("s") and scene.tokens[phrase.head].tag == "NN"
    at = index - 1
    while at >= 0 and scene.low(at) in JOINING | {"a", "an", "the", "is", "total"}:
        at -= 1
    if at < 0 or at == index - 1:
        return False
    token = scene.tokens[at]
    if any(a.first <= at <= a.last and a.measure in ("loan", "grant", "aid") for a in scene.anchors):
        return False
    return token.tag == "NN" and words().is_("instrument", token.lemma) and singular(token.low) not in ("document", "deal", "package")


def _figure(scene: Scene, quantity: QuantityMark, index: int, anchor: Anchor, rule: str, confidence: float = 0.8) -> Figure:
    """A figure of an anchor; its words reach from the one to the other."""
    tokens = scene.tokens
    start, end = min(tokens[anchor.first].start, quantity.start), max(tokens[anchor.last].end, quantity.end)
    return Figure(quantity, index, anchor.measure, "level", start, end, anchor, scene.clause_at(index), counted=anchor.counted, rule=rule, confidence=confidence)


def _inside(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The quantity stands before a noun in one phrase: "a $5 million grant", "the 100-megawatt wind farm", "the 1,350-metre bridge"."""
    if phrase is None or phrase.head <= index:
        return None
    anchor = next((a for a in scene.anchors if index < a.first and a.last <= phrase.head), None)
    if anchor is not None and fits(anchor.measure, quantity.unit):
        return _figure(scene, quantity, index, anchor, "inside", 0.75)
    unit, lists = quantity.unit.split("/")[0], tables()
    lemma = singular(scene.tokens[phrase.head].low.split()[-1])
    measure = lists.units.get(unit) if not is_money(unit) else "project value"
    if unit in ("m", "km"):
        measure = lists.things.get(lemma)
        measure = None if measure == "cost" or unit == "km" and measure == "height" else measure
    elif measure == "project value" and lemma not in lists.things and (phrase.span is None or phrase.span.type is not SpanType.NAME):
        measure = None
    if measure is None:
        return None
    return Figure(quantity, index, measure, "level", phrase.start, phrase.end, None, clause, thing=phrase, rule="inside.thing", confidence=0.7)


def _behind(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The measure follows: "$40 million of aid", "20 million euros in grants", "5.6 million tonnes of exports"."""
    at = index + 1
    if scene.low(at) == "worth":
        at += 1
    if scene.low(at) not in ("of", "in", "as") and at == index + 1:
        return None
    anchor = next((a for a in scene.anchors if a.first > index and a.first - at <= 6), None)
    if anchor is None or not fits(anchor.measure, quantity.unit) or scene.verbs(index, anchor.first) and anchor.first - at > 3:
        return None
    if any(t.text in (",", ";", "(", ")", ":") or t.span is not None and not t.span.demonym and t.span.type is not SpanType.QUANTITY for t in scene.tokens[at : anchor.first]):
        return None
    before = scene.anchor_before(index)
    if before is not None and fits(before.measure, quantity.unit) and clause is not None and clause.lemma in tables().sharing | tables().reaching and scene.low(index + 1) == "in":
        return None
    return _figure(scene, quantity, index, anchor, "behind", 0.75)


def _thing_before(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """A thing right before says whose cost or size it is: "a plant of 33 million euros", "the complex, valued at", "the line, 390 km long"."""
    lists, unit = tables(), quantity.unit.split("/")[0]
    if unit in ("m", "km", "mi"):
        return _dimension(scene, quantity, index, clause)
    if not is_money(unit):
        return None
    at = index - 1
    while at >= 0 and scene.low(at) in JOINING | {"is", "are", "was", ",", "an", "a", "the", "total"}:
        at -= 1
    if at < 0 or at >= index - 1 or scene.low(index - 1) not in ("of", "worth", "at", "totalling", "totaling") or any(a.first <= at <= a.last for a in scene.anchors):
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
    return Figure(quantity, index, "project value", "level", owner.start, quantity.end, None, clause, thing=owner, rule="cost", confidence=0.7)


def _dimension(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """A length or height said with its adjective: "390 kilometres long"."""
    measure = tables().dimensions.get(scene.low(index + 1))
    if measure is None:
        return None
    subject = scene.subject(clause) if clause is not None and clause.verb < index and clause.lemma == "be" else None
    before = [p for p in scene.phrases if p.last < index and not p.preposition and (p.span is None or p.span.type is not SpanType.DATE)]
    holder = subject or (before[-1] if before else None)
    if holder is None:
        return None
    return Figure(quantity, index, measure, "level", holder.start, scene.tokens[index + 1].end, None, clause, thing=holder, rule="dimension", confidence=0.7)


def _before(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The nearest measure before it in the sentence that can be given in the unit."""
    lists = tables()
    for anchor in reversed([a for a in scene.anchors if a.last < index]):
        if is_money(quantity.unit) and anchor.measure in SUMMED:
            anchor = replace(anchor, measure=SUMMED[anchor.measure], counted=None)
        if not fits(anchor.measure, quantity.unit) or anchor.share:
            continue
        if index - anchor.last > NEAR or scene.blocked(anchor.last, index):
            return None
        if not _linked(scene, anchor, index):
            continue
        figure = _figure(scene, quantity, index, anchor, "before")
        verbs = scene.verbs(anchor.last + 1, index)
        bracketed = scene.low(index - 1) == "(" and (before := scene.tokens[index - 2].span) is not None and getattr(before, "unit", "") == "%"
        changing = bool(verbs) and verbs[-1].lemma in lists.growing | lists.falling or any(w in lists.up | lists.down for w in scene.lows(index - 4, index - 1))
        if scene.low(index - 1) == "by" and changing or scene.low(index - 1) == "of" and scene.low(index - 2) in lists.up | lists.down or scene.low(index - 1) in ("up", "down") or bracketed:
            figure.statistic = "change"
            figure.falling = bool(verbs) and verbs[-1].lemma in lists.falling or any(w in lists.down for w in scene.lows(index - 3, index))
        return figure
    return None


def _linked(scene: Scene, anchor: Anchor, index: int) -> bool:
    """Whether the words between a measure and a quantity join them: a verb of reaching or change, "of", a bracket, nothing much."""
    lists = tables()
    between = scene.tokens[anchor.last + 1 : index]
    verbs = [t for t in between if t.tag.startswith("VB")]
    if between and between[-1].text == ",":
        return True
    if verbs:
        known = lists.reaching | lists.growing | lists.falling
        return any(t.lemma in known for t in verbs) or between[-1].low in ("worth", "totalling", "totaling", "exceeding")
    return len(between) <= 3 or between[-1].low in JOINING or between[-1].text in ("(", ",") or any(t.low in ("and", "while") for t in between)


def _by_verb(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The verb says it: "invested 5 billion", "finances 2.55 billion", "turned out 105 thousand tonnes of sugar", "put EUR 1 billion into"."""
    if clause is None:
        return None
    lists, money = tables(), is_money(quantity.unit)
    nearer = [c for c in scene.sentence.clauses if clause.verb < c.verb < index and c.lemma in lists.measuring]
    clause = nearer[-1] if nearer else clause
    at = next((i for i in range(index - 1, max(clause.verb, index - 8), -1) if scene.tokens[i].tag.startswith("VB") and scene.tokens[i].lemma in lists.measuring), clause.verb)
    measure = lists.measuring.get(scene.tokens[at].lemma)
    if clause.lemma == "put" and money and scene.low(index + 1) in ("into", "in"):
        measure = "investment"
    if measure is None or at > index or index - at > 14 or clause.modality is Modality.PLANNED and money:
        return _elliptical(scene, quantity, index, clause)
    if not money and measure not in ("exports", "imports", "production", "electricity generation", "freight volume") or money and measure == "freight volume":
        return None
    if money and measure in ("exports", "imports") and scene.low(index - 1) == "for":
        return None
    if measure == "freight volume":
        if quantity.unit.split("/")[0] not in ("t", "kg", "Mt", "kt", "m3", "bbl", "{TEU}"):
            return None
        return Figure(quantity, index, measure, "level", min(scene.tokens[at].start, quantity.start), quantity.end, None, clause, thing=scene.subject(clause), rule="verb.freight", confidence=0.65)
    if measure == "electricity generation" and money or measure == "production" and (money or clause.lemma == "turn" and clause.particle != "out" and scene.low(at + 1) != "out"):
        return None
    goods = _goods(scene, index, clause)
    if measure in ("exports", "imports") and goods:
        measure = f"{measure} of {goods}"
    elif measure == "production" and goods:
        measure = f"{goods} production"
    elif measure in ("production", "exports", "imports") and not money and not goods:
        return None
    if measure == "project value":
        return Figure(quantity, index, measure, "level", clause.start, quantity.end, None, clause, thing=scene.subject(clause), rule="verb.cost", confidence=0.65)
    start = scene.tokens[at].start
    scene.reading.memory["measuring"] = (scene.sentence.start, measure)
    return Figure(quantity, index, measure, "level", min(start, quantity.start), quantity.end, None, clause, rule="verb", confidence=0.7)


def _elliptical(scene: Scene, quantity: QuantityMark, index: int, clause: Clause) -> Figure | None:
    """A second figure of the same verb: "X finances 2.5 billion and Y 1.4 billion", "shipped 1 million tonnes of coal and 430,000 tonnes of ammonia"."""
    return None


def _goods(scene: Scene, index: int, clause: Clause) -> str:
    """What was made or sold: "17 million litres of ethanol", "sold crude worth"."""
    if scene.low(index + 1) == "of":
        end = index + 2
        while end < len(scene.tokens) and scene.tokens[end].span is None and scene.tokens[end].tag in ("NN", "NNS", "JJ"):
            end += 1
        goods = " ".join(scene.lows(index + 2, end))
        return "" if singular(goods) in tables().goods else goods
    if scene.low(index - 1) == "worth" and index >= 2 and scene.tokens[index - 2].tag in ("NN", "NNS") and index - 2 > clause.verb:
        return "" if singular(scene.low(index - 2)) in tables().goods else scene.low(index - 2)
    return ""


def _bracketed(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """A bracket right behind a thing: "the Laúca dam (2,070 MW)", "a training centre (12 million euros)", "copper (US$ 512 million)" among exports."""
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
        return Figure(quantity, index, "project value", "level", holder.start, quantity.end, None, clause, thing=holder, rule="bracket.cost", confidence=0.65)
    flow = next((a for a in reversed(scene.anchors) if a.last < opening and a.measure in ("exports", "imports")), None)
    if flow is None or holder.span is not None:
        return None
    name = " ".join([*(t.low for t in holder.modifiers), scene.low(holder.head)])
    made = Anchor(f"{flow.measure} of {name}", flow.first, flow.last, flow.head, phrase=flow.phrase)
    figure = _figure(scene, quantity, index, made, "bracket.goods", 0.65)
    figure.start = holder.start
    return figure


def _by_unit(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
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


def _carried(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The measure of the sentence before goes on: "It was 398 million in 2018"."""
    last = scene.reading.memory.get("figure")
    if last is None or clause is None or not fits(last.measure, quantity.unit) or scene.sentence.paragraph - last.paragraph > 1:
        return None
    subject = scene.subject(clause)
    lists = tables()
    if clause.lemma not in lists.reaching | lists.growing | lists.falling or subject is not None and not scene.stands_for(subject) or clause.verb > index:
        return None
    start = min(quantity.start, scene.tokens[clause.verb].start)
    figure = Figure(quantity, index, last.measure, "level", start, quantity.end, None, clause, carried=True, rule="carried", confidence=0.6)
    if scene.low(index - 1) == "by" and clause.lemma in lists.growing | lists.falling:
        figure.statistic, figure.falling = "change", clause.lemma in lists.falling
    return figure
