"""Tells what a sentence says is done with an instrument: signed, ratified, in force, negotiated; nothing where it is only spoken of."""

from __future__ import annotations

from dostyk.kinds.agreement.wording import ended, head_word, lists, singular, strong, table, titled
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.statement import Modality

Act = tuple[str, Modality, Clause | None]
MARKS = ("including", "include", "included", "includes", "such", "namely", ":", "among", "comprising", "comprised")
SKIPPED = {"is", "are", "was", "were", "has", "have", "had", "been", "be", "being", "to", "about", "due", "expected", "planned", "yet"}
WEAK = ("make", "produce", "follow", "result", "issue", "enter", "exchange", "agree", "endorse", "approve", "draft", "suspend")


def act_of(sentence: Sentence, phrase: Phrase) -> Act | None:
    """What is done with the instrument, how it is said, and by which clause; None where it is only spoken of."""
    clause = phrase.clause
    if _counted(phrase):
        return None
    subject = _subject_of(sentence, phrase)
    if subject is not None and subject.lemma in ("be", "remain") and strong(phrase) and _under(sentence, subject):
        return "under negotiation", subject.modality, subject
    if subject is not None and into_force(sentence, subject):
        return "in force", subject.modality, subject
    if clause is not None and clause.verb and sentence.tokens[clause.verb - 1].low == "without":
        return None
    for found in (
        _in_force(sentence, phrase),
        _done(phrase, clause),
        _done(phrase, subject, True),
        _after(sentence, phrase),
        _nominal(sentence, phrase, clause),
    ):
        if found is not None:
            return found
    for first in everything(sentence):
        if any(m is phrase for m in first.others) and (found := _nominal(sentence, first, clause)) is not None:
            return found
    if (
        any(
            t.low in ("signed", "initialled", "ratified", "concluded") and t is sentence.tokens[phrase.first] or t.low == "signed"
            for t in phrase.modifiers
        )
        and strong(phrase)
        and (titled(phrase) or clause is None)
    ):
        return "signed", Modality.ACTUAL, None
    if (found := _listed(sentence, phrase)) is not None:
        return found
    if strong(phrase) and titled(phrase) and _dated(sentence, phrase):
        return "signed", Modality.ACTUAL, None
    if (
        strong(phrase)
        and clause is not None
        and clause.lemma in ("be", "exist")
        and _holds(clause, phrase)
        and any(t.tag == "EX" for t in sentence.tokens)
        and phrase.complements
    ):
        return "in force", clause.modality, clause
    return None


