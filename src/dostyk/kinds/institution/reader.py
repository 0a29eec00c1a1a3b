"""Reads institutions: which one was opened, moved or works, where, by whom, since when."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.acting import Acts, acts_of
from dostyk.kinds.institution.doings import Doing, doings
from dostyk.kinds.institution.lines import line
from dostyk.kinds.institution.names import Called, called, institutional, joint, mission, names
from dostyk.kinds.institution.roles import founders, places
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each institution that a sentence says was founded, moved or works."""
    acts = acts_of(sentence, reading.memory)
    for phrase in acts.phrases:
        how = called(sentence, phrase)
        if how is Called.NOT:
            continue
        told = doings(acts, phrase)
        for number, doing in enumerate(told):
            for draft in _drafts(acts, phrase, how, doing, reading):
                if number:
                    draft.start = sentence.tokens[doing.clause.verb].start
                yield draft
        listed = line(acts, phrase, reading) if not told and how is Called.NAMED else None
        if listed is not None:
            yield listed
    for clause in sentence.clauses:
        yield from _again(sentence, clause, reading)
        yield from _more(sentence, clause, reading)
        yield from _unclassed(acts, clause, reading)


def _drafts(acts: Acts, phrase: Phrase, how: Called, doing: Doing, reading: Reading) -> Iterator[Draft]:
    sentence, clause = acts.sentence, doing.clause
    seats = places(acts, phrase, doing, reading)
    by = founders(acts, phrase, doing, reading)
    loose = clause.lemma in wordlists("institution")["loose"]
    part = phrase.lemma in wordlists("institution")["parts"]
    if mission(phrase) and not any(m.type is MentionType.ORGANISATION for m in by):
        return
    shared = joint(phrase) and bool(by) and bool(sentence.dates)
    off = doing.modality is Modality.NEGATED and bool(sentence.dates)
    if how is Called.DESCRIBED and (
        not (seats or off or shared or (by and (part or phrase.complements))) or (not doing.founded and not seats) or (loose and not by and not part)
    ):
        return
    if how is Called.NAMED and loose and clause.passive and not seats and not sentence.dates:
        return
    verb = sentence.tokens[clause.verb]
    start = min(phrase.start, verb.start)
    end = max(phrase.end, verb.end, max((p.end for p, _ in seats), default=0))
    called_by = names(sentence, phrase, by)
    paired = len(called_by) > 1 and len(seats) == len(called_by)
    for index, one in enumerate(called_by):
        mention = thing(one, MentionType.ORGANISATION)
        if how is Called.NAMED:
            reading.memory["institution"] = mention
        else:
            reading.memory[f"institutions {phrase.lemma}"] = True
        roles: dict[str, list[Filler]] = {"institution": [mention]}
        here = [seats[index]] if paired else seats
        if here:
            roles["place"] = [m for _, m in here]
            reading.memory[f"place of {mention.name}"] = roles["place"]
        elif known := reading.memory.get(f"place of {mention.name}"):
            roles["place"] = list(known)
        if by:
            roles["founder"] = list(by)
        confidence = 0.75 if how is Called.NAMED else 0.65
        yield Draft("Institution", start, end, roles, {}, "", doing.modality, rule="institution", confidence=confidence, anchor=verb.start)


