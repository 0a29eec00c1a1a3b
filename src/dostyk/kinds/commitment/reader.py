"""Reads commitments: who plans, pledges or targets what, by when, and how much."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.indicator.measures import measure_in
from dostyk.model.analysis import Clause, Phrase, QuantityMark, Sentence
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

INTENDING = {"plan", "intend", "aim", "pledge", "promise", "commit", "undertake", "vow", "seek", "agree", "decide", "target", "set", "propose", "resolve", "envisage", "want", "strive", "hope"}
WEAK = {"want", "seek", "hope", "strive", "agree", "decide", "set", "propose", "aim"}
VAGUE = {"strengthen", "deepen", "enhance", "promote", "continue", "develop", "intensify", "expand", "discuss", "maintain", "further", "cooperate", "exchange", "consider", "explore", "work", "support", "contribute", "improve", "advance", "jointly", "actively", "make", "be", "become", "learn", "share", "boost", "facilitate", "ensure", "stay", "keep", "enrich", "foster", "adhere", "implement", "broaden", "elevate", "pay", "visit", "meet"}
TARGETING = {"increase", "raise", "bring", "double", "triple", "reach", "achieve", "boost", "grow", "expand", "quadruple", "lift", "attain", "exceed", "cut", "reduce"}


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each thing that somebody commits to."""
    for clause in sentence.clauses:
        if clause.form == "infinitive" and clause.governor is not None and clause.governor.lemma in INTENDING and clause.governor.modality is not Modality.NEGATED:
            yield from _intended(sentence, clause, clause.governor, reading)
        elif clause.lemma in TARGETING and clause.modality is Modality.PLANNED and clause.form == "finite":
            yield from _will(sentence, clause, reading)
        elif clause.lemma in ("pledge", "promise", "commit", "earmark", "allocate") and clause.patient is not None and _money(sentence, clause.patient.start, clause.end) is not None and clause.form == "finite":
            yield from _pledged(sentence, clause, reading)


def _actors(clause: Clause, reading: Reading) -> list[Mention]:
    subject = clause.patient if clause.passive and clause.agent is None else clause.agent
    if subject is None:
        return []
    found = [m for member in subject.members() for m in reading.mentions(member, ("country", "organisation", "person", "region", "delegation", "name"))]
    if not found and subject.lemma in ("government", "side", "company", "center", "centre", "ministry", "university", "party"):
        found = [m for member in subject.members() for m in (reading.countries(member) or reading.mentions(member))]
    return [Mention(m.text, m.name, m.id, MentionType.ORGANISATION) if m.type is MentionType.OTHER else m for m in found]


def _checkable(sentence: Sentence, clause: Clause, end: int) -> bool:
    """Whether the content names something that can be checked: a number, a date, a name, a thing that is not fluff."""
    start = sentence.tokens[clause.verb].start
    if any(start <= q.start < end for q in sentence.quantities) or any(start <= d.start < end and d.edtf for d in sentence.dates):
        return True
    if clause.lemma in VAGUE:
        return False
    return clause.patient is not None or bool(clause.obliques)


def _content_end(sentence: Sentence, clause: Clause) -> int:
    """Where the content ends: the next clause with a subject of its own, or the sentence's end."""
    end = clause.end
    for other in sentence.clauses:
        if other.verb <= clause.verb:
            continue
        if other.form in ("infinitive", "gerund", "participle") or (other.form == "finite" and other.agent is clause.agent and other.start <= end + 8):
            end = max(end, other.end)
        else:
            break
    text = sentence.text[: end - sentence.start].rstrip(" .,;")
    return sentence.start + len(text)


def _intended(sentence: Sentence, clause: Clause, governor: Clause, reading: Reading) -> Iterator[Draft]:
    actors = _actors(governor, reading)
    end = _content_end(sentence, clause)
    if not actors or not _checkable(sentence, clause, end):
        return
    if governor.lemma in WEAK and clause.lemma in VAGUE - {"expand"} and not any(sentence.tokens[clause.verb].start <= q.start < end for q in sentence.quantities):
        return
    yield _draft(sentence, governor.agent or governor.patient, sentence.tokens[clause.verb].start, end, actors)


def _will(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "will raise trade to 5 billion by 2030": a target with a number."""
    actors = _actors(clause, reading)
    start = sentence.tokens[clause.verb].start
    if not actors or not any(start <= q.start < clause.end + 2 for q in sentence.quantities):
        return
    yield _draft(sentence, clause.agent, start, _content_end(sentence, clause), actors)


def _pledged(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    actors = _actors(clause, reading)
    if actors:
        yield _draft(sentence, clause.agent, sentence.tokens[clause.verb].start, _content_end(sentence, clause), actors)


def _draft(sentence: Sentence, subject: Phrase | None, start: int, end: int, actors: list[Mention]) -> Draft:
    content = " ".join(sentence.text[start - sentence.start : end - sentence.start].split())
    attributes = {"content": content}
    quantity = _money(sentence, start, end) or next((q for q in sentence.quantities if start <= q.start < end and not (q.bare and q.value in ("1", "2"))), None)
    if quantity is not None:
        attributes.update({"value": quantity.value, "unit": quantity.unit})
        if quantity.bound != "exact":
            attributes["bound"] = quantity.bound
        if measure := measure_in(content):
            attributes["measure"] = measure
    roles: dict[str, list[Filler]] = {"actor": list(actors)}
    first = subject.start if subject is not None and sentence.start <= subject.start < start else start
    draft = Draft("Commitment", first, end, roles, attributes, None, Modality.PLANNED, rule="commitment", confidence=0.7, anchor=start)
    due = [d for d in sentence.dates if d.edtf and not d.vague and (d.relation in ("by", "until", "before", "in") and (start <= d.start < end + 4 or d.lead <= sentence.start + 3))]
    if due:
        draft.time = due[0].edtf
        draft.start, draft.end = min(draft.start, due[0].lead), max(draft.end, due[0].end)
    return draft


def _money(sentence: Sentence, start: int, end: int) -> QuantityMark | None:
    return next((q for q in sentence.quantities if start <= q.start <= end and len(q.unit) == 3 and q.unit.isupper()), None)


