"""Finds what a quantity measures: the noun it counts, the noun it belongs to, the verb it stands with."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.kinds.indicator.measures import measure_of, tables
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import everything, without_article
from dostyk.model.analysis import Clause, Phrase, QuantityMark, Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention

GROWING = {"grow", "increase", "rise", "climb", "jump", "surge", "soar", "expand", "improve", "advance", "gain", "accelerate", "boost", "up", "exceed", "raise"}
FALLING = {"fall", "decrease", "decline", "drop", "shrink", "contract", "reduce", "slump", "plunge", "slide", "dip", "down", "cut"}
GROWTH = {"growth", "increase", "rise", "gain", "jump", "surge", "upturn", "expansion", "up", "higher", "more"}
LOSS = {"decrease", "decline", "drop", "fall", "reduction", "contraction", "down", "less", "lower", "slump"}
REACHING = {"reach", "amount", "total", "exceed", "surpass", "hit", "stand", "constitute", "make", "be", "comprise", "top", "equal", "account", "number", "become", "remain", "attain", "near", "approach", "pass", "cross", "average", "register", "record", "come", "cover", "consist", "have", "span", "occupy", "estimate"}
BY_VERB = {
    "invest": "investment", "export": "exports", "import": "imports", "lend": "loan", "borrow": "loan", "donate": "grant", "trade": "trade turnover", "supply": "exports", "sell": "exports", "purchase": "imports",
    "buy": "imports", "generate": "electricity generation", "produce": "production", "cost": "project value", "finance": "investment",
}  # fmt: skip
OVER_VERBS = {"exceed", "surpass", "top", "pass", "cross", "outstrip"}
NEAR_VERBS = {"near", "approach"}
BY_UNIT = {"km2": "area", "MW": "power capacity", "GW": "power capacity", "kW": "power capacity", "kWh": "electricity generation", "MWh": "electricity generation", "GWh": "electricity generation", "TWh": "electricity generation"}
NUMBER = {"number", "total", "count", "amount", "figure", "quantity", "volume", "value", "share", "proportion", "percentage", "rate", "level", "flow", "size", "sum", "turnover"}
SKIP_UNITS = {"h", "min", "s", "a", "d", "wk", "mo", "Cel", "deg"}


@dataclass(slots=True)
class Figure:
    """A quantity with what it measures and where the words that say so begin and end."""

    quantity: QuantityMark
    measure: str
    statistic: str
    start: int
    end: int
    phrase: Phrase | None
    clause: Clause | None
    counted: Mention | None = None
    falling: bool = False
    carried: bool = False
    rule: str = ""
    confidence: float = 0.75


def find_figure(sentence: Sentence, quantity: QuantityMark, reading: Reading) -> Figure | None:
    """Say what a quantity measures, or None where it is no indicator."""
    index = next((i for i, t in enumerate(sentence.tokens) if t.span is quantity), None)
    if index is None or quantity.unit in SKIP_UNITS:
        return None
    phrase = _phrase_at(sentence, index)
    clause = _clause_at(sentence, index, phrase)
    _verb_bound(clause, quantity)
    if quantity.statistic == "multiple":
        return _change(sentence, quantity, phrase, clause, reading, "multiple")
    if quantity.bare and quantity.unit == "1":
        return _count(sentence, quantity, index, phrase, clause, reading)
    if quantity.unit in ("%", "{pp}"):
        return _percent(sentence, quantity, index, phrase, clause, reading)
    return _amount(sentence, quantity, index, phrase, clause, reading)


def _phrase_at(sentence: Sentence, index: int) -> Phrase | None:
    """The innermost phrase that holds a token."""
    inside = [p for p in everything(sentence) if p.first <= index <= p.head or p.head == index]
    return min(inside, key=lambda p: p.head - p.first) if inside else None


def _clause_at(sentence: Sentence, index: int, phrase: Phrase | None) -> Clause | None:
    if phrase is not None and phrase.clause is not None:
        return phrase.clause
    at = sentence.tokens[index].start
    before = [c for c in sentence.clauses if c.start <= at <= c.end + 2]
    return before[-1] if before else None


def _verb_bound(clause: Clause | None, quantity: QuantityMark) -> None:
    if clause is not None and quantity.bound == "exact":
        if clause.lemma in OVER_VERBS:
            quantity.bound = "over"
        elif clause.lemma in NEAR_VERBS:
            quantity.bound = "under"


def _count(sentence: Sentence, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None, reading: Reading) -> Figure | None:
    """A bare number: the noun behind it is counted; alone, the subject says what is numbered."""
    if phrase is not None and phrase.head > index:
        return _counted(sentence, quantity, phrase, clause)
    if phrase is not None and phrase.office is not None:
        return None
    return _alone(sentence, quantity, phrase, clause, reading)


def _counted(sentence: Sentence, quantity: QuantityMark, phrase: Phrase, clause: Clause | None) -> Figure | None:
    lemma = _singular(phrase.lemma)
    generic = tables().generic
    if quantity.value == "1" or lemma in generic or phrase.office is not None or phrase.span is not None and phrase.span.type is SpanType.PERSON:
        return None
    if phrase.determiner in ("these", "those", "both", "this") or (phrase.determiner == "the" and quantity.value in ("2", "3") and not phrase.complements):
        return None
    noun, end = _after_number(sentence, phrase, quantity)
    words = [t.low for t in phrase.modifiers if t.start >= quantity.end and not (t.span is not None and t.span.demonym)]
    measure = measure_of(lemma, words)
    if lemma == "pair" and phrase.complements:
        inner = phrase.complements[0]
        measure = "sister-city pairs" if any(m.lemma in ("city", "province", "region", "town", "state") for m in inner.members()) else None
    statistic = "level"
    if clause is not None and phrase.preposition == "by" and clause.lemma in GROWING | FALLING:
        statistic = "change"
    if measure is None:
        text = " ".join([*(w for w in words if w.isalpha() or "-" in w), _last(noun)]).strip() if words else _last(noun)
        measure = _plain(text)
    elif measure in ("trade turnover", "exports", "imports") or (measure == "investment" and quantity.bare):
        return None
    return Figure(quantity, measure, statistic, phrase.start, max(end, _verb_end(sentence, clause, phrase)), phrase, clause, thing(noun), rule="counted", confidence=0.7)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _last(noun: str) -> str:
    """The head noun of a counted wording, without what hangs on it."""
    head = noun.split(" of ")[0].split(" in ")[0].split(" from ")[0].split(" on ")[0].split(" for ")[0]
    return head.split()[-1] if head.split() else noun


def _after_number(sentence: Sentence, phrase: Phrase, quantity: QuantityMark) -> tuple[str, int]:
    """The counted noun as worded, with its "of …", and where it ends."""
    end = sentence.tokens[phrase.head].end
    for complement in phrase.complements:
        if complement.preposition in ("of", "on", "between"):
            end = max(end, complement.members()[-1].end)
    return without_article(sentence.text[quantity.end - sentence.start : end - sentence.start].strip(" ,-")), end


def _verb_end(sentence: Sentence, clause: Clause | None, phrase: Phrase) -> int:
    if clause is None or clause.verb < phrase.first:
        return phrase.end
    token = sentence.tokens[clause.verb]
    return token.end if token.start - phrase.end < 40 else phrase.end


def _singular(lemma: str) -> str:
    return lemma[:-1] if lemma.endswith("s") and not lemma.endswith(("ss", "us")) and len(lemma) > 3 else lemma


def _alone(sentence: Sentence, quantity: QuantityMark, phrase: Phrase | None, clause: Clause | None, reading: Reading) -> Figure | None:
    """A number without a noun: "the number of X reached 126 thousand", "flow will be 25,000", "with a maximum of 92,000"."""
    if clause is None:
        return None
    subject = (clause.patient if clause.passive else clause.agent) or clause.agent
    if subject is not None and clause.lemma in REACHING | GROWING | FALLING:
        found = _measure_of_phrase(subject)
        if found is not None:
            measure, counted = found
            if phrase is not None and phrase.preposition == "of" and _governor_is(sentence, phrase, {"maximum", "peak", "high"}):
                quantity.bound = "max"
            return Figure(quantity, measure, "level", min(subject.start, quantity.start), quantity.end, subject, clause, counted, rule="number", confidence=0.7)
    return None


def _governor_is(sentence: Sentence, phrase: Phrase, lemmas: set[str]) -> bool:
    return any(phrase in [m for c in p.complements for m in c.members()] and p.lemma in lemmas for p in everything(sentence))


def _measure_of_phrase(phrase: Phrase) -> tuple[str, Mention | None] | None:
    """What a subject measures: "the number of tourists", "bilateral trade", "the volume of trade"."""
    lemma = _singular(phrase.lemma)
    words = [t.low for t in phrase.modifiers if not (t.span is not None and t.span.demonym)]
    inner = next((c for c in phrase.complements if c.preposition == "of"), None)
    if lemma in NUMBER and inner is not None:
        found = _measure_of_phrase(inner)
        counted = None
        if lemma == "number" or (found is None and lemma in ("total", "count")):
            counted = thing(_short(inner))
            if found is None:
                return _plain(" ".join([*(t.low for t in inner.modifiers if not (t.span is not None and t.span.demonym)), inner.lemma if inner.lemma.endswith("s") else inner.lemma + "s"])), counted
        return (found[0], counted or found[1]) if found is not None else None
    if lemma in NUMBER and words:
        found_words = measure_of(words[-1], words[:-1]) if len(words) > 1 else measure_of(_singular(words[-1]), [])
        exact = measure_of(lemma, words)
        if exact or found_words:
            return (exact or found_words or "", None)
    measure = measure_of(lemma, words)
    if measure is not None:
        if measure in ("exports", "agricultural exports") and "agricultural" in words:
            measure = "agricultural exports"
        return measure, None
    if phrase.span is not None and phrase.span.type is SpanType.NAME:
        return None
    return None


def _short(phrase: Phrase) -> str:
    text = phrase.text
    for stop in (" who ", " that ", " which ", " passing ", " coming "):
        text = text.split(stop)[0]
    return without_article(text)


def _percent(sentence: Sentence, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None, reading: Reading) -> Figure | None:
    """A percentage is a change with a verb or noun of growth, a share with "of", else nothing."""
    tokens = sentence.tokens
    before = [t.low for t in tokens[max(0, index - 3) : index]]
    after = [t.low for t in tokens[index + 1 : index + 4]]
    governing = _governing(sentence, phrase)
    of_next = bool(after) and after[0] == "of"
    if clause is not None and clause.lemma in GROWING | FALLING and not of_next and "to" not in before[-1:]:
        return _change(sentence, quantity, phrase, clause, reading, "change")
    if governing is not None and governing.lemma in GROWTH | LOSS:
        return _change(sentence, quantity, phrase, clause, reading, "change", governing)
    if before and before[-1] in ("up", "down") or (after and after[0] in ("growth", "increase", "rise", "decline", "decrease", "drop", "more", "higher", "lower", "less", "fall", "jump", "reduction")):
        return _change(sentence, quantity, phrase, clause, reading, "change", falling=(before and before[-1] == "down") or bool(after and after[0] in LOSS | {"fall"}))
    if phrase is not None and phrase.lemma in GROWTH | LOSS:
        return _change(sentence, quantity, phrase, clause, reading, "change", falling=phrase.lemma in LOSS)
    return _share(sentence, quantity, index, phrase, clause, reading)


def _share(sentence: Sentence, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None, reading: Reading) -> Figure | None:
    """ "10 % of its population have received higher education", "accounts for 30 % of exports", "the share of X was 12 %"."""
    tokens = sentence.tokens
    whole = next((p for p in everything(sentence) if p.preposition == "of" and p.first in (index + 1, index + 2)), None)
    subject = clause.agent if clause is not None else None
    if subject is not None and subject.lemma in ("share", "proportion", "percentage") and clause is not None:
        words = without_article(subject.text)
        return Figure(quantity, words, "share", subject.start, quantity.end, subject, clause, rule="share", confidence=0.6)
    if whole is None and clause is not None and reading.memory.get("share") == sentence.start:
        end = tokens[min(len(tokens) - 1, index + 2)].end
        words = sentence.text[quantity.end - sentence.start : end - sentence.start].strip(" ,.")
        return Figure(quantity, f"share of population with {words}", "share", quantity.start, end, phrase, clause, rule="share.second", confidence=0.5)
    if whole is None or clause is None:
        return None
    what = without_article(whole.text)
    measure = f"share of {what}"
    if clause.patient is not None and clause.agent is not None and clause.agent.first <= index <= clause.agent.last:
        measure = f"share of {whole.lemma} with {without_article(clause.patient.text)}"
        reading.memory["share"] = sentence.start
        return Figure(quantity, measure, "share", quantity.start, clause.patient.end, whole, clause, rule="share.with", confidence=0.6)
    if clause.lemma in ("account", "make", "constitute", "represent", "comprise", "exceed", "reach", "be", "hold", "take", "contribute", "provide"):
        return Figure(quantity, measure, "share", quantity.start, whole.end, whole, clause, rule="share.of", confidence=0.6)
    return None


def _governing(sentence: Sentence, phrase: Phrase | None) -> Phrase | None:
    """The phrase whose "of" complement this one is."""
    if phrase is None:
        return None
    for other in everything(sentence):
        if any(m is phrase for c in other.complements for m in c.members()):
            return other
    return None


def _change(
    sentence: Sentence, quantity: QuantityMark, phrase: Phrase | None, clause: Clause | None, reading: Reading, statistic: str, noun: Phrase | None = None, falling: bool | None = None
) -> Figure | None:
    """A change belongs to the subject that grew, else to the figure before it."""
    down = falling if falling is not None else (clause is not None and clause.lemma in FALLING) or (noun is not None and noun.lemma in LOSS)
    candidates: list[Phrase] = []
    if noun is not None:
        candidates += [c for c in noun.complements if c.preposition == "in"]
        candidates += [p for p in sentence.phrases if p.preposition in ("in", "of") and 0 <= p.first - (phrase.last if phrase is not None else 0) <= 2]
    if phrase is not None and phrase.lemma in GROWTH | LOSS:
        candidates += [c for c in phrase.complements if c.preposition in ("in", "of")]
        candidates += [p for p in sentence.phrases if p.preposition == "in" and 0 < p.first - phrase.head <= 2]
    if clause is not None:
        candidates += [p for p in (clause.agent, clause.patient) if p is not None]
    for candidate in candidates:
        for member in candidate.members():
            found = _measure_of_phrase(member)
            if found is not None and member.quantity is not quantity:
                measure, counted = found
                start, end = min(member.start, quantity.start), max(quantity.end, member.end)
                if start < sentence.start or end > sentence.end:
                    start, end = quantity.start, quantity.end
                return Figure(quantity, measure, statistic, _verb_start(sentence, clause, start, quantity), end, member, clause, counted, bool(down), rule="change", confidence=0.75)
    previous = reading.memory.get("figure")
    if previous is not None and sentence.paragraph - previous[3] <= 1:
        start = _verb_start(sentence, clause, noun.start if noun is not None else quantity.start, quantity)
        return Figure(quantity, previous[0], statistic, start, quantity.end, None, clause, None, bool(down), True, rule="change.carried", confidence=0.65)
    return None


def _verb_start(sentence: Sentence, clause: Clause | None, start: int, quantity: QuantityMark) -> int:
    if clause is None:
        return start
    verb = sentence.tokens[clause.verb].start
    return min(start, verb) if verb < quantity.start else start


def _amount(sentence: Sentence, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None, reading: Reading) -> Figure | None:
    """A sum or a physical quantity: what it belongs to, before it, after it, as subject, by the verb, by the unit."""
    money = len(quantity.unit.split("/")[0]) == 3 and quantity.unit[:3].isupper()
    if (inside := _inside(sentence, quantity, index, phrase, clause)) is not None:
        return inside
    governing = _governing(sentence, phrase)
    options: list[tuple[Phrase, str]] = []
    if governing is not None and governing.lemma not in GROWTH | LOSS:
        options.append((governing, "of"))
    following = next((p for p in everything(sentence) if p.first in (index + 1, index + 2) and p.preposition in ("of", "in", "worth of") or p.first == index + 1 and not p.preposition and p.head > index), None)
    if following is not None:
        options.append((following, "after"))
    if clause is not None:
        subject = clause.patient if clause.passive else clause.agent
        options += [(m, "subject") for m in (subject.members() if subject is not None else [])]
        if clause.lemma in GROWING | FALLING and clause.patient is not None:
            options.append((clause.patient, "subject"))
    statistic = "change" if clause is not None and clause.lemma in GROWING | FALLING - {"exceed"} and phrase is not None and phrase.preposition == "by" else "level"
    for candidate, rule in options:
        found = _measure_of_phrase(candidate)
        if found is not None and _suits(found[0], money, quantity):
            start, end = min(candidate.start, quantity.start), max(quantity.end, candidate.end if rule == "after" else quantity.end)
            if start < sentence.start or end > sentence.end:
                start, end = quantity.start, quantity.end
            return Figure(quantity, found[0], statistic, start, end, candidate, clause, found[1], clause is not None and clause.lemma in FALLING, rule=rule, confidence=0.8)
    if clause is not None and clause.lemma in BY_VERB and (money or clause.lemma in ("generate", "produce", "export", "import", "supply")):
        verb = sentence.tokens[clause.verb]
        return Figure(quantity, BY_VERB[clause.lemma], "level", min(verb.start, quantity.start), max(verb.end, quantity.end), clause.agent, clause, rule="verb", confidence=0.7)
    if not money and quantity.unit.split("/")[0] in BY_UNIT and clause is not None:
        return Figure(quantity, BY_UNIT[quantity.unit.split("/")[0]], "level", quantity.start, quantity.end, clause.agent, clause, rule="unit", confidence=0.55)
    previous = reading.memory.get("figure")
    if money and previous is not None and previous[3] == sentence.paragraph and clause is not None and clause.lemma in REACHING | GROWING | FALLING and (clause.agent is None or clause.agent.lemma in ("it", "figure", "value", "volume", "this", "that", "indicator")):
        return Figure(quantity, previous[0], statistic, _verb_start(sentence, clause, quantity.start, quantity), quantity.end, None, clause, None, False, True, rule="carried", confidence=0.6)
    return None


def _inside(sentence: Sentence, quantity: QuantityMark, index: int, phrase: Phrase | None, clause: Clause | None) -> Figure | None:
    """The quantity stands before a noun in one phrase: "the 100-megawatt wind power project", "a $5 million grant"."""
    if phrase is None or phrase.head <= index:
        return None
    unit = quantity.unit.split("/")[0]
    found = _measure_of_phrase(phrase)
    if unit in BY_UNIT and (found is None or found[0] in ("projects", "project value")):
        return Figure(quantity, BY_UNIT[unit], "level", phrase.start, phrase.end, phrase, clause, rule="inside", confidence=0.75)
    if found is not None and _suits(found[0], True, quantity):
        return Figure(quantity, found[0], "level", phrase.start, phrase.end, phrase, clause, rule="inside", confidence=0.7)
    return None


COUNTS = {"tourist arrivals", "students", "patients", "companies", "citizens", "specialists", "workers", "visits", "meetings", "flights", "households", "population", "area", "agreements", "sister-city pairs", "freight trains", "vehicles", "passengers", "visas", "languages", "books", "districts", "schools", "universities", "border length", "distance", "containers", "diaspora"}


def _suits(measure: str, money: bool, quantity: QuantityMark) -> bool:
    """Whether a measure can be given in the unit."""
    if money:
        return measure not in COUNTS
    if quantity.unit == "km2" or quantity.unit in ("har", "ar"):
        return measure in ("area", "territory")
    if measure in ("trade turnover", "investment", "foreign direct investment", "loan", "grant", "gdp", "remittances", "trade balance", "debt", "contract value", "project value"):
        return False
    return measure not in COUNTS - {"border length", "distance"} or quantity.unit == "1"


