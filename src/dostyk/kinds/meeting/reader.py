"""Reads meetings: who met, received, called on or talked with whom, and sessions of bodies."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.meeting.nouns import of_noun, pictured
from dostyk.kinds.meeting.sessions import sessions
from dostyk.kinds.meeting.verbs import of_verb
from dostyk.kinds.wording import everything, wordlists
from dostyk.model.analysis import Sentence
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import Mention, MentionType


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each meeting that a sentence tells of; "met with X and Y" are two."""
    talks = wordlists("meeting")["talks"]
    for clause in sentence.clauses:
        yield from (_remember(draft, reading) for draft in of_verb(sentence, clause, reading))
    for phrase in everything(sentence):
        last = phrase.lemma.lower().split(" ")[-1]
        if last in talks or last.removesuffix("s") in talks:
            yield from (_remember(draft, reading) for draft in of_noun(sentence, phrase, reading))
    yield from sessions(sentence, reading)
    yield from pictured(sentence, reading)


def _remember(draft: Draft, reading: Reading) -> Draft:
    """Keep the two people who met, for "the two leaders" later on."""
    who = [m for m in draft.roles["participant"] if isinstance(m, Mention) and m.type is MentionType.PERSON]
    if len(who) == 2:
        reading.memory["together"] = who
    return draft
