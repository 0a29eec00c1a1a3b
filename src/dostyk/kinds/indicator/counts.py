"""Reads counts: the noun behind a number, or the "number of" that a bare number belongs to."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import SUMS, Figure, flow_of_goods
from dostyk.kinds.indicator.measures import measure_of, singular, tables
from dostyk.kinds.indicator.numbers import alone, counting_anchor
from dostyk.kinds.indicator.people import doing, gathering, had, nationals, of_place, some_of
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import without_article, wordlists
from dostyk.model.analysis import Clause, Phrase, QuantityMark, SpanType
from dostyk.model.statement import Modality

COUNTED = {"contract value": "agreements", "loan": "loans", "grant": "grants"}
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


def read_count(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """Say what a bare number counts, or None where it is no indicator."""
    phrase = scene.phrase_at(index)
    clause = scene.clause_at(index)
    if phrase is not None and phrase.office is not None and phrase.head > index:
        return None
    if (
        phrase is not None
        and phrase.head > index + 1
        and (measure := tables().hyphened.get(singular(scene.low(index + 1))))
        and scene.sentence.text[quantity.end - scene.sentence.start : scene.tokens[index + 1].start - scene.sentence.start] == "-"
    ):
        return Figure(quantity, index, measure, "level", phrase.start, phrase.end, None, clause, thing=phrase, rule="hyphened", confidence=0.65)
    if (
        index + 2 < len(scene.tokens)
        and (nation := scene.tokens[index + 1].span) is not None
        and nation.demonym
        and scene.tokens[index + 2].low in tables().people
    ):
        return nationals(scene, quantity, index, index + 1, clause)
    if phrase is not None and phrase.head > index:
        head = scene.tokens[phrase.head]
        if head.span is not None and head.span.demonym:
            return nationals(scene, quantity, index, phrase.head, clause)
        if singular(head.low) in tables().people_nouns and (anchor := counting_anchor(scene, index)) is not None and anchor.counted is not None:
            return alone(scene, quantity, index, clause)
        return _counted(scene, quantity, index, phrase, clause)
    following = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if following is not None and following.span is not None and following.span.demonym:
        return nationals(scene, quantity, index, index + 1, clause)
    if scene.lows(index + 1, index + 3) in (["of", "them"], ["of", "whom"], ["of", "which"]):
        return some_of(scene, quantity, index, clause)
    return alone(scene, quantity, index, clause)


def glued(scene: Scene, quantity: QuantityMark) -> Figure | None:
    """A number that is one word with its noun: "the 60-bed clinic", "a 300-seat hall"."""
    index = next((i for i, t in enumerate(scene.tokens) if t.start <= quantity.start and quantity.end < t.end), None)
    if index is None:
        return None
    number, _, noun = scene.low(index).rpartition("-")
    measure, phrase = tables().hyphened.get(singular(noun)), scene.phrase_at(index)
    if measure is None or not number or phrase is None or phrase.head <= index:
        return None
    clause = scene.clause_at(index)
    return Figure(quantity, index, measure, "level", phrase.start, phrase.end, None, clause, thing=phrase, rule="hyphened", confidence=0.65)


def _counted(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase, clause: Clause | None) -> Figure | None:
    """A number before its noun."""
    lemma = singular(scene.tokens[phrase.head].low if phrase.span is None else phrase.lemma)
    if (goods := _contained(phrase, lemma)) is not None:
        return _goods(scene, quantity, index, phrase, goods, clause)
    if _says_nothing(scene, quantity, phrase, clause, lemma):
        return None
    words = [t.low for t in phrase.modifiers if t.start >= quantity.end and not (t.span is not None and t.span.demonym)]
    noun, end = _noun(scene, quantity, phrase)
    measure = measure_of([*words, scene.low(phrase.head)])
    measure = COUNTED.get(measure or "", measure)
    if gathering(scene, clause, phrase) and lemma in tables().gathered:
        measure = "participants"
    if clause is not None and clause.lemma in wordlists("indicator")["teaching"] and lemma in tables().gathered and clause.patient is phrase:
        measure = "trainees"
    if lemma in tables().people_nouns or measure in ("citizens", "residents"):
        measure = doing(scene, clause, phrase, index) or measure or ("population" if had(scene, clause, phrase) or of_place(scene, phrase) else None)
        if measure is None:
            return None
    if lemma == "pair" and phrase.complements:
        inner = {singular(m.lemma) for m in phrase.complements[0].members()}
        measure = "sister-city pairs" if inner & {"city", "province", "region", "town", "state", "municipality"} else None
        noun = f"pairs of {without_article(phrase.complements[0].text)}"
    if measure in NO_COUNT or flow_of_goods(measure or ""):
        return None
    if quantity.text.lower().startswith("under ") and measure == "scholarships" and scene.tokens[index - 1].tag[:2] in ("NN", "VB"):
        quantity.bound = "exact"  # they study under them
    measure = measure or _plain(words, noun)
    if not measure:
        return None
    start = min(phrase.start, quantity.start)
    return Figure(
        quantity,
        index,
        measure,
        "level",
        start,
        max(end, _verb_end(scene, clause, phrase)),
        None,
        clause,
        counted=thing(noun),
        noun=phrase,
        rule="counted",
        confidence=0.7,
    )


def _contained(phrase: Phrase, lemma: str) -> Phrase | None:
    """The goods that are counted by what holds them ("70 sets of mine detectors")."""
    if lemma not in wordlists("indicator")["containers"]:
        return None
    return next((c for c in phrase.complements if c.preposition == "of" and c.span is None and c.text.rstrip().endswith("s")), None)


def _goods(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase, goods: Phrase, clause: Clause | None) -> Figure:
    """Count goods by what holds them."""
    words = [t.low for t in goods.modifiers if not (t.span is not None and t.span.demonym)]
    noun = without_article(goods.text)
    measure = measure_of([*words, scene.low(goods.head)]) or _plain(words, noun)
    start = min(phrase.start, quantity.start)
    return Figure(
        quantity, index, measure, "level", start, goods.end, None, clause, counted=thing(noun), noun=phrase, rule="counted", confidence=0.65
    )


def _says_nothing(scene: Scene, quantity: QuantityMark, phrase: Phrase, clause: Clause | None, lemma: str) -> bool:
    lists = tables()
    if phrase.modifiers and any(t.low in lists.superlatives for t in phrase.modifiers):
        return True
    if gathering(scene, clause, phrase) and lemma in lists.gathered:
        return False
    if clause is not None and clause.lemma in wordlists("indicator")["teaching"] and lemma in lists.gathered and clause.patient is phrase:
        return False
    index = scene.index(quantity) or 0
    before = scene.tokens[index - 1].span if index else None
    if before is not None and before.type is SpanType.NAME and scene.tokens[index - 1].text[:1].isupper() and quantity.text.isdigit():
        return True
    if quantity.value == "1" or lemma in lists.generic and not (lemma == "people" and clause is not None) or lemma.endswith(("-old", "kilometre")):
        return True
    head = scene.tokens[phrase.head]
    if (
        head.tag == "NN"
        and scene.low(phrase.head + 1) in ("and", ",")
        and (after := scene.tokens[min(phrase.head + 2, len(scene.tokens) - 1)].span) is not None
        and after.type is SpanType.QUANTITY
    ):
        return True
    if phrase.span is not None and phrase.span.type in (SpanType.PERSON, SpanType.DATE, SpanType.QUANTITY):
        return True
    if head.span is not None and head.span.type is SpanType.COUNTRY and not head.span.demonym:
        return True  # "the three Hanseatic Republics": a name
    small = quantity.value in ("2", "3", "4") and quantity.bound == "exact" and quantity.unit == "1"
    if (
        phrase.determiner in ("these", "those", "both", "this")
        or phrase.determiner in ("the", "their", "our")
        and small
        and not phrase.complements
        and lemma in lists.few
    ):
        return True
    if small and lemma in lists.few:
        return not (
            had(scene, clause, phrase)
            or scene.lows(phrase.first - 2, phrase.first) == ["home", "to"]
            or scene.low(phrase.first - 1) in ("are", "were")
            and scene.low(phrase.first - 2) == "there"
            or clause is not None
            and clause.passive
            or lemma in ("agreement", "document")
            or clause is not None
            and clause.patient is phrase
            and clause.lemma in wordlists("indicator")["making"]
            or clause is not None
            and clause.lemma == "hold"
            and lemma == "session"
        )
    return clause is not None and clause.modality is Modality.NEGATED and clause.verb < phrase.first


def _plain(words: list[str], noun: str) -> str:
    """The counted noun with its modifiers, without what hangs on it."""
    head = noun.split(" of ")[0].split(" in ")[0].split(" from ")[0].split(" on ")[0].split(" for ")[0].split(" between ")[0]
    last = head.split()[-1:] or [noun]
    kept = [
        w
        for w in words
        if w.replace("-", "").isalpha()
        and w not in ("new", "more", "other", "such", "further", "different", "various", "about", "joint", "additional")
    ]
    return " ".join([*kept, *last]).lower()


def _noun(scene: Scene, quantity: QuantityMark, phrase: Phrase) -> tuple[str, int]:
    """The counted noun as worded, with its "of …", and where it ends."""
    end = scene.tokens[phrase.head].end
    for complement in phrase.complements:
        if complement.preposition in ("of", "on", "between"):
            end = max(end, complement.members()[-1].end)
    start = scene.sentence.start
    return without_article(scene.sentence.text[quantity.end - start : end - start].strip(" ,-")), end


def _verb_end(scene: Scene, clause: Clause | None, phrase: Phrase) -> int:
    if clause is None or clause.verb < phrase.first:
        return phrase.end
    token = scene.tokens[clause.verb]
    return token.end if token.start - phrase.end < 40 else phrase.end
