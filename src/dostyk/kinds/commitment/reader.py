"""Reads commitments: who plans, pledges or targets what, by when, and how much."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.commitment.contents import checkable, content_end, draft_of, money
from dostyk.kinds.commitment.words import words
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality
from dostyk.values.names import find_places

FIRST = ("we", "i")
NAMING = ("country", "organisation", "person", "region", "city", "delegation", "name")


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each thing that somebody commits to."""
    for clause in sentence.clauses:
        if clause.modality is Modality.NEGATED:
            continue
        if clause.form == "infinitive" and (governor := _intender(sentence, clause)) is not None:
            yield from _intended(sentence, clause, governor, reading)
        elif (noun := _of_noun(sentence, clause)) is not None:
            yield from _nominal(sentence, clause, noun, reading)
        elif clause.form == "finite" and clause.modality is Modality.PLANNED:
            yield from _will(sentence, clause, reading)
        elif clause.form == "finite" and clause.lemma in words("funding") | {"plan"} and clause.patient is not None:
            yield from _pledged(sentence, clause, reading)
        elif clause.form == "finite" and clause.lemma in words("strong") | words("weak"):
            yield from _misread(sentence, clause, reading)
    yield from _goals(sentence, reading)


def _intender(sentence: Sentence, clause: Clause) -> Clause | None:
    """The clause of intention that an infinitive hangs on, over others joined to it ("agreed to keep … and to send …")."""
    intending = words("strong") | words("weak")
    governor = clause.governor
    if (
        governor is not None
        and clause.verb >= 2
        and sentence.tokens[clause.verb - 2].low in ("plans", "aims", "seeks", "hopes", "intends")
        and governor.agent is not None
    ):
        return governor
    if governor is None or governor.lemma not in intending:
        before = sentence.tokens[clause.verb - 2].low if clause.verb >= 2 else ""
        earlier = [c for c in sentence.clauses if c.verb < clause.verb and c.lemma in intending and c.form == "finite"]
        governor = earlier[-1] if earlier and before in ("and", ",") else None
    return governor if governor is not None and governor.modality is not Modality.NEGATED else None


def _of_noun(sentence: Sentence, clause: Clause) -> Clause | None:
    """The clause whose noun of intention this one hangs on ("announced its intention to resume", "set a target of raising")."""
    if clause.form not in ("infinitive", "gerund") or clause.verb < 2:
        return None
    before = sentence.tokens[clause.verb - 2].low
    joint = sentence.tokens[clause.verb - 1].low
    if before not in words("nouns") or joint != ("to" if clause.form == "infinitive" else "of"):
        return None
    return next((c for c in reversed(sentence.clauses) if c.verb < clause.verb and c.form == "finite" and c.agent is not None), None)


def _nominal(sentence: Sentence, clause: Clause, governor: Clause, reading: Reading) -> Iterator[Draft]:
    """Read what a noun of intention is of."""
    start, end = sentence.tokens[clause.verb].start, content_end(sentence, clause)
    actors = _meant(sentence, clause, _subject(governor), reading)
    if actors and governor.modality is not Modality.NEGATED and checkable(sentence, clause, start, end, True):
        yield draft_of(sentence, _subject(governor), (start, end), actors)


def _actors(phrase: Phrase | None, reading: Reading) -> list[Mention]:
    """Who commits himself: named, resolved, or the speaker's side or city."""
    if phrase is None:
        return []
    if phrase.lemma.lower() in FIRST:
        own = reading.here() or reading.side()
        return [own] if own is not None else []
    if phrase.determiner in ("his", "her") and phrase.lemma in ("country", "government", "side", "nation"):
        return []
    found = [m for member in phrase.members() for m in _named(member, reading)]
    if not found and phrase.lemma in words("actors"):
        found = [m for member in phrase.members() for m in (reading.countries(member) or reading.mentions(member))]
    return [Mention(m.text, m.name, m.id, MentionType.ORGANISATION) if m.type is MentionType.OTHER else m for m in found]


def _named(member: Phrase, reading: Reading) -> list[Mention]:
    """The mentions of one actor; a name with common words before it ("flag carrier Air X") counts as the name."""
    span = member.span
    if (
        span is not None
        and span.type in (SpanType.NAME, SpanType.ORGANISATION)
        and member.modifiers
        and all(t.text.islower() or t is member.modifiers[0] for t in member.modifiers)
    ):
        return reading.mentions(span)
    return reading.mentions(member, NAMING)


def _meant(sentence: Sentence, clause: Clause, subject: Phrase | None, reading: Reading) -> list[Mention]:
    """Who is meant by the subject of a clause: "they" are those plural before in the sentence, "her country" is the one not acted on."""
    if subject is None:
        return []
    if subject.lemma.lower() == "it":
        said = next((c for c in reversed(sentence.clauses) if c.verb < clause.verb and c.agent is not None and c.agent.lemma.lower() != "it"), None)
        if said is not None and said.agent is not None and (found := _actors(said.agent, reading)):
            return found
    if subject.lemma.lower() == "they":
        for other in reversed(sentence.clauses):
            agent = other.agent
            if other.verb < clause.verb and agent is not None and agent.lemma.lower() != "they" and sentence.tokens[agent.head].tag == "NNS":
                return [Mention(m.text, m.name, m.id, MentionType.ORGANISATION) for m in reading.mentions(agent)]
    if subject.determiner in ("his", "her") and subject.lemma in ("country", "government", "side", "nation"):
        content = sentence.text[clause.start - sentence.start : content_end(sentence, clause) - sentence.start]
        acted = {found.id for found in find_places(content)}
        left = [m for m in reading.pair() if m.id not in acted]
        return left if len(left) == 1 else []
    return _actors(subject, reading)


