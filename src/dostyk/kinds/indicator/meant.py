"""Says what thing or place a phrase of a figure means: as named, as spoken of before, as the page is about."""

from __future__ import annotations

from dostyk.kinds.indicator.figure import Figure
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.indicator.topics import place_of_topic, thing_named, what_it_is
from dostyk.kinds.naming import thing
from dostyk.kinds.wording import joined_start, without_article
from dostyk.model.analysis import Phrase, QuantityMark, SpanType
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import find_places

COSTLY = frozenset(
    (
        "project cost|completion|length|height|power capacity|capacity|electricity generation|production capacity|emission reduction|"
        "daily passengers|financing"
    ).split("|")
)
PLACE_NOUNS = {"city", "town", "region", "province", "district", "municipality", "country", "republic", "capital"}


def thing_meant(scene: Scene, phrase: Phrase) -> Mention | None:
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
    if phrase.lemma == "latter" and (known := thing_named(scene.reading)) is not None:
        return known
    if phrase.lemma in ("this", "that", "they", "which", "we", "latter", "former"):
        return found[0] if found else None
    if (
        _placed(scene, phrase) == phrase.end
        and phrase.determiner in ("the", "this")
        and phrase.span is None
        and not phrase.complements
        and all(isinstance(t.span, QuantityMark) or t.low in ("whole", "entire", "new", "same") for t in phrase.modifiers)
    ):
        known = thing_named(scene.reading, phrase.lemma)
        if known is not None:
            return known
    end = _placed(scene, phrase)
    start = joined_start(scene.sentence, phrase)
    text = scene.sentence.text[max(0, start - scene.sentence.start) : end - scene.sentence.start]
    for quantity in scene.sentence.quantities:
        if quantity.text in text and not quantity.bare:
            text = (
                text.split(quantity.text, 1)[1]
                if text.startswith(("the " + quantity.text, "The " + quantity.text, "a " + quantity.text, "A " + quantity.text))
                else text
            )
    return thing(without_article(text.strip(" ,(")))


def _placed(scene: Scene, phrase: Phrase) -> int:
    """Where a thing ends with the place it stands in: "the complex in Vlora, opened in 2018"."""
    at = phrase.last + 1
    if phrase.complements or phrase.span is not None or scene.low(at) not in ("in", "at", "near") or at + 1 >= len(scene.tokens):
        return phrase.end
    place = scene.tokens[at + 1]
    ended = scene.low(at + 2) in (",", "(", "has", "is", "was", "will", "had")
    named = place.tag == "NNP" if place.span is None else place.span.type in (SpanType.CITY, SpanType.REGION, SpanType.NAME)
    return place.end if ended and named else phrase.end


def its_owner(scene: Scene, figure: Figure) -> Mention | None:
    """Whose "its" is: the subject of an earlier clause of the sentence, else what the passage is about."""
    for clause in scene.sentence.clauses:
        subject = scene.subject(clause)
        if (
            subject is not None
            and subject.last < figure.index
            and subject.quantity is None
            and scene.anchor_of(subject) is None
            and subject.lemma != "it"
            and (found := thing_meant(scene, subject)) is not None
        ):
            return found
    if figure.measure in COSTLY and (known := thing_named(scene.reading)) is not None:
        return known
    if figure.measure in ("area", "population", "gdp", "population density") and (place := place_of_topic(scene.reading)) is not None:
        return place
    return what_it_is(scene.reading, scene.sentence)


def page_subject(scene: Scene) -> list[Mention]:
    """Whom a bare figure is of: the place in the heading over it, the page's own city, its only country."""
    for found in find_places(scene.sentence.heading):
        return [Mention(found.text, found.name, found.id, found.type)]
    here = scene.reading.here()
    if here is not None:
        return [here]
    pair = scene.reading.pair()
    return pair if len(pair) == 1 else []
