"""Reads visits: who travelled where, from verbs, from the noun with its verb, and from lines of lists."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.visit.lists import head_time, in_section, listed
from dostyk.kinds.visit.nouns import of_noun
from dostyk.kinds.visit.trips import spread, without_countries
from dostyk.kinds.visit.verbs import of_verb
from dostyk.kinds.wording import everything, wordlists
from dostyk.model.analysis import Sentence
from dostyk.model.kind import Draft, Reading


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each traveller and each place of the visits that a sentence tells of."""
    drafts = list(listed(sentence, reading))
    if not drafts:
        for clause in sentence.clauses:
            if (trip := of_verb(sentence, clause, reading)) is not None:
                drafts += spread(sentence, trip, clause, reading)
        for phrase in everything(sentence):
            if phrase.lemma.split(" ")[-1] in wordlists("visit")["nouns"] and (trip := of_noun(sentence, phrase, reading)) is not None:
                drafts += spread(sentence, trip, phrase.clause, reading)
    for draft in without_countries(sentence, drafts):
        opening = head_time(sentence) if draft.time == "" and in_section(sentence.heading) else None
        if opening is not None and len(opening) > 4:
            draft.time = opening
        reading.memory["visitors"] = list(draft.roles["visitor"])
        reading.memory["visitors.paragraph"] = sentence.paragraph
        if draft.roles.get("host"):
            reading.memory["together"] = [*draft.roles["visitor"][:1], *draft.roles["host"][:1]]
        yield draft
