"""Reads visits from nouns: "X paid a visit to A", "the visit of X to A", "X's trip to A was cancelled"."""

from __future__ import annotations

from dostyk.kinds.people import Found, people
from dostyk.kinds.visit.parts import came_about, destinations, homes, other, visit_type, wished
from dostyk.kinds.visit.trips import Trip
from dostyk.kinds.wording import wordlists
from dostyk.model.analysis import Clause, Phrase, Sentence
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

TO = ("to", "in", "at", "for", "into")


def of_noun(sentence: Sentence, phrase: Phrase, reading: Reading) -> Trip | None:
    """The trip that a noun of visiting tells of, or None where it only refers back or names nobody."""
    if (
        phrase.determiner in ("any", "each", "every")
        or "exchange" in phrase.words()
        or (phrase.clause is not None and wished(sentence, phrase.clause))
    ):
        return None
    words, clause = wordlists("visit"), phrase.clause
    who = _travellers(sentence, phrase, reading)
    where = destinations([c for c in phrase.complements if c.preposition in TO], reading) or destinations(_behind(sentence, phrase), reading)
    if not where and clause is not None and clause.lemma in words["paying"] and clause.lemma not in ("be", "have"):
        where = destinations([o for o in clause.obliques if o.preposition in ("to", "in")], reading)
    if not where and clause is not None and clause.lemma == "be" and phrase.preposition in ("on", "for") and phrase.determiner in ("a", "an"):
        where = destinations([o for o in clause.obliques if o.preposition == "in" and o.first < phrase.first], reading)
    who = [f for f in who if all(f[1].id != m.id for _, m in where)]
    if who and not where and who[0][0] is _maker_before_name(phrase, who[0][0]) and homes(who[0][0], who[0][1], reading) is None:
        return None
    if not where and who and (_made_by(phrase, who[0][0]) or _comes(phrase, who[0], reading)):
        where = [(phrase, m) for m in _unnamed(sentence, who[0], reading)]
    if not who or not where:
        return None
    low = [*phrase.words(), *phrase.lemma.split(" ")[:-1]]
    several = sentence.tokens[phrase.head].low in words["several"]
    modality = came_about(sentence, _modality(sentence, phrase, low))
    return Trip(who, where, phrase.start, phrase.end, modality, visit_type(low), "visit.noun", several)


def _modality(sentence: Sentence, phrase: Phrase, low: list[str]) -> Modality:
    """Its verb's modality; "no visit" did not happen, an "upcoming visit" is planned, who "is on a visit" is still there."""
    clause = phrase.clause
    modality = clause.modality if clause is not None else Modality.ACTUAL
    if phrase.determiner == "no":
        return Modality.NEGATED
    if modality is not Modality.ACTUAL:
        return modality
    if any(w in wordlists("visit")["planned"] for w in low):
        return Modality.PLANNED
    being = clause is not None and clause.lemma == "be" and clause.tense == "present" and "been" not in sentence.text
    return Modality.ONGOING if being and phrase.preposition == "on" else modality


def _comes(phrase: Phrase, who: Found, reading: Reading) -> bool:
    """Whether somebody known to be from abroad "arrived for a visit": the place goes without saying."""
    clause: Clause | None = phrase.clause
    coming = clause is not None and clause.lemma in ("arrive", "come", "pay") and phrase.determiner in ("a", "an")
    return coming and homes(who[0], who[1], reading) is not None


def _made_by(phrase: Phrase, who: Phrase) -> bool:
    """Whether the noun itself names its maker ("the visit of X", "X's visit"); "the visit" alone refers back."""
    owners = [
        *(phrase.possessor.members() if phrase.possessor is not None else []),
        *[m for c in phrase.complements if c.preposition in ("of", "by") for m in c.members()],
    ]
    return any(owner is who for owner in owners) or who is _maker_before_name(phrase, who)


def _maker_before_name(phrase: Phrase, who: Phrase) -> Phrase | None:
    """Who is named before a colon and the visit."""
    return who if phrase.clause is None and not phrase.determiner and who.person is not None and 0 < phrase.first - who.last <= 3 else None


def _unnamed(sentence: Sentence, who: Found, reading: Reading) -> list[Mention]:
    """Where a visit went whose destination is not named: to the other country, else to that of the page."""
    code = homes(who[0], who[1], reading)
    found = other(code, reading)
    if found is None and code is None and who[0].person is not None and sentence.dates:
        found = reading.side()
    return [found] if found is not None else []


def _travellers(sentence: Sentence, phrase: Phrase, reading: Reading) -> list[Found]:
    """Who makes the visit: its possessor, "of" or "by", else the subject of the verb that pays it."""
    clause = phrase.clause
    for preposition in ("of", "by"):
        for complement in phrase.complements:
            if complement.preposition == preposition and (found := people(complement, reading)):
                return found
    if phrase.possessor is not None:
        return people(phrase.possessor, reading)
    if (found := people(_maker_behind(sentence, phrase), reading) or people(_maker_before(sentence, phrase), reading)) or clause is None:
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
    if phrase.determiner in ("his", "her", "their") and not clause.passive and clause.lemma in wordlists("visit")["guiding"]:
        agent = clause.patient  # "the King received Sultan X at the start of his visit": the guest's
    return people(agent, reading) if (own or paid) and agent is not phrase else []


def _maker_behind(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Who is named by "of" or "by" behind the destination ("a visit to Lima by Minister X")."""
    behind = [p for p in sentence.phrases if p.first > phrase.last]
    if len(behind) > 1 and behind[0].preposition in ("to", "in") and behind[1].preposition in ("of", "by"):
        gap = sentence.tokens[behind[0].last + 1 : behind[1].first]
        return behind[1] if len(gap) <= 1 else None
    return behind[0] if behind and behind[0].preposition == "by" and behind[0].first <= phrase.last + 2 else None


def _maker_before(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Who is named before a colon or dash and a visit with its sort ("Minister X: official visit, 3 May 2019")."""
    before = [p for p in sentence.phrases if p.last == phrase.first - 2 and p.person is not None]
    mark = sentence.tokens[phrase.first - 1].text if phrase.first else ""
    plain = phrase.clause is None and not phrase.determiner and not phrase.complements and bool(visit_type(phrase.words()))
    return before[0] if before and plain and bool(sentence.dates) and mark in (":", "–", "—", "-") else None  # noqa: RUF001


def _behind(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """The places after "to" behind the noun's complements, with no verb between."""
    for other_phrase in sentence.phrases:
        if other_phrase.first > phrase.last and other_phrase.preposition == "to":
            verbs = [t for t in sentence.tokens[phrase.last + 1 : other_phrase.first] if t.tag.startswith(("VB", "MD")) or t.text in (";", ":")]
            return [] if verbs else [other_phrase]
    return []
