"""Reads ranks: "the largest trading partner of X", "ranks third among investors", "one of the five largest investors"."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.indicator.figure import Past
from dostyk.kinds.indicator.measures import rank_of, singular, tables
from dostyk.kinds.indicator.topics import place_of_topic
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fifteenth": 15, "twentieth": 20}
SELF = ("country", "organisation", "city", "region", "place")
WORLDLY = ("area rank", "population rank", "economy rank", "port rank")
OF_TOTAL = {"investor rank": ("investment", "foreign direct investment", "companies"), "trading partner rank": ("trade turnover", "exports", "imports"), "tourist source rank": ("tourist arrivals",)}


def read_ranks(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each rank that a sentence states."""
    words = {t.low for t in sentence.tokens}
    lists = tables()
    if not any(q.unit == "rank" for q in sentence.quantities) and not any(number(w) or w in lists.superlatives or w.split("-")[-1] in lists.superlatives for w in words):
        return
    taken: set[int] = set()
    for phrase in everything(sentence):
        found = _superlative(sentence, phrase)
        if found is not None:
            draft = _draft(sentence, phrase, found, reading)
            if draft is not None:
                taken.add(phrase.head)
                yield draft
    yield from _placed(sentence, reading, taken)


def number(word: str) -> int | None:
    """The number of an ordinal ("third", "3rd", "14th"), or None."""
    if word in ORDINALS:
        return ORDINALS[word]
    if len(word) > 2 and word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"):
        return int(word[:-2])
    return None


def _superlative(sentence: Sentence, phrase: Phrase) -> tuple[str, str, str] | None:
    """(measure, value, bound) of "second largest trading partner", "sixth export market", "five largest investors"; else None."""
    lists = tables()
    head = sentence.tokens[phrase.head].low
    words = [t.low for t in phrase.modifiers]
    at = next((i for i, w in enumerate(words) if w in lists.superlatives or w.split("-")[-1] in lists.superlatives), None)
    ordinal = next((i for i, w in enumerate(words) if number(w)), None)
    top = phrase.quantity is not None and phrase.quantity.unit == "rank"
    if at is None and not top and (ordinal is None or phrase.possessor is None and phrase.determiner not in ("our", "its", "their", "the")):
        return None
    first = at if at is not None else ordinal if ordinal is not None else words.index(phrase.quantity.text.lower()) if top and phrase.quantity is not None and phrase.quantity.text.lower() in words else 0
    tail = " ".join([*words[first + 1 :], head])
    measure = rank_of(_with_of(sentence, phrase, tail))
    if measure is None or at is None and not top and singular(head) not in ("market", "partner", "supplier", "investor", "donor", "creditor", "destination", "exporter", "buyer", "importer"):
        return None
    plural = head != singular(head)
    value, bound = _value(sentence, phrase, words, at, ordinal, plural)
    if not value or measure == "area rank" and (named := _area(sentence, phrase)) is None:
        return None
    return (named or measure if measure == "area rank" else measure), value, bound


def _with_of(sentence: Sentence, phrase: Phrase, tail: str) -> str:
    """The words after a superlative with the "of" behind them: "source of investment"."""
    inner = next((c for c in phrase.complements if c.preposition in ("of", "for")), None)
    if inner is None or inner.span is not None and inner.span.type is not SpanType.NAME:
        return tail
    return f"{tail} of {' '.join([*(t.low for t in inner.modifiers if t.span is None), sentence.tokens[inner.head].low])}"


def _value(sentence: Sentence, phrase: Phrase, words: list[str], at: int | None, ordinal: int | None, plural: bool) -> tuple[str, str]:
    """The rank as a number, and whether it is exact or at most that."""
    several = any(t.low in ("one", "among") for t in sentence.tokens[max(0, phrase.first - 3) : phrase.first + 1])
    if phrase.quantity is not None and (phrase.quantity.bare or phrase.quantity.unit == "rank"):
        return (phrase.quantity.value, "max") if plural and several else ("", "")
    if at is None:
        return (str(number(words[ordinal or 0])), "exact") if not plural else ("", "")
    joined = words[at].rsplit("-", 1)
    before = [w for w in words[:at] if w != "most"]
    for word in (joined[0] if len(joined) == 2 else "", before[-1] if before else ""):
        if (found := number(word)) is not None:
            return (str(found), "exact") if not plural else ("", "")
    if plural or several:
        return "", ""
    if words[at] in ("important", "populous") and (not at or words[at - 1] != "most"):
        return "", ""
    return "1", "exact"


