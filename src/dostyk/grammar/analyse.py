"""Turns a document into analysed sentences, in reading order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from dostyk.grammar.clauses import read_clauses
from dostyk.grammar.names import merge_names, with_juniors
from dostyk.grammar.phrases import PhraseReader, attach
from dostyk.grammar.tokens import merge_offices, quotations, tokenise
from dostyk.languages.en.tagger import lemma, tag
from dostyk.languages.words import Words, listed, words
from dostyk.model.analysis import PLACES, DateMark, Phrase, QuantityMark, Sentence, Span, SpanType, Token
from dostyk.model.statement import Modality
from dostyk.passages import Passage, split
from dostyk.values.dates import day_first, read_dates, read_heading_date
from dostyk.values.names import PlaceSpan, bearing, find_places, is_given_name, is_surname
from dostyk.values.names.given import is_person_word
from dostyk.values.quantities import read_quantities

WIDE_GAP = 3
"""Characters of white space that set two columns of a row apart."""
PLACEHOLDER = {SpanType.DATE: "\ue000D", SpanType.QUANTITY: "\ue000Q"}
OPENING_MONTH = re.compile(r"([A-Z][a-z]{2,8})\.? ?[–—:|-] ")  # noqa: RUF001
YEAR_THEN_MONTH = re.compile(r", ([A-Z][a-z]{2,8})(?= ?[–—:|(-])")  # noqa: RUF001
NAMED_YEAR = re.compile(r"(?:^|[\s“\"‘(])([A-Z][\w-]+) $")
INITIAL = re.compile(r"(?:(?:[A-ZА-ЯЁ]|[CGKSTPZD]h|Ts|Tz|D[zj]|Y[aeou])\.[ ]?)+[A-ZА-ЯЁ]?[\w-]*$")
COMPARED = re.compile(r"\b(?:compared (?:to|with)|relative to|against|than(?: in)?|versus|same \w+ (?:of|in))\s+(?:the )?$")
FUTURE = re.compile(
    r"\b(?:will|shall|upcoming|scheduled|is to|are to|is due|are due|is expected|are expected|plans to|plan to|is planned|are planned"
    r"|goes on show|go on show|goes on view|takes place|kicks off|to be (?:held|signed|opened|launched|inaugurated|organi[sz]ed)"
    r"|hopes? to|intends? to|expects? to|invited|invitation to|looks forward to|agreed to (?:hold|meet|convene))\b"
)
SPOKEN = re.compile(r"\b(?:we|our|us|I|my)\b")
"""Words of somebody who speaks of his own days."""


CERTAIN = frozenset(("CC", "CD", "DT", "IN", "MD", "NNP", "NNPS", "POS", "PRP$", "TO", "WDT", "WP", "WRB", ".", ",", ":", "(", ")"))
"""Tags that stand as they are, whatever stands around."""


def analyse(text: str, reference: str | None = None, prefer: Sequence[str] = ()) -> list[Sentence]:
    """Analyse every sentence of a text; `reference` is the document's date (EDTF), `prefer` the countries it is about."""
    lists = words()
    known: set[str] = set()
    passages = split(text)
    text = _with_bars(text, passages)
    habit = day_first(text)
    places = [_place(text, found, reference) for found in find_places(text, prefer)]
    starts = [p.start for p in places]
    sentences: list[Sentence] = []
    context: str | None = None
    period: str | None = None
    lasting: str | None = None
    for passage in passages:
        head_date = next((d for d in map(_head_date, reversed(passage.headings)) if d), None)
        ahead = any(word.strip(":").lower() in listed("ahead") for word in " ".join(passage.headings[-1:]).split()[:3])
        for start, end in passage.sentences:
            inside = places[bisect_left(starts, start) : bisect_left(starts, end)]
            setting = _Setting(reference, context or head_date or (lasting if reference is None else None), lists, known, habit, ahead, period)
            sentence = _sentence(text, (start, end), passage, inside, setting)
            sentence.heading = " / ".join(passage.headings)
            known.update(name for s in sentence.spans if s.type is SpanType.PERSON for name in _family_names(s.text.split()))
            context = _context(sentence, context)
            period = _period(sentence, period)
            sentences.append(sentence)
        lasting = context or lasting
        context = head_date if passage.form != "heading" else None
    return sentences


def _with_bars(text: str, passages: Sequence[Passage]) -> str:
    """A text whose rows have bars for tabs, so that no reader takes two cells for one; every offset stays what it was."""
    if "\t" not in text:
        return text
    pieces, at = [], 0
    for passage in passages:
        if passage.form == "row":
            pieces += [text[at : passage.start], text[passage.start : passage.end].replace("\t", "|")]
            at = passage.end
    return "".join([*pieces, text[at:]])


