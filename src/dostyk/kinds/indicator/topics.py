"""Keeps what a passage is about, so that "it", "the bridge", "the total cost" can be said of something named."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.kinds.indicator.measures import singular, tables
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import joined_start, without_article
from dostyk.languages.words import words
from dostyk.model.analysis import PLACES, Phrase, Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType

UNDERTAKINGS = frozenset(
    (
        "programme program campaign initiative works stage phase construction renovation modernisation modernization rehabilitation scheme "
        "development route border zone"
    ).split()
)
NAMED = (*PLACES, SpanType.ORGANISATION, SpanType.NAME, SpanType.PROJECT, SpanType.INSTITUTION)


@dataclass(frozen=True, slots=True)
class Topic:
    """Something spoken of, the head noun it goes by, and the paragraph where."""

    mention: Mention
    head: str
    paragraph: int


def note_topics(sentence: Sentence, reading: Reading) -> None:
    """Remember the things a sentence names and what it is about."""
    things: dict[str, Topic] = reading.memory.setdefault("things", {})
    for phrase in reversed(sentence.phrases):
        found = _thing(sentence, phrase) if not _says_what(phrase) else None
        if found is not None:
            topic = Topic(found, _head(phrase), sentence.paragraph)
            things[topic.head] = topic
            if not phrase.preposition and not _described_again(found, sentence, reading):
                reading.memory["thing"] = topic
        event = _event(sentence, phrase)
        if event is not None:
            reading.memory.setdefault("gatherings", {})[_head(phrase)] = reading.memory["gathering"] = Topic(event, _head(phrase), sentence.paragraph)
    subject = _subject(sentence)
    if subject is not None:
        for mention in reading.mentions(subject):
            if mention.type in (MentionType.CITY, MentionType.REGION, MentionType.PLACE, MentionType.COUNTRY, MentionType.ORGANISATION):
                reading.memory["topic"] = Topic(mention, mention.type.value, sentence.paragraph)
            elif subject.span is not None and subject.span.type is SpanType.NAME and not subject.modifiers:
                reading.memory["thing"] = Topic(mention, singular(mention.name.split()[-1].lower()), sentence.paragraph)


def _says_what(phrase: Phrase) -> bool:
    """Whether a phrase only says what a named subject is ("Lima is the commercial centre of Peru")."""
    clause = phrase.clause
    if clause is None or clause.lemma != "be" or clause.predicate is None or clause.agent is None or clause.agent.span is None:
        return False
    return any(phrase is member for member in clause.predicate.members())


def _described_again(found: Mention, sentence: Sentence, reading: Reading) -> bool:
    """Whether a thing without a name comes right after a named one, which it then describes."""
    before: Topic | None = reading.memory.get("thing")
    named = any(w[:1].isupper() for w in found.name.split()[1:])
    return (
        not named and before is not None and sentence.paragraph - before.paragraph <= 1 and any(w[:1].isupper() for w in before.mention.name.split())
    )


def _subject(sentence: Sentence) -> Phrase | None:
    """The subject of the first clause that is a name; before any verb, the name a line begins with."""
    if sentence.tokens and sentence.tokens[0].text == "[":
        closed = next((i for i, t in enumerate(sentence.tokens) if t.text == "]"), len(sentence.tokens))
        return next((p for p in sentence.phrases if p.first == closed + 1), None)
    for clause in sentence.clauses:
        phrase = (clause.patient or clause.agent) if clause.passive else clause.agent
        if phrase is not None and clause.form == "finite":
            return phrase if phrase.span is not None and phrase.span.type in NAMED and not phrase.span.demonym else None
    first = sentence.phrases[0] if sentence.phrases else None
    return (
        first if first is not None and first.span is not None and first.span.type in PLACES and not first.span.demonym and first.first <= 3 else None
    )


def _head(phrase: Phrase) -> str:
    return singular(phrase.text.split()[0].lower() if not phrase.lemma else phrase.lemma.split()[-1].lower())


def _thing(sentence: Sentence, phrase: Phrase) -> Mention | None:
    """A named building, line, plant or institution: a name that ends in such a noun, or such a noun with names or numbers before it."""
    head = _head(phrase)
    if head not in tables().things or head in UNDERTAKINGS or phrase.quantity is not None and phrase.quantity.bare and phrase.quantity.value != "1":
        return None
    named = (
        phrase.span is not None
        or phrase.quantity is not None
        or any(t.text[:1].isupper() or t.tag == "NN" for t in phrase.modifiers)
        or any(c.preposition in ("of", "at", "in") for c in phrase.complements)
    )
    if not named:
        return None
    end = phrase.head
    text = sentence.text[phrase.start - sentence.start : sentence.tokens[end].end - sentence.start]
    for complement in phrase.complements:
        if complement.preposition in ("of", "at", "in") and complement.span is not None:
            text = sentence.text[phrase.start - sentence.start : complement.end - sentence.start]
            break
    return thing(without_article(text))


def _event(sentence: Sentence, phrase: Phrase) -> Mention | None:
    """A gathering that is named by more than its noun ("the X–Y Business Forum", "a round table on trade")."""
    if not is_gathering(phrase):
        return None
    named = phrase.span is not None or any(t.text[:1].isupper() or t.tag == "NN" for t in phrase.modifiers) or phrase.determiner in ("a", "an")
    text = sentence.text[joined_start(sentence, phrase) - sentence.start : sentence.tokens[phrase.head].end - sentence.start]
    return thing(without_article(text)) if named else None


def is_gathering(phrase: Phrase) -> bool:
    """Whether a phrase is headed by a noun of gatherings ("forum", "fair")."""
    return words().is_("event", _head(phrase)) and not (phrase.quantity is not None and phrase.quantity.bare)


def gathering_named(reading: Reading, head: str = "") -> Mention | None:
    """The gathering spoken of last; with a head noun, the last one of that kind."""
    topic: Topic | None = reading.memory.get("gatherings", {}).get(head) if head else reading.memory.get("gathering")
    return topic.mention if topic is not None else None


def thing_named(reading: Reading, head: str = "") -> Mention | None:
    """The thing spoken of last; with a head noun, the last one of that kind."""
    topic: Topic | None = reading.memory.get("things", {}).get(singular(head)) if head else reading.memory.get("thing")
    return topic.mention if topic is not None else None


def what_it_is(reading: Reading, sentence: Sentence) -> Mention | None:
    """What "it" and "its" stand for in a figure: the thing or place that the passage is about, whichever came last."""
    named: list[Topic] = [
        t for t in (reading.memory.get("thing"), reading.memory.get("topic")) if t is not None and sentence.paragraph - t.paragraph <= 2
    ]
    return max(named, key=lambda t: t.paragraph).mention if named else None


def place_of_topic(reading: Reading) -> Mention | None:
    """The place or organisation that the page spoke of last as its subject."""
    topic: Topic | None = reading.memory.get("topic")
    return topic.mention if topic is not None else None
