"""Turns a text into its measures: every quantity with what it measures, of whom, towards whom, when and compared with what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dostyk.grammar import analyse
from dostyk.languages import ANALYSED
from dostyk.model.analysis import Phrase, QuantityMark, Sentence, SpanType
from dostyk.model.document import Document
from dostyk.model.statement import Statement
from dostyk.statements.extract import DocumentReader
from dostyk.values.quantities import read_quantities

NO_COUNT = ("%", "{pp}", "rank")
TIMES = ("a", "mo", "wk", "d", "h", "min", "s")


@dataclass(frozen=True, slots=True)
class Measure:
    """One quantity of a text and what is measured by it.

    `start`, `end`, `value`, `unit` and `bound` are those of `QuantitySpan`; `value` is negative where something fell.
    `measure` is what is measured ("exports", "area of the port"), None where nothing tells; `counted` what is counted
    ("passengers"). `of` and `towards` are names of whom it is measured, both countries in `of` where there is no
    direction. `time` and `base` (what a change is compared with) are EDTF. `statistic`: level, change, share, rank,
    multiple. `quote_start` and `quote_end`: the words that say so. `rule` is how it was found: the rule of a statement
    ("indicator.…"), else the grammar around the number: counted, attributive ("a 40 MW plant"), of ("a loan of 5
    million"), about (the subject of the clause), or "" for nothing.
    """

    start: int
    end: int
    value: str
    unit: str
    bound: str
    statistic: str
    measure: str | None = None
    counted: str | None = None
    of: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    time: str | None = None
    base: str | None = None
    quote_start: int = 0
    quote_end: int = 0
    rule: str = ""


def read_measures(text: str, language: str = "en", published: str | None = None) -> list[Measure]:
    """Read the quantities of a text with what they measure, in order of their offsets.

    `published` (EDTF) is the text's date, from which "last year" is worked out. Measure, parties and period may be
    carried from the sentence before. In a language whose sentences are not analysed, and for ordinals, only what the
    quantity itself tells is given. Raises FileNotFoundError for a language without data.
    """
    if language not in ANALYSED:
        return [
            Measure(q.start, q.end, q.value, q.unit, q.bound, q.statistic, quote_start=q.start, quote_end=q.end)
            for q in read_quantities(text, language)
        ]
    reader = DocumentReader(Document(text, "text", language=language, published=published), analyse(text, published))
    drafts = list(reader.drafts())
    made = reader.statements(drafts)
    stated: dict[int, Statement] = {}
    for _, draft in drafts:
        if draft.anchor is not None and "measure" in draft.attributes and (statement := made.get(id(draft))) is not None:
            stated.setdefault(draft.anchor, statement)
    found = [*_measures(reader, stated), *_others(reader, stated)]
    return sorted(found, key=lambda measure: (measure.start, measure.end))


def _measures(reader: DocumentReader, stated: Mapping[int, Statement]) -> Iterator[Measure]:
    for sentence in reader.sentences:
        for quantity in sentence.quantities:
            statement = stated.get(quantity.start)
            yield of_statement(quantity, statement) if statement is not None else of_grammar(reader, sentence, quantity)


def _others(reader: DocumentReader, stated: Mapping[int, Statement]) -> Iterator[Measure]:
    """Give the quantities that the analysis holds as something else: lengths of time (dates there) and ordinal ranks."""
    spans = iter(read_quantities(reader.document.text))
    ranks = [statement for statement in stated.values() if statement.attributes.get("unit") == "rank"]
    span = next(spans, None)
    for sentence in sorted(reader.sentences, key=lambda s: s.start):
        held = [(q.start, q.end) for q in sentence.quantities]
        while span is not None and span.start < sentence.end:
            free = span.start >= sentence.start and not any(start < span.end and span.start < end for start, end in held)
            text = reader.document.text[span.start : span.end]
            mark = QuantityMark(SpanType.QUANTITY, span.start, span.end, text, value=span.value, unit=span.unit, bound=span.bound)
            if free and span.unit in TIMES:
                yield of_grammar(reader, sentence, mark)
            elif free and span.unit == "rank":
                told = next((s for s in ranks if s.evidence.start <= span.start < s.evidence.end), None)
                yield of_statement(mark, told) if told is not None else replace(of_grammar(reader, sentence, mark), statistic="rank")
            span = next(spans, None)


def of_statement(quantity: QuantityMark, statement: Statement) -> Measure:
    """Give the measure that a statement rests on."""
    told, roles = statement.attributes, statement.roles
    return Measure(
        quantity.start,
        quantity.end,
        told.get("value", quantity.value),
        told.get("unit", quantity.unit),
        told.get("bound", quantity.bound),
        told.get("statistic", quantity.statistic),
        told["measure"],
        next((mention.text for mention in roles.get("counted", ())), None),
        tuple(mention.name for mention in roles.get("subject", ())),
        tuple(mention.name for mention in roles.get("partner", ())),
        statement.time,
        told.get("compared_with"),
        statement.evidence.start,
        statement.evidence.end,
        statement.extractor.rpartition(" ")[2],
    )


def of_grammar(reader: DocumentReader, sentence: Sentence, quantity: QuantityMark) -> Measure:
    """Give what the words around a quantity that no statement rests on tell of it."""
    rule, phrase, words = governing(reader.document.text, sentence, quantity)
    quote = (quantity.start, quantity.end) if phrase is None else (min(phrase.start, quantity.start), max(phrase.end, quantity.end))
    return Measure(
        quantity.start,
        quantity.end,
        quantity.value,
        quantity.unit,
        quantity.bound,
        quantity.statistic,
        None if rule == "counted" else words,
        words if rule == "counted" else None,
        tuple(mention.name for mention in reader.countries(phrase)) if phrase is not None else (),
        (),
        reader.time(sentence, *quote) if rule else None,
        quote_start=quote[0],
        quote_end=quote[1],
        rule=rule,
    )


def governing(text: str, sentence: Sentence, quantity: QuantityMark) -> tuple[str, Phrase | None, str | None]:
    """Find the phrase that tells what a quantity is of: (rule, phrase, its words without the number)."""
    tokens = sentence.tokens
    index = next((i for i, t in enumerate(tokens) if t.span is quantity or t.start <= quantity.start < t.end), None)
    if index is None:
        return "", None, None
    own = [p for p in sentence.inside if p.first <= index <= p.head]
    inner = min(own, key=lambda p: p.head - p.first) if own else None
    if inner is not None and inner.head > index:
        words = text[tokens[index + 1].start : tokens[inner.head].end]
        return ("counted" if quantity.bare and quantity.unit not in NO_COUNT else "attributive"), inner, words
    holder = next((p for p in sentence.inside if p is not inner and any(c.first <= index <= c.last for c in p.complements)), None)
    if holder is None and index > 1 and tokens[index - 1].low == "of":
        holder = next((p for p in sentence.inside if p.head == index - 2), None)
    if holder is not None and _telling(sentence, holder):
        return "of", holder, _words(text, sentence, holder)
    behind = next((c for c in inner.complements if c.preposition == "of"), None) if inner is not None else None
    if behind is not None and _telling(sentence, behind):
        return "of", behind, _words(text, sentence, behind)
    clause = inner.clause if inner is not None else None
    about = (clause.patient if clause.passive else clause.agent) if clause is not None else None
    if about is not None and not about.first <= index <= about.last and _telling(sentence, about):
        return "about", about, _words(text, sentence, about)
    return "", None, None


def _telling(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase tells what is measured: it is no pronoun and no other quantity."""
    head = sentence.tokens[phrase.head]
    return not head.tag.startswith(("PRP", "DT", "CD", "W")) and not isinstance(head.span, QuantityMark)


def _words(text: str, sentence: Sentence, phrase: Phrase) -> str:
    """Give a phrase up to its head, without its article."""
    first = phrase.first
    while first < phrase.head and sentence.tokens[first].tag in ("DT", "PRP$"):
        first += 1
    return text[sentence.tokens[first].start : sentence.tokens[phrase.head].end]
