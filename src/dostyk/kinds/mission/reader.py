"""Reads missions: whose post, of what class, in which city, since when."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.languages.words import words
from dostyk.model.analysis import PLACES, Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

OPENING = {"open", "establish", "set", "have", "operate", "locate", "found", "function", "inaugurate", "launch", "reopen", "close", "plan", "maintain", "move", "relocate", "work", "upgrade", "base", "create", "run", "start", "begin", "house", "be", "situate", "accredit"}
CLOSING = {"close", "shut"}
NOT_POSTS = {"mission", "representation", "post", "branch office", "delegation office"}


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each city in which a sentence puts a mission."""
    carried: Mention | None = None
    for phrase in _posts(sentence):
        kind = mission_type(phrase)
        clause = phrase.clause
        sender = _sender(phrase, clause, reading) or carried
        places = _places(sentence, phrase, clause, reading)
        if sender is None or not places:
            continue
        carried = sender
        for filler, place in places:
            if place.id == sender.id:
                continue
            opened = clause is not None and clause.lemma in OPENING
            if place.type is MentionType.COUNTRY and not opened and place.id not in ("HK", "MO", "SG", "MC", "VA"):
                continue
            if kind in NOT_POSTS and not (clause is not None and clause.lemma in OPENING - {"have", "be", "work", "start", "begin", "plan"}):
                continue
            start, end = min(phrase.start, filler.start), max(phrase.end, filler.end)
            modality = clause.modality if clause is not None and opened else Modality.ACTUAL
            draft = Draft("Mission", start, end, {"sender": [sender], "location": [place]}, {"mission_type": kind}, "", modality, True, "mission", 0.8, filler.start)
            draft.time = _own_time(sentence, filler.end, reading)
            if clause is not None and clause.lemma in CLOSING:
                draft.attributes["action"] = "closed"
                draft.open_ended = False
            yield draft


def _posts(sentence: Sentence) -> list[Phrase]:
    classes = words().classes["mission"]
    found = []
    seen: set[int] = set()

    def walk(phrase: Phrase) -> None:
        if id(phrase) in seen:
            return
        seen.add(id(phrase))
        for inner in (*phrase.others, *phrase.complements):
            if inner.clause is None:
                inner.clause = phrase.clause
            walk(inner)
        if phrase.office is None and (phrase.lemma in classes or phrase.lemma.rstrip("s") in classes or mission_type(phrase) in classes):
            found.append(phrase)

    for phrase in sentence.phrases:
        walk(phrase)
    return sorted(found, key=lambda p: p.head)


def mission_type(phrase: Phrase) -> str:
    """The class of a post as worded: embassy, consulate general, passport and visa service office …"""
    words_before = [t.low for t in phrase.modifiers if t.span is None and t.low not in ("new", "first", "own", "former", "permanent", "resident", "the", "its", "second", "full", "full-fledged", "another", "future", "current", "present", "two", "three")]
    lemma = phrase.lemma[:-1] if phrase.lemma.endswith("s") and not phrase.lemma.endswith("ss") else phrase.lemma
    if lemma == "general" and words_before and words_before[-1] in ("consulate", "consulates"):
        return "consulate general"
    kind = " ".join([*words_before, lemma])
    return {"consulate-general": "consulate general", "general consulate": "consulate general", "embassie": "embassy"}.get(kind, kind)


def _sender(phrase: Phrase, clause: Clause | None, reading: Reading) -> Mention | None:
    """Whose post it is: possessor, adjective, "of", else who opens it."""
    own = reading.countries(phrase)
    named = [c for c in phrase.complements if c.preposition == "of"]
    if named and (found := [m for c in named for m in reading.mentions(c, ("country",))]):
        return found[0]
    located = {m.id for c in phrase.complements if c.preposition in ("in", "at", "to") for m in reading.mentions(c, ("place",))}
    for mention in own:
        if mention.id not in located:
            return mention
    if clause is not None and clause.agent is not None and clause.agent is not phrase:
        for member in clause.agent.members():
            if countries := reading.mentions(member, ("country",)):
                return countries[0]
            if countries := reading.countries(member):
                return countries[0]
    return None


def _places(sentence: Sentence, phrase: Phrase, clause: Clause | None, reading: Reading) -> list[tuple[Phrase, Mention]]:
    """The cities that follow "in" or "at" after the post, up to the next post."""
    posts = [p.first for p in _posts(sentence) if p.first > phrase.last]
    limit = posts[0] if posts else len(sentence.tokens)
    found: list[tuple[Phrase, Mention]] = []
    country: list[tuple[Phrase, Mention]] = []
    candidates = [*phrase.complements] + [p for p in sentence.phrases if p.first > phrase.head and p.first < limit]
    for candidate in candidates:
        for member in candidate.members():
            if member.preposition not in ("in", "at", "to") and not (found and _listed(sentence, member)):
                continue
            for mention in reading.mentions(member, ("place",)):
                (country if mention.type is MentionType.COUNTRY and mention.id not in ("HK", "MO", "SG") else found).append((member, mention))
    if not found:
        before = [p for p in sentence.phrases if p.last < phrase.first and p.preposition == "in" and p.first <= 2]
        for candidate in before:
            found += [(m, mention) for m in candidate.members() for mention in reading.mentions(m, ("city",))]
    unique: dict[str, tuple[Phrase, Mention]] = {}
    for item in found or country:
        unique.setdefault(item[1].id, item)
    return list(unique.values())


def _listed(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a place goes on a list of places ("in A (since 2003) and B")."""
    if phrase.span is None or phrase.span.type not in PLACES or phrase.span.type is SpanType.COUNTRY or phrase.preposition:
        return False
    before = sentence.tokens[phrase.first - 1] if phrase.first else None
    return before is not None and before.low in ("and", ",", ")")


def _own_time(sentence: Sentence, end: int, reading: Reading) -> str | None:
    """The date in brackets right after a place holds for it alone; "" leaves the question to the grammar."""
    nearby = [d for d in sentence.dates if d.edtf and 0 <= d.lead - end <= 3 and "(" in sentence.text[end - sentence.start : d.start - sentence.start]]
    if nearby:
        date = nearby[0]
        return f"{date.edtf}/.." if date.relation in ("since", "from_start", "from") and "/" not in (date.edtf or "") else date.edtf
    if any(d.edtf and "(" in sentence.text[max(0, d.lead - 2 - sentence.start) : d.start - sentence.start] for d in sentence.dates):
        return None
    return ""