def _area(sentence: Sentence, phrase: Phrase) -> str | None:
    """What the "largest country" is largest by."""
    text = sentence.text[phrase.start - sentence.start :].lower()
    if "populat" in text or "populous" in phrase.text:
        return "population rank"
    return "area rank" if "area" in text or "territor" in text or "size" in text or "in the world" in text or "of the world" in text else None


def _draft(sentence: Sentence, phrase: Phrase, found: tuple[str, str, str], reading: Reading) -> Draft | None:
    measure, value, bound = found
    partners = _partners(sentence, phrase, reading)
    subjects = _subject(sentence, phrase, reading, {m.id for m in partners})
    if not subjects:
        return None
    clause = phrase.clause
    agent = clause.agent if clause is not None else None
    start = agent.start if agent is not None and sentence.start <= agent.start < phrase.start and phrase.start - agent.end < 80 else phrase.start
    modality = clause.modality if clause is not None and not clause.passive else Modality.ACTUAL
    return _made(sentence, reading, (measure, value, bound), (subjects, partners), (start, phrase.end), modality)


def _made(sentence: Sentence, reading: Reading, found: tuple[str, str, str], who: tuple[list[Mention], list[Mention]], bounds: tuple[int, int], modality: Modality) -> Draft:
    measure, value, bound = found
    subjects, partners = who
    if not partners and measure not in WORLDLY:
        partners = [m for m in reading.pair() if m.id != subjects[0].id][:1]
    roles: dict[str, list[Filler]] = {"subject": list(subjects[:1])}
    if partners:
        roles["partner"] = list(partners[:1])
    attributes = {"measure": measure, "value": value, "unit": "rank", "statistic": "rank"}
    if bound != "exact":
        attributes["bound"] = bound
    reading.memory["rank"] = (measure, sentence.paragraph)
    return Draft("Indicator", bounds[0], bounds[1], roles, attributes, "", modality, rule="indicator.rank", confidence=0.7, anchor=bounds[0])


def _partners(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Mention]:
    """For whom the rank holds: possessor, adjective, "our", "of", "for", "in"."""
    found = [m for m in reading.countries(phrase) if m.type is MentionType.COUNTRY]
    if not found and phrase.possessor is not None:
        found = reading.mentions(phrase.possessor, ("country", "city", "region"))
    if not found:
        for slot in everything(sentence):
            if slot.preposition in ("of", "for", "in", "to") and phrase.head < slot.first <= phrase.last + 6 and not any(t.tag.startswith("VB") for t in sentence.tokens[phrase.head : slot.first]):
                found += [m for member in slot.members() for m in reading.mentions(member, ("country",))]
                if slot.lemma == "country" and slot.determiner in ("our", "the", "this"):
                    found += reading.mentions(slot, ("country",))
    return found


def _subject(sentence: Sentence, phrase: Phrase, reading: Reading, partners: set[str]) -> list[Mention]:
    """What is ranked: the subject of be/become, what stands before "as", an apposition."""
    clause = phrase.clause
    if clause is not None and (clause.predicate is phrase or clause.lemma in ("be", "become", "remain", "make", "stay")) and clause.agent is not None and clause.agent is not phrase:
        found = [m for m in reading.mentions(clause.agent, SELF) if m.id not in partners]
        if found:
            return found
    if phrase.preposition == "as":
        before = [p for p in everything(sentence) if p.end <= phrase.start]
        for other in sorted(before, key=lambda p: -p.end):
            found = [m for m in (reading.countries(other) or reading.mentions(other, SELF)) if m.id not in partners]
            if found:
                return found
    found = _beside(sentence, phrase, reading, partners)
    if found:
        return found
    if clause is not None and clause.agent is not None:
        for member in clause.agent.members():
            found = [m for m in (reading.mentions(member, SELF) or reading.countries(member)) if m.id not in partners and m.type is not MentionType.OTHER]
            if found:
                return found
    return []


