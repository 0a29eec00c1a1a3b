"""Says what a work is called and of what type it is."""

from __future__ import annotations

from dostyk.kinds.acting import leads
from dostyk.kinds.project.names import placed, post, proper, tables, tail_of
from dostyk.kinds.wording import without_article
from dostyk.model.analysis import Phrase, Sentence, SpanType, Token

WORTH = ("worth", "valued at", "costing", "at a cost of", "at the cost of", "of")


def name_of(sentence: Sentence, phrase: Phrase) -> str:
    """What the work is called: up to its head where a name stands before that, else with what says which it is."""
    first = leads(sentence, phrase)
    start = sentence.tokens[first].start
    if phrase.span is not None and phrase.span.type is SpanType.QUOTE:
        return phrase.span.name
    named = proper(sentence, phrase) or phrase.span is not None
    end = sentence.tokens[phrase.head].end
    if not named:
        if any(c.preposition in ("of", "between", "from") and placed(c) for c in phrase.complements):
            end = phrase.end
        elif behind := post(sentence, phrase):
            end = behind
        elif (tail := tail_of(sentence, phrase)) is not None and tail.preposition != "in":
            end = tail.end
    for span in sentence.spans:
        if span.type is SpanType.QUOTE and 0 <= span.start - end <= 2:
            if phrase.lemma == "project":
                return span.name
            end = span.end
    for quantity in sentence.quantities:
        if start <= quantity.start and money(quantity.unit) and quantity.end < sentence.tokens[phrase.head].start and not named:
            start = quantity.end  # what it costs is no part of what it is called
    return without_article(sentence.text[start - sentence.start : end - sentence.start].lstrip(" -"))


def worth_of(sentence: Sentence, phrase: Phrase) -> dict[str, str]:
    """The sum that a work is called by ("a 60 million euro clinic") or that stands right behind it ("a clinic worth 60 million euros")."""
    for quantity in sentence.quantities:
        gap = sentence.text[phrase.end - sentence.start : quantity.start - sentence.start].lower().split()
        inside = phrase.start <= quantity.start < phrase.end
        if money(quantity.unit) and (inside or quantity.start >= phrase.end and " ".join(gap) in WORTH):
            return {"value": quantity.value, "unit": quantity.unit, **({"bound": quantity.bound} if quantity.bound != "exact" else {})}
    return {}


def money(unit: str) -> bool:
    """Whether a unit is a currency."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


def type_of(name: str, phrase: Phrase) -> str:
    """The type of a work: a known one by its words, else its own common nouns ("sugar mill")."""
    low = f" {name.lower()} "
    known = next((kind for kind, found in tables()["types"].items() for word in found if f" {word} " in low or f" {word}s " in low), "")
    if known or phrase.span is not None:
        return known
    nouns: list[str] = []
    for token in reversed(phrase.modifiers):
        if not _common(token):
            break
        nouns.append(token.low)
    return " ".join([*reversed(nouns), phrase.lemma]) if phrase.lemma != "project" or nouns else ""


def _common(token: Token) -> bool:
    return token.span is None and token.text[:1].islower() and token.tag.startswith("N")