@lru_cache(maxsize=1024)
def _head_date(heading: str) -> str | None:
    """The date that a heading gives to what stands under it; a heading is asked for by every passage under it."""
    return read_heading_date(heading) or _recounted(heading)


def _recounted(heading: str) -> str | None:
    """The year whose events a heading announces ("Events in 2015:", "Main visits of 2019")."""
    words = heading.rstrip(" :").split()
    if not 2 < len(words) < 7 or words[-2].lower() not in ("in", "of", "for", "during") or not (words[-1].isdigit() and len(words[-1]) == 4):
        return None
    return words[-1] if any(word.lower() in listed("recounting") for word in words[:-2]) else None


def _context(sentence: Sentence, context: str | None) -> str | None:
    """The date in force for the next sentence of the passage."""
    for date in sentence.dates:
        leads = not date.derived or date.lead - sentence.start < 4
        if _compared(sentence, date.lead) or _compared(sentence, date.start):
            continue
        if date.edtf and not date.edtf.startswith("X") and "/" not in date.edtf and date.relation == "in" and leads:
            context = date.edtf
    return context


def _period(sentence: Sentence, period: str | None) -> str | None:
    """The span of time longer than a day that figures were last given for, which "the same period" means."""
    for date in sentence.dates:
        compared = _compared(sentence, date.lead) or date.same_period or date.relation != "in"
        if date.edtf and date.edtf[:4].isdigit() and (len(date.edtf) < 10 or "/" in date.edtf) and ".." not in date.edtf and not compared:
            period = date.edtf
    return period


def _compared(sentence: Sentence, at: int) -> bool:
    """Whether the words right before a document offset compare with what follows ("compared to the | same period")."""
    return COMPARED.search(sentence.text[max(0, at - sentence.start - 60) : at - sentence.start]) is not None


def _place(text: str, found: PlaceSpan, reference: str | None) -> Span:
    """A place as a span; a former name of a city that is a region's name at the page's date means the region."""
    name, ident, kind = found.name, found.id, SpanType(found.type.value)
    if kind is SpanType.CITY and found.text != found.name and reference is not None and not found.demonym:
        valid = next((e for e in bearing(found.text, reference) if e.country == found.country), None)
        if valid is not None and valid.id != found.id and valid.type.value == "region":
            name, ident, kind = valid.name, valid.id, SpanType.REGION
    return Span(kind, found.start, found.end, text[found.start : found.end], name, ident, found.country, found.demonym)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a sentence is read in: the page's date, the date in force, the word lists, the family names met so far."""

    reference: str | None
    context: str | None
    lists: Words
    known: set[str]
    day_first: bool | None
    ahead: bool = False
    period: str | None = None


def _sentence(text: str, bounds: tuple[int, int], passage: Passage, places: list[Span], setting: _Setting) -> Sentence:
    start, end = bounds
    sentence = Sentence(start, end, text[start:end], form=passage.form, paragraph=passage.number)
    lists = setting.lists
    sentence.dates = _dates(text, start, end, setting)
    sentence.quantities = _quantities(text, start, end, sentence.dates)
    quotes = quotations(text, start, end)
    sentence.dates = [d for d in sentence.dates if not _inside_name(text, d, quotes)]
    sentence.quantities = [q for q in sentence.quantities if not _inside_name(text, q, quotes)]
    taken = _merge([sentence.dates, sentence.quantities, quotes, places])
    kept = {id(span) for span in taken}
    sentence.dates = [d for d in sentence.dates if id(d) in kept]
    tokens = tokenise(text, start, end, taken)
    if passage.form == "row" and "|" not in sentence.text:
        tokens = _barred(tokens)
    tokens = merge_offices(tokens, lists)
    tokens = merge_names(tokens, lists)
    _type_names(tokens, lists, setting.known)
    tokens = with_juniors(tokens, text)
    _tag(tokens)
    _mend(tokens, passage.form)
    _mend_nouns(tokens, lists)
    _mend_latter(tokens)
    sentence.tokens = tokens
    sentence.spans = [t.span for t in tokens if t.span is not None]
    reader = PhraseReader(tokens, lists)
    chunks = attach(reader.read(), tokens, lists)
    sentence.phrases = reader.phrases
    for phrase in _everyone(sentence.phrases):
        phrase.text = text[phrase.start : phrase.end]
    sentence.clauses = read_clauses(chunks, tokens)
    _deny(sentence)
    _title_years(sentence)
    return sentence


