"""Turns what stands around a meeting into its parts: place, topic, body, whether it came about."""

from __future__ import annotations

from dostyk.kinds.wording import without_article, wordlists
from dostyk.model.analysis import PLACES, Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

CANCELLED = ("cancelled", "canceled", "postponed", "called off", "did not take place", "put off", "scrapped", "fell through")


def place_of(phrases: list[Phrase], reading: Reading) -> list[Mention]:
    """Where it was: the city or building after "in" or "at"; a country only where nothing closer is named."""
    found: list[Mention] = []
    for phrase in phrases:
        if phrase.preposition in ("in", "at") or (phrase.preposition == "to" and phrase.span is not None and phrase.span.type in PLACES):
            found += [m for member in phrase.members() for m in reading.mentions(member, ("place",))]
    close = [m for m in found if m.type is not MentionType.COUNTRY]
    return (close or found)[:2]


def topic_of(phrases: list[Phrase]) -> str:
    """What it was about: the wording after "on" or "about", dates and "on the sidelines of" left out."""
    beside = wordlists("meeting")["beside"]
    for phrase in phrases:
        if phrase.preposition in ("on", "about", "regarding", "concerning") and phrase.lemma not in beside:
            if phrase.office is not None or (phrase.span is not None and phrase.span.type in (SpanType.DATE, SpanType.PERSON, *PLACES)):
                continue
            return without_article(phrase.text)
    return ""


def came_about(sentence: Sentence, modality: Modality) -> Modality:
    """Whether it took place: what was cancelled or put off did not; what is expected is planned."""
    low = " ".join(sentence.text.lower().split())
    if modality is not Modality.ONGOING and any(word in low for word in CANCELLED):
        return Modality.NEGATED
    return Modality.PLANNED if modality is Modality.EXPECTED else modality


def body_of(phrase: Phrase, reading: Reading) -> tuple[str, list[Mention]]:
    """The body whose session a noun names, and the countries that the body's name or the noun's modifiers tell."""
    bodies = wordlists("meeting")["bodies"]
    for complement in [*(c for c in phrase.complements if c.preposition == "of"), *([phrase.possessor] if phrase.possessor is not None else [])]:
        named = complement.span is not None and (
            complement.span.type is SpanType.ORGANISATION or (complement.span.type is SpanType.NAME and complement.span.text.isupper())
        )
        if named or complement.lemma in bodies or complement.lemma.split(" ")[-1] in bodies:
            return without_article(complement.text), countries_of(complement, reading)
    return "", []


def countries_of(phrase: Phrase, reading: Reading) -> list[Mention]:
    """The countries that a body's name tells ("Peru-Norway Joint Commission"), each once."""
    found = {m.id: m for m in reading.countries(phrase)}
    for part in phrase.span.parts if phrase.span is not None else []:
        if part.type is SpanType.COUNTRY:
            found.setdefault(part.id, Mention(part.text, part.name, part.id, MentionType.COUNTRY))
    for complement in phrase.complements:
        for mention in reading.countries(complement):
            found.setdefault(mention.id, mention)
    return list(found.values())


def around(sentence: Sentence, noun: Phrase, clause: Clause | None) -> list[Phrase]:
    """The phrases that hang on a noun or stand in its clause, or, without a verb, anywhere behind it."""
    if clause is not None:
        placed = clause.patient.complements if clause.patient is not None and clause.patient.lemma == "place" else []
        return [*noun.complements, *placed, *clause.obliques]
    return [*noun.complements, *[p for p in sentence.phrases if p.first > noun.last]]
