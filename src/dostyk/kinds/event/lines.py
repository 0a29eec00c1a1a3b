"""Reads events from lines without a verb (lists, captions, chronologies), and shown films and plays."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.acting import DASHES, Acts
from dostyk.kinds.event.names import Called, name_of, quoted
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import starts_cell, title_of, wordlists
from dostyk.model.analysis import PLACES, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality
from dostyk.values.dates.headings import read_heading_date


def line(acts: Acts, phrase: Phrase, how: Called, reading: Reading) -> Draft | None:
    """The event of an item, caption or table row: it opens the line or cell, and a date stands in the line or its heading."""
    sentence = acts.sentence
    if not acts.bare() or not (starts_cell(sentence, phrase) or _opened(sentence, phrase) or (how is Called.NAMED and _at(sentence, phrase))):
        return None
    time = "" if any(d.edtf and not d.vague for d in sentence.dates) else _headed(sentence)
    found = _places(acts, phrase, reading)
    enough = how is Called.NAMED or bool(found) or (how is Called.DESCRIBED and sentence.form in ("item", "row"))
    if time is None or not enough or phrase.lemma in ("convention", "programme", "program"):
        return None
    name, start, end = name_of(sentence, phrase, reading)
    roles: dict[str, list[Filler]] = {"event": [thing(name)]}
    if found:
        roles["place"] = list(found)
    return Draft("Event", start, end, roles, {}, time, _modality(sentence), rule="event.line", confidence=0.6, anchor=start)


def rounds(acts: Acts) -> Iterator[Draft]:
    """Read a line that gives a day or month to so many years of something ("June 2022 – 30 years of diplomatic relations")."""
    sentence = acts.sentence
    if not acts.bare() or not any(d.edtf for d in sentence.dates):
        return
    for date in sentence.dates:
        if date.duration is None or "year" not in date.text or sentence.text[: date.start - sentence.start].rstrip()[-1:] not in (*DASHES, ":"):
            continue
        for phrase in sentence.phrases:
            if phrase.preposition == "of" and 0 < phrase.start - date.end <= 8 and phrase.lemma in wordlists("event")["lasting"]:
                name = sentence.text[date.start - sentence.start : phrase.end - sentence.start]
                yield Draft(
                    "Event", date.start, phrase.end, {"event": [thing(name)]}, {}, "", rule="event.line", confidence=0.55, anchor=sentence.start
                )


def _modality(sentence: Sentence) -> Modality:
    """What a line says in a word: cancelled, postponed, planned."""
    low = {t.low for t in sentence.tokens}
    if low & {"cancelled", "canceled"}:
        return Modality.NEGATED
    return Modality.PLANNED if low & {"postponed", "planned", "scheduled", "upcoming"} else Modality.ACTUAL


def _at(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a caption or line says that somebody was at the event ("Students at the X Olympiad, 9 October 2018")."""
    return (
        phrase.preposition in ("at", "during")
        or phrase.preposition in ("in", "to", "for")
        and any(t.low in ("participation", "visit", "delegation", "attendance", "stand", "pavilion", "trip") for t in sentence.tokens[: phrase.first])
    )


def _opened(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a line begins "Opening of the …", "Participation in the …"."""
    at = phrase.first - 1
    while at >= 0 and sentence.tokens[at].low in ("of", "the", "in", "at", "a", "an", "to"):
        at -= 1
    if at < 0 or at == phrase.first - 1 or sentence.tokens[at].low not in wordlists("event")["opening"] | {"participation", "visit", "attendance"}:
        return False
    return all(t.span is not None or not t.tag.startswith("V") for t in sentence.tokens[:at]) and at <= 4


def _headed(sentence: Sentence) -> str | None:
    """The date of the nearest dated heading, None where there is none."""
    return next((date for part in reversed(sentence.heading.split(" / ")) if (date := read_heading_date(part))), None)


def _places(acts: Acts, phrase: Phrase, reading: Reading) -> list[Mention]:
    """Where: behind "in" or "at", or a place that stands for itself in the line ("…, Tartu, 4 October")."""
    found: list[Mention] = []
    for other in acts.phrases:
        if other.start < phrase.end and other.end > phrase.start and other.preposition not in ("in", "at"):
            continue
        kinds = (*PLACES, SpanType.ORGANISATION) if other.start >= phrase.end else PLACES
        alone = not other.preposition and other.first == other.last and other.span is not None and other.span.type in kinds and not other.span.demonym
        if alone or other.preposition in ("in", "at"):
            found += reading.mentions(other, ("place", "organisation"))
    return list({m.id: m for m in found}.values())


def works(acts: Acts, reading: Reading) -> Iterator[Draft]:
    """Read films, plays and operas that are shown somewhere ("the documentary “X” was screened in Y")."""
    lists, sentence = wordlists("event"), acts.sentence
    for phrase in acts.phrases:
        worded = phrase.lemma in lists["works"] or (
            phrase.span is not None and phrase.span.type is SpanType.QUOTE and bool(phrase.modifiers) and phrase.modifiers[-1].low in lists["works"]
        )
        if not worded or not quoted(sentence, phrase):
            continue
        for act in acts.of(phrase):
            clause = act.clause
            if clause.lemma not in lists["showing"] or act.slot != "patient" or act.holder is not None:
                continue
            found = [
                m
                for o in clause.obliques
                if o.preposition in ("in", "at")
                for member in o.members()
                for m in reading.mentions(member, ("place", "organisation"))
            ]
            if not found:
                continue
            name, end = title_of(sentence, phrase)
            roles: dict[str, list[Filler]] = {"event": [thing(name)], "place": list(dict.fromkeys(found))}
            agents = [m for member in (clause.agent.members() if clause.agent is not None else []) for m in reading.mentions(member)]
            if agents:
                roles["participant" if clause.lemma == "perform" else "organiser"] = list(agents)
            verb = sentence.tokens[clause.verb]
            yield Draft(
                "Event",
                min(phrase.start, verb.start),
                max(end, verb.end),
                roles,
                {},
                "",
                clause.modality,
                rule="event.work",
                confidence=0.65,
                anchor=verb.start,
            )
            break
