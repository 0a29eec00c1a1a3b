"""Reads instruments: what was signed, by whom, between whom, where, for which years and for how much."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.agreement.acts import act_of
from dostyk.kinds.agreement.elliptic import elliptical
from dostyk.kinds.agreement.heads import class_of, instrument, lists, singular, strong, table
from dostyk.kinds.agreement.lines import limit_of, listed, people_of_row
from dostyk.kinds.agreement.parties import parties, places, signatories
from dostyk.kinds.agreement.timing import own_date, own_year, remember, time_of
from dostyk.kinds.agreement.told import Act, holds, into_force
from dostyk.kinds.agreement.values import valid_years, value_of
from dostyk.kinds.agreement.wording import title
from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

JOINED = ("", "and", "as well as", "along with", "and also", "together with", "and then", "plus", "or")


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each instrument that a sentence says was signed, is in force or is under negotiation."""
    found = sorted((p for p in everything(sentence) if instrument(p)), key=lambda p: p.first)
    for phrase in found:
        end = title(sentence, phrase, limit_of(sentence, phrase.first))[1]
        for mark in (valid_years(sentence, phrase, end), own_date(sentence, end)):
            if mark is not None:
                mark.vague = True
    told = list(_phrases(sentence, found, reading))
    yield from told or elliptical(sentence, reading)
    yield from _another(sentence, told, reading)
    for clause in sentence.clauses:
        yield from _referred(sentence, clause, reading)
    remember(sentence, reading)


def _phrases(sentence: Sentence, found: list[Phrase], reading: Reading) -> Iterator[Draft]:
    """The drafts of the instruments that a sentence names; one behind the other share what is done with them."""
    behind, shared = sentence.start, None
    for phrase in found:
        if phrase.start < behind:
            continue
        act = act_of(sentence, phrase) or listed(sentence, phrase, reading) or _signed_it(sentence, phrase)
        if act is None and shared is not None and sentence.text[behind - sentence.start : phrase.start - sentence.start].strip(" ;,") in JOINED:
            act = shared
        end = title(sentence, phrase, limit_of(sentence, phrase.first))[1]
        yield from _of_year(sentence, phrase, act, end, reading)
        if act is None or _summed_up(sentence, phrase, found):
            continue
        draft = make(sentence, phrase, act, reading)
        behind, shared = max(behind, draft.end if valid_years(sentence, phrase, end) else end), act
        yield draft
        yield from _second(sentence, phrase, draft)
        for clause in sentence.clauses:
            if clause is not act[2] and (later := _later(sentence, phrase, clause)) is not None:
                yield make(sentence, phrase, later, reading)


def _of_year(sentence: Sentence, phrase: Phrase, act: Act | None, end: int, reading: Reading) -> Iterator[Draft]:
    """Read "the fisheries agreement of 2020", of which the sentence says something else: it was signed then."""
    own = own_year(sentence, end)
    if own is None or act is not None and act[0] == "signed" or not strong(phrase) or not (phrase.modifiers or phrase.complements):
        return
    draft = make(sentence, phrase, ("signed", Modality.ACTUAL, None), reading)
    draft.time, draft.end = own[0], max(draft.end, own[1])
    yield draft


def _another(sentence: Sentence, told: list[Draft], reading: Reading) -> Iterator[Draft]:
    """Read "… and another one, with Paris, in 1998": an instrument of the same sort with somebody else."""
    tokens = sentence.tokens
    for at in range(1, len(tokens) - 2):
        if tokens[at].low != "another" or tokens[at + 1].low not in ("one", "with") and tokens[at + 1].text != ",":
            continue
        prior = next((d for d in reversed(told) if d.start < tokens[at].start and d.roles.get("party")), None)
        company = next((p for p in sentence.phrases if p.preposition == "with" and 0 < p.first - at <= 4), None)
        others = reading.mentions(company, ("country", "region", "city", "organisation")) if company is not None else []
        if prior is None or company is None or not others:
            continue
        date = next((d for d in sentence.dates if d.edtf and not d.vague and d.start > company.start), None)
        end = max(company.end, date.end if date is not None else 0)
        roles: dict[str, list[Filler]] = {"party": [prior.roles["party"][0], *others]}
        yield Draft(
            "Agreement",
            tokens[at].start,
            end,
            roles,
            dict(prior.attributes),
            date.edtf if date is not None else None,
            prior.modality,
            rule="agreement.another",
            confidence=0.7,
            anchor=tokens[at].start,
        )


def _summed_up(sentence: Sentence, phrase: Phrase, found: list[Phrase]) -> bool:
    """Whether it only sums up the instruments that the sentence goes on to name ("the documents signed include …")."""
    plural = singular(phrase.lemma) != phrase.lemma or phrase.lemma in ("document", "instrument") and phrase.text.lower().endswith("s")
    return plural and not phrase.complements and singular(phrase.lemma) in ("document", "instrument", "agreement", "memorandum")


def _signed_it(sentence: Sentence, phrase: Phrase) -> Act | None:
    """Read "… and we shall sign it": the instrument named before in the sentence."""
    for clause in sentence.clauses:
        patient = clause.patient
        if (
            clause.lemma in ("sign", "ratify", "initial", "ink")
            and not clause.passive
            and patient is not None
            and patient.lemma in ("it", "them")
            and clause.verb > phrase.last
        ):
            return table("actions")[clause.lemma], clause.modality, clause
    return None


