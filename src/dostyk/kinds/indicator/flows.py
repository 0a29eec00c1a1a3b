"""Says from whom to whom: both sides of a trade, exporter and importer, giver and taker, debtor and creditor."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import Figure, Past, flow_of_goods
from dostyk.kinds.indicator.nearby import PLACE_TYPES, Around, places
from dostyk.model.analysis import Clause
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import capital_of, find_places

OUTWARD = {
    "investment",
    "foreign direct investment",
    "loan",
    "grant",
    "aid",
    "development assistance",
    "humanitarian aid",
    "technical cooperation",
    "military aid",
    "re-exports",
    "remittances",
    "scholarships",
    "financing",
    "budget",
}
HANDING = {"sell", "send", "grant", "give", "lend", "loan", "offer", "award", "provide", "have"}
Parties = tuple[list[Mention], list[Mention]]


def owed(around: Around, reading: Reading, last: object) -> Parties:
    """A balance or a debt: whose it is, and towards whom."""
    owner = [m for m in [*around.own, *around.actor] if m.type in PLACE_TYPES][:1]
    partner = without(places([*around.beside, *around.towards, *around.source]), owner)[:1]
    if not owner and partner:
        owner = other_country(partner, reading)
    if not owner:
        owner = list(getattr(last, "subjects", ()))[:1] or reading.pair()[:1]
        partner = partner or without(list(getattr(last, "partners", ())), owner)[:1]
    return owner, partner or other_country(owner, reading)


def flow(around: Around, reading: Reading, figure: Figure, last: object) -> Parties:
    """From whom to whom: exports, investment, loans, aid."""
    if figure.clause is not None and figure.clause.agent is not None and figure.clause.agent.lemma == "we":
        around.actor = without(around.actor, _recipient(figure, reading, []))  # whoever speaks is not the one dealt with
    given = (
        _recipient(figure, reading, []) if figure.clause is not None and figure.clause.lemma in HANDING and not flow_of_goods(figure.measure) else []
    )
    towards = given or places([*around.towards, *around.beside, *(around.inside if figure.measure in OUTWARD else [])])
    around.actor = [country_of_capital(m, reading) for m in around.actor]
    givers = without([*around.source, *around.own], towards)
    if not givers or flow_of_goods(figure.measure) and all(m.type not in PLACE_TYPES for m in givers):
        givers = without(around.actor, towards) or givers
    if _acted(figure) and (doing := without(around.actor, towards)):
        givers = doing
    if figure.clause is not None and figure.clause.lemma in ("borrow", "receive", "get", "attract", "obtain", "secure"):
        lenders = [] if around.source or around.own else _lenders(figure.clause, reading)
        if around.actor:
            towards = places(around.actor)[:1] or around.actor[:1]
        if around.actor or lenders:
            givers = without([*around.source, *around.own, *lenders], around.actor)
    if figure.clause is not None and figure.clause.lemma in HANDING and not towards:
        towards = _recipient(figure, reading, givers)
    if not givers and towards:
        givers = other_country(towards[:1], reading)
    if not givers:
        givers = _reporter(reading, last, figure)
    if len(givers) > 1 and not towards:
        givers, towards = givers[:1], givers[1:2]
    towards = without(towards, givers[:1])[:1]
    if not towards:
        giver = givers[:1]
        if around.group or giver and giver[0].type is not MentionType.COUNTRY:
            towards = [] if around.group else _across_from(giver[0], reading)
        else:
            towards = other_country(giver, reading)
    return givers[:1], towards


def _across_from(body: Mention, reading: Reading) -> list[Mention]:
    """The other country of the pair for a body that bears the name of one ("the Export-Import Bank of Korea" on a page about Korea and Peru)."""
    pair = reading.pair()
    home = {found.id for found in find_places(body.name) if found.type is MentionType.COUNTRY}
    return [m for m in pair if m.id not in home] if len(pair) == 2 and len(home) == 1 and home & {m.id for m in pair} else []


def _lenders(clause: Clause, reading: Reading) -> list[Mention]:
    """The bodies behind "from" ("secured a loan from the Bank of Malta")."""
    return [m for o in clause.obliques if o.preposition == "from" for p in o.members() for m in reading.mentions(p, ("organisation",))]


def _acted(figure: Figure) -> bool:
    """Whether a verb of giving, with its giver before it, says who gives money ("Malta provided a loan for the port of …")."""
    clause = figure.clause
    return (
        clause is not None
        and not clause.passive
        and clause.verb < figure.index
        and clause.lemma in HANDING | {"extend", "donate", "allocate", "issue", "approve", "commit"} - {"have"}
        and not flow_of_goods(figure.measure)
    )


def country_of_capital(mention: Mention, reading: Reading) -> Mention:
    """The country that its capital stands for ("Ottawa shipped …")."""
    if mention.type is MentionType.CITY:
        for country in reading.pair():
            capital = capital_of(country.id)
            if capital is not None and capital.id == mention.id:
                return country
    return mention


def _recipient(figure: Figure, reading: Reading, givers: list[Mention]) -> list[Mention]:
    """Who is sold, given or lent something, where no preposition says so ("sold Brazil crude")."""
    clause = figure.clause
    if clause is None or clause.patient is None:
        return []
    return without(places(reading.mentions(clause.patient, ("country",))), givers)[:1]


def _reporter(reading: Reading, last: object, figure: Figure) -> list[Mention]:
    """Whose trade is being told: the one whose exports or imports were given before, the page's own country, the one whose currency
    it is told in, the first of the pair.
    """
    if last is not None and flow_of_goods(getattr(last, "measure", "")):
        return list(getattr(last, "subjects", ()))[:1]
    if (told := _own_money(reading, figure)) and not (figure.unit or figure.quantity.unit).startswith("USD"):
        return told
    side = reading.side()
    return [side] if side is not None else told or reading.pair()[:1]


def _own_money(reading: Reading, figure: Figure) -> list[Mention]:
    """The one country of the pair in whose currency a figure is told."""
    own = [m for m in reading.pair() if m.id == (figure.unit or figure.quantity.unit)[:2]]
    return own if len(own) == 1 else []


def imported(around: Around, reading: Reading, figure: Figure, last: object) -> Parties:
    """Who imports, from whom."""
    partner = places([*around.source, *around.beside])
    importer = without([*around.own, *around.towards, *around.inside], partner) or without(around.actor, partner)
    if figure.clause is not None and figure.clause.lemma == "be" and not around.own and not around.source and importer == around.actor[:1]:
        partner, importer = importer, other_country(importer[:1], reading)
    if not importer and partner:
        importer = other_country(partner[:1], reading)
    if not importer:
        importer = _reporter(reading, last, figure)
    return importer[:1], (partner or ([] if around.group else other_country(importer[:1], reading)))[:1]


def share(around: Around, figure: Figure, reading: Reading) -> Parties:
    """A share of trade, exports, imports: whose total it is; what has the share is the partner."""
    if figure.rule == "share.own" and figure.noun is not None:
        return _own_share(around, figure, reading)
    whole = around.own[:1]
    holder = without(places(around.actor), whole)[:1]
    reading.memory.get("figure")
    if not whole and holder:
        whole = other_country(holder, reading)
    told: Past | None = reading.memory.get("flow")
    if figure.anchor is None and holder and not around.own:
        return holder, whole or other_country(holder, reading)
    if told is not None and (not whole or whole[0].id not in {m.id for m in told.subjects}) and not around.own:
        whole, holder = list(told.subjects)[:1], list(told.partners)[:1] or list(told.subjects)[1:2]
    if not whole:
        whole = reading.pair()[:1]
    towards = without(places([*around.towards, *around.beside, *around.source]), whole)[:1]
    return whole, towards or holder or other_country(whole, reading)


def _own_share(around: Around, figure: Figure, reading: Reading) -> Parties:
    """Read "its share in the country's trade": who has the share is the subject, whose total it is the partner."""
    assert figure.noun is not None
    owner = places(reading.mentions(figure.thing))[:1] if figure.thing is not None else []
    owner = owner or reading.countries(figure.noun)[:1]
    whole = without(places([*around.own, *around.inside]), owner)[:1]
    if not owner:
        owner = without(places(around.actor), whole)[:1] or other_country(whole, reading)
    return owner, whole or other_country(owner, reading)


def mutual(around: Around, figure: Figure, reading: Reading) -> Parties:
    """Both sides of a mutual figure; a missing one is taken from the page."""
    named = unique(places([*around.own, *around.beside, *around.towards, *around.source]))
    if figure.noun is not None and len(actors := unique(places(around.actor))) == 2:
        return actors, []
    sides = named or unique(places([*around.actor, *around.inside]))
    if len(sides) >= 2:
        countries = [m for m in sides if m.type is MentionType.COUNTRY]
        return (countries[:2] if len(countries) >= 2 and len(sides) > 2 else sides[:2]), []
    if not sides:
        return reading.pair(), []
    if around.group:
        return sides[:1], []
    other = other_country(sides, reading)
    if not other and sides[0].type is not MentionType.COUNTRY:
        other = reading.pair()[:1]
    return [*other, sides[0]] if (around.beside or around.towards) and other else [sides[0], *other], []


def unique(found: list[Mention]) -> list[Mention]:
    """Each mention once."""
    return list({m.id: m for m in found}.values())


def without(found: list[Mention], others: list[Mention]) -> list[Mention]:
    """Those mentions that are not among others."""
    return [m for m in found if all(m.id != o.id for o in others)]


def other_country(one: list[Mention], reading: Reading) -> list[Mention]:
    """The other country of the page's pair."""
    pair = reading.pair()
    if len(one) == 1 and one[0].type is MentionType.COUNTRY and len(pair) == 2 and any(m.id == one[0].id for m in pair):
        return [m for m in pair if m.id != one[0].id]
    if len(pair) == 1 and len(one) == 1 and one[0].type is not MentionType.COUNTRY:
        return pair
    side = reading.side()
    if len(one) == 1 and side is not None and side.id != one[0].id:
        return [side]
    return []
