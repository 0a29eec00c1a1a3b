"""Reads standing rules by what they are about: visas required or dropped, recognised diplomas, currencies, border passes, quotas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dostyk.kinds.regime.permits import charged, permitted, schemes
from dostyk.kinds.regime.visas import draft, visa_rules
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, DateMark, Sentence
from dostyk.model.kind import Draft, Reading
from dostyk.model.statement import Modality


def rules(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each rule."""
    words = wordlists("regime")
    if not any(c.form == "finite" for c in sentence.clauses):
        yield from _line(sentence, reading, words)
        return
    for clause in sentence.clauses:
        if clause.form == "gerund":
            continue
        yield from visa_rules(sentence, clause, reading, words)
        yield from _recognised(sentence, clause, reading, words)
        yield from _currency(sentence, clause, reading, words)
        yield from _passes(sentence, clause, reading, words)
        yield from _same(sentence, clause, reading)
        yield from _quota(sentence, clause, reading)
        yield from charged(sentence, clause, reading, words)
        yield from permitted(sentence, clause, reading, words)
    yield from schemes(sentence, reading, words)


def _recognised(sentence: Sentence, clause: Clause, reading: Reading, words: Mapping[str, frozenset[str]]) -> Iterator[Draft]:
    """Read "recognise each other's diplomas", "driving licences are mutually recognised"."""
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
    """Read "payments are made in rupiah", "has been paying for fuel in dirhams"."""
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
    """Read "have enjoyed the same right": the rule told just before."""
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
    """Read "a quota of 500 work permits applies", "the annual quota for workers was raised"."""
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
