"""Reads events: what took place, where, when, who held it and who took part."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.acting import Acts, acts_of
from dostyk.kinds.event.courses import courses
from dostyk.kinds.event.gifts import gifts
from dostyk.kinds.event.lines import line, rounds, works
from dostyk.kinds.event.names import Called, called, name_of
from dostyk.kinds.event.occasions import AROUND, HELD, JOINED, Occasion, occasion
from dostyk.kinds.event.roles import organisers, participants, places
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Phrase, Sentence
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.statement import Modality


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each event that a sentence says takes place or is taken part in."""
    acts = acts_of(sentence, reading.memory)
    for phrase in acts.phrases:
        how = called(sentence, phrase)
        if how is Called.NOT or _outer(sentence, phrase):
            continue
        told = occasion(acts, phrase, how)
        if told is not None and _rounds_off(sentence, told):
            continue
        if told is not None:
            draft = _draft(acts, phrase, told, how, reading)
        else:
            draft = line(acts, phrase, how, reading)
        if draft is not None:
            yield draft
    yield from works(acts, reading)
    yield from courses(acts, reading)
    yield from rounds(acts)
    yield from gifts(acts, reading)


def _rounds_off(sentence: Sentence, told: Occasion) -> bool:
    """Whether an anniversary is only what another event is held for ("the Days of Culture mark the 25th anniversary of …")."""
    agent = told.clause.agent
    if told.how != HELD or told.clause.lemma not in wordlists("event")["dedicating"] or told.clause.passive or agent is None:
        return False
    return agent.lemma in wordlists("event")["whole"] or agent.lemma in ("action", "trip") or called(sentence, agent) is not Called.NOT


def _outer(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase only opens or rounds off another event, which is told for itself ("opening ceremony of the X Week")."""
    if phrase.lemma not in ("ceremony", "opening", "session", "edition", "series"):
        return False
    inner = [m for c in phrase.complements if c.preposition in ("of", "for") for m in c.members()]
    if any(called(sentence, m) is Called.NAMED for m in inner):
        return phrase.lemma != "session"
    return (
        phrase.lemma == "ceremony"
        and not phrase.complements
        and all(t.low in ("opening", "closing", "official", "grand", "inauguration", "solemn", "signing") for t in phrase.modifiers)
    )


def _draft(acts: Acts, phrase: Phrase, told: Occasion, how: Called, reading: Reading) -> Draft | None:
    sentence, clause = acts.sentence, told.clause
    found = places(acts, phrase, told, reading)
    dated = any(d.edtf and not d.vague for d in sentence.dates)
    if not _telling(phrase, how, told, bool(found), dated):
        return None
    name, start, end = name_of(sentence, phrase, reading)
    roles: dict[str, list[Filler]] = {"event": [thing(name)]}
    hosts = organisers(acts, phrase, told, reading) if told.act.slot != "with" else []
    if told.how == HELD and clause.lemma in ("host", "hold", "have", "see", "welcome"):
        seats = [m for m in hosts if m.type.value in ("city", "region")]
        found = list({m.id: m for m in [*seats, *found]}.values())
        hosts = [m for m in hosts if m not in seats]
    if found:
        roles["place"] = list(found)
    if hosts:
        roles["organiser"] = list(hosts)
    joined = participants(acts, phrase, told, reading)
    if joined:
        roles["participant"] = list(joined)
    verb = sentence.tokens[clause.verb]
    confidence = {HELD: 0.75, JOINED: 0.75, AROUND: 0.6}[told.how] - (0.1 if how is Called.BARE else 0.0)
    anchor = verb.start if told.how != AROUND or told.modality is Modality.NEGATED else start
    return Draft(
        "Event",
        min(start, verb.start),
        max(end, verb.end),
        roles,
        {},
        "",
        told.modality,
        rule=f"event.{told.how}",
        confidence=confidence,
        anchor=anchor,
    )


def _telling(phrase: Phrase, how: Called, told: Occasion, placed: bool, dated: bool) -> bool:
    """Whether enough is said to know the event again: a name; a description with place or date; a bare word with both."""
    if how is Called.NAMED:
        return not (told.how == AROUND and told.modality in (Modality.NEGATED, Modality.POSSIBLE))
    plural = (
        phrase.lemma not in (phrase.text.split()[-1].lower(),)
        and phrase.text.lower().endswith("s")
        and not phrase.complements
        and phrase.lemma not in wordlists("event")["calendar"]
    )
    if phrase.lemma == "ceremony" and phrase.complements and dated and told.how == HELD:
        return True
    if plural or how is Called.BARE:
        return placed and (dated or told.modality is Modality.NEGATED) and phrase.determiner != "the"
    return (placed or dated) and told.how != AROUND
