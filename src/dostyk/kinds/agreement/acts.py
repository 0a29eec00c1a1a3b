"""Tells what a sentence says is done with an instrument: signed, ratified, in force, negotiated; nothing where it is only spoken of."""

from __future__ import annotations

from dostyk.kinds.agreement.heads import head_word, lists, singular, strong, table, titled
from dostyk.kinds.agreement.listing import listed_with
from dostyk.kinds.agreement.told import Act, has_date, holds, into_force, modality_of, only_counted, under_negotiation
from dostyk.kinds.agreement.wording import ended
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence
from dostyk.model.statement import Modality

SKIPPED = {"is", "are", "was", "were", "has", "have", "had", "been", "be", "being", "to", "about", "due", "expected", "planned", "yet"}
WEAK = ("make", "produce", "follow", "result", "issue", "enter", "exchange", "agree", "endorse", "approve", "draft", "suspend")


def act_of(sentence: Sentence, phrase: Phrase) -> Act | None:
    """What is done with the instrument, how it is said, and by which clause; None where it is only spoken of."""
    clause = phrase.clause
    if only_counted(phrase):
        return None
    subject = _subject_of(sentence, phrase)
    if subject is not None and subject.lemma in ("be", "remain") and strong(phrase) and under_negotiation(sentence, subject):
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
        if (
            0 < phrase.first - first.first < 80
            and any(m is phrase for m in first.others)
            and (found := _nominal(sentence, first, clause)) is not None
        ):
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
    if (found := listed_with(sentence, phrase)) is not None:
        return found
    if strong(phrase) and titled(phrase) and has_date(sentence, phrase):
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


def _holds(clause: Clause, phrase: Phrase) -> bool:
    return holds(clause.predicate, phrase) or holds(clause.agent, phrase) or holds(clause.patient, phrase)


def _subject_of(sentence: Sentence, phrase: Phrase) -> Clause | None:
    """The verb that follows its whole title, only auxiliaries and adverbs between."""
    at, tokens = ended(sentence, phrase.head, len(sentence.tokens)), sentence.tokens
    if phrase.preposition:
        return None
    while at < len(tokens) and (tokens[at].tag in ("MD", "RB") or tokens[at].low in SKIPPED):
        found = next((c for c in sentence.clauses if c.verb == at and c.form == "finite" and tokens[at].low not in ("has", "have", "had")), None)
        if found is not None:
            return found
        at += 1
    return next((c for c in sentence.clauses if c.verb == at and (c.form == "finite" or c.form == "infinitive" and c.passive)), None)


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
    if (
        clause.lemma == "enter"
        and not clause.passive
        and strong(phrase)
        and phrase.complements
        and any(o.preposition == "into" and holds(o, phrase) for o in clause.obliques)
    ):
        return "signed", modality_of(clause), clause
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
    return table("actions")[clause.lemma], modality_of(clause), clause


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
