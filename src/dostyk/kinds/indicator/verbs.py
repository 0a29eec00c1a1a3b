"""Reads what a sum or a quantity of goods measures from the verb: invested, cost, shipped, produced, generated."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import Figure, is_money
from dostyk.kinds.indicator.measures import singular, tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.model.analysis import Clause, Phrase, QuantityMark
from dostyk.model.statement import Modality


def by_verb(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The verb says it: "invested 5 billion", "cost 40 million", "shipped 3,000 tonnes of rice", "put 2 million euros into"."""
    if clause is None:
        return None
    lists, money = tables(), is_money(quantity.unit)
    nearer = [c for c in scene.sentence.clauses if clause.verb < c.verb < index and c.lemma in lists.measuring]
    clause = nearer[-1] if nearer else clause
    at = next(
        (
            i
            for i in range(index - 1, max(clause.verb, index - 8), -1)
            if scene.tokens[i].tag.startswith("VB") and scene.tokens[i].lemma in lists.measuring
        ),
        clause.verb,
    )
    measure = lists.measuring.get(scene.tokens[at].lemma)
    if clause.lemma == "put" and money and scene.low(index + 1) in ("into", "in"):
        measure = "investment"
    if measure is None or at > index or index - at > 14 or clause.modality is Modality.PLANNED and money:
        return None
    if (
        not money
        and measure not in ("exports", "imports", "production", "electricity generation", "freight volume")
        or money
        and measure == "freight volume"
    ):
        return None
    if money and measure in ("exports", "imports") and scene.low(index - 1) == "for":
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
    if measure == "project value":
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
    start = scene.tokens[at].start
    scene.reading.memory["measuring"] = (scene.sentence.start, measure)
    return Figure(quantity, index, measure, "level", min(start, quantity.start), quantity.end, None, clause, rule="verb", confidence=0.7)


def _goods(scene: Scene, index: int, clause: Clause) -> str:
    """What was made or sold: "5 million litres of milk", "sold crude worth"."""
    if scene.low(index + 1) == "of":
        end = index + 2
        while end < len(scene.tokens) and scene.tokens[end].span is None and scene.tokens[end].tag in ("NN", "NNS", "JJ"):
            end += 1
        goods = " ".join(scene.lows(index + 2, end))
        return "" if singular(goods) in tables().goods else goods
    if scene.low(index - 1) == "worth" and index >= 2 and scene.tokens[index - 2].tag in ("NN", "NNS") and index - 2 > clause.verb:
        return "" if singular(scene.low(index - 2)) in tables().goods else scene.low(index - 2)
    return ""
