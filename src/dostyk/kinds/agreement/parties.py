"""Finds between whom an instrument is, who signed it and where."""

from __future__ import annotations

import re

from dostyk.kinds.agreement.heads import singular
from dostyk.languages.words import words
from dostyk.model.analysis import PLACES, Clause, Phrase, Sentence, Span, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import find_places

GOVERNMENT = re.compile(r"(?:the |The )?(?:Royal |Federal |Central )?Governments? of (?!.*(?:city|region|province|state))")
KINDS = ("country", "organisation", "region")


def parties(sentence: Sentence, phrase: Phrase, clause: Clause | None, reading: Reading, end: int) -> list[Mention]:
    """Between whom: "between A and B", possessor, who signed with whom, else the two countries of the page."""
    found: dict[str, Mention] = {}

    def add(mentions: list[Mention]) -> None:
        for mention in mentions:
            known = _state(mention)
            found.setdefault(known.id, known)

    between = [c for c in phrase.complements if c.preposition in ("between", "with")]
    between += [
        p
        for p in sentence.phrases
        if p.preposition == "between" and p.first >= phrase.first and (p.start < end or not _other_title(sentence, end, p.start))
    ]
    for complement in between:
        for member in complement.members():
            add(reading.mentions(member, KINDS) or reading.countries(member))
    if len(found) < 2 and (named := _named_between(sentence, phrase, end)):
        if len(named) >= 2:
            found.clear()
        add([m for span in named for m in reading.mentions(span, KINDS)])
    add(reading.countries(phrase) if len(found) < 2 else [])
    if clause is not None and clause.lemma in ("ratify", "approve", "denounce", "terminate") and clause.agent is not None:
        add([m for member in clause.agent.members() for m in reading.countries(member) or reading.mentions(member, ("country",))])
        return _completed(list(found.values()), sentence, reading)
    if len(found) < 2 and clause is not None and clause.form != "participle":
        for slot in [clause.agent, *[o for o in clause.obliques if o.preposition in ("with", "by", "between")]]:
            for member in slot.members() if slot is not None else []:
                add(reading.mentions(member, KINDS))
    if not found and clause is not None and clause.agent is None and not clause.passive:
        add([m for span in _just_before(sentence, clause) for m in reading.mentions(span, KINDS)])
    if len(found) < 2 and clause is not None:
        for slot in [clause.agent, *[o for o in clause.obliques if o.preposition in ("with", "by")]]:
            for member in slot.members() if slot is not None else []:
                add(_of_office(member, reading))
    return _completed(list(found.values()), sentence, reading)


def _lies(sentence: Sentence, oblique: Phrase) -> bool:
    """Whether "in X" says where a hospital or plant lies, not where something was signed."""
    at = oblique.first - 2
    built = words().classes["project"] | words().classes["institution"]
    return at >= 0 and sentence.tokens[at + 1].low == oblique.preposition and sentence.tokens[at].span is None and sentence.tokens[at].lemma in built


def _state(mention: Mention) -> Mention:
    """The state for its government ("the Government of Ghana"); anybody else as they are."""
    name = mention.name
    if mention.type is not MentionType.ORGANISATION or not GOVERNMENT.match(name):
        return mention
    for place in find_places(name):
        if place.type is MentionType.COUNTRY:
            return Mention(mention.text, place.name, place.id, MentionType.COUNTRY)
    return mention


def _just_before(sentence: Sentence, clause: Clause) -> list[Span]:
    """The names that stand right before a verb, "and" and commas between."""
    spans: list[Span] = []
    for token in reversed(sentence.tokens[: clause.verb]):
        if token.span is not None and token.span.type in (*PLACES, SpanType.ORGANISATION, SpanType.NAME) and not token.span.demonym:
            spans.insert(0, token.span)
        elif token.low not in ("and", "the") or not spans and token.low == "and":
            break
    return spans if len(spans) == 2 else []


