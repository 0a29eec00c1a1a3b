"""Finds whom a text itself names as the source of what it says ("according to …", "… reported that")."""

from __future__ import annotations

import re
from bisect import bisect_right

from dostyk.kinds.counting import counted_by
from dostyk.languages.words import listed
from dostyk.model.analysis import Clause, Phrase, Sentence
from dostyk.model.kind import Draft

ACCORDING = re.compile(r"\b[Aa]ccording to\s+(?:the\s+)?(?:data of\s+|data from\s+|figures from\s+|statistics of\s+)?")


def attribution_of(sentences: list[Sentence], draft: Draft, text: str) -> str | None:
    """Give the named source of a draft, or None where the text speaks for itself."""
    index = bisect_right([s.start for s in sentences], draft.start) - 1
    if index < 0:
        return None
    sentence = sentences[index]
    if found := ACCORDING.search(sentence.text):
        at = sentence.start + found.end()
        phrase = next((p for p in sentence.phrases if p.start <= at + 4 and p.end > at), None)
        if phrase is not None and _names(phrase):
            return _wording(text, max(at, phrase.start), phrase)
    for clause in sentence.clauses:
        if (counter := counted_by(clause)) is not None and clause.start <= draft.end and draft.start <= clause.end:
            return _wording(text, counter.start, counter)
        if clause.lemma in listed("saying") and clause.agent is not None and clause.form == "finite" and not clause.passive and _names(clause.agent):
            start = clause.agent.start
            if not start <= draft.start < clause.agent.end and not _aside(sentence, clause, draft):
                return _wording(text, start, clause.agent)
    return None


def _aside(sentence: Sentence, clause: Clause, draft: Draft) -> bool:
    """Whether a clause of saying only tells when, or says something else ("…, when the President announced the decision")."""
    assert clause.agent is not None
    if draft.start >= clause.agent.start:
        return False
    before = sentence.tokens[clause.agent.first - 1].low if clause.agent.first else ""
    return before in listed("temporal") or clause.patient is not None


def _names(phrase: Phrase) -> bool:
    """Whether a phrase names somebody, not "experts" or "official data"."""
    if phrase.lemma in listed("vague_sources"):
        return any(c.span is not None for c in phrase.complements)
    return phrase.span is not None or phrase.office is not None or any(c.span is not None for c in phrase.complements)


def _wording(text: str, start: int, phrase: Phrase) -> str:
    words = " ".join(text[start : phrase.end].split())
    for article in ("the ", "The ", "a ", "A ", "our own ", "Our own ", "our ", "Our ", "its own ", "Its own ", "its ", "Its "):
        words = words.removeprefix(article)
    return words
