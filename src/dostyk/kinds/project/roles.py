"""Finds where a work is and who stands behind it."""

from __future__ import annotations

from dostyk.kinds.acting import Acts, where
from dostyk.kinds.project.holders import Step
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import PLACES, Phrase, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType

IN = ("in", "at", "near", "on")
SUPPORT = ("support", "assistance", "help", "participation", "involvement", "funding", "financing", "loan", "partnership", "cooperation")


def places(acts: Acts, phrase: Phrase, step: Step | None, reading: Reading) -> list[Mention]:
    """Where it is: behind "in", "at", "near"; in its name; the ends of what runs between two places."""
    slots = [c for c in phrase.complements if c.preposition in (*IN, "of", "between")]
    if step is not None and step.act.slot in ("such as", "predicate"):
        slots += [o for o in acts.sentence.phrases if o.preposition in IN and 0 < o.start - phrase.end < 8]
    elif step is not None:
        slots += [o for o in step.clause.obliques if o.preposition in IN or o.preposition == "between"]
        if step.clause.lemma == "receive" and step.clause.agent is not None:
            slots.append(step.clause.agent)
        slots += [c for c in step.act.holder.complements if c.preposition in IN] if step.act.holder is not None else []
    else:
        slots += [o for o in acts.sentence.phrases if o.preposition in IN and o.start >= phrase.end]
    found = [
        m
        for s in slots
        if not any(x is phrase for x in s.members())
        for member in s.members()
        for m in (where(reading, member) if s.preposition not in ("of", "between") else reading.mentions(member, ("place",)))
        if m.type is not MentionType.ORGANISATION
    ]
    for token in phrase.modifiers:
        for span in (token.span.parts or [token.span]) if token.span is not None else []:
            if span.type in PLACES and not span.demonym and span.type is not SpanType.COUNTRY:
                found += reading.mentions(span)
    return list({m.id: m for m in found}.values())


def builders(acts: Acts, phrase: Phrase, step: Step | None, reading: Reading) -> list[Mention]:
    """Who stands behind it: who acts, "by …" of a participle on it, whose support it has; whoever merely opens it does not."""
    slots: list[Phrase] = []
    clauses = [step.clause] if step is not None else []
    clauses += [a.clause for a in acts.of(phrase) if a.clause.form == "participle" and a.slot == "patient" and a.holder is None]
    for clause in clauses:
        if (
            clause.agent is not None
            and not any(m is phrase for m in clause.agent.members())
            and not (step is not None and clause is step.clause and step.act.slot == "agent")
        ):
            slots.append(clause.agent)
        slots += [c for o in clause.obliques if o.preposition in ("with", "in", "under") and o.lemma in SUPPORT for c in o.complements]
        if clause.lemma in ("award", "order", "entrust", "grant"):
            slots += [o for o in clause.obliques if o.preposition in ("to", "from")]
    slots += [c for c in phrase.complements if c.preposition == "of"]
    found: list[Mention] = []
    for slot in slots:
        for member in slot.members():
            if member.span is not None and member.span.type is SpanType.QUANTITY:
                continue
            for mention in reading.mentions(member, ("organisation", "country", "person", "name")):
                if mention.type is MentionType.PERSON and (
                    step is None or step.clause.lemma in wordlists("project")["opening"] or step.clause.lemma in wordlists("project")["affirming"]
                ):
                    continue
                if mention.type is MentionType.COUNTRY and slot.preposition == "of":
                    continue
                found.append(
                    Mention(mention.text, mention.name, mention.id, MentionType.ORGANISATION) if mention.type is MentionType.OTHER else mention
                )
            if member.span is None and not found and member.lemma in ("consortium", "company", "firm", "venture", "contractor", "developer", "group"):
                found += [m for m in reading.mentions(member) if m.name]
    return list({m.id: m for m in found}.values())
