"""Reads formal relations where frames do not reach: labels, verbs that share a subject, levels, partners, quoted partnerships."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dostyk.kinds.relations.partnerships import made_draft, partnerships_in, states_of
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

SORTS = {"diplomatic": "diplomatic relations", "consular": "consular relations"}
ENDINGS = {"made": "", "resumed": " resumed", "severed": " severed", "lowered": " downgraded"}


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each formal relation that a label, a further verb or a partnership's name tells."""
    words = wordlists("relations")
    at = _named(sentence, words)
    if at is not None and not any(c.form == "finite" for c in sentence.clauses):
        labelled = list(_label(sentence, at, reading, words))
        yield from labelled or _established(sentence, at, reading, words)
    elif at is not None:
        yield from _established(sentence, at, reading, words)
    if at is not None:
        yield from _headline(sentence, at, reading, words)
    yield from _recognition(sentence, reading, words)
    for clause in sentence.clauses:
        yield from _clause(sentence, clause, at, reading, words)
    yield from partnerships_in(sentence, reading, words)
    if at is not None:
        reading.memory["relations"] = (sentence.paragraph, SORTS[sentence.tokens[at].low], states_of(sentence, reading))


def _named(sentence: Sentence, words: Mapping[str, frozenset[str]]) -> int | None:
    """The index of "diplomatic" or "consular" before "relations"."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 1):
        if tokens[at].low in SORTS and any(t.low in words["relations"] for t in tokens[at + 1 : at + 4]):
            return at
    return None


def _recognition(sentence: Sentence, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Read "mutual recognition between A and B occurred in 1850", "Mutual recognition, 1850"."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.low == "recognition"), None)
    if at is None or not any(d.edtf for d in sentence.dates):
        return
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    verb = next((c for c in sentence.clauses if c.form == "finite" and c.verb > at), None)
    first = at - 1 if at and tokens[at - 1].low == "mutual" else at
    if behind is not None and behind.low == "between" and verb is not None and verb.lemma in words["happened"]:
        found: dict[str, Mention] = {}
        for token in tokens[at : verb.verb]:
            if token.span is not None and token.span.type is SpanType.COUNTRY:
                found.update({m.id: m for m in reading.mentions(token.span)})
        if len(found) == 2:
            yield made_draft(sentence, list(found.values()), "recognition", tokens[first].start, tokens[verb.verb].end, verb.modality)
    elif at == 1 and tokens[0].low == "mutual" and behind is not None and behind.text in (",", ":") and len(reading.pair()) == 2:
        dated = next((d for d in sentence.dates if 0 < d.start - behind.end <= 2), None)
        if dated is not None and not sentence.clauses:
            yield made_draft(sentence, reading.pair(), "recognition", tokens[0].start, dated.end, Modality.ACTUAL)


def _label(sentence: Sentence, at: int, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Read "Diplomatic relations: 5 May 1971", "Establishment of diplomatic relations | 1971", "Diplomatic relations since 1971"."""
    dates = [d for d in sentence.dates if d.edtf and not d.vague and d.start > sentence.tokens[at].start]
    before = [t.lemma for t in sentence.tokens[:at] if not isinstance(t.span, DateMark)]
    if not dates and sentence.form in ("row", "item"):
        dates = [d for d in sentence.dates if d.edtf and not d.vague]
    close = bool(dates) and dates[0].start - sentence.tokens[at].end < 60 and len(before) <= 6
    titled = not before or before[-1] == "of" and bool(set(before) & words["noun"]) or before[-1] in (":", "|", "-", "–", "(", ".")  # noqa: RUF001
    bracket = next((i for i in range(at + 1, min(at + 4, len(sentence.tokens) - 1)) if sentence.tokens[i].text == "("), None)
    titled = titled or bracket is not None and sentence.tokens[bracket + 1].lemma in words["made"]
    states = states_of(sentence, reading)
    if not close or not titled or len(states) != 2 or any(t.lemma == "anniversary" for t in sentence.tokens):
        return
    ending = _ending([t.lemma for t in sentence.tokens], words)
    yield made_draft(
        sentence,
        states,
        SORTS[sentence.tokens[at].low] + ending,
        sentence.tokens[at].start,
        max(dates[0].end, sentence.tokens[at].end),
        Modality.ACTUAL,
    )


