"""Visits and meetings → sentences, the most recent first; whom a visitor met stands with the visit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dostyk.briefs.ordering import held, newest_first
from dostyk.briefs.sentences import sentence, told, words_for
from dostyk.briefs.slots import Context
from dostyk.briefs.tables import table
from dostyk.facts.showing import show_list
from dostyk.facts.timing import compatible
from dostyk.model.brief import Sentence
from dostyk.model.fact import Fact
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

_COUNTED = re.compile(r"[\d,.]+\s")


def contacts(facts: Sequence[Fact], context: Context) -> list[Sentence]:
    """One sentence a visit, with the meetings held during it; meetings outside visits by themselves."""
    visits = newest_first(held(facts, "Visit"))
    meetings = [m for m in held(facts, "Meeting") if not any(_is_quantity(p) for p in m.roles.get("participant", ()))]
    during: dict[str, list[Fact]] = {v.id: [] for v in visits}
    alone: list[Fact] = []
    for meeting in newest_first(meetings):
        visit = next((v for v in visits if _during(meeting, v)), None)
        (alone if visit is None else during[visit.id]).append(meeting)
    ordered = newest_first([*visits, *alone])
    return [_visit(f, during[f.id], context) if f.kind == "Visit" else sentence(f, context) for f in ordered]


def _during(meeting: Fact, visit: Fact) -> bool:
    """Whether a meeting has the visitor in it and lies within the visit's time; undated ones in the same passage."""
    if Modality.NEGATED in (meeting.modality, visit.modality):
        return False
    if not _ids(meeting, "participant") & _ids(visit, "visitor") or meeting.time is None or visit.time is None:
        return False
    return compatible(meeting.time, visit.time)


def _visit(visit: Fact, meetings: Sequence[Fact], context: Context) -> Sentence:
    visitors = _ids(visit, "visitor")
    met = [_called(m, visit, context) for meeting in reversed(meetings) for m in meeting.roles.get("participant", ()) if m.id not in visitors]
    bodies = [b for meeting in reversed(meetings) for b in [meeting.attributes.get("body", "")] if b]
    joined = f" and met {show_list(met)}" if met else ""
    joined += f"{', and' if met else ' and'} took part in a meeting of the {show_list(bodies)}" if bodies else ""
    return told(words_for(visit, context) + joined, [visit, *meetings])


def _is_quantity(mention: Mention) -> bool:
    """Whether what is said to have been met is a number of something ("eight hectares")."""
    cardinals = table("wording.toml")["cardinals"]
    return mention.type is MentionType.OTHER and bool(_COUNTED.match(mention.name.lower()) or mention.name.lower().split()[0] in cardinals)


def _called(mention: Mention, visit: Fact, context: Context) -> str:
    name = context.posts.titled(mention, visit.time)
    return f"the {name}" if mention.name.split(" of ")[0].istitle() and " of " in mention.name else name


def _ids(fact: Fact, role: str) -> set[str]:
    return {m.id for m in fact.roles.get(role, ())}
