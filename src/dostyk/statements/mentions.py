"""Turns phrases into mentions: names as known, pronouns and descriptions as what they stand for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dostyk.languages.words import Words, listed
from dostyk.model.analysis import PLACES, Phrase, Sentence, Span, SpanType
from dostyk.model.kind import Filler
from dostyk.model.mention import Mention, MentionType
from dostyk.statements.discourse import Discourse
from dostyk.values.names import capital_of, countries_of_area

TYPES = {
    SpanType.COUNTRY: MentionType.COUNTRY, SpanType.REGION: MentionType.REGION, SpanType.CITY: MentionType.CITY, SpanType.PLACE: MentionType.PLACE,
    SpanType.PERSON: MentionType.PERSON, SpanType.ORGANISATION: MentionType.ORGANISATION,
}  # fmt: skip


@lru_cache(maxsize=20_000)
def made_id(kind: MentionType, name: str) -> str:
    """Make a stable id for a name that reference data does not know."""
    key = f"{kind.value}:{' '.join(name.casefold().split())}"
    return f"x:{hashlib.sha256(key.encode()).hexdigest()[:12]}"


def named(kind: MentionType, name: str, text: str | None = None) -> Mention:
    """Make a mention of a name."""
    name = " ".join(name.split())
    return Mention(text or name, name, made_id(kind, name), kind)


def of_span(span: Span) -> Mention:
    """Make a mention of a typed span."""
    if span.type in PLACES:
        return Mention(span.text, span.name or span.text, span.id, TYPES[span.type])
    text = span.name if span.type is SpanType.QUOTE else span.text
    return named(TYPES.get(span.type, MentionType.OTHER), text, text)


def country_mention(code: str) -> Mention:
    """Make a mention of a country from its code."""
    from dostyk.values.names import country_name

    name = country_name(code) or code
    return Mention(name, name, code, MentionType.COUNTRY)


class Resolver:
    """Says whom a phrase means, in the light of what came before."""

    def __init__(self, discourse: Discourse, words: Words) -> None:
        self.discourse = discourse
        self.words = words
        self.sentence: Sentence | None = None

    def mentions(self, filler: Filler, types: Sequence[str] = ("any",)) -> list[Mention]:
        """Give the mentions of one filler (not of what is coordinated with it) that fit the types."""
        if isinstance(filler, Mention):
            return [filler]
        if isinstance(filler, Span):
            found = [self.discourse.person(filler) if filler.type is SpanType.PERSON else of_span(filler)]
        else:
            found = list(self._phrase(filler, types))
        if "any" in types:
            return found
        fitting = [m for m in found if any(self._fits(m, filler, t) for t in types)]
        if not fitting and "country" in types and "place" not in types and "city" not in types and "region" not in types:
            fitting = [c for m in found if (c := self._seat(m)) is not None]
        return fitting

    def _seat(self, mention: Mention) -> Mention | None:
        """The country that its capital stands for ("Beijing recognised …"), one of the two that the text is about."""
        if mention.type is not MentionType.CITY:
            return None
        for country in self.discourse.pair():
            capital = capital_of(country.id, self.discourse.published)
            if capital is not None and capital.id == mention.id:
                return Mention(mention.text, country.name, country.id, MentionType.COUNTRY)
        return None

    def _fits(self, mention: Mention, filler: Filler, kind: str) -> bool:
        place = mention.type in (MentionType.COUNTRY, MentionType.REGION, MentionType.CITY, MentionType.PLACE)
        lemma = filler.lemma if isinstance(filler, Phrase) else ""
        match kind:
            case "any":
                return True
            case "person":
                return mention.type is MentionType.PERSON
            case "delegation":
                return mention.type is MentionType.OTHER and lemma in listed("delegation") or mention.type is MentionType.ORGANISATION
            case "country":
                return mention.type is MentionType.COUNTRY
            case "city":
                return mention.type is MentionType.CITY or (mention.type is MentionType.PLACE)
            case "place":
                return place
            case "region":
                return mention.type in (MentionType.CITY, MentionType.REGION, MentionType.PLACE)
            case "organisation":
                return mention.type is MentionType.ORGANISATION
            case "name":
                return mention.type is MentionType.OTHER and isinstance(filler, Phrase) and filler.span is not None
            case "thing":
                return mention.type in (MentionType.OTHER, MentionType.DOCUMENT, MentionType.ORGANISATION) or place
        return False

    def _phrase(self, phrase: Phrase, types: Sequence[str]) -> Iterator[Mention]:
        if phrase.person is not None:
            yield self.discourse.person(phrase.person)
        elif phrase.span is not None and phrase.span.type is SpanType.PERSON:
            yield self.discourse.person(phrase.span)
        elif phrase.office is phrase and phrase.office is not None:
            yield self._by_office(phrase)
        elif phrase.span is not None and phrase.span.type in PLACES:
            yield self._place(phrase)
        elif phrase.span is not None and phrase.span.type is not SpanType.QUANTITY:
            yield from self._named(phrase, types)
        else:
            yield from self._description(phrase, types)

    def _place(self, phrase: Phrase) -> Mention:
        assert phrase.span is not None
        return of_span(phrase.span)

    def _named(self, phrase: Phrase, types: Sequence[str]) -> Iterator[Mention]:
        span = phrase.span
        assert span is not None
        if span.type is SpanType.NAME and "person" in types and "thing" not in types and "any" not in types and _personal(phrase):
            yield self.discourse.person(span)
            return
        if span.type is SpanType.ORGANISATION or span.type is SpanType.NAME:
            known = self.discourse.name(span.text)
            if known is not None:
                yield known
                return
        if span.type is SpanType.NAME and not phrase.modifiers:
            kind = MentionType.ORGANISATION if "organisation" in types and "thing" not in types and "any" not in types else MentionType.OTHER
            yield named(kind, span.text, span.text)
            return
        if span.type is SpanType.ORGANISATION:
            yield of_span(span)
            return
        yield named(MentionType.OTHER, self.wording(phrase))

    def _by_office(self, phrase: Phrase) -> Mention:
        holder = self.discourse.holder(phrase)
        return holder or named(MentionType.PERSON, self.wording(phrase))

    def _description(self, phrase: Phrase, types: Sequence[str]) -> Iterator[Mention]:
        """Resolve pronouns, "the two countries", "the city", "the center"; else give the wording."""
        lemma, low = phrase.lemma, phrase.text.lower()
        discourse = self.discourse
        if lemma in ("delegation", "mission", "team") and (leader := self._leader(phrase)) is not None:
            yield leader
            return
        if lemma in ("he", "she", "him", "her", "himself", "herself"):
            if (person := self._said_here(phrase) or discourse.whom(lemma)) is not None:
                yield person
            return
        if lemma in ("latter", "former") and phrase.determiner == "the" and (person := self._of_two(phrase)) is not None:
            yield person
            return
        if lemma in ("they", "them", "each other", "themselves"):
            yield from discourse.last_plural or discourse.pair()
            return
        if lemma in ("we", "us", "i", "me"):
            if (side := discourse.side()) is not None:
                yield side
            return
        if lemma in ("it", "itself", "this", "that"):
            if discourse.last_topic is not None:
                yield discourse.last_topic
            return
        if lemma in listed("pair_heads") and (
            low.startswith(
                ("the two", "both", "the parties", "the sides", "two ", "the countries", "our countries", "our two", "these two", "the two")
            )
            or low in ("both", "parties", "sides")
        ):
            yield from discourse.pair()
            return
        if lemma == "capital" and ("two" in low or "both" in low):
            yield from discourse.capitals()
            return
        if lemma in ("city", "town", "region", "province") and ("two" in low or "both" in low):
            yield from discourse.cities()
            return
        if lemma in ("side", "party") and len(found := self.countries(phrase)) == 1:
            yield found[0]
            return
        if lemma in listed("place_heads") and (place := self._place_description(phrase)) is not None:
            yield place
            return
        if lemma in listed("country_heads") and (described := self._country_described(phrase)) is not None:
            yield described
            return
        if lemma == "country" and phrase.determiner in ("our", "the", "this", "its", "his", "her"):
            found_country = (
                discourse.side()
                if phrase.determiner == "our"
                else self._country_before(phrase) or discourse.last_country or discourse.country_of_city()
            )
            if found_country is not None:
                yield found_country
                return
        pointed = phrase.determiner in ("the", "this", "that") and not phrase.complements and len(phrase.modifiers) <= 1
        if pointed and (antecedent := discourse.antecedent(lemma)) is not None:
            yield antecedent
            return
        kind = MentionType.PERSON if lemma in ("leader", "head", "president") and phrase.quantity is None and "person" in types else MentionType.OTHER
        if self.words.is_("organisation", lemma) and (phrase.modifiers or phrase.possessor or phrase.complements):
            kind = MentionType.ORGANISATION
        yield named(kind, self.wording(phrase))

    def _country_before(self, phrase: Phrase) -> Mention | None:
        """The country named last before "the country" in the same sentence, by its own name."""
        named_before = [
            s
            for s in (self.sentence.spans if self.sentence is not None else [])
            if s.type is SpanType.COUNTRY and not s.demonym and s.end <= phrase.start
        ]
        return of_span(named_before[-1]) if named_before and phrase.determiner in ("the", "this") else None

    def _country_described(self, phrase: Phrase) -> Mention | None:
        """The one of the two countries that lies where an adjective says ("the European nation")."""
        if phrase.determiner not in ("the", "this", "that") or not phrase.modifiers or phrase.text.lower().endswith("s"):
            return None
        codes = countries_of_area(" ".join(t.text for t in phrase.modifiers))
        found = [m for m in self.discourse.pair() if m.id in codes]
        return found[0] if len(found) == 1 else None

    def _leader(self, phrase: Phrase) -> Mention | None:
        """Who leads a delegation, where its participle says so ("a delegation led by …")."""
        for clause in self.sentence.clauses if self.sentence is not None else []:
            if clause.form == "participle" and clause.lemma in ("lead", "head") and clause.patient is phrase and clause.agent is not None:
                found = [m for m in self.mentions(clause.agent) if m.type is MentionType.PERSON]
                return found[0] if found else None
        return None

    def _of_two(self, phrase: Phrase) -> Mention | None:
        """The second or first of the two people named before "the latter" and "the former"."""
        before = [s for s in (self.sentence.spans if self.sentence is not None else []) if s.type is SpanType.PERSON and s.end <= phrase.start]
        return self.discourse.person(before[-1 if phrase.lemma == "latter" else -2]) if len(before) > 1 else None

    def _said_here(self, phrase: Phrase) -> Mention | None:
        """The person named last before the pronoun in its own sentence."""
        sentence = self.sentence
        before = [s for s in sentence.spans if s.type is SpanType.PERSON and s.end <= phrase.start] if sentence is not None else []
        return self.discourse.person(before[-1]) if before else None

    def _place_description(self, phrase: Phrase) -> Mention | None:
        """Resolve "the city of X", "Kazakhstani city X", "the city", "the capital of Y"."""
        for complement in phrase.complements:
            if complement.preposition == "of" and complement.span is not None and complement.span.type in PLACES:
                if phrase.lemma == "capital" and complement.span.type is SpanType.COUNTRY:
                    return self._capital(complement.span.id)
                return of_span(complement.span)
        if phrase.lemma == "capital":
            found = self.countries(phrase)
            return self._capital(found[0].id) if len(found) == 1 else self.discourse.last_city
        if phrase.determiner in ("the", "this", "our", "its"):
            return (
                self.discourse.here()
                if phrase.determiner == "our"
                else (self.discourse.last_city if phrase.lemma in ("city", "town", "municipality") else self.discourse.last_region)
            )
        return None

    def _capital(self, code: str) -> Mention | None:
        entity = capital_of(code, self.discourse.published)
        return Mention(entity.name, entity.name, entity.id, entity.type) if entity is not None else None

    def countries(self, phrase: Phrase) -> list[Mention]:
        """The countries that possessor, adjectives and complements of a phrase name, in order, each once."""
        found: list[Mention] = []
        if phrase.possessor is not None:
            for member in phrase.possessor.members():
                found += [m for m in self.mentions(member) if m.type is MentionType.COUNTRY]
        for token in phrase.modifiers:
            for span in (token.span.parts or [token.span]) if token.span is not None else []:
                if span.type is SpanType.COUNTRY:
                    found.append(of_span(span))
        for complement in phrase.complements:
            for member in complement.members():
                found += [m for m in self.mentions(member) if m.type is MentionType.COUNTRY]
        if phrase.determiner in ("our", "their", "its", "his", "her") and phrase.possessor is None:
            if phrase.determiner == "our" and (side := self.discourse.side()) is not None:
                found.append(side)
            elif phrase.determiner == "its" and self.discourse.last_country is not None and self.discourse.last_topic == self.discourse.last_country:
                found.append(self.discourse.last_country)
        unique: dict[str, Mention] = {}
        for mention in found:
            unique.setdefault(mention.id, mention)
        return list(unique.values())

    def owner(self, phrase: Phrase) -> Mention | None:
        """Whose a phrase is by its pronoun: "its area", "his visit", "our city"."""
        match phrase.determiner:
            case "its":
                return self.discourse.last_topic
            case "his" | "her":
                return self.discourse.whom("she" if phrase.determiner == "her" else "he")
            case "our" | "my":
                return self.discourse.side()
        return None

    def wording(self, phrase: Phrase) -> str:
        """The phrase's words without its article."""
        text = " ".join(phrase.text.split())
        for article in ("the ", "a ", "an ", "The ", "A ", "An ", "its ", "their ", "our ", "his ", "her "):
            if text.startswith(article):
                return text[len(article) :]
        return text


def _personal(phrase: Phrase) -> bool:
    """Whether an untyped name reads like a person's: two to five words, no determiner, no modifiers."""
    assert phrase.span is not None
    return (
        2 <= len(phrase.span.text.split()) <= 5 and not phrase.determiner and not phrase.modifiers and not any(c.isdigit() for c in phrase.span.text)
    )