def _other_title(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another instrument's head stands between two offsets."""
    return any(start <= t.start < end and singular(t.low) in words().classes["instrument"] for t in sentence.tokens)


def _completed(found: list[Mention], sentence: Sentence, reading: Reading) -> list[Mention]:
    """One state or none: the two countries, or the two cities told just before."""
    kinds = {m.type for m in found}
    if len(found) >= 2 or kinds - {MentionType.COUNTRY, MentionType.CITY, MentionType.REGION}:
        return found
    members = reading.memory.get("members")
    cities = members[1] if members is not None and sentence.paragraph - members[0] <= 1 else []
    pair = cities if cities and (not found or any(m.id == found[0].id for m in cities)) else reading.pair()
    here = reading.here()
    if found and found[0].type is not MentionType.COUNTRY and not cities:
        return [here, *found] if here is not None and here.id != found[0].id else found
    if not found or any(m.id == found[0].id for m in pair):
        return [*found, *[m for m in pair if all(m.id != f.id for f in found)]]
    return found


def _named_between(sentence: Sentence, phrase: Phrase, end: int) -> list[Span]:
    """The names after "between" inside a title; a seat behind an organisation's name is not a party."""
    at = next((i for i in range(phrase.head, len(sentence.tokens)) if sentence.tokens[i].low == "between" and sentence.tokens[i].start < end), None)
    if at is None:
        return []
    spans: list[Span] = []
    for index in range(at + 1, len(sentence.tokens)):
        token = sentence.tokens[index]
        if token.start >= end or token.low in ("on", "for", "regarding", "concerning", "about") and len(spans) >= 2:
            break
        span = token.span
        if span is None or span.type not in (*PLACES, SpanType.ORGANISATION, SpanType.NAME):
            continue
        held = bool(spans) and spans[-1].type in (SpanType.ORGANISATION, SpanType.NAME) and sentence.tokens[index - 1].text in (",", "of", "in", "(")
        if not held and not span.demonym:
            spans.append(span)
    return spans


def _of_office(member: Phrase, reading: Reading) -> list[Mention]:
    """The city or region whose mayor or governor signs."""
    office = member.office
    if office is None:
        return []
    slots = [m for c in office.complements for m in c.members()] + ([office.possessor] if office.possessor is not None else [])
    return [m for s in slots for m in reading.mentions(s, ("region",))]


def signatories(clause: Clause | None, reading: Reading) -> list[Mention]:
    """The people who sign: those named, without the posts that only announce them."""
    slots = [clause.agent, *[o for o in clause.obliques if o.preposition in ("by", "with")]] if clause is not None else []
    named: dict[str, Mention] = {}
    others: dict[str, Mention] = {}
    for slot in slots:
        for member in slot.members() if slot is not None else []:
            real = member.person is not None or (member.span is not None and member.span.type in (SpanType.PERSON, SpanType.NAME))
            for mention in reading.mentions(member, ("person",)):
                (
                    named
                    if real or mention.name[:1].isupper() and not mention.name.split()[0].lower().endswith("s") and member.lemma in ("he", "she")
                    else others
                )[mention.id] = mention
    single = [m for m in others.values() if not _plural(m.name)]
    return list(named.values()) or single


def _plural(name: str) -> bool:
    """Whether a description names several posts ("foreign ministers", "two leaders")."""
    words = name.lower().split()
    return any(
        w.endswith("s") and not w.endswith(("ss", "us", "affairs", "is")) and w not in ("relations", "resources", "sports", "states")
        for w in words[:4]
    )


def places(phrase: Phrase, clause: Clause | None, sentence: Sentence, reading: Reading, end: int) -> list[Mention]:
    """Where it was signed: "in X", or a city in the bracket behind its title."""
    slots = [
        o
        for o in (clause.obliques if clause is not None else [])
        if o.preposition in ("in", "at") and not phrase.start <= o.start < end and not _lies(sentence, o)
    ]
    slots += [c for c in phrase.complements if c.preposition in ("in", "at") and c.start >= end]
    after = sentence.text[end - sentence.start :].lstrip()
    if after.startswith("("):
        close = sentence.text.find(")", end - sentence.start) + sentence.start
        slots += [p for p in sentence.phrases if end <= p.start < close]
    found = [m for slot in slots for member in slot.members() for m in reading.mentions(member, ("city",))]
    return list({m.id: m for m in found if m.type is MentionType.CITY}.values())
