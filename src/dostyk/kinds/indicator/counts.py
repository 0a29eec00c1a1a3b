"""Reads counts: the noun behind a number, or the "number of" that a bare number belongs to."""

from __future__ import annotations

from dostyk.kinds.indicator.anchors import Anchor
from dostyk.kinds.indicator.figure import SUMS, Figure, flow_of_goods
from dostyk.kinds.indicator.measures import measure_of, singular, tables
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import without_article
from dostyk.model.analysis import Clause, Phrase, QuantityMark, SpanType
from dostyk.model.statement import Modality

MAGNITUDES = ("million", "billion", "thousand")
COUNTED = {"contract value": "agreements", "loan": "loans", "grant": "grants"}
NO_COUNT = SUMS | {"exports", "imports", "area", "interest rate", "re-exports", "length", "distance", "border length", "market share", "production", "inflation", "electricity generation", "power capacity", "gdp", "completion", "visa fee"}


def read_count(scene: Scene, quantity: QuantityMark, index: int) -> Figure | None:
    """Say what a bare number counts, or None where it is no indicator."""
    phrase = scene.phrase_at(index)
    clause = scene.clause_at(index)
    if phrase is not None and phrase.office is not None and phrase.head > index:
        return None
    if phrase is not None and phrase.head > index + 1 and (measure := tables().hyphened.get(singular(scene.low(index + 1)))) and scene.sentence.text[quantity.end - scene.sentence.start : scene.tokens[index + 1].start - scene.sentence.start] == "-":
        return Figure(quantity, index, measure, "level", phrase.start, phrase.end, None, clause, thing=phrase, rule="hyphened", confidence=0.65)
    if index + 2 < len(scene.tokens) and (nation := scene.tokens[index + 1].span) is not None and nation.demonym and scene.tokens[index + 2].low in tables().people:
        return _nationals(scene, quantity, index, index + 1, clause)
    if phrase is not None and phrase.head > index:
        head = scene.tokens[phrase.head]
        if head.span is not None and head.span.demonym:
            return _nationals(scene, quantity, index, phrase.head, clause)
        if singular(head.low) in tables().people_nouns and (anchor := _anchor(scene, index)) is not None and anchor.counted is not None:
            return _alone(scene, quantity, index, clause)
        return _counted(scene, quantity, index, phrase, clause)
    following = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if following is not None and following.span is not None and following.span.demonym:
        return _nationals(scene, quantity, index, index + 1, clause)
    if scene.lows(index + 1, index + 3) in (["of", "them"], ["of", "whom"], ["of", "which"]):
        return _some_of(scene, quantity, index, clause)
    return _alone(scene, quantity, index, clause)


def _counted(scene: Scene, quantity: QuantityMark, index: int, phrase: Phrase, clause: Clause | None) -> Figure | None:
    """A number before its noun."""
    lemma = singular(scene.tokens[phrase.head].low if phrase.span is None else phrase.lemma)
    if _says_nothing(scene, quantity, phrase, clause, lemma):
        return None
    words = [t.low for t in phrase.modifiers if t.start >= quantity.end and not (t.span is not None and t.span.demonym)]
    noun, end = _noun(scene, quantity, phrase)
    measure = measure_of([*words, scene.low(phrase.head)])
    measure = COUNTED.get(measure or "", measure)
    if _gathering(scene, clause, phrase) and lemma in tables().gathered:
        measure = "participants"
    if lemma in tables().people_nouns or measure in ("citizens", "residents"):
        measure = _doing(scene, clause, phrase, index) or measure or ("population" if _had(scene, clause, phrase) or _of_place(scene, phrase) else None)
        if measure is None:
            return None
    if lemma == "pair" and phrase.complements:
        inner = {singular(m.lemma) for m in phrase.complements[0].members()}
        measure = "sister-city pairs" if inner & {"city", "province", "region", "town", "state", "municipality"} else None
        noun = f"pairs of {without_article(phrase.complements[0].text)}"
    if measure in NO_COUNT or flow_of_goods(measure or ""):
        return None
    measure = measure or _plain(words, noun)
    if not measure:
        return None
    start = min(phrase.start, quantity.start)
    return Figure(quantity, index, measure, "level", start, max(end, _verb_end(scene, clause, phrase)), None, clause, counted=thing(noun), noun=phrase, rule="counted", confidence=0.7)


