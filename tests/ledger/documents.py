"""Documents in our own words that every test of the file can be filled with: many, short, each with statements."""

import hashlib
from dataclasses import replace

from dostyk.ledger import Entry, Ledger
from dostyk.model.document import Document
from dostyk.model.judgement import End, Judgement, Named, Verdict
from dostyk.model.mention import Mention, MentionType
from dostyk.model.review import Act, Review, Said, Subject
from dostyk.model.statement import Evidence, Modality, Statement

CITIES = ("Nordhafen", "Brückstadt", "Kökbulak", "海原", "Сарыарқа", "Porto Quieto", "Ōmori", "Zelenogora")
TOPICS = ("fisheries", "rail freight", "double taxation", "student exchange", "customs", "film weeks", "visa waivers")


def entry(number: int, sentences: int = 4, source: str = "") -> Entry:
    """Make a document by its number, with as many statements as sentences."""
    city = CITIES[number % len(CITIES)]
    said = [
        f"On {at % 28 + 1} May {1960 + number % 60}, Elbonia and Sylvania signed agreement {number}-{at} on {_topic(number + at)} in {city}."
        for at in range(sentences)
    ]
    text = f"Relations with {city}, part {number}\n\n" + "\n".join(said) + "\n"
    data = text.encode()
    document = Document(
        text=text,
        source=source or f"page{number}.txt",
        title=f"Relations with {city}, part {number}",
        publisher=f"Ministry {number}" if number % 2 else None,
        published="2019-10-07" if number % 3 else None,
        language="en",
        content_hash=hashlib.sha256(data).hexdigest(),
    )
    statements = tuple(_statement(document, sentence, city) for sentence in said)
    return Entry(document, data, "dostyk 1", statements, {}, {"title": "first line"}, f"/pages/{document.source}", number % 5)


def _topic(number: int) -> str:
    return TOPICS[number % len(TOPICS)]


def _statement(document: Document, sentence: str, city: str) -> Statement:
    start = document.text.index(sentence)
    parties = (Mention("Elbonia", "Elbonia", "XE", MentionType.COUNTRY), Mention("Sylvania", "Sylvania", "XS", MentionType.COUNTRY))
    return Statement(
        document=document,
        kind="Agreement",
        evidence=Evidence.of(document, start, start + len(sentence)),
        roles={"party": parties, "place": (Mention(city, city, "m1", MentionType.CITY),)},
        attributes={"agreement_type": "agreement", "title": sentence[-20:]},
        time="1992-05",
        modality=Modality.ACTUAL,
        confidence=0.875,
        extractor="agreement",
    )


def review(statement: Statement, note: str = "not said") -> Review:
    """Reject a statement, as its first review."""
    subject = Subject(statement.id, 1, statement.document.id, Said.of(statement), results=())
    return Review(Act.REJECT, "Aigul", "2026-01-15T00:00:00", (subject,), note)


def judgement(one: tuple[str, str], other: tuple[str, str], pair: str = "j1", revision: int = 1) -> Judgement:
    """Hold two names, each with its sort before it, to be one's."""
    ends = tuple(End(sort, (Named(name, (name,)),)) for sort, name in (one, other))
    return Judgement(Verdict.SAME, "Aigul", "2026-02-02T00:00:00", pair, revision, ends, "seen on a map")


def taken_back(kept: Review, number: int) -> Review:
    """Undo a first review."""
    subject = replace(kept.subjects[0], revision=2, results=None)
    return Review(Act.UNDO, "Ben", "2026-01-16T00:00:00", (subject,), None, number)


def fill(ledger: Ledger, documents: int, sentences: int = 4) -> None:
    """Record documents one after the other, review them, undo every other review, remove the second when the third is there, judge two cities."""
    for number in range(documents):
        ledger.record(entry(number, sentences), f"2026-01-{number % 28 + 1:02}T00:00:00")
        if number == 1:
            for one in (0, 1):
                ledger.record_review(review(entry(one, sentences).statements[0]))
        elif number > 2:
            kept = review(entry(number, sentences).statements[0], f"note {number}")
            first = ledger.record_review(kept)
            if number % 2:
                ledger.record_review(taken_back(kept, first))
        if number == 2:
            ledger.remove(entry(1, sentences).document.id, "Ana", "asked for by its publisher", "2026-02-01T00:00:00")
    if documents > 2:
        ledger.record_judgement(judgement(("place", CITIES[0]), ("place", CITIES[2])))
