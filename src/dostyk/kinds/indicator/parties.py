"""Says whose figure it is and towards whom: subject and partner by what is measured."""

from __future__ import annotations

from dostyk.kinds.indicator.around import PLACE_TYPES, Around, look_around, places
from dostyk.kinds.indicator.figure import Figure, flow_of_goods
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import without_article
from dostyk.kinds.indicator.measures import singular, tables
from dostyk.kinds.indicator.topics import place_of_topic, thing_named, what_it_is
from dostyk.model.analysis import Phrase, QuantityMark, SpanType
from dostyk.model.kind import Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import capital_of, find_places

MUTUAL = {"trade turnover", "trade in services", "agreements", "sister-city pairs", "contract value", "visits", "meetings", "flights", "freight volume", "school partnerships"}
OUTWARD = {"investment", "foreign direct investment", "loan", "grant", "aid", "development assistance", "humanitarian aid", "technical cooperation", "military aid", "re-exports", "remittances", "scholarships", "financing", "budget"}
OWED = {"debt", "trade balance"}
PEOPLE = {
    "tourist arrivals", "students", "patients", "citizens", "residents", "diaspora", "specialists", "workers", "jobs", "companies", "passengers", "projects", "freight trains", "visas", "flight bookings", "overnight stays",
    "troops", "teachers", "doctors",
}  # fmt: skip
COSTLY = {"project value", "completion", "length", "height", "power capacity", "electricity generation", "production capacity", "emission reduction", "daily passengers", "financing"}
PLACE_NOUNS = {"city", "town", "region", "province", "district", "municipality", "country", "republic", "capital"}
NAMED = (SpanType.NAME, SpanType.ORGANISATION, SpanType.CITY, SpanType.REGION, SpanType.INSTITUTION)
Parties = tuple[list[Mention], list[Mention]]


def assign(scene: Scene, figure: Figure) -> Parties:
    """Give (subjects, partners) of a figure."""
    reading, measure = scene.reading, figure.measure
    last = reading.memory.get("figure")
    around = look_around(scene, figure)
    if figure.carried and last is not None:
        if figure.counted is not None and around.inside and not any(m.id in {i.id for i in around.inside} for m in last.subjects):
            return around.inside[:1], _without(list(last.subjects), around.inside)[:1]
        return list(last.subjects), list(last.partners)
    around.add("source" if measure in PEOPLE and figure.anchor is not None else "own", around.nation)
    if measure.startswith("share of population"):
        return _owned(scene, around, figure)
    if measure.startswith("share of") and figure.thing is None:
        return _share(around, figure, reading)
    if measure == "sister-city pairs" and figure.counted is not None and not figure.counted.name.startswith("pair") and (city := [m for m in around.actor if m.type is MentionType.CITY] or [m for m in [reading.here()] if m]):
        return city[:1], []
    if measure == "freight volume" and figure.thing is not None:
        return _owned(scene, around, figure)
    if measure == "freight volume" and (spot := [m for m in around.inside if m.type is not MentionType.COUNTRY]):
        return spot[:1], []
    if measure in MUTUAL:
        return _mutual(around, figure, reading)
    if measure in OWED:
        return _owed(around, reading, last)
    if flow_of_goods(measure) == "exports" or measure in OUTWARD:
        return _flow(around, reading, figure, last)
    if flow_of_goods(measure) == "imports":
        return _imported(around, reading, last)
    if measure in PEOPLE or figure.counted is not None:
        return _counted(scene, around, figure)
    return _owned(scene, around, figure)


def _unique(found: list[Mention]) -> list[Mention]:
    return list({m.id: m for m in found}.values())


def _without(found: list[Mention], others: list[Mention]) -> list[Mention]:
    return [m for m in found if all(m.id != o.id for o in others)]


def _other(one: list[Mention], reading: Reading) -> list[Mention]:
    """The other country of the page's pair."""
    pair = reading.pair()
    if len(one) == 1 and one[0].type is MentionType.COUNTRY and len(pair) == 2 and any(m.id == one[0].id for m in pair):
        return [m for m in pair if m.id != one[0].id]
    side = reading.side()
    if len(one) == 1 and side is not None and side.id != one[0].id:
        return [side]
    return []


