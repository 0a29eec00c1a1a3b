"""Finds the missions that a sentence names: their class, whose they are, and the country behind a capital's name."""

from __future__ import annotations

import re
from functools import cache

from dostyk.kinds.wording import wordlists
from dostyk.languages.words import words
from dostyk.model.analysis import Clause, Phrase, Sentence, Span, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import bearing, capital_of, country_name, find_places

SAME = {
    "consulate-general": "consulate general",
    "consulates-general": "consulate general",
    "consulates general": "consulate general",
    "general consulate": "consulate general",
    "honorary consulate-general": "honorary consulate general",
    "honorary general consulate": "honorary consulate general",
    "embassie": "embassy",
}


@cache
def _hints() -> re.Pattern[str]:
    """What a sentence that names a mission has somewhere: the beginning of the last word of one of their classes."""
    heads = {name.split()[-1].removesuffix("y") for name in words().classes["mission"] | wordlists("mission")["titled"]}
    return re.compile("|".join(map(re.escape, sorted(heads | {"honorary consuls"}))))


def posts(sentence: Sentence) -> list[Phrase]:
    """The phrases that name missions, in order; what hangs on a phrase takes its clause."""
    if not _hints().search(sentence.text.lower()):
        return []
    classes = words().classes["mission"]
    found: list[Phrase] = []
    seen: set[int] = set()

    def walk(phrase: Phrase) -> None:
        if id(phrase) in seen:
            return
        seen.add(id(phrase))
        for inner in (*phrase.others, *phrase.complements, *([phrase.possessor] if phrase.possessor is not None else [])):
            if inner.clause is None:
                inner.clause = phrase.clause
            walk(inner)
        last = phrase.lemma.lower().split(" ")[-1]
        named = phrase.span is None or phrase.span.type in (SpanType.NAME, SpanType.ORGANISATION)
        paper = phrase.span is not None and last in ("post", "mission")
        if _consuls(phrase) or (
            phrase.office is None
            and named
            and not paper
            and (
                _level(phrase)
                or titled(phrase)[1]
                or national(phrase)[0]
                or last in classes
                or last.rstrip("s") in classes
                or mission_type(phrase, sentence) in classes
            )
        ):
            found.append(phrase)

    for phrase in sentence.phrases:
        walk(phrase)
    return sorted(found, key=lambda p: p.head)


def _consuls(phrase: Phrase) -> bool:
    """Whether a phrase speaks of honorary consuls without their names, which is to say of their consulates."""
    return phrase.office is phrase and phrase.person is None and phrase.lemma.lower().startswith("honorary consuls")


def _level(phrase: Phrase) -> str:
    """The class before "status" ("to | Embassy Status"), or ""."""
    if phrase.preposition not in ("to", "into"):
        return ""
    low = phrase.text.lower().split()
    found = " ".join(w for w in low[:-1] if w not in ("the", "an", "a", "full"))
    return found if low[-1] in wordlists("mission")["levels"] and found in words().classes["mission"] else ""


def titled(phrase: Phrase) -> tuple[str, str]:
    """(class, city) of a mission that is called by its city ("Embassy Prague"); empty for any other."""
    found = phrase.span.text.split() if phrase.span is not None and phrase.span.type in (SpanType.NAME, SpanType.ORGANISATION) else []
    for size in (2, 1):
        kind = " ".join(found[:size]).lower()
        rest = " ".join(found[size:])
        if rest and kind in wordlists("mission")["titled"] and any(e.type is MentionType.CITY for e in bearing(rest)):
            return kind, rest
    return "", ""


def national(phrase: Phrase) -> tuple[str, Mention | None]:
    """(class, sender) of a mission whose name is its country and its class ("Norwegian Interests Section"); empty for any other."""
    if phrase.span is None or phrase.span.type not in (SpanType.NAME, SpanType.ORGANISATION):
        return "", None
    *before, first, last = ["", "", *phrase.span.text.split()]
    kind, whose = f"{first} {last}".lower(), " ".join(before).strip()
    if kind not in words().classes["mission"] or not whose:
        return "", None
    found = next((p for p in find_places(whose) if p.type is MentionType.COUNTRY and p.start == 0 and p.end == len(whose)), None)
    name = country_name(found.id) if found is not None else None
    return (kind, Mention(whose, name or whose, found.id, MentionType.COUNTRY)) if found is not None else ("", None)


