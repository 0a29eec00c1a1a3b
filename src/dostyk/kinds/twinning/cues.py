"""Tells which phrases speak of twin places, and which places they mean."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.naming import thing
from dostyk.kinds.twinning.places import ADMIN, UNITS
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType

SORTS = (
    "sister",
    "twin",
    "twinned",
    "partner",
    "friendship",
    "friendly",
    "sister-city",
    "twin-city",
    "partnership",
    "twinning",
    "fraternal",
    "brother",
    "sister-province",
    "sister-state",
)


HEADS = {"city", "cities", "town", "region", "province", "municipality", "district", "state", "prefecture", "county", "port", "capital"}


TIES = {
    "relation",
    "relations",
    "relationship",
    "tie",
    "ties",
    "agreement",
    "partnership",
    "link",
    "links",
    "memorandum",
    "connection",
    "connections",
    "pact",
    "cooperation",
    "accord",
    "arrangement",
    "protocol",
    "bond",
    "bonds",
}


def twin_words(text: str) -> bool:
    """Whether a heading stands over twin places."""
    low = text.lower()
    return any(word in low for word in ("sister", "twin", "partner cit", "partner town", "partner region", "friendship cit", "brother cit"))


def is_twin(phrase: Phrase) -> bool:
    """Whether a phrase is "sister city", "partner region"."""
    return phrase.lemma in HEADS and phrase.quantity is None and any(t.low in SORTS[:6] + SORTS[11:12] for t in phrase.modifiers)


def is_tie(phrase: Phrase) -> bool:
    """Whether a phrase is "sister-city agreement", "twinning ties"."""
    words = [t.low for t in phrase.modifiers]
    text = " ".join(words)
    return phrase.lemma in TIES and (
        "sister-city" in words
        or "sister city" in text
        or "sister cities" in text
        or "twinning" in words
        or "sister-province" in words
        or "twin city" in text
        or "twin-city" in words
        or "sister" in words
        or "sisterhood" in words
    )


def places_of(phrase: Phrase | None, reading: Reading) -> list[tuple[Phrase, Mention]]:
    """The cities and regions of a phrase and what is coordinated with it."""
    found: list[tuple[Phrase, Mention]] = []
    for member in phrase.members() if phrase is not None else []:
        of = [c for c in member.complements if c.preposition == "of" and c.others] if member.lemma in HEADS else []
        if of:
            found += places_of(of[0], reading)
            continue
        mentions = [m for m in reading.mentions(member) if m.type in (MentionType.CITY, MentionType.REGION, MentionType.PLACE)]
        if not mentions and member.lemma in ADMIN:
            mentions = _of_unit(member, reading)
        if not mentions and member.span is not None and member.span.type is SpanType.NAME and not member.modifiers:
            mentions = [thing(member.span.text, MentionType.CITY)]
        found += [(member, m) for m in mentions]
    return found


def _of_unit(phrase: Phrase, reading: Reading) -> list[Mention]:
    """The unit that "the Isère department", "the marz of Ararat" mean."""
    for token in phrase.modifiers:
        if token.span is not None and token.span.type in UNITS:
            return reading.mentions(token.span)
    named = next((c for c in phrase.complements if c.preposition == "of" and c.span is not None and c.span.type is SpanType.NAME), None)
    return [thing(named.span.text, MentionType.REGION)] if named is not None and named.span is not None else []


def cities_before(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[tuple[Phrase, Mention]]:
    """The two cities that stand before the twinning words, where there are just two."""
    found = [
        (p, m)
        for p in everything(sentence)
        if p.last < phrase.first and p.span is not None and p.span.type is SpanType.CITY
        for m in reading.mentions(p)
    ]
    unique = {m.id: (p, m) for p, m in found}
    return list(unique.values()) if len(unique) == 2 else []


def context_of(sentence: Sentence, phrase: Phrase, clause: Clause | None, reading: Reading) -> list[tuple[Phrase, Mention]]:
    """The place on whose side the ties are: a visitor's post before, else the page's own city."""
    for other in everything(sentence):
        if other.first >= phrase.first:
            break
        if other.office is not None:
            for complement in other.office.complements:
                for inner in everything_in(complement):
                    if inner.span is not None and (regions := [p for p in inner.span.parts if p.type in UNITS]):
                        return [(inner, reading.mentions(regions[0])[0])]
                    if inner.span is not None and inner.span.type in UNITS:
                        return [(inner, reading.mentions(inner)[0])]
    here = reading.here()
    return [(phrase, here)] if here is not None else []


def everything_in(phrase: Phrase) -> Iterator[Phrase]:
    """A phrase and what hangs on it."""
    yield phrase
    for inner in (*phrase.others, *phrase.complements):
        yield from everything_in(inner)
