"""Reads visits: who travelled where, from verbs, from the noun with its verb, and from lines of lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dostyk.kinds.people import Found, leader, people
from dostyk.kinds.visit.lists import listed
from dostyk.kinds.visit.parts import came_about, dates_apart, destinations, homes, host, other, together, visit_type
from dostyk.kinds.wording import everything, wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

TO = ("to", "in", "at", "for", "into")


@dataclass(frozen=True, slots=True)
class _Trip:
    """What a sentence says of one visit before it is spread over travellers and places."""

    who: list[Found]
    where: list[Found]
    anchor: int
    end: int
    modality: Modality
    kind: str = ""
    rule: str = "visit"
    several: bool = False


def read(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each traveller and each place of the visits that a sentence tells of."""
    drafts = list(listed(sentence, reading))
    if not drafts:
        for clause in sentence.clauses:
            if (trip := _of_verb(sentence, clause, reading)) is not None:
                drafts += _drafts(sentence, trip, clause, reading)
        for phrase in everything(sentence):
            if phrase.lemma.split(" ")[-1] in wordlists("visit")["nouns"] and (trip := _of_noun(sentence, phrase, reading)) is not None:
                drafts += _drafts(sentence, trip, phrase.clause, reading)
    for draft in _without_countries(sentence, drafts):
        reading.memory["visitors"] = list(draft.roles["visitor"])
        if draft.roles.get("host"):
            reading.memory["together"] = [*draft.roles["visitor"][:1], *draft.roles["host"][:1]]
        yield draft


