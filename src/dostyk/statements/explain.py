"""Turns a document into an account of how it was read: per sentence what was seen, which rules spoke, and what gave nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dostyk.kinds.wording import everything
from dostyk.model.analysis import PLACES, Sentence, SpanType
from dostyk.model.kind import Draft, Kind
from dostyk.model.statement import Statement

NAMED = frozenset(
    (*PLACES, SpanType.PERSON, SpanType.ORGANISATION, SpanType.NAME, SpanType.INSTRUMENT, SpanType.EVENT, SpanType.PROJECT, SpanType.INSTITUTION)
)
ANCHORS = 2
"""How many names, dates and figures a sentence needs beside an evoking word to look like a statement."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One rule that spoke of a sentence: what it drafted, and the statement that was made of it, or why none was."""

    rule: str
    kind: str
    statement: Statement | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence as it was read; `looks_like` names the kinds that its words evoke although no statement rests on it."""

    sentence: Sentence
    spoken: tuple[Spoken, ...]
    looks_like: tuple[str, ...] = ()


def looks_like(sentence: Sentence, kinds: Iterable[Kind]) -> tuple[str, ...]:
    """Give the kinds that a sentence looks like a statement of: evoked by a word of it, with enough names, dates and figures beside it."""
    if sentence.form == "heading":
        return ()
    named = {(span.start, span.end) for span in sentence.spans if span.type in NAMED}
    dated = sum(d.edtf is not None and not d.vague for d in sentence.dates)
    if len(named) + dated + len(sentence.quantities) < ANCHORS or not named:
        return ()
    lemmas = {clause.lemma for clause in sentence.clauses} | {phrase.lemma for phrase in everything(sentence)}
    found = (kind for kind in kinds if not kind.evoked_by.isdisjoint(lemmas))
    return tuple(kind.name for kind in found if kind.name != "Indicator" or sentence.quantities)


def silent(sentences: Iterable[Sentence], statements: Iterable[Statement], kinds: Mapping[str, Kind]) -> list[Sentence]:
    """Give the sentences that look like statements and on which none rests, in order."""
    covered = sorted({(s.evidence.start, s.evidence.end) for s in statements})
    found: list[Sentence] = []
    at = furthest = 0
    for sentence in sorted(sentences, key=lambda s: (s.start, s.end)):
        while at < len(covered) and covered[at][0] < sentence.end:
            furthest = max(furthest, covered[at][1])
            at += 1
        if furthest <= sentence.start and looks_like(sentence, kinds.values()):
            found.append(sentence)
    return found


def account(
    sentences: list[Sentence],
    drafts: list[tuple[Sentence, Draft]],
    made: Mapping[int, Statement],
    kinds: Mapping[str, Kind],
    unsure: Mapping[int, float] | None = None,
) -> list[Explained]:
    """Put together sentences, what was drafted from each, and the statements that were made, by the identity of their drafts.

    `unsure` holds the confidence of drafts that were left unsaid for it.
    """
    quiet = {id(sentence) for sentence in silent(sentences, made.values(), kinds)}
    by_sentence: dict[int, list[Spoken]] = {}
    for sentence, draft in drafts:
        statement = made.get(id(draft))
        why_not = "" if statement is not None else _why_not(draft, drafts, made)
        if unsure and id(draft) in unsure:
            why_not = f"too unsure, {unsure[id(draft)]:.2f}"
        by_sentence.setdefault(id(sentence), []).append(Spoken(draft.rule, draft.kind, statement, why_not))
    return [
        Explained(s, tuple(by_sentence.get(id(s), ())), looks_like(s, kinds.values()) if id(s) in quiet else ())
        for s in sorted(sentences, key=lambda s: (s.start, s.end))
    ]


def _why_not(draft: Draft, drafts: list[tuple[Sentence, Draft]], made: Mapping[int, Statement]) -> str:
    """Say why a draft became no statement: the same is said more fully elsewhere, or another kind says it better."""
    near = [other for _, other in drafts if id(other) in made and other.start < draft.end and draft.start < other.end]
    here = next((other for other in near if other.kind == draft.kind), None)
    if here is not None:
        return f"said more fully by {here.rule}"
    if any(id(other) in made and other.kind == draft.kind for _, other in drafts):
        return "said more fully elsewhere in the document"
    return "said better as another kind"
