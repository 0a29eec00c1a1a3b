"""What a sentence looks like to a kind: tokens, typed spans, phrases and clauses, with offsets into the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dostyk.model.statement import Modality


class SpanType(StrEnum):
    """What a typed span names."""

    DATE = "date"
    QUANTITY = "quantity"
    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    INSTRUMENT = "instrument"
    EVENT = "event"
    PROJECT = "project"
    INSTITUTION = "institution"
    QUOTE = "quote"
    OFFICE = "office"
    NAME = "name"


PLACES = (SpanType.COUNTRY, SpanType.REGION, SpanType.CITY, SpanType.PLACE)


@dataclass(slots=True)
class Span:
    """A run of text with a type; `start` and `end` are document offsets, `id` and `country` what reference data knows."""

    type: SpanType
    start: int
    end: int
    text: str
    name: str = ""
    id: str = ""
    country: str | None = None
    demonym: bool = False
    parts: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class DateMark(Span):
    """A date span: EDTF, how it is attached (since, by, as_of …) and where its adverbial begins."""

    edtf: str | None = None
    relation: str = "in"
    lead: int = 0
    derived: bool = False
    vague: bool = False
    duration: str | None = None
    same_period: bool = False


@dataclass(slots=True)
class QuantityMark(Span):
    """A quantity span: decimal value, unit, bound and what the figure itself tells of its statistic."""

    value: str = ""
    unit: str = "1"
    bound: str = "exact"
    bare: bool = False
    statistic: str = "level"
    ordinal: bool = False


@dataclass(slots=True, init=False)
class Token:
    """A word, a mark or a whole typed span; `tag` is a Penn Treebank tag, `low` the text in lower case, which is asked for all the time."""

    text: str
    start: int
    end: int
    tag: str
    lemma: str
    span: Span | None
    low: str

    def __init__(self, text: str, start: int, end: int, tag: str = "", lemma: str = "", span: Span | None = None) -> None:
        """Make a token; by hand, because more tokens are made than anything else."""
        self.text = text
        self.start = start
        self.end = end
        self.tag = tag
        self.lemma = lemma
        self.span = span
        self.low = text.lower()


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens `first`..`last` of its sentence, `head` the index of its head token.

    `preposition` is the lemma that governs it ("" for a subject or object), `modifiers` the tokens before the head,
    `possessor` the phrase before "'s", `complements` the phrases attached by prepositions ("of", "between" …),
    `others` what is coordinated with it (the first of a list carries them), `office` the post it names and
    `person` the name that stands in apposition to the post.
    """

    first: int
    last: int
    head: int
    start: int
    end: int
    lemma: str
    text: str
    span: Span | None = None
    preposition: str = ""
    determiner: str = ""
    modifiers: list[Token] = field(default_factory=list)
    possessor: Phrase | None = None
    complements: list[Phrase] = field(default_factory=list)
    others: list[Phrase] = field(default_factory=list)
    office: Phrase | None = None
    person: Span | None = None
    quantity: QuantityMark | None = None
    apposition: Phrase | None = None
    clause: Clause | None = None

    def members(self) -> list[Phrase]:
        """The phrase and what is coordinated with it."""
        return [self, *self.others]

    def words(self) -> list[str]:
        """Modifiers in lower case."""
        return [t.low for t in self.modifiers]


@dataclass(slots=True)
class Clause:
    """A verb with what stands around it, voice evened out: `agent` acts, `patient` is acted on."""

    verb: int
    lemma: str
    start: int
    end: int
    modality: Modality = Modality.ACTUAL
    passive: bool = False
    form: str = "finite"
    agent: Phrase | None = None
    patient: Phrase | None = None
    obliques: list[Phrase] = field(default_factory=list)
    governor: Clause | None = None
    tense: str = "past"
    predicate: Phrase | None = None
    particle: str = ""


@dataclass(slots=True)
class Sentence:
    """One sentence (or heading, list item, table row) of a document, analysed; `inside` holds every phrase, those within others too."""

    start: int
    end: int
    text: str
    tokens: list[Token] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    dates: list[DateMark] = field(default_factory=list)
    quantities: list[QuantityMark] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    form: str = "prose"
    heading: str = ""
    paragraph: int = 0
    inside: list[Phrase] = field(default_factory=list)
