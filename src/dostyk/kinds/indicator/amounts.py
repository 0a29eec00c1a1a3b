"""Reads what a sum or a physical quantity measures: by the measure it stands with, the verb, the unit, the thing it is said of."""

from __future__ import annotations

from dataclasses import replace

from dostyk.kinds.counting import counted_by
from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import Figure, fits, is_money
from dostyk.kinds.indicator.given import forgiven, handed, obtained
from dostyk.kinds.indicator.holders import bracketed, by_unit, thing_before
from dostyk.kinds.indicator.linking import linked, of_anchor
from dostyk.kinds.indicator.measures import singular, tables
from dostyk.kinds.indicator.scene import OWNERS, Scene
from dostyk.kinds.indicator.verbs import by_verb
from dostyk.kinds.wording import wordlists
from dostyk.languages.words import words
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
NEAR = 24
SUMMED = {"projects": "project cost", "agreements": "contract value"}


def read_amount(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """Say what a quantity with a unit measures, or None where that is not clear."""
    clause = scene.clause_at(index)
    phrase = scene.phrase_at(index)
    if _instrument(scene, phrase, index):
        return None
    for find in (obtained, forgiven, handed, _inside, _is_said, _behind, thing_before, _before, by_verb, _given, bracketed, by_unit, _carried):
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
    clause = scene.clause_at(index)
    if token.lemma == "contract" and clause is not None and clause.lemma in ("come", "include", "involve", "carry"):
        return False  # told of here, but not signed here
    if any(a.first <= at <= a.last and a.measure in ("loan", "grant", "aid") for a in scene.anchors):
        return False
    return token.tag == "NN" and words().is_("instrument", token.lemma) and singular(token.low) not in ("document", "deal", "package")


def _inside(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The quantity stands before a noun in one phrase: "a $5 million grant", "a 60-megawatt solar park", "the 900-metre tunnel"."""
    if phrase is None or phrase.head <= index:
        return None
    last = phrase.head + 3 if phrase.lemma in wordlists("indicator")["sides"] else phrase.head  # "a $5 million buyer's credit"
    anchor = next((a for a in scene.anchors if index < a.first <= last), None)
    if anchor is not None and fits(anchor.measure, quantity.unit):
        return of_anchor(scene, quantity, index, anchor, "inside", 0.75)
    unit, lists = quantity.unit.split("/")[0], tables()
    lemma = singular(scene.tokens[phrase.head].low.split()[-1])
    measure = lists.units.get(unit) if not is_money(unit) else "project cost"
    if unit in ("m", "km"):
        measure = lists.things.get(lemma)
        measure = None if measure == "cost" or unit == "km" and measure == "height" else measure
    elif measure == "project cost" and lemma not in lists.things and (phrase.span is None or phrase.span.type is not SpanType.NAME):
        measure = None
    if measure is None:
        return None
    return Figure(quantity, index, measure, "level", phrase.start, phrase.end, None, clause, thing=phrase, rule="inside.thing", confidence=0.7)


def _is_said(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """What the figure is said to be: "of which 70 million dollars were Fijian exports"."""
    if clause is None or clause.lemma != "be" or clause.predicate is None or not index < clause.verb <= index + 2:
        return None
    anchor = scene.anchor_of(clause.predicate)
    if anchor is None or anchor.first < clause.verb or not fits(anchor.measure, quantity.unit):
        return None
    return of_anchor(scene, quantity, index, anchor, "said", 0.75)


def _behind(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The measure follows: "$40 million of aid", "20 million euros in grants", "5.6 million tonnes of exports"."""
    at = index + 1
    if scene.low(at) in ("worth", "-"):
        at += 1
    if scene.low(at) not in ("of", "in", "as") and at == index + 1:
        return None
    anchor = next((a for a in scene.anchors if a.first > index and a.first - at <= 6), None)
    if anchor is None or not fits(anchor.measure, quantity.unit) or scene.verbs(index, anchor.first) and anchor.first - at > 3:
        return None
    if any(
        t.text in (",", ";", "(", ")", ":") or t.span is not None and not t.span.demonym and t.span.type is not SpanType.QUANTITY
        for t in scene.tokens[at : anchor.first]
    ):
        return None
    before = scene.anchor_before(index)
    if (
        before is not None
        and fits(before.measure, quantity.unit)
        and clause is not None
        and clause.lemma in tables().sharing | tables().reaching
        and scene.low(index + 1) == "in"
    ):
        return None
    return of_anchor(scene, quantity, index, anchor, "behind", 0.75)


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
        if not linked(scene, anchor, index) or _verb_says(scene, anchor, index):
            continue
        figure = of_anchor(scene, quantity, index, anchor, "before")
        verbs = scene.verbs(anchor.last + 1, index)
        bracketed = scene.low(index - 1) == "(" and (before := scene.tokens[index - 2].span) is not None and getattr(before, "unit", "") == "%"
        changing = (
            bool(verbs)
            and verbs[-1].lemma in lists.growing | lists.falling
            or any(w in lists.up | lists.down for w in scene.lows(index - 4, index - 1))
        )
        if (
            scene.low(index - 1) == "by"
            and changing
            or scene.low(index - 1) == "of"
            and scene.low(index - 2) in lists.up | lists.down
            or scene.low(index - 1) in ("up", "down")
            and scene.tokens[index - 2].lemma != "make"
            or bracketed
        ):
            figure.statistic = "change"
            figure.falling = bool(verbs) and verbs[-1].lemma in lists.falling or any(w in lists.down for w in scene.lows(index - 3, index))
        return figure
    return None


def _verb_says(scene: Scene, anchor: Anchor, index: int) -> bool:
    """Whether the verb between names the measure itself ("the investment fund has lent 40 million")."""
    verbs = [t for t in scene.tokens[anchor.last + 1 : index] if t.tag.startswith("VB")]
    return bool(verbs) and verbs[-1].lemma in ("invest", "lend", "borrow", "export", "import", "donate", "finance")


def _given(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """Money that somebody gave for something: "a clinic, opened in 2015 with 12 million dollars from Malta"."""
    if not is_money(quantity.unit) or scene.low(index - 1) != "with" or scene.lows(index + 1, index + 2) != ["from"]:
        return None
    giver = next((t for t in scene.tokens[index + 2 : index + 4] if t.span is not None and t.span.type in OWNERS), None)
    if giver is None:
        return None
    return Figure(quantity, index, "financing", "level", scene.tokens[index - 1].start, giver.end, None, clause, rule="given", confidence=0.6)


def _carried(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The measure of the sentence before goes on: "It was 75 million a year earlier"."""
    last = scene.reading.memory.get("figure")
    subject = scene.subject(clause)
    if subject is not None and subject.lemma == "total" and (turnover := scene.reading.memory.get("turnover")) is not None:
        last = scene.reading.memory["figure"] = turnover
    if last is None or clause is None or not fits(last.measure, quantity.unit) or scene.sentence.paragraph - last.paragraph > 1:
        return None
    lists = tables()
    if (
        counted_by(clause) is None
        and (clause.lemma not in lists.reaching | lists.growing | lists.falling or subject is not None and not scene.stands_for(subject))
        or clause.verb > index
    ):
        return None
    start = min(quantity.start, clause.start if counted_by(clause) is not None else scene.tokens[clause.verb].start)
    figure = Figure(quantity, index, last.measure, "level", start, quantity.end, None, clause, carried=True, rule="carried", confidence=0.6)
    if scene.low(index - 1) == "by" and clause.lemma in lists.growing | lists.falling:
        figure.statistic, figure.falling = "change", clause.lemma in lists.falling
    return figure