def _subject(clause: Clause) -> Phrase | None:
    return clause.patient if clause.passive and clause.agent is None else clause.agent


def _intended(sentence: Sentence, clause: Clause, governor: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "plans to open", "agreed to keep granting 200 scholarships"."""
    subject = _subject(governor)
    end = content_end(sentence, clause)
    start = sentence.tokens[clause.verb].start
    kept = _doing(sentence, clause)
    if kept is None or not checkable(sentence, kept, start, end, governor.lemma in words("weak")):
        return
    actors = _meant(sentence, clause, subject, reading)
    if actors:
        yield draft_of(sentence, subject, (start, end), actors)


def _doing(sentence: Sentence, clause: Clause) -> Clause | None:
    """The clause that says what is done: "keep granting" is granting."""
    if clause.lemma not in ("keep", "continue", "start", "begin", "go"):
        return clause
    return next((c for c in sentence.clauses if clause.verb < c.verb <= clause.verb + 2 and c.form == "gerund"), clause)


def _will(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "will raise trade to 5 billion by 2030", "would sue X before the Court", "are going to fly"."""
    start = sentence.tokens[clause.verb].start
    end = content_end(sentence, clause)
    if clause.passive or clause.lemma in words("other") | words("vague") or not checkable(sentence, clause, start, end, True):
        return
    subject = _flagged(sentence, clause) or clause.agent
    actors = [
        m
        for m in _meant(sentence, clause, subject, reading)
        if m.type in (MentionType.COUNTRY, MentionType.ORGANISATION, MentionType.CITY, MentionType.REGION, MentionType.PERSON)
    ]
    if actors and not (
        subject is not None
        and subject.quantity is not None
        and subject.quantity.bare
        and subject.lemma not in words("actors")
        and not subject.lemma.endswith("s")
    ):
        yield draft_of(sentence, subject, (start, end), actors)


def _flagged(sentence: Sentence, clause: Clause) -> Phrase | None:
    """The subject before a relative clause in commas ("X, in which Y owns a stake, will …")."""
    first = sentence.tokens[clause.verb - 2] if clause.verb >= 2 else None
    if first is None or first.text != ",":
        return None
    opening = next((i for i, t in enumerate(sentence.tokens) if t.text == "," and i < clause.verb - 2), None)
    if opening is None:
        return None
    return next((p for p in sentence.phrases if p.last == opening - 1 and not p.preposition), None)


def _pledged(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "pledged 5 billion yen", "plan 11 weekly flights"."""
    patient = clause.patient
    assert patient is not None
    if clause.lemma == "commit" and any(d.relation in ("since", "from_start") or d.edtf and "/" in d.edtf for d in sentence.dates):
        return  # told as spent over a period
    counted = patient.quantity is not None and not clause.passive and clause.lemma in words("strong")
    if money(sentence, patient.start, clause.end) is None and not counted:
        return
    start = patient.start if counted and clause.lemma == "plan" else sentence.tokens[clause.verb].start
    actors = _meant(sentence, clause, _subject(clause), reading)
    if actors:
        yield draft_of(sentence, clause.agent, (start, content_end(sentence, clause)), actors)


def _misread(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "aim to triple trade to 3 billion", whose second verb was taken for an adjective."""
    for phrase in clause.obliques:
        first = sentence.tokens[phrase.first]
        if phrase.preposition == "to" and phrase.first == clause.verb + 2 and first.low in words("measured"):
            end = content_end(sentence, clause)
            actors = _actors(clause.agent, reading)
            if actors and any(first.start <= q.start < end for q in sentence.quantities):
                yield draft_of(sentence, clause.agent, (first.start, end), actors)


def _doing_word(word: str) -> bool:
    """Whether a word that was taken for a noun is the -ing form of a verb of measured change ("raising")."""
    stem = word[:-3]
    return word.endswith("ing") and bool({stem, stem + "e", stem[:-1]} & words("measured"))


def _goals(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Read "the target of 2 billion dollars by 2027": whose it is stands in "our", "its", in front, or as who set it."""
    for phrase in everything(sentence):
        if phrase.lemma not in words("goals") or not phrase.complements or phrase.complements[0].preposition != "of":
            continue
        figure = phrase.complements[0]
        if phrase.clause is not None and _doing_word(sentence.tokens[figure.first].low):
            start, end = figure.start, content_end(sentence, phrase.clause)
            actors = _meant(sentence, phrase.clause, _subject(phrase.clause), reading)
            if actors and any(start <= q.start < end for q in sentence.quantities):
                yield draft_of(sentence, _subject(phrase.clause), (start, end), actors)
            continue
        quantity = next((q for q in sentence.quantities if figure.start <= q.start < figure.end), None)
        if quantity is None or quantity.unit in ("%", "a", "d", "mo"):
            continue
        clause = phrase.clause
        actors = reading.countries(phrase)
        if not actors and clause is not None and clause.agent is not None and clause.agent is not phrase:
            actors = reading.pair() if clause.agent.lemma.lower() == "we" else _actors(clause.agent, reading)
        if not actors:
            actors = [m for m in [reading.side()] if m is not None] or reading.pair()[:1]
        end = figure.end
        for date in sentence.dates:
            if date.edtf and 0 <= date.lead - end <= 2:
                end = date.end
        if actors:
            yield draft_of(sentence, phrase, (phrase.start, end), actors)