def _inside_name(text: str, span: Span, quotes: Sequence[Span]) -> bool:
    """Whether a date or number belongs to a name: in quotation marks beside other words, or a weekday between capitals ("Desert Eagle 2023")."""
    if any(q.start < span.start and span.end < q.end and len(span.text) < len(q.name) for q in quotes):
        return True
    if not isinstance(span, DateMark) or not span.text.isalpha() or span.edtf is not None:
        return False
    before, after = text[max(0, span.start - 40) : span.start].split(" ")[-2:-1], text[span.end : span.end + 40].split(" ")[1:2]
    return bool(before and after and before[0][:1].isupper() and before[0].isalpha() and after[0][:1].isupper() and after[0].isalpha())


def _deny(sentence: Sentence) -> None:
    """What a rumour says that is not true did not happen ("The rumour that it will build a plant is not true")."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        if token.lemma not in listed("hearsay") or tokens[index + 1].low != "that":
            continue
        said = [c for c in sentence.clauses if c.form == "finite" and c.verb > index]
        if len(said) > 1 and said[-1].modality is Modality.NEGATED and any(t.low in ("true", "correct", "founded") for t in tokens[said[-1].verb :]):
            for clause in said[:-1]:
                clause.modality = Modality.NEGATED


def _title_years(sentence: Sentence) -> None:
    """Years that stand in a title ("programme 2015-2020") say how long it is valid, not when something happened."""
    for date in sentence.dates:
        if date.edtf and "/" in date.edtf and len(date.edtf) == 9 and date.lead == date.start:
            before = [t for t in sentence.tokens if t.end <= date.start]
            after = [t for t in sentence.tokens if t.start >= date.end]
            if before and before[-1].tag.startswith("NN") and not (after and after[0].text in (":", ",") and len(before) < 3):
                date.vague = True


def _mend(tokens: list[Token], form: str) -> None:
    """Mend tags by what stands around: a capitalised word inside prose is no verb; "the treaty signed in May is" has a participle."""
    finite = [
        i for i, t in enumerate(tokens) if t.tag in ("VBZ", "VBP", "MD") or (t.tag == "VBD" and (i + 1 >= len(tokens) or not _hangs(tokens, i)))
    ]
    for index, token in enumerate(tokens):
        if token.text in ("|", "•", "·"):
            token.tag = ":"
        if token.span is None and index and form == "prose" and token.text[:1].isupper() and token.tag.startswith("VB"):
            token.tag = "NNS" if token.text.endswith("s") else "NNP"
            token.lemma = lemma(token.low, "NNS")
        elif token.tag == "VBZ" and index and tokens[index - 1].low in ("sister", "twin", "partner"):
            token.tag, token.lemma = "NNS", lemma(token.low, "NNS")
        elif token.span is None and index and token.tag[:2] in ("NN", "JJ") and _past(tokens, index, not finite):
            token.tag, token.lemma = "VBD", lemma(token.low, "VBD")
        elif token.tag == "VBN" and form == "prose" and not finite and _acts(tokens, index):
            token.tag = "VBD"
        elif token.low == "call" and token.tag.startswith("NN") and _calls_on(tokens, index):
            token.tag, token.lemma = "VB", "call"
        elif token.tag == "VBD" and token.lemma in listed("transitive") and _hangs(tokens, index):
            by = tokens[index + 1].low == "by"
            before = [i for i in finite if i < index]
            after = [i for i in finite if i > index]
            if by or (before and not _divided(tokens, before[-1], index)) or (after and not _divided(tokens, index, after[0])):
                token.tag = "VBN"
        elif (
            token.tag == "VBD"
            and (token.lemma in listed("transitive") or token.lemma in ("put", "commission", "open"))
            and _parenthetic(tokens, index, finite, form)
        ):
            token.tag = "VBN"


def _acts(tokens: list[Token], index: int) -> bool:
    """Whether a participle of a sentence without another verb has an object, so that it is the verb ("the Embassy in Lima donated 40 books")."""
    if index == 0 or index + 1 >= len(tokens) or any(t.tag == "VBD" for t in tokens):
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    counted = after.span is not None and after.span.type is SpanType.QUANTITY
    return before.tag.startswith("NN") and before.span is not None and before.span.type in PLACES and (after.tag in ("DT", "CD", "PRP$") or counted)


def _past(tokens: list[Token], index: int, verbless: bool) -> bool:
    """Whether a word taken for a noun is a strong verb's past form right behind a name ("President X | undertook | official visits").

    Behind a place only where the sentence has no other verb ("officials from Fiji | underwent | training").
    """
    token, before = tokens[index], tokens[index - 1]
    strong = token.text.islower() and not token.low.endswith(("ed", "s", "ing", "en", "er")) and lemma(token.low, "VBD") != token.low
    if not strong or before.span is None:
        return False
    return before.span.type in (SpanType.PERSON, SpanType.OFFICE, SpanType.ORGANISATION) or verbless and before.span.type in PLACES


def _calls_on(tokens: list[Token], index: int) -> bool:
    """Whether "call on" is joined to a verb before it ("will meet X and | call | on President Y")."""
    if not index or index + 2 >= len(tokens) or tokens[index - 1].low not in ("and", "also") or tokens[index + 1].low != "on":
        return False
    who = [t.span for t in tokens[index + 2 : index + 4]]
    named = any(s is not None and s.type in (SpanType.OFFICE, SpanType.PERSON) for s in who)
    return named and any(t.tag in ("MD", "TO") for t in tokens[:index])


def _parenthetic(tokens: list[Token], index: int, finite: list[int], form: str) -> bool:
    """Whether a past form between commas hangs on the subject before it ("The school, founded in 1974 as a college, has …")."""
    if index < 2 or index + 1 >= len(tokens) or tokens[index - 1].text != "," or not tokens[index - 2].tag.startswith("NN"):
        return False
    after, later = tokens[index + 1], [i for i in finite if i > index]
    if after.tag != "IN" and not (after.span is not None and after.span.type is SpanType.DATE) or any(i < index for i in finite):
        return False
    if not later:
        return form != "prose"
    return any(t.text == "," for t in tokens[index + 1 : later[0]])


def _barred(tokens: list[Token]) -> list[Token]:
    """Set a bar wherever a row's columns are only set apart by spaces."""
    out = tokens[:1]
    for before, token in pairwise(tokens):
        if token.start - before.end >= WIDE_GAP:
            out.append(Token("|", before.end, token.start))
        out.append(token)
    return out