def _again(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read what a later clause says of an institution named before: "the centre relocated", "it was set up in 2008"."""
    lists = wordlists("institution")
    subject = clause.patient if clause.passive else clause.agent
    if subject is None or called(sentence, subject) is not Called.NOT:
        return
    operating = clause.lemma in ("start", "begin", "commence") and clause.patient is not None and clause.patient.lemma in lists["settling"]
    passive = (clause.passive or _shares_passive(sentence, clause)) and (
        clause.lemma in lists["housed"] or clause.lemma in lists["founding"] and clause.lemma not in ("announce", "start", "launch")
    )
    if not (clause.lemma in ("relocate", "move", "reopen", "open", "close") and not clause.passive or operating or passive):
        return
    if subject.lemma == "it" and clause.lemma in ("open", "inaugurate", "launch"):
        return
    definite = subject.lemma in ("it", "itself") or subject.lemma in lists["plain"] and subject.determiner in ("the", "this")
    if not definite and subject.span is None:
        return
    for mention in reading.mentions(subject, ("organisation", "any")):
        if not institutional(mention.name) or not mention.text[:1].isupper() or " " not in mention.name and "-" not in mention.name:
            continue
        verb = sentence.tokens[clause.verb]
        roles: dict[str, list[Filler]] = {"institution": [mention]}
        known = reading.memory.get(f"place of {mention.name}")
        if known:
            roles["place"] = list(known)
        start = subject.start if sentence.start <= subject.start < verb.start and not _shares_passive(sentence, clause) else verb.start
        end = max(verb.end, clause.patient.end if clause.patient is not None else 0)
        modality = Modality.ACTUAL if clause.modality is Modality.ONGOING else clause.modality
        yield Draft("Institution", start, end, roles, {}, "", modality, rule="institution.again", confidence=0.7, anchor=verb.start)


def _more(sentence: Sentence, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read of more seats of an institution named before: "Centres in Lima and Cusco were added in 2011"."""
    lists, known = wordlists("institution"), reading.memory.get("institution")
    subject = clause.patient if clause.passive else clause.agent
    if (
        subject is None
        or not (isinstance(known, Mention) or f"institutions {subject.lemma}" in reading.memory)
        or clause.lemma not in lists["adding"]
        or not sentence.dates
    ):
        return
    if subject.span is not None or subject.modifiers or subject.possessor is not None or subject.lemma not in lists["plain"] | lists["parts"]:
        return
    slots = [o for o in (*subject.complements, *clause.obliques) if o.preposition in ("in", "at")]
    seats = list({m.id: m for o in slots for member in o.members() for m in reading.mentions(member, ("place",))}.values())
    if not seats or sentence.tokens[subject.head].low == subject.lemma:
        return
    verb = sentence.tokens[clause.verb]
    whole = sentence.tokens[subject.head].low
    if isinstance(known, Mention):
        name = known.name if whole in known.name.lower() else f"{known.name} {whole}"
    else:
        name = sentence.text[subject.start - sentence.start : max(o.end for o in slots) - sentence.start]
    roles: dict[str, list[Filler]] = {"institution": [thing(name, MentionType.ORGANISATION)], "place": list(seats)}
    start, end = min(subject.start, verb.start), verb.end
    yield Draft("Institution", start, end, roles, {}, "", clause.modality, rule="institution.more", confidence=0.55, anchor=verb.start)


def _shares_passive(sentence: Sentence, clause: Clause) -> bool:
    """Whether a verb without an object shares "was" with the verb before it ("was set up in 2008 and promoted in 2011")."""
    at = next((i for i, c in enumerate(sentence.clauses) if c is clause), 0)
    before = sentence.clauses[at - 1] if at else None
    return before is not None and before.passive and before.patient is clause.agent and clause.patient is None and clause.predicate is None


def _unclassed(acts: Acts, clause: Clause, reading: Reading) -> Iterator[Draft]:
    """Read a bare name that opened in a city or building on a day ("Casa Asia opened in Lima in May 2010")."""
    subject = clause.patient if clause.passive else clause.agent
    if subject is None or subject.span is None or subject.span.type is not SpanType.NAME or subject.modifiers or subject.others:
        return
    if clause.lemma != "open" or (not clause.passive and clause.patient is not None) or called(acts.sentence, subject) is not Called.NOT:
        return
    seats = [m for o in clause.obliques if o.preposition in ("in", "at") for m in reading.mentions(o, ("place", "organisation", "name"))]
    if not seats or not any(d.edtf for d in acts.sentence.dates) or len(subject.span.text.split()) < 2:
        return
    verb = acts.sentence.tokens[clause.verb]
    roles: dict[str, list[Filler]] = {"institution": [thing(subject.span.text, MentionType.ORGANISATION)], "place": list(seats)}
    yield Draft(
        "Institution",
        min(subject.start, verb.start),
        verb.end,
        roles,
        {},
        "",
        clause.modality,
        rule="institution.name",
        confidence=0.55,
        anchor=verb.start,
    )
