"""Fills in whom an envoy stands for and where, from credentials, the mission spoken of and the two countries of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dostyk.kinds.office.titles import Title
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import country_name, find_places


def between(post: Title, reading: Reading, sending: Sequence[Mention] = (), receiving: Sequence[Mention] = ()) -> Title:
    """The title with the country that sends and the one that receives, as far as text and page tell; an envoy's only."""
    of, to = list(post.of), [_state(m) for m in post.to]
    if not _countries(to) and not any(m.type is MentionType.ORGANISATION for m in to):
        to += [m for m in receiving if m.id not in {c.id for c in of}]
    if not _countries(of) and (diplomat(post) or sending):
        of = [*(sending or _rest(_countries(to), reading)), *of]
    if receiving and not _countries(to):
        to += _rest(_countries(of), reading)
    return replace(post, of=tuple(of)[:2], to=tuple(to))


def diplomat(post: Title) -> bool:
    """Whether a post is one that a state sends abroad."""
    low = post.position.lower()
    return any(word in low for word in wordlists("office")["diplomats"]) or low.endswith("minister") and bool(post.to)


def handed_to(clause: Clause, reading: Reading) -> list[Mention]:
    """The country to whose head or government credentials are presented."""
    behind = [*clause.obliques, *(clause.patient.complements if clause.patient is not None else [])]
    for phrase in behind:
        if phrase.preposition == "to" and (found := reading.mentions(phrase, ("country",)) or reading.countries(phrase) or _of_name(phrase)):
            return found[:1]
    return []


def _state(mention: Mention) -> Mention:
    """The country whose government a mention is, else the mention."""
    found = _named_in(mention.name) if mention.type is MentionType.ORGANISATION and "government" in mention.name.lower() else []
    return found[0] if len(found) == 1 else mention


def _of_name(phrase: Phrase) -> list[Mention]:
    """The country in a body's name ("the Ecuadorian Government")."""
    return _named_in(phrase.text)


def _named_in(text: str) -> list[Mention]:
    found = [f for f in find_places(text) if f.type.value == "country"]
    return [Mention(f.text, country_name(f.id) or f.name, f.id, MentionType.COUNTRY) for f in found]


def of_opened(post: Title, sentence: Sentence, reading: Reading) -> Title:
    """An envoy of whom nothing else is said, with the sender of the mission that the same sentence tells of."""
    last = reading.memory.get("mission.last")
    if post.of or post.to or not diplomat(post) or not isinstance(last, Draft) or not sentence.start <= last.start < sentence.end:
        return post
    return between(post, reading, *of_mission(sentence, reading))


def of_mission(sentence: Sentence, reading: Reading) -> tuple[list[Mention], list[Mention]]:
    """(sender, country it is in) of the mission that a sentence tells of; else of the place and the page's countries."""
    pair = reading.pair()
    last = reading.memory.get("mission.last")
    sent: list[Mention] = []
    if isinstance(last, Draft) and sentence.start <= last.start < sentence.end:
        sent = [m for m in last.roles["sender"] if isinstance(m, Mention)]
    if not sent:
        home = next((s.country for s in sentence.spans if s.type is SpanType.CITY and s.country in {m.id for m in pair}), None)
        sent = [m for m in pair if home is not None and m.id != home] if len(pair) == 2 else []
    return sent, _rest(sent, reading)


def national(post: Title, reading: Reading) -> Title:
    """A title that one state alone gives so belongs to it, where the page is about that state."""
    if post.of:
        return post
    states = wordlists("office")["american"]
    found = [m for m in reading.pair() if m.id == "US"] if post.position.lower().removeprefix("acting ") in states else []
    return replace(post, of=tuple(found))


def _countries(found: Sequence[Mention]) -> list[Mention]:
    return [m for m in found if m.type is MentionType.COUNTRY]


def _rest(known: Sequence[Mention], reading: Reading) -> list[Mention]:
    """The other of the two countries, where one is known."""
    pair = reading.pair()
    ids = {m.id for m in known}
    others = [m for m in pair if m.id not in ids]
    return others if len(pair) == 2 and len(others) == 1 else []


def agent_country(clause: Clause | None, reading: Reading) -> list[Mention]:
    """The country that does what a clause says."""
    agent: Phrase | None = clause.agent if clause is not None else None
    return reading.mentions(agent, ("country",))[:1] if agent is not None else []


def of_subject(post: Title, phrase: Phrase, holder: Mention, sentence: Sentence, reading: Reading) -> Title:
    """A head of state or government of no named country, with the country for which he acts ("A recognized B when President X announced it")."""
    words = wordlists("office")
    if post.of or post.position.lower() not in words["heads"]:
        return post
    codes = reading.memory.get("homes", {})
    acting = phrase.clause
    known = [m for m in reading.pair() if m.id == codes.get(holder.id)]
    if not known and acting is not None and acting.agent is phrase and acting.lemma in words["announcing"]:
        first = next((c for c in sentence.clauses if c.form == "finite"), None)
        if first is not None and first is not acting and first.lemma in words["recognising"]:
            known = [m for m in agent_country(first, reading) if m.id in {p.id for p in reading.pair()}]
    return replace(post, of=tuple(known))
