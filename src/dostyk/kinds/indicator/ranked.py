"""Says who is ranked and for whom, and makes the draft of a rank."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import Past
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fifteenth": 15,
    "twentieth": 20,
}
SELF = ("country", "organisation", "city", "region", "place")
WORLDLY = ("area rank", "population rank", "economy rank", "port rank")


def number(word: str) -> int | None:
    """The number of an ordinal ("third", "3rd", "14th"), or None."""
    if word in ORDINALS:
        return ORDINALS[word]
    if len(word) > 2 and word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"):
        return int(word[:-2])
    return None


def with_of(sentence: Sentence, phrase: Phrase, tail: str) -> str:
    """The words after a superlative with the "of" behind them: "source of investment"."""
    inner = next((c for c in phrase.complements if c.preposition in ("of", "for")), None)
    if inner is None or inner.span is not None and inner.span.type is not SpanType.NAME:
        return tail
    return f"{tail} of {' '.join([*(t.low for t in inner.modifiers if t.span is None), sentence.tokens[inner.head].low])}"


def made(
    sentence: Sentence,
    reading: Reading,
    found: tuple[str, str, str],
    who: tuple[list[Mention], list[Mention]],
    bounds: tuple[int, int],
    modality: Modality,
) -> Draft:
    """Make the draft of a rank: `found` is (measure, value, bound), `who` (subjects, partners), `bounds` document offsets."""
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
    told = [t for t in sentence.tokens if t.tag.startswith("VB") and bounds[0] <= t.start < bounds[1]]
    reading.memory["rank"] = (measure, sentence.paragraph)
    dates = [d for d in sentence.dates if d.edtf and not d.vague and d.duration is None]
    time = dates[0].edtf or "" if len(dates) == 1 and dates[0].relation in ("in", "as_of") else ""
    last: Past | None = reading.memory.get("figure")
    if not time and not dates and told and told[0].tag == "VBD" and last is not None and last.paragraph == sentence.paragraph:
        time = last.time or ""
    return Draft("Indicator", bounds[0], bounds[1], roles, attributes, time, modality, rule="indicator.rank", confidence=0.7, anchor=bounds[0])


def partners_of(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Mention]:
    """For whom the rank holds: possessor, adjective, "our", "of", "for", "in"."""
    found = [m for m in reading.countries(phrase) if m.type is MentionType.COUNTRY]
    if not found and phrase.possessor is not None:
        found = reading.mentions(phrase.possessor, ("country", "city", "region"))
    if not found:
        for slot in everything(sentence):
            if (
                slot.preposition in ("of", "for", "in", "to")
                and phrase.head < slot.first <= phrase.last + 6
                and not any(t.tag.startswith("VB") for t in sentence.tokens[phrase.head : slot.first])
            ):
                found += [m for member in slot.members() for m in reading.mentions(member, ("country",))]
                if slot.lemma == "country" and slot.determiner in ("our", "the", "this"):
                    found += reading.mentions(slot, ("country",))
    return found


def subject_of(sentence: Sentence, phrase: Phrase, reading: Reading, partners: set[str]) -> list[Mention]:
    """What is ranked: the subject of be/become, what stands before "as", an apposition."""
    clause = phrase.clause
    if clause is not None and clause.lemma == "make" and clause.patient is not None and clause.patient.last < phrase.first:
        found = [m for m in reading.mentions(clause.patient, SELF) if m.id not in partners]
        if found:
            return found
    if (
        clause is not None
        and (clause.predicate is phrase or clause.lemma in ("be", "become", "remain", "make", "stay"))
        and clause.agent is not None
        and clause.agent is not phrase
    ):
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
            found = [
                m for m in (reading.mentions(member, SELF) or reading.countries(member)) if m.id not in partners and m.type is not MentionType.OTHER
            ]
            if found:
                return found
    return []


def _beside(sentence: Sentence, phrase: Phrase, reading: Reading, partners: set[str]) -> list[Mention]:
    """A name in apposition: "Brazil, the largest trading partner", "the largest trading partner, Brazil"."""
    tokens = sentence.tokens
    if phrase.first >= 2 and tokens[phrase.first - 1].text in (",", "–", "-", "(", "—"):  # noqa: RUF001
        span = tokens[phrase.first - 2].span
        if span is not None and span.type in (SpanType.COUNTRY, SpanType.ORGANISATION, SpanType.CITY) and not span.demonym:
            return [m for m in reading.mentions(span) if m.id not in partners]
    after = tokens[phrase.last + 1 : phrase.last + 3]
    if (
        len(after) == 2
        and after[0].text == ","
        and after[1].span is not None
        and after[1].span.type is SpanType.COUNTRY
        and not after[1].span.demonym
    ):
        return reading.mentions(after[1].span)
    return []