def _without_countries(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Of "arrived in Hanoi on a visit to Vietnam" one visit: the country's gives its sort to the city's."""
    lies = {s.id: s.country for s in sentence.spans if s.type is SpanType.CITY}
    kept: list[Draft] = []
    for draft in drafts:
        place = draft.roles["destination"][0]
        country = place.id if isinstance(place, Mention) else ""
        closer = [
            d
            for d in drafts
            if d is not draft
            and d.roles["visitor"] == draft.roles["visitor"]
            and isinstance(m := d.roles["destination"][0], Mention)
            and lies.get(m.id) == country
        ]
        if not closer:
            kept.append(draft)
        for other_draft in closer[:1]:
            for name, value in draft.attributes.items():
                other_draft.attributes.setdefault(name, value)
    return kept


def _of_verb(sentence: Sentence, clause: Clause, reading: Reading) -> _Trip | None:
    """Read "X visited A and B", "X arrived in A", "X was in A on D", "X led a delegation to A"."""
    words = wordlists("visit")
    token = sentence.tokens[clause.verb]
    if _wished(sentence, clause):
        return None
    who, where = clause.agent, [o for o in clause.obliques if o.preposition in TO]
    if clause.lemma in words["visiting"]:
        where = [clause.patient, *_loose(sentence, clause.patient)] if clause.patient is not None else []
    elif clause.lemma in words["leading"] and clause.patient is not None:
        where = [o for o in where if o.preposition == "to"]
    elif clause.lemma in words["sending"]:
        who, where = (
            clause.patient,
            [o for o in where if o.preposition in ("to", "in")]
            or [o for c in sentence.clauses if c.governor is clause for o in c.obliques if o.preposition == "in"],
        )
    elif clause.lemma in words["moving"]:
        where = [
            o
            for o in where
            if o.preposition != "at"
            and (o.preposition != "for" or clause.lemma in ("leave", "depart", "embark", "head"))
            and (clause.lemma != "return" or o.preposition == "to")
        ]
        if clause.patient is not None and clause.lemma in ("leave", "head", "return"):
            return None
    elif clause.lemma in words["attending"] or (clause.lemma == "take" and clause.patient is not None and clause.patient.lemma == "part"):
        return _attended(sentence, clause, reading)
    elif clause.lemma in words["staying"]:
        if any(o.preposition in ("in", "at") and o.lemma in words["posted"] for o in clause.obliques):
            return None
        where = [o for o in where if o.preposition in ("in", "to")]
        if clause.predicate is not None or clause.patient is not None or clause.passive or not _stay(clause, sentence):
            return None
    else:
        return None
    found = [lead for one in people(who, reading) for lead in (leader(sentence, one[0], reading) if one[0].lemma == "delegation" else []) or [one]]
    if clause.lemma == "arrive":
        found = [f for f in found if not _envoy(f[0])]
    if clause.lemma in words["staying"]:
        found = [f for f in found if f[1].type is MentionType.PERSON or f[0].lemma == "delegation"]
    places = destinations(where, reading) or _the_capital(sentence, where, reading)
    if not places and clause.lemma == "visit" and clause.patient is None and found and clause.modality is not Modality.ACTUAL:
        places = [(found[0][0], m) for m in [other(homes(found[0][0], found[0][1], reading), reading)] if m is not None]
    if not found or not places:
        return None
    return _Trip(
        found,
        places,
        token.start,
        token.end,
        came_about(sentence, clause.modality),
        rule=f"visit.{clause.lemma}",
        several=clause.lemma in words["visiting"],
    )


def _attended(sentence: Sentence, clause: Clause, reading: Reading) -> _Trip | None:
    """Read "X attended the forum in A": a visit where A is known to lie abroad for X."""
    inner = [c for p in (clause.patient, *clause.obliques) if p is not None for c in p.complements]
    places = destinations([o for o in [*clause.obliques, *inner] if o.preposition == "in"], reading)
    found = [f for f in people(clause.agent, reading) if f[1].type is MentionType.PERSON]
    abroad = [
        (p, m) for p, m in places for f in found[:1] if p.span is not None and _abroad(homes(f[0], f[1], reading), p.span.country or m.id, reading)
    ]
    token = sentence.tokens[clause.verb]
    if not found or not abroad or not sentence.dates:
        return None
    return _Trip(found, abroad, token.start, token.end, came_about(sentence, clause.modality), rule="visit.attend")


def _abroad(home: str | None, country: str, reading: Reading) -> bool:
    """Whether a place lies abroad for somebody; where the home is not known, whether it lies in one of the two countries."""
    return home != country if home is not None else country in [m.id for m in reading.pair()]


def _the_capital(sentence: Sentence, where: Sequence[Phrase], reading: Reading) -> list[Found]:
    """What "the capital" means where the city was named before in the sentence."""
    for phrase in where:
        if phrase.lemma in ("capital", "city"):
            before = [s for s in sentence.spans if s.type is SpanType.CITY and s.end < phrase.start]
            return [(phrase, m) for s in before[-1:] for m in reading.mentions(s, ("city",))]
    return []


def _envoy(phrase: Phrase) -> bool:
    """Whether somebody comes to stay: ambassadors and consuls arrive at their posts."""
    return phrase.office is not None and any(
        phrase.office.lemma.startswith(w) or phrase.office.lemma.endswith(w) for w in sorted(wordlists("visit")["envoys"])
    )


def _stay(clause: Clause, sentence: Sentence) -> bool:
    """Whether being somewhere is a visit: it has a date or a stay is worded, and no verb in -ing follows."""
    after = sentence.tokens[clause.verb + 1] if clause.verb + 1 < len(sentence.tokens) else None
    dated = any(d.edtf and not d.vague and d.relation == "in" for d in sentence.dates)
    return after is not None and (clause.lemma != "be" or (after.low == "also" or after.low in ("in", "to") and (dated or "been" in sentence.text)))


def _loose(sentence: Sentence, patient: Phrase | None) -> list[Phrase]:
    """Places that go on a list which the grammar has cut ("toured Ghana, Togo and Benin")."""
    found: list[Phrase] = []
    last = patient.members()[-1].last if patient is not None else -1
    for phrase in sentence.phrases:
        gap = [t.low for t in sentence.tokens[last + 1 : phrase.first]]
        if phrase.first > last and gap and all(w in (",", "and") for w in gap) and phrase.span is not None and not phrase.preposition:
            found.append(phrase)
            last = phrase.last
    return found


def _wished(sentence: Sentence, clause: Clause) -> bool:
    """Whether "to visit" hangs on an invitation, a wish or readiness: nobody has travelled."""
    if clause.form != "infinitive":
        return False
    wishing = wordlists("visit")["wishing"]
    first = next((i for i in range(clause.verb - 1, -1, -1) if sentence.tokens[i].low == "to"), -1)
    before = {t.low for t in sentence.tokens[max(0, first - 3) : max(first, 0)]} | {
        t.lemma for t in sentence.tokens[max(0, first - 3) : max(first, 0)]
    }
    governor = clause.governor
    return bool(before & wishing) or (governor is not None and governor.lemma in wishing)


def _of_noun(sentence: Sentence, phrase: Phrase, reading: Reading) -> _Trip | None:
    """Read "X paid a visit to A", "the visit of X to A", "X's trip to A was cancelled"."""
    words = wordlists("visit")
    clause = phrase.clause
    if phrase.determiner in ("any", "each", "every") or "exchange" in [t.low for t in phrase.modifiers]:
        return None
    who = _noun_travellers(sentence, phrase, reading)
    where = destinations([c for c in phrase.complements if c.preposition in TO], reading) or destinations(_behind(sentence, phrase), reading)
    if not where and clause is not None and clause.lemma in words["paying"] and clause.lemma not in ("be", "have"):
        where = destinations([o for o in clause.obliques if o.preposition in ("to", "in")], reading)
    who = [f for f in who if all(f[1].id != m.id for _, m in where)]
    coming = (
        clause is not None
        and phrase.determiner in ("a", "an")
        and clause.lemma in ("arrive", "come", "pay")
        and homes(who[0][0], who[0][1], reading) is not None
        if who
        else False
    )
    if not where and who and (coming or _made_by(phrase, who[0][0])):
        where = [(phrase, m) for m in _unnamed(sentence, who[0], reading)]
    if not who or not where:
        return None
    modality = clause.modality if clause is not None else Modality.ACTUAL
    low = [*(t.low for t in phrase.modifiers), *phrase.lemma.split(" ")[:-1]]
    if phrase.determiner == "no":
        modality = Modality.NEGATED
    elif modality is Modality.ACTUAL and any(w in words["planned"] for w in low):
        modality = Modality.PLANNED
    elif (
        modality is Modality.ACTUAL
        and clause is not None
        and clause.lemma == "be"
        and clause.tense == "present"
        and phrase.preposition == "on"
        and "been" not in sentence.text
    ):
        modality = Modality.ONGOING
    token = sentence.tokens[phrase.head]
    return _Trip(who, where, phrase.start, phrase.end, came_about(sentence, modality), visit_type(low), "visit.noun", token.low in words["several"])


def _made_by(phrase: Phrase, who: Phrase) -> bool:
    """Whether the noun itself names its maker ("the visit of X", "X's visit"); "the visit" alone refers back."""
    owners = [
        *(phrase.possessor.members() if phrase.possessor is not None else []),
        *[m for c in phrase.complements if c.preposition in ("of", "by") for m in c.members()],
    ]
    return any(owner is who for owner in owners)


def _unnamed(sentence: Sentence, who: Found, reading: Reading) -> list[Mention]:
    """Where a visit went whose destination is not named: to the other country, else to that of the page."""
    code = homes(who[0], who[1], reading)
    found = other(code, reading)
    if found is None and code is None and who[0].person is not None and sentence.dates:
        found = reading.side()
    return [found] if found is not None else []


def _noun_travellers(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Found]:
    """Who makes the visit: its possessor, "of" or "by", else the subject of the verb that pays it."""
    clause = phrase.clause
    for preposition in ("of", "by"):
        for complement in phrase.complements:
            if complement.preposition == preposition and (found := people(complement, reading)):
                return found
    if phrase.possessor is not None:
        return people(phrase.possessor, reading)
    if (found := people(_maker_behind(sentence, phrase), reading)) or clause is None:
        return found
    slots = [clause.patient, clause.predicate]
    direct = any(m is phrase for slot in slots if slot is not None for m in slot.members())
    own = (
        phrase.determiner in ("his", "her", "their")
        or phrase.preposition == "during"
        or (phrase.preposition == "on" and phrase.determiner in ("a", "an"))
    )
    paid = clause.lemma in wordlists("visit")["paying"] and (direct or phrase.preposition in ("on", "for", "after", "from", "as"))
    agent = clause.patient if clause.passive and clause.patient is not phrase else clause.agent
    return people(agent, reading) if (own or paid) and agent is not phrase else []


def _maker_behind(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Who is named by "of" or "by" behind the destination ("a visit to Lima by Minister X")."""
    behind = [p for p in sentence.phrases if p.first > phrase.last]
    if len(behind) > 1 and behind[0].preposition in ("to", "in") and behind[1].preposition in ("of", "by"):
        gap = sentence.tokens[behind[0].last + 1 : behind[1].first]
        return behind[1] if len(gap) <= 1 else None
    return behind[0] if behind and behind[0].preposition == "by" and behind[0].first <= phrase.last + 2 else None


def _behind(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """The places after "to" behind the noun's complements, with no verb between."""
    for other_phrase in sentence.phrases:
        if other_phrase.first > phrase.last and other_phrase.preposition == "to":
            verbs = [t for t in sentence.tokens[phrase.last + 1 : other_phrase.first] if t.tag.startswith(("VB", "MD")) or t.text in (";", ":")]
            return [] if verbs else [other_phrase]
    return []


def _drafts(sentence: Sentence, trip: _Trip, clause: Clause | None, reading: Reading) -> Iterator[Draft]:
    """Spread a trip over travellers, places and, where several dates stand side by side, dates."""
    invited = host(sentence, clause, reading)
    named = [f for f in trip.who if f[1].type is MentionType.PERSON]
    dates = dates_apart(sentence) if trip.several else []
    for phrase, who in [f for f in trip.who if not named or f in named or f[0].lemma != "delegation"]:
        if any(who.id == m.id for m in invited) and len(trip.who) > 1:
            continue
        for spots in together([(p.span, m) for p, m in trip.where]):
            roles: dict[str, list[Filler]] = {"visitor": [who], "destination": [m for _, m in spots]}
            if invited:
                roles["host"] = list(invited)
            points = [(p.start, p.end) for p in (phrase, *(s for s, _ in spots)) if p is not None and sentence.start <= p.start < sentence.end]
            start, end = min([trip.anchor, *(p[0] for p in points)]), max([trip.end, *(p[1] for p in points)])
            draft = Draft("Visit", start, end, roles, {}, "", trip.modality, rule=trip.rule, confidence=0.8, anchor=trip.anchor)
            if trip.kind:
                draft.attributes["visit_type"] = trip.kind
            if not dates:
                yield draft
            for date in dates:
                low, high = min(start, date.start), max(end, date.end)
                yield replace(draft, start=low, end=high, roles=dict(roles), attributes=dict(draft.attributes), time=date.edtf)