def make(sentence: Sentence, phrase: Phrase, act: Act, reading: Reading) -> Draft:
    """The draft of one instrument and what is done with it."""
    action, modality, clause = act
    worded, end = title(sentence, phrase, limit_of(sentence, phrase.first))
    roles: dict[str, list[Filler]] = {"party": list(parties(sentence, phrase, clause, reading, end))}
    if action in ("signed", "initialled") and (people := signatories(clause, reading) or _others_in_row(sentence, phrase, reading)):
        roles["signatory"] = list(people)
    if where := places(phrase, clause, sentence, reading, end):
        roles["place"] = list(where)
    attributes = {
        "title": worded,
        "agreement_type": class_of(phrase),
        **({"action": action} if action != "signed" else {}),
        **value_of(sentence, phrase, end),
    }
    valid = valid_years(sentence, phrase, end)
    if valid is not None:
        attributes["valid"] = valid.edtf or ""
        end = max(end, valid.end)
    start, anchor = phrase.start, phrase.start
    if clause is not None and clause.lemma in (*table("actions"), "come", "enter", "take", "be"):
        verb = sentence.tokens[clause.verb]
        start, end, anchor = min(start, verb.start), max(end, verb.end), verb.start
    draft = Draft("Agreement", start, end, roles, attributes, "", modality, False, "agreement", 0.8, anchor)
    draft.time = time_of(sentence, phrase, end, clause, reading)
    reading.memory["instrument"] = (draft, sentence.paragraph)
    return draft


def _others_in_row(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Mention]:
    """The people named in the other cells of a table row."""
    return people_of_row(sentence, phrase, reading) if sentence.form == "row" else []


def _second(sentence: Sentence, phrase: Phrase, draft: Draft) -> Iterator[Draft]:
    """A second date in brackets or after a comma says since when it is in force ("signed D; effective E")."""
    for date in sentence.dates:
        if not date.edtf or date.vague or date.start < phrase.end or draft.attributes.get("action") == "in force" and draft.time == date.edtf:
            continue
        before = sentence.text[max(0, date.lead - 28 - sentence.start) : date.start - sentence.start].lower()
        cut = max(before.rfind(mark) for mark in (";", ",", "(", "|"))
        if any(w in before[cut + 1 :] for w in ("effective", "in force", "into force", "valid from", "validity")) and "not yet" not in before:
            attributes = {k: v for k, v in draft.attributes.items() if k in ("title", "agreement_type")} | {"action": "in force"}
            roles = {role: list(found) for role, found in draft.roles.items() if role == "party"}
            start = max((t.start for t in sentence.tokens if t.text in (";", "(", ",") and t.start < date.start), default=phrase.start)
            if draft.time == date.edtf:
                draft.time = next(
                    (d.edtf for d in sentence.dates if d.edtf and d is not date and not d.vague and d.start > phrase.end and d.start < date.start),
                    None,
                )
            yield Draft(
                "Agreement",
                start,
                date.end,
                roles,
                attributes,
                date.edtf,
                Modality.ACTUAL,
                rule="agreement.second",
                confidence=0.7,
                anchor=date.start,
            )
            return


def _later(sentence: Sentence, phrase: Phrase, clause: Clause) -> Act | None:
    """What another clause does with the same instrument: "…, came into force on D", "and ratified in Y"."""
    if clause.lemma in ("sign", "initial", "ratify", "terminate", "denounce", "extend", "amend", "renew") and holds(clause.patient, phrase):
        return table("actions")[clause.lemma], clause.modality, clause
    if _trailing(sentence, clause) and clause.verb > phrase.last:
        return table("actions")[clause.lemma], Modality.ACTUAL, clause
    if holds(clause.agent, phrase) and clause.lemma in lists()["ending"]:
        return "terminated", clause.modality, clause
    if holds(clause.agent, phrase) and into_force(sentence, clause):
        return "in force", clause.modality, clause
    return None


def _trailing(sentence: Sentence, clause: Clause) -> bool:
    """Whether a participle without a subject goes on with the instrument ("…; ratified two years later")."""
    before = sentence.tokens[clause.verb - 1].low if clause.verb else ""
    loose = clause.form == "participle" and clause.patient is None and clause.lemma in ("ratify", "terminate", "denounce")
    return loose and before in (";", ",", "and")


def _referred(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """What is said next of the instrument told last: "It was signed in …", "It entered into force on …", "…, which was ratified"."""
    known = reading.memory.get("instrument")
    subject = clause.patient if clause.passive else clause.agent
    if (
        known is None
        or subject is None
        or subject.lemma not in ("it", "which")
        or sentence.paragraph - known[1] > 1
        or not subject.start >= sentence.start
    ):
        return
    if clause.passive and clause.lemma in lists()["formal"] and clause.lemma in table("actions"):
        action = table("actions")[clause.lemma]
    elif into_force(sentence, clause):
        action = "in force"
    elif clause.lemma in lists()["ending"]:
        action = "terminated"
    else:
        return
    if subject.lemma == "which" and not known[0].start <= subject.start <= known[0].end + 40:
        return
    roles = {role: list(found) for role, found in known[0].roles.items() if role == "party"}
    where = places(subject, clause, sentence, reading, subject.end)
    if where:
        roles["place"] = list(where)
    attributes = {k: v for k, v in known[0].attributes.items() if k in ("title", "agreement_type")} | (
        {"action": action} if action != "signed" else {}
    )
    verb = sentence.tokens[clause.verb]
    yield Draft(
        "Agreement",
        subject.start,
        max(verb.end, clause.end),
        roles,
        attributes,
        "",
        clause.modality,
        rule="agreement.referred",
        confidence=0.7,
        anchor=verb.start,
    )