def _mend_latter(tokens: list[Token]) -> None:
    """Mend "the latter", "the former" where no noun follows: they stand for somebody."""
    for index, token in enumerate(tokens):
        if token.low in ("latter", "former") and index and tokens[index - 1].low == "the":
            after = tokens[index + 1].tag if index + 1 < len(tokens) else "."
            if not after.startswith(("N", "J", "CD")):
                token.tag, token.lemma = "NN", token.low


def _opens_line(tokens: list[Token], index: int) -> bool:
    """Whether a word with what belongs to it opens a line, maybe behind a mark ("– Visit to Peru of …")."""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return after in ("to", "of", "by", "from") and all(not t.text[:1].isalpha() or len(t.text) == 1 for t in tokens[:index])


def _mend_nouns(tokens: list[Token], lists: Words) -> None:
    """Mend tags of words that are nouns always ("consulates"), and of verbs in their place ("to open", "the Embassy of X functions in")."""
    for index, token in enumerate(tokens):
        low = token.low
        if token.tag == "VB" and token.span is None and index and tokens[index - 1].low == "to" and tokens[index - 1].tag == "IN":
            tokens[index - 1].tag = "TO"
        if token.tag in CERTAIN and low != "addition":
            continue
        if (
            token.span is None
            and token.tag[:2] in ("VB", "JJ", "RB")
            and low[-1:] != "g"
            and (lists.is_("mission", low) or (low.endswith("s") and lists.is_("mission", low[:-1])))
            and low not in ("post", "posts")
        ):
            token.tag = "NNS" if low.endswith("s") else "NN"
            token.lemma = lemma(low, token.tag)
        elif low in ("visit", "visits") and token.tag.startswith("VB") and token.text[0].isupper() and _opens_line(tokens, index):
            token.tag, token.lemma = "NN", "visit"
        elif low == "open" and token.tag == "JJ" and index and (tokens[index - 1].tag == "TO" or _after_did(tokens, index)):
            token.tag, token.lemma = "VB", "open"
        elif (
            (
                low in ("functions", "operates", "works")
                and token.tag == "NNS"
                and 0 < index < len(tokens) - 1
                and tokens[index - 1].tag.startswith("NNP")
                and tokens[index + 1].tag == "IN"
            )
            or low in ("functions", "operates", "works")
            and token.tag == "NNS"
            and _only_verb(tokens, index)
        ):
            token.tag, token.lemma = "VBZ", low[:-1]
        elif (
            token.tag == "NN"
            and token.span is None
            and 0 < index < len(tokens) - 1
            and tokens[index - 1].lemma == "help"
            and tokens[index + 1].tag in ("DT", "PRP$")
        ):
            token.tag, token.lemma = "VB", low
        elif (
            low == "fair"
            and token.tag == "JJ"
            and index
            and tokens[index - 1].tag[:2] in ("NN", "JJ")
            and not (index + 1 < len(tokens) and tokens[index + 1].tag[:2] in ("NN", "JJ"))
        ):
            token.tag, token.lemma = "NN", "fair"
        elif token.tag == "VBG" and index and tokens[index - 1].low in ("a", "the") and index + 1 < len(tokens) and tokens[index + 1].low == "of":
            token.tag, token.lemma = "NN", low
        elif token.tag == "VBZ" and not index and low.endswith("s") and len(tokens) > 1 and tokens[1].tag in ("VBD", "VBZ", "MD"):
            token.tag, token.lemma = "NNS", lemma(low, "NNS")
        elif token.tag == "VB" and low == "work" and not index and len(tokens) > 1 and tokens[1].tag == "IN":
            token.tag, token.lemma = "NN", "work"
        elif (
            token.tag in ("RB", "JJ")
            and token.span is None
            and lists.is_("project", low)
            and _closes(tokens, index)
            or token.tag == "VBG"
            and _deed(tokens, index)
        ):
            token.tag, token.lemma = "NN", low
        elif low in ("flight", "flights") and token.tag.startswith("VB") and (not index or tokens[index - 1].tag not in ("TO", "MD")):
            token.tag, token.lemma = "NNS" if low.endswith("s") else "NN", "flight"
        elif low == "mine" and token.tag == "PRP" and index and tokens[index - 1].tag[:2] in ("NN", "JJ"):
            token.tag, token.lemma = "NN", "mine"
        elif index == 0 and low in ("visit", "meeting") and token.tag[:2] == "VB" and _named_by(tokens):
            token.tag, token.lemma = "NN", low
        elif low == "addition" and index and tokens[index - 1].low == "in" and index + 1 < len(tokens) and tokens[index + 1].low != "to":
            token.tag = "RB"


