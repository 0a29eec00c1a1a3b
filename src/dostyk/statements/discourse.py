"""Keeps what a document has spoken of so far, so that "he", "the two countries", "the center" can be resolved."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from dostyk.model.analysis import Phrase, Sentence, Span, SpanType
from dostyk.model.document import Document
from dostyk.model.mention import Mention, MentionType
from dostyk.values.names import capital_of, country_name, find_places

DATELINE = re.compile(r"\s*(?:,\s*[A-Z][a-z]{2,8}\.? \d{1,2}|,\s*\d{1,2} [A-Z]|\s*[(/]|\s*(?:--|[–—]|- )|\s*:)")  # noqa: RUF001
"""What follows the city of a dateline: a day, an agency in brackets, a dash."""
MUNICIPAL = re.compile(
    r"(?:The )?(?:(?:City|Town|Municipality|Borough|Commune|Village)(?: Council)? of ([A-Z][\w' -]+)"
    r"|([A-Z][\w' -]+?) (?:(?:City|Town|District|Borough|Municipal|Village|Shire) (?:Council|Hall|Government|Administration)|Municipality))"
)
SHARE = 0.25
"""A country named less often than this beside the one named most is not what the page is about."""


class Discourse:
    """The state of reading one document."""

    def __init__(self, document: Document, sentences: list[Sentence]) -> None:
        self.published = document.published
        self.memory: dict[str, Any] = {}
        self.last_person: Mention | None = None
        self.last_plural: list[Mention] = []
        self.last_topic: Mention | None = None
        self.last_country: Mention | None = None
        self.last_city: Mention | None = None
        self.last_region: Mention | None = None
        self.last_city_country: str | None = None
        self.event_time: str | None = None
        self.event_paragraph = -1
        self.news_time: str | None = None
        self.ahead_time: str | None = None
        self.ahead_paragraph = -1
        self.told_time: str | None = None
        self.told_paragraph = -1
        self.list_time: str | None = None
        self._recent_cities: list[Mention] = []
        self._named: dict[str, Mention] = {}
        self._heads: dict[str, Mention] = {}
        self._people = _People(sentences)
        self._pair = _main_countries(document, sentences)
        self._side, self._here = _own(document)
        self._side = self._side or _not_met(self._pair, sentences)
        self._gender: dict[str, str] = {}
        self._people_seen: list[Mention] = []
        self._dateline = _dateline(sentences)
        self._begin(document)
        self._offices: dict[tuple[str, str], Mention] = self.memory.setdefault("offices", {})

    def _begin(self, document: Document) -> None:
        """A page whose title is a place is about that place."""
        found = [p for p in find_places(document.title or "") if not p.demonym]
        if len(found) == 1 and found[0].type.value in ("city", "region"):
            place = Mention(found[0].text, found[0].name, found[0].id, MentionType(found[0].type.value))
            self.last_topic = place
            if found[0].type.value == "city":
                self.last_city = place
            else:
                self.last_region = place

    def pair(self) -> list[Mention]:
        """The two countries that the text is about; fewer where it names fewer."""
        return list(self._pair)

    def side(self) -> Mention | None:
        """The country on whose behalf the page or the speaker speaks."""
        return self.memory.get("speaker_side") or self._side or (self._pair[0] if self._pair else None)

    def here(self) -> Mention | None:
        """The page's own city."""
        return self._here

    def dateline(self) -> Mention | None:
        """The city that the page is sent from, which "here" means in news."""
        return self._dateline

    def capitals(self) -> list[Mention]:
        """The capitals of the two countries."""
        found = []
        for country in self._pair:
            entity = capital_of(country.id, self.published)
            if entity is not None:
                found.append(Mention(entity.name, entity.name, entity.id, entity.type))
        return found

    def cities(self) -> list[Mention]:
        """The two cities spoken of last."""
        return self._recent_cities[-2:]

    def country_of_city(self) -> Mention | None:
        """The country of the city spoken of last, where no country was named."""
        code = self.last_city_country
        name = country_name(code) if code else None
        return Mention(name, name, code, MentionType.COUNTRY) if code and name else None

    def person(self, span: Span) -> Mention:
        """A person, named by the fullest form that the document uses."""
        name = self._people.fullest(span.text)
        from dostyk.statements.mentions import made_id

        return Mention(span.text, name, made_id(MentionType.PERSON, name), MentionType.PERSON)

    def whom(self, pronoun: str) -> Mention | None:
        """Whom "he" or "she" means: the last person of whom the text does not say the contrary."""
        wanted = "f" if pronoun in ("she", "her", "herself") else "m"
        for person in reversed(self._people_seen):
            if self._gender.get(person.name, wanted) == wanted:
                self._gender[person.name] = wanted
                return person
        return None

    def _see(self, person: Mention, title: str = "") -> None:
        if title in ("ms", "mrs", "miss", "madam", "mme", "queen", "princess", "chairwoman", "spokeswoman"):
            self._gender[person.name] = "f"
        elif title in ("mr", "sir", "king", "prince", "chairman"):
            self._gender[person.name] = "m"
        if person in self._people_seen:
            self._people_seen.remove(person)
        self._people_seen.append(person)
        self.last_person = person

    def name(self, text: str) -> Mention | None:
        """A name met before, or an abbreviation introduced for it."""
        return self._named.get(text)

    def holder(self, phrase: Phrase) -> Mention | None:
        """Who holds a post that "the President" names without its holder and its country, where the document knows but one."""
        if (
            phrase.span is None
            or phrase.determiner != "the"
            or phrase.modifiers
            or phrase.complements
            or phrase.possessor is not None
            or phrase.text.lower().endswith("s")
        ):
            return None
        return self._offices.get((phrase.span.text.lower(), ""))

    def antecedent(self, lemma: str) -> Mention | None:
        """The last named thing with this head noun ("the center" after "X Center for Y")."""
        return self._heads.get(lemma)

    def remember(self, mention: Mention, head: str = "") -> None:
        """Take note of a thing that was named."""
        if head:
            self._heads[head] = mention
        self._heads[mention.name.split()[-1].lower()] = mention

    def note(self, sentence: Sentence) -> None:
        """Take note of a sentence after it has been read."""
        for span in sentence.spans:
            if span.demonym:
                continue
            if span.type is SpanType.COUNTRY:
                self.last_country = Mention(span.text, span.name, span.id, MentionType.COUNTRY)
            elif span.type is SpanType.CITY:
                self.last_city, self.last_city_country = Mention(span.text, span.name, span.id, MentionType.CITY), span.country
                if not self._recent_cities or self._recent_cities[-1].id != span.id:
                    self._recent_cities.append(self.last_city)
            elif span.type is SpanType.REGION:
                self.last_region = Mention(span.text, span.name, span.id, MentionType.REGION)
            elif span.type is SpanType.PERSON:
                before = sentence.text[max(0, span.start - 20 - sentence.start) : span.start - sentence.start].split()
                self._see(self.person(span), before[-1].strip(".").lower() if before else "")
            elif span.type is SpanType.ORGANISATION:
                self._note_organisation(span.text)
        self._note_subject(sentence)

    def _note_organisation(self, text: str) -> None:
        from dostyk.statements.mentions import named

        made = named(MentionType.ORGANISATION, text)
        for word in text.lower().split():
            self._heads[word] = made

    def _note_subject(self, sentence: Sentence) -> None:
        """The subject of the last main clause is what "it", "he" and "they" will mean."""
        for clause in sentence.clauses:
            subject = clause.patient if clause.passive else clause.agent
            if subject is None or clause.form not in ("finite", "participle"):
                continue
            if subject.person is not None or (subject.span is not None and subject.span.type is SpanType.PERSON):
                span = subject.person or subject.span
                assert span is not None
                self._see(self.person(span))
                if subject.others:
                    self.last_plural = [
                        self.person(s) for m in subject.members() if (s := m.person or m.span) is not None and s.type is SpanType.PERSON
                    ]
                return
            spans = [m.span for m in subject.members() if m.span is not None and m.span.type in (SpanType.COUNTRY, SpanType.CITY, SpanType.REGION)]
            if len(spans) > 1:
                self.last_plural = [Mention(s.text, s.name, s.id, MentionType(s.type.value)) for s in spans]
                return
            if spans:
                self.last_topic = Mention(spans[0].text, spans[0].name, spans[0].id, MentionType(spans[0].type.value))
                return
            if subject.span is not None and subject.span.type in (SpanType.ORGANISATION, SpanType.NAME, SpanType.QUOTE):
                from dostyk.statements.mentions import of_span

                self.last_topic = of_span(subject.span)
                return
            if subject.span is None and any(
                t.span is not None and not t.span.demonym and t.span.type is not SpanType.QUANTITY for t in subject.modifiers
            ):
                from dostyk.kinds.naming import thing
                from dostyk.kinds.wording import without_article

                self.last_topic = thing(without_article(subject.text))
                self._heads[subject.lemma] = self.last_topic
                return


