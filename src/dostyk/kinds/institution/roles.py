"""Finds where an institution is and who founds it."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.acting import Acts, where
from dostyk.kinds.institution.doings import Doing
from dostyk.kinds.institution.names import joint
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Phrase, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType

IN = ("in", "at", "within", "near")


def places(acts: Acts, phrase: Phrase, doing: Doing, reading: Reading) -> list[tuple[Phrase, Mention]]:
    """Where it is, with the phrases that say so; the city in its name ("Alliance Française of Lima") where nothing else does."""
    clause = doing.clause
    prepositions = (*IN, "to") if clause.lemma in ("move", "relocate", "transfer") else IN
    slots = [o for o in (*clause.obliques, *phrase.complements) if o.preposition in prepositions]
    for act in acts.of(phrase):
        if act.clause is not clause and act.holder is None and act.clause.form == "participle":
            slots += [o for o in act.clause.obliques if o.preposition in IN]
        if act.clause is clause and act.holder is not None:
            slots += [o for o in act.holder.complements if o.preposition in IN]
    if doing.seated and clause.agent is not None:
        slots.append(clause.agent)
    found: dict[str, tuple[Phrase, Mention]] = {}
    for slot in slots:
        for member in slot.members() if not any(m is phrase for m in slot.members()) else []:
            for at, mention in _seat(member, reading):
                found.setdefault(mention.id, (at, mention))
    if not found and phrase.span is not None and phrase.span.parts and phrase.span.parts[-1].type is SpanType.CITY:
        found = {m.id: (phrase, m) for m in reading.mentions(phrase.span.parts[-1])}
    return list(found.values())


def _seat(member: Phrase, reading: Reading) -> Iterator[tuple[Phrase, Mention]]:
    here = where(reading, member)
    for mention in here:
        yield member, mention
    for inner in member.complements:
        if inner.preposition in ("in", "of") and not here:
            for item in inner.members():
                for mention in reading.mentions(item, ("place",)):
                    yield item, mention


def founders(acts: Acts, phrase: Phrase, doing: Doing, reading: Reading) -> list[Mention]:
    """Who founds it: the subject of the verb, "by", "in partnership with"; whoever merely opens it does not."""
    clause, lists = doing.clause, wordlists("institution")
    slots = (
        [clause.agent]
        if not doing.seated and (doing.founded or clause.lemma in ("have", "run", "operate", "manage", "close", "move", "relocate"))
        else []
    )
    if clause.lemma in lists["affirming"] or clause.lemma in ("sign",):
        slots = []
    for act in acts.of(phrase):
        if act.clause is not clause and act.clause.form == "participle" and act.slot == "patient" and act.holder is None:
            slots.append(act.clause.agent)
    slots += [c for o in clause.obliques if o.preposition in ("in", "with", "under") and o.lemma in lists["with"] for c in o.complements]
    found: list[Mention] = []
    for slot in slots:
        for member in slot.members() if slot is not None and not any(m is phrase for m in slot.members()) else []:
            known = reading.mentions(member, ("country", "organisation", "person", "region"))
            found += known
            if not known and joint(phrase) and member.span is not None and member.span.type is SpanType.NAME:
                found += [Mention(m.text, m.name, m.id, MentionType.ORGANISATION) for m in reading.mentions(member, ("name",))]
    if clause.lemma in ("open", "inaugurate", "unveil", "launch", "reopen"):
        found = [m for m in found if m.type is not MentionType.PERSON]
    if not found:
        found = _owners(phrase, reading)
    return list({m.id: m for m in found}.values())


def _owners(phrase: Phrase, reading: Reading) -> list[Mention]:
    """Whose branch, campus or office it is."""
    if phrase.lemma not in wordlists("institution")["parts"]:
        return []
    slots = [c for c in phrase.complements if c.preposition == "of"] + ([phrase.possessor] if phrase.possessor is not None else [])
    found = [m for s in slots for member in s.members() for m in reading.mentions(member, ("organisation",))]
    if not found and phrase.span is None and not slots:
        topic = reading.owner(phrase)
        found = [topic] if topic is not None and topic.type is MentionType.ORGANISATION else []
    return found
