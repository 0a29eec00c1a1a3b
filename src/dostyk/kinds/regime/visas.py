"""Reads rules of entry: visas required, dropped, on arrival, electronic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality


def parties(sentence: Sentence, reading: Reading) -> list[Mention]:
    """The states that a sentence names, the two of the page where it names one of them or none."""
    found: dict[str, Mention] = {}
    for span in sentence.spans:
        for part in [span, *span.parts]:
            if part.type is SpanType.COUNTRY:
                for mention in reading.mentions(part):
                    found.setdefault(mention.id, mention)
    pair = reading.pair()
    if len(found) < 2:
        for mention in pair if not found or any(m.id in found for m in pair) else []:
            found.setdefault(mention.id, mention)
    return [m for m in found.values() if m.type is MentionType.COUNTRY][:2]


def draft(sentence: Sentence, subject: str, start: int, end: int, anchor: int, modality: Modality, reading: Reading) -> Iterator[Draft]:  # noqa: PLR0913
    """One rule, if its parties are known; what may be done is allowed."""
    states = parties(sentence, reading)
    if not states or not subject:
        return
    roles: dict[str, list[Filler]] = {"party": list(states)}
    modality = Modality.ACTUAL if modality in (Modality.POSSIBLE, Modality.NEGATED) else modality
    made = Draft(
        "Regime", max(start, sentence.start), end, roles, {"subject": " ".join(subject.split())}, "", modality, True, "regime.rules", 0.7, anchor
    )
    reading.memory["regime"] = (sentence.paragraph, subject)
    yield made


def _text(sentence: Sentence, phrase: Phrase) -> str:
    text = sentence.text[phrase.start - sentence.start : phrase.end - sentence.start]
    for article in ("the ", "The ", "a ", "A ", "no ", "No ", "an ", "its ", "their "):
        text = text.removeprefix(article)
    return text


def visa_rules(sentence: Sentence, clause: Clause, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Visas required, introduced again, dropped in a relative clause, on arrival, electronic."""
    subject = clause.patient if clause.passive else clause.patient or clause.agent
    tokens, verb = sentence.tokens, sentence.tokens[clause.verb]
    if subject is None:
        return
    low = {t.low for t in tokens[subject.first : subject.last + 1]}
    named = bool(low & words["visa"]) and "visa-free" not in low
    if named and clause.lemma in words["imposed"] and (subject.lemma in words["requirement"] or subject.lemma in ("visa", "visas")):
        whom = next((o for o in clause.obliques if o.preposition in ("for", "on") and o.start >= subject.end and o.start - subject.end <= 6), None)
        tail = f" for {_text(sentence, whom)}" if whom is not None and whom.preposition == "for" else ""
        noun = _text(sentence, subject) if subject.lemma in words["requirement"] else "visa requirement"
        yield from draft(sentence, noun + tail, min(subject.start, verb.start), max(subject.end, verb.end), verb.start, clause.modality, reading)
    elif named and clause.lemma in ("require", "need") and clause.modality is not Modality.NEGATED and subject.determiner.lower() != "no":
        yield from draft(
            sentence, "visa requirement", min(subject.start, verb.start), max(subject.end, verb.end), verb.start, clause.modality, reading
        )
    elif named and clause.lemma in ("require", "need") and (clause.passive or subject.determiner.lower() == "no"):
        yield from draft(
            sentence, "visa-free travel", min(subject.start, verb.start), max(subject.end, verb.end), verb.start, Modality.ACTUAL, reading
        )
    elif clause.lemma in words["dropped"] and not named and _relative(sentence, clause, words):
        visas = next(t for t in tokens[max(0, clause.verb - 10) : clause.verb] if t.low in words["visa"])
        yield from draft(sentence, "visa requirement dropped", visas.start, verb.end, verb.start, clause.modality, reading)
    elif clause.lemma in ("be", "become", "remain") and any(
        a.low in ("exempt", "free", "exempted") and b.low == "from" for a, b in zip(tokens[clause.verb :], tokens[clause.verb + 1 :], strict=False)
    ):
        visa = next((t for t in tokens[clause.verb :] if t.low in words["visa"]), None)
        if visa is not None and visa.start - verb.end < 60:
            yield from draft(sentence, "visa exemption", min(subject.start, verb.start), visa.end, verb.start, clause.modality, reading)
    elif clause.lemma == "exempt" and any(t.low in words["visa"] for t in tokens[clause.verb :]):
        visa = next(t for t in tokens[clause.verb :] if t.low in words["visa"])
        yield from draft(sentence, "visa exemption", min(subject.start, verb.start), max(visa.end, verb.end), verb.start, clause.modality, reading)
    yield from _arrival(sentence, clause, reading)


def _relative(sentence: Sentence, clause: Clause, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether "that it had dropped" hangs on a visa requirement."""
    before = [t.low for t in sentence.tokens[max(0, clause.verb - 10) : clause.verb]]
    return bool(set(before) & words["visa"]) and bool({"that", "which"} & set(before[-5:]))


def _arrival(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read "visas on arrival", "electronic visas", "free visas": issued, available, granted."""
    if clause.lemma not in (
        "issue",
        "be",
        "grant",
        "obtain",
        "get",
        "receive",
        "introduce",
        "offer",
        "apply",
        "become",
        "launch",
        "provide",
        "start",
        "extend",
    ):
        return
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.low not in ("visa", "visas", "e-visa", "e-visas", "permit"):
            continue
        after = [t.low for t in tokens[at + 1 : at + 3]]
        before = tokens[at - 1].low if at else ""
        if after == ["on", "arrival"]:
            subject, end = "visa on arrival", tokens[at + 2].end
        elif token.low.startswith("e-visa") or before == "electronic" and token.low.startswith("visa"):
            subject, end = f"{'electronic ' if before == 'electronic' else ''}{token.text}", token.end
        elif before in ("free", "gratis", "multiple-entry", "long-term") and token.low.startswith("visa"):
            subject, end = f"{before} {token.text}", token.end
        else:
            continue
        holder = clause.patient if clause.passive else clause.patient or clause.predicate or clause.agent
        near = holder is not None and (
            holder.first <= at <= holder.last + 3 or clause.agent is not None and clause.agent.first <= at <= clause.agent.last + 3
        )
        if near:
            start = min(tokens[clause.verb].start, tokens[max(0, at - 1)].start)
            yield from draft(sentence, subject, start, max(end, tokens[clause.verb].end), tokens[clause.verb].start, clause.modality, reading)
        return