def _mutual(around: Around, figure: Figure, reading: Reading) -> Parties:
    """Both sides of a mutual figure; a missing one is taken from the page."""
    named = _unique(places([*around.own, *around.beside, *around.towards, *around.source]))
    if figure.noun is not None and len(actors := _unique(places(around.actor))) == 2:
        return actors, []
    sides = named or _unique(places([*around.actor, *around.inside]))
    if len(sides) >= 2:
        countries = [m for m in sides if m.type is MentionType.COUNTRY]
        return (countries[:2] if len(countries) >= 2 and len(sides) > 2 else sides[:2]), []
    if not sides:
        return reading.pair(), []
    other = _other(sides, reading)
    if not other and sides[0].type is not MentionType.COUNTRY:
        other = [m for m in reading.pair()][:1]
    return [*other, sides[0]] if (around.beside or around.towards) and other else [sides[0], *other], []


def _owed(around: Around, reading: Reading, last: object) -> Parties:
    """A balance or a debt: whose it is, and towards whom."""
    owner = [m for m in [*around.own, *around.actor] if m.type in PLACE_TYPES][:1]
    partner = _without(places([*around.beside, *around.towards, *around.source]), owner)[:1]
    if not owner and partner:
        owner = _other(partner, reading)
    if not owner:
        owner = list(getattr(last, "subjects", ()))[:1] or reading.pair()[:1]
        partner = partner or _without(list(getattr(last, "partners", ())), owner)[:1]
    return owner, partner or _other(owner, reading)


def _flow(around: Around, reading: Reading, figure: Figure, last: object) -> Parties:
    """From whom to whom: exports, investment, loans, aid."""
    towards = places([*around.towards, *around.beside, *(around.inside if figure.measure in OUTWARD else [])])
    around.actor = [_country_of_capital(m, reading) for m in around.actor]
    givers = _without([*around.source, *around.own], towards)
    if not givers or flow_of_goods(figure.measure) and all(m.type not in PLACE_TYPES for m in givers):
        givers = _without([m for m in around.actor], towards) or givers
    if figure.clause is not None and figure.clause.lemma in ("borrow", "receive", "get", "attract", "obtain") and around.actor:
        towards, givers = places(around.actor)[:1], _without([*around.source, *around.own], around.actor)
    if figure.clause is not None and figure.clause.lemma in ("sell", "send", "grant", "give", "lend", "offer") and not towards:
        towards = _recipient(figure, reading, givers)
    if not givers and towards:
        givers = _other(towards[:1], reading)
    if not givers:
        givers = _reporter(reading, last)
    if len(givers) > 1 and not towards:
        givers, towards = givers[:1], givers[1:2]
    towards = _without(towards, givers[:1])[:1]
    if not towards:
        giver = givers[:1]
        if giver and giver[0].type is not MentionType.COUNTRY:
            towards = []
        else:
            towards = _other(giver, reading)
    return givers[:1], towards


def _country_of_capital(mention: Mention, reading: Reading) -> Mention:
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
    return _without(places(reading.mentions(clause.patient, ("country",))), givers)[:1]


def _reporter(reading: Reading, last: object) -> list[Mention]:
    """Whose trade is being told: the one whose exports or imports were given before, the page's own country, the first of the pair."""
    if last is not None and flow_of_goods(getattr(last, "measure", "")):
        return list(getattr(last, "subjects", ()))[:1]
    side = reading.side()
    return [side] if side is not None else reading.pair()[:1]


def _imported(around: Around, reading: Reading, last: object) -> Parties:
    """Who imports, from whom."""
    partner = places([*around.source, *around.beside])
    importer = _without([*around.own, *around.towards, *around.inside], partner) or _without(around.actor, partner)
    if not importer and partner:
        importer = _other(partner[:1], reading)
    if not importer:
        importer = _reporter(reading, last)
    return importer[:1], (partner or _other(importer[:1], reading))[:1]