def _after_did(tokens: list[Token], index: int) -> bool:
    """Whether "did", with "not" or without, stands before a word, which then is a verb ("did not open")."""
    at = index - 1 - (tokens[index - 1].low in ("not", "n't", "never", "only", "finally"))
    return at >= 0 and tokens[at].low in ("did", "does", "do")


def _only_verb(tokens: list[Token], index: int) -> bool:
    """Whether a form in -s behind a noun and before "from 2008" must be the verb: the sentence has no other."""
    if index == 0 or tokens[index - 1].tag != "NN" or index + 2 >= len(tokens) or tokens[index + 1].low not in ("from", "since"):
        return False
    date = tokens[index + 2].span
    return date is not None and date.type is SpanType.DATE and not any(t.tag in ("VBZ", "VBD", "VBP", "MD") for t in tokens)


def _closes(tokens: list[Token], index: int) -> bool:
    """Whether a word stands where a noun phrase ends: a noun before it, none behind it."""
    after = tokens[index + 1].tag[:2] if index + 1 < len(tokens) else ""
    return index > 0 and tokens[index - 1].tag[:2] == "NN" and after not in ("NN", "JJ")


def _deed(tokens: list[Token], index: int) -> bool:
    """Whether a form in -ing names a deed: as a subject ("Commissioning is due"), in "stone laying ceremony", "groundbreaking"."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if tokens[index].low in ("groundbreaking", "ground-breaking") or after is not None and after.low in ("ceremony", "ceremonies"):
        return True
    return index == 0 and after is not None and after.tag in ("VBZ", "VBD", "MD") and tokens[index].text[:1].isupper()


def _named_by(tokens: list[Token]) -> bool:
    """Whether "of" or "by" stands second: the first word is a noun ("Visit of President X to Y")."""
    return len(tokens) > 1 and tokens[1].low in ("of", "by", "between")


def _hangs(tokens: list[Token], index: int) -> bool:
    """Whether a past form stands right behind a noun and right before a preposition or date: it may be a participle."""
    if index == 0 or index + 1 >= len(tokens):
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    dated = after.span is not None and after.span.type is SpanType.DATE
    return (before.tag.startswith("NN") or before.text == ")") and (after.tag == "IN" or dated)


def _divided(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a conjunction, comma or relative word stands between two verbs."""
    between = tokens[start + 1 : end]
    for index, token in enumerate(between):
        if token.tag in ("WDT", "WP", "WRB") or token.text in (",", ";", ":") or token.low in ("that", "which", "who"):
            return True
        if token.tag == "CC" and (start + 2 + index >= len(tokens) or not tokens[start + 2 + index].tag.startswith(("N", "J", "DT", "CD"))):
            return True
    return False


