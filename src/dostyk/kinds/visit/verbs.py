"""Reads visits from verbs: "X visited A and B", "X arrived in A", "X was in A on D", "X led a delegation to A"."""

from __future__ import annotations

from collections.abc import Sequence

from dostyk.kinds.people import Found, leader, people
from dostyk.kinds.visit.parts import came_about, destinations, homes, other, wished
from dostyk.kinds.visit.trips import Trip
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import MentionType
from dostyk.model.statement import Modality

BOUND = ("leave", "depart", "embark", "head")


def of_verb(sentence: Sentence, clause: Clause, reading: Reading) -> Trip | None:
    """The trip that a clause tells of, or None."""
    words = wordlists("visit")
    if wished(sentence, clause):
        return None
    if clause.lemma in words["attending"] or (clause.lemma == "take" and clause.patient is not None and clause.patient.lemma == "part"):
        return _attended(sentence, clause, reading)
    if clause.lemma in words["welcoming"]:
        return _hosted(sentence, clause, reading)
    where = _where(sentence, clause)
    if where is None:
        return None
    expected = clause.lemma == "expect" and clause.passive
    who = people(clause.patient if clause.lemma in words["sending"] or expected else clause.agent, reading)
    found = [lead for one in who for lead in (leader(sentence, one[0], reading) if one[0].lemma == "delegation" else []) or [one]]
    if clause.lemma == "arrive":
        found = [f for f in found if not _envoy(f[0])]
    elif clause.lemma in words["staying"]:
        found = [f for f in found if (f[1].type is MentionType.PERSON or f[0].lemma == "delegation") and not _envoy(f[0])]
    places = destinations(where, reading) or _the_capital(sentence, where, reading)
    if not places and clause.lemma in ("visit", "come") and clause.patient is None and found and clause.modality is not Modality.ACTUAL:
        places = [(found[0][0], m) for m in [other(homes(found[0][0], found[0][1], reading), reading)] if m is not None]
    after = [t.low for t in sentence.tokens[clause.verb + 1 : clause.verb + 3]]
    if not places and found and "here" in after and (sent := reading.dateline()) is not None:
        places = [(found[0][0], sent)]
    if not found or not places:
        return None
    token = sentence.tokens[clause.verb]
    modality = came_about(sentence, Modality.PLANNED if expected else clause.modality)
    return Trip(found, places, token.start, token.end, modality, rule=f"visit.{clause.lemma}", several=clause.lemma in words["visiting"])


def _hosted(sentence: Sentence, clause: Clause, reading: Reading) -> Trip | None:
    """Read "the Assembly hosted a delegation from A led by X": a visit to where the host is, else to the page's own country."""
    guest, host = clause.patient, clause.agent
    if guest is None or host is None or guest.lemma != "delegation" or any(f[1].type is MentionType.PERSON for f in people(host, reading)):
        return None
    origins = reading.countries(guest) or [m for o in clause.obliques if o.preposition == "from" for m in reading.mentions(o, ("country",))]
    seat = reading.mentions(host, ("place",)) or reading.countries(host)
    if not seat and host.span is not None and host.span.country:
        seat = [m for m in [*reading.pair(), reading.side()] if m is not None and m.id == host.span.country]
    seat = seat or [m for m in [other(origins[0].id, reading) if origins else None, reading.side()] if m is not None]
    found = leader(sentence, guest, reading) or [(guest, m) for m in reading.mentions(guest, ("delegation", "person"))]
    if len(origins) != 1 or not seat or seat[0].id == origins[0].id or not found:
        return None
    token = sentence.tokens[clause.verb]
    return Trip(found[:1], [(host, seat[0])], token.start, token.end, came_about(sentence, clause.modality), rule="visit.hosted")


def _where(sentence: Sentence, clause: Clause) -> list[Phrase] | None:
    """The phrases that say where a verb of travelling leads; None for any other verb."""
    words, lemma = wordlists("visit"), clause.lemma
    obliques = [o for o in clause.obliques if o.preposition in ("to", "in", "for", "into")]
    if lemma in words["visiting"]:
        return [clause.patient, *_loose(sentence, clause.patient)] if clause.patient is not None else []
    if lemma in words["leading"] and clause.patient is not None:
        return [o for o in obliques if o.preposition == "to"]
    if lemma in words["sending"]:
        later = [o for c in sentence.clauses if c.governor is clause for o in c.obliques if o.preposition == "in"]
        return [o for o in obliques if o.preposition in ("to", "in")] or later
    if lemma in words["moving"]:
        if clause.patient is not None and lemma in ("leave", "head", "return"):
            return None
        return [o for o in obliques if (o.preposition != "for" or lemma in BOUND) and (lemma != "return" or o.preposition == "to")]
    if lemma == "expect" and clause.passive:
        return [o for o in obliques if o.preposition in ("in", "to")]
    if lemma in words["staying"] and _stay(clause, sentence):
        return [o for o in obliques if o.preposition in ("in", "to")]
    return None


def _stay(clause: Clause, sentence: Sentence) -> bool:
    """Whether being somewhere is a visit: it has a date or a stay is worded, and no verb in -ing follows."""
    if clause.predicate is not None or clause.patient is not None or clause.passive:
        return False
    if any(o.preposition in ("in", "at") and o.lemma in wordlists("visit")["posted"] for o in clause.obliques):
        return False
    after = sentence.tokens[clause.verb + 1] if clause.verb + 1 < len(sentence.tokens) else None
    dated = any(d.edtf and not d.vague and d.relation == "in" for d in sentence.dates)
    return after is not None and (clause.lemma != "be" or (after.low == "also" or after.low in ("in", "to") and (dated or "been" in sentence.text)))


def _envoy(phrase: Phrase) -> bool:
    """Whether somebody comes to stay: ambassadors and consuls arrive at their posts."""
    return phrase.office is not None and any(
        phrase.office.lemma.startswith(w) or phrase.office.lemma.endswith(w) for w in sorted(wordlists("visit")["envoys"])
    )


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


def _attended(sentence: Sentence, clause: Clause, reading: Reading) -> Trip | None:
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
    return Trip(found, abroad, token.start, token.end, came_about(sentence, clause.modality), rule="visit.attend")


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
