"""Reads instruments: what was signed, by whom, between whom, where, for which years and for how much."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.languages.words import words
from dostyk.kinds.wording import everything, starts_cell, title_of
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

ACTIONS = {
    "sign": "signed", "conclude": "signed", "reach": "signed", "adopt": "signed", "ink": "signed", "seal": "signed", "initial": "initialled", "ratify": "ratified", "approve": "ratified",
    "terminate": "terminated", "denounce": "terminated", "expire": "terminated", "amend": "amended", "extend": "amended", "renew": "amended", "negotiate": "under negotiation", "exchange": "signed", "finalize": "signed",
    "finalise": "signed", "formalize": "signed", "formalise": "signed", "issue": "signed", "endorse": "signed", "agree": "signed", "enter": "signed", "make": "signed", "produce": "signed", "result": "signed", "follow": "signed",
}  # fmt: skip
FORMAL = {"sign", "initial", "ratify", "conclude", "ink", "adopt", "terminate", "denounce", "expire", "negotiate", "amend", "extend", "approve", "seal"}
STRONG = {"treaty", "agreement", "memorandum", "memoranda", "declaration", "protocol", "convention", "communique", "communiqué", "accord", "pact", "contract", "mou", "mous", "statement", "arrangement", "deal", "consensus", "concession"}
ISSUED = {"statement", "communique", "communiqué", "declaration"}
FIXED = {"mou": "memorandum", "mous": "memorandum", "memoranda": "memorandum", "program": "programme", "communique": "communiqué"}
VALUED = ("worth", "totalling", "totaling", "valued", "amounting", "for", "total", "value", "of")


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each instrument that a sentence says was signed, is in force or is under negotiation."""
    for phrase in everything(sentence):
        if not _instrument(phrase):
            continue
        clause = phrase.clause
        found = _act(sentence, phrase, clause)
        if found is not None:
            signing = _signed_after(sentence, phrase)
            acting = signing if signing is not None and (clause is None or clause.lemma not in ACTIONS) else clause
            yield _draft(sentence, phrase, acting, found, reading)
            yield from _effective(sentence, phrase, reading)
        for other in sentence.clauses:
            if other is not clause or found is None:
                yield from _later(sentence, phrase, other, reading)
    for clause in sentence.clauses:
        yield from _referred(sentence, clause, reading)