def _says_nothing(scene: Scene, quantity: QuantityMark, phrase: Phrase, clause: Clause | None, lemma: str) -> bool:
    lists = tables()
    if phrase.modifiers and any(t.low in lists.superlatives for t in phrase.modifiers):
        return True
    if _gathering(scene, clause, phrase) and lemma in lists.gathered:
        return False
    if quantity.value == "1" or lemma in lists.generic and not (lemma == "people" and clause is not None) or lemma.endswith(("-old", "kilometre")):
        return True
    head = scene.tokens[phrase.head]
    if head.tag == "NN" and scene.low(phrase.head + 1) in ("and", ",") and (after := scene.tokens[min(phrase.head + 2, len(scene.tokens) - 1)].span) is not None and after.type is SpanType.QUANTITY:
        return True
    if phrase.span is not None and phrase.span.type in (SpanType.PERSON, SpanType.DATE, SpanType.QUANTITY):
        return True
    small = quantity.value in ("2", "3", "4") and quantity.bound == "exact"
    if phrase.determiner in ("these", "those", "both", "this") or phrase.determiner in ("the", "their", "our") and small and not phrase.complements and lemma in lists.few:
        return True
    if small and lemma in lists.few:
        return not (_had(scene, clause, phrase) or scene.lows(phrase.first - 2, phrase.first) == ["home", "to"] or scene.low(phrase.first - 1) in ("are", "were") and scene.low(phrase.first - 2) == "there" or clause is not None and clause.passive or lemma in ("agreement", "document"))
    return clause is not None and clause.modality is Modality.NEGATED and clause.verb < phrase.first


def _gathering(scene: Scene, clause: Clause | None, phrase: Phrase) -> bool:
    """Whether people or bodies are counted at a gathering ("brought together 150 delegates", "was held with 140 participants")."""
    if clause is None or clause.verb > phrase.first:
        return False
    return clause.lemma in tables().gathering and (clause.lemma != "bring" or "together" in scene.lows(clause.verb, phrase.first + 1))


def _of_place(scene: Scene, phrase: Phrase) -> bool:
    """Whether people are counted as a place's ("a city with over 1.1 million people", "a town of 9,000 people")."""
    before = scene.phrase_at(phrase.first - 2) if phrase.first >= 2 and scene.low(phrase.first - 1) in ("with", "of") else None
    return before is not None and singular(before.lemma) in ("city", "town", "country", "region", "province", "village", "island", "municipality", "metropolis", "state")


def _had(scene: Scene, clause: Clause | None, phrase: Phrase) -> bool:
    """Whether somebody has what is counted ("the city has two universities")."""
    return clause is not None and clause.verb < phrase.first and (clause.lemma in tables().having or clause.lemma == "be" and scene.low(clause.verb - 1) == "there")


def _doing(scene: Scene, clause: Clause | None, phrase: Phrase | None, index: int) -> str | None:
    """What people are counted as by what they do ("40 Zimbabweans study", "6,000 people work on the site")."""
    people = tables().people
    behind = [t for t in scene.tokens[index + 1 : index + 8] if t.tag.startswith("VB") or t.low in people]
    for token in behind[:2]:
        if token.lemma in people and token.lemma != "employ":
            return people[token.lemma]
        if token.low in people:
            return people[token.low]
        if token.lemma not in ("be", "have", "currently"):
            break
    if clause is not None and clause.verb < index and clause.lemma in ("employ", "train", "carry"):
        return people[clause.lemma]
    return None


