"""Says whether a phrase names or describes a work that is built."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from typing import Any

from dostyk.kinds.wording import data, wordlists
from dostyk.model.analysis import PLACES, Phrase, Sentence, SpanType, Token

NAMES = (SpanType.NAME, SpanType.ORGANISATION)
TAILS = ("of", "over", "across", "at", "on", "near", "between", "from", "in", "for")


class Called(IntEnum):
    """How much a phrase tells of its work: nothing, what it is, its name."""

    NOT = 0
    DESCRIBED = 1
    NAMED = 2


def tables() -> Mapping[str, Any]:
    """The kind's tables of stages, holders and types."""
    return data("project")


@cache
def stage_of() -> dict[str, str]:
    """The stage that each verb means."""
    return {verb: stage for stage, verbs in tables()["stages"].items() for verb in verbs}


@cache
def holder_of() -> dict[str, str]:
    """What each noun that stands before a work makes of a verb."""
    return {noun: sort for sort, nouns in tables()["holders"].items() for noun in nouns}


def called(sentence: Sentence, phrase: Phrase) -> Called:
    """How a phrase calls a work; plurals, counted ones and mere classes ("new routes") are none."""
    lists = wordlists("project")
    if phrase.office is not None or phrase.person is not None or set(phrase.text.lower().replace("-", " ").split()) & lists["never"]:
        return Called.NOT
    if phrase.span is not None:
        return _by_name(phrase)
    head = _head(phrase)
    flights = head in lists["flights"]
    if head not in lists["works"] and head not in lists["buildings"] and not flights:
        return Called.NOT
    if flights:
        return _flights(phrase)
    plural = sentence.tokens[phrase.head].tag == "NNS" and head not in ("works", "headquarters")
    if (
        plural
        or phrase.determiner in ("this", "that", "these", "those", "any", "no", "every", "each")
        or (phrase.quantity is not None and phrase.quantity.bare)
    ):
        return Called.NOT
    if proper(sentence, phrase):
        return Called.NAMED
    sized = phrase.quantity is not None and not phrase.quantity.bare
    nouns = [t for t in phrase.modifiers if t.tag.startswith("N") and (t.span is None or t.span.type is not SpanType.QUANTITY)]
    if (phrase.determiner != "a" and post(sentence, phrase)) and head not in ("project", "park", "system", "district", "village"):
        return Called.NAMED
    located = any(c.preposition in ("of", "between", "from") and placed(c) for c in phrase.complements) or tail_of(sentence, phrase) is not None
    if head in lists["vague"]:
        own = [t for t in nouns if t.low not in lists["generic"]]
        telling = nouns or (located and (phrase.modifiers or head in ("line", "route", "complex", "facility", "field", "corridor", "zone")))
        if head == "project" and own and phrase.determiner in ("the", "a"):
            return Called.DESCRIBED
        return (
            Called.DESCRIBED
            if (sized or telling and (located or head not in ("project", "line", "route", "works", "system")))
            and (phrase.determiner != "" or sentence.form in ("item", "row"))
            else Called.NOT
        )
    if located and phrase.determiner in ("the", ""):
        return Called.NAMED
    return Called.DESCRIBED if sized or nouns or located or phrase.determiner in ("a", "an") else Called.NOT


def _head(phrase: Phrase) -> str:
    """The head, or head and noun before it, as the word lists have it."""
    both = f"{phrase.modifiers[-1].low} {phrase.lemma}" if phrase.modifiers else ""
    return both if both in wordlists("project")["works"] else phrase.lemma