def _everyone(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    for phrase in phrases:
        yield phrase
        if phrase.possessor is not None:
            yield from _everyone([phrase.possessor])


def _dates(text: str, start: int, end: int, setting: _Setting) -> list[DateMark]:
    marks: list[DateMark] = []
    reference = setting.reference
    for found in read_dates(text[start:end], reference, context=setting.context, day_first=setting.day_first):
        if found.vague:
            continue
        if found.assumed:  # an earlier passage may tell what it counts from
            found = replace(found, edtf=None, derived_from=None)
        if found.same_period and setting.period and not any(mark.edtf for mark in marks):
            again = read_dates(text[start + found.start : start + found.end], reference, context=setting.period)
            edtf = again[0].edtf if again and again[0].same_period else None if "last" in found.stated else setting.period
            found = replace(found, edtf=edtf or found.edtf)
        first, last = start + found.start, start + found.end
        before = NAMED_YEAR.search(text[max(start, first - 30) : first])
        if found.end - found.start == 4 and before and _yeared(before.group(1)):
            continue
        edtf = found.edtf
        if found.stated.startswith("XXXX") and edtf:
            around = "will" if setting.ahead else _around(text, (start, end), (first, last))
            future = FUTURE.search(around) is not None
            old = _old(edtf, reference) and (future or not marks and SPOKEN.search(text, start, end) is not None)
            if old:
                edtf = _rebased(edtf, reference or "", future)
            elif marks:
                edtf = _same_year(edtf, marks)
            edtf = _coming(around, edtf, reference)
        marks.append(
            DateMark(
                SpanType.DATE,
                first,
                last,
                text[first:last],
                edtf=edtf,
                relation=found.relation,
                lead=start + found.lead,
                derived=found.derived_from not in (None, "context"),
                vague=found.vague,
                duration=found.duration,
                same_period=found.same_period,
            )
        )
    return _opening_month(text, start, end, setting, _joined(text, marks))


def _joined(text: str, marks: list[DateMark]) -> list[DateMark]:
    """Dates without the years that only say of which year the next one is ("2011, | March – official visit")."""
    if marks and (following := YEAR_THEN_MONTH.match(text, marks[0].end)) and marks[0].text.isdigit() and marks[0].edtf == marks[0].text:
        found = read_dates(f"{following.group(1)} {marks[0].text}")
        if found and found[0].edtf is not None and len(found[0].edtf) == 7 and not any(m.start < following.end(1) for m in marks[1:]):
            first = marks[0]
            marks[0] = replace(first, end=following.end(1), text=text[first.start : following.end(1)], edtf=found[0].edtf)
    kept: list[DateMark] = []
    for mark in marks:
        before = kept[-1] if kept else None
        gap = text[before.end : mark.start] if before is not None else ""
        finer = before is not None and before.edtf is not None and len(before.edtf) == 4 and (mark.edtf or "").startswith(f"{before.edtf}-")
        if before is not None and finer and gap in (", ", " ") and before.relation == "in":
            kept.pop()
        kept.append(mark)
    return kept


def _opening_month(text: str, start: int, end: int, setting: _Setting, marks: list[DateMark]) -> list[DateMark]:
    """Read a month alone that opens a line under a year ("2019 / May – …")."""
    opening = OPENING_MONTH.match(text, start, end)
    if opening is None or not setting.context or (marks and marks[0].start < opening.end()):
        return marks
    found = read_dates(f"{opening.group(1)} {setting.context[:4]}")
    if not found or found[0].start or found[0].edtf is None or len(found[0].edtf) != 7:
        return marks
    first, last = opening.span(1)
    return [DateMark(SpanType.DATE, first, last, text[first:last], edtf=found[0].edtf, lead=first, derived=True), *marks]


def _same_year(edtf: str, before: list[DateMark]) -> str:
    """A day or month without a year belongs to the year that the sentence gave just before."""
    last = next((d for d in reversed(before) if not (d.edtf and len(d.edtf) == 9 and "/" in d.edtf)), before[-1])
    if last.derived or last.edtf is None or last.relation in ("since", "until") or not last.edtf[:4].isdigit():
        return edtf
    year = last.edtf.split("/")[-1][:4]
    return "/".join(f"{year}{part[4:]}" if part[:4].isdigit() and year.isdigit() else part for part in edtf.split("/"))


def _around(text: str, bounds: tuple[int, int], date: tuple[int, int]) -> str:
    """The words around a date that tell whether it is to come: up to the next "and" behind it."""
    before = text[max(bounds[0], date[0] - 70) : date[0]]
    return before.rpartition(" and ")[2] + text[date[1] : min(bounds[1], date[1] + 70)].partition(" and ")[0]


def _old(edtf: str, reference: str | None) -> bool:
    """Whether a date whose year is derived lies more than a year before the page's date, to the month."""
    return reference is not None and len(reference) >= 7 and edtf[:4].isdigit() and int(edtf[:4]) < int(reference[:4]) - 1


def _rebased(edtf: str, reference: str, ahead: bool) -> str:
    """A day or month counted from the page's date, not from an old year named before: the last one not after it, or the first not before."""
    year = int(reference[:4])
    if ahead and edtf.split("/")[-1][5:7] < reference[5:7]:
        year += 1
    elif not ahead and edtf[5:7] > reference[5:7]:
        year -= 1
    away = year - int(edtf[:4])
    return "/".join(f"{int(part[:4]) + away}{part[4:]}" if part[:4].isdigit() else part for part in edtf.split("/"))


def _coming(words: str, edtf: str | None, reference: str | None) -> str | None:
    """Move a day or month that the page gives without a year to the year after, where the sentence speaks of what is to come."""
    if (
        edtf is None
        or reference is None
        or len(reference) < 7
        or len(edtf) < 7
        or edtf[:4] != reference[:4]
        and edtf[:4] != str(int(reference[:4]) - 1)
    ):
        return edtf
    later = "/".join(f"{reference[:4]}{part[4:]}" if part[:4].isdigit() else part for part in edtf.split("/"))
    if edtf[:4] != reference[:4] and later.split("/")[0] <= reference <= later.split("/")[-1]:
        return later
    if edtf.split("/")[-1][:7] >= reference[:7] or not FUTURE.search(words):
        return edtf
    return "/".join(f"{int(part[:4]) + 1}{part[4:]}" if part[:4].isdigit() else part for part in edtf.split("/"))


def _yeared(word: str) -> bool:
    """Whether a year after this word belongs to a name ("Expo 1998", "Vision 2030")."""
    return word.lower() in listed("yeared")


def _quantities(text: str, start: int, end: int, dates: Sequence[DateMark]) -> list[QuantityMark]:
    taken = [(d.start - start, d.end - start) for d in dates]
    marks = []
    for found in read_quantities(text[start:end], taken=taken):
        if found.ordinal:
            continue
        first, last = start + found.start, start + found.end
        value = ("-" + found.value) if found.sign < 0 and not found.value.startswith("-") else found.value
        marks.append(
            QuantityMark(
                SpanType.QUANTITY,
                first,
                last,
                text[first:last],
                value=value,
                unit=found.unit or "1",
                bound=found.bound,
                bare=found.bare,
                statistic=found.statistic,
            )
        )
    return marks


def _merge(layers: Sequence[Sequence[Span]]) -> list[Span]:
    """Lay typed spans over each other: an earlier layer wins where two overlap."""
    chosen: list[Span] = []
    for layer in layers:
        for span in layer:
            at = bisect_left(chosen, span.start, key=lambda c: c.start)
            free = (at == 0 or chosen[at - 1].end <= span.start) and (at == len(chosen) or span.end <= chosen[at].start)
            if free:
                chosen.insert(at, span)
    return chosen


def _type_names(tokens: list[Token], lists: Words, known: set[str]) -> None:
    """Say which names are people: after a post or title, with initials, or with a given name."""
    for index, token in enumerate(tokens):
        if token.span is None and index == 0 and token.text in known:
            token.span = Span(SpanType.PERSON, token.start, token.end, token.text, name=token.text)
        if token.span is None or token.span.type is not SpanType.NAME:
            continue
        if token.low in lists.blocs and token.text.isupper():
            token.span.type = SpanType.ORGANISATION
            continue
        _strip_title(token, lists)
        following = tokens[index + 1].span if index + 1 < len(tokens) else None
        if token.low in lists.titles and following is not None and following.type is SpanType.OFFICE:
            token.span = None  # "H.E. | President X"
            continue
        parts = token.span.text.split()
        if parts[-1].lower() in listed("administrative"):
            continue
        before = tokens[index - 1] if index else None
        after_post = before is not None and before.span is not None and before.span.type is SpanType.OFFICE and not before.text.endswith("s")
        of_post = _of_post(tokens, index, lists)
        if token.span.parts and not after_post or not after_post and not of_post and _names_work(tokens, index, lists):
            continue
        surnamed = len(parts) in (2, 3) and is_surname(parts[0]) and all(p.isalpha() or "-" in p for p in parts)
        if (
            after_post
            or (len(parts) == 1 and parts[0] in known)
            or of_post
            or surnamed
            or INITIAL.match(token.span.text)
            or (1 < len(parts) <= 5 and _personal(parts))
        ):
            token.span.type = SpanType.PERSON
            token.span.country = None  # a family name that is also a place's tells no country


def _names_work(tokens: list[Token], index: int, lists: Words) -> bool:
    """Whether a name is that of a work, behind a place and before what it is ("the Lima | Light Rail | project")."""
    before = tokens[index - 1].span if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    placed = before is not None and before.type in PLACES and not before.demonym
    return placed and after is not None and after.span is None and lists.is_("project", after.low)


def _family_names(parts: list[str]) -> list[str]:
    """Give what a person of this name may be called alone: the last word, or the first where that is a family name and no given one.

    A first word that is no given name is a family name also before a given name ("Tanabe Yoko").
    """
    if len(parts) < 2:
        return []
    first = not is_given_name(parts[0]) and (is_surname(parts[0]) or (len(parts) == 2 and is_given_name(parts[1]) and not is_surname(parts[1])))
    return [parts[-1], parts[0]] if first else [parts[-1]]


def _personal(parts: list[str]) -> bool:
    """Whether the words of a name hold one that is hardly anything but a person's, or a given name with a family name."""
    return any(is_person_word(p) for p in parts) or (is_given_name(parts[0]) and is_surname(parts[-1]))


def _of_post(tokens: list[Token], index: int, lists: Words) -> bool:
    """Whether a name follows a post and what it belongs to ("President of Peru | Name")."""
    span = tokens[index].span
    at = index - 1
    if at < 2 or span is None or len(span.text.split()) < 2:
        return False
    before = tokens[at].span
    fields = all(lists.is_("portfolio", word) or lists.is_("organisation", word) for word in tokens[at].low.split())
    field = fields and (before is None or before.type is SpanType.NAME) and tokens[at].text[:1].isupper()
    if not field and (before is None or before.demonym or before.type not in (*PLACES, SpanType.ORGANISATION, SpanType.QUOTE)):
        return False
    while at > 0 and index - at < 14:
        here = tokens[at]
        if here.span is not None and here.span.type is SpanType.OFFICE:
            return tokens[at + 1].low in ("of", "to", "for", "at")
        if here.span is None and here.low not in ("of", "the", "to", "for", "at", "and", "in") and not here.text[:1].isupper():
            return False
        at -= 1
    return False


def _strip_title(token: Token, lists: Words) -> None:
    span = token.span
    assert span is not None
    parts = span.text.split()
    dropped = 0
    while len(parts) > 1 and parts[0].lower() in lists.titles:
        dropped += len(parts[0]) + 1
        parts = parts[1:]
    if dropped:
        span.text = span.name = " ".join(parts)
        span.start += dropped
        span.type = SpanType.PERSON


def _tag(tokens: list[Token]) -> None:
    """Tag and lemmatise; a typed span counts as one word of its class."""
    forms = []
    for token in tokens:
        span = token.span
        if span is None or span.demonym:
            forms.append(token.text)
        elif span.type is SpanType.OFFICE:
            forms.append(token.text.split()[-1])
        else:
            forms.append(PLACEHOLDER.get(span.type, "\ue000P"))
    for token, label in zip(tokens, tag(forms), strict=True):
        token.tag = label
        span = token.span
        if span is None:
            token.lemma = lemma(token.low, {"NNP": "NN", "NNPS": "NNS"}.get(label, label))
            continue
        token.lemma = token.text.lower()
        if span.type is SpanType.QUANTITY:
            token.tag = "CD"
        elif span.demonym:
            token.tag = "JJ"
        elif span.type is SpanType.OFFICE:
            token.tag = "NNS" if token.text.lower().endswith("s") and not token.text.lower().endswith("ss") else "NN"
        elif span.type is not SpanType.DATE:
            token.tag = "NNP"
    for index, token in enumerate(tokens):
        if (
            token.span is not None
            and token.span.demonym
            and not (
                index + 1 < len(tokens)
                and tokens[index + 1].tag[:2] in ("NN", "JJ", "CD", "VB", "CC", "FW")
                or index + 1 < len(tokens)
                and tokens[index + 1].text in ("-", "–")
            )
        ):  # noqa: RUF001
            token.tag = "NNS" if token.text.endswith("s") else "NNP"