def _nationals(scene: Scene, quantity: QuantityMark, index: int, at: int, clause: Clause | None) -> Figure | None:
    """People named by their nation: "some 1,600 Mexicans live in Ecuador", "employs 20 thousand Ethiopians"."""
    token = scene.tokens[at]
    after = scene.tokens[at + 1] if at + 1 < len(scene.tokens) else None
    if after is not None and (after.tag[:2] in ("NN", "JJ") or after.tag in ("VBN", "VBG") or after.low in ("-", "and")) and not token.text.endswith("s"):
        return None
    measure = _doing(scene, clause, None, index) or "diaspora"
    measure = "workers" if measure == "jobs" and not (clause is not None and clause.lemma == "employ") else measure
    noun = Phrase(at, at, at, token.start, token.end, token.lemma, token.text, span=token.span, modifiers=[token])
    end = max(token.end, after.end if after is not None and after.tag.startswith("VB") else token.end)
    return Figure(quantity, index, measure, "level", quantity.start, end, None, clause, counted=thing(token.text), noun=noun, rule="nationals", confidence=0.7)


def _some_of(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """Some of those counted before: "310 of them passed an examination"."""
    last = scene.reading.memory.get("figure")
    if last is None or clause is None or clause.verb < index or last.paragraph != scene.sentence.paragraph:
        return None
    done = clause.patient if not clause.passive else None
    verb = scene.tokens[clause.verb]
    nation = clause.predicate
    if clause.lemma == "be":
        if nation is None or nation.span is None or not nation.span.demonym:
            return None
        return Figure(quantity, index, "diaspora", "level", quantity.start, nation.end, None, clause, counted=thing(nation.text), noun=nation, rule="nationals.of", confidence=0.65)
    words = f"{last.measure} who {verb.low}" + (f" {done.text}" if done is not None and done.first > clause.verb else "")
    end = done.end if done is not None and done.first > clause.verb else verb.end
    return Figure(quantity, index, words, "level", quantity.start, end, None, clause, counted=thing(last.measure), carried=True, rule="some_of", confidence=0.5)


def _plain(words: list[str], noun: str) -> str:
    """The counted noun with its modifiers, without what hangs on it."""
    head = noun.split(" of ")[0].split(" in ")[0].split(" from ")[0].split(" on ")[0].split(" for ")[0].split(" between ")[0]
    last = head.split()[-1:] or [noun]
    kept = [w for w in words if w.replace("-", "").isalpha() and w not in ("new", "more", "other", "such", "further", "different", "various", "about", "joint", "additional")]
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


def _alone(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """A number without a noun: "the number of tourists reached 126 thousand", "its population about 190,000", "with a maximum of 92,000"."""
    anchor = _anchor(scene, index)
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


def _anchor(scene: Scene, index: int) -> Anchor | None:
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


def _carried(scene: Scene, quantity: QuantityMark, index: int, clause: Clause | None) -> Figure | None:
    """A bare number goes on with the count before it: "fell to 2,470 in 2020", "compared with 14,155 in the whole of last year"."""
    last = scene.reading.memory.get("figure")
    if last is None or scene.sentence.paragraph != last.paragraph or last.measure in NO_COUNT or flow_of_goods(last.measure) or last.statistic in ("rank", "share"):
        return None
    lists = tables()
    same = last.start == scene.sentence.start
    subject = scene.subject(clause)
    verb = scene.tokens[clause.verb] if clause is not None and clause.verb < index else None
    moving = verb is not None and verb.lemma in (lists.growing | lists.falling | lists.reaching) - lists.having
    going_on = moving and (subject is None or scene.stands_for(subject) or same and scene.anchor_of(subject) is not None)
    compared = same and (scene.lows(index - 2, index) in (["compared", "with"], ["compared", "to"]) or scene.low(index - 1) in ("against", "to", "from"))
    if not going_on and not compared:
        return None
    start = min(quantity.start, verb.start) if verb is not None and quantity.start - verb.start < 80 else quantity.start
    figure = Figure(quantity, index, last.measure, "level", start, quantity.end, None, clause, counted=last.counted, carried=True, rule="carried.bare", confidence=0.6)
    if scene.low(index - 2) == "compared":
        figure.start = scene.tokens[index - 2].start
    elif scene.low(index - 1) == "by" and verb is not None and verb.lemma in lists.growing | lists.falling:
        figure.statistic, figure.falling = "change", verb.lemma in lists.falling
    return figure
