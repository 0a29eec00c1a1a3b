"""Finds the organisations and members that phrases name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dostyk.kinds.naming import thing
from dostyk.kinds.wording import everything, without_article, wordlists
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType

BODIES = (MentionType.COUNTRY, MentionType.CITY, MentionType.REGION, MentionType.ORGANISATION, MentionType.PLACE)


LINKS = ("of", "in", "at", "to", "with", "into", "by")


@dataclass(slots=True)
class Body:
    """An organisation that a sentence names, with where its name stands."""

    mention: Mention
    start: int
    end: int


def lists() -> dict[str, frozenset[str]]:
    """The word lists of this kind."""
    return dict(wordlists("membership"))


def stands_in(slot: Phrase | None, phrase: Phrase) -> bool:
    """Whether a phrase is a slot's, coordinated with it or hung on it."""
    return slot is not None and any(m is phrase or any(c is phrase for c in m.complements) for m in slot.members())


def phrases_behind(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """Phrases right behind, and those coordinated with a preposition of their own ("of the g7+ and of the CPLP")."""
    last = max([phrase.last, *[m.last for c in phrase.complements for m in c.members()]])
    found = []
    for other in sentence.phrases:
        gap = [t.low for t in sentence.tokens[last + 1 : other.first]]
        if other.first > last and other.preposition in LINKS and all(w in (*LINKS, "and", ",", "the", "both", "as", "well", "+") for w in gap):
            found.append(other)
            last = max(m.last for m in other.members())
    return found


def bodies_of(phrase: Phrase | None, reading: Reading) -> list[Body]:
    """The organisations that a phrase and its company name."""
    found = []
    for member in phrase.members() if phrase is not None else []:
        span = member.span
        name = span.text if span is not None else ""
        if span is None and any(c.isdigit() for c in member.lemma) and member.lemma[:1].isalpha() and " " not in member.lemma:
            found.append(Body(thing(member.lemma, MentionType.ORGANISATION), member.start, member.end))
        if span is None and member.lemma in lists()["organisations"] and member.determiner.lower() in ("the", "this") and member.modifiers:
            found.append(Body(thing(without_article(member.text), MentionType.ORGANISATION), member.start, member.end))
        if span is None or not any(c.isupper() for c in name) or name.split()[-1].lower() in lists()["without"]:
            continue
        union = span.type is SpanType.COUNTRY and name.split()[-1].lower() in lists()["unions"]
        fitting = reading.mentions(member, ("organisation", "name", "country") if union else ("organisation", "name"))
        found += [Body(m, member.start, member.end) for m in fitting if union or m.type is not MentionType.COUNTRY]
    return found


def named_whole(sentence: Sentence, phrase: Phrase) -> list[Body]:
    """The treaty or body whose name of several capitalised words stands before the head ("Ice Treaty members")."""
    tokens = [t for t in phrase.modifiers if t.text[:1].isupper() and (t.span is None or not t.span.demonym)]
    if len(tokens) < 2 or tokens[-1].span is not None or any(a.end + 1 != b.start for a, b in pairwise(tokens)):
        return []
    start, end = tokens[0].start, tokens[-1].end
    if tokens[0] is sentence.tokens[0] or tokens[-1] is not phrase.modifiers[-1]:
        return []
    return [Body(thing(sentence.text[start - sentence.start : end - sentence.start], MentionType.ORGANISATION), start, end)]


def members_of(phrase: Phrase | None, reading: Reading) -> list[Mention]:
    """The states, regions, cities and bodies that a phrase means."""
    found = [m for member in (phrase.members() if phrase is not None else []) for m in reading.mentions(member)]
    known = [m for m in found if m.type in BODIES]
    return list({m.id: m for m in known}.values())


def joined_before(sentence: Sentence, clause: Clause, members: list[Mention], reading: Reading) -> list[Mention]:
    """The countries that "and" joins in front of a subject that the grammar cut short ("…, and A and B are members")."""
    subject = clause.patient if clause.passive else clause.agent
    tokens, found = sentence.tokens, []
    at = subject.first if subject is not None and members and sentence.start <= subject.start else 0
    while at >= 2 and tokens[at - 1].low in ("and", ",") and (span := tokens[at - 2].span) is not None and span.type is SpanType.COUNTRY:
        if at >= 3 and tokens[at - 3].tag == "IN" or span.demonym:
            break
        found += [m for m in reading.mentions(span) if m.id not in {k.id for k in members}]
        at -= 2
    return found


def apposed_to(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Mention]:
    """Whose apposition it is: "X, a member of Y since D,", "X and Z, both members of Y"."""
    before = phrase.first - 1
    if before < 1 or sentence.tokens[before].text not in (",", "(", "–") and sentence.tokens[before].low not in ("both", "all"):  # noqa: RUF001
        return []
    at = before if sentence.tokens[before].text == "," else before - 1
    for other in sentence.phrases:
        if max(m.last for m in other.members()) == at - 1:
            return members_of(other, reading)
    return []


def known_before(sentence: Sentence, reading: Reading) -> list[Body]:
    """The organisation spoken of before, in this paragraph or the last."""
    known = reading.memory.get("membership")
    if known is None or sentence.paragraph - known[0] > 1:
        return []
    return [Body(known[2], sentence.start, sentence.start)]


def named_as_whole(sentence: Sentence, reading: Reading) -> list[Body]:
    """The organisation whose members the same sentence speaks of before ("the number of member states of X grew after A joined")."""
    for phrase in everything(sentence):
        if phrase.lemma.rstrip("s") == "member" or phrase.lemma.rstrip("s") == "state" and any(t.low == "member" for t in phrase.modifiers):
            for near in (*phrase.complements, *phrases_behind(sentence, phrase)):
                if near.preposition in ("of", "in") and (found := bodies_of(near, reading)):
                    return found[:1]
    return []


def each_once(bodies: list[Body]) -> list[Body]:
    """Every organisation once."""
    return list({b.mention.id: b for b in bodies}.values())


def dated_behind(sentence: Sentence, end: int) -> DateMark | None:
    """The date right behind a name, in a bracket or not."""
    return next((d for d in sentence.dates if d.edtf and not d.vague and 0 <= min(d.lead, d.start) - end <= 3), None)
