"""Reads what a sum or a quantity of goods measures from the verb: invested, cost, shipped, produced, generated."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import Figure, is_money
from dostyk.kinds.indicator.measures import measure_in, singular, tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.model.analysis import Clause, Phrase, QuantityMark
from dostyk.model.statement import Modality

AIDING = {"aid", "development assistance", "humanitarian aid", "technical cooperation"}  # headings that say what money was given as
NO_GOODS = {"km", "m", "mi", "[mi_i]", "km2", "m2", "har", "%", "{pp}", "W", "kW", "MW", "GW"}  # units that no goods come in
SPENT = {"investment", "loan", "grant", "aid", "financing"}


def by_verb(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The verb says it: "invested 5 billion", "cost 40 million", "shipped 3,000 tonnes of rice", "put 2 million euros into"."""
    if clause is None:
        return None
    lists, money = tables(), is_money(quantity.unit)
    done = _passive(scene, quantity, index, clause)
    if done is not None:
        return done
    nearer = [c for c in scene.sentence.clauses if clause.verb < c.verb < index and c.lemma in lists.measuring]
    clause = nearer[-1] if nearer else clause
    at = next(
        (
            i
            for i in range(index - 1, max(clause.verb, index - 8), -1)
            if scene.tokens[i].tag.startswith("VB") and scene.tokens[i].lemma in lists.measuring or _perfect(scene, i)
        ),
        clause.verb,
    )
    measure = lists.measuring.get(lists.perfects.get(scene.low(at), "") or scene.tokens[at].lemma)
    if scene.tokens[at].lemma == "commit" and not _past(scene) and clause.modality is not Modality.EXPECTED:
        return None
    if clause.lemma == "put" and money and scene.low(index + 1) in ("into", "in"):
        measure = "investment"
    if (
        measure is None
        or at > index
        or index - at > (32 if scene.low(index - 1) in ("total", "totalling", "totaling", "worth") else 14)
        or clause.modality is Modality.PLANNED
        and money
        and measure != "project cost"
    ):
        return None
    if (
        not money
        and measure not in ("exports", "imports", "production", "electricity generation", "freight volume")
        or money
        and measure == "freight volume"
    ):
        return None
    if money and measure in ("exports", "imports") and scene.low(index - 1) == "for" and not _plain_goods(clause):
        return None
    if quantity.unit.split("/")[0] in NO_GOODS:
        return None
    if measure == "freight volume":
        if quantity.unit.split("/")[0] not in ("t", "kg", "Mt", "kt", "m3", "bbl", "{TEU}"):
            return None
        return Figure(
            quantity,
            index,
            measure,
            "level",
            min(scene.tokens[at].start, quantity.start),
            quantity.end,
            None,
            clause,
            thing=scene.subject(clause),
            rule="verb.freight",
            confidence=0.65,
        )
    if (
        measure == "electricity generation"
        and money
        or measure == "production"
        and (money or clause.lemma == "turn" and clause.particle != "out" and scene.low(at + 1) != "out")
    ):
        return None
    goods = _goods(scene, index, clause)
    if measure in ("exports", "imports") and goods:
        measure = f"{measure} of {goods}"
    elif measure == "production" and goods:
        measure = f"{goods} production"
    elif measure in ("production", "exports", "imports") and not money and not goods:
        return None
    if measure == "project cost":
        return Figure(
            quantity,
            index,
            measure,
            "level",
            clause.start,
            quantity.end,
            None,
            clause,
            thing=scene.subject(clause),
            rule="verb.cost",
            confidence=0.65,
        )
    if measure == "financing" and (headed := measure_in(scene.sentence.heading.lower())) in AIDING:
        measure = headed or measure
    _rated(scene, quantity, at)
    start = scene.tokens[at].start
    scene.reading.memory["measuring"] = (scene.sentence.start, measure)
    return Figure(quantity, index, measure, "level", min(start, quantity.start), quantity.end, None, clause, rule="verb", confidence=0.7)


def _rated(scene: Scene, quantity: QuantityMark, at: int) -> None:
    """Give a figure the rate of the one before that the same verb governs ("makes 200 t of lime and 40 t of tar a year")."""
    before = [q for q in scene.sentence.quantities if scene.tokens[at].start < q.start < quantity.start]
    if before and "/" in before[-1].unit and quantity.unit == before[-1].unit.split("/")[0]:
        quantity.unit = before[-1].unit


def _perfect(scene: Scene, at: int) -> bool:
    """Whether a word behind "had" is a participle that was taken for an adjective ("had lent Peru")."""
    return scene.low(at) in tables().perfects and scene.low(at - 1) in ("had", "has", "have")


def _past(scene: Scene) -> bool:
    """Whether a period that has run is given, so that money committed is no pledge ("has committed 2 million since 1994")."""
    return any(d.relation in ("since", "from_start") or d.edtf and "/" in d.edtf for d in scene.sentence.dates)


def _plain_goods(clause: Clause) -> bool:
    """Whether goods in general are sold or bought, not one thing."""
    return clause.patient is not None and singular(clause.patient.lemma) in tables().goods


def _passive(scene: Scene, quantity: QuantityMark, index: int, clause: Clause) -> Figure | None:
    """Goods that were delivered, made or carried: "3 million tonnes of Greek cement were shipped to Malta"."""
    measure = tables().measuring.get(clause.lemma, "")
    patient = clause.patient
    if not clause.passive or patient is None or not patient.first <= index <= patient.head < clause.verb:
        return None
    if is_money(quantity.unit):
        given = measure in SPENT and clause.modality is not Modality.PLANNED and all(a.last < index or a.first > clause.verb for a in scene.anchors)
        end = scene.tokens[clause.verb].end
        return Figure(quantity, index, measure, "level", quantity.start, end, None, clause, rule="verb.spent", confidence=0.65) if given else None
    goods = next((c for c in patient.complements if c.preposition == "of"), None)
    if measure not in ("exports", "imports", "production") or goods is None or quantity.unit == "1":
        return None
    words = " ".join([*(t.low for t in goods.modifiers if t.span is None), scene.low(goods.head)])
    named = f"{words} production" if measure == "production" else f"{measure} of {words}"
    end = scene.tokens[clause.verb].end
    return Figure(quantity, index, named, "level", quantity.start, end, None, clause, noun=goods, rule="verb.passive", confidence=0.65)


def _goods(scene: Scene, index: int, clause: Clause) -> str:
    """What was made or sold: "5 million litres of milk", "sold crude worth"."""
    if scene.low(index + 1) == "of":
        end = index + 2
        first = index + 2
        while first < len(scene.tokens) and (nation := scene.tokens[first].span) is not None and nation.demonym:
            first += 1
        end = first
        while end < len(scene.tokens) and scene.tokens[end].span is None and scene.tokens[end].tag in ("NN", "NNS", "JJ"):
            end += 1
        goods = " ".join(scene.lows(first, end))
        return "" if singular(goods) in tables().goods else goods
    if scene.low(index - 1) == ":" and clause.patient is not None and clause.patient.last == index - 2 and clause.patient.span is None:
        return "" if singular(clause.patient.lemma) in tables().goods else clause.patient.text.lower()
    if scene.low(index - 1) == "worth" and index >= 2 and scene.tokens[index - 2].tag in ("NN", "NNS") and index - 2 > clause.verb:
        return "" if singular(scene.low(index - 2)) in tables().goods else scene.low(index - 2)
    return ""
