"""Reads gifts in kind that are not counted: "Malta donated school furniture to Samoa", "Samoa received medicine from Malta"."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.kinds.acting import Acts
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import title_of, without_article, wordlists
from dostyk.model.analysis import Clause, Phrase, SpanType
from dostyk.model.kind import Draft, Filler, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality

WHO = ("country", "organisation", "person", "city", "region", "delegation")
PLACES = (MentionType.COUNTRY, MentionType.REGION, MentionType.CITY)
TELLING = (Modality.ACTUAL, Modality.ONGOING)
WORDS = {"donate": "donation", "gift": "gift", "hand": "handover", "present": "gift", "award": "gift"}


def gifts(acts: Acts, reading: Reading) -> Iterator[Draft]:
    """Give a draft for each clause in which one side gives the other goods that no figure tells."""
    for clause in acts.sentence.clauses:
        if clause.modality not in TELLING or clause.form not in ("finite", "participle"):
            continue
        found = _given(acts, clause) or _received(acts, clause)
        if found is None:
            continue
        goods, giver, taker = found
        givers, takers = _who(giver, reading), _who(taker, reading)
        takers = takers or [m for o in clause.obliques if o.preposition == "in" for m in reading.mentions(o, ("place",))]
        takers = [m for m in takers if all(m.id != g.id for g in givers)]
        if not givers or not takers or not _meant(acts, clause, goods):
            continue
        yield _draft(acts, clause, goods, givers, takers)


def _given(acts: Acts, clause: Clause) -> tuple[Phrase, Phrase, Phrase] | None:
    """What is given, by whom, to whom, where the verb is one of giving; a gift handed over needs its "over"."""
    goods, lists = handed_over(clause), wordlists("event")
    if clause.lemma not in lists["giving"] | lists["providing"] or goods is None or clause.agent is None:
        return None
    if clause.lemma == "hand" and "over" not in [t.low for t in acts.sentence.tokens[clause.verb + 1 : goods.last + 2]]:
        return None
    slots = [*clause.obliques, *goods.complements]
    taker = next((o for o in slots if o.preposition == "to" and o is not clause.agent), None)
    return (goods, clause.agent, taker) if taker is not None else None


def handed_over(clause: Clause) -> Phrase | None:
    """What a clause gives: its object, or what "hand over" governs."""
    return next((o for o in clause.obliques if clause.lemma == "hand" and o.preposition == "over"), None) or clause.patient


def _received(acts: Acts, clause: Clause) -> tuple[Phrase, Phrase, Phrase] | None:
    """What is received, from whom, by whom."""
    goods = clause.patient
    if clause.lemma != "receive" or clause.passive or goods is None or clause.agent is None:
        return None
    giver = next((o for o in clause.obliques if o.preposition == "from"), None) or next(
        (c for c in goods.complements if c.preposition == "from"), None
    )
    if giver is None:
        done = next((c for c in acts.sentence.clauses if c.form == "participle" and c.patient is goods and c.lemma in ("donate", "gift")), None)
        giver = done.agent if done is not None else None
    return (goods, giver, clause.agent) if giver is not None else None


def _meant(acts: Acts, clause: Clause, goods: Phrase) -> bool:
    """Whether goods are given that no figure tells: none is counted, worth a sum, or a sum itself."""
    lists = wordlists("event")
    if goods.quantity is not None or any(goods.start <= q.start < goods.end + 8 for q in acts.sentence.quantities):
        return False
    if any(m.span is not None and m.span.type in (SpanType.COUNTRY, SpanType.CITY, SpanType.PERSON, SpanType.QUANTITY) for m in goods.members()):
        return False
    if any(m.lemma in lists["goods"] for m in goods.members()) or any(t.low in lists["goods"] for t in goods.modifiers):
        return True
    inner = {m.lemma for c in goods.complements if c.preposition == "of" for m in c.members()}
    if inner & lists["goods"]:
        return True
    return clause.lemma in ("donate", "gift") and goods.lemma not in lists["ungiven"] and goods.span is None


def _who(phrase: Phrase, reading: Reading) -> list[Mention]:
    """Who gives or takes: named or resolved, the nation of what is described ("the Samoan police")."""
    found: list[Mention] = []
    for member in phrase.members():
        found += reading.mentions(member, WHO) or reading.countries(member)
    return list({m.id: m for m in found if m.type is not MentionType.OTHER}.values())


def _word(clause: Clause, goods: Phrase) -> str:
    """What to call the act: a donation, a gift, a handover; giving a gift is handing it over."""
    word = WORDS.get(clause.lemma, "delivery")
    return "handover" if goods.lemma in ("gift", "donation") and word in ("gift", "donation") else word


def _draft(acts: Acts, clause: Clause, goods: Phrase, givers: list[Mention], takers: list[Mention]) -> Draft:
    sentence = acts.sentence
    name, end = title_of(sentence, goods)
    if " to " in name:
        name, end = without_article(goods.text), goods.end
    verb = sentence.tokens[clause.verb]
    roles: dict[str, list[Filler]] = {"event": [thing(f"{_word(clause, goods)} of {name}")], "organiser": list(givers)}
    places = [m for m in takers if m.type in PLACES]
    if places:
        roles["place"] = list(places)
    if others := [m for m in takers if m not in places]:
        roles["participant"] = list(others)
    start = min(goods.start, verb.start)
    return Draft("Event", start, max(end, verb.end), roles, {}, "", clause.modality, rule="event.gift", confidence=0.6, anchor=verb.start)
