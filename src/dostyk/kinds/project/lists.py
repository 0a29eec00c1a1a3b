"""Reads works from lists: after "projects such as …", "among them are …", and in items and rows without a verb."""

from __future__ import annotations

from dostyk.kinds.acting import Act, Acts
from dostyk.kinds.project.holders import Step
from dostyk.kinds.project.names import holder_of, post, stage_of, tables
from dostyk.kinds.wording import starts_cell, wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence


def example(acts: Acts, phrase: Phrase) -> Step | None:
    """The clause in which a work is an example of "projects": behind "such as", "including", or said to be among them."""
    lists = wordlists("project")["lists"]
    for clause in acts.sentence.clauses:
        heads = [p for p in (clause.patient, clause.agent, clause.predicate, *clause.obliques) if p is not None and p.lemma in lists]
        if not heads:
            continue
        before = [h for h in heads if h.last < phrase.first]
        if before and phrase.preposition in ("such as", "including", "as", "like"):
            return Step(clause, _stage(acts, clause, before), clause.modality, Act(clause, "such as"))
        member = any(m is phrase for p in (clause.patient, clause.predicate, clause.agent) if p is not None for m in p.members())
        if (
            member
            and clause.lemma in ("be", "remain")
            and clause.predicate is not None
            and before
            and before[0] is clause.agent
            and phrase.span is not None
        ):
            return Step(clause, "", clause.modality, Act(clause, "predicate"))
        if member and (clause.lemma in ("include", "comprise", "cover") or clause.lemma in ("be", "remain") and _among(before)):
            return Step(clause, _stage(acts, clause, before), clause.modality, Act(clause, "agent"))
    return None


def _among(heads: list[Phrase]) -> bool:
    return any(h.preposition in ("among", "") for h in heads)


def _stage(acts: Acts, clause: Clause, heads: list[Phrase]) -> str:
    """The stage that the verb on the list's noun means ("projects completed …", "have implemented projects …")."""
    clauses = [c for c in acts.sentence.clauses if c.patient is not None and any(c.patient is h for h in heads)]
    for one in (*clauses, clause):
        if one.lemma in ("implement", "realise", "realize", "carry", "execute", "complete", "build", "construct"):
            return "completed"
        if one.lemma in stage_of():
            return stage_of()[one.lemma]
    return ""


def line(acts: Acts, phrase: Phrase) -> str | None:
    """The stage of a work that opens an item or row: by what stands behind it, or under a heading about projects."""
    sentence = acts.sentence
    if (labelled := _labelled(sentence, phrase)) is not None:
        return labelled
    if sentence.form not in ("item", "row") or not acts.bare():
        return None
    holder = _opened(sentence, phrase)
    if holder is None and not starts_cell(sentence, phrase):
        return None
    after = sentence.text[phrase.end - sentence.start :].lower()
    if stage := _told(after):
        return stage
    headed = any(w in sentence.heading.lower() for w in wordlists("project")["headings"])
    if holder in ("operation", "ground", "completion") and sentence.dates:
        return {"operation": "operating", "ground": "under construction", "completion": "completed"}[holder]
    return "" if headed else None


def _told(words: str) -> str:
    """The stage that a few words behind a work's name tell."""
    return next((stage for stage, signs in tables()["signs"].items() if any(sign in words for sign in signs)), "")


def _labelled(sentence: Sentence, phrase: Phrase) -> str | None:
    """The stage that stands behind a work and a colon or dash ("Second bridge A–B: tender planned for 2024")."""
    end = post(sentence, phrase) or phrase.end
    rest = sentence.text[end - sentence.start :].lstrip()
    if not starts_cell(sentence, phrase) or not rest.startswith((":", "– ", "— ", "- ")):  # noqa: RUF001
        return None
    return _told(rest.lower()) or None


def _opened(sentence: Sentence, phrase: Phrase) -> str | None:
    """What noun opens the line before the work ("Rehabilitation of the …", "Opening of the …")."""
    at = phrase.first - 1
    while at >= 0 and sentence.tokens[at].low in ("of", "the", "for", "a", "an", "on"):
        at -= 1
    if at < 0 or at == phrase.first - 1 or at > 4:
        return None
    return holder_of().get(sentence.tokens[at].lemma)
