"""Reads twinnings from prose, lists and tables of sister cities."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.twinning.cues import HEADS, TIES, cities_before, context_of, is_tie, is_twin, places_of, twin_words
from dostyk.kinds.twinning.listed import listed_with
from dostyk.kinds.twinning.names import by_names, gapped
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each pair of twinned places."""
    for made in list(_all(sentence, reading)) or by_names(sentence, reading):
        reading.memory["members"] = (sentence.paragraph, list(made.roles["member"]))
        yield made


def _all(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    under = twin_words(sentence.heading) or (reading.here() is not None and "partner" in sentence.heading.lower())
    if sentence.form in ("row", "item") and under and not any(c.form == "finite" for c in sentence.clauses):
        yield from listed_with(sentence, reading)
        return
    for phrase in everything(sentence):
        if is_twin(phrase) and phrase.first >= 2 and sentence.tokens[phrase.first - 1].text in (",", "–", "("):  # noqa: RUF001
            before = [p for p in sentence.phrases if p.members()[-1].last == phrase.first - 2]
            pair = places_of(before[0], reading) if before else []
            if len(pair) == 2:
                yield _pair(sentence, pair[0], pair[1], phrase)
                continue
        if is_twin(phrase) or is_tie(phrase):
            yield from _of_noun(sentence, phrase, phrase.clause, reading)
    for clause in sentence.clauses:
        if clause.lemma in ("be", "become") and clause.predicate is not None and clause.predicate.lemma == "partner" and clause.predicate.complements:
            own = [f for f in places_of(clause.agent, reading) if f[1].type is not MentionType.COUNTRY]
            for one in places_of(clause.predicate.complements[0], reading) if own else []:
                yield _pair(sentence, own[0], one, clause.predicate)
            yield from gapped(sentence, clause.verb, reading) if own else ()
        elif clause.lemma == "join" and clause.patient is not None and any(is_twin(c) for c in clause.patient.complements):
            for one in places_of(clause.agent, reading):
                for prior in context_of(sentence, clause.patient, clause, reading):
                    if prior[1].id != one[1].id:
                        yield _pair(sentence, prior, one, clause.patient)
        if clause.lemma == "twin":
            yield from _of_verb(sentence, clause, reading)
        elif (
            clause.lemma == "establish"
            and clause.patient is not None
            and clause.patient.lemma in TIES
            and not is_tie(clause.patient)
            and any(t.low == "friendly" for t in clause.patient.modifiers)
        ):
            yield from _of_noun(sentence, clause.patient, clause, reading)


def _of_noun(sentence: Sentence, phrase: Phrase, clause: Clause | None, reading: Reading) -> Iterator[Draft]:
    between: list[tuple[Phrase, Mention]] = []
    partners: list[tuple[Phrase, Mention]] = []
    for complement in [
        *phrase.complements,
        *[p for p in sentence.phrases if p.first > phrase.head and p.preposition in ("between", "with", "of", "to")],
    ]:
        if complement.preposition == "between":
            between += places_of(complement, reading)
        elif complement.preposition in ("with", "of", "to"):
            partners += places_of(complement, reading)
    own: list[tuple[Phrase, Mention]] = []
    if phrase.possessor is not None:
        partners += places_of(phrase.possessor, reading)
    if clause is not None and clause.lemma in ("include", "be") and clause.agent is phrase:
        listed = places_of(clause.patient, reading) + places_of(clause.predicate, reading)
        left = (
            places_of(phrase.possessor, reading)
            or [f for c in phrase.complements if c.preposition == "of" for f in places_of(c, reading)]
            or context_of(sentence, phrase, clause, reading)
        )
        for one in listed if left else []:
            yield _pair(sentence, left[0], one, phrase, one[0].end)
        return
    if clause is not None:
        for slot in (clause.agent, clause.patient):
            if slot is not None and slot is not phrase:
                own += places_of(slot, reading)
    if len(own) == 1 and not partners and len(between) < 2 and "pair" in sentence.text:
        own = cities_before(sentence, phrase, reading) or own
    if len(between) >= 2:
        yield _pair(sentence, between[0], between[1], phrase)
        return
    if len(own) == 2 and not partners and (phrase.text.lower().endswith("s") or "pair" in sentence.text):
        yield _pair(sentence, own[0], own[1], phrase)
        return
    cities = [f for f in own if f[1].type is MentionType.CITY]
    if len(cities) > 1 and len(cities) == len(own) and len({p[1].id for p in partners}) == 1 and phrase.text.lower().endswith("s"):
        yield from (_pair(sentence, one, partners[0], phrase) for one in cities if one[1].id != partners[0][1].id)
        return
    left = own[:1] or context_of(sentence, phrase, clause, reading)
    if phrase.determiner in ("the", "its", "their", "our") and not partners and not own:
        return
    for partner in partners if left else []:
        if partner[1].id != left[0][1].id:
            yield _pair(sentence, left[0], partner, phrase)
    if not partners and own and left and len(own) == 1 and phrase.lemma in HEADS:
        for prior in context_of(sentence, phrase, clause, reading):
            if prior[1].id != own[0][1].id:
                yield _pair(sentence, prior, own[0], phrase)


def _of_verb(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "A is twinned with B and C", "A and B were twinned"."""
    own = places_of(clause.patient or clause.agent, reading)
    partners = [found for o in clause.obliques if o.preposition in ("with", "to") for found in places_of(o, reading)]
    if not own and (here := reading.here()) is not None and clause.patient is not None:
        own = [(clause.patient, here)]
    anchor = clause.patient or clause.agent
    if anchor is None:
        return
    if own and partners:
        for partner in partners:
            yield _pair(sentence, own[0], partner, anchor)
    elif len(own) == 2:
        yield _pair(sentence, own[0], own[1], anchor)


def _pair(sentence: Sentence, one: tuple[Phrase, Mention], other: tuple[Phrase, Mention], phrase: Phrase, only: int = 0) -> Draft:
    points = [p for p in (one[0], other[0], phrase) if sentence.start <= p.start < sentence.end]
    start, end = min(p.start for p in points), max(p.end for p in points)
    roles: dict[str, list[Filler]] = {"member": [one[1], other[1]]}
    modality = phrase.clause.modality if phrase.clause is not None else None
    made = Draft(
        "Twinning",
        start,
        end,
        roles,
        {},
        "",
        rule="twinning",
        confidence=0.85,
        anchor=max(one[0].start, other[0].start) if sentence.start <= one[0].start < sentence.end else phrase.start,
    )
    if modality is not None:
        made.modality = modality
    if only:
        bracket = [d for d in sentence.dates if d.edtf and 0 <= d.lead - only <= 3]
        made.time = bracket[0].edtf if bracket else None
    return made