def built(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase outside the lists is one concrete thing that can be built ("a 50 MW electrolyser", "a training hangar")."""
    if (
        phrase.span is not None
        or phrase.office is not None
        or phrase.lemma in wordlists("project")["abstract"]
        or phrase.determiner not in ("a", "an", "the")
    ):
        return False
    return sentence.tokens[phrase.head].tag == "NN" and not (phrase.quantity is not None and phrase.quantity.bare) and bool(phrase.modifiers)


def _by_name(phrase: Phrase) -> Called:
    """Whether a capitalised name is a work's by its last word."""
    assert phrase.span is not None
    if phrase.span.type is SpanType.QUOTE:
        return Called.NAMED if phrase.modifiers and phrase.modifiers[-1].low in ("project", "projects") else Called.NOT
    if phrase.span.type not in NAMES:
        return Called.NOT
    parts = phrase.span.text.lower().split()
    lists = wordlists("project")
    last = parts[-1]
    works = (
        last in lists["works"]
        and last not in ("village", "district", "settlement", "system", "unit", "works", "workshop", "estate", "field", "ferry")
        or last in ("plant", "dam", "airport", "port")
    )
    return Called.NAMED if works and len(parts) + len(phrase.modifiers) > 1 else Called.NOT


def _flights(phrase: Phrase) -> Called:
    """Flights are a project where it is said between which places, or whose they are."""
    direct = any(
        t.low in ("direct", "regular", "charter", "air", "passenger", "cargo", "weekly", "daily", "train", "bus", "ferry", "rail")
        for t in phrase.modifiers
    )
    between = any(c.preposition in ("between", "from", "to") and placed(c) for c in phrase.complements)
    named = any(t.span is not None and not t.span.demonym and t.span.type in (*NAMES, *PLACES) for t in phrase.modifiers)
    return Called.NAMED if phrase.lemma.startswith("flight") and (between or named or direct) or direct and (between or named) else Called.NOT


def proper(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a name stands before the head ("the Zarafshan wind farm"), a possessor ("Lima's main airport") or quotation marks."""
    lists = wordlists("project")
    for token in phrase.modifiers:
        if token.span is None:
            if token.text[:1].isupper() and token.start != sentence.start and token.tag.startswith(("NN", "JJ")):
                return True
        elif token.span.type in (*NAMES, *PLACES, SpanType.PERSON, SpanType.QUOTE) and not token.span.demonym:
            return True
    if (
        phrase.head > phrase.first
        and sentence.tokens[phrase.head].text[:1].isupper()
        and any(t.text[:1].isupper() and t.start != sentence.start for t in phrase.modifiers)
    ):
        return True
    if phrase.possessor is not None and phrase.possessor.span is not None and phrase.possessor.span.type is not SpanType.DATE:
        return phrase.lemma not in lists["vague"] and bool(phrase.modifiers)
    return any(s.type is SpanType.QUOTE and phrase.start < s.start <= phrase.end + 2 for s in sentence.spans)


def located(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether what stands behind a work says which it is."""
    return tail_of(sentence, phrase) is not None or any(placed(c) for c in phrase.complements)


def placed(phrase: Phrase) -> bool:
    """Whether a phrase names a place or thing that a work can be told by."""
    return any(m.span is not None and m.span.type in (*PLACES, *NAMES) and not m.span.demonym for m in phrase.members())


def tail_of(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """What right behind an unnamed work says which it is ("bridge | over the Ruvuma", "hydropower plant | at Kiri Falls")."""
    for other in sentence.phrases:
        gap = sentence.text[phrase.end - sentence.start : other.start - sentence.start] if other.start > phrase.end else "?"
        if (
            len(gap) < 14
            and gap.split()[:1] == [other.preposition]
            and other.preposition in TAILS
            and (
                placed(other)
                or other.lemma in ("river", "lake", "strait", "border", "canal")
                or any(t.span is not None and t.span.type in PLACES for t in other.modifiers)
            )
        ):
            return other
    return None


def post(sentence: Sentence, phrase: Phrase) -> int:
    """Where a name right behind the head ends ("second bridge | Pilar–Colonia"); 0 for none."""
    tokens, at = sentence.tokens, phrase.head + 1
    if at >= len(tokens) or tokens[at].start - tokens[phrase.head].end > 1 or not _place_name(tokens[at]):
        return 0
    while at + 2 < len(tokens) and tokens[at + 1].text in ("-", "–", "—") and _place_name(tokens[at + 2]):  # noqa: RUF001
        at += 2
    return tokens[at].end if at > phrase.head + 1 or any(dash in tokens[at].text for dash in "-–") else 0  # noqa: RUF001


def _place_name(token: Token) -> bool:
    return token.span is not None and token.span.type in (*NAMES, *PLACES) and not token.span.demonym


def neighbour(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """The phrase that a name right behind the head was read as."""
    end = post(sentence, phrase)
    return next((p for p in sentence.phrases if end and phrase.end < p.end <= end and p.end == end), None)