def _share(around: Around, figure: Figure, reading: Reading) -> Parties:
    """A share of trade, exports, imports: whose total it is; what has the share is the partner."""
    whole = around.own[:1]
    holder = _without(places(around.actor), whole)[:1]
    last = reading.memory.get("figure")
    if not whole and holder:
        whole = _other(holder, reading)
    if not whole and last is not None:
        whole, holder = list(last.subjects)[:1], list(last.partners)[:1]
    if not whole:
        whole = reading.pair()[:1]
    towards = _without(places([*around.towards, *around.beside, *around.source]), whole)[:1]
    return whole, towards or holder or _other(whole, reading)


def _counted(scene: Scene, around: Around, figure: Figure) -> Parties:
    """Counts: the place they are counted in is the subject, where they come from the partner."""
    reading = scene.reading
    origin = places(around.source)
    place = _without([*around.inside, *places(around.towards)], origin)
    holder = _without(around.actor, origin)
    clause = figure.clause
    if figure.measure == "participants" and clause is not None and (event := clause.patient if clause.passive else clause.agent) is not None:
        return reading.mentions(event)[:1], []
    if figure.measure == "companies" and clause is not None and origin and clause.agent is figure.noun and clause.lemma in ("sell", "export", "invest", "import", "buy"):
        return origin[:1], _without([*place, *places(around.towards)], origin)[:1]
    if clause is not None and clause.agent is not None and figure.noun is not None and clause.verb < figure.index and clause.lemma in tables().having:
        named = _holder(scene, clause.agent, origin)
        if named:
            return named, _without(origin, named)[:1]
    own = _without(around.own, origin)
    if clause is not None and clause.lemma in tables().giving and figure.noun is not None and figure.measure not in PEOPLE:
        return _flow(around, reading, figure, None)
    if place:
        return place[:1], (origin or [m for m in [*own, *holder] if m.type is MentionType.COUNTRY and m.id != place[0].id])[:1]
    if own:
        return (own[:2] if len(own) == 2 and around.between else own[:1]), origin[:1]
    if holder:
        return holder[:1], origin[:1]
    if figure.measure in PEOPLE and origin:
        other = _other(origin[:1], reading)
        if other:
            return other, origin[:1]
    last = reading.memory.get("figure")
    if clause is not None and clause.form in ("gerund", "participle") and last is not None and last.start == scene.sentence.start and last.subjects:
        return list(last.subjects)[:1], _without(origin or list(last.partners), list(last.subjects))[:1]
    if origin:
        return origin[:1], _other(origin[:1], reading)
    topic = _topic(scene, figure)
    if topic:
        return topic, []
    return _page(scene), []


def _holder(scene: Scene, agent: Phrase | None, origin: list[Mention]) -> list[Mention]:
    """Who has what is counted: a named thing, an organisation, a place, or what a pronoun stands for."""
    if agent is None or agent.quantity is not None:
        return []
    if agent.lemma in PLACE_NOUNS and (known := _thing(scene, agent)) is not None and known.type is not MentionType.OTHER:
        return [known]
    if agent.lemma in ("city", "town", "municipality", "region", "district"):
        return _page(scene)
    found = scene.reading.mentions(agent)
    if agent.lemma in ("we", "they", "i", "who", "which"):
        return []
    if agent.lemma == "it" and (known := what_it_is(scene.reading, scene.sentence)) is not None:
        return [known]
    return [m for m in found if m.type in PLACE_TYPES or m.type is MentionType.ORGANISATION or agent.span is not None or agent.lemma == "it"][:1] or (
        found[:1] if agent.modifiers or agent.complements or agent.determiner in ("the", "its") else []
    )


def _topic(scene: Scene, figure: Figure) -> list[Mention]:
    """What the passage is about where the figure itself names nobody: the sentence's first name, the thing named last."""
    for phrase in scene.phrases:
        span = next((t.span for t in scene.tokens[phrase.first : phrase.head + 1] if t.span is not None and t.span.type in NAMED), None)
        if span is not None and span.start < figure.start and phrase.head < figure.index:
            found = _thing(scene, phrase) if phrase.span is not span else None
            return [found] if found is not None else scene.reading.mentions(span)[:1]
    phrases = [p for p in scene.phrases if p.last < figure.index and not p.preposition and singular(p.lemma.split()[-1]) in tables().things and not (p.quantity is not None and p.quantity.bare)]
    if phrases and (found := _thing(scene, phrases[0])) is not None:
        return [found]
    last = what_it_is(scene.reading, scene.sentence)
    return [last] if last is not None else []