def _headline(sentence: Sentence, at: int, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Read a headline's verb that looks like a plural noun: "Peru severs diplomatic relations"."""
    tokens = sentence.tokens
    if at < 2 or any(c.verb == at - 1 for c in sentence.clauses) or not tokens[at - 1].low.endswith("s"):
        return
    who = tokens[at - 2].span
    stem = tokens[at - 1].low.removesuffix("s")
    name = next((name for name in ("resumed", "severed", "lowered") if stem in words[name]), None)
    states = states_of(sentence, reading)
    if name is not None and who is not None and who.type is SpanType.COUNTRY and not who.demonym and len(states) == 2:
        yield made_draft(sentence, states, SORTS[tokens[at].low] + ENDINGS[name], who.start, tokens[at + 1].end, Modality.ACTUAL)


def _established(sentence: Sentence, at: int, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Read "the establishment of diplomatic relations between A and B in 1992": the date stands right behind; no anniversary's."""
    before = [t.lemma for t in sentence.tokens[max(0, at - 6) : at]]
    if any(t.lemma in ("anniversary", "jubilee") or t.low.startswith("anniversar") for t in sentence.tokens[max(0, at - 10) : at]):
        return
    if not set(before) & words["noun"] or "of" not in before[-2:] and "the" not in before[-1:] and before[-1:] != ["full"]:
        return
    verbs = {c.verb for c in sentence.clauses if c.form == "finite"}
    stop = next((i for i in range(at, len(sentence.tokens)) if i in verbs or sentence.tokens[i].text in (",", ";", ".")), len(sentence.tokens))
    date = next((t.span for t in sentence.tokens[at:stop] if isinstance(t.span, DateMark) and t.span.edtf), None)
    subject = stop in verbs and next(
        (c for c in sentence.clauses if c.verb == stop and c.lemma in ("take", "occur", "happen", "follow", "date", "be", "come")), None
    )
    if date is None and subject and not any("anniversary" in t.low for t in sentence.tokens):
        date = next((d for d in sentence.dates if d.edtf and d.start > sentence.tokens[stop].start), None)
    states = states_of(sentence, reading)
    if date is None or len(states) != 2:
        return
    start = next(t.start for t in sentence.tokens[max(0, at - 6) : at] if t.lemma in words["noun"])
    made = made_draft(sentence, states, SORTS[sentence.tokens[at].low] + _ending(before, words), start, date.end, Modality.ACTUAL)
    made.time = date.edtf
    yield made


def _ending(lemmas: list[str], words: Mapping[str, frozenset[str]]) -> str:
    for name in ("resumed", "severed", "lowered"):
        if (
            any(lemma in words[name] for lemma in lemmas)
            or (name == "severed" and not words["severing"].isdisjoint(lemmas))
            or (name == "resumed" and not words["resuming"].isdisjoint(lemmas))
        ):
            return ENDINGS[name]
    return ""


def _clause(sentence: Sentence, clause: Clause, at: int | None, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """What a verb does with relations named before it: "… and were severed in 1987", "restored them in 2003", "raised to embassy level"."""
    kind = next((name for name in ("made", "resumed", "severed", "lowered", "raised") if clause.lemma in words[name]), None)
    if clause.lemma in ("recognise", "recognize"):
        yield from _recognised(sentence, clause, reading, words)
    if at is not None and clause.lemma in words["linked"] and clause.verb < at <= clause.verb + 5 and any(d.edtf for d in sentence.dates):
        states = states_of(sentence, reading)
        if len(states) == 2:
            verb = sentence.tokens[clause.verb]
            yield made_draft(sentence, states, SORTS[sentence.tokens[at].low], verb.start, sentence.tokens[at + 1].end, clause.modality)
    if kind is None:
        return
    subject = clause.patient if clause.passive else clause.patient or clause.agent
    known = reading.memory.get("relations")
    if at is not None and 0 < clause.verb - at <= 4 and sentence.tokens[clause.verb - 1].text == "(":
        states = states_of(sentence, reading)
        if len(states) == 2:
            yield made_draft(
                sentence,
                states,
                SORTS[sentence.tokens[at].low] + ENDINGS[kind],
                sentence.tokens[at].start,
                sentence.tokens[clause.verb].end,
                Modality.ACTUAL,
            )
        return
    told = at is not None and subject is not None and subject.first <= at + 2 and subject.last >= at and subject.last < clause.verb
    told = told or at is not None and _right_before(sentence, at, clause)
    pronoun = (
        subject is not None
        and subject.lemma in ("they", "them", "it")
        and (at is not None and at < clause.verb or known is not None and sentence.paragraph - known[0] <= 1)
    )
    apart = _with(clause, subject, reading) if subject is not None and not told else []
    if (
        (at is None or len(apart) == 2)
        and kind in ("severed", "resumed")
        and subject is not None
        and subject.lemma in ("relation", "tie", "relations", "ties")
        and not subject.modifiers
    ):
        states = apart if len(apart) == 2 else states_of(sentence, reading)
        if len(states) == 2 and not (kind == "severed" and _denied(sentence, clause, words)):
            verb = sentence.tokens[clause.verb]
            start = max(min(verb.start, subject.start), sentence.start)
            made = made_draft(sentence, states, "diplomatic relations" + ENDINGS[kind], start, max(verb.end, subject.end), clause.modality)
            made.anchor = verb.start
            yield made
        return
    if kind == "raised":
        yield from _level(sentence, clause, subject, reading, words)
        return
    if not (told or pronoun) or (kind == "made" and pronoun and clause.lemma in ("date", "begin", "start", "enter", "open")):
        return
    sort = SORTS[sentence.tokens[at].low] if at is not None else known[1] if known is not None else ""
    states = states_of(sentence, reading) if at is not None or known is None else known[2]
    if at is not None and known is not None and known[0] == sentence.paragraph and _of_those(sentence, known[2]):
        states = known[2]
    if len(states) > 2 and at is not None:
        states = [s for s in states if any(t.span is not None and t.span.id == s.id for t in sentence.tokens[: clause.verb])]
    if len(states) == 2 and sort:
        verb = sentence.tokens[clause.verb]
        start = subject.start if subject is not None and subject.start >= sentence.start and pronoun else verb.start
        yield made_draft(sentence, states, sort + ENDINGS[kind], start, verb.end, clause.modality)


def _of_those(sentence: Sentence, states: list[Mention]) -> bool:
    """Whether a sentence names no country but one of the two whose relations were told right before."""
    named = {s.id for s in sentence.spans if s.type is SpanType.COUNTRY}
    return len(states) == 2 and len(named) < 2 and named <= {m.id for m in states}


def _right_before(sentence: Sentence, at: int, clause: Clause) -> bool:
    """Whether only auxiliaries stand between the relations and a passive verb ("after diplomatic ties were forged")."""
    between = sentence.tokens[at + 2 : clause.verb]
    return clause.passive and clause.form == "finite" and 0 < len(between) <= 4 and all(t.tag[:2] in ("VB", "RB", "MD") for t in between)


def _denied(sentence: Sentence, clause: Clause, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether another verb denies that relations were severed ("interrupted but never severed")."""
    return any(c is not clause and c.lemma in words["severed"] and c.modality is Modality.NEGATED for c in sentence.clauses)


def _with(clause: Clause, subject: Phrase, reading: Reading) -> list[Mention]:
    """Who breaks off or resumes relations with whom, where both are named."""
    company = [p for p in (*subject.complements, *clause.obliques) if p.preposition == "with"]
    slots = [clause.agent, *company[:1]]
    found = [m for slot in slots if slot is not None for member in slot.members() for m in reading.mentions(member, ("country",))]
    unique = list({m.id: m for m in found}.values())
    return unique if len(unique) == 2 else []


def _level(sentence: Sentence, clause: Clause, subject: Phrase | None, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Read "relations were raised to embassy level", "to ambassadorial level"."""
    after = sentence.tokens[clause.verb + 1 :]
    word = next((t for t in after if t.low in ("embassy", "ambassador", "ambassadorial", "embassies", "ambassadors")), None)
    if word is None or not any(t.low in ("level", "levels", "rank") for t in after) or not any(t.low in words["relations"] for t in sentence.tokens):
        return
    states = states_of(sentence, reading)
    if len(states) == 2:
        yield made_draft(
            sentence, states, "diplomatic relations at ambassadorial level", sentence.tokens[clause.verb].start, word.end, clause.modality
        )


def _recognised(sentence: Sentence, clause: Clause, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Read "Mexico recognises the new republic": the other state of the page."""
    patient, agent = clause.patient, clause.agent
    if patient is None or agent is None or patient.lemma not in words["recognised"]:
        return
    named = reading.countries(patient)
    own = [t.span for t in patient.modifiers if t.span is not None and t.span.type is SpanType.COUNTRY and t.span.demonym]
    acting = [m for m in reading.mentions(agent, ("country",)) if m.type is MentionType.COUNTRY]
    if len(named) == 1 and len(own) == 1 and len(acting) == 1 and acting[0].id != named[0].id:  # "recognised Kenyan independence"
        yield made_draft(sentence, [acting[0], named[0]], "recognition", min(agent.start, patient.start), patient.end, clause.modality)
        return
    if named and not (len(named) == 1 and patient.determiner.lower() == "our"):
        return
    who = [m for m in reading.mentions(agent, ("country",)) if m.type is MentionType.COUNTRY]
    pair = reading.pair()
    if len(who) == 1 and any(m.id == who[0].id for m in pair) and len(pair) == 2:
        verb = sentence.tokens[clause.verb]
        yield made_draft(
            sentence, [who[0], *[m for m in pair if m.id != who[0].id]], "recognition", min(agent.start, verb.start), patient.end, clause.modality
        )