def mission_type(phrase: Phrase, sentence: Sentence) -> str:
    """The class of a mission as worded: embassy, consulate general, passport and visa service office …"""
    if own := _level(phrase) or titled(phrase)[0] or national(phrase)[0]:
        return own
    dropped = wordlists("mission")["dropped"]
    lemma = phrase.lemma.lower()
    lemma = lemma[:-1] if lemma.endswith("s") and not lemma.endswith("ss") else lemma
    before = [t.low for t in phrase.modifiers if t.span is None or t.span.type is SpanType.NAME]
    before = [w for w in before if w not in dropped and w != "royal"]
    after = sentence.tokens[phrase.head + 1].low if phrase.head + 1 < len(sentence.tokens) else ""
    if lemma == "general" and before and before[-1] in ("consulate", "consulates"):
        before, lemma = before[:-1], "consulate general"
    elif lemma == "consulate" and after == "general":
        lemma = "consulate general"
    kind = " ".join([*before, lemma])
    if phrase.office is phrase and lemma.startswith("honorary consul"):
        return lemma.replace("consul", "consulate", 1)
    return SAME.get(kind, kind)


def act_on(sentence: Sentence, phrase: Phrase) -> str:
    """What a noun says is done to a mission: "closings", "raisings" or "movings", or "" ("Closing of U.S. Embassy at Taipei")."""
    lists = wordlists("mission")
    for token in reversed(sentence.tokens[max(0, phrase.first - 8) : phrase.first]):
        for name in ("closings", "raisings", "movings"):
            if token.low in lists[name] and token.tag.startswith(("N", "VBG")):
                return name
        country = token.span is not None and token.span.type is SpanType.COUNTRY
        if token.low not in lists["between"] and not country:
            return ""
    return ""


def raised_from(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a noun of raising stands before the mission, which is what an earlier one became ("elevation of the legation in X to embassy")."""
    before = [t.low for t in sentence.tokens[max(0, phrase.first - 3) : phrase.first]]
    earlier = [p for p in posts(sentence) if p.last < phrase.first]
    if earlier and not any(c.form == "finite" for c in sentence.clauses) and any(w in ("raised", "elevated", "upgraded") for w in before):
        return before[-1] in ("to", "into") or before[-2:-1] in (["to"], ["into"])
    return any(w in ("to", "into") for w in before) and bool(earlier) and act_on(sentence, earlier[-1]) == "raisings"


def opening_of(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the mission hangs on a noun that says that it opened ("the opening of a consulate in X in 2004")."""
    before = [t for t in sentence.tokens[max(0, phrase.first - 4) : phrase.first] if t.low not in ("of", "the", "a", "an", "its", "their")]
    return bool(before) and before[-1].low in wordlists("mission")["openings"]


def state(span: Span | None) -> Mention | None:
    """The country that a country's name or its capital's name stands for ("Oslo opened an embassy")."""
    if span is None or span.demonym and span.type is not SpanType.COUNTRY:
        return None
    code = span.id if span.type is SpanType.COUNTRY else span.country if span.type is SpanType.CITY and _capital(span) else None
    if not code:
        return None
    name = country_name(code) or span.name
    return Mention(span.text if span.type is SpanType.COUNTRY else name, name, code, MentionType.COUNTRY)


def _capital(span: Span) -> bool:
    entity = capital_of(span.country or "", None)
    return entity is not None and entity.id == span.id


def sender(phrase: Phrase, clause: Clause | None, reading: Reading, opened: bool) -> Mention | None:
    """Whose mission it is: "of", possessor, adjective; else, where a verb says that it was opened or kept, who did so."""
    if (own := national(phrase)[1]) is not None:
        return own
    for complement in phrase.complements:
        if complement.preposition == "of" and (found := [m for c in complement.members() for m in reading.mentions(c, ("country",))]):
            return found[0]
    if opened and clause is not None and clause.agent is not phrase and phrase.determiner in ("its", "their", "his", "her"):
        named = actor(clause.agent, phrase, reading)
        if named is not None or owned(phrase, clause):
            return named
    located = {m.id for c in phrase.complements if c.preposition in ("in", "at", "to") for m in reading.mentions(c, ("place",))}
    for mention in reading.countries(phrase):
        if mention.id not in located:
            return mention
    if opened and clause is not None:
        return actor(clause.patient if clause.lemma == "represent" else clause.agent, phrase, reading)
    return None


def owned(phrase: Phrase, clause: Clause | None) -> bool:
    """Whether "its" says that the mission is the subject's, so that nobody else's it can be."""
    return (
        phrase.determiner in ("its", "their", "his", "her")
        and clause is not None
        and clause.agent is not None
        and clause.agent is not phrase
        and clause.agent.span is not None
    )


def actor(agent: Phrase | None, phrase: Phrase, reading: Reading) -> Mention | None:
    """The country that opens or keeps a mission: named itself, by its capital, its government, or by "we"."""
    if agent is None or agent is phrase:
        return None
    for member in agent.members():
        if (named := state(member.span)) is not None:
            return named
        found = reading.mentions(member, ("country",)) or reading.countries(member)
        if found:
            return found[0]
    return None
