"""Says whether a phrase names or describes an institution, and what the institution is called."""

from __future__ import annotations

from enum import IntEnum

from dostyk.kinds.acting import leads
from dostyk.kinds.wording import without_article, wordlists
from dostyk.languages.words import words
from dostyk.model.analysis import PLACES, Phrase, Sentence, SpanType, Token
from dostyk.model.mention import Mention, MentionType

NAMES = (SpanType.ORGANISATION, SpanType.NAME)


class Called(IntEnum):
    """How much a phrase tells of its institution: nothing, what it is, its name."""

    NOT = 0
    DESCRIBED = 1
    NAMED = 2


def called(sentence: Sentence, phrase: Phrase) -> Called:
    """How a phrase calls an institution; counted ones ("four institutes") and mere classes ("new schools") are none."""
    lists = wordlists("institution")
    chair = phrase.lemma == "chair" and any(c.preposition == "of" for c in phrase.complements) and phrase.determiner in ("a", "the", "its")
    if phrase.office is not None and not chair or (phrase.quantity is not None and not _ordinals(phrase)):
        return Called.NOT
    if chair and phrase.person is None:
        return Called.DESCRIBED
    if phrase.span is not None and phrase.span.type in (*NAMES, SpanType.QUOTE, SpanType.PERSON):
        text = phrase.span.name if phrase.span.type is SpanType.QUOTE else phrase.span.text
        before = phrase.modifiers[-1].low if phrase.modifiers else ""
        if phrase.span.type is SpanType.PERSON and before in lists["plain"] or " " not in text and "-" not in text and before not in lists["plain"]:
            return Called.NOT
        return Called.NAMED if institutional(text) or before in lists["plain"] else Called.NOT
    head = _head(phrase)
    if joint(phrase):
        return Called.DESCRIBED
    if head not in lists["plain"] and head not in lists["named"] and head not in lists["parts"]:
        return Called.NOT
    if any(_proper(sentence, t) for t in phrase.modifiers) or _quoted(sentence, phrase):
        return Called.NAMED
    if (
        head in lists["parts"]
        and (_owned(phrase) or phrase.clause is not None)
        and phrase.determiner not in ("this", "that", "these", "those", "every", "each", "no", "any")
    ):
        return Called.DESCRIBED
    plural = sentence.tokens[phrase.head].low.endswith("s") and not phrase.lemma.endswith("s")
    if head not in lists["plain"] or plural or phrase.determiner in ("this", "that", "these", "those", "every", "each", "no", "any", "such"):
        return Called.NOT
    telling = [t for t in phrase.modifiers if t.low not in lists["vague"] and t.tag[:2] in ("NN", "JJ", "VB")]
    return (
        Called.DESCRIBED
        if telling or any(c.preposition in ("of", "for") for c in phrase.complements) or _ordinals(phrase) or phrase.determiner in ("a", "an")
        else Called.NOT
    )


def joint(phrase: Phrase) -> bool:
    """Whether a phrase calls a body that two sides have together ("a joint company", "a joint venture")."""
    return (
        phrase.span is None
        and phrase.determiner in ("a", "the")
        and phrase.lemma in wordlists("institution")["common"]
        and any(t.low == "joint" for t in phrase.modifiers)
    )


def mission(phrase: Phrase) -> bool:
    """Whether a phrase calls a diplomatic or trade mission, which is no institution unless a body opens it."""
    both = f"{phrase.modifiers[-1].low} {phrase.lemma}" if phrase.modifiers else ""
    return both in words().classes["mission"] or phrase.lemma in words().classes["mission"]


def institutional(text: str) -> bool:
    """Whether a name has a word of the class in it ("Korean Cultural Centre", "Goethe-Institut")."""
    lists = wordlists("institution")
    if text.split()[-1].lower() in lists["occasions"]:
        return False
    parts = [part for word in text.lower().replace("’", "'").split() for part in (word, *word.split("-")[1:])]
    return any(p in lists["plain"] or p in lists["named"] or p.removesuffix("s") in lists["plain"] for p in parts)


def _head(phrase: Phrase) -> str:
    both = f"{phrase.modifiers[-1].low} {phrase.lemma}" if phrase.modifiers else ""
    return both if both in wordlists("institution")["parts"] else phrase.lemma


def _owned(phrase: Phrase) -> bool:
    return bool(phrase.complements) or phrase.possessor is not None or phrase.determiner in ("its", "their", "his", "her")


def _proper(sentence: Sentence, token: Token) -> bool:
    span = token.span
    if span is not None:
        return span.type in (*NAMES, *PLACES, SpanType.PERSON, SpanType.QUOTE)
    return token.text[:1].isupper() and token.tag.startswith("N") and token.start != sentence.start


def _quoted(sentence: Sentence, phrase: Phrase) -> bool:
    return any(s.type is SpanType.QUOTE and (phrase.start < s.start < phrase.end or 0 <= s.start - phrase.end <= 9) for s in sentence.spans)


def _ordinals(phrase: Phrase) -> list[str]:
    return [t.low for t in phrase.modifiers if t.low in ORDINALS or (t.low[:1].isdigit() and t.low[-2:] in ("st", "nd", "rd", "th"))]


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def names(sentence: Sentence, phrase: Phrase, founders: list[Mention]) -> list[str]:
    """What the institution is called; several names for "the second and third Language Centres"."""
    name = _name(sentence, phrase, founders)
    ordinals = _ordinals(phrase)
    return [f"{ordinal} {_without(name, ordinals)}" for ordinal in ordinals] if len(ordinals) > 1 else [name]


def _name(sentence: Sentence, phrase: Phrase, founders: list[Mention]) -> str:
    if phrase.span is not None and phrase.span.type is SpanType.QUOTE and not phrase.modifiers:
        return phrase.span.name
    first, end = leads(sentence, phrase), phrase.end
    start = sentence.tokens[first].start if first != phrase.first else phrase.start
    if phrase.possessor is not None and phrase.span is not None and phrase.span.type in NAMES:
        start = phrase.span.start
    for span in sentence.spans:
        if span.type is SpanType.QUOTE and 0 <= span.start - end <= 2:
            end = span.end
    name = without_article(sentence.text[start - sentence.start : end - sentence.start]).replace("“", "").replace("”", "").replace('"', "")
    own = [m for m in founders if m.type is MentionType.ORGANISATION]
    named = any(_proper(sentence, t) for t in phrase.modifiers) or phrase.span is not None
    if own and not named and _head(phrase) in wordlists("institution")["parts"] and not any(c.preposition == "of" for c in phrase.complements):
        return f"{name} of {own[0].name}"
    return name


def _without(name: str, ordinals: list[str]) -> str:
    """The name in the singular and without its ordinals ("second and third Language Centres" → "Language Centre")."""
    kept = [w for w in name.split() if w.lower() not in ordinals and w.lower() not in ("and", ",", "&")]
    return " ".join(kept).removesuffix("s")