class _People:
    """The people whom a document names, so that a short form leads to the fullest one."""

    def __init__(self, sentences: list[Sentence]) -> None:
        names = {p.text for s in sentences for p in s.spans if p.type is SpanType.PERSON}
        self._by_word: dict[str, list[str]] = {}
        for name in sorted(names, key=lambda n: (-len(n.split()), n)):
            for word in name.split():
                self._by_word.setdefault(word.strip(".").lower(), []).append(name)

    def fullest(self, text: str) -> str:
        """Give the fullest name in the document that this one is a short form of; itself where there is none or several."""
        words = [w.lower() for w in text.replace(".", ". ").split()]
        if not words:
            return text
        candidates = self._by_word.get(words[-1].strip("."), [])
        fitting = [c for c in candidates if len(c.split()) >= len(words) and _short_of(words, [w.lower() for w in c.split()])]
        longest = [c for c in fitting if len(c.split()) == len(fitting[0].split())] if fitting else []
        return longest[0] if len(longest) == 1 else text


def _short_of(short: list[str], full: list[str]) -> bool:
    """Whether each word of the short form, or its initial, stands in the full form in order."""
    at = 0
    for word in short:
        while at < len(full) and not (full[at] == word or (len(word) <= 2 and word.endswith(".") and full[at].startswith(word[0]))):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def _main_countries(document: Document, sentences: list[Sentence]) -> list[Mention]:
    """The two countries named most, or one that is named far more than any other; the title counts thrice."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    names: dict[str, str] = {}
    for sentence in sentences:
        for span in sentence.spans:
            if span.type is SpanType.COUNTRY:
                counts[span.id] += 2 if not span.demonym else 1
                first.setdefault(span.id, span.start)
                names.setdefault(span.id, span.name)
            elif span.country:
                counts[span.country] += 1
                first.setdefault(span.country, span.start)
    for found in find_places(document.title or ""):
        if found.country or found.type.value == "country":
            counts[found.country or found.id] += 6
    ranked = sorted(counts, key=lambda c: (-counts[c], first.get(c, 0)))
    tied = len(ranked) > 3 and counts[ranked[3]] >= 0.75 * counts[ranked[1]]  # one country and several others alike: no pair
    best = ranked[: 1 if tied else 2]
    best = [c for c in best if counts[c] >= SHARE * counts[best[0]]]
    titled = [found.country or found.id for found in find_places(document.title or "")]
    in_title = len(best) == 2 and all(c in titled for c in best)  # "Peru and Norway": whose page it is stands first
    best.sort(key=titled.index if in_title else lambda c: first.get(c, 0))
    return [Mention(names.get(c) or country_name(c) or c, names.get(c) or country_name(c) or c, c, MentionType.COUNTRY) for c in best]


def _not_met(pair: list[Mention], sentences: list[Sentence]) -> Mention | None:
    """The country that says "our": the one of the pair that "our trade with", "our ambassador in", "our exports to" does not name."""
    met: Counter[str] = Counter()
    for sentence in sentences:
        for at, token in enumerate(sentence.tokens):
            if token.low != "our":
                continue
            behind = sentence.tokens[at + 1 : at + 8]
            joint = next((i for i, t in enumerate(behind) if t.tag in ("IN", "TO")), None)
            if joint is None or behind[joint].low not in ("with", "to", "in") or any(t.tag.startswith("VB") for t in behind[:joint]):
                continue
            span = next((t.span for t in behind[joint + 1 : joint + 3] if t.span is not None), None)
            if span is not None and (country := span.id if span.type is SpanType.COUNTRY else span.country):
                met[country] += 1
    others = [m for m in pair if m.id not in met]
    return others[0] if len(pair) == 2 and len(others) == 1 else None


def _dateline(sentences: list[Sentence]) -> Mention | None:
    """The city that opens the first prose of a page before its date or agency ("LIMA, May 3 (AGN) -- …")."""
    first = next((s for s in sentences if s.form == "prose"), None)
    if first is None or len(first.tokens) < 3 or (span := first.tokens[0].span) is None or span.type is not SpanType.CITY:
        return None
    behind = first.text[span.end - first.start : span.end - first.start + 60]
    sent = DATELINE.match(behind) is not None
    return Mention(span.text, span.name, span.id, MentionType.CITY) if sent else None


def _municipality(publisher: str | None) -> Mention | None:
    """The town whose council or hall publishes the page, where reference data does not know it ("Timber Creek Town Council")."""
    from dostyk.statements.mentions import made_id

    found = MUNICIPAL.fullmatch(publisher.strip()) if publisher else None
    name = next(filter(None, found.groups()), "").strip() if found is not None else ""
    return Mention(name, name, made_id(MentionType.CITY, name), MentionType.CITY) if name else None


def _own(document: Document) -> tuple[Mention | None, Mention | None]:
    """The country and city of the publisher, as far as its name tells."""
    country = city = None
    for found in find_places(" ".join(filter(None, (document.publisher, document.title)))):
        if found.type.value == "city" and city is None:
            city = Mention(found.text, found.name, found.id, MentionType.CITY)
    city = city or _municipality(document.publisher)
    for found in find_places(document.publisher or ""):
        code = found.country or found.id
        if country is None and code and len(code) == 2:
            name = country_name(code) or code
            country = Mention(name, name, code, MentionType.COUNTRY)
    return country, city
