"""Reads ranks: "the largest trading partner of X", "ranks third among investors", "one of the five largest investors"."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.indicator.measures import rank_of
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType

SUPERLATIVE = {"largest", "biggest", "leading", "main", "top", "most", "principal", "greatest", "major", "primary", "key", "number-one", "foremost", "chief"}
STRICT = {"largest", "biggest", "greatest", "top", "number-one", "leading", "main", "principal"}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}
NOUNS = {"partner", "investor", "market", "supplier", "exporter", "importer", "donor", "creditor", "destination", "source", "economy", "country", "lender", "buyer", "producer", "consumer"}


def read_ranks(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each rank that a sentence states."""
    for phrase in everything(sentence):
        found = _rank(sentence, phrase)
        if found is not None:
            draft = _draft(sentence, phrase, found, reading)
            if draft is not None:
                yield draft
    for clause in sentence.clauses:
        if clause.lemma == "rank":
            yield from _ranked(sentence, clause, reading)


def _rank(sentence: Sentence, phrase: Phrase) -> tuple[str, str, str] | None:
    """(measure, value, bound) of a superlative phrase, or None."""
    lemma = phrase.lemma[:-1] if phrase.lemma.endswith("s") else phrase.lemma
    if lemma == "countrie":
        lemma = "country"
    if lemma not in NOUNS:
        return None
    words = [t.low for t in phrase.modifiers]
    superlative = next((w for w in words if w in STRICT or w.split("-")[-1] in STRICT), None)
    if superlative is None:
        return None
    several = phrase.text.lower().startswith("one of") or any(t.low == "one" for t in sentence.tokens[max(0, phrase.first - 2) : phrase.first])
    at = words.index(superlative)
    if phrase.quantity is not None and phrase.quantity.bare:
        value, bound = phrase.quantity.value, "max"
        if not several and phrase.lemma.endswith("s"):
            return None
    elif several:
        return None
    elif "-" in superlative and superlative.split("-")[0] in ORDINALS:
        value, bound = str(ORDINALS[superlative.split("-")[0]]), "exact"
    elif at and words[at - 1] in ORDINALS:
        value, bound = str(ORDINALS[words[at - 1]]), "exact"
    elif at and words[at - 1].rstrip("stndrh").isdigit():
        value, bound = words[at - 1].rstrip("stndrh"), "exact"
    else:
        value, bound = "1", "exact"
    if phrase.lemma.endswith("s") and bound == "exact" and not several:
        return None
    tail = " ".join([*words[at + 1 :], lemma])
    measure = rank_of(tail)
    if lemma == "country":
        text = sentence.text[phrase.start - sentence.start :].lower()
        measure = "area" if "area" in text or "territor" in text or "size" in text or "in the world" in text else None
    if measure is None:
        return None
    return measure, value, bound


def _draft(sentence: Sentence, phrase: Phrase, found: tuple[str, str, str], reading: Reading) -> Draft | None:
    measure, value, bound = found
    partners = _partners(phrase, reading)
    subjects = _subject(sentence, phrase, reading, {m.id for m in partners})
    if not subjects:
        return None
    if not partners and measure not in ("area", "population rank", "economy rank"):
        partners = [m for m in reading.pair() if m.id not in {s.id for s in subjects}][:1]
    roles: dict[str, list[Filler]] = {"subject": list(subjects[:1])}
    if partners and measure != "area":
        roles["partner"] = list(partners[:1])
    attributes = {"measure": measure, "value": value, "unit": "rank", "statistic": "rank"}
    if bound != "exact":
        attributes["bound"] = bound
    clause = phrase.clause
    start = min([phrase.start, *([clause.agent.start] if clause is not None and clause.agent is not None and sentence.start <= clause.agent.start < phrase.start and phrase.start - clause.agent.end < 80 else [])])
    draft = Draft("Indicator", start, phrase.end, roles, attributes, "", rule="indicator.rank", confidence=0.7, anchor=phrase.start)
    if clause is not None and not clause.passive:
        draft.modality = clause.modality
    return draft


def _partners(phrase: Phrase, reading: Reading) -> list[Mention]:
    """For whom the rank holds: possessor, adjective, "of", "for", "in"."""
    found = reading.countries(phrase)
    if not found:
        clause = phrase.clause
        for slot in [*phrase.complements, *(clause.obliques if clause is not None else [])]:
            if slot.preposition in ("of", "for", "in", "to") and slot.start >= phrase.start:
                found += [m for member in slot.members() for m in reading.mentions(member, ("country",))]
    return found


def _subject(sentence: Sentence, phrase: Phrase, reading: Reading, partners: set[str]) -> list[Mention]:
    """What is ranked: the subject of be/become, what stands before "as", an apposition."""
    clause = phrase.clause
    kinds = ("country", "organisation", "city", "region")
    if clause is not None and (clause.predicate is phrase or clause.lemma in ("be", "become", "remain", "make")) and clause.agent is not None and clause.agent is not phrase:
        found = [m for m in reading.mentions(clause.agent, kinds) if m.id not in partners]
        if found:
            return found
    if phrase.preposition == "as":
        before = [p for p in everything(sentence) if p.end <= phrase.start]
        for other in sorted(before, key=lambda p: -p.end):
            found = [m for m in (reading.countries(other) or reading.mentions(other, kinds)) if m.id not in partners]
            if found:
                return found
    tokens = sentence.tokens
    if phrase.first >= 2 and tokens[phrase.first - 1].text == ",":
        span = tokens[phrase.first - 2].span
        if span is not None and span.type in (SpanType.COUNTRY, SpanType.ORGANISATION) and not span.demonym:
            return [m for m in reading.mentions(span) if m.id not in partners]
    after = tokens[phrase.last + 1 : phrase.last + 3]
    if len(after) == 2 and after[0].text == "," and after[1].span is not None and after[1].span.type is SpanType.COUNTRY:
        return reading.mentions(after[1].span)
    if clause is not None and clause.agent is not None:
        for member in clause.agent.members():
            found = [m for m in (reading.mentions(member, kinds) or reading.countries(member)) if m.id not in partners and m.type is not MentionType.OTHER]
            if found:
                return found
    return []


def _ranked(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "ranks third among Uzbekistan's trading partners"."""
    if clause.agent is None:
        return
    tokens = sentence.tokens[clause.verb + 1 : clause.verb + 4]
    value = next((str(ORDINALS[t.low]) for t in tokens if t.low in ORDINALS), None) or next((t.low.rstrip("stndrh") for t in tokens if t.low[:1].isdigit()), None)
    group = next((p for p in sentence.phrases if p.preposition in ("among", "in", "of") and p.first > clause.verb and rank_of(f"{' '.join(p.words())} {p.lemma.rstrip('s')}")), None)
    subjects = reading.mentions(clause.agent, ("country", "organisation", "city", "region"))
    if value is None or group is None or not subjects:
        return
    measure = rank_of(f"{' '.join(group.words())} {group.lemma.rstrip('s')}") or ""
    partners = [m for m in reading.countries(group) if m.id != subjects[0].id]
    roles: dict[str, list[Filler]] = {"subject": list(subjects[:1])}
    if partners:
        roles["partner"] = list(partners[:1])
    attributes = {"measure": measure, "value": value, "unit": "rank", "statistic": "rank"}
    yield Draft("Indicator", clause.agent.start if clause.agent.start >= sentence.start else clause.start, group.end, roles, attributes, "", clause.modality, rule="indicator.ranked", confidence=0.75, anchor=clause.start)
