"""Reads standing rules by what they are about: visas required or dropped, recognised diplomas, currencies, border passes, quotas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence, SpanType
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


def draft(sentence: Sentence, subject: str, start: int, end: int, anchor: int, modality: Modality, reading: Reading) -> Iterator[Draft]:
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


def rules(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each rule."""
    words = wordlists("regime")
    if not any(c.form == "finite" for c in sentence.clauses):
        yield from _line(sentence, reading, words)
        return
    for clause in sentence.clauses:
        if clause.form == "gerund":
            continue
        yield from _visas(sentence, clause, reading, words)
        yield from _recognised(sentence, clause, reading, words)
        yield from _currency(sentence, clause, reading, words)
        yield from _passes(sentence, clause, reading, words)
        yield from _same(sentence, clause, reading)
        yield from _quota(sentence, clause, reading)


def _text(sentence: Sentence, phrase: Phrase) -> str:
    text = sentence.text[phrase.start - sentence.start : phrase.end - sentence.start]
    for article in ("the ", "The ", "a ", "A ", "no ", "No ", "an ", "its ", "their "):
        text = text.removeprefix(article)
    return text


def _visas(sentence: Sentence, clause: Clause, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
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
    """ "visas on arrival", "electronic visas", "free visas": issued, available, granted."""
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


def _recognised(sentence: Sentence, clause: Clause, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """ "recognise each other's diplomas", "driving licences are mutually recognised"."""
    if clause.lemma not in ("recognise", "recognize"):
        return
    near = [t.low for t in sentence.tokens[max(0, clause.verb - 6) : clause.verb + 8]]
    mutual = "mutually" in near or ("each" in near and "other" in near) or "reciprocally" in near
    thing = next((t for t in sentence.tokens if t.lemma in words["diplomas"] and abs(t.start - sentence.tokens[clause.verb].start) < 80), None)
    if mutual and thing is not None:
        at = sentence.tokens.index(thing)
        first = at
        while (
            first
            and sentence.tokens[first - 1].tag in ("JJ", "NN", "VBG", "NNP")
            and sentence.tokens[first - 1].low not in ("other",)
            and sentence.tokens[first - 1].span is None
        ):
            first -= 1
        worded = sentence.text[sentence.tokens[first].start - sentence.start : thing.end - sentence.start]
        verb = sentence.tokens[clause.verb]
        yield from draft(
            sentence, f"mutual recognition of {worded}", min(verb.start, thing.start), max(verb.end, thing.end), verb.start, clause.modality, reading
        )


def _currency(sentence: Sentence, clause: Clause, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """ "payments are made in rupiah", "has been paying for fuel in dirhams"."""
    if clause.lemma not in words["settled"] or any(q.unit == "%" for q in sentence.quantities):
        return
    tokens = sentence.tokens
    for at in range(clause.verb, len(tokens) - 1):
        if tokens[at].low != "in" or not {t.low for t in tokens[at + 1 : at + 4]} & words["currencies"]:
            continue
        if tokens[at + 1].low in ("national", "local", "their"):
            return
        if any(q.start <= tokens[at + 1].start < q.end for q in sentence.quantities):
            continue
        last = next(i for i in range(at + 1, at + 4) if tokens[i].low in words["currencies"])
        subject = clause.patient if clause.passive else clause.agent
        noun = (
            subject.lemma
            if clause.passive
            and subject is not None
            and subject.lemma in ("payment", "settlement", "trade", "transaction", "price", "contract", "bill", "export", "import")
            else "payment"
        )
        middle = sentence.text[tokens[clause.verb].end - sentence.start : tokens[at].start - sentence.start].strip()
        what = f" {middle}" if middle.startswith("for ") and len(middle) < 50 else ""
        money = sentence.text[tokens[at].start - sentence.start : tokens[last].end - sentence.start]
        yield from draft(
            sentence, f"{noun}{what} {money}", tokens[clause.verb].start, tokens[last].end, tokens[clause.verb].start, clause.modality, reading
        )
        return


def _passes(sentence: Sentence, clause: Clause, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Border passes that are issued or valid."""
    if clause.lemma not in ("be", "issue", "introduce", "hold", "remain", "use", "cross", "apply", "enter", "exist"):
        return
    tokens = sentence.tokens
    for at in range(1, len(tokens)):
        if tokens[at].low in words["passes"] and tokens[at - 1].low in words["border"]:
            end, text = tokens[at].end, f"{tokens[at - 1].text} {tokens[at].text}"
            behind = next((i for i in range(at + 1, min(at + 8, len(tokens))) if tokens[i].low == "valid"), None)
            if behind is not None:
                stop = next((t for t in tokens[behind : behind + 6] if isinstance(t.span, DateMark) or t.tag == "CD"), tokens[behind])
                until = (
                    tokens[tokens.index(stop) + 1]
                    if tokens.index(stop) + 1 < len(tokens) and tokens[tokens.index(stop) + 1].low in ("days", "years", "months", "weeks")
                    else stop
                )
                text += " " + sentence.text[tokens[behind].start - sentence.start : until.end - sentence.start]
                end = until.end
            verb = tokens[clause.verb]
            yield from draft(sentence, text, min(tokens[at - 1].start, verb.start), max(end, verb.end), verb.start, clause.modality, reading)
            return


def _same(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """ "have enjoyed the same right": the rule told just before."""
    known = reading.memory.get("regime")
    patient = clause.patient
    if (
        known is None
        or sentence.paragraph - known[0] > 0
        or patient is None
        or patient.lemma not in ("right", "regime", "privilege", "treatment", "rule", "opportunity")
    ):
        return
    if any(t.low == "same" for t in patient.modifiers) and clause.lemma in ("enjoy", "have", "grant", "get", "apply", "receive", "introduce"):
        verb = sentence.tokens[clause.verb]
        subject = clause.patient if clause.passive else clause.agent
        start = subject.start if subject is not None and subject.start >= sentence.start else verb.start
        yield from draft(sentence, known[1], start, max(verb.end, patient.end), verb.start, clause.modality, reading)


def _quota(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """ "a quota of 500 work permits applies", "the annual quota for workers was raised"."""
    if clause.lemma not in (
        "apply",
        "be",
        "set",
        "increase",
        "raise",
        "introduce",
        "allocate",
        "establish",
        "agree",
        "fix",
        "double",
        "amount",
        "exist",
        "grant",
        "give",
    ):
        return
    for slot in (clause.patient, clause.agent):
        if slot is not None and slot.lemma == "quota" and (slot.complements or slot.quantity is not None):
            verb = sentence.tokens[clause.verb]
            end = max([slot.end, *[c.end for c in slot.complements]])
            text = sentence.text[slot.start - sentence.start : end - sentence.start]
            for article in ("the ", "The ", "a ", "A ", "an ", "An ", "its "):
                text = text.removeprefix(article)
            yield from draft(sentence, text, min(slot.start, verb.start), max(end, verb.end), verb.start, clause.modality, reading)
            return


def _line(sentence: Sentence, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """A label and what it says: "Visa regime: visa-free up to 30 days (since 2015)"; "Visa-free regime since 2014"."""
    tokens = sentence.tokens
    mark = next((i for i, t in enumerate(tokens[:5]) if t.text in (":", "|", "–", "-", "—")), None)  # noqa: RUF001
    if sentence.form not in ("item", "row", "prose") or not tokens:
        return
    if mark is not None and " ".join(t.low for t in tokens[:mark]) in words["lines"]:
        rest = tokens[mark + 1 :]
        stop = next((i for i, t in enumerate(rest) if t.text in ("(", "|", ";", ".", ",") or isinstance(t.span, DateMark) and t.span.edtf), len(rest))
        if (
            stop
            and rest[0].low != "see"
            and any(
                t.low in ("visa-free", "required", "not", "free", "exempt", "arrival", "no", "without", "e-visa", "necessary", "abolished")
                for t in rest[:stop]
            )
        ):
            said = sentence.text[rest[0].start - sentence.start : rest[stop - 1].end - sentence.start]
            subject = said if "visa" in said.lower() else f"visa {said}"
            yield from draft(sentence, subject, tokens[0].start, rest[stop - 1].end, tokens[0].start, Modality.ACTUAL, reading)
        return
    first = tokens[0].low if tokens[0].low not in ("mutual", "a", "the") or len(tokens) < 2 else tokens[1].low
    dated = [d for d in sentence.dates if d.edtf and not d.vague]
    if sentence.form != "prose" and first == "visa-free" and dated:
        yield from draft(
            sentence,
            sentence.text[: dated[0].lead - sentence.start].strip(" (,:–-"),
            tokens[0].start,
            dated[0].end,
            tokens[0].start,
            Modality.ACTUAL,
            reading,
        )  # noqa: RUF001
