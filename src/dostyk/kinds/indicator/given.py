"""Reads sums that are given, taken or forgiven: goods worth so much handed over, a loan facility obtained, a debt written off."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import Figure, is_money
from dostyk.kinds.indicator.flows import Parties
from dostyk.kinds.indicator.nearby import PLACE_TYPES, Around
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import PLACES, Clause, Phrase, QuantityMark, SpanType
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality
from dostyk.values.names import find_places

GIVEN = {
    "loan", "grant", "aid", "humanitarian aid", "development assistance", "technical cooperation", "financing",
    "debt relief",
}  # fmt: skip
LEADING = ("in", "for", "to", "at", "into", "towards")
NOT_SAID = (Modality.PLANNED, Modality.NEGATED)


def handed(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """Goods worth a sum that somebody gave: "handed over medicine worth 6 million euros", "books worth 2,000 dollars had been given"."""
    if not is_money(quantity.unit) or scene.low(index - 1) != "worth" and scene.low(index + 1) != "worth":
        return None
    holding = clause is not None and clause.lemma in wordlists("indicator")["holding"] and clause.verb < index and clause.modality not in NOT_SAID
    if holding and scene.low(index + 1) == "worth":
        return Figure(quantity, index, "aid", "level", quantity.start, scene.tokens[index + 1].end, None, clause, rule="given.part", confidence=0.55)
    giving = next((c for c in reversed(scene.sentence.clauses) if c.lemma in wordlists("indicator")["handing"] and _gives(c, index)), None)
    if giving is None or giving.modality in NOT_SAID:
        return None
    verb = scene.tokens[giving.verb]
    start, end = min(verb.start, quantity.start), max(quantity.end, verb.end)
    return Figure(quantity, index, "aid", "level", start, end, None, giving, rule="given.worth", confidence=0.65)


def _gives(clause: Clause, index: int) -> bool:
    """Whether the object of a verb of giving stands right before a sum, or holds it."""
    goods = next((o for o in clause.obliques if clause.lemma == "hand" and o.preposition == "over"), None) or clause.patient
    if goods is None:
        return False
    last = max([goods.last, *(m.last for c in goods.complements for m in c.members()), *(m.last for m in goods.others)])
    return goods.first <= index <= last + 2 and (clause.passive or clause.verb < index)


def obtained(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """Money taken from somebody: "secured a $20 million facility from", "received $120,000 from the embassy of"."""
    words = wordlists("indicator")
    if clause is None or not is_money(quantity.unit) or clause.modality in NOT_SAID or clause.verb > index:
        return None
    if phrase is not None and phrase.head > index:
        if phrase.lemma not in words["facilities"] or clause.lemma not in words["taking"] | words["extending"]:
            return None
        measure, end = "loan", phrase.end
    elif clause.lemma in words["taking"] and index - clause.verb <= 3 and any(o.preposition == "from" for o in clause.obliques):
        measure, end = "financing", quantity.end
        if not any(a.last > index and a.first - index <= 6 for a in scene.anchors):
            return Figure(quantity, index, measure, "level", scene.tokens[clause.verb].start, end, None, clause, rule="given.taken", confidence=0.65)
        return None
    else:
        return None
    start = min(scene.tokens[clause.verb].start, phrase.start)
    return Figure(quantity, index, measure, "level", start, end, None, clause, rule="given.facility", confidence=0.7)


def forgiven(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """A debt that need not be paid: "waived $3 million of Peru's debt", "5 million euros of debt was written off"."""
    if clause is None or not is_money(quantity.unit) or clause.lemma not in wordlists("indicator")["forgiving"] or clause.modality in NOT_SAID:
        return None
    near = scene.lows(min(index, clause.verb) - 8, max(index, clause.verb) + 10)
    if not {"debt", "debts", "arrears", "loans", "loan"} & set(near) or abs(index - clause.verb) > 14:
        return None
    verb = scene.tokens[clause.verb]
    start, end = min(verb.start, quantity.start), max(quantity.end, verb.end)
    return Figure(quantity, index, "debt relief", "level", start, end, None, clause, rule="given.relief", confidence=0.65)


def relief(around: Around) -> Parties:
    """Who forgives a debt, and whose it was."""
    giver = around.actor[:1]
    debtor = [m for m in [*around.own, *around.towards, *around.nation, *around.beside, *around.source] if all(m.id != g.id for g in giver)]
    return giver, debtor[:1]


def governments(scene: Scene, index: int) -> list[Mention]:
    """The country whose government or ministry money goes to ("a grant to the Government of Samoa", "to Samoa's Ministry of Health")."""
    for at in range(index + 1, min(index + 14, len(scene.tokens))):
        token = scene.tokens[at]
        if token.text in (";", ",") or token.tag in ("VBD", "VBZ", "VBP", "MD"):
            break
        span = token.span
        if span is None or span.type is not SpanType.ORGANISATION or "to" not in scene.lows(at - 3, at):
            continue
        if not wordlists("indicator")["public"] & set(span.text.lower().split()):
            continue
        named = [f for f in find_places(span.text) if f.type is MentionType.COUNTRY]
        if len({f.id for f in named}) == 1:
            return [Mention(span.text, named[0].name, named[0].id, MentionType.COUNTRY)]
    return []


def spent_in(scene: Scene, index: int, givers: list[Mention]) -> list[Mention]:
    """Where money is to be used, for whom nothing else is said: the one other country that the rest of the clause names."""
    home = {m.id for m in givers} | {found.country for g in givers for found in find_places(g.name) if found.country}
    found: dict[str, Mention] = {}
    led = False
    for token in scene.tokens[index + 1 :]:
        span = token.span
        if token.text == ";" or token.tag in ("VBD", "VBZ", "VBP", "MD"):
            break
        led = led or token.low in LEADING
        if span is None or span.type not in PLACES or not led:
            continue
        state = span.country or span.id
        if state not in home:
            mentions = [m for m in scene.reading.mentions(span) if m.type in PLACE_TYPES]
            if mentions and (state not in found or found[state].type is not MentionType.COUNTRY):
                found[state] = mentions[0]
    return list(found.values()) if len(found) == 1 else []