def _owned(scene: Scene, around: Around, figure: Figure) -> Parties:
    """Area, population, capacity, cost, price: whose it is."""
    reading = scene.reading
    if figure.thing is not None:
        found = _thing(scene, figure.thing)
        if found:
            return [found], []
    anchor, clause = figure.anchor, figure.clause
    if anchor is not None and anchor.phrase is not None and anchor.phrase.determiner == "its":
        known = _its(scene, figure)
        if known is not None:
            return [known], []
    if around.own:
        return around.own[:1], []
    if anchor is not None and anchor.phrase is not None:
        for complement in anchor.phrase.complements:
            if complement.preposition == "of" and complement.quantity is None and (named := _thing(scene, complement)) is not None:
                return [named], []
    agent = scene.subject(clause)
    if agent is not None and (anchor is None or not agent.first <= anchor.head <= agent.last):
        found_agent = _thing(scene, agent)
        if found_agent is not None:
            return [found_agent], []
    if figure.measure in COSTLY and (known := thing_named(reading)) is not None:
        return [known], []
    if around.inside:
        return around.inside[:1], []
    return (_topic(scene, figure) or around.towards[:1] or _page(scene)), []


def _page(scene: Scene) -> list[Mention]:
    """Whom a bare figure is of: the place in the heading over it, the page's own city, its only country."""
    for found in find_places(scene.sentence.heading):
        return [Mention(found.text, found.name, found.id, found.type)]
    here = scene.reading.here()
    if here is not None:
        return [here]
    pair = scene.reading.pair()
    return pair if len(pair) == 1 else []


def _its(scene: Scene, figure: Figure) -> Mention | None:
    """Whose "its" is: the subject of an earlier clause of the sentence, else what the passage is about."""
    for clause in scene.sentence.clauses:
        subject = scene.subject(clause)
        if subject is not None and subject.last < figure.index and scene.anchor_of(subject) is None and subject.lemma != "it" and (found := _thing(scene, subject)) is not None:
            return found
    if figure.measure in ("area", "population", "gdp", "population density") and (place := place_of_topic(scene.reading)) is not None:
        return place
    return what_it_is(scene.reading, scene.sentence)


def _thing(scene: Scene, phrase: Phrase) -> Mention | None:
    """A thing as named: a place or organisation, a name, else its wording without the figure."""
    if phrase.lemma in PLACE_NOUNS and phrase.determiner in ("the", "this", "our") and not phrase.complements:
        place = place_of_topic(scene.reading)
        if place is not None and (place.type is MentionType.COUNTRY) == (phrase.lemma in ("country", "republic")):
            return place
    if phrase.lemma in ("it", "its") and (known := what_it_is(scene.reading, scene.sentence)) is not None:
        return known
    found = scene.reading.mentions(phrase)
    if found and found[0].type is not MentionType.OTHER:
        return found[0]
    if phrase.lemma in ("this", "that", "they", "which", "we", "latter", "former"):
        return found[0] if found else None
    if phrase.determiner in ("the", "this") and phrase.span is None and not phrase.complements and all(isinstance(t.span, QuantityMark) or t.low in ("whole", "entire", "new", "same") for t in phrase.modifiers):
        known = thing_named(scene.reading, phrase.lemma)
        if known is not None:
            return known
    end = phrase.end
    start = phrase.start
    text = scene.sentence.text[max(0, start - scene.sentence.start) : end - scene.sentence.start]
    for quantity in scene.sentence.quantities:
        if quantity.text in text and not quantity.bare:
            text = text.split(quantity.text, 1)[1] if text.startswith(("the " + quantity.text, "The " + quantity.text, "a " + quantity.text, "A " + quantity.text)) else text
    return thing(without_article(text.strip(" ,(")))