def _under(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says "is under negotiation", "is in preparation"."""
    after = [t.low for t in sentence.tokens[clause.verb + 1 : clause.verb + 5]]
    return any(
        a in ("under", "in") and b in ("negotiation", "negotiations", "discussion", "preparation", "consideration")
        for a, b in zip(after, after[1:], strict=False)
    )


def _counted(phrase: Phrase) -> bool:
    """Whether it is only a number of instruments ("five agreements")."""
    if phrase.quantity is None or not phrase.quantity.bare or phrase.complements or singular(phrase.lemma) == "package":
        return False
    return not any(t.span is not None and t.span.type is not SpanType.QUANTITY for t in phrase.modifiers)


def holds(slot: Phrase | None, phrase: Phrase) -> bool:
    """Whether a phrase is the slot's or coordinated with it."""
    return slot is not None and any(m is phrase for m in slot.members())


def _holds(clause: Clause, phrase: Phrase) -> bool:
    return holds(clause.predicate, phrase) or holds(clause.agent, phrase) or holds(clause.patient, phrase)


def into_force(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says "is in force", "came into force", "took effect", "became effective"."""
    after = [t.low for t in sentence.tokens[clause.verb : clause.verb + 8]]
    if clause.lemma in ("come", "enter", "be", "remain", "put", "bring", "go"):
        near = [w for w in after if w not in ("has", "been", "not", "yet", "also", "now", "already", "still", "officially", "provisionally")]
        return near[1:3] in (["into", "force"], ["in", "force"], ["into", "effect"], ["in", "effect"], ["into", "operation"]) or any(
            p.lemma in ("force", "effect") and p.preposition in ("in", "into") for p in clause.obliques
        )
    if clause.lemma == "take":
        return "effect" in after[1:3]
    return clause.lemma == "become" and "effective" in after[1:3]


def _subject_of(sentence: Sentence, phrase: Phrase) -> Clause | None:
    """The verb that follows its whole title, only auxiliaries and adverbs between."""
    at, tokens = ended(sentence, phrase.head, len(sentence.tokens)), sentence.tokens
    if phrase.preposition:
        return None
    while at < len(tokens) and (tokens[at].tag in ("MD", "RB") or tokens[at].low in SKIPPED):
        found = next((c for c in sentence.clauses if c.verb == at and c.form == "finite"), None)
        if found is not None:
            return found
        at += 1
    return next((c for c in sentence.clauses if c.verb == at and c.form == "finite"), None)


def _in_force(sentence: Sentence, phrase: Phrase) -> Act | None:
    for found in sentence.clauses:
        if (holds(found.agent, phrase) or holds(found.patient, phrase)) and into_force(sentence, found):
            return "in force", found.modality, found
    return None


def _done(phrase: Phrase, clause: Clause | None, subject: bool = False) -> Act | None:
    """What the verb does with it: "signed an agreement", "the treaty expired"."""
    if (
        clause is not None
        and clause.passive
        and clause.lemma in ("supplement", "complement", "replace", "supersede")
        and holds(clause.agent, phrase)
        and titled(phrase)
    ):
        return "signed", clause.modality, clause
    if clause is None or clause.lemma not in (*table("actions"), "prepare", "discuss", "develop", "elaborate"):
        return None
    words = lists()
    if clause.lemma in words["ending"] and (subject or holds(clause.agent, phrase)):
        return "terminated", clause.modality, clause
    if not (subject and clause.passive) and not holds(clause.patient, phrase):
        return None
    if clause.lemma in ("prepare", "discuss", "develop", "elaborate"):
        return ("under negotiation", clause.modality, clause) if strong(phrase) and clause.passive and clause.modality is Modality.ONGOING else None
    lemma = singular(head_word(phrase))
    sure = clause.lemma in words["formal"] and (
        strong(phrase) or titled(phrase) or clause.lemma in ("sign", "initial", "ink", "ratify", "cosign", "co-sign")
    )
    if (
        clause.lemma in ("extend", "amend", "renew", "suspend", "draft", "approve", "adopt", "terminate")
        and not strong(phrase)
        and not titled(phrase)
    ):
        return None
    fitting = strong(phrase) and (
        clause.lemma not in WEAK
        or (lemma in words["issued"] and clause.lemma in ("issue", "adopt", "make", "endorse", "produce"))
        or (clause.lemma == "exchange")
    )
    if not (sure or fitting or (lemma in ("agreement", "consensus", "deal", "understanding") and clause.lemma in ("reach", "conclude", "strike"))):
        return None
    return table("actions")[clause.lemma], _modality(clause), clause


def _modality(clause: Clause) -> Modality:
    """What two sides agreed to extend is extended; negotiations go on."""
    governor = clause.governor
    if (
        clause.lemma in ("extend", "renew", "amend", "terminate")
        and governor is not None
        and governor.lemma in ("agree", "decide")
        and clause.modality is Modality.PLANNED
    ):
        return governor.modality
    return clause.modality


def _after(sentence: Sentence, phrase: Phrase) -> Act | None:
    """The participle right after the phrase: "the treaty signed in May"; "a declaration signed by the King"."""
    for clause in sentence.clauses:
        if clause.form == "participle" and clause.lemma in lists()["formal"] and holds(clause.patient, phrase):
            return table("actions")[clause.lemma], Modality.ACTUAL if clause.modality is Modality.PLANNED else clause.modality, clause
    return None


def _nominal(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> Act | None:
    """It hangs on a noun: "the signing of", "the entry into force of", "talks on"."""
    at, tokens = phrase.first - 1, sentence.tokens
    while at >= 0 and tokens[at].low in (
        "of",
        "the",
        "a",
        "an",
        "on",
        "for",
        "about",
        "over",
        "to",
        "and",
        ",",
        "regarding",
        "ceremony",
        "ceremonies",
    ):
        at -= 1
    noun = tokens[at].low if at >= 0 and at < phrase.first - 1 or at >= 0 and tokens[at].low == "signing" else ""
    if not noun:
        return None
    later = (
        clause.modality
        if clause is not None and clause.modality in (Modality.PLANNED, Modality.EXPECTED, Modality.NEGATED, Modality.POSSIBLE)
        else Modality.ACTUAL
    )
    between = [t.low for t in tokens[at + 1 : phrase.first]]
    if noun in table("nouns") and (strong(phrase) or titled(phrase) or noun in ("signing", "signature")) and (not between or "of" in between):
        return table("nouns")[noun], later, clause
    if noun in ("force", "effect") and "of" in between and tokens[max(0, at - 2)].low == "entry":
        return "in force", later, clause
    if singular(noun) in lists()["talks"] and strong(phrase) and head_word(phrase) != "consensus" and {"on", "for", "about", "over"} & set(between):
        if clause is not None and clause.lemma in lists()["over"]:
            return None
        return "under negotiation", later, clause
    if noun in ("negotiating", "negotiate", "negotiated"):
        return "under negotiation", Modality.ACTUAL, clause
    return None


def _listed(sentence: Sentence, phrase: Phrase) -> Act | None:
    """It is one of the documents that a clause of the sentence says were signed ("…, among them the Agreement on")."""
    if phrase.clause is not None and phrase.clause.lemma in ("provide", "stipulate", "regulate", "implement", "allow", "envisage"):
        return None
    if (noun := _signing_of_several(sentence, phrase)) is not None:
        return noun
    for clause in sentence.clauses:
        if (
            clause.lemma not in (*lists()["formal"], "yield", "produce", "see", "bring", "exchange", "reach")
            or clause.patient is None
            or clause.form == "infinitive"
        ):
            continue
        if singular(clause.patient.lemma) not in lists()["several"] or holds(clause.patient, phrase) or phrase.first <= clause.patient.last:
            continue
        start = max(clause.verb, clause.patient.last)
        if any(t.low in MARKS for t in sentence.tokens[start + 1 : phrase.first]):
            return table("actions").get(clause.lemma, "signed"), clause.modality if clause.form == "finite" else Modality.ACTUAL, clause
    return None


def _signing_of_several(sentence: Sentence, phrase: Phrase) -> Act | None:
    """ "the signing of seven instruments, including X and Y"; "the documents signed include X"."""
    tokens = sentence.tokens
    for at in range(len(tokens[: phrase.first]) - 1, 0, -1):
        if tokens[at].low not in MARKS:
            continue
        before = tokens[max(0, at - 8) : at]
        signing = any(t.low in ("signing", "signature", "signed", "exchanged") for t in before) and any(
            singular(t.low) in lists()["several"] for t in before
        )
        if signing and not any(t.text in (";", ".") for t in tokens[at : phrase.first]):
            clause = phrase.clause
            return "signed", clause.modality if clause is not None and clause.modality is Modality.PLANNED else Modality.ACTUAL, None
        return None
    return None


def _dated(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a title is followed by its date: "of 8 April 2005", "(2005)"."""
    end = max([phrase.end, *[m.end for c in phrase.complements for m in c.members()]])
    for date in sentence.dates:
        gap = sentence.text[end - sentence.start : date.start - sentence.start].strip().lower()
        if (
            date.edtf
            and "/" not in date.edtf
            and 0 <= date.start - end <= 16
            and gap in ("of", "(", "(signed", "dated", "(signed on", ", signed", "from")
        ):
            return True
    return False