def _referred(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """What is said next of the instrument told last: "It was signed in …", "It entered into force on …"."""
    known = reading.memory.get("instrument")
    subject = clause.patient if clause.passive else clause.agent
    if known is None or subject is None or subject.lemma not in ("it", "which") or sentence.paragraph - known[1] > 1 or not subject.start >= sentence.start:
        return
    if clause.passive and clause.lemma in FORMAL:
        action = ACTIONS[clause.lemma]
    elif clause.lemma in ("come", "enter", "take") and _into_force(clause):
        action = "in force"
    else:
        return
    roles = {role: list(found) for role, found in known[0].roles.items() if role == "party"}
    places = _places(subject, clause, sentence, reading)
    if places:
        roles["place"] = list(places)
    attributes = {k: v for k, v in known[0].attributes.items() if k in ("title", "agreement_type")} | ({"action": action} if action != "signed" else {})
    verb = sentence.tokens[clause.verb]
    yield Draft("Agreement", subject.start, max(verb.end, clause.end), roles, attributes, "", clause.modality, rule="agreement.referred", confidence=0.7, anchor=verb.start)


def _later(sentence: Sentence, phrase: Phrase, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """What another clause does with the same instrument: "…, came into force on D", "and ratified in Y"."""
    if clause.lemma in ("come", "enter", "take") and _into_force(clause) and _is(clause.agent, phrase):
        yield _draft(sentence, phrase, clause, ("in force", clause.modality), reading)
    elif clause.lemma in ("ratify", "terminate", "denounce", "initial", "extend", "amend", "renew", "expire") and clause is not phrase.clause and (_is(clause.patient, phrase) or (clause.lemma == "expire" and _is(clause.agent, phrase))):
        yield _draft(sentence, phrase, clause, (ACTIONS[clause.lemma], clause.modality), reading)


def _effective(sentence: Sentence, phrase: Phrase, reading: Reading) -> Iterator[Draft]:
    """A second date in brackets or after a comma says since when it is in force ("signed D; effective E")."""
    for date in sentence.dates:
        before = sentence.text[max(0, date.lead - 28 - sentence.start) : date.lead - sentence.start].lower()
        if date.edtf and date.start > phrase.end and any(w in before for w in ("effective", "in force", "into force", "entry into force", "valid from")) and sentence.form in ("item", "row", "heading"):
            draft = _draft(sentence, phrase, None, ("in force", Modality.ACTUAL), reading)
            draft.time, draft.end = date.edtf, max(draft.end, date.end)
            yield draft
            return


def _instrument(phrase: Phrase) -> bool:
    classes = words().classes["instrument"]
    if phrase.office is not None:
        return False
    return phrase.lemma in classes or phrase.lemma.rstrip("s") in classes


def _act(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> tuple[str, Modality] | None:
    """What is done with the instrument, and how it is said; None where it is only spoken of."""
    lemma = phrase.lemma.rstrip("s") if phrase.lemma != "consensus" else phrase.lemma
    strong = lemma in STRONG
    if phrase.quantity is not None and phrase.quantity.bare and not any(t.span is not None and t.span.type is not SpanType.QUANTITY for t in phrase.modifiers) and lemma not in ("package",) and not phrase.complements:
        return None
    if clause is not None and clause.lemma in ("come", "enter") and _into_force(clause) and _is(clause.agent, phrase):
        return "in force", clause.modality
    if clause is not None and clause.lemma in ACTIONS and (_is(clause.patient, phrase) or _among(clause, phrase, sentence)):
        if clause.lemma in FORMAL or (strong and (clause.lemma not in ("make", "produce", "follow", "result", "issue", "enter", "exchange") or lemma in ISSUED)) or (lemma in ("agreement", "consensus") and clause.lemma in ("reach", "conclude")):
            return ACTIONS[clause.lemma], clause.modality
    if (inner := _signed_after(sentence, phrase)) is not None:
        return ACTIONS[inner.lemma], Modality.ACTUAL
    if any(t.low == "signed" for t in phrase.modifiers) and strong:
        return "signed", Modality.ACTUAL
    if strong and _titled(phrase) and _bracket_date(sentence, phrase):
        return "signed", Modality.ACTUAL
    if _signing_of(sentence, phrase) and (strong or _titled(phrase)):
        return "signed", clause.modality if clause is not None and clause.modality in (Modality.PLANNED, Modality.EXPECTED) else Modality.ACTUAL
    if strong and clause is not None and clause.lemma in ("be", "exist") and (_is(clause.predicate, phrase) or _is(clause.agent, phrase) or _is(clause.patient, phrase)) and any(t.tag == "EX" for t in sentence.tokens) and phrase.complements:
        return "in force", Modality.ACTUAL
    if sentence.form in ("item", "row") and (strong or _titled(phrase)) and starts_cell(sentence, phrase) and not _finite(sentence, phrase):
        return "signed", Modality.ACTUAL
    return None


def _finite(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a finite verb of the line says something else of the instrument."""
    return any(c.form == "finite" and (_is(c.agent, phrase) or _is(c.patient, phrase)) for c in sentence.clauses)


def _is(slot: Phrase | None, phrase: Phrase) -> bool:
    return slot is not None and any(m is phrase for m in slot.members())


def _among(clause: Clause, phrase: Phrase, sentence: Sentence) -> bool:
    """Whether the instrument is named after "such as", "including" of what was signed."""
    patient = clause.patient
    if patient is None or patient.lemma.rstrip("s") not in ("document", "agreement", "memorandum", "instrument", "package", "contract", "memoranda", "number"):
        return False
    return phrase.preposition in ("such as", "including", "as", "like") and phrase.first > patient.last and phrase in [m for p in sentence.phrases for m in p.members()]


def _into_force(clause: Clause) -> bool:
    return any(p.lemma == "force" for p in clause.obliques)


def _signed_after(sentence: Sentence, phrase: Phrase) -> Clause | None:
    """The clause of the participle right after the phrase: "the treaty signed in May"."""
    for clause in sentence.clauses:
        if clause.form == "participle" and clause.lemma in ACTIONS and clause.patient is not None and any(m is phrase for m in clause.patient.members()) and clause.lemma in FORMAL:
            return clause
    return None


def _titled(phrase: Phrase) -> bool:
    return phrase.text.removeprefix("the ").removeprefix("a ")[:1].isupper()


def _bracket_date(sentence: Sentence, phrase: Phrase) -> bool:
    after = sentence.text[phrase.end - sentence.start :].lstrip()
    return after.startswith("(") and any(0 <= d.start - phrase.end <= 4 for d in sentence.dates)


def _signing_of(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase hangs on "the signing of" or follows "signing"."""
    before = [t.low for t in sentence.tokens[max(0, phrase.first - 3) : phrase.first]]
    return bool(before) and ("signing" in before or "signature" in before or "conclusion" in before) and before[-1] in ("signing", "of", "the")


def _draft(sentence: Sentence, phrase: Phrase, clause: Clause | None, act: tuple[str, Modality], reading: Reading) -> Draft:
    action, modality = act
    title, end = title_of(sentence, phrase)
    roles: dict[str, list[Filler]] = {"party": list(_parties(sentence, phrase, clause, reading))}
    signatories = [m for member in (clause.agent.members() if clause is not None and clause.agent is not None else []) for m in reading.mentions(member, ("person",))]
    if signatories:
        roles["signatory"] = list(signatories)
    places = _places(phrase, clause, sentence, reading)
    if places:
        roles["place"] = list(places)
    attributes = {"title": title, "agreement_type": _class(phrase), **({"action": action} if action != "signed" else {})}
    attributes.update(_value(sentence, phrase, end))
    if valid := _valid(sentence, phrase, end):
        attributes["valid"] = valid.edtf or ""
        end = max(end, valid.end)
    start = phrase.start
    anchor = phrase.start
    if clause is not None and clause.lemma in ACTIONS:
        verb = sentence.tokens[clause.verb]
        start, end = min(start, verb.start), max(end, verb.end)
        anchor = verb.start
    draft = Draft("Agreement", start, end, roles, attributes, "", modality, False, "agreement", 0.8, anchor)
    draft.time = _time(sentence, phrase, valid)
    reading.memory["instrument"] = (draft, sentence.paragraph)
    return draft


def _time(sentence: Sentence, phrase: Phrase, valid: DateMark | None) -> str | None:
    """The signing date where a bracket gives it or the validity must not be taken for it; "" leaves it to the grammar."""
    for date in sentence.dates:
        if date is not valid and date.edtf and 0 <= date.start - phrase.end <= 3 and "(" in sentence.text[phrase.end - sentence.start : date.start - sentence.start]:
            return date.edtf
    if valid is not None:
        others = [d for d in sentence.dates if d is not valid and d.edtf and not d.vague and d.duration is None and d.relation in ("in", "since")]
        if others:
            before = [d for d in others if d.end <= phrase.start]
            return (before[-1] if before else others[0]).edtf
        valid.vague = True
    return ""


def _class(phrase: Phrase) -> str:
    """The class of instrument: memorandum, joint declaration, treaty, package of documents …"""
    lemma = phrase.lemma if phrase.lemma == "consensus" else phrase.lemma.rstrip("s")
    lemma = FIXED.get(lemma, FIXED.get(phrase.lemma, lemma))
    if lemma in ("declaration", "statement", "communiqué") and any(t.low == "joint" for t in phrase.modifiers):
        return f"joint {lemma}"
    if lemma == "plan" and any(t.low == "action" for t in phrase.modifiers):
        return "action plan"
    if lemma in ("package", "letter", "exchange"):
        inner = next((c.lemma for c in phrase.complements if c.preposition == "of"), "")
        return f"{lemma} of {inner if inner.endswith('s') or lemma == 'letter' else inner + 's'}" if inner else lemma
    return lemma


def _parties(sentence: Sentence, phrase: Phrase, clause: Clause | None, reading: Reading) -> list[Mention]:
    """Between whom: "between A and B", possessor, who signed with whom, else the two countries of the page."""
    found: dict[str, Mention] = {}
    kinds = ("country", "organisation", "region")
    between = [c for c in phrase.complements if c.preposition in ("between", "with")]
    between += [p for p in sentence.phrases if p.preposition == "between" and p.first >= phrase.first and not found]
    for complement in between:
        for member in complement.members():
            mentions = reading.mentions(member, kinds) or reading.countries(member)
            for mention in mentions:
                found.setdefault(mention.id, mention)
    for mention in reading.countries(phrase):
        found.setdefault(mention.id, mention)
    if len(found) < 2 and clause is not None and clause.form != "participle":
        for slot in [clause.agent, *[o for o in clause.obliques if o.preposition in ("with", "by", "between")]]:
            for member in slot.members() if slot is not None else []:
                for mention in reading.mentions(member, kinds):
                    found.setdefault(mention.id, mention)
    if len(found) < 2 and clause is not None and clause.agent is not None:
        for member in clause.agent.members():
            for mention in _of_office(member, reading):
                found.setdefault(mention.id, mention)
    states = [m for m in found.values() if m.type is MentionType.COUNTRY]
    if len(found) < 2 and len(states) == len(found):
        members = reading.memory.get("members")
        pair = members[1] if members is not None and sentence.paragraph - members[0] <= 1 and not found else reading.pair()
        if not found or any(m.id in found for m in pair):
            for mention in pair:
                found.setdefault(mention.id, mention)
    return list(found.values())


def _of_office(member: Phrase, reading: Reading) -> list[Mention]:
    """The city or region whose mayor or governor signs."""
    if member.office is None:
        return []
    slots = [*member.office.complements, *([member.office.possessor] if member.office.possessor is not None else [])]
    return [m for s in slots for m in reading.mentions(s, ("region",))]


def _places(phrase: Phrase, clause: Clause | None, sentence: Sentence, reading: Reading) -> list[Mention]:
    slots = [o for o in (clause.obliques if clause is not None else []) if o.preposition in ("in", "at")]
    slots += [c for c in phrase.complements if c.preposition in ("in", "at")]
    after = sentence.text[phrase.end - sentence.start :].lstrip()
    if after.startswith("("):
        close = sentence.text.find(")", phrase.end - sentence.start) + sentence.start
        slots += [p for p in sentence.phrases if phrase.end <= p.start < close]
    found = [m for slot in slots for member in slot.members() for m in reading.mentions(member, ("city",))]
    return list({m.id: m for m in found}.values())


def _value(sentence: Sentence, phrase: Phrase, end: int) -> dict[str, str]:
    """The sum of the instrument, where one stands with it."""
    for quantity in sentence.quantities:
        gap = sentence.text[end - sentence.start : quantity.start - sentence.start]
        inside = phrase.start <= quantity.start < end
        if quantity.unit.isupper() and len(quantity.unit) == 3 and (inside or (0 <= quantity.start - end <= 40 and any(w in gap.split() for w in VALUED[:5]))):
            return {"value": quantity.value, "unit": quantity.unit, **({"bound": quantity.bound} if quantity.bound != "exact" else {})}
    return {}


def _valid(sentence: Sentence, phrase: Phrase, end: int) -> DateMark | None:
    """The years for which a programme holds, standing in its title or right behind it."""
    for date in sentence.dates:
        if date.edtf and "/" in date.edtf and len(date.edtf.split("/")[0]) == 4 and (phrase.start <= date.start < end or 0 <= date.lead - end <= 2 or 0 <= date.start - end <= 5):
            return date
    return None
