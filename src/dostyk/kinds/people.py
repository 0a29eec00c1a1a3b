"""Turns phrases into the people and delegations they mean, leaving out those who are nobody in particular."""

from __future__ import annotations

from dostyk.kinds.naming import thing
from dostyk.model.analysis import Phrase, Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType

CROWNS = {
    "majesty": ("king", "queen", "emperor", "sultan"),
    "highness": ("prince", "princess", "emir", "sheikh", "sultan", "amir"),
    "holiness": ("pope", "patriarch"),
    "excellency": ("president",),
}
Found = tuple[Phrase, Mention]
WHO = ("person", "delegation", "name")
LED = ("lead", "head")
GUESTS = ("guest", "visitor")
PARTNERS = ("leader", "interlocutor", "diplomat", "official", "minister")


def people(phrase: Phrase | None, reading: Reading) -> list[Found]:
    """The people and delegations of a phrase and what is coordinated with it; "a minister" and places are nobody."""
    found: list[Found] = []
    members = phrase.members() if phrase is not None else []
    for member in members:
        if len(members) == 1 and (both := _both(member, reading)):
            found += [(member, m) for m in both]
        elif majesty := _majesty(member, reading):
            found.append((member, majesty))
        elif not nobody(member) and not _collective(member, members):
            found += [(member, m) for m in reading.mentions(member, WHO) if m.type is not MentionType.COUNTRY]
    return found


def _majesty(phrase: Phrase, reading: Reading) -> Mention | None:
    """Whom "His Majesty" means: the last holder of a crown that the text named, else somebody known by it alone."""
    title = phrase.text.strip().lower().split()
    if phrase.person is not None or phrase.office is not None or len(title) < 2 or title[0] not in ("his", "her") or title[-1] not in CROWNS:
        return None
    kept = [m for crown in CROWNS[title[-1]] for m in reading.memory.get("holders", {}).get(crown, [])]
    name = " ".join(phrase.text.split())
    return kept[-1] if kept else thing(name[:1].upper() + name[1:], MentionType.PERSON)


def _both(phrase: Phrase, reading: Reading) -> list[Mention]:
    """Whom "the two Presidents", "the two leaders" or "the guests" means: who held the post, met or came last."""
    low = phrase.text.lower().split()
    if phrase.lemma in GUESTS and phrase.determiner in ("the", "these") and len(low) == 2:
        return list(reading.memory.get("visitors", []))
    summit = (
        phrase.determiner == "the" and not phrase.modifiers and phrase.text.lower().endswith(("heads of state", "heads of government", "leaders"))
    )
    if phrase.person is not None or phrase.complements or not (summit or any(w in low[:2] for w in ("two", "both"))):
        return []
    if summit:
        return list(reading.memory.get("together", []))
    if phrase.lemma.removesuffix("s") in PARTNERS:
        return list(reading.memory.get("together", []))
    if phrase.office is None or not phrase.lemma.endswith("s"):
        return []
    holders = reading.memory.get("holders", {})
    full = phrase.lemma.removesuffix("s")
    last = full.split(" ")[-1]
    apart = {m.id for post, those in holders.items() if " " in full and post.endswith(f" {last}") and post != full for m in those}
    kept = [m for m in holders.get(last, []) if m.id not in apart]
    return list(kept[-2:]) if len(kept) > 1 else []


def nobody(phrase: Phrase) -> bool:
    """Whether a phrase means no one in particular: "a Swiss minister", "foreign ministers", "no president"."""
    if phrase.person is not None or (phrase.span is not None and phrase.span.type is SpanType.PERSON):
        return False
    if phrase.office is not None:
        return phrase.determiner in ("a", "an", "no", "any") or (phrase.lemma.endswith("s") and not phrase.lemma.endswith("ss"))
    if phrase.span is not None and phrase.span.type in (SpanType.NAME, SpanType.ORGANISATION):
        return phrase.span.type is SpanType.NAME and len(phrase.span.text.split()) < 2
    return phrase.determiner == "no" or phrase.lemma in ("it", "this", "that", "visit", "trip", "meeting")


def _collective(phrase: Phrase, members: list[Phrase]) -> bool:
    """Whether "the presidents" only say what those named behind them are ("the Presidents of A and B, X and Y")."""
    return phrase.office is not None and phrase.person is None and phrase.lemma.endswith("s") and len(members) > 1


def led(sentence: Sentence, found: list[Found], reading: Reading) -> list[Found]:
    """The same with each delegation's leader in its place, where one is named."""
    return [
        f for one in found for f in (leader(sentence, one[0], reading) if one[0].lemma in ("delegation", "mission", "group", "team") else []) or [one]
    ]


def leader(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Found]:
    """Who leads a delegation: the person behind "led by" right after it, or before "heading" it."""
    for clause in sentence.clauses:
        if clause.lemma not in LED or clause.agent is None:
            continue
        behind = 0 <= clause.verb - phrase.last <= 6 and clause.agent.first > clause.verb
        if behind or (clause.patient is phrase and clause.form == "gerund"):
            return [f for f in people(clause.agent, reading) if f[1].type is MentionType.PERSON]
    return []