def _beside(sentence: Sentence, phrase: Phrase, reading: Reading, partners: set[str]) -> list[Mention]:
    """A name in apposition: "China, the largest trading partner", "the largest trading partner, China"."""
    tokens = sentence.tokens
    if phrase.first >= 2 and tokens[phrase.first - 1].text in (",", "–", "-", "(", "—"):  # noqa: RUF001
        span = tokens[phrase.first - 2].span
        if span is not None and span.type in (SpanType.COUNTRY, SpanType.ORGANISATION, SpanType.CITY) and not span.demonym:
            return [m for m in reading.mentions(span) if m.id not in partners]
    after = tokens[phrase.last + 1 : phrase.last + 3]
    if len(after) == 2 and after[0].text == "," and after[1].span is not None and after[1].span.type is SpanType.COUNTRY and not after[1].span.demonym:
        return reading.mentions(after[1].span)
    return []


def _placed(sentence: Sentence, reading: Reading, taken: set[int]) -> Iterator[Draft]:
    """Read "ranks third among Spain's trading partners", "took the fifth place", "put Poland in tenth place", "are second after China"."""
    lists = tables()
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        value = number(token.low)
        if value is None or token.span is not None and token.span.type is not SpanType.QUANTITY:
            continue
        clause = next((c for c in reversed(sentence.clauses) if c.verb < at <= c.verb + 8 and c.lemma in lists.ranking), None)
        after = [t.low for t in tokens[at + 1 : at + 4]]
        if clause is None or any(t in taken for t in range(at, at + 5)):
            continue
        placed = after[:1] in (["place"], ["position"], ["rank"], ["spot"])
        bare = after[:1] in (["among"], ["in"], ["after"], ["behind"], ["only"], ["of"], ["as"], ["for"]) and clause.lemma in ("rank", "be", "come", "stand", "remain", "place")
        if not placed and not bare or not placed and clause.lemma == "be" and after[:1] not in (["after"], ["behind"], ["among"]):
            continue
        draft = _of_place(sentence, clause, at, value, reading)
        if draft is not None:
            yield draft


def _of_place(sentence: Sentence, clause: Clause, at: int, value: int, reading: Reading) -> Draft | None:
    group = next((p for p in everything(sentence) if p.preposition in ("among", "in", "of", "as", "for", "by", "amongst") and at < p.first <= at + 4 and _group(sentence, p)), None)
    measure = _group(sentence, group) if group is not None else _implied(reading, sentence)
    if measure is None:
        return None
    holder = clause.patient if clause.lemma in ("put", "place", "position") and clause.patient is not None else clause.agent
    subjects = reading.mentions(holder, SELF) if holder is not None else []
    subjects = subjects or ([m for m in [place_of_topic(reading)] if m is not None] if holder is None else [])
    if not subjects:
        return None
    partners: list[Mention] = []
    if group is not None:
        partners = [m for m in (reading.countries(group) or _partners(sentence, group, reading)) if m.id != subjects[0].id]
    end = group.end if group is not None else sentence.tokens[min(at + 2, len(sentence.tokens) - 1)].end
    start = holder.start if holder is not None and sentence.start <= holder.start < end else clause.start
    return _made(sentence, reading, (measure, str(value), "exact"), (subjects, partners), (min(start, sentence.tokens[at].start), end), clause.modality)


def _group(sentence: Sentence, phrase: Phrase) -> str | None:
    """The rank that a group of the ranked gives ("among the trading partners of X")."""
    words = " ".join([*(t.low for t in phrase.modifiers), sentence.tokens[phrase.head].low])
    return rank_of(_with_of(sentence, phrase, words)) if singular(sentence.tokens[phrase.head].low) != "country" else None


def _implied(reading: Reading, sentence: Sentence) -> str | None:
    """The rank by what was measured just before ("There are 200 Czech firms … We are second after China")."""
    last: Past | None = reading.memory.get("figure")
    if last is None or last.paragraph != sentence.paragraph:
        return None
    return next((rank for rank, measures in OF_TOTAL.items() if last.measure in measures), None)
